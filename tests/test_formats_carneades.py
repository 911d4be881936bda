"""Argument graphs of Carneades 4."""

from __future__ import annotations

from argmap.formats import FORMATS, Given, Imported
from argmap.model import Support, Undercut

POND = """\
meta: {title: The pond, source: none}
language: {deep/1: "%s is deep"}
statements:
  open pond: The pond should be opened.
  closed: {text: The pond should stay closed., label: out}
  deep:
    text: It is deep.
    assumed: true
  cold: It is cold.
  fence: There will be a fence.
  gate: The gate is broken.
  bare: {meta: x}
arguments:
  a1:
    scheme: practical_reasoning
    premises: {minor: fence, major: deep}
    conclusion: open pond
    undercutter: gate
    weight: 0.5
    parameters: [x]
  a2: {premises: [deep, cold], conclusion: closed}
  a3: {conclusion: closed, undercutter: fence}
issues:
  i1: {positions: [open pond, closed], standard: BRD}
  i2: {positions: [cold]}
assumptions: [cold, gate]
tests: {in: [deep], out: [closed]}
"""


def read(text: str | bytes) -> Imported:
    reader = FORMATS["carneades"].read
    assert reader is not None
    data = text if isinstance(text, bytes) else text.encode()
    return reader(Given(name="x.yml", data=data, beside=lambda _: None))


def test_statements_keep_their_words() -> None:
    debate = read(POND).debate
    assert debate is not None
    assert debate.title == "The pond"
    assert {name: one.text for name, one in debate.statements()} == {
        "open-pond": "The pond should be opened.",
        "closed": "The pond should stay closed.",
        "deep": "It is deep.",
        "cold": "It is cold.",
        "fence": "There will be a fence.",
        "gate": "The gate is broken.",
        "bare": "bare",
    }


def test_arguments_become_steps_and_undercutters_attack_them() -> None:
    debate = read(POND).debate
    assert debate is not None
    everything = dict(debate.claims) | dict(debate.rebuttals)
    assert everything["deep"].supports == (Support.model_validate({"to": "closed", "with": ["cold"]}),)
    assert everything["fence"].supports == (Support.model_validate({"to": "open-pond", "with": ["deep"]}),)
    assert everything["fence"].scheme == "practical-reasoning"
    assert debate.rebuttals["gate"].undercuts == (
        Undercut.model_validate({"from": "fence", "to": "open-pond"}),
    )


def test_positions_of_an_issue_rebut_each_other() -> None:
    debate = read(POND).debate
    assert debate is not None
    assert [link.to for link in debate.rebuttals["open-pond"].rebuts] == ["closed"]
    assert [link.to for link in debate.rebuttals["closed"].rebuts] == ["open-pond"]
    assert [link.to for link in debate.rebuttals["fence"].rebuts] == ["closed"]


def test_how_carneades_weighs_is_named() -> None:
    found = {(note.at, note.message.en) for note in read(POND).lost}
    assert found == {
        ("meta", "`source` about the file"),
        ("language", "`language`, with which Carneades weighs or makes arguments"),
        ("closed", "the expected label `out`"),
        ("deep", "the expected label `in`"),
        ("a1", "the roles of the premises: minor, major"),
        ("a1", "the weight 0.5 of the argument"),
        ("a1", "the parameters of the argument"),
        ("a3", "an undercutter of an argument without premises: kept as a rebuttal of the conclusion"),
        ("bare", "`meta`, which has no place in a debate"),
        ("i1", "the proof standard `BRD`: the positions rebut each other instead"),
        ("i2", "the proof standard `PE`: the positions rebut each other instead"),
        ("fence", _NOT_ACCEPTED),
        ("bare", _NOT_ACCEPTED),
    }


_NOT_ACCEPTED = (
    "nobody assumes it or argues for it: Carneades does not accept it, a debate does until it is rebutted"
)


def test_what_leads_to_nothing_is_named_and_the_rest_is_read() -> None:
    found = read(
        "statements: {a: A, b: B}\narguments:\n  x: {premises: a, conclusion: z}\n  y: text\n  w: {premises: [a, q], conclusion: b}\n"
    )
    assert found.debate is not None
    assert set(found.debate.claims) == {"a", "b"}
    assert {note.at for note in found.lost} >= {"x", "w"}
    assert [(note.at, note.message.en) for note in found.faults] == [("y", "`y` must be a mapping")]


def test_an_argument_without_premises_is_named_with_its_scheme() -> None:
    found = read(
        "statements: {dry: The field is dry., wet: It is wet.}\n"
        "arguments:\n  a: {scheme: sight, conclusion: dry}\n  b: {conclusion: dry, undercutter: wet}\n  c: {}\n"
    )
    told = [(note.at, note.message.en) for note in found.lost if note.at in "abc"]
    assert told == [
        ("a", "the scheme `sight` of an argument without premises"),
        ("a", "an argument without premises for dry, which stands in a debate without one"),
        ("c", "an argument without premises for ?, which stands in a debate without one"),
        ("b", "an undercutter of an argument without premises: kept as a rebuttal of the conclusion"),
    ]


def test_a_negated_statement_does_not_take_the_id_of_the_statement() -> None:
    found = read("statements: {¬dry: It is wet., dry: It is dry.}\nissues: {i: {positions: [dry, ¬dry]}}\n")
    assert found.debate is not None
    assert {name: one.text for name, one in found.debate.statements()} == {
        "not-dry": "It is wet.",
        "dry": "It is dry.",
    }


def test_terms_are_the_same_with_and_without_spaces() -> None:
    found = read(
        "statements:\n  at(ship,pier): The ship is in.\n  late(ship): It is late.\n"
        "arguments: {a: {premises: ['at(ship, pier)'], conclusion: late( ship )}}\n"
        "assumptions: ['at( ship, pier )', rain]\n"
    )
    assert found.debate is not None
    assert found.debate.claims["at-ship-pier"].supports == (Support(to="late-ship"),)
    assert [(note.at, note.message.en) for note in found.lost] == [
        ("rain", "an assumption that is none of the statements"),
    ]


def test_an_argument_that_closes_a_circle_is_named_by_its_name() -> None:
    found = read(
        "statements: {a: A, b: B}\narguments:\n  x: {premises: [a], conclusion: b}\n  y: {premises: [b], conclusion: a}\n"
    )
    assert [(note.at, note.message.en) for note in found.lost] == [("y", "a support that closes a circle")]


def test_labels_are_expectations_like_tests() -> None:
    found = read("statements: {a: A, b: B}\nassumptions: [a, b]\nlabels: {in: [a], out: [b]}\n")
    assert [(note.at, note.message.en) for note in found.lost] == [
        ("a", "the expected label `in`"),
        ("b", "the expected label `out`"),
    ]


def test_sections_of_the_wrong_kind_and_broken_yaml_have_their_place() -> None:
    found = read("statements: [a]\narguments: {}\n")
    assert [(note.at, note.message.en) for note in found.faults] == [
        ("statements", "`statements` must be a mapping")
    ]
    broken = read("statements: {a: A\narguments: {}\n")
    assert broken.faults[0].at.split(":")[0].isdigit()
    assert read("[1]").debate is None
    assert read("a: b").faults[0].message.en == "this is no argument graph: it has no `statements`"
    assert read(b"\xff\xfe\x00").debate is None


def test_an_issue_with_very_many_positions() -> None:
    names = [f"p{number}" for number in range(40)]
    said = "".join(f"  {name}: {name}\n" for name in names)
    found = read(f"statements:\n{said}issues:\n  i: {{positions: [{', '.join(names)}]}}\n")
    assert found.debate is not None
    assert not found.debate.rebuttals
    assert any("an issue with 40 positions" in note.message.en for note in found.lost)


def test_it_is_recognised() -> None:
    recognises = FORMATS["carneades"].recognises
    assert recognises is not None
    assert recognises(Given(name="x", data=POND.encode(), beside=lambda _: None))
    for text in ("claims: {}\n", "statements: {}\n", "statements: {}\narguments: {}\nclaims: {}\n", "{}"):
        assert not recognises(Given(name="x", data=text.encode(), beside=lambda _: None))
