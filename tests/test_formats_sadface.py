"""SADFace: what is read, what is named, and the way there and back."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings

from argmap.formats import Exported, sadface
from argmap.formats._features import reduced
from argmap.model import Debate
from tests.aif_samples import debates, errors, given_, junk, nodes_and_edges, said


def document(nodes: list[dict[str, Any]], edges: str, **more: object) -> dict[str, Any]:
    """A SADFace document of nodes and of edges written `a>b b>c`."""
    ends = [edge.split(">") for edge in edges.split()]
    links = [{"id": f"e{k}", "source_id": a, "target_id": b} for k, (a, b) in enumerate(ends, 1)]
    return {"metadata": {"core": {}}, "resources": [], "nodes": nodes, "edges": links, **more}


def atom(name: str, text: str, **more: object) -> dict[str, Any]:
    return {"id": name, "type": "atom", "text": text, "sources": [], "metadata": {"core": {}}, **more}


def scheme(name: str, called: str, type_: str = "scheme") -> dict[str, Any]:
    return {"id": name, "type": type_, "name": called, "metadata": {"core": {}}}


ATOMS = [atom("a", "It stays"), atom("b", "It is used"), atom("c", "Few use it")]


def read(value: object) -> tuple[Debate, dict[str, str]]:
    imported = sadface.read(given_(value))
    assert imported.debate is not None
    assert errors(imported.debate) == []
    return imported.debate, said(imported)


def written(exported: Exported) -> dict[str, Any]:
    assert isinstance(exported.data, bytes)
    value: dict[str, Any] = json.loads(exported.data)
    return value


@pytest.mark.parametrize(
    ("support", "attack"),
    [
        (scheme("s", "support"), scheme("k", "conflict")),
        (scheme("s", "support", "inference"), scheme("k", "attack", "conflict")),
        (scheme("s", "support"), scheme("k", "attack")),
    ],
)
def test_schemes_of_older_and_newer_documents_are_steps_and_attacks(
    support: dict[str, Any], attack: dict[str, Any]
) -> None:
    debate, lost = read(document([*ATOMS, support, attack], "b>s s>a c>k k>b"))
    assert debate.claims["b"].supports[0].to == "a"
    assert debate.rebuttals["c"].rebuts[0].to == "b"
    assert debate.claims["a"].by == "author"
    assert lost == {}


def test_the_name_of_a_scheme_and_of_the_document_are_kept() -> None:
    core = {"title": "The bridge", "analyst_name": "Ms Sato", "notes": ""}
    value = document(
        [*ATOMS, scheme("s", "Expert Opinion")], "b>s s>a", metadata={"core": core, "org.x": {"k": 1}}
    )
    debate, lost = read(value)
    assert debate.title == "The bridge"
    assert debate.claims["b"].scheme == "expert-opinion"
    assert set(lost) == {"metadata"}
    assert "analyst_name" in lost["metadata"]
    assert "org.x" in lost["metadata"]


def test_sources_become_quotes_and_a_second_one_is_named() -> None:
    where = {"resource_id": "r", "text": "it is used daily", "offset": 4, "length": 16}
    nodes = [atom("a", "It is used", sources=[where, where], metadata={"org.x": {"k": 1}, "core": {}})]
    resource = {
        "id": "r",
        "type": "text",
        "content": "So it is used daily.",
        "metadata": {"core": {"title": "Minutes", "url": "https://example.org/", "date": "no day"}},
    }
    minutes = {"id": "m", "metadata": {"argmap": {"date": "2024-05"}}}
    debate, lost = read(document(nodes, "", resources=[resource, minutes]))
    source = debate.claims["a"].source
    assert source is not None
    assert (source.in_, source.quote) == ("r", "it is used daily")
    assert debate.sources["r"].title == "Minutes"
    assert debate.sources["r"].date is None
    assert debate.sources["m"].date == "2024-05"
    assert set(lost) == {"a", "r"}
    assert "second source" in lost["a"] or "besides the first" in lost["a"]
    assert "20 characters" in lost["r"]


@pytest.mark.parametrize(
    ("value", "place", "words"),
    [
        ({"nodes": [{"type": "atom"}], "edges": []}, "nodes[0]", "without an id"),
        ({"nodes": [1], "edges": 3}, "nodes[0]", "must be an object"),
        ({"nodes": [], "edges": 3}, "edges", "must be a list"),
        ({"nodes": [], "edges": [{"id": "e"}]}, "e", "without a start"),
        ({"nodes": 1}, "", "no SADFace document"),
        (3, "", "no SADFace document"),
        (b"{", "1:2", "not JSON"),
    ],
)
def test_what_is_broken_is_named_with_its_place(value: object, place: str, words: str) -> None:
    imported = sadface.read(given_(value))
    assert words in said(imported)[place]
    assert imported.faults


@pytest.mark.parametrize(
    ("node", "edges", "place", "words"),
    [
        (scheme("x", "rephrase"), "a>x x>b", "x", "rephrasing"),
        (scheme("x", "preference"), "a>x x>b", "x", "preference"),
        (scheme("x", "", "thing"), "a>x x>b", "x", "unknown type"),
        (scheme("x", "support"), "a>x x>nowhere", "e2", "nowhere"),
        (scheme("x", "support"), "a>b", "e1", "says nothing"),
    ],
)
def test_what_a_debate_cannot_hold_is_named(node: dict[str, Any], edges: str, place: str, words: str) -> None:
    _, lost = read(document([*ATOMS, node], edges))
    assert words in lost[place]


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much], max_examples=40)
@given(debates())
def test_a_debate_comes_back_with_what_is_kept(debate: Debate) -> None:
    exported = sadface.write(debate)
    assert sadface.recognises(given_(exported.data))
    back, _ = read(exported.data)
    wanted = reduced(debate, sadface.READS & sadface.WRITES)
    if back.parties:  # one party, for the sake of the claims
        wanted = wanted.model_copy(update={"parties": back.parties})
    assert back == wanted


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much], max_examples=25)
@given(debates())
def test_what_is_written_has_the_keys_that_sadface_wants(debate: Debate) -> None:
    value = written(sadface.write(debate))
    keys = {"analyst_email", "analyst_name", "created", "edited", "id", "version"}
    assert set(value["metadata"]["core"]) == keys
    for part in (*value["nodes"], *value["edges"], *value["resources"]):
        assert str(UUID(part["id"])) == part["id"]
    for node in value["nodes"]:
        assert node["type"] in ("atom", "scheme")
        assert set(node["metadata"]) <= set(value["metadata"])
    ids = {node["id"] for node in value["nodes"]}
    assert len(ids) == len(value["nodes"])
    assert all({edge["source_id"], edge["target_id"]} <= ids for edge in value["edges"])


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=60)
@given(nodes_and_edges("id", ("id", "source_id", "target_id")))
def test_every_node_and_edge_is_in_the_debate_or_named(drawn: tuple[list[Any], list[Any]]) -> None:
    nodes = {str(node["id"]): node | {"id": str(node["id"])} for node in drawn[0]}
    edges = [edge | {"id": f"e{number}"} for number, edge in enumerate(drawn[1])]
    value = {"nodes": list(nodes.values()), "edges": edges, "resources": [{"id": "r", "content": "so"}]}
    debate, lost = read(value)
    texts = Counted(debate)
    atoms = [node for name, node in nodes.items() if node["type"] == "atom" and name not in lost]
    assert len(atoms) <= texts.statements
    relations = [n for name, n in nodes.items() if n["type"] != "atom" and name not in lost]
    assert len(relations) <= texts.relations
    for edge in edges:
        ends = {edge["source_id"], edge["target_id"]}
        assert edge["id"] in lost or ends & set(lost) or ends <= set(nodes)
    again, _ = read(written(sadface.write(debate)))
    assert again == debate


class Counted:
    """How many statements and relations a debate has."""

    def __init__(self, debate: Debate) -> None:
        statements = [one for _, one in debate.statements()]
        self.statements = len(statements)
        self.relations = sum(len(one.rebuts) + len(one.undercuts) for one in statements)
        self.relations += sum(
            len(claim.supports) for claim in (*debate.claims.values(), *debate.rebuttals.values())
        )


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=40)
@given(junk())
def test_any_json_is_read_without_an_exception(value: object) -> None:
    parts = dict.fromkeys(("nodes", "edges", "resources", "metadata"), value)
    for given_value in (value, parts, {key: [part] for key, part in parts.items()}):
        imported = sadface.read(given_(given_value))
        assert imported.debate is not None or imported.faults
