"""arguebuf: what is read, what is named, and the way there and back."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from argmap.formats import arguebuf
from argmap.formats._features import reduced
from argmap.model import Debate
from tests.aif_samples import debates, errors, given_, junk, said


def graph(nodes: dict[str, Any], edges: str, **more: object) -> dict[str, Any]:
    """An arguebuf graph of nodes and of edges written `a>b b>c`."""
    ends = [edge.split(">") for edge in edges.split()]
    links = {f"e{number}": {"source": a, "target": b} for number, (a, b) in enumerate(ends, 1)}
    return {"nodes": nodes, "edges": links, "schemaVersion": 1, **more}


def atom(text: str, **more: object) -> dict[str, Any]:
    return {"atom": {"text": text, **more}}


ATOMS = {"a": atom("It stays"), "b": atom("It is used"), "c": atom("Use is need"), "d": atom("No")}


def read(value: object) -> tuple[Debate, dict[str, str]]:
    imported = arguebuf.read(given_(value))
    assert imported.debate is not None
    assert errors(imported.debate) == []
    return imported.debate, said(imported)


def written(debate: Debate) -> dict[str, Any]:
    data = arguebuf.write(debate).data
    assert isinstance(data, bytes)
    value: dict[str, Any] = json.loads(data)
    return value


def test_supports_are_steps_and_attacks_rebut_or_undercut() -> None:
    more = {
        "s": {"scheme": {"support": "SUPPORT_EXPERT_OPINION"}},
        "k": {"scheme": {"attack": "ATTACK_DEFAULT"}},
        "m": {"scheme": {"attack": 0}},
    }
    debate, lost = read(graph(ATOMS | more, "b>s c>s s>a d>k k>c d>m m>s"))
    (support,) = debate.claims["b"].supports
    assert (support.to, support.with_, debate.claims["b"].scheme) == ("a", ("c",), "expert-opinion")
    assert debate.rebuttals["d"].rebuts[0].to == "c"
    assert debate.rebuttals["d"].undercuts[0].from_ == "b"
    assert lost == {}


def test_graphs_from_before_version_1_name_their_schemes_in_another_way() -> None:
    old = {"scheme": {"type": "TYPE_SUPPORT", "argumentationScheme": "SCHEME_SIGN"}}
    debate, _ = read(graph(ATOMS | {"s": old, "t": {"scheme": {"type": "TYPE_ATTACK"}}}, "b>s s>a d>t t>a"))
    assert debate.claims["b"].scheme == "sign"
    assert debate.rebuttals["d"].rebuts[0].to == "a"


def test_participants_speak_and_references_are_quotes() -> None:
    nodes = {
        "a": atom("It stays", participant="p", reference={"resource": "r", "text": "it stays", "offset": 3}),
        "b": atom("It is used", participant="x", reference={"text": "used"}),
    }
    more = {
        "participants": {"p": {"name": "Ms Sato", "email": "sato@example.org"}, "q": {}},
        "resources": {"r": {"text": "So it stays", "title": "Minutes", "source": "https://example.org/"}},
        "analysts": {"z": {"name": "An analyst"}},
        "majorClaim": "a",
        "metadata": {"created": "2024-05-01T00:00:00Z"},
        "userdata": {"argmap": {"title": "The bridge"}, "other": 1},
    }
    debate, lost = read(graph(nodes, "", **more))
    first, second = debate.claims["a"].source, debate.claims["b"].source
    assert first is not None
    assert second is not None
    assert (debate.title, debate.claims["a"].by, debate.claims["b"].by) == ("The bridge", "p", "author")
    assert (first.in_, first.quote, debate.sources["r"].url) == ("r", "it stays", "https://example.org/")
    assert (second.in_, second.quote) == ("locutions", "used")
    assert "q" in debate.parties
    assert set(lost) == {"p", "r", "z", "a", "b", "metadata", "userdata"}


def test_a_title_that_came_from_sadface_is_the_title_unless_argmap_keeps_one() -> None:
    debate, lost = read(graph(ATOMS, "", userdata={"title": "The bridge", "notes": "Draft"}))
    assert debate.title == "The bridge"
    assert lost == {"userdata": "data of another program: `notes`"}
    debate, lost = read(graph(ATOMS, "", userdata={"title": "Old", "argmap": {"title": "The bridge"}}))
    assert debate.title == "The bridge"
    assert lost == {"userdata": "data of another program: `title`"}


@pytest.mark.parametrize(
    ("node", "edges", "place", "words"),
    [
        ({"scheme": {"rephrase": "REPHRASE_DEFAULT"}}, "a>x x>b", "x", "rephrasing"),
        ({"scheme": {"preference": "PREFERENCE_DEFAULT"}}, "a>x x>b", "x", "preference"),
        ({"scheme": {}}, "a>x x>b", "x", "unknown type"),
        ({"scheme": {"support": "SUPPORT_SIGN", "premiseDescriptors": ["b"]}}, "a>x x>b", "x", "1 premises"),
        ({"scheme": {"support": "S", "premiseDescriptors": 3}}, "a>x x>b", "x", "1 premises"),
        ({"scheme": {"attack": "ATTACK_DEFAULT"}, "userdata": {"k": 1}}, "a>x x>b", "x", "another program"),
        ({"atom": {"text": ""}}, "", "x", "without words"),
        ({"scheme": {"support": "SUPPORT_SIGN"}}, "a>x x>y", "e2", "not in the file: y"),
    ],
)
def test_what_a_debate_cannot_hold_is_named(node: dict[str, Any], edges: str, place: str, words: str) -> None:
    _, lost = read(graph(ATOMS | {"x": node}, edges))
    assert words in lost[place]


@pytest.mark.parametrize(
    ("value", "place", "words"),
    [
        ({"nodes": {"a": 1}, "edges": {"e": {"source": "a"}}}, "nodes.a", "must be an object"),
        ({"nodes": {}, "edges": {"e": {"source": "a"}}}, "e", "without a start"),
        ({"nodes": {}, "resources": []}, "resources", "must be an object"),
        ({"nodes": []}, "", "no arguebuf graph"),
        ([], "", "no arguebuf graph"),
        (b"{", "1:2", "not JSON"),
    ],
)
def test_what_is_broken_is_named_with_its_place(value: object, place: str, words: str) -> None:
    imported = arguebuf.read(given_(value))
    assert words in said(imported)[place]
    assert imported.faults


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much], max_examples=40)
@given(debates())
def test_a_debate_comes_back_with_what_is_kept(debate: Debate) -> None:
    assert arguebuf.recognises(given_(written(debate)))
    back, _ = read(written(debate))
    assert back == reduced(debate, arguebuf.READS & arguebuf.WRITES)


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much], max_examples=25)
@given(debates())
def test_the_graph_is_one_that_arguebuf_can_load(debate: Debate) -> None:
    value = written(debate)
    assert set(value) <= {"nodes", "edges", "resources", "participants", "schemaVersion", "userdata"}
    for edge in value["edges"].values():
        assert {edge["source"], edge["target"]} <= set(value["nodes"])
    for node in value["nodes"].values():
        assert len({"atom", "scheme"} & set(node)) == 1
        assert node.get("atom", {}).get("participant") in {None, *value["participants"]}
        assert node.get("atom", {}).get("reference", {}).get("resource") in {None, *value["resources"]}


def test_a_scheme_that_arguebuf_lacks_is_kept_beside() -> None:
    data = {
        "parties": {"p": {}},
        "claims": {
            "a": {"text": "It stays", "by": "p", "scheme": "verbal-classification-arbitrariness"},
            "b": {"text": "It is used", "by": "p", "scheme": "means-to-end", "supports": ["a"]},
        },
    }
    debate = Debate.model_validate(data)
    value = written(debate)
    assert [node["scheme"] for node in value["nodes"].values() if "scheme" in node] == [
        {"support": "SUPPORT_DEFAULT"}
    ]
    assert read(value)[0] == debate


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=40)
@given(junk())
def test_any_json_is_read_without_an_exception(value: object) -> None:
    names = ("nodes", "edges", "resources", "participants", "analysts", "userdata", "majorClaim")
    parts = dict.fromkeys(names, value)
    node = {"atom": value, "scheme": value, "userdata": value}
    for given_value in (
        value,
        parts,
        {key: {"x": part} for key, part in parts.items()},
        {"nodes": {"x": node}},
    ):
        imported = arguebuf.read(given_(given_value))
        assert imported.debate is not None or imported.faults
