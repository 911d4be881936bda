"""AIF and xAIF: what is read, what is named, and the way there and back."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.formats import aif, xaif
from argmap.formats._features import reduced
from argmap.loading.write import plain, to_yaml
from argmap.model import Claim, Debate
from tests.aif_samples import debates, errors, given_, junk, nodes_and_edges, said

DOCS = Path(__file__).parents[1] / "docs"
Node = tuple[str, str, str]


def aif_of(nodes: list[Node], edges: str, **more: object) -> dict[str, Any]:
    """An AIF object of nodes (id, type, text) and edges written `1>2 2>3`."""
    ends = [edge.split(">") for edge in edges.split()]
    return {
        "nodes": [{"nodeID": name, "type": kind, "text": text} for name, kind, text in nodes],
        "edges": [
            {"edgeID": f"e{number}", "fromID": start, "toID": end, "formEdgeID": None}
            for number, (start, end) in enumerate(ends, 1)
        ],
        "participants": [],
        "locutions": [],
        **more,
    }


def read(value: object) -> tuple[Debate, dict[str, str]]:
    """The debate of an AIF object, and what is said about it."""
    imported = aif.read(given_(value))
    assert imported.debate is not None
    assert errors(imported.debate) == []
    return imported.debate, said(imported)


STATEMENTS: list[Node] = [
    ("a", "I", "It stays"),
    ("b", "I", "It is used"),
    ("c", "I", "Use is need"),
    ("d", "I", "No"),
]


def test_the_example_of_the_manual_is_read_as_it_says() -> None:
    text = (DOCS / "from-ova.md").read_text(encoding="utf-8")
    (source,) = re.findall(r"```json\n(.*?)```", text, re.DOTALL)
    (wanted,) = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
    debate, lost = read(source.encode())
    assert to_yaml(plain(debate)).strip() == wanted.strip()
    assert list(lost) == ["210"]


def test_linked_premises_stay_linked_and_the_scheme_is_kept() -> None:
    nodes = [*STATEMENTS, ("r", "RA", "ExpertOpinion")]
    debate, lost = read(aif_of(nodes, "b>r c>r r>a"))
    (support,) = debate.claims["b"].supports
    assert (support.to, support.with_) == ("a", ("c",))
    assert debate.claims["b"].scheme == "expert-opinion"
    assert not debate.claims["c"].supports
    assert lost == {}


def test_a_conflict_with_a_statement_rebuts_and_one_with_an_inference_undercuts() -> None:
    nodes = [*STATEMENTS, ("r", "RA", "RA"), ("k", "CA", "CA"), ("m", "CA", "CA"), ("z", "I", "So what")]
    debate, lost = read(aif_of(nodes, "b>r c>r r>a d>k k>a z>m m>r"))
    assert set(debate.rebuttals) == {"d", "z"}
    assert debate.rebuttals["d"].rebuts[0].to == "a"
    (undercut,) = debate.rebuttals["z"].undercuts
    assert (undercut.from_, undercut.to) == ("b", "a")
    assert lost == {}


def test_a_conflict_with_a_conflict_rebuts_whoever_makes_that_one() -> None:
    nodes = [*STATEMENTS, ("k", "CA", ""), ("n", "CA", ""), ("m", "CA", "")]
    debate, lost = read(aif_of(nodes, "a>k b>k k>d c>m m>k c>n n>a"))
    assert [link.to for link in debate.rebuttals["c"].rebuts] == ["a", "b"]
    assert set(lost) == {"k", "m"}


def test_a_conflict_with_a_conflict_of_very_many_is_left_out() -> None:
    many = [(str(number), "I", f"Reason {number}") for number in range(202)]
    attacked = " ".join(f"{number}>k" for number in range(101))
    attacking = " ".join(f"{number}>m" for number in range(101, 201))
    nodes = [*many, ("k", "CA", ""), ("m", "CA", "")]
    debate, lost = read(aif_of(nodes, f"{attacked} k>201 {attacking} m>k"))
    assert len(debate.rebuttals) == 101
    assert "another relation (CA)" in lost["m"]


def test_a_conflict_with_one_of_two_like_steps_names_the_premise_that_tells_them_apart() -> None:
    nodes = [*STATEMENTS, ("r", "RA", ""), ("s", "RA", ""), ("k", "CA", ""), ("m", "CA", "")]
    debate, lost = read(aif_of(nodes, "b>r r>a b>s c>s s>a d>k k>s d>m m>r"))
    assert [(one.from_, one.to) for one in debate.rebuttals["d"].undercuts] == [("c", "a"), ("b", "a")]
    assert "all of them" in lost.pop("m")
    assert lost == {}


@pytest.mark.parametrize(
    ("more", "edges", "place", "words"),
    [
        ([("k", "CA", "")], "a>k k>a", "k", "attacks itself"),
        ([("r", "RA", "")], "a>r r>a", "r", "supports itself"),
        ([("r", "RA", ""), ("s", "RA", "")], "a>r r>b b>s s>a", "s", "circle"),
        ([("r", "RA", ""), ("k", "CA", "")], "a>r r>b a>k k>b", "k", "supports too"),
        ([("r", "RA", ""), ("k", "CA", "")], "a>r r>b a>k k>r", "k", "attacks itself"),
        ([("r", "RA", ""), ("k", "CA", "")], "r>b a>k k>r", "k", "not in the debate"),
        ([("r", "RA", "")], "a>r", "r", "without a start or an end"),
        ([("k", "CA", "")], "k>a", "k", "without a start or an end"),
        ([("k", "CA", ""), ("m", "CA", "")], "k>b c>m m>k", "m", "another relation (CA)"),
        ([("k", "CA", ""), ("m", "CA", "")], "a>k k>b c>m m>k", "m", "an attack on an attack"),
        ([("k", "CA", ""), ("m", "CA", "")], "a>k k>b a>m m>k", "m", "attacks itself"),
        ([("r", "RA", ""), ("s", "RA", "")], "a>r r>b c>s s>r", "s", "another relation (RA)"),
        ([("r", "RA", ""), ("s", "RA", "")], "a>r r>b r>s s>c", "s", "does not start at a statement (RA)"),
        ([("x", "XA", "?")], "a>x", "x", "unknown type"),
        ([("p", "PA", "")], "a>p p>b", "p", "preference"),
        ([("m", "MA", "Default Rephrase")], "a>m m>b", "m", "rephrasing"),
        ([], "a>b", "e1", "from a statement to a statement"),
        ([], "a>nowhere", "e1", "not in the file: nowhere"),
        ([("a", "I", "again")], "", "a", "stands above"),
        ([("r", "RA", "")], "a>r r>b r>b", "e3", "above already"),
        ([("e", "I", " \u200b")], "", "e", "without words"),
        ([("k", "CA", "Bias")], "a>k k>b", "k", "scheme of a conflict: Bias"),
        ([("k", "CA", "")], "a>k c>k k>b", "k", "several statements together"),
        ([("r", "RA", "")], "a>r r>b r>c", "r", "several conclusions"),
        ([("r", "RA", "Sign"), ("s", "RA", "Waste")], "a>r r>b a>s s>c", "s", "second scheme of the same"),
        ([("l", "L", "M: A : No")], "", "l", "a locution"),
        ([("l", "L", "A : No"), ("y", "YA", "Agreeing")], "l>y y>a", "y", "Agreeing"),
        ([("t", "TA", ""), ("y", "YA", "Arguing"), ("r", "RA", "")], "a>r r>b t>y y>r", "y", "(Arguing)"),
    ],
)
def test_what_a_debate_cannot_hold_is_named_by_its_id(
    more: list[Node], edges: str, place: str, words: str
) -> None:
    _, lost = read(aif_of([*STATEMENTS, *more], edges))
    assert words in lost[place]


def test_a_relation_of_very_many_is_left_out() -> None:
    many = [(str(number), "I", f"Reason {number}") for number in range(200)]
    edges = " ".join(
        [*(f"{number}>r" for number in range(100)), *(f"r>{number}" for number in range(100, 200))]
    )
    _, lost = read(aif_of([*many, ("r", "RA", "")], f"{edges} r>r"))
    assert "too many" in lost["r"]


def test_very_many_like_steps_are_not_undercut_one_by_one() -> None:
    steps = [(f"r{number}", "RA", "") for number in range(101)]
    edges = " ".join(f"b>{name} {name}>a" for name, _, _ in steps)
    _, lost = read(aif_of([*STATEMENTS, *steps, ("k", "CA", "")], f"{edges} d>k k>r1"))
    assert "k" in lost


def test_who_speaks_comes_from_participants_or_from_the_locution() -> None:
    nodes = [
        *STATEMENTS,
        ("l1", "L", "Ms Sato : It stays"),
        ("l2", "L", "Mr Ito : It is used, daily"),
        ("l3", "L", "Use is need"),
        ("l4", "L", "P. Mori : No"),
        *((f"y{number}", "YA", "Asserting") for number in range(1, 5)),
    ]
    people = {
        "participants": [
            {"participantID": 7, "firstname": "Ms", "surname": "Sato"},
            {"participantID": 9, "firstname": "", "surname": ""},
            {"firstname": "Nobody"},
        ],
        "locutions": [
            {"nodeID": "l1", "personID": "7", "start": "2020-01-01 10:00:00"},
            {"nodeID": "l3", "personID": None},
            {"nodeID": "l4", "personID": "12", "start": "2020-01-01T10:00:09"},
        ],
    }
    edges = "l1>y1 y1>a l2>y2 y2>b l3>y3 y3>c l4>y4 y4>d"
    debate, lost = read(aif_of(nodes, edges, **people))
    by = {name: (one.by, debate.party_name(one.by)) for name, one in debate.statements()}
    assert by == {
        "a": ("7", "Ms Sato"),
        "b": ("Mr-Ito", "Mr Ito"),
        "c": ("author", "author"),
        "d": ("12", "P. Mori"),
    }
    assert "9" in debate.parties
    assert [debate.claims[name].turn for name in "abcd"] == [1, None, None, 2]
    source = debate.claims["b"].source
    assert source is not None
    assert source.quote == "It is used, daily"
    assert debate.claims["a"].source is None
    assert lost == {}


def test_who_has_no_name_is_named_by_how_all_that_they_say_begins() -> None:
    nodes = [
        *STATEMENTS,
        ("l1", "L", "Ms Sato: It stays"),
        ("l2", "L", "Ms Sato: Yes: it is used"),
        ("l3", "L", "So: use is need"),
        ("l4", "L", "Mr Ito : No"),
        ("l5", "L", "Mr Ito : Use is need"),
        *((f"y{number}", "YA", "Asserting") for number in range(1, 6)),
    ]
    speakers = (("l1", "81"), ("l2", "81"), ("l3", "82"), ("l5", "83"))
    debate, _ = read(
        aif_of(
            [*nodes, ("e", "I", "It is needed")],
            "l1>y1 y1>a l2>y2 y2>b l3>y3 y3>c l4>y4 y4>d l5>y5 y5>e",
            locutions=[{"nodeID": node, "personID": person} for node, person in speakers],
        )
    )
    assert {name: one.by for name, one in debate.statements()} == {
        "a": "81",
        "b": "81",
        "c": "82",
        "d": "83",
        "e": "83",
    }
    assert {key: party.name for key, party in debate.parties.items()} == {
        "81": "Ms Sato",
        "82": None,
        "83": "Mr Ito",
    }
    source = debate.claims["b"].source
    assert source is not None
    assert source.quote == "Yes: it is used"


def test_the_list_of_locutions_may_say_who_says_a_statement_and_speak_of_what_is_not_there() -> None:
    people = {
        "locutions": [
            {"nodeID": "a", "personID": "1219"},
            {"nodeID": "b", "personID": None},
            {"nodeID": "r", "personID": "1"},
            {"nodeID": "l9", "personID": "1"},
            {"nodeID": "l9", "personID": "1"},
        ]
    }
    debate, lost = read(aif_of([*STATEMENTS, ("r", "RA", "")], "b>r r>a", **people))
    assert [debate.claims[name].by for name in "ab"] == ["1219", "author"]
    assert "who makes a relation: 1" in lost["r"]
    assert lost["l9"] == "who speaks a locution that is not in the file"


def test_a_name_that_a_program_wrote_as_none_is_no_name() -> None:
    people = {"participants": [{"participantID": 0, "firstname": "Sato", "surname": "None"}]}
    debate, _ = read(aif_of([], "", **people))
    assert debate.parties["0"].name == "Sato"


def test_a_turn_goes_on_while_the_same_speaks_and_a_locution_may_name_nobody() -> None:
    nodes = [
        *STATEMENTS,
        *(
            (f"l{number}", "L", text)
            for number, text in enumerate(("A : It stays", "A : It is used", "Use is need"))
        ),
        *((f"y{number}", "YA", "Asserting") for number in range(3)),
    ]
    starts = [
        {"nodeID": f"l{number}", "personID": "A", "start": f"2020-01-01 10:00:0{number}"} for number in (0, 1)
    ]
    debate, _ = read(aif_of(nodes, "l0>y0 y0>a l1>y1 y1>b l2>y2 y2>c", locutions=starts))
    assert [debate.claims[name].turn for name in "abc"] == [1, 1, None]
    assert debate.claims["c"].by == "author"


def test_a_party_that_is_called_author_is_not_who_is_not_named() -> None:
    people = {"participants": [{"participantID": "author", "firstname": "A", "surname": ""}]}
    debate, _ = read(aif_of(STATEMENTS, "", **people))
    assert debate.claims["a"].by == "author-2"


def test_who_asserts_counts_before_who_agrees_or_asks() -> None:
    nodes = [
        *STATEMENTS,
        ("l1", "L", "A : Does it stay?"),
        ("y1", "YA", "PureQuestioning"),
        ("l2", "L", "B : Yes"),
        ("y2", "YA", "Agreeing"),
        ("l3", "L", "C : It stays"),
        ("y3", "YA", "Default Illocuting"),
    ]
    debate, lost = read(aif_of(nodes, "l1>y1 y1>a l2>y2 y2>a l3>y3 y3>a"))
    assert debate.claims["a"].by == "C"
    assert set(lost) == {"l1", "y1", "l2", "y2"}


def test_what_is_asked_and_not_argued_about_is_a_question_and_a_reaction_to_it_an_answer_to_review() -> None:
    nodes = [
        *STATEMENTS,
        ("l1", "L", "A : Is it used?"),
        ("y1", "YA", "Pure Questioning"),
        ("l2", "L", "B : Use is need"),
        ("y2", "YA", "Asserting"),
        ("t", "TA", "Default Transition"),
    ]
    debate, lost = read(aif_of(nodes, "l1>y1 y1>b l2>y2 y2>c l1>t t>l2"))
    assert debate.questions["b"].by == "A"
    (answer,) = debate.claims["c"].answers
    assert (answer.question, answer.extent, answer.review) == ("b", "full", "candidate")
    assert lost == {}
    asked = [*nodes, ("r", "RA", "")]
    debate, lost = read(aif_of(asked, "l1>y1 y1>b l2>y2 y2>c l1>t t>l2 b>r r>a"))
    assert debate.claims["b"].by == "A"
    assert set(lost) == {"y1", "t"}
    own = [(name, kind, text.replace("B :", "A :")) for name, kind, text in nodes]
    debate, lost = read(aif_of(own, "l1>y1 y1>b l2>y2 y2>c l1>t t>l2"))
    assert not debate.claims["c"].answers
    assert set(lost) == {"t"}


def test_older_files_name_ids_and_ends_in_other_ways() -> None:
    value = {
        "nodes": [
            {"id": 1, "type": "I", "text": "It stays", "participantID": "5"},
            {"id": 2.0, "type": "I", "text": "It is used", "timestamp": "2014-04-28 15:51:38"},
            {"id": 3, "type": "RA", "text": "Default Inference"},
        ],
        "edges": [{"from": {"id": 2}, "to": {"id": 3}}, {"from": {"id": 3}, "to": {"id": 1}}],
        "participants": [{"id": 5, "firstname": "Ms", "surname": "Sato"}],
        "analysis": {"txt": "It stays."},
    }
    imported = aif.read(given_(value))
    assert aif.recognises(given_(value))
    assert imported.debate is not None
    assert imported.debate.claims["2"].supports[0].to == "1"
    assert imported.debate.claims["1"].by == "5"
    assert set(said(imported)) == {"timestamp", "analysis"}


def test_ova_numbers_schemes_and_draws_what_it_saves() -> None:
    drawn = {
        "x": 4,
        "y": 8,
        "color": "b",
        "date": "06/03/2020 - 14:31:23",
        "is_check_worthy": "no",
        "cqdesc": {},
    }
    value = {
        "nodes": [
            drawn | {"id": 1, "type": "I", "text": "It stays", "scheme": "0", "majorClaim": True},
            drawn | {"id": 2, "type": "I", "text": "It is used", "scheme": "0", "comment": "Is it?"},
            drawn | {"id": 3, "type": "RA", "text": "Sign", "scheme": "30", "majorClaim": False},
            drawn | {"id": 4, "type": "CA", "text": "Default Conflict", "scheme": "71"},
            drawn | {"id": 5, "type": "I", "text": "It falls", "scheme": "0"},
        ],
        "edges": [{"from": {"id": a}, "to": {"id": b}} for a, b in ((2, 3), (3, 1), (5, 4), (4, 1))],
        "participants": [],
    }
    debate, lost = read(value)
    assert {name: one.scheme for name, one in debate.statements() if isinstance(one, Claim)} == {
        "1": None,
        "2": "sign",
        "5": None,
    }
    assert lost == {
        "timestamp": "the times at which nodes were written down (5)",
        "nodes": "where nodes stand in the picture, and who drew them (5)",
        "1": "`majorClaim`, which has no place in a debate (1)",
        "2": "`comment`, which has no place in a debate (6)",
    }


@pytest.mark.parametrize(
    ("value", "place", "words"),
    [
        ({"nodes": [{"type": "I", "text": "x"}]}, "nodes[0]", "without an id"),
        ({"nodes": [3]}, "nodes[0]", "list of objects"),
        ({"nodes": [], "edges": {"a": 1}}, "edges", "must be a list"),
        ({"nodes": [], "edges": [{"fromID": "1"}]}, "edges[0]", "without a start or an end"),
        ({"nodes": {}}, "", "no AIF object"),
        ([], "", "no AIF object"),
        (b'{"nodes": [', "1:12", "not JSON"),
    ],
)
def test_what_is_broken_is_named_with_its_place(value: object, place: str, words: str) -> None:
    imported = aif.read(given_(value))
    assert words in said(imported)[place]
    assert imported.faults


def test_each_of_the_two_knows_its_own_files() -> None:
    plain_file, wrapped = aif_of(STATEMENTS, ""), {"AIF": aif_of(STATEMENTS, ""), "text": "It stays"}
    assert (aif.recognises(given_(plain_file)), xaif.recognises(given_(plain_file))) == (True, False)
    assert (aif.recognises(given_(wrapped)), xaif.recognises(given_(wrapped))) == (False, True)
    assert not aif.recognises(given_({"nodes": [{"id": "a"}], "links": []}))


def test_xaif_is_aif_with_something_around() -> None:
    value = {"aif": aif_of(STATEMENTS, ""), "text": {"txt": "It stays"}, "dialog": True, "OVA": {}}
    imported = xaif.read(given_(value))
    assert imported.debate is not None
    assert set(imported.debate.claims) == {"a", "b", "c", "d"}
    assert set(said(imported)) == {"text", "dialog"}
    broken: tuple[object, ...] = ({"AIF": []}, [1], {})
    for each in broken:
        assert "no xAIF" in said(xaif.read(given_(each)))[""]


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much], max_examples=40)
@given(debates(), st.sampled_from((aif, xaif)))
def test_a_debate_comes_back_with_what_is_kept(debate: Debate, form: ModuleType) -> None:
    written = form.write(debate)
    assert form.recognises(given_(written.data))
    imported = form.read(given_(written.data))
    assert imported.debate == reduced(debate, form.READS & form.WRITES)
    assert errors(imported.debate) == []


def test_a_file_comes_back_the_same_in_everything_that_a_debate_holds() -> None:
    text = (DOCS / "from-ova.md").read_text(encoding="utf-8")
    (source,) = re.findall(r"```json\n(.*?)```", text, re.DOTALL)
    debate, _ = read(source.encode())
    assert shape(written(debate)) == shape(json.loads(source))


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=60)
@given(nodes_and_edges("nodeID", ("edgeID", "fromID", "toID")))
def test_what_was_read_from_any_file_comes_back_the_same(drawn: tuple[list[Any], list[Any]]) -> None:
    debate, _ = read({"nodes": drawn[0], "edges": drawn[1]})
    first = written(debate)
    again, lost = read(first)
    assert shape(written(again)) == shape(first)
    assert set(lost) <= {node["nodeID"] for node in first["nodes"]}  # no edge is lost of what we write


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=100)
@given(nodes_and_edges("nodeID", ("edgeID", "fromID", "toID")))
def test_every_node_and_every_edge_is_in_the_debate_or_named(drawn: tuple[list[Any], list[Any]]) -> None:
    nodes = {str(node["nodeID"]): node | {"nodeID": str(node["nodeID"])} for node in drawn[0]}
    edges = [edge | {"edgeID": f"e{number}"} for number, edge in enumerate(drawn[1])]
    debate, lost = read({"nodes": list(nodes.values()), "edges": edges})
    kept = in_debate(debate, nodes, edges)
    assert [name for name in nodes if name not in kept and name not in lost] == []
    for edge in edges:
        ends = (edge["fromID"], edge["toID"])
        named = edge["edgeID"] in lost or any(end in lost for end in ends)
        assert named or set(ends) <= kept, edge


def test_a_statement_that_says_something_is_always_in_the_debate() -> None:
    nodes = [*STATEMENTS, ("l", "L", "A : So"), ("y", "YA", "Pure Questioning"), ("r", "RA", "")]
    debate, _ = read(aif_of(nodes, "l>y y>a r>r b>r r>b"))
    assert {*debate.claims, *debate.rebuttals, *debate.questions} == {"a", "b", "c", "d"}


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=60)
@given(junk())
def test_any_json_is_read_without_an_exception(value: object) -> None:
    lists = dict.fromkeys(("nodes", "edges", "locutions", "participants"), value)
    for form, given_value in ((aif, value), (aif, lists), (xaif, value), (xaif, {"AIF": lists})):
        imported = form.read(given_(given_value))
        assert imported.debate is not None or imported.faults
        if imported.debate is not None:
            assert errors(imported.debate) == []


@pytest.mark.parametrize(
    "form", ["Undercut from b to a", "Undercut from c", "Undercut from d to a", "Undercut from x"]
)
def test_a_conflict_may_say_by_which_premise_a_step_is_meant(form: str) -> None:
    nodes = [*STATEMENTS, ("r", "RA", ""), ("k", "CA", form)]
    debate, _ = read(aif_of(nodes, "b>r c>r r>a d>k k>r"))
    (undercut,) = debate.rebuttals["d"].undercuts
    wanted = {"Undercut from c": ("c", None)}.get(form, ("b", "a"))
    assert (undercut.from_, undercut.to) == wanted


def test_what_aif_cannot_hold_is_named() -> None:
    data = {
        "parties": {"author": {}},
        "claims": {
            "a": {
                "text": "It stays",
                "by": "author",
                "kind": "policy",
                "rebuts": ["other#x"],
                "supports": ["other#x"],
                "undercuts": ["other#x"],
                "answers": ["q", "other#q"],
            },
        },
        "questions": {"q": {"text": "Does it?", "about": ["other#x"]}},
        "evidence": {"e": {"text": "A count", "type": "statistic", "backs": ["a"]}},
    }
    exported = aif.write(Debate.model_validate(data))
    assert {note.at for note in exported.lost} == {"a", "e", "q"}
    back, _ = read(exported.data)
    assert back.claims["a"].answers[0].question == "q"
    assert back.claims["e"].supports[0].to == "a"


def test_words_as_they_were_spoken_go_back_into_the_locution() -> None:
    nodes = [*STATEMENTS, ("l", "L", "A : Well, it stays!"), ("y", "YA", "Asserting")]
    debate, _ = read(aif_of(nodes, "l>y y>a"))
    exported = aif.write(debate)
    assert exported.lost == ()
    assert "A : Well, it stays!" in [node["text"] for node in written(debate)["nodes"]]


def test_a_debate_by_nobody_has_no_locutions() -> None:
    debate, _ = read(aif_of(STATEMENTS, ""))
    value = written(debate)
    assert (value["participants"], value["locutions"]) == ([], [])
    assert {node["type"] for node in value["nodes"]} == {"I"}


def test_no_id_of_a_relation_is_that_of_a_statement() -> None:
    data = {
        "parties": {"p": {"name": "Ms Sato"}},
        "claims": {
            "RA3": {"text": "It stays", "by": "p"},
            "L4": {"text": "It is used", "by": "p", "supports": ["RA3"]},
        },
    }
    debate = Debate.model_validate(data)
    nodes = [node["nodeID"] for node in written(debate)["nodes"]]
    assert len(nodes) == len(set(nodes))
    assert read(written(debate))[0] == debate


def written(debate: Debate) -> dict[str, Any]:
    """The AIF object of a debate."""
    data = aif.write(debate).data
    assert isinstance(data, bytes)
    value: dict[str, Any] = json.loads(data)
    return value


def shape(value: dict[str, Any]) -> Counter[Any]:
    """What a sound AIF object says, without the ids of relations and locutions: the same for isomorphic objects."""
    nodes = {node["nodeID"]: node for node in value["nodes"]}
    people = {
        one["participantID"]: f"{one['firstname']} {one['surname']}" for one in value.get("participants", [])
    }
    speakers = {one["nodeID"]: one["personID"] for one in value.get("locutions", [])}
    before: dict[str, list[str]] = {name: [] for name in nodes}
    after: dict[str, list[str]] = {name: [] for name in nodes}
    for edge in value["edges"]:
        after[edge["fromID"]].append(edge["toID"])
        before[edge["toID"]].append(edge["fromID"])

    def relation(name: str) -> tuple[object, ...]:
        node = nodes[name]
        form = "" if node["text"].startswith("Default") else node["text"]
        if node["type"] == "I":
            return name, node["text"], node.get("scheme") if not after[name] else None
        starts = frozenset(start for start in before[name] if nodes[start]["type"] == "I")
        ends = frozenset(relation(end) for end in after[name] if nodes[end]["type"] in ("I", "RA"))
        return node["type"], form, starts, ends

    found: Counter[Any] = Counter(people.items())
    for name, node in nodes.items():
        if node["type"] in ("I", "RA", "CA"):
            found[relation(name)] += 1
        elif node["type"] == "YA":
            (locution,) = before[name]
            words = nodes[locution]["text"].partition(" : ")[2]
            found["YA", node["text"], people[speakers[locution]], words, after[name][0]] += 1
    return found


def in_debate(debate: Debate, nodes: dict[str, dict[str, Any]], edges: list[dict[str, Any]]) -> set[str]:
    """The nodes of a file that show in its debate, found out from the debate."""
    statements = dict(debate.statements())
    pairs = {(edge["fromID"], edge["toID"]) for edge in edges}
    steps = [
        ({name, *support.with_}, support.to)
        for name, one in statements.items()
        if isinstance(one, Claim)
        for support in one.supports
    ]
    kept = {*statements, *debate.questions}

    def ends(name: str, types: tuple[str, ...]) -> tuple[set[str], set[str]]:
        starts = {a for a, b in pairs if b == name and nodes.get(a, {}).get("type") in types}
        return starts, {b for a, b in pairs if a == name and nodes.get(b, {}).get("type") in types}

    for name, node in nodes.items():
        starts, conclusions = ends(name, ("I",))
        attackers = [statements[start] for start in starts & statements.keys()]
        rebuts = any(link.to in conclusions for one in attackers for link in one.rebuts)
        undercuts = any(one.undercuts for one in attackers)
        inferred = any(premises == starts & kept and end in conclusions for premises, end in steps)
        if inferred if node["type"] == "RA" else node["type"] == "CA" and (rebuts or undercuts):
            kept.add(name)
    for name in [name for name, node in nodes.items() if node["type"] == "YA"]:
        locutions, asserted = ends(name, ("L",))[0], ends(name, ("I",))[1] & kept
        if locutions and asserted:
            kept |= {name, *locutions}
    for name in [name for name, node in nodes.items() if node["type"] == "TA"]:
        if ends(name, ("L",))[0] & kept and ends(name, ("L",))[1] & kept and (debate.questions):
            kept.add(name)
    return kept
