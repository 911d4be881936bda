"""What changed, as text, Markdown and JSON."""

from __future__ import annotations

import json
from typing import Any

import pytest
from inline_snapshot import snapshot
from jsonschema import Draft202012Validator

from argmap.comparison import Difference, compare
from argmap.model import Debate
from argmap.report import Manner, md, text
from argmap.report import json as as_json
from argmap.report._changes import headline
from argmap.semantics import analyse
from tests.changes import copy, loaded, shipped_against
from tests.debates import claim, debate
from tests.report_debates import hostile

JA, EN = Manner(lang="ja"), Manner(lang="en")


def data_of(difference: Difference) -> Any:  # noqa: ANN401 - JSON
    found = as_json.diff(difference, JA)
    assert found.endswith("}\n")
    data = json.loads(found)
    Draft202012Validator(json.loads(as_json.schema("diff"))).validate(data)
    return data


def test_one_line_says_what_changed_and_why_when_a_rebuttal_gained_evidence() -> None:
    found = shipped_against("evidence")
    assert text.diff(found, JA).splitlines()[0] == snapshot(
        "市（答弁）の主張 encryption（データを暗号化し、不正なアクセスを防いでいる）は、反論あり・根拠なし（2024年12月） → 反論成立（2025年3月から）に変わった：議員の反論 theft-presumed（暗号化は、データが盗まれうることを見込んだ技術だ）に、議員の証拠 stolen-data（暗号化されたデータが盗まれた事例が、報告された）が付いた。"
    )
    assert text.diff(found, EN) == snapshot("""\
The claim encryption by 市（答弁） (データを暗号化し、不正なアクセスを防いでいる) was challenged without evidence in December 2024; it is rebutted since March 2025: the rebuttal theft-presumed by 議員 (暗号化は、データが盗まれうることを見込んだ技術だ) is now backed by the evidence stolen-data by 議員 (暗号化されたデータが盗まれた事例が、報告された).

Verdicts that changed (1)
↓ encryption
    △ challenged, no evidence → × rebutted

Added (1)
＋ stolen-data · evidence · 議員
    ○ unrebutted
    暗号化されたデータが盗まれた事例が、報告された
    backs → theft-presumed

Debates (1)
≠ mynumber-insurance-card
    健康保険証の廃止とマイナ保険証
    source 会計検査院の報告: – → 2025-03
""")


def test_more_changes_are_counted_in_the_first_line_and_told_below() -> None:
    assert text.diff(shipped_against("reworked"), JA) == snapshot("""\
3件の判定が変わった（弱くなった 1件、強くなった 2件）。追加2件、削除1件、書き換え2件、関係の変更2件、討論の見出しなどの変更2件。

変わった判定 (3)
↓ encryption
    △ 反論あり・根拠なし → × 反論成立
    市（答弁）の主張 encryption（データを強く暗号化し、不正なアクセスを防いでい
    る）は、反論あり・根拠なし（2024年12月） → 反論成立（2025年3月から）に変わっ
    た：議員の反論 theft-presumed（暗号化は、データが盗まれうることを見込んだ技
    術だ）に、議員の証拠 stolen-data（暗号化されたデータが盗まれた事例が、報告さ
    れた）が付いた。
↑ safe-use
    × 反論成立 → △ 反論あり・根拠なし
    市（答弁）の主張 safe-use（法・技術・透明性・情報提供を合わせれば、安全に使
    える）は、反論成立（2024年12月） → 反論あり・根拠なし（2025年3月から）に変
    わった：これに対する議員の反論 leaks-happen（情報漏れは、技術だけでは防ぎき
    れない）がなくなった。
↑ q-system-failures
    ◇ 正面から答えていない → ● 答弁あり
    議員の質問 q-system-failures（機器やシステムの不具合が続くことに、どう対処す
    るか）は、正面から答えていない（2024年12月） → 答弁あり（2025年3月から）に変
    わった：これへの市（答弁）の主張 state-countermeasures（マイナ保険証をめぐる
    課題には、国が対策を出している）の答え方が、全部に答えるものに変わった。

追加 (2)
＋ stolen-data · 証拠 · 議員
    ○ 反論なし
    暗号化されたデータが盗まれた事例が、報告された
    裏づけ → theft-presumed
＋ q-forms · 質問 · 議員
    ？ 答弁が見当たらない
    申請書はどこで受け取れるか

削除 (1)
− q-receipts · 質問 · 議員
    ？ 答弁が見当たらない
    レセプトの仕事が込み入り、手間が増えるのではないか

書き換え (2)
≠ encryption
    △ 反論あり・根拠なし → × 反論成立
    データを強く暗号化し、不正なアクセスを防いでいる
    − データを暗号化し、不正なアクセスを防いでいる
≠ q-donation
    受注した企業が政権与党へ5億8000万円を献金したことをどう考えるか
    ID：q-donations → q-donation

関係 (2)
≠ state-countermeasures 答え → q-system-failures
    正面から答えない → 全部
− leaks-happen 反論 → safe-use

討論 (1)
≠ mynumber-insurance-card
    健康保険証の廃止とマイナ保険証
    開催日：2024-12 → 2025-03
    出典 会計検査院の報告：– → 2025-03
""")
    assert md.diff(shipped_against("reworked"), EN) == snapshot("""\
3 verdicts changed (1 fell, 2 rose); added 2, removed 1, rewritten 2, relations changed 2, changes to the debates 2.

## Verdicts that changed (3)

- ↓ **encryption** (△ challenged, no evidence → × rebutted)
  - The claim encryption by 市（答弁） (データを強く暗号化し、不正なアクセスを防いでいる) was challenged without evidence in December 2024; it is rebutted since March 2025: the rebuttal theft-presumed by 議員 (暗号化は、データが盗まれうることを見込んだ技術だ) is now backed by the evidence stolen-data by 議員 (暗号化されたデータが盗まれた事例が、報告された).
- ↑ **safe-use** (× rebutted → △ challenged, no evidence)
  - The claim safe-use by 市（答弁） (法・技術・透明性・情報提供を合わせれば、安全に使える) was rebutted in December 2024; it is challenged without evidence since March 2025: it is no longer rebutted by the rebuttal leaks-happen by 議員 (情報漏れは、技術だけでは防ぎきれない).
- ↑ **q-system-failures** (◇ answered evasively → ● answered)
  - The question q-system-failures by 議員 (機器やシステムの不具合が続くことに、どう対処するか) was answered evasively in December 2024; it is answered since March 2025: the claim state-countermeasures by 市（答弁） (マイナ保険証をめぐる課題には、国が対策を出している) now answers it in full.

## Added (2)

- ＋ **stolen-data · evidence · 議員** (○ unrebutted)
  - 暗号化されたデータが盗まれた事例が、報告された
  - backs → theft-presumed
- ＋ **q-forms · question · 議員** (？ no answer found)
  - 申請書はどこで受け取れるか

## Removed (1)

- − **q-receipts · question · 議員** (？ no answer found)
  - レセプトの仕事が込み入り、手間が増えるのではないか

## Rewritten (2)

- ≠ **encryption** (△ challenged, no evidence → × rebutted)
  - データを強く暗号化し、不正なアクセスを防いでいる
  - − データを暗号化し、不正なアクセスを防いでいる
- ≠ **q-donation**
  - 受注した企業が政権与党へ5億8000万円を献金したことをどう考えるか
  - id: q-donations → q-donation

## Relations (2)

- ≠ **state-countermeasures answers → q-system-failures**
  - evasively → in full
- − **leaks-happen rebuts → safe-use**

## Debates (1)

- ≠ **mynumber-insurance-card**
  - 健康保険証の廃止とマイナ保険証
  - held: 2024-12 → 2025-03
  - source 会計検査院の報告: – → 2025-03
""")


def test_nothing_changed_is_said_in_one_line() -> None:
    assert text.diff(shipped_against("same"), JA) == "変わったことはない。\n"
    assert md.diff(shipped_against("same"), EN) == "Nothing changed.\n"


def test_without_a_verdict_the_first_line_says_so() -> None:
    assert headline(shipped_against("empty")).en == snapshot(
        "No verdict changed; removed 45, changes to the debates 11."
    )
    assert headline(shipped_against("empty")).ja == snapshot(
        "判定は変わっていない。削除45件、討論の見出しなどの変更11件。"
    )


def test_one_change_that_turned_several_in_different_ways_says_that_there_are_more() -> None:
    old = {"claims": {"a": claim("A"), "b": claim("B", supports=["c"]), "c": claim("C")}}
    new = {"claims": {**old["claims"], "b": claim("B", supports=["c"], conceded={})}}
    found = compare(analyse([debate(old)]), analyse([debate(new)]))
    assert headline(found).en == snapshot(
        "The claim b by city (B) was unrebutted; it is conceded: its party withdrew or admitted it. (1 more below.)"
    )
    assert headline(found).ja == snapshot(
        "cityの主張 b（B）は、反論なし → 撤回・容認に変わった：これが撤回または容認された。（ほか1件は下に）"
    )


def test_with_several_debates_everything_says_in_which_it_is() -> None:
    old = analyse([debate({"claims": {"a": claim("A")}}, "x"), debate({"claims": {"b": claim("B")}}, "y")])
    new = analyse(
        [
            Debate.model_validate(
                {"id": "x", "debate": {"title": "X"}, "claims": {"a": claim("A", rebuts=["z#c"])}}
            ),
            debate({"claims": {"c": claim("C"), "d": claim("D", rebuts=["x#a"])}}, "z"),
        ]
    )
    assert text.diff(compare(old, new), EN) == snapshot("""\
The claim a by city (A) was unrebutted; it is challenged without evidence: it is now rebutted by the claim z#d by city (D).

Verdicts that changed (1)
↓ x#a
    ○ unrebutted → △ challenged, no evidence

Added (2)
＋ z#c · claim · city
    ◎ defended
    C
＋ z#d · claim · city
    ○ unrebutted
    D
    rebuts → x#a

Removed (1)
− y#b · claim · city
    ○ unrebutted
    B

Debates (3)
≠ x
    X
    title: – → X
＋ z
    z
− y
    y
""")


def test_json_keeps_the_contract() -> None:
    data = data_of(shipped_against("evidence"))
    assert list(data) == [
        "format",
        "lang",
        "headline",
        "verdicts_changed",
        "unchanged",
        "debates",
        "turns",
        "items",
        "relations",
    ]
    assert (data["format"], data["verdicts_changed"], data["unchanged"]) == ("argmap-diff/1", 1, 44)
    turned, added = data["items"]
    assert (turned["key"], turned["direction"]) == ("mynumber-insurance-card#encryption", "fell")
    assert (turned["old"]["status"], turned["new"]["status"], turned["since"]) == (
        "challenged",
        "rebutted",
        "2025-03",
    )
    (cause,) = turned["causes"]
    assert cause == {
        "at": "mynumber-insurance-card#theft-presumed",
        "relation": data["relations"][0],
        "field": None,
    }
    assert (added["change"], added["old"], added["new"]["id"]) == ("added", None, "stolen-data")
    assert data["turns"][0]["keys"] == [turned["key"]]


@pytest.mark.parametrize("which", ["same", "reworked", "empty"])
def test_every_json_keeps_to_the_schema(which: str) -> None:
    data = data_of(shipped_against(which))
    assert len(data["items"]) + data["unchanged"] == len(shipped_against(which).items)


def test_a_field_that_is_a_cause_stands_in_json() -> None:
    new = loaded(copy({"  access-prevented:\n": "  access-prevented:\n    conceded: true\n"}))
    found = compare(shipped_against("same").new, analyse([new]))
    (item,) = (one for one in data_of(found)["items"] if one["direction"])
    assert item["causes"][0]["field"] == {"field": "conceded", "old": None, "new": "true"}


def test_what_authors_wrote_stays_text_and_colour_only_repeats() -> None:
    found = compare(analyse([]), analyse([hostile()]))
    shown = text.diff(found, JA)
    assert "\x00" not in shown
    assert "\u202e" not in shown
    assert "<b>" not in md.diff(found, JA)
    coloured = text.diff(shipped_against("evidence"), Manner(lang="en", colour=True))
    assert "\x1b[31m↓\x1b[0m encryption" in coloured
    assert "\x1b" not in text.diff(shipped_against("evidence"), EN)
