"""Markdown: pages for people, and texts that stay texts."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inline_snapshot import snapshot
from markdown_it import MarkdownIt

from argmap.diagnostics import Words
from argmap.report import Manner
from argmap.report.md import findings, questions, rules, status, why
from tests.report_debates import (
    ERROR,
    NASTY,
    RULE,
    analysed,
    asked,
    debate,
    everything,
    finding,
    hostile,
    midori,
    shipped,
    unexplained,
)

JA, EN = Manner(lang="ja"), Manner()
_TAGS = re.compile(r"</?([a-z0-9]+)")
_OURS = {
    "h1",
    "h2",
    "p",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "ul",
    "ol",
    "li",
    "code",
    "strong",
    "br",
}


def rendered(text: str) -> str:
    return str(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text))


def shown(html: str) -> str:
    return "".join(
        html.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&").split()
    )


def test_status_for_a_person() -> None:
    analysis = analysed(midori())
    assert unexplained(status(analysis, [midori()], [], JA), analysis) == snapshot("""\
# みどり町の学校給食（2025年6月）

町長の主張12件：反論なし 5件、反論あり・根拠なし 1件、再反論済み 1件、対立中 1件、論拠不成立 1件、根拠崩れ 1件、反論成立 1件、撤回・容認 1件。

質問4件：一部だけ答弁 1件、正面から答えていない 1件、答弁が見当たらない 1件、要望 1件。

## まだ成り立っている主張 (7)

| 状態 | 主張 | 反論 | 証拠 | なぜ |
| --- | --- | --- | --- | --- |
| ○ 反論なし | 地元の野菜を3割使っている。<br>`local` |  |  | <reason> |
| ○ 反論なし | 給食の質は高い<br>`good` |  | `survey` | <reason> |
| ○ 反論なし | 給食費を無償にする<br>`free` |  |  | <reason> |
| ○ 反論なし | 来春から無償にする<br>`due` |  |  | <reason> |
| ○ 反論なし | 他町の動向を注視し、検討する<br>`study` |  |  | <reason> |
| △ 反論あり・根拠なし | 毎日その日に作る<br>`fresh` | `frozen` |  | <reason><br><reason> |
| ◎ 再反論済み | 一食250円でできる<br>`cheap` | `dear` |  | <reason> |

## 決着していない主張 (1)

| 状態 | 主張 | 反論 | 証拠 | なぜ |
| --- | --- | --- | --- | --- |
| ⇔ 対立中 | 牛乳は要る<br>`tie` | `no-milk` | `milk-law` | <reason> |

## 崩れた主張 (4)

| 状態 | 主張 | 反論 | 証拠 | なぜ |
| --- | --- | --- | --- | --- |
| ∥ 論拠不成立 | 毎日洗っている<br>`cleaned` | `dirty` |  | <reason> |
| ▽ 根拠崩れ | だから安心である<br>`rested` |  |  | <reason> |
| × 反論成立 | 異物は混じらない<br>`safe` | `hair` |  | <reason> |
| ← 撤回・容認 | 説明は足りていた<br>`sorry` |  |  | <reason> |

## 証拠の付いていない反論 (1)

| 状態 | 反論 | 相手の主張 |
| --- | --- | --- |
| △ 証拠なし | 冷凍の品が多い<br>`frozen` | `fresh` |

## 十分な答弁が見当たらない質問 (3)

| 状態 | 質問 | なぜ |
| --- | --- | --- |
| ？ 答弁が見当たらない | 調理員は足りているか<br>`q-staff` |  |
| ◇ 正面から答えていない | 調理場をどう建て替えるのか？<br>`q-kitchen` | <reason> |
| ◐ 一部だけ答弁 | 献立を選べるか<br>`q-menu` | <reason> |
""")


def test_questions_by_group() -> None:
    analysis = analysed(midori())
    mine = [one for one in asked(analysis, [midori()]) if one.about in ("local", "q-staff")]
    assert questions([midori(), debate(id="silent")], mine, JA) == snapshot("""\
# 次に聞くこと: みどり町の学校給食（2025年6月）

いずれも下書きである。出典で確かめ、自分の言葉に直して使う。 全2問、読み上げに約29秒。

## 給食の質

1. **地元の野菜を3割使っているとのことですが、3割という数字の出どころが示されていません。何を分母とし、いつ、誰が調べた割合なのかをお示しください。** (約15秒, `unsourced-figure-local`)

   - なぜ：3割という数字を示す統計も資料も見当たらない。 (local)
   - 相手：町長
   - 出典：みどり町議会会議録、2025年6月10日、12頁「地元の野菜を３割」
   - 通告書：地元の野菜を3割使っているとのことだが、3割という数字の出どころが示されていない。何を分母とし、いつ、誰が調べた割合なのか。
   - 認める答弁なら：その数え方で、見落とされているものはないのか伺います。
   - 認めない答弁なら：出どころを示せないのであれば、その数字を改めるのか伺います。
   - 検討するとの答弁なら：いつまでに出どころを確かめ、議会に示すのか伺います。

## その他

2. **2025年6月の、調理員は足りているかとの質問には、答弁が見当たりませんでした。改めて、必要な数と実際の数を、比べてお示しください。** (約14秒, `unanswered-question-q-staff`)

   - なぜ：この質問への答弁が見当たらない。 (q-staff)
   - 相手：町長
   - 通告書：2025年6月の、調理員は足りているかとの質問には、答弁が見当たらなかった。改めて、必要な数と実際の数を、比べて示されたい。
   - 認める答弁なら：足りない分を、いつまでに、どう補うのか伺います。
   - 認めない答弁なら：必要な数をつかまずに、足りるかどうかをどう判断したのか伺います。
   - 検討するとの答弁なら：必要な数を、いつまでに出すのか伺います。
""")
    assert questions([midori()], [], EN) == "No question to follow up was found.\n"


def test_why_with_its_reasons() -> None:
    analysis, debates = shipped()
    keys = [f"{debates[0].id}#{name}" for name in ("encryption", "q-notice")]
    assert unexplained(why(analysis, keys, JA), analysis) == snapshot("""\
## △ 反論あり・根拠なし: encryption

<verdict>

- <reason>
- <reason>

出典：議員のニュースレター（2024年12月）、答弁「国はデータの暗号化」

## ？ 答弁が見当たらない: q-notice

<verdict>

出典：議員のニュースレター（2024年12月）、質問（健康保険組合）「被保険者への周知が不足」
""")
    assert unexplained(why(analysed(midori()), ["midori#free"], EN), analysed(midori())) == snapshot("""\
## ○ unrebutted: free

<verdict>

- <reason>
""")


def test_findings_as_a_table() -> None:
    hint = Words(en="did you mean `text`?", ja="`text` のことか")
    assert findings([finding(ERROR, hint=hint), finding()], EN) == snapshot("""\
| Place | Rule | Finding |
| --- | --- | --- |
| claims/midori.yaml:3:5 | error AM106 unknown-key | no rebuttal was found<br>did you mean \\`text\\`? |
| claims/midori.yaml:3:5 | note AM301 unrebutted-claim | no rebuttal was found |
""")
    assert findings([], EN) == "No findings.\n"


def test_rules_as_a_table_and_one_as_its_page() -> None:
    assert rules([ERROR, RULE], EN) == snapshot("""\
| Code | Slug | Severity | What it finds |
| --- | --- | --- | --- |
| AM106 | unknown-key | error | a key that the format does not know |
| AM301 | unrebutted-claim | note | a claim that nobody has rebutted |
""")
    assert rules([RULE], JA) == snapshot("""\
# AM301 unrebutted-claim

反論のない主張 (注意)

What.

Why.

Do.
""")


def test_hostile_texts_make_no_markup() -> None:
    bad = hostile()
    analysis = analysed(bad)
    keys = everything(analysis)
    words = Words(en=NASTY, ja=NASTY)
    for text in (
        status(analysis, [bad], [], JA),
        questions([bad], asked(analysis, [bad]), JA),
        why(analysis, keys, JA),
        findings([finding(message=words, hint=words, file="`|<b>.yaml")], JA),
    ):
        html = rendered(text)
        assert set(_TAGS.findall(html)) <= _OURS
        assert "<b>&\"'`|*_[x](javascript:alert(1))" in shown(html)


def test_a_list_in_a_list_item_stays_a_sentence() -> None:
    listed = debate(
        claims={
            f"c{n}": {"text": f"{mark} 一", "by": "town"}
            for n, mark in enumerate(("-", "+", "=", "1.", "2)", "#"))
        }
    )
    html = rendered(questions([listed], asked(analysed(listed), [listed]), JA))
    assert html.count("<ol>") == 1
    assert "<h3>" not in html


@given(st.text(max_size=60))
def test_any_text_shows_as_it_is(text: str) -> None:
    message = Words(en=text, ja=text)
    html = rendered(findings([finding(message=message)], EN))
    assert set(_TAGS.findall(html)) <= _OURS
    cell = shown(html.rpartition("<td>")[2].partition("</td>")[0])
    assert cell == "".join(text.replace("\0", "\ufffd").split())


@pytest.mark.parametrize("manner", [JA, EN])
def test_tables_have_as_many_cells_as_heads(manner: Manner) -> None:
    analysis, debates = shipped()
    lines = [line for line in status(analysis, debates, [], manner).splitlines() if line.startswith("|")]
    assert len(lines) > 40
    widths = {len(re.findall(r"(?<!\\)\|", line)) for line in lines}
    assert widths == {4, 6}
