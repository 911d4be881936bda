"""A document's turns: who speaks in what role, in every form of minutes, newsletters, reports and notices."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.drafting.turns import outline
from argmap.drafting.values import Outline
from argmap.ingest import Document, Role, Speech
from tests.turn_samples import LABELS, MINUTES, Expected

SHARED = Path(__file__).parent.parent.parent / "shared"


def document(text: str, *speeches: Speech) -> Document:
    return Document(name="a.txt", format="text", text=text, sha256="0" * 64, speeches=speeches)


def told(found: Outline) -> Expected:
    return [(turn.role, turn.speaker, turn.sentences[0].text[:3]) for turn in found.turns]


def shared(*parts: str) -> str:
    path = SHARED.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"{path} is not there; it is given beside the project, not with it")
    return path.read_text("utf-8")


def in_speeches(*speeches: tuple[str, Role | None, str], meeting: str = "") -> Document:
    text = ""
    found = []
    for speaker, role, words in speeches:
        found.append(
            Speech(start=len(text), end=len(text) + len(words), speaker=speaker, role=role, meeting=meeting)
        )
        text += f"{words}\n\n"
    return document(text, *found)


@pytest.mark.parametrize(("text", "expected"), MINUTES.values(), ids=MINUTES)
def test_minutes(text: str, expected: Expected) -> None:
    assert told(outline(document(text))) == expected


@pytest.mark.parametrize(("text", "expected"), LABELS.values(), ids=LABELS)
def test_newsletters(text: str, expected: Expected) -> None:
    assert told(outline(document(text))) == expected


@pytest.mark.parametrize("text", [text for text, _ in (*MINUTES.values(), *LABELS.values())])
def test_nothing_is_suspected_of_correct_text(text: str) -> None:
    assert outline(document(text)).suspects == ()


def test_what_happened_is_not_said() -> None:
    text, _ = MINUTES["one circle"]
    said = "".join(sentence.text for turn in outline(document(text)).turns for sentence in turn.sentences)
    assert not any(words in said for words in ("登壇", "拍手", "呼ぶ者", "休憩", "――"))


def test_agenda_items_are_articles() -> None:
    found = outline(
        document(
            "○議長（森君）　開きます。\n△日程第１　一　般　質　問\n○３番（谷君）　伺います。\n○市長（浜君）　答えます。\n"
            "○議長（森君）　次に、日程第２、議案第五号バス条例の改正を議題とします。\n○４番（沖君）　伺います。\n"
        )
    )
    articles = [turn.article for turn in found.turns]
    assert articles == ["", "日程第１ 一 般 質 問", *["日程第１ 一 般 質 問"] * 2, "議案第五号バス条例の改正"]


def test_letter_spaced_heading() -> None:
    found = outline(document("一　般　質　問\n\n【質問】街灯は何基か。\n【答弁】八百基である。\n"))
    assert [turn.article for turn in found.turns] == ["一般質問", "一般質問"]
    (repair,) = found.repairs
    assert repair.kind == "spaced-heading"
    assert "一般質問" in repair.words.ja


def test_the_title_and_lead_of_the_next_article_are_not_of_the_answer() -> None:
    found = outline(
        document(
            "# 橋\n【質問】橋は安全か。\n【答弁】安全である。\n\n# 川\n\n水辺に親しむまちへ\n\n写真：川\n\n【質問】川はきれいか。\n【答弁】きれいである。\n"
        )
    )
    assert [turn.article for turn in found.turns] == ["橋", "橋", "川", "川"]
    assert [len(turn.sentences) for turn in found.turns] == [1, 1, 1, 1]


def test_headlines_of_plain_text() -> None:
    found = outline(
        document(
            "春の議会報告\n\n図書館に席を\n\n質問\n席は足りるか。\n\n回答\n四十ある。\n\n写真：図書館\n\n川をきれいに\n\n質問\n川はきれいか。\n\n回答\nきれいである。\n"
        )
    )
    assert [turn.article for turn in found.turns] == ["図書館に席を"] * 2 + ["川をきれいに"] * 2
    assert [len(turn.sentences) for turn in found.turns] == [1, 1, 1, 1]


@pytest.mark.parametrize(
    "text",
    ["「" * 100_000, "# 橋\n" * 3_000, "あ" * 300_000, "○橋\n" * 3_000, "（「" * 30_000 + "」）" * 30_000],
)
def test_hostile_text_ends(text: str) -> None:
    assert len(outline(document(text)).turns) <= 1


def test_a_title_inside_its_own_answer_goes_to_its_question() -> None:
    found = outline(
        document(
            "# 橋を直せ\n\n【質問】橋は安全か。\n\n【答弁】安全である。\n\n【質問】図書館の席は足りるか。\n\n"
            "【答弁】席は四十あり、多くの方がテー\n\n## 図書館に席を\n\n動画は\nこちら\n\nブルを使っている。増やす予定はない。\n\n【意見】足りない。\n"
        )
    )
    assert [turn.article for turn in found.turns] == ["橋を直せ"] * 2 + ["図書館に席を"] * 3
    assert found.turns[3].sentences[0].text == "席は四十あり、多くの方がテーブルを使っている。"
    assert [repair.kind for repair in found.repairs] == ["column", "heading", "title", "caption"]
    assert [len(turn.spans) for turn in found.turns] == [1, 1, 1, 2, 1]


def test_a_heading_inside_an_answer_that_has_its_title_is_only_lifted() -> None:
    found = outline(
        document(
            "# 橋\n【質問】橋は安全か。\n【答弁】安全である。\n# 川\n【質問】川はきれいか。\n"
            "【答弁】川は、多くの人がきれいだと\n## 水辺\n言っている。\n"
        )
    )
    assert [turn.article for turn in found.turns] == ["橋", "橋", "川", "川"]
    assert [repair.kind for repair in found.repairs] == ["column", "heading"]


def test_speeches_of_the_format() -> None:
    found = outline(
        in_speeches(
            ("", "other", "○出席委員\n　鵜飼委員長"),
            ("鵜飼　進", None, "○鵜飼委員長　会議を開きます。"),
            ("宮部 京", None, "○宮部委員　離島の医師は何人ですか。"),
            ("乙部修", None, "○乙部政府参考人　十二人です。\r\n　以上です。"),
            ("丸山厚生労働大臣", None, "○丸山厚生労働大臣　努めます。"),
            ("井上渚", None, "○井上　渚　終わります。"),
            ("川辺", None, "○川辺でございます。続けます。"),
            ("議事課", "other", "○別"),
            meeting="厚生委員会　第２号",
        )
    )
    assert [(turn.role, turn.speaker) for turn in found.turns] == [
        ("chair", "鵜飼進"),
        ("question", "宮部京"),
        ("answer", "乙部修"),
        ("answer", "丸山厚生労働大臣"),
        ("question", "井上渚"),
        ("question", "川辺"),
        ("other", "議事課"),
    ]
    assert [turn.sentences[0].text for turn in found.turns[:6]] == [
        "会議を開きます。",
        "離島の医師は何人ですか。",
        "十二人です。",
        "努めます。",
        "終わります。",
        "川辺でございます。",
    ]
    assert {turn.article for turn in found.turns} == {"厚生委員会 第２号"}
    assert found.turns[6].sentences == ()


def test_turns_inside_one_speech() -> None:
    found = outline(
        in_speeches(
            (
                "",
                None,
                "前書き。\n○議長（森君）　開きます。\n○３番（谷君）　伺います。\n○市長（浜君）　答えます。",
            )
        )
    )
    assert [(turn.role, turn.speaker) for turn in found.turns[1:]] == [
        ("chair", "議長（森君）"),
        ("question", "３番（谷君）"),
        ("answer", "市長（浜君）"),
    ]


def test_a_member_who_presides_elsewhere_asks_with_the_sign_of_those_who_ask() -> None:
    text = "○議長（森君）　開きます。\n◆３番（谷君）　伺います。\n◆４番（沖君）　伺います。\n◆総務委員長（辻君）　伺います。\n◎水道（浜君）　答えます。\n◆（北君）　伺います。\n○水道（浜君）　答えます。\n"
    assert [turn.role for turn in outline(document(text)).turns] == [
        "chair",
        "question",
        "question",
        "question",
        "answer",
        "question",
        "answer",
    ]


def test_bubbles_of_a_report() -> None:
    found = outline(
        document(
            '## まとめ\n\n- 橋は → 直す\n\n### 橋を直せ\n\n<div class="a" data-speaker="谷（初）">\n\n橋は<b>いつ</b>直すか。\n\n<div>図</div>\n\n</div>\n\n'
            '<div class="tips">\n\n役所は遅い。\n\n</div>\n\n<div class="a" data-speaker="建設部長（浜）">\n\n[来年](https://a.example/)だ。\n'
        )
    )
    assert [(turn.role, turn.speaker, turn.article) for turn in found.turns] == [
        ("question", "谷", "橋を直せ"),
        ("answer", "建設部長（浜）", "橋を直せ"),
    ]
    assert [[sentence.text for sentence in turn.sentences] for turn in found.turns] == [
        ["橋はいつ直すか。", "図"],
        ["来年だ。"],
    ]


NOTICE = """\
　　　　一般質問通告書
質問件名
　公園の木陰を増やせ
質問要旨
　公園のベンチに日が当たり、夏は座れないという声を多くの市民から聞いているため、以下を問
う。
1. 木陰のあるベンチの数は。
2. 木を植える計画は。

上記のとおり通告します。
令和７年２月３日　議長殿　　　氏名　　槙　　陽子
件名：バスの便
要旨：朝の便を増やせないか。
件名：橋
要旨：橋は安全か。
以上
氏名　槙　陽子
"""


def test_notices() -> None:
    found = outline(document(NOTICE))
    assert [(turn.role, turn.speaker, turn.article) for turn in found.turns] == [
        ("question", "槙陽子", "公園の木陰を増やせ"),
        ("question", "槙陽子", "バスの便"),
        ("question", "槙陽子", "橋"),
    ]
    assert [sentence.text for sentence in found.turns[0].sentences][1:] == [
        "木陰のあるベンチの数は。",
        "木を植える計画は。",
    ]
    assert [sentence.text for sentence in found.turns[1].sentences] == ["朝の便を増やせないか。"]
    nameless = outline(document("質問通告書\n件名　橋\n内容　\n橋は安全か。\n"))
    assert [(turn.speaker, turn.article) for turn in nameless.turns] == [("", "橋")]


def test_a_list_under_its_caption() -> None:
    found = outline(
        document(
            "【質問】直せ。\n\n主な事故\n北の橋で荷車が落ちた\n南の池で転落\n西口で自転車どうしがぶつかる\n東の坂で滑る\n\n"
            "理由は次のとおりである：\n- 古い\n- 狭い\n\n【答弁】直す。\n"
        )
    )
    (first, second) = found.turns[0].lists
    assert first[0] is not None
    assert first[0].text == "主な事故"
    assert [item.text for item in first[1]][-1] == "東の坂で滑る"
    assert second[0] is not None
    assert second[0].text == "理由は次のとおりである："
    assert [item.text for item in second[1]] == ["古い", "狭い"]
    assert set(first[1]) < set(found.turns[0].sentences)


def exchange(points: int) -> str:
    return "○３番（谷君）　" + "橋は安全か。" * points + "\n○市長（浜君）　安全だ。\n"


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        (exchange(1) * 3, "one-by-one"),
        (exchange(6), "all-at-once"),
        (exchange(3) * 2, "unknown"),
        ("○議長（森君）　一問一答方式で行います。\n" + exchange(6), "one-by-one"),
        ("○議長（森君）　一括質問です。\n" + exchange(1) * 3, "all-at-once"),
        ("○議長（森君）　一問一答と一括質問があります。\n" + exchange(6), "all-at-once"),
        ("", "unknown"),
    ],
)
def test_mode(text: str, mode: str) -> None:
    assert outline(document(text)).mode == mode


@pytest.mark.parametrize("text", ["", "\n\n", "＃", "────\n"])
def test_nothing_said(text: str) -> None:
    assert all(turn.role == "other" for turn in outline(document(text)).turns)


def test_text_without_labels_is_one_turn() -> None:
    (turn,) = outline(document("橋が古い。\n直すべきだ。\n")).turns
    assert (turn.id, turn.role, turn.speaker, len(turn.sentences)) == ("t1", "other", "", 2)


PARTS = ["○議長（森君）　", "◆３番（谷　君）", "【質問】", "問　", "答　", "# 見出し", "\n", "\n\n", "。", "「", "」", "（", "）", "橋は安全か", "→", "- ", "────", "\r\n", '<div data-speaker="市長">', "</div>", "通告書", "件名 ", "要旨 ", "氏名 ", "１番", "市長：", "一　般　質　問", "　", "〔登壇〕", "**", "[橋](http://a)", "を", "、", "!", "？", "\ud800", "A. x"]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(PARTS), st.text(max_size=6)), max_size=40).map("".join), st.data())
def test_any_text_has_an_outline(text: str, data: st.DataObject) -> None:
    places = sorted(data.draw(st.lists(st.integers(0, len(text) + 3), max_size=4)))
    speeches = [Speech(start=start, end=end, speaker="谷") for start, end in pairwise(places)]
    for found in (outline(document(text)), outline(document(text, *speeches))):
        assert found == outline(found.document)
        for turn in found.turns:
            for start, end in turn.spans:
                assert 0 <= start <= end <= len(text)
            lines = [span for sentence in turn.sentences for span in sentence.spans]
            assert all(any(a <= start < end <= b for a, b in turn.spans) for start, end in lines)
        begins = [turn.spans[0][0] for turn in found.turns]
        assert begins == sorted(begins)
        assert all(text[slice(*suspect.span)] == suspect.text for suspect in found.suspects)


def test_newsletter_of_the_project() -> None:
    text = shared("sources", "newsletter-2024-12.txt")
    gold = json.loads(shared("sources", "newsletter-2024-12.gold.json"))
    found = outline(document(text))
    names = {"comment": "criticism"}
    assert [turn.role for turn in found.turns] == [
        names.get(turn["role"], turn["role"]) for turn in gold["turns"]
    ]
    titles = {article["id"]: article["title"] for article in gold["articles"]}
    assert [turn.article for turn in found.turns] == [titles[turn["article"]] for turn in gold["turns"]]
    assert [(sentence.text, sentence.spans) for turn in found.turns for sentence in turn.sentences] == [
        (sentence["text"], tuple((span["start"], span["end"]) for span in sentence["spans"]))
        for sentence in gold["sentences"]
    ]
    assert sorted(repair.kind for repair in found.repairs) == [
        "caption",
        "caption",
        "column",
        "column",
        "heading",
        "title",
    ]
    lines = [text.count("\n", 0, suspect.span[0]) + 1 for suspect in found.suspects]
    assert lines == [suspect["line"] for suspect in gold["ocr_suspects"]]
    assert [len(items) for turn in found.turns for _, items in turn.lists] == [8]


@pytest.mark.parametrize(
    ("name", "turns", "speakers"),
    [
        ("r1_6-gatu_1-touhyouritu-koujou.md", 45, {"安竹", "選挙管理委員会事務局長"}),
        (
            "r3_12-gatu_3-kokyo-toire-kyouryokuten.md",
            32,
            {"安竹", "市長（小林洋子）", "健康福祉部長（滝澤）"},
        ),
        ("tsukoku_202012-2.txt", 1, {"安竹洋平"}),
    ],
)
def test_reports_and_a_notice(name: str, turns: int, speakers: set[str]) -> None:
    found = outline(document(shared("samples", "kodaira", name)))
    assert len(found.turns) == turns
    assert {turn.speaker for turn in found.turns} == speakers
    assert all((turn.role == "question") == turn.speaker.startswith("安竹") for turn in found.turns)
    assert found.suspects == ()


def test_minutes_of_a_ward() -> None:
    voices = json.loads(shared("samples", "shinagawa", "r06-20240220-honkaigi.json"))["voices"]
    found = outline(in_speeches(*((voice["speaker"], None, voice["text"]) for voice in voices)))
    assert [turn.speaker for turn in found.turns] == [voice["speaker"] for voice in voices]
    asked = {"議長": "chair", "議員": "question"}
    assert [turn.role for turn in found.turns] == [
        asked.get(turn.speaker[-2:], "answer") for turn in found.turns
    ]
    assert found.mode == "all-at-once"
    assert found.suspects == ()
