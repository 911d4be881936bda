"""Every format: what it says that it keeps it keeps, what it loses it names, and no file makes it fail."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as drawn
from hypothesis import strategies as st
from networkx import DiGraph, is_isomorphic

from argmap.diagnostics import Severity
from argmap.formats import FORMATS, Exported, Feature, Given, Imported
from argmap.formats._features import lost_in, reduced, used_by
from argmap.loading import read as load
from argmap.loading.write import plain, to_yaml
from argmap.model import Debate
from argmap.pipeline import check, corpus_of, draw
from tests.format_debates import FUZZ, debates, everything

ALL = frozenset(Feature)
READ = sorted(slug for slug, one in FORMATS.items() if one.read)
WRITTEN = sorted(slug for slug, one in FORMATS.items() if one.write)
BOTH = sorted(set(READ) & set(WRITTEN))
few = settings(
    max_examples=FUZZ or 12,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def test_every_feature_is_used_by_the_debate_that_uses_everything() -> None:
    assert used_by(everything()) == ALL


def test_every_item_that_is_lost_has_its_place() -> None:
    lost = lost_in(everything(), frozenset({Feature.SUPPORTS, Feature.TEXTS, Feature.IDS, Feature.QUESTIONS}))
    said = {(note.at, note.message.en) for note in lost}
    assert ("debate", "the title “The ferry to Westhaven”") in said
    assert ("fares-rise", "that it supports ferry-pays only together with more-travel") in said
    assert ("too-dear", "`undercuts` fares-rise → ferry-pays") in said
    assert ("not-here", "`rebuts` harbour#x") in said
    assert ("survey", "place: Westhaven") in said
    assert len(said) == len(lost)


def test_an_undercut_goes_with_its_step() -> None:
    claims = {"a": {"text": "A", "by": "p", "supports": ["other#x"]}}
    rebuttals = {"r": {"text": "R", "by": "p", "undercuts": ["a"]}}
    debate = Debate.model_validate({"parties": {"p": {}}, "claims": claims, "rebuttals": rebuttals})
    lost = lost_in(debate, ALL - {Feature.ELSEWHERE})
    assert [(note.at, note.message.en) for note in lost] == [
        ("a", "`supports` other#x"),
        ("r", "`undercuts` a"),
    ]
    assert set(reduced(debate, ALL - {Feature.ELSEWHERE}).claims) == {"a", "r"}


def test_where_nobody_in_particular_speaks_nobody_is_named() -> None:
    debate = Debate.model_validate(
        {"parties": {"author": {}}, "claims": {"a": {"text": "A", "by": "author"}}}
    )
    assert (debate.party_name("author"), debate.side_of("author")) == ("", None)
    assert used_by(debate) == {Feature.TEXTS, Feature.IDS}
    assert "author" not in str(draw(debate).to("svg"))


@few
@drawn(debates())
def test_random_debates_are_sound_and_so_is_what_is_left_of_them(debate: Debate) -> None:
    assert errors(debate) == []
    assert reduced(debate, ALL) == debate
    assert lost_in(debate, ALL) == ()


@few
@drawn(debates(), st.frozensets(st.sampled_from(Feature)))
def test_what_is_reduced_is_sound_and_loses_nothing_more(debate: Debate, kept: frozenset[Feature]) -> None:
    less = reduced(debate, kept)
    assert errors(less) == []
    assert reduced(less, kept) == less
    assert (less == debate) == (lost_in(debate, kept | {Feature.IDS}) == ())


@few
@drawn(debates())
def test_a_debate_file_says_what_the_debate_is(debate: Debate) -> None:
    found = load(to_yaml(plain(debate)).encode(), id=debate.id, file="x.yaml", folder=".")
    assert [one for one in found.diagnostics if one.severity is Severity.ERROR] == []
    assert found.debate == debate


@pytest.mark.parametrize("slug", sorted(FORMATS))
def test_a_format_says_what_it_is(slug: str) -> None:
    one = FORMATS[slug]
    assert one.name
    assert one.manual.strip() or not one.read
    assert one.read or one.write
    assert (one.read is None) == (one.recognises is None) == (not one.reads)
    assert one.writes or not one.write


@pytest.mark.parametrize("slug", WRITTEN)
def test_what_is_lost_is_named(slug: str) -> None:
    written = write(slug, everything())
    assert set(lost_in(everything(), FORMATS[slug].writes)) <= set(written.lost)


@pytest.mark.parametrize("slug", WRITTEN)
def test_writing_is_deterministic(slug: str) -> None:
    assert write(slug, everything()) == write(slug, everything())


@pytest.mark.parametrize("slug", BOTH)
def test_everything_is_read_back_as_far_as_it_is_kept(slug: str) -> None:
    round_trip(slug, everything())


@pytest.mark.parametrize("slug", BOTH)
@few
@drawn(debate=debates())
def test_random_debates_are_read_back_as_far_as_they_are_kept(slug: str, debate: Debate) -> None:
    round_trip(slug, debate)


@pytest.mark.parametrize("slug", WRITTEN)
@few
@drawn(debate=debates())
def test_every_debate_can_be_written(slug: str, debate: Debate) -> None:
    assert set(lost_in(debate, FORMATS[slug].writes)) <= set(write(slug, debate).lost)


@pytest.mark.parametrize("slug", BOTH)
def test_what_is_written_is_recognised_as_that_and_nothing_else(slug: str) -> None:
    file = as_given(slug, write(slug, everything()))
    assert [one for one in READ if recognises(one, file)] == [slug]


@pytest.mark.parametrize("slug", READ)
@few
@drawn(data=st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_no_bytes_make_a_reader_fail(slug: str, data: bytes) -> None:
    survives(slug, data)


@pytest.mark.parametrize("slug", BOTH)
def test_no_damaged_file_makes_a_reader_fail(slug: str) -> None:
    written = write(slug, everything()).data
    whole = written if isinstance(written, bytes) else max(written.values(), key=len)
    rng = random.Random(7)  # noqa: S311 - the same damage in every run
    for _ in range(FUZZ or 60):
        survives(slug, damaged(whole, rng))


def round_trip(slug: str, debate: Debate) -> None:
    """Write a debate, read it back, and compare what both ways keep; it has no errors."""
    one = FORMATS[slug]
    kept = one.reads & one.writes
    found = read(slug, as_given(slug, write(slug, debate)))
    assert found.faults == ()
    assert found.debate is not None
    assert errors(found.debate) == []
    was, now = reduced(debate, kept), reduced(found.debate, kept)
    if kept & {Feature.IDS, Feature.TEXTS}:
        assert comparable(now, kept) == comparable(was, kept)
    else:
        assert is_isomorphic(attacks(now), attacks(was))


def write(slug: str, debate: Debate) -> Exported:
    writer = FORMATS[slug].write
    assert writer is not None
    return writer(debate)


def read(slug: str, file: Given) -> Imported:
    reader = FORMATS[slug].read
    assert reader is not None
    return reader(file)


def recognises(slug: str, file: Given) -> bool:
    fits = FORMATS[slug].recognises
    assert fits is not None
    return fits(file)


def as_given(slug: str, exported: Exported) -> Given:
    """What was written, as it is to be read."""
    data = exported.data
    name = f"debate{FORMATS[slug].suffix}"
    if isinstance(data, bytes):
        return Given(name=name, data=data, beside=lambda _: None)
    return Given(name="debate", data=b"", beside=data.get)


def survives(slug: str, data: bytes) -> None:
    """Read a file that may be anything, alone and as each file of a folder."""
    for file in (
        Given(name="x", data=data, beside=lambda _: None),
        Given(name="x", data=b"", beside=lambda _: data),
    ):
        assert recognises(slug, file) in (True, False)
        found = read(slug, file)
        assert found.debate is not None or found.faults
        if found.debate is not None:
            assert errors(found.debate) == []


def damaged(data: bytes, rng: random.Random) -> bytes:
    """A file with a few bytes lost, doubled, swapped or changed."""
    found = bytearray(data)
    for _ in range(rng.randint(1, 4)):
        start = rng.randrange(len(found) + 1)
        end = min(len(found), start + rng.choice((0, 1, 1, 2, 8, 60)))
        piece = rng.choice(
            (b"", bytes(found[start:end]) * 2, rng.randbytes(2), b"[", b"}", b'"', b"0", b"\n")
        )
        found[start:end] = piece
    return bytes(found)


def errors(debate: Debate) -> list[str]:
    """What `argmap check` finds wrong with the file of a debate."""
    file = load(to_yaml(plain(debate)).encode(), id=debate.id, file="x.yaml", folder=".")
    return [str(one) for one in check(corpus_of([file])) if one.severity is Severity.ERROR]


def attacks(debate: Debate) -> DiGraph[str]:
    """Who attacks whom, for formats that keep nothing by which statements could be known again."""
    graph: DiGraph[str] = DiGraph()
    graph.add_nodes_from(local for local, _ in debate.statements())
    graph.add_edges_from((local, link.to) for local, one in debate.statements() for link in one.rebuts)
    return graph


def comparable(debate: Debate, kept: frozenset[Feature]) -> object:
    """A debate as plain data without what is a matter of taste: the order of links, and ids that a format does not keep.

    Parties, groups and sources are then called after their names, statements and questions after their words.
    """
    data: dict[str, Any] = debate.model_dump(by_alias=True, exclude={"id"})
    if kept < ALL:
        for section, name in (("parties", "name"), ("sources", "title")):
            _rename(data, section, {one: str(entry[name] or one) for one, entry in data[section].items()})
        _rename(data, "groups", {one: f"group {text}" for one, text in data["groups"].items()})
    if Feature.IDS not in kept:
        said = ("claims", "rebuttals", "evidence", "questions")
        names = {one: f"“{entry['text']}”" for section in said for one, entry in data[section].items()}
        for section in said:
            _rename(data, section, names)
    return _sorted(data)


_REFERENCES: Mapping[str, tuple[str, ...]] = {"parties": ("by",), "groups": ("group",), "sources": ("in",)}
_TO_STATEMENTS = ("to", "from", "with", "question", "about")


def _rename(data: dict[str, Any], section: str, names: Mapping[str, str]) -> None:
    data[section] = {names[one]: entry for one, entry in data[section].items()}
    keys = _REFERENCES.get(section, _TO_STATEMENTS)
    for told in ("claims", "rebuttals", "evidence", "questions"):
        for entry in data[told].values():
            _renamed(entry, keys, names)


def _renamed(entry: dict[str, Any], keys: Iterable[str], names: Mapping[str, str]) -> None:
    for key, value in entry.items():
        if key in keys and isinstance(value, str):
            entry[key] = names.get(value, value)
        elif key in keys and isinstance(value, tuple):
            entry[key] = tuple(names.get(one, one) for one in value)
        else:
            for inner in value if isinstance(value, tuple) else [value]:
                if isinstance(inner, dict):
                    _renamed(inner, keys, names)


def _sorted(value: object) -> object:
    if isinstance(value, Mapping):
        return {key: _sorted(value[key]) for key in sorted(value)}
    return sorted(map(_sorted, value), key=repr) if isinstance(value, tuple) else value
