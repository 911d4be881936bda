"""Every rule by its examples: `tests/rules/<code>/bad…` has exactly the marked findings, `good…` has none of them.

An example is one file, or a folder of files that are read together. A finding is marked by `# expect: AM301` on its
line, or where no comment can stand, in `expect.txt` beside the example: `bad.yaml:3 AM101`.
"""

import re
from datetime import date
from pathlib import Path

import pytest

from argmap import pipeline
from argmap.diagnostics import Diagnostic, Rule, Severity
from argmap.findings import all_rules

EXAMPLES = Path(__file__).parent / "rules"
TODAY = date(2025, 6, 1)
RULES = {rule.code: rule for rule in all_rules()}
_EXPECT = re.compile(r"# expect: (AM\d{3}(?:, AM\d{3})*)\s*$")


def example(code: str, name: str) -> Path:
    """The example of a rule: a file, or a folder of files."""
    folder = EXAMPLES / code / name
    return folder if folder.is_dir() else folder.with_suffix(".yaml")


def found(path: Path) -> tuple[Diagnostic, ...]:
    return pipeline.check(pipeline.read([path]), today=TODAY)


def expected(path: Path) -> list[tuple[str, int, str]]:
    files = path.rglob("*.yaml") if path.is_dir() else (path,)
    marks = [
        (file.as_posix(), number, code)
        for file in files
        for number, line in enumerate(file.read_text("utf-8", "replace").splitlines(), 1)
        if (mark := _EXPECT.search(line))
        for code in mark.group(1).split(", ")
    ]
    beside = path.parent / "expect.txt"
    for line in beside.read_text("utf-8").splitlines() if beside.exists() else ():
        place, code = line.split(" ")
        name, number = place.split(":")
        marks.append(((path.parent / name).as_posix(), int(number), code))
    return sorted(marks)


def test_every_rule_has_examples_and_every_example_a_rule() -> None:
    assert sorted(RULES) == sorted(folder.name for folder in EXAMPLES.iterdir())


@pytest.mark.parametrize("code", RULES)
def test_the_bad_example_has_exactly_the_marked_findings(code: str) -> None:
    path = example(code, "bad")
    marks = expected(path)
    assert code in [mark[2] for mark in marks]
    assert sorted((one.span.file, one.span.line, one.rule.code) for one in found(path)) == marks


@pytest.mark.parametrize("code", RULES)
def test_the_good_example_has_no_such_finding_and_no_error(code: str) -> None:
    findings = found(example(code, "good"))
    assert [str(one) for one in findings if one.rule.code == code] == []
    assert [str(one) for one in findings if one.severity is Severity.ERROR] == []


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_explains_itself(rule: Rule) -> None:
    """Its manual says what, why it matters, and what to do; its slug reads after "allow"."""
    assert len(rule.manual.strip().split("\n\n")) >= 3
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.slug)
    assert rule.name.en[0].islower() or rule.name.en.startswith("YAML")
    assert not rule.name.en.endswith(".")
    assert re.search("[ぁ-んァ-ヶ一-龠]", rule.name.ja)


def test_no_two_rules_share_a_slug() -> None:
    assert len({rule.slug for rule in RULES.values()}) == len(RULES)


@pytest.mark.parametrize("code", RULES)
def test_messages_are_in_both_languages(code: str) -> None:
    for one in found(example(code, "bad")):
        for words in (one.message, *([one.hint] if one.hint else [])):
            assert words.en
            assert words.ja
            assert "「" not in words.ja or code == "AM105"


# What examples do not show: the words of some messages, and what keeps quiet


def check(tmp_path: Path, **debates: str) -> list[tuple[str, str, str]]:
    """Code, message and hint of every finding in debates that are written down here."""
    for name, text in debates.items():
        (tmp_path / f"{name}.yaml").write_text(f"parties: {{a: {{}}, b: {{}}}}\n{text}", encoding="utf-8")
    return [(one.rule.code, one.message.en, one.hint.en if one.hint else "") for one in found(tmp_path)]


def test_an_id_of_another_debate_is_suggested_with_its_debate(tmp_path: Path) -> None:
    assert check(
        tmp_path,
        roads="claims: {noise: {text: うるさい, by: a, answers: [q-noise]}}\nquestions: {q-noise: {text: 音は, by: b}}",
        parks="rebuttals: {calm: {text: 静かだ, by: b, rebuts: [noise], answers: [q-noise]}}",
    ) == [
        ("AM201", "no statement has the id `noise`", "did you mean `roads#noise`?"),
        ("AM201", "no question has the id `q-noise`", "did you mean `roads#q-noise`?"),
    ]


def test_a_reference_into_what_could_not_be_read_is_not_called_dangling(tmp_path: Path) -> None:
    rebuttal = "rebuttals: {calm: {text: 静かだ, by: b, rebuts: ['roads#noise', noise]}}"
    codes = [
        code
        for code, *_ in check(tmp_path, roads="claims: [noise", parks=f"claim: {{noise: {{}}}}\n{rebuttal}")
    ]
    assert codes == ["AM106", "AM102"]


def test_a_circle_of_many_names_a_shortest_way_and_not_everyone(tmp_path: Path) -> None:
    claims = "".join(
        f"  c{k:02}: {{text: 主張{k}, by: a, supports: [c{(k + 1) % 20:02}]}}\n" for k in range(20)
    )
    assert check(tmp_path, ring=f"claims:\n{claims}") == [
        ("AM210", "support runs in a circle: `c00` → `c01` → `c02` → `c03` → `c04` → `c05` → … → `c00`", "")
    ]


def test_a_circle_through_a_linked_premise_points_at_the_premise(tmp_path: Path) -> None:
    """`x` is linked into the step of `y` to `z`, and `z` supports `x` beside something else."""
    text = """claims:
  x: {text: 甲, by: a, supports: [w]}
  y: {text: 乙, by: a, supports: [{to: z, with: [x]}]}
  z: {text: 丙, by: a, supports: [x]}
  w: {text: 丁, by: a}
"""
    assert check(tmp_path, ring=text) == [("AM210", "support runs in a circle: `x` → `z` → `x`", "")]
    (place,) = [one.span.line for one in found(tmp_path)]
    assert place == 3


def test_a_step_that_is_written_but_broken_is_not_called_missing(tmp_path: Path) -> None:
    text = """claims:
  x: {text: 甲, by: a, supports: [{to: z, with: [nothing]}]}
  z: {text: 丙, by: a}
rebuttals:
  r: {text: 乙, by: b, undercuts: [{from: x, to: z}, x]}
"""
    assert [code for code, *_ in check(tmp_path, step=text)] == ["AM201"]


def test_a_misspelt_debate_is_suggested(tmp_path: Path) -> None:
    roads = "claims: {noise: {text: うるさい, by: a, supports: [loud]}, loud: {text: 騒音だ, by: a}}"
    parks = "rebuttals: {calm: {text: 静かだ, by: b, rebuts: ['road#noise'], undercuts: ['roads#noise']}}"
    assert (
        "AM202",
        "the debate `road` was not read: `road#noise` is left out",
        "did you mean `roads`?",
    ) in check(tmp_path, roads=roads, parks=parks)


def test_many_names_are_cut_short(tmp_path: Path) -> None:
    questions = "".join(f"  q{k}: {{text: 問{k}, by: a, kind: request}}\n" for k in range(7))
    text = f"sources: {{m: {{title: 会議録}}}}\nquestions:\n{questions}  q8: {{text: 問, kind: request, source: m}}"
    assert check(tmp_path, parks=text) == [
        (
            "AM406",
            "no source is named by 7 of the statements and questions: `q0`, `q1`, `q2`, `q3`, `q4`, …",
            "",
        )
    ]
