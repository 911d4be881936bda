"""What the tests of AIF, SADFace and arguebuf share: debates without errors, and files as bytes."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st

from argmap.diagnostics import Severity
from argmap.formats import Given, Imported
from argmap.loading import read
from argmap.loading.write import plain, to_yaml
from argmap.model import Debate
from argmap.pipeline import check, corpus_of

_IDS = ("a", "b2", "北口", "12", "e-e", "f", "94a975db-25ae-4d25-93cc-1c07c932e2f8")
_TEXTS = st.sampled_from(
    ("The bridge stays.", "橋は残す。𠮷", "=1+1 : “so” 🙂", "Two\nlines", '"quoted" <b>', "x" * 2000, "a : b")
)
_NAMES = st.none() | st.sampled_from(("City", "The Town Council", "市長", "A : B", "odd  name"))
_SCHEMES = st.none() | st.sampled_from(("sign", "expert-opinion", "means-to-end", "Own1", "独自"))
_SOURCES = ("minutes", "s1")


def given_(value: object) -> Given:
    """A file: bytes as they are, anything else as JSON."""
    data = value if isinstance(value, bytes) else json.dumps(value, ensure_ascii=False).encode()
    return Given(name="file.json", data=data, beside=lambda _: None)


def errors(debate: Debate) -> list[str]:
    """What `argmap check` calls an error in the file of a debate."""
    file = read(to_yaml(plain(debate)).encode(), id="debate", file="debate.yaml", folder=".")
    return [str(one) for one in check(corpus_of([file])) if one.severity is Severity.ERROR]


def said(imported: Imported) -> dict[str, str]:
    """What is lost and what is broken, in English, by place; several about one place stand together."""
    found: dict[str, str] = {}
    for note in (*imported.lost, *imported.faults):
        assert note.message.ja
        found[note.at] = "; ".join(filter(None, (found.get(note.at), note.message.en)))
    return found


@st.composite
def debates(draw: st.DrawFn) -> Debate:
    """Valid debates of up to seven statements: a support leads to an earlier one, an attack does not hit itself."""
    ids = _IDS[: draw(st.integers(0, len(_IDS)))]
    parties = draw(st.sampled_from((("author",), ("city",), ("city", "author"), ("p 1"[:1], "town"))))
    data: dict[str, Any] = {section: {} for section in ("claims", "rebuttals", "evidence", "questions")}
    data["parties"] = {p: {} if p == "author" else {"name": draw(_NAMES)} for p in parties}
    data["sources"] = {name: {"title": draw(_TEXTS), "url": "https://example.org/"} for name in _SOURCES}
    if draw(st.booleans()):
        data["debate"] = {"title": draw(_TEXTS)}
    steps: list[tuple[set[str], str]] = []
    for position, name in enumerate(ids):
        before = ids[:position]
        one = _statement(draw, name, before, steps, parties)
        section = (
            "evidence"
            if "type" in one
            else "rebuttals"
            if "rebuts" in one or "undercuts" in one
            else "claims"
        )
        data[section][name] = one
    for name in ("q1", "q2")[: draw(st.integers(0, 2))]:
        data["questions"][name] = _question(draw, ids, parties)
    for one in data["claims"].values():
        if data["questions"] and draw(st.booleans()):
            extent = draw(st.sampled_from(("full", "partial", "evasive")))
            one["answers"] = [
                {"question": draw(st.sampled_from(sorted(data["questions"]))), "extent": extent}
            ]
    made = Debate.model_validate(data)
    assume(not errors(made))
    return made


def _statement(
    draw: st.DrawFn,
    name: str,
    before: tuple[str, ...],
    steps: list[tuple[set[str], str]],
    parties: tuple[str, ...],
) -> dict[str, Any]:
    one: dict[str, Any] = {"text": draw(_TEXTS), "by": draw(st.sampled_from(parties))}
    if draw(st.booleans()):
        one["source"] = {"in": draw(st.sampled_from(_SOURCES)), "quote": "Quite so", "at": "p. 3"}
    evidence = draw(st.integers(0, 4)) == 0
    if not evidence:
        one["scheme"] = draw(_SCHEMES)
    ends = draw(st.lists(st.sampled_from(before), max_size=2, unique=True)) if before else []
    hit = [step for step in steps if name not in step[0]]
    attacks, strikes = draw(st.booleans()), draw(st.booleans())
    if ends and attacks:
        one["rebuts"] = ends
    elif ends and evidence:
        one |= {"type": "document", "backs": ends}
        steps.extend(({name}, end) for end in ends)
    elif ends and not evidence:
        others = [other for other in before if other not in ends]
        linked = draw(st.lists(st.sampled_from(others), max_size=2, unique=True)) if others else []
        linked = [other for other in linked if not _reaches(steps, ends, other)]
        one["supports"] = [{"to": end, "with": linked} for end in ends]
        steps.extend(({name, *linked}, end) for end in ends)
    if evidence:
        one |= {"type": "document"}
    if hit and strikes:
        premises, end = draw(st.sampled_from(hit))
        start = {"from": draw(st.sampled_from(sorted(premises)))}
        one["undercuts"] = [draw(st.sampled_from((start, start | {"to": end})))]
    return one


def _reaches(steps: list[tuple[set[str], str]], starts: list[str], wanted: str) -> bool:
    """Whether a way along the steps leads from one of some statements to another."""
    seen = set(starts)
    waiting = list(starts)
    while waiting:
        here = waiting.pop()
        fresh = {end for premises, end in steps if here in premises} - seen
        seen |= fresh
        waiting.extend(fresh)
    return wanted in seen


def _question(draw: st.DrawFn, ids: tuple[str, ...], parties: tuple[str, ...]) -> dict[str, Any]:
    return {
        "text": draw(_TEXTS),
        "by": draw(st.none() | st.sampled_from(parties)),
        "kind": draw(st.sampled_from(("question", "request"))),
        "about": draw(st.lists(st.sampled_from(ids), max_size=2, unique=True)) if ids else [],
    }


def nodes_and_edges(ids: str, edge: tuple[str, str, str]) -> st.SearchStrategy[tuple[list[Any], list[Any]]]:
    """Lists of nodes of every type and of edges between any of them, as AIF and SADFace write them: mostly sound."""
    names = st.sampled_from("123456789")
    node = st.fixed_dictionaries(
        {
            ids: st.one_of(names, names.map(int)),
            "type": st.sampled_from(
                ("I", "I", "I", "RA", "CA", "MA", "L", "YA", "TA", "PA", "", "atom", "scheme", "conflict")
            ),
        },
        optional={
            "text": st.sampled_from(
                ("so", "A : so", "", "Pure Questioning", "Agreeing", "RA", "Sign", "\x00")
            ),
            "name": st.sampled_from(("support", "attack", "Sign")),
            "scheme": st.sampled_from(
                ("Sign", "PureQuestioning", "About", "Full Answer", "Default Conflict")
            ),
            "metadata": st.just({"core": {}, "argmap": {"id": "x", "scheme": "y"}, "other": 1}),
            "sources": st.just([{"resource_id": "r", "text": "so"}, 3]),
            "timestamp": st.just("2020-01-01 00:00:00"),
        },
    )
    name, start, end = edge
    link = st.fixed_dictionaries({name: st.integers(1, 9), start: names, end: names})
    return st.tuples(st.lists(node, max_size=14), st.lists(link, max_size=24))


def junk() -> st.SearchStrategy[Any]:
    """Any JSON."""
    leaf = (
        st.none()
        | st.booleans()
        | st.integers()
        | st.floats(allow_nan=False)
        | st.sampled_from(("", "1", "I"))
    )
    keys = st.sampled_from(
        (
            "nodes",
            "edges",
            "AIF",
            "nodeID",
            "id",
            "type",
            "text",
            "participants",
            "locutions",
            "atom",
            "scheme",
        )
    )
    return st.recursive(
        leaf, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=4)
    )
