"""Readers: every format gives its whole text, and its speeches where it knows who speaks."""

from __future__ import annotations

import json
import os
import re
import unicodedata
from collections.abc import Callable
from difflib import SequenceMatcher
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from argmap.ingest import READERS, Document, UnreadableError, pdf, read_bytes, read_document
from argmap.ingest import _pdfium as pdfium
from argmap.ingest._layout import Character, in_reading_order, lines_of, without_readings
from argmap.ingest._speeches import first_date, heading, iso_date, named
from tests.ingest_samples import samples

SHARED = Path(__file__).parents[2] / "shared"
FORMATS = {
    "newsletter.md": "text",
    "newsletter-bare.txt": "text",
    "newsletter-labels-euc.txt": "text",
    "newsletter-labels-utf16.txt": "text",
    "newsletter.pdf": "pdf",
    "newsletter.docx": "docx",
    "answers.html": "html",
    "minutes.txt": "text",
    "kensakusystem.txt": "text",
    "discussnet.json": "discussnet",
    "voices.html": "voices",
    "dbsearch.html": "dbsearch",
    "dbsearch-committee.html": "dbsearch",
    "diet.json": "diet",
    "diet.xml": "diet",
    "voices.json": "voices_json",
}


def sample(name: str) -> Document:
    return read_bytes(samples()[name], name)


def said(document: Document) -> list[tuple[str, str | None, str]]:
    """Speaker, role and words of each speech."""
    return [
        (speech.speaker, speech.role, document.text[speech.start : speech.end])
        for speech in document.speeches
    ]


def refused(data: bytes, name: str = "x", **more: str) -> str:
    """What is said of bytes that cannot be read; always in both languages."""
    with pytest.raises(UnreadableError) as caught:
        read_bytes(data, name, **more)
    assert re.search("[ぁ-ヺ一-龠]", caught.value.words.ja)
    assert str(caught.value) == caught.value.words.en
    return caught.value.words.en


def shared(path: str) -> Path:
    file = SHARED / path
    if not file.exists():
        pytest.skip(f"no shared sample {path}")
    return file


def test_every_reader_has_a_sample() -> None:
    assert set(FORMATS) == set(samples())
    assert set(FORMATS.values()) == set(READERS)


@pytest.mark.parametrize("name", FORMATS)
def test_the_content_says_the_format_whatever_the_ending(name: str) -> None:
    for called in (name, "document", "document.bin", "document.TXT", "document.json", "document.html"):
        document = read_bytes(samples()[name], called)
        assert document.format == FORMATS[name]
        assert document.name == called
    assert document.notes[0].en == f"read as {document.format}"
    assert len(document.sha256) == 64


@pytest.mark.parametrize("name", FORMATS)
def test_speeches_lie_in_the_text_in_order(name: str) -> None:
    document = sample(name)
    end = 0
    for speech in document.speeches:
        assert end <= speech.start < speech.end <= len(document.text)
        assert document.text[speech.start : speech.end].strip("\r\n")
        end = speech.end


@pytest.mark.parametrize("name", FORMATS)
def test_every_reader_says_what_it_is_for(name: str) -> None:
    reader = READERS[FORMATS[name]]
    assert reader.about.endswith(".")
    assert all(suffix.startswith(".") for suffix in reader.suffixes)


# text


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16"),
        ("utf-16-be", "utf-16"),
        ("cp932", "cp932"),
        ("euc_jp", "euc-jp"),
        ("iso2022_jp", "iso-2022-jp"),
    ],
)
def test_the_encoding_is_found_and_said(codec: str, name: str) -> None:
    text = "質問：道路の補修はいつか。\r\n答弁：来年度である。\r末尾\n"
    mark = "\ufeff" if codec == "utf-16-be" else ""
    document = read_bytes((mark + text).encode(codec), "a.txt")
    assert document.text == text
    assert document.encoding == name
    assert f"encoding {name}, found out" in [note.en for note in document.notes]


def test_signs_of_vendors_are_read() -> None:
    text = "①㈱みらいとの契約～更新\nについて"
    assert read_bytes(text.encode("cp932"), "a.txt").text == text
    euc = "①㈱みらい\nについて"
    assert read_bytes(euc.encode("euc_jis_2004"), "a.txt").text == euc


def test_the_encoding_can_be_said() -> None:
    data = "ｼﾞﾑｼﾂ".encode("cp932")
    assert "say its encoding" in refused(data)
    document = read_bytes(data, "a.txt", encoding="Shift_JIS")
    assert document.text == "ｼﾞﾑｼﾂ"
    assert document.encoding == "shift_jis"
    assert document.notes[1].en == "encoding shift_jis, as given"
    assert read_bytes("①".encode("cp932"), "a.txt", encoding="shift_jis").text == "①"
    assert read_bytes(b"\xef\xbb\xbfa", "a.txt", encoding="utf-8").text == "a"


@pytest.mark.parametrize("encoding", ["klingon", "zlib", "a\0b"])
def test_an_encoding_that_is_none_is_refused(encoding: str) -> None:
    assert encoding.replace("\0", "") in refused(b"a", encoding=encoding).replace("\0", "")


def test_what_cannot_be_decoded_is_refused_with_its_byte_and_line() -> None:
    data = "一行目\n二行目は".encode("cp932") + b"\x81\x20" + "です".encode("cp932")
    message = refused(data)
    assert "byte 0x81 on line 2 (byte 16 of the file) is not cp932" in message
    assert "line 2" in refused("一\n二".encode() + b"\xff", encoding="utf-8")
    assert "line 1" in refused(b"\xff\xfea\x00b")


def test_characters_already_lost_are_counted() -> None:
    assert "2 characters were already lost" in read_bytes("あ\ufffd\ufffd".encode(), "a.txt").notes[-1].en


def test_the_newsletter_is_read_as_it_stands() -> None:
    file = shared("sources/newsletter-2024-12.txt")
    document = read_document(file)
    assert (document.format, document.encoding) == ("text", "utf-8")
    assert document.text.encode() == file.read_bytes()


def test_markdown_with_html_in_it_is_text() -> None:
    file = shared("samples/kodaira/r1_6-gatu_1-touhyouritu-koujou.md")
    assert read_document(file).format == "text"


# web pages


def test_a_page_gives_its_main_text() -> None:
    document = sample("answers.html")
    assert document.text == (
        "一般質問の答弁書\n\n問　道の駅の赤字はいくらか。\n\n答　令和5年度は八百万円です。\n\n"
        "年度\t赤字\n令和4\t六百万円\n\n問　再建の計画はあるか。\n答　研究してまいります。"
    )
    assert document.title == "令和6年第3回定例会の答弁書｜かえで町"
    assert "characters around the main text left out" in document.notes[-1].en


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<header>頭</header><p>一</p><footer>足</footer><p>二</p>", "一\n\n二"),
        ("<header>頭だけ</header>", "頭だけ"),
        ("<header>頭<aside>横</aside></header>一", "一"),
        ("<article>一</article><article> </article><article>二</article>", "一\n\n二"),
        ("<main></main><article>一<article>中</article></article>", "一\n\n中"),
        ("<div role=navigation>メニュー</div><div role=main>一</div>", "一"),
        ("<p hidden>隠す</p><p>見える<b>太字</b>の<i>字</i></p>", "見える太字の字"),
        ("<p>one\ntwo <b>three</b> four</p>", "one two three four"),
        ("<p>一\n二\n<b>三</b>\n四</p>", "一二三四"),
        ("<pre>一\r\n  二</pre>", "一\n  二"),
        ("<svg><title>図</title></svg><p>A&amp;B&nbsp;C<!-- 注 --></p>", "A&B C"),
        ("<p>a <b> b</b>\n<b>c</b></p>", "a b c"),
        ("一<br><br><br>二", "一\n\n二"),
    ],
)
def test_a_page_reads_as_a_browser_shows_it(body: str, text: str) -> None:
    assert read_bytes(f"<!DOCTYPE html><html><body>{body}</body></html>".encode(), "a").text == text


def test_a_page_may_say_its_encoding_and_may_be_wrong() -> None:
    page = '<html><head><meta http-equiv="Content-Type" content="text/html; charset={}"></head><body>ねこ①'
    right = read_bytes(page.format("Shift_JIS").encode("cp932"), "a")
    wrong = read_bytes(page.format("Shift_JIS").encode("utf-8") + "。。".encode(), "a")
    assert (right.text, right.encoding) == ("ねこ①", "cp932")
    assert (wrong.text, wrong.encoding) == ("ねこ①。。", "utf-8")
    assert read_bytes(page.format("x-none").encode("cp932"), "a").encoding == "cp932"
    assert read_bytes(page.format("utf-8").encode("cp932"), "a", encoding="cp932").text == "ねこ①"
    declared = '<?xml version="1.0" encoding="EUC-JP"?><html><body>ねこ'.encode("euc_jp")
    assert read_bytes(declared, "a").encoding == "euc-jp"


def test_the_ending_helps_where_the_content_leaves_it_open() -> None:
    data = "<p>一</p>".encode()
    assert read_bytes(data, "a.html").format == "html"
    assert read_bytes(data, "a.txt").format == "text"
    assert read_bytes(b"no tags", "a.html").format == "text"


# minutes


def test_discussnet_says_role_speaker_and_item() -> None:
    document = sample("discussnet.json")
    assert [(speaker, role) for speaker, role, _ in said(document)] == [
        ("", "other"),
        ("", "other"),
        ("議長（森　静江君）", "chair"),
        ("四番（杉本　実君）", "question"),
        ("町長（白井　恵君）", "answer"),
        ("四番（杉本　実君）", "question"),
    ]
    assert said(document)[4][2] == "◎町長（白井　恵君）　空き家は百二十件です。\n　特定空家は二件です。"
    assert "<特定空家>" in said(document)[3][2]
    assert [speech.meeting for speech in document.speeches] == ["", *["日程第１　一般質問"] * 5]
    assert document.date == "2024-09-05"


def test_discussnet_is_read_without_codes_and_in_a_callback() -> None:
    found = json.loads(samples()["discussnet.json"])
    for part in found["tenant_minutes"]:
        del part["minute_type_code"]
    found["tenant_minutes"] += [
        7,
        {"body": 3, "minute_type": None},
        {"body": "<PRE><TT><FONT SIZE=+1>古い形</PRE>"},
    ]
    document = read_bytes(f"cb({json.dumps(found)});".encode(), "a")
    assert [role for _, role, _ in said(document)] == [
        *("other", "other", "chair", "question", "answer", "question"),
        None,
    ]
    assert document.text.endswith("古い形")


def test_voices_parts_are_cut_at_the_anchors() -> None:
    document = sample("voices.html")
    assert document.encoding == "cp932"
    assert [(speaker, role) for speaker, role, _ in said(document)] == [
        ("", "other"),
        ("議長（川辺　保君）", None),
        ("", "other"),
        ("３番（岡　由美君）", None),
        ("総務部長（滝口　学君）", None),
    ]
    assert "庁舎①の耐震と㈱みらいとの契約～更新について伺います。\n　以上です。" in said(document)[3][2]
    assert "出さない" not in document.text
    assert document.speeches[-1].meeting == "日程第１　一般質問"
    assert document.date == "2024-03-04"
    assert document.title == "令和　６年　３月　定例会－03月04日－02号"


def test_voices_without_an_anchor_is_kept_as_it_is() -> None:
    data = "<html><body>前<p>本文です".encode()
    assert read_bytes(data, "a", format="voices").text == "前\n\n本文です"
    data = "<html><body>前<a name='HUID1'></a>◆岡委員　　質問です。".encode()
    assert said(read_bytes(data, "a")) == [("岡委員", None, "◆岡委員　　質問です。")]


def test_dbsearch_speeches_have_speakers_and_no_numbers() -> None:
    document = sample("dbsearch.html")
    assert said(document) == [
        ("", "other", "　　　午前十時開議"),
        ("議長（谷　宏君）", None, "◯議長（谷　宏君）　これより会議を開きます。"),
        (
            "十二番（平　咲子君）",
            None,
            "◯十二番（平　咲子君）　待機児童の数を伺います。\n　あわせて定員の見直しを求めます。",
        ),
        ("区長（今井　徹君）", None, "◯区長（今井　徹君）　待機児童は九人です。"),
    ]
    assert document.title == "令和６年　青葉野区議会定例会（第２日目）　本文"
    assert document.date == "2024-09-18"


def test_dbsearch_committees_need_no_brackets() -> None:
    document = sample("dbsearch-committee.html")
    assert [speaker for speaker, _, _ in said(document)] == ["堀川委員長", "浅見委員", "道路課長"]
    assert document.text.count("◯") == 3
    assert document.date == "2024-11-07"


def test_the_older_forms_of_dbsearch_are_read() -> None:
    old = """<html><body><span class="command__docname">令和元年定例会</span><ul>
      <li class="voice-block" data-voice-title="◯議長（谷　宏君）"><p class="voice__text">令和元年六月三日<br>開きます。</p></li>
      <li class="voice-block" data-voice-title="◯２番"><p class="voice__text"></p></li></ul>
      <div class="docpage-voice-text-box" id="VoiceNo2"><p class="docpage-voice-text"><span data-voiceno="2">2</span>
      ◯堀<br>大助委員　質問です。</p></div></body></html>"""
    document = read_bytes(old.encode(), "a")
    assert said(document) == [
        ("議長（谷　宏君）", None, "令和元年六月三日\n開きます。"),
        ("堀大助委員", None, "◯堀\n大助委員　質問です。"),
    ]
    assert (document.title, document.date) == ("令和元年定例会", "2019-06-03")


@pytest.mark.parametrize("name", ["diet.json", "diet.xml"])
def test_the_diet_s_fields_say_who_speaks(name: str) -> None:
    document = sample(name)
    first = said(document)[:5]
    assert [(speaker, role) for speaker, role, _ in first] == [
        ("", "other"),
        ("星野健", "chair"),
        ("村瀬茜", "question"),
        ("大河内豊", "answer"),
        ("一之瀬香", "answer"),
    ]
    assert first[2][2] == "○村瀬委員　鉄道の廃線は何路線ですか。\r\n　存続の条件もお示しください。"
    assert document.speeches[0].meeting == "衆議院予算委員会第3号"
    assert document.date == "2024-05-08"


def test_several_meetings_of_the_diet_are_told_apart() -> None:
    document = sample("diet.json")
    assert document.title == "衆議院予算委員会第3号、衆議院国土交通委員会第7号"
    assert document.speeches[5].meeting == "衆議院国土交通委員会第7号"
    assert document.notes[-1].en == "2 meetings in one file"


def test_single_speeches_of_the_diet_carry_their_meeting() -> None:
    record = {
        "nameOfHouse": "参議院",
        "nameOfMeeting": "本会議",
        "issue": "第1号",
        "date": "2024-13-01",
        "speech": "発言",
        "speaker": "林",
    }
    document = read_bytes(json.dumps({"speechRecord": [record, None]}).encode(), "a")
    assert said(document) == [("林", None, "発言")]
    assert document.speeches[0].meeting == "参議院本会議第1号"
    assert document.date is None


@pytest.mark.parametrize(
    ("fields", "role"),
    [
        ({"speakerPosition": "国家公安委員会委員長"}, "answer"),
        ({"speakerPosition": "財務省主計局長"}, "answer"),
        ({"speakerPosition": "参議院議長"}, "chair"),
        ({"speakerPosition": "予算委員長代理"}, "chair"),
        ({"speakerPosition": "医師会会長", "speakerRole": "参考人"}, "answer"),
        ({"speakerPosition": "議院運営委員会理事", "speakerGroup": "無所属"}, None),
        ({}, None),
    ],
)
def test_a_role_is_said_only_where_a_field_says_it(fields: dict[str, str], role: str | None) -> None:
    data = json.dumps({"speechRecord": [{"speech": "発言", **fields}]}).encode()
    assert read_bytes(data, "a").speeches[0].role == role


def test_voices_json_has_speakers_beside_the_words() -> None:
    document = sample("voices.json")
    assert said(document)[0] == ("石原議長", None, "これより一般質問を行います。\n〔久保田議員登壇〕")
    assert len(document.speeches) == 4
    assert document.date == "2024-09-20"
    assert read_bytes(b'{"voices": [{"text": "a"}, {"text": 1}, 2]}', "a").text == "a"


def test_real_minutes_are_read_whole() -> None:
    file = shared("samples/shinagawa/r06-20240220-honkaigi.json")
    document = read_document(file)
    voices = [voice for voice in json.loads(file.read_bytes())["voices"] if voice["text"].strip()]
    assert [(speaker, words) for speaker, _, words in said(document)] == [
        (voice["speaker"], voice["text"].strip()) for voice in voices
    ]


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("○議長（北　野　　進君）　これより", "議長（北　野　　進君）"),
        ("　〇２番(小山田光君) 質問", "２番(小山田光君)"),
        ("◆川田青星　分科会委員　　質問があります。", "川田青星　分科会委員"),
        ("◎中山都市計画課長　説明します。", "中山都市計画課長"),
        ("◯議長", "議長"),
        ("○日程、その他", ""),
        ("見出しなし", ""),
    ],
)
def test_headings_name_speakers(words: str, speaker: str) -> None:
    assert named(heading(words)) == speaker


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("令和　６年　９月　５日", "2024-09-05"),
        ("令和元年五月一日", "2019-05-01"),
        ("平成三十年十二月二十五日", "2018-12-25"),
        ("昭和六十三年一〇月一日", "1988-10-01"),
        ("２０２４年２月２０日", "2024-02-20"),
        ("二〇二四年二月三十日、2024年3月1日", "2024-03-01"),
        ("６年９月５日", None),
        ("日付なし", None),
    ],
)
def test_the_first_date_is_found_in_any_numerals(text: str, date: str | None) -> None:
    assert first_date(text) == date


def test_dates_of_formats_are_days_or_nothing() -> None:
    assert iso_date(" 2024-09-18T10:00 ") == "2024-09-18"
    assert iso_date("2024-09") is None


# Word


def test_word_files_keep_the_order_of_paragraphs_and_tables() -> None:
    document = sample("newsletter.docx")
    assert document.title == "かえで町議会だより"
    assert document.text == (
        "橋の点検を急げ\n\n■質問　点検を終えた橋はいくつか。\n■答弁　四十橋のうち三十一橋である。\n"
        "年度\t橋\n令和5\t31\n■質問　残りはいつ終わるか。\n■答弁　令和9年度までに終える予定である。"
    )


def word(body: str, **parts: str) -> bytes:
    """A Word file with this body; further parts by name, `__` for a slash."""
    xml = (
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>{}</w:body></w:document>'
    )
    made = BytesIO()
    with ZipFile(made, "w") as file:
        file.writestr("word/document.xml", xml.format(body))
        for name, text in parts.items():
            file.writestr(f"word/{name}.xml", xml.format(text))
    return made.getvalue()


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (f"<w:p>{run('一')}<w:del>{run('消')}</w:del>{run('二')}</w:p>", "一二"),
        (
            f"<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>{run('一')}<w:r><w:tab/></w:r>{run('二')}<w:r><w:br/></w:r>{run('三')}</w:p>",
            "一\t二\n三",
        ),
        (
            f"<w:p><w:r><w:ruby><w:rt>{run('みち')}</w:rt><w:rubyBase>{run('道')}</w:rubyBase></w:ruby></w:r></w:p>",
            "道",
        ),
        (
            (
                f"<w:p><mc:AlternateContent><mc:Choice><w:txbxContent><w:p>{run('箱')}</w:p></w:txbxContent></mc:Choice>"
                f"<mc:Fallback><w:txbxContent><w:p>{run('箱')}<w:r><w:tab/></w:r></w:p></w:txbxContent></mc:Fallback>"
                f"</mc:AlternateContent>{run('外')}</w:p>"
            ),
            "箱\n外",
        ),
        (
            (
                f"<w:tbl><w:tr><w:tc><w:p>{run('左')}</w:p><w:p>{run('下')}</w:p></w:tc>"
                f"<w:tc><w:p/><w:tbl><w:tr><w:tc><w:p>{run('中')}</w:p></w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>"
            ),
            "左 下\t中",
        ),
        (f"<w:t>段落の外</w:t><w:tab/><w:pStyle/><w:tc/><w:p>{run('内')}</w:p>", "内"),
    ],
)
def test_word_files_give_what_is_seen(body: str, text: str) -> None:
    assert read_bytes(word(body), "a.docx").text == text


def test_headings_of_word_files_stand_alone_and_notes_follow() -> None:
    styles = (
        '<w:style w:styleId="a1"><w:name w:val="見出し 1"/></w:style>'
        '<w:style w:styleId="b"><w:name w:val="本文"/></w:style>'
        '<w:style w:styleId="c"><w:name w:val="節"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    )
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run(text)}</w:p>'
        for style, text in (("b", "前"), ("a1", "題"), ("b", "後"), ("c", "節"), ("c", ""))
    )
    document = read_bytes(word(body, styles=styles, footnotes=f"<w:p>{run('注')}</w:p>"), "a.docx")
    assert document.text == "前\n\n題\n\n後\n\n節\n\n注"


# PDF


def test_columns_of_a_pdf_are_read_one_after_the_other() -> None:
    document = sample("newsletter.pdf")
    words = document.text.replace("\n", "")
    assert words.startswith(
        "みどり台市議会だより　第12号バスの路線を守れるか【質問】市の南を走るバスの路線が来年の春になくなると聞いた。"
    )
    turns = re.findall("【(..)】([^【]*)", words)
    assert [label for label, _ in turns] == ["質問", "答弁"] * 6
    assert all(turns[number] == turns[number + 4] for number in range(8))
    assert turns[3][1].endswith("教育委員会と話し合い、朝の便について研究する。")


def test_running_heads_of_a_pdf_are_left_out_and_named() -> None:
    document = sample("newsletter.pdf")
    assert document.text.count("議会だより") == 1
    assert (
        document.notes[-1].ja
        == "柱とページ番号は、最初の一つを残して除いた: 「#」、「みどり台市議会だより第#号」"
    )


def test_a_real_pdf_has_the_words_of_its_text() -> None:
    file = shared("samples/kodaira/tsukoku_202012-2.pdf")

    def plain(text: str) -> str:
        return "".join(unicodedata.normalize("NFKC", text).split())

    found = plain(read_document(file).text)
    expected = plain(file.with_suffix(".txt").read_text(encoding="utf-8"))
    assert SequenceMatcher(None, found, expected, autojunk=False).ratio() == 1.0


def typed(*lines: tuple[float, float, str], size: float = 10, down: bool = False) -> list[Character]:
    """Characters of lines that begin at a place from the left and the top."""
    return [
        Character(
            char,
            left + size * (not down) * number,
            top + size * down * number,
            left + size * (not down) * number + size,
            top + size * down * number + size,
        )
        for left, top, text in lines
        for number, char in enumerate(text)
    ]


def order(characters: list[Character]) -> str:
    return in_reading_order(without_readings(lines_of(characters)))


def test_text_written_downwards_is_read_from_the_right_and_tier_by_tier() -> None:
    upper = [(200.0 - 15 * number, 0.0, f"上段の{number}行目です") for number in range(4)]
    lower = [(200.0 - 15 * number, 120.0, f"下段の{number}行目です") for number in range(4)]
    found = order(typed(*lower, *upper, down=True))
    assert found.split() == [text for _, _, text in (*upper, *lower)]


def test_a_title_parts_what_is_above_from_what_is_below() -> None:
    above = [
        (x, 20.0 + 15 * row, f"{name}の記事の{row}行目")
        for name, x in (("左", 0.0), ("右", 120.0))
        for row in range(3)
    ]
    below = [
        (x, 100.0 + 15 * row, f"{name}の続きの{row}行目")
        for name, x in (("左", 0.0), ("右", 120.0))
        for row in range(3)
    ]
    title = [(40.0, 66.0, "紙面の左右にまたがる見出し"), (40.0, 80.0, "二行目もまたがる見出しです")]
    found = order(typed(*below, *title, *above))
    assert found.split() == [text for _, _, text in (*above, *title, *below)]


def test_a_short_headline_alone_on_its_level_parts_too() -> None:
    below = [
        (x, 60.0 + 15 * row, f"{name}の続きの{row}行目")
        for name, x in (("左", 0.0), ("右", 120.0))
        for row in range(3)
    ]
    found = order([*typed(*below), *typed((125.0, 20.0, "大見出し"), size=20)])
    assert found.split() == ["大見出し", *(text for _, _, text in below)]


def test_a_table_is_read_row_by_row() -> None:
    cells = [(x, 15.0 * row, f"{name}{row}") for row in range(5) for name, x in (("年", 0.0), ("件", 60.0))]
    assert order(typed(*cells)).splitlines() == [f"年{row} 件{row}" for row in range(5)]


def test_lines_that_do_not_stand_side_by_side_are_no_columns() -> None:
    lines = [
        (x, y + 15.0 * row, f"長い行の{row}番目です")
        for x, y in ((0.0, 0.0), (150.0, 60.0))
        for row in range(4)
    ]
    assert order(typed(*lines)).split() == [text for _, _, text in lines]


def test_cuts_come_to_an_end() -> None:
    stairs = [
        (110.0 * step, 15.0 * row, "階段のように並ぶ行")
        for step in range(12)
        for row in range(3 * step, 3 * step + 40)
    ]
    assert order(typed(*stairs)).count("階段") == len(stairs)


def test_readings_beside_words_are_left_out() -> None:
    words = [(0.0, 20.0 * row, "老朽化した水道管の") for row in range(3)]
    assert order([*typed(*words), *typed((0.0, 14.0, "ろうきゅう"), size=4)]).count("ろう") == 0
    assert without_readings([]) == []


def test_readings_that_are_left_out_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = lines_of(
        [*typed((0.0, 100.0, "水道管の"), (0.0, 120.0, "工事を")), *typed((0.0, 96.0, "すい"), size=4)]
    )
    monkeypatch.setattr(pdf, "_pages", lambda _: ([(400.0, lines)], ""))
    document = read_bytes(b"%PDF-", "a")
    assert document.text == "水道管の\n工事を"
    assert document.notes[-1].en == "readings beside the words (ruby) left out: 1"


@pytest.mark.parametrize(
    ("gap", "before", "after", "text"),
    [
        (2.5, "第", "4", "第4"),
        (6, "名", "公", "名 公"),
        (6, "。", "指", "。指"),
        (3, "a", "b", "ab"),
        (6, " ", "b", " b"),
        (12, "左", "右", "左 右"),
    ],
)
def test_room_between_characters_becomes_a_space_where_it_is_one(
    gap: float, before: str, after: str, text: str
) -> None:
    characters = [*typed((0.0, 0.0, "あ" + before)), *typed((20.0 + gap, 0.0, after + "い"))]
    assert order(characters) == f"あ{text}い"


def test_a_wide_step_becomes_a_blank_line() -> None:
    lines = [(0.0, top, f"{top:.0f}") for top in (0.0, 15.0, 30.0, 60.0, 75.0)]
    assert order(typed(*lines)) == "0\n15\n30\n\n60\n75"


# files


def test_a_file_is_read_from_its_path(tmp_path: Path) -> None:
    file = tmp_path / "会議録.txt"
    file.write_bytes(samples()["kensakusystem.txt"])
    document = read_document(file)
    assert (document.name, document.encoding) == ("会議録.txt", "cp932")
    assert "\r\n" in document.text
    assert read_document(file, encoding="cp932", format="text").text == document.text


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda _: None, "no such file"),
        (lambda path: path.mkdir(), "a folder"),
        (lambda path: path.write_bytes(b""), "empty"),
        (os.mkfifo, "no ordinary file"),
        (lambda path: path.symlink_to(path), "no such file"),
    ],
)
def test_what_is_no_document_is_refused(make: Callable[[Path], None], message: str, tmp_path: Path) -> None:
    path = tmp_path / "x"
    make(path)
    with pytest.raises(UnreadableError, match=message):
        read_document(path)


@pytest.mark.parametrize(("name", "message"), [("a" * 5000, "cannot be read"), ("a\0b", "no such file")])
def test_a_name_that_no_file_has_is_refused(name: str, message: str) -> None:
    with pytest.raises(UnreadableError, match=message):
        read_document(Path(name))


def test_a_format_can_be_said_and_must_exist() -> None:
    assert read_bytes(samples()["answers.html"], "a", format="text").text.startswith("<!DOCTYPE")
    assert "the formats are dbsearch, diet, discussnet" in refused(b"a", format="word")


def test_the_other_process_says_the_same_in_this_one() -> None:
    target = BytesIO()
    pdfium.write(samples()["newsletter.pdf"], target)
    assert json.loads(target.getvalue().partition(b"\n")[0])["pages"] == 2
