"""What if, and what would have to change: as somebody at a terminal, a reader of Markdown and a program meet it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from inline_snapshot import snapshot
from jsonschema import Draft202012Validator

from argmap.model import Debate
from argmap.report import Manner
from argmap.report.json import schema
from argmap.report.text import flip as flip_text
from argmap.semantics import analyse
from argmap.semantics.flip_words import aim, bounds, tell
from argmap.semantics.flips import flip
from tests.debates import claim, evidence
from tests.debates import debate as plain_debate
from tests.report_debates import debate, hostile
from tests.test_cli import MYNUMBER, run

ENGLISH = """\
debate: {title: The park, lang: en}
parties: {city: {name: City, side: government}, group: {name: Group, side: councilor}}
claims:
  safe: {text: The park is safe at night, by: city, supports: [open], answers: [q-safe]}
  open: {text: The park can stay open, by: city}
rebuttals:
  dark: {text: It is dark after eight, by: group, rebuts: [safe]}
  lamps: {text: There are lamps now, by: city, rebuts: [dark]}
evidence:
  photo: {text: A photo of last week, by: group, backs: [dark], accepted: true}
  bill: {text: The bill for the lamps, by: city, backs: [lamps]}
questions:
  q-safe: {text: Is it safe?, by: group}
"""


@pytest.fixture
def park(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own with one debate in `claims/`, as the working directory."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "claims").mkdir()
    file = tmp_path / "claims" / "park.yaml"
    file.write_text(ENGLISH, encoding="utf-8")
    return file


def valid(name: str, text: str) -> Any:  # noqa: ANN401 - JSON
    """The data of a report that keeps to its schema."""
    data = json.loads(text)
    Draft202012Validator(json.loads(schema(name))).validate(data)
    assert data["format"] == f"argmap-{name}/1"
    return data


def test_what_would_fell_the_claim_of_the_shipped_debate() -> None:
    assert run("flip", "encryption", MYNUMBER).stdout == snapshot("""\
△ 反論あり・根拠なし: encryption
市（答弁）の主張 encryption（データを暗号化し、不正なアクセスを防いでいる）は、
反論を受けたが、その反論に証拠が付いていないため、まだ崩れていない。
崩れるのは、次の場合である。
議員は、次のどれか一つを示せば足りる。
- 議員の反論 measures-do-not-protect（三つの技術でプライバシーを守れるとは言えな
  い）を裏づける証拠 → × 反論成立
- 議員の反論 theft-presumed（暗号化は、データが盗まれうることを見込んだ技術だ）
  を裏づける証拠 → × 反論成立

このほか、議員は、次のことを示しても足りる。
- これに対する、証拠のある新しい反論 → × 反論成立
""")


def test_what_the_city_would_have_to_refute_to_restore_its_conclusion() -> None:
    assert run("flip", "safe-use", MYNUMBER).stdout == snapshot("""\
× 反論成立: safe-use
市（答弁）の主張 safe-use（法・技術・透明性・情報提供を合わせれば、安全に使え
る）は、証拠のある反論を受け、成り立っていない。
成り立つようになるのは、次の場合である。
市（答弁）は、次のどれか一つを退ける必要がある。
- 議員の反論 leaks-happen（情報漏れは、技術だけでは防ぎきれ
  ない） → △ 反論あり・根拠なし
- 次の9件すべて → △ 反論あり・根拠なし
  - 議員の証拠 leak-causes（過去の漏洩の主因は、過失、不正アクセス、権限設定の誤
    り、持ち出し、内部の不正取得）
  - 議員の証拠 wrong-certificate（横浜市のコンビニで、別人の住民票が出された）
  - 議員の証拠 wrong-insurance-record（健康保険証に、別人の情報が結び付いた）
  - 議員の証拠 wrong-account（別人の口座が登録されていた）
  - 議員の証拠 family-account（家族の名義らしい口座が登録されていた）
  - 議員の証拠 pension-record-seen（地方職員共済組合で、別人
    の年金情報が見られた）
  - 議員の証拠 wrong-credit-card（別人のクレジットカードなどに結び付けられた）
  - 議員の証拠 namesake-mixed-up（同姓同名の人と取り違え、交
    付やポイントの申請がされた）
  - 議員の証拠 wrong-disability-record（静岡県で、障害者手帳
    について別人の情報が登録された）

退けるとは、証拠のある反論でその発言を崩すことをいう。その発
言が撤回されても同じである。
""")


@pytest.mark.usefixtures("park")
def test_flip_in_english_and_markdown() -> None:
    assert run("flip", "open", "--format", "md").stdout == snapshot("""\
## ▽ undermined: open

The claim open by City (The park can stay open) does not stand: nothing that was to support it holds.

What would restore it:

It would be enough for City to show one of these:

- the source of the evidence bill by City (The bill for the lamps) → ◎ defended
- evidence for the rebuttal lamps by City (There are lamps now) → ◎ defended

It would also be enough for City to refute one of these:

- the rebuttal dark by Group (It is dark after eight) → ◎ defended
- the evidence photo by Group (A photo of last week) → ◎ defended

To refute a statement is to bring it down by a rebuttal with evidence; it does as well to have it withdrawn.
""")


def test_flip_for_programs() -> None:
    (one,) = valid("flip", run("flip", "encryption", MYNUMBER, "--format", "json").stdout)["flips"]
    assert (one["id"], one["debate"], one["stands"], one["bounds"]) == (
        "encryption",
        "mynumber-insurance-card",
        True,
        [],
    )
    assert one["ways"][1] == {
        "kind": "evidence",
        "size": 1,
        "changes": [
            {
                "id": "theft-presumed",
                "what": "evidence",
                "by": "councilor",
                "side": "councilor",
                "text": "暗号化は、データが盗まれうることを見込んだ技術だ",
            }
        ],
        "then": "rebutted",
        "text": "議員の反論 theft-presumed（暗号化は、データが盗まれうることを見込んだ技術だ）を裏づける証拠",
    }
    (one,) = valid("flip", run("flip", "safe-use", MYNUMBER, "--format", "json").stdout)["flips"]
    assert one["ways"][1]["text"].startswith("次の9件すべて：議員の証拠 leak-causes（")


def told(given: Debate, name: str, effort: int = 10_000) -> list[tuple[str, str]]:
    """All that is said about a statement, in both languages."""
    analysis = analyse([given])
    found = flip(analysis, f"{given.id}#{name}", effort=effort)
    kinds = tell(found, analysis.graph)
    ways = [way.words for kind in kinds for way in kind.ways]
    return [
        (words.ja, words.en) for words in (aim(found), *(kind.lead for kind in kinds), *ways, *bounds(found))
    ]


def test_evidence_and_refuting_together_is_told_as_what_to_do() -> None:
    given = debate(
        claims={"x": {"text": "足りる", "by": "town"}},
        rebuttals={
            "r": {"text": "足りない", "by": "member", "rebuts": ["x"]},
            "s": {"text": "増やした", "by": "town", "rebuts": ["r"]},
        },
        evidence={"e": {"text": "記録", "backs": ["s"], "accepted": True}},
    )
    assert told(given, "x") == snapshot(
        [
            ("崩れるのは、次の場合である。", "What would bring it down:"),
            (
                "議員は、次のどれか一組を行えば足りる。",
                "It would be enough for 議員 to do all of one of these:",
            ),
            (
                "このほか、議員は、次のことを示しても足りる。",
                "It would also be enough for 議員 to make this:",
            ),
            (
                "次の2件すべて：議員の反論 r（足りない）を裏づける証拠を示すこと、町長の反論 s（増やした）を退けること",
                "both of these: show evidence for the rebuttal r by 議員 (足りない); refute the rebuttal s by 町長 (増やした)",
            ),
            (
                "次の2件すべて：議員の反論 r（足りない）を裏づける証拠を示すこと、証拠 e（記録）を退けること",
                "both of these: show evidence for the rebuttal r by 議員 (足りない); refute the evidence e (記録)",
            ),
            ("これに対する、証拠のある新しい反論", "a new rebuttal of it, with evidence"),
        ]
    )


def test_one_way_alone_is_what_somebody_would_have_to_do() -> None:
    given = plain_debate(
        {
            "claims": {"x": claim(by="city")},
            "rebuttals": {"r": claim(rebuts=["x"])},
            "evidence": {"e": evidence(rebuts=["x"], accepted=True)},
        }
    )
    assert told(given, "x") == snapshot(
        [
            ("成り立つようになるのは、次の場合である。", "What would restore it:"),
            ("cityは、次の発言を退ける必要がある。", "city would have to refute this:"),
            ("証拠 e（Something happened）", "the evidence e (Something happened)"),
        ]
    )


def test_what_was_withdrawn_and_what_holds_itself_in_a_circle_is_not_restored() -> None:
    circle = [claim(supports=["b"]), claim(supports=["a"])]
    given = plain_debate({"claims": {"a": circle[0], "b": circle[1], "c": claim(conceded={})}})
    assert told(given, "a") == snapshot(
        [
            (
                "これまでの発言のどれが退けられ、どれに証拠が示されても、成り立たない。",
                "Whichever statements were refuted, and whatever evidence was shown for them, it would not stand.",
            )
        ]
    )
    assert told(given, "c") == snapshot(
        [
            (
                "撤回または容認されているため、ほかの発言がどうなっても成り立たない。",
                "It was withdrawn or admitted: whatever becomes of other statements, it does not stand.",
            )
        ]
    )


def test_where_the_search_stops_it_says_so() -> None:
    given = plain_debate(
        {
            "claims": {"x": claim()},
            "rebuttals": {f"r{n}": claim(rebuts=["x"]) for n in range(6)},
            "evidence": {f"e{n}": evidence(backs=[f"r{n}"], accepted=True) for n in range(6)},
        }
    )
    assert told(given, "x", effort=20) == snapshot(
        [
            (
                "探した範囲に、これを変えるものは見当たらなかった。",
                "Within the bound of the search, nothing was found that would change this.",
            ),
            (
                "探索は上限で打ち切った。発言を退けることだけによる方法のうち、変更が3件以上のものは、ほかにもありうる。",
                "The search stopped at its bound: by refuting alone, there may be further ways that take 3 or more changes.",
            ),
            (
                "探索は上限で打ち切った。その二つの組み合わせによる方法のうち、変更が5件以上のものは、ほかにもありうる。",
                "The search stopped at its bound: by both together, there may be further ways that take 5 or more changes.",
            ),
        ]
    )


def test_of_many_parties_none_is_named() -> None:
    parties = {name: {"side": name} for name in ("a", "b", "c", "d")}
    given = Debate.model_validate({"parties": parties, "claims": {"x": {"text": "One", "by": "a"}}})
    assert told(given, "x")[1] == (
        "相手側は、次のことを示せば足りる。",
        "It would be enough for the other side to make this:",
    )


def test_without_means_as_if_it_had_not_been_said() -> None:
    assert run("status", MYNUMBER, "--without", "leaks-happen").stdout == snapshot("""\
もし次のとおりなら
- 議員の反論 leaks-happen（情報漏れは、技術だけでは防ぎきれ
  ない）がなかったとする。

健康保険証の廃止とマイナ保険証
- 実際の討論では：市（答弁）の主張10件：反論なし 5件、反論あ
  り・根拠なし 3件、反論成立 2件。
- この仮定では：市（答弁）の主張10件：反論なし 5件、反論あり・根拠なし 5件。

変わるものは、次のとおりである。
- ↑ 持ち直す access-prevented：× 反論成立 → △ 反論あり・根拠なし
  - 市（答弁）の主張 access-prevented（国の対策によって、不正アクセスは防げてい
    る）は、反論を受けたが、その反論に証拠が付いていないため、まだ崩れていない。
  - 議員の反論 intrinsic-weakness（制度そのものが、技術面のもろさを抱えてい
    る）、議員の反論 new-attacks（守りを固めても、新手のサイバー攻撃を防ぐのは難
    しい）、議員の反論 theft-presumed（暗号化は、データが盗まれうることを見込ん
    だ技術だ） ほか2件があるが、裏づけが示されていない。
  - こうした反論に証拠が付けば、成り立たなくなる。
- ↑ 持ち直す safe-use：× 反論成立 → △ 反論あり・根拠なし
  - 市（答弁）の主張 safe-use（法・技術・透明性・情報提供を合
    わせれば、安全に使える）は、反論を受けたが、その反論に証
    拠が付いていないため、まだ崩れていない。
  - 議員の反論 intrinsic-weakness（制度そのものが、技術面のもろさを抱えてい
    る）、議員の反論 other-countries-withdraw（同じような制度を設けた国々は、す
    でに手を引きつつある）があるが、裏づけが示されていない。
  - こうした反論に証拠が付けば、成り立たなくなる。
- 質問 q-licence-link（免許などとの一体化で、プライバシーが侵されやすくならない
  か）：これに答える access-prevented、safe-use が成り立つようになる。
- 質問 q-leak-risk（情報が漏れる危険と、守るための費用が増えないか）：これに答え
  る access-prevented、safe-use が成り立つようになる。
""")


@pytest.mark.usefixtures("park")
def test_several_suppositions_in_english_and_markdown() -> None:
    words = ("--suppose", "dark=undecided", "--without", "bill", "--without", "bill", "--suppose", "lamps=in")
    assert run("status", *words, "--format", "md").stdout == snapshot("""\
## What if

- the evidence bill by City (The bill for the lamps) had not been said
- the rebuttal dark by Group (It is dark after eight) was not settled
- the rebuttal lamps by City (There are lamps now) stood

### The park

- As the debate was held: Claims by City: 2 (1 undermined; 1 rebutted).
- As supposed: Claims by City: 2 (2 contested).

What changes:

- ↑ rises safe: × rebutted → ⇔ contested
  - The claim safe by City (The park is safe at night) is not settled: what speaks for it and against it is in balance.
  - The rebuttal dark by Group (It is dark after eight) is not settled.
- ↑ rises open: ▽ undermined → ⇔ contested
  - The claim open by City (The park can stay open) is not settled, because what it rests on is not.
  - The claim safe by City (The park is safe at night), on which it rests, is not settled.
""")


@pytest.mark.usefixtures("park")
def test_what_falls_and_what_changes_nothing() -> None:
    assert run("status", "--suppose", "photo=out").stdout == snapshot("""\
What if
- the evidence photo by Group (A photo of last week) did not stand

The park
- As the debate was held: Claims by City: 2 (1 undermined; 1 rebutted).
- As supposed: Claims by City: 2 (2 defended).

What changes:
- ↑ rises safe: × rebutted → ◎ defended
  - The claim safe by City (The park is safe at night) stands: it was rebutted,
    but no rebuttal succeeded.
  - Said against it, but with nothing to back it: the rebuttal dark by Group (It
    is dark after eight).
- ↑ rises open: ▽ undermined → ◎ defended
  - The claim open by City (The park can stay open) stands: only its grounds
    were attacked, and they are enough.
  - Said against what it rests on, the claim safe by City
    (The park is safe at night), but with nothing to back it:
    the rebuttal dark by Group (It is dark after eight).
- The question q-safe (Is it safe?): of its answers, these would stand: safe.
""")
    assert "No status changes." in run("status", "--without", "bill").stdout


@pytest.mark.usefixtures("park")
def test_a_question_that_nobody_answers_any_more() -> None:
    shown = run("status", "--without", "safe").stdout
    assert "The question q-safe (Is it safe?): ● answered → ？ no answer found." in shown


def test_a_debate_that_nothing_touches_is_left_out() -> None:
    shown = run("status", str(Path(MYNUMBER).parent), "--suppose", "publicity=out").stdout
    assert "パートナーシップ・ファミリーシップの届出制度" in shown
    assert "健康保険証" not in shown


@pytest.mark.usefixtures("park")
def test_why_it_would_be_so() -> None:
    assert run("why", "open", "--without", "dark").stdout == snapshot("""\
What if
- the rebuttal dark by Group (It is dark after eight) had not been said

park#open: ▽ undermined → ○ unrebutted

○ unrebutted  open
The claim open by City (The park can stay open) stands: no
rebuttal of it was found.
- Nothing was said against what it rests on, either: safe.
Decided by: safe
""")
    assert run("why", "open", "--suppose", "bill=in", "--format", "md").stdout == snapshot("""\
## What if

- the evidence bill by City (The bill for the lamps) stood

## ▽ undermined: open

The claim open by City (The park can stay open) does not stand: nothing that was to support it holds.

- The claim safe by City (The park is safe at night), on which it rests, does not stand.
""")
    assert (
        "The rebuttal dark by Group (It is dark after eight) is taken not to stand."
        in run("why", "dark", "--suppose", "dark=out").stdout
    )
    assert "is taken to stand" in run("why", "dark", "--suppose", "dark=in").stdout


@pytest.mark.usefixtures("park")
def test_status_on_trial_for_programs() -> None:
    data = valid(
        "status", run("status", "--without", "dark", "--suppose", "bill=out", "--format", "json").stdout
    )
    assert data["supposed"] == [
        {"id": "dark", "debate": "park", "what": "unsaid"},
        {"id": "bill", "debate": "park", "what": "out"},
    ]
    (one,) = data["debates"]
    assert [(each["id"], each["status"], each.get("was")) for each in one["statements"]] == [
        ("safe", "unrebutted", "rebutted"),
        ("open", "unrebutted", "undermined"),
        ("lamps", "unrebutted", None),
        ("photo", "unrebutted", None),
        ("bill", "conceded", "unrebutted"),
    ]
    assert one["was"] == {"counts": {"undermined": 1, "rebutted": 1}, "question_counts": {"answered": 1}}
    assert "was" not in one["questions"][0]
    data = valid("status", run("status", "--without", "bill", "--format", "json").stdout)
    assert "was" not in data["debates"][0]


@pytest.mark.usefixtures("park")
def test_why_on_trial_for_programs() -> None:
    data = valid("why", run("why", "open", "--without", "dark", "--format", "json").stdout)
    assert [(one["status"], one["was"]) for one in data["explanations"]] == [("unrebutted", "undermined")]
    assert data["supposed"] == [{"id": "dark", "debate": "park", "what": "unsaid"}]
    data = valid("why", run("why", "q-safe", "--without", "dark", "--format", "json").stdout)
    assert "was" not in data["explanations"][0]


@pytest.mark.usefixtures("park")
def test_without_a_trial_nothing_of_it_is_in_the_output() -> None:
    for words in (("status",), ("why", "open")):
        shown = run(*words, "--format", "json").stdout
        assert '"was"' not in shown
        assert '"supposed"' not in shown


@pytest.mark.usefixtures("park")
@pytest.mark.parametrize(
    ("words", "says"),
    [
        (
            ("status", "--without", "drak"),
            "no statement or question has the id `drak` (did you mean `dark`?)",
        ),
        (("status", "--suppose", "drak=in"), "(did you mean `dark`?)"),
        (("status", "--without", "q-safe"), "q-safe is a question: it was answered or not"),
        (("flip", "q-safe"), "q-safe is a question"),
        (("flip", "drak"), "(did you mean `dark`?)"),
        (("status", "--suppose", "dark"), "'dark' is not ID=in|out|undecided"),
        (("status", "--suppose", "=in"), "'=in' is not ID=in|out|undecided"),
        (("status", "--suppose", "dark=in", "--suppose", "dark=out"), "dark cannot be two things at once"),
        (("status", "--suppose", "dark=in", "--without", "park#dark"), "dark cannot be two things at once"),
        (("why", "dark", "--without", "dark"), "park#dark is left out"),
    ],
)
def test_what_cannot_be_supposed_is_refused(words: tuple[str, ...], says: str) -> None:
    done = run(*words)
    assert (done.exit_code, done.stdout) == (2, "")
    assert says in done.stderr


@pytest.mark.usefixtures("park")
def test_the_same_supposed_twice_is_supposed_once() -> None:
    once = run("status", "--suppose", "dark=in").stdout
    assert run("status", "--suppose", "dark=in", "--suppose", "park#dark=in").stdout == once


def test_a_terminal_is_never_given_orders() -> None:
    given = hostile()
    analysis = analyse([given])
    shown = flip_text(analysis, [flip(analysis, "hostile#y")], Manner(lang="ja", colour=True))
    assert "\x00" not in shown
    assert shown.startswith("\x1b[1m")
