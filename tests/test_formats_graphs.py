"""GraphML, GEXF and node-link JSON as networkx reads them back; Mermaid and DOT as the maps draw them."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any

import networkx as nx
import pytest

from argmap import pipeline
from argmap.formats import FORMATS
from argmap.model import Debate

ROAD = Debate.model_validate(
    {
        "id": "road",
        "debate": {"title": "Road & bridge", "lang": "en", "held": "2025-06"},
        "parties": {"town": {"name": "市", "side": "government"}, "m": {"side": "councilor"}},
        "groups": {"g": "The road"},
        "sources": {"s": {"title": "Minutes"}, "t": {}},
        "claims": {
            "safe": {
                "text": "𠮷 < 髙 & 😀",
                "by": "town",
                "kind": "commitment",
                "due": "2026",
                "scheme": "sign",
                "group": "g",
                "turn": 2,
                "source": {"in": "s", "quote": "x", "at": "p. 1"},
                "answers": [{"question": "q", "extent": "partial", "review": "candidate"}],
                "conceded": {"on": "2025-07"},
            },
            "lit": {
                "text": "=1+1",
                "by": "town",
                "supports": [{"to": "safe", "with": ["dry"]}],
                "source": "t",
            },
            "dry": {"text": "Dry", "by": "town", "supports": [{"to": "open", "review": "candidate"}]},
            "open": {"text": "Open", "by": "town", "group": "h"},
            "wide": {"text": "Wide", "by": "town", "supports": ["open"]},
        },
        "rebuttals": {
            "dark": {
                "text": "Dark",
                "by": "m",
                "rebuts": [{"to": "safe", "review": "candidate"}],
                "undercuts": [{"from": "dry", "to": "open"}],
                "review": "candidate",
            }
        },
        "evidence": {
            "crash": {
                "text": "Crash",
                "type": "incident",
                "date": "2024",
                "place": "Hill",
                "accepted": "true",
                "backs": ["dark"],
            }
        },
        "questions": {"q": {"text": "Safe?", "by": "m", "about": ["open", "other#x"]}},
        "follow-ups": {"x": {"decision": "drop"}},
    }
)


def data(slug: str, debate: Debate = ROAD) -> bytes:
    write = FORMATS[slug].write
    assert write is not None
    written = write(debate).data
    assert isinstance(written, bytes)
    return written


def graph(slug: str, debate: Debate = ROAD) -> Any:  # noqa: ANN401 - networkx types its readers differently
    written = data(slug, debate)
    if slug == "graphml":
        return nx.read_graphml(BytesIO(written), force_multigraph=True)
    if slug == "gexf":
        return nx.read_gexf(BytesIO(written))
    return nx.node_link_graph(json.loads(written), edges="edges")


def edges(found: Any) -> set[tuple[str, str, str, str | None, str | None]]:  # noqa: ANN401 - the same
    return {
        (one, other, more["relation"], more.get("extent"), more.get("review"))
        for one, other, more in found.edges(data=True)
    }


@pytest.mark.parametrize("slug", ["graphml", "gexf", "node-link"])
def test_networkx_reads_every_statement_and_relation(slug: str) -> None:
    found = graph(slug)
    assert set(found) == {"safe", "lit", "dry", "open", "wide", "dark", "crash", "q", "step:1", "step:2"}
    assert edges(found) == {
        ("lit", "step:1", "supports", None, None),
        ("dry", "step:1", "supports", None, None),
        ("step:1", "safe", "supports", None, None),
        ("dry", "step:2", "supports", None, "candidate"),
        ("step:2", "open", "supports", None, "candidate"),
        ("wide", "open", "supports", None, None),
        ("dark", "step:2", "undercuts", None, None),
        ("dark", "safe", "rebuts", None, "candidate"),
        ("crash", "dark", "backs", None, None),
        ("safe", "q", "answers", "partial", "candidate"),
        ("q", "open", "about", None, None),
    }


@pytest.mark.parametrize("slug", ["graphml", "gexf", "node-link"])
def test_every_node_says_what_the_debate_says_of_it(slug: str) -> None:
    found = graph(slug).nodes
    safe = {key: value for key, value in found["safe"].items() if key != "label"}
    assert found["safe"]["label"] == "𠮷 < 髙 & 😀"
    assert safe == {
        "role": "claim",
        "status": "conceded",
        "by": "town",
        "party": "市",
        "side": "government",
        "group": "The road",
        "turn": 2,
        "source": "Minutes",
        "quote": "x",
        "at": "p. 1",
        "kind": "commitment",
        "due": "2026",
        "scheme": "sign",
        "conceded": True,
        "conceded_on": "2025-07",
    }
    assert found["lit"]["label"] == "=1+1"
    assert found["lit"]["source"] == "t"
    assert found["open"]["group"] == "h"
    assert (found["dark"]["review"], found["step:1"]["role"]) == ("candidate", "step")
    crash = found["crash"]
    assert (crash["type"], crash["date"], crash["place"], crash["accepted"]) == (
        "incident",
        "2024",
        "Hill",
        True,
    )
    assert (found["q"]["role"], found["q"]["status"], found["q"]["kind"]) == (
        "question",
        "partial",
        "question",
    )


@pytest.mark.parametrize("slug", ["graphml", "gexf", "node-link", "mermaid", "dot"])
def test_the_same_debate_gives_the_same_bytes_and_losses_are_named(slug: str) -> None:
    write = FORMATS[slug].write
    assert write is not None
    one, other = write(ROAD), write(ROAD)
    assert one == other
    assert any(note.at == "x" for note in one.lost)


@pytest.mark.parametrize("slug", ["graphml", "gexf", "node-link"])
def test_an_empty_debate_is_an_empty_graph(slug: str) -> None:
    assert len(graph(slug, Debate(id="none"))) == 0


def test_about_the_debate() -> None:
    assert graph("graphml").graph["name"] == "Road & bridge"
    assert json.loads(data("node-link"))["graph"] == {
        "name": "Road & bridge",
        "language": "en",
        "held": "2025-06",
    }


@pytest.mark.parametrize("slug", ["mermaid", "dot"])
def test_diagrams_are_those_of_the_map(slug: str) -> None:
    assert data(slug).decode() == pipeline.draw(ROAD).to(slug)
