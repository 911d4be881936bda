"""Small documents about made-up towns, in every form that the readers know, as bytes by file name."""

from __future__ import annotations

import json
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

_NEWSLETTER = """\
# かえで町議会だより

## 通学路の安全を

**<質問>**歩道のない通学路が三か所ある。整備の時期を問う。
あわせて、見守りの人数は足りているか。

**<答弁>**三か所のうち二か所は令和8年3月までに整備する。残る一か所は用地の交渉中である。

**<指摘と意見など>**「用地の交渉中」という答弁は三年前と同じで、進み具合が分からない。

**<質問>**図書館の開館時間を延ばせないか。

**<答弁>**職員の配置を含めて検討する。
"""

_BARE = """\
みどり台市議会　会派ニュース

質問
給食費の無償化をいつ始めるか。

回答
財源の見通しが立たず、時期は決めていない。

質問
公園の遊具の点検は年に何回か。

回答
年一回、専門の業者に委託している。
"""

_LABELLED = """\
【質問】防災倉庫の備蓄は何日分か。
【答弁】三日分を目標とし、現在は二日分である。
【質問】残り一日分はいつ整うか。
【答弁】来年度の予算で対応する予定である。
"""

_MINUTES = """\
　　　　令和６年第２回みどり台市議会定例会会議録

令和６年６月１２日（水曜日）

　　　　議事日程
　日程第1　一般質問

　　　　午前１０時００分　開議
○議長（北　野　　進君）　これより本日の会議を開きます。
　日程第１、一般質問を行います。２番、小山田　光君。
　　　　〔２番　小山田　光君登壇〕
○２番（小山田　　光君）　おはようございます。
　初めに、ごみ収集の回数について伺います。次に、集積所の防犯カメラの台数を伺います。
　　　　〔市長　遠藤　茂君登壇〕
○市長（遠藤　　茂君）　お答えします。
　収集の回数についてのお尋ねですが、週二回を続けてまいります。防犯カメラは十二台です。
〇２番（小山田　　光君）　再質問します。増やす計画はありますか。
◯環境部長（三　木　　葵君）　五台を増やす予定です。
　　　　━━━━━━━━━━━━━━━━
　　　　午前１１時０５分　休憩
"""

_DISCUSSNET = (
    ("名簿", 2, "（名簿）", "令和　６年　　９月　定例会\n令和６年９月５日（木曜日）\n出席議員（三名）\n"),
    ("△議題", 3, "日程第１　一般質問", "△日程第１　一般質問"),
    ("○議長", 4, "議長（森　静江君）", "○議長（森　静江君）　一般質問を行います。四番杉本実君。"),
    ("◆質問", 5, "四番（杉本　実君）", "◆四番（杉本　実君）　空き家の数と&lt;特定空家&gt;の数を伺います。"),
    ("◎答弁", 6, "町長（白井　恵君）", "◎町長（白井　恵君）　空き家は百二十件です。\n　特定空家は二件です。"),
    ("◆質問", 5, "四番（杉本　実君）", "◆四番（杉本　実君）　要望とします。"),
)

_VOICES = """\
<HTML><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=Shift_JIS">
<TITLE>令和　６年　３月　定例会－03月04日－02号</TITLE></HEAD><BODY>
<A NAME="HUID1001"></A>令和　６年　３月　定例会<BR><BR>　　　　令和６年３月４日（月曜日）<BR>出席議員（四名）<BR>
<A NAME="HUID1002"></A>○議長（川辺　保君）　会議を開きます。<BR>
<A NAME="HUID1003"></A>△日程第１　一般質問<BR>
<A NAME="HUID1004"></A>◆３番（岡　由美君）　庁舎①の耐震と㈱みらいとの契約～更新について伺います。<BR>　以上です。<BR>
<A NAME="HUID1005"></A>◎総務部長（滝口　学君）　耐震は済んでいます。契約は更新しません。<BR>
<P><FORM METHOD="POST"><INPUT TYPE="hidden" NAME="x" VALUE="1"></FORM>
<SCRIPT>var hidden = "出さない";</SCRIPT>
</BODY></HTML>
"""

_DBSEARCH = """\
<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>会議録検索システム</title></head><body>
<nav><ul><li>発言者で探す</li></ul></nav>
<h2 class="command__title">令和６年　青葉野区議会定例会（第２日目）　本文</h2>
<span class="command__date">2024-09-18</span>
<ul class="page-text__list">
<li class="page-text__voice border " data-voice-no="1"><p class="page-text__text textwrap">
<span class="page-text__number VoiceAnchor" data-voiceno="1">1</span>
　　　午前十時開議<br />
◯議長（谷　宏君）　これより会議を開きます。<br />
</p></li>
<li class="page-text__voice border " data-voice-no="2"><p class="page-text__text textwrap">
<span class="page-text__number VoiceAnchor" data-voiceno="2">2</span>
◯十二番（平　咲子君）　待機児童の数を伺います。<br />
　あわせて定員の見直しを求めます。<br />
</p></li>
<li class="page-text__voice border " data-voice-no="3"><p class="page-text__text textwrap">
<span class="page-text__number VoiceAnchor" data-voiceno="3">3</span>
◯区長（今井　徹君）　待機児童は九人です。<br />
</p></li>
</ul><footer>検索語：なし</footer></body></html>
"""

_COMMITTEE = """\
<html><head><meta charset="utf-8"><title>発言</title></head><body>
<p class="view__title">令和６年　建設環境委員会　本文</p><p class="view__date"><time>2024-11-07</time></p>
<ul class="voice__list list-unstyled">
<li><div class="row voice__header hidden-print"><div class="voice__name"><span class="voice__number">1: </span>
<span class="voice__title">◯堀川委員長</span></div><p class="voice__hits">検索語: なし</p></div>
<div class="voice__textwrap"><div class="row voice__text voice__text--print"><p class="js-textwrap-container">
<span class="visible-print-block">1: </span>◯堀川委員長　道路の補修について質疑を行います。</p></div></div></li>
<li><div class="row voice__header hidden-print"><span class="voice__title">◯浅見委員</span></div>
<div class="voice__textwrap"><div class="row voice__text voice__text--print"><p class="js-textwrap-container">
<span class="visible-print-block">2: </span>◯浅見委員　補修の延長は何キロか。</p></div></div></li>
<li><div class="row voice__header hidden-print"><span class="voice__title">◯道路課長</span></div>
<div class="voice__textwrap"><div class="row voice__text voice__text--print"><p class="js-textwrap-container">
<span class="visible-print-block">3: </span>◯道路課長　四・二キロです。</p></div></div></li>
</ul></body></html>
"""

_PAGE = """\
<!DOCTYPE html><html><head><meta charset="utf-8"><title>令和6年第3回定例会の答弁書｜かえで町</title>
<style>p{color:red}</style><script>document.write("広告")</script></head><body>
<header>かえで町公式サイト</header><nav><a href="/">トップ</a><a href="/gikai">議会</a></nav>
<main><h1>一般質問の答弁書</h1>
<p>問　道の駅の赤字は
いくらか。</p><p>答　令和5年度は<ruby>八百万円<rp>(</rp><rt>はっぴゃくまんえん</rt><rp>)</rp></ruby>です。</p>
<table><tr><th>年度</th><th>赤字</th></tr><tr><td>令和4</td><td>六百万円</td></tr></table>
<p>問　再建の計画はあるか。<br>答　研究してまいります。</p></main>
<aside>関連リンク</aside><footer>電話 000-000-0000</footer></body></html>
"""

_DIET_SPEECHES = (
    (
        "会議録情報",
        None,
        None,
        None,
        "令和六年五月八日（水曜日）\r\n　　　　午前九時開議\r\n　出席委員\r\n　　　委員長　星野　　健君",
    ),
    ("星野健", "無所属", "委員長", None, "○星野委員長　これより会議を開きます。\r\n　村瀬茜君。"),
    (
        "村瀬　　茜",
        "市民の会",
        None,
        None,
        "○村瀬委員　鉄道の廃線は何路線ですか。\r\n　存続の条件もお示しください。",
    ),
    ("大河内豊", "無所属", "国土交通大臣", None, "○大河内国務大臣　三路線であります。"),
    ("一之瀬香", None, "鉄道研究所長", "参考人", "○一之瀬参考人　条件は二つございます。"),
)


@cache
def samples() -> dict[str, bytes]:
    """A document of each form by its file name; of PDF and Word, only the words are the same in every run."""
    return {
        "newsletter.md": _NEWSLETTER.encode(),
        "newsletter-bare.txt": _BARE.encode("utf-8-sig"),
        "newsletter-labels-euc.txt": _LABELLED.encode("euc_jp"),
        "newsletter-labels-utf16.txt": _LABELLED.encode("utf-16"),
        "newsletter.pdf": _pdf(),
        "newsletter.docx": _docx(),
        "answers.html": _PAGE.encode(),
        "minutes.txt": _MINUTES.encode(),
        "kensakusystem.txt": _MINUTES.translate({ord(sign): "○" for sign in "〇◯"})
        .replace("\n", "\r\n")
        .encode("cp932"),
        "discussnet.json": _discussnet(),
        "voices.html": _VOICES.encode("cp932"),
        "dbsearch.html": _DBSEARCH.encode(),
        "dbsearch-committee.html": _COMMITTEE.encode(),
        "diet.json": _diet_json(),
        "diet.xml": _diet_xml(),
        "voices.json": _voices_json(),
    }


def _discussnet() -> bytes:
    minutes = [
        {
            "minute_id": number,
            "title": title,
            "minute_type": kind,
            "minute_type_code": code,
            "body": f"<pre>{body}</pre>",
        }
        for number, (kind, code, title, body) in enumerate(_DISCUSSNET, 1)
    ]
    return json.dumps({"tenant_minutes": minutes}, ensure_ascii=False).encode()


def _diet_speeches() -> list[dict[str, str | int | None]]:
    keys = ("speaker", "speakerGroup", "speakerPosition", "speakerRole", "speech")
    return [
        {"speechID": f"121X_{order:03}", "speechOrder": order, **dict(zip(keys, fields, strict=True))}
        for order, fields in enumerate(_DIET_SPEECHES)
    ]


_DIET_MEETINGS = (("予算委員会", "第3号", "2024-05-08"), ("国土交通委員会", "第7号", "2024-05-15"))


def _diet_json() -> bytes:
    meetings = [
        {
            "issueID": f"121X{number}",
            "session": 213,
            "nameOfHouse": "衆議院",
            "nameOfMeeting": name,
            "issue": issue,
            "date": date,
            "speechRecord": _diet_speeches(),
        }
        for number, (name, issue, date) in enumerate(_DIET_MEETINGS)
    ]
    found = {"numberOfRecords": 2, "numberOfReturn": 2, "startRecord": 1, "meetingRecord": meetings}
    return json.dumps(found, ensure_ascii=False, indent=1).encode()


def _diet_xml() -> bytes:
    name, issue, date = _DIET_MEETINGS[0]
    speeches = "".join(
        "<speechRecord>"
        + "".join(f"<{key}>{'' if value is None else value}</{key}>" for key, value in speech.items())
        + "</speechRecord>"
        for speech in _diet_speeches()
    ).replace("\r\n", "&#13;\n")
    return (
        '<?xml version="1.0" encoding="UTF-8"?><data><numberOfRecords>1</numberOfRecords><records><record>'
        f"<recordSchema>x</recordSchema><recordData><meetingRecord><issueID>121X0</issueID><session>213</session>"
        f"<nameOfHouse>衆議院</nameOfHouse><nameOfMeeting>{name}</nameOfMeeting><issue>{issue}</issue>"
        f"<date>{date}</date>{speeches}</meetingRecord></recordData></record></records></data>"
    ).encode()


def _voices_json() -> bytes:
    said = (
        ("石原議長", "これより一般質問を行います。\n〔久保田議員登壇〕"),
        ("久保田議員", "駅前の駐輪場は何台分ですか。\n次に、料金の見直しを伺います。"),
        ("千葉区長", "駐輪場は四百台分です。料金は据え置きます。"),
        ("久保田議員", "据え置く期間はいつまでですか。"),
    )
    voices = [
        {"i": number, "speaker": speaker, "text": text} for number, (speaker, text) in enumerate(said, 1)
    ]
    title = "2024年9月20日 令和６年_第３回定例会（第２日目）"
    found = {"id": "x", "dateIso": "2024-09-20", "title": title, "voices": voices}
    return json.dumps(found, ensure_ascii=False, indent=0).encode()


def _docx() -> bytes:
    from docx import Document

    document = Document()
    document.core_properties.title = "かえで町議会だより"
    document.add_heading("橋の点検を急げ", level=1)
    document.add_paragraph("■質問　点検を終えた橋はいくつか。")
    document.add_paragraph("■答弁　四十橋のうち三十一橋である。")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(
        [*table.rows[0].cells, *table.rows[1].cells], ("年度", "橋", "令和5", "31"), strict=True
    ):
        cell.text = text
    document.add_paragraph("■質問　残りはいつ終わるか。")
    document.add_paragraph("■答弁　令和9年度までに終える予定である。")
    made = BytesIO()
    document.save(made)
    return made.getvalue()


_PDF = """\
#set page(width: 148mm, height: 105mm, margin: 12mm, columns: 2,
  header: text(7pt)[みどり台市議会だより　第12号], footer: context text(7pt)[#counter(page).display()])
#set text(font: "Noto Sans JP", size: 9pt, lang: "ja")
#place(top + center, scope: "parent", float: true, text(14pt)[バスの路線を守れるか])
"""
_PDF_TURNS = (
    (
        "質問",
        "市の南を走るバスの路線が来年の春になくなると聞いた。通院に使う人は何人いて、代わりの足をどう用意するか。",
    ),
    (
        "答弁",
        "利用者は一日に四十人ほどである。乗り合いのタクシーを秋から試す予定で、料金は三百円を考えている。",
    ),
    ("質問", "試す期間はいつまでか。朝の便がないと学校に間に合わない生徒がいることを市は知っているか。"),
    ("答弁", "期間は半年である。生徒の数は調べていない。教育委員会と話し合い、朝の便について研究する。"),
)


def _pdf() -> bytes:
    """Two columns on each page, a title across both, the same head and a number on every page."""
    import typst
    from pylopdf_fonts_jp import sans_path

    turns = "\n\n".join(f"【{label}】{text}" for label, text in _PDF_TURNS * 3)
    with TemporaryDirectory() as folder:
        source = Path(folder, "main.typ")
        source.write_text(_PDF + turns, encoding="utf-8")
        return bytes(typst.compile(str(source), font_paths=[str(sans_path().parent)]))
