"""What would have to change: every answer is right, none can do with less, and none is missing."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator, Mapping
from copy import deepcopy
from itertools import combinations

import pytest

from argmap.model import Debate
from argmap.semantics import Analysis, Status, analyse
from argmap.semantics import flips as flips_module
from argmap.semantics.decisive import turned_by_evidence
from argmap.semantics.flips import FEW, LARGEST, MOST, Flip, FlipKind, flip
from tests.debates import Plain, claim, debate, evidence
from tests.oracle import decide
from tests.report_debates import shipped
from tests.test_page_labelling import random_debate

CASES = int(os.environ.get("ARGMAP_FLIP_CASES", "60"))
STANDS = {status.value for status in Status if status.stands}
Change = tuple[str, str]
"""What becomes of a statement, and its id."""


def changes_of(plain: Plain) -> list[Change]:
    """Every change that somebody could bring about in a debate."""
    said = [(section, name, one) for section, items in plain.items() for name, one in items.items()]
    falls = [("falls", name) for _, name, one in said if "conceded" not in one]
    shown = [
        ("source" if section == "evidence" else "evidence", name)
        for section, name, one in said
        if section != "evidence" or not ({"source", "accepted"} & set(one))
    ]
    return [*falls, *shown]


def changed(plain: Plain, made: frozenset[Change]) -> Plain:
    """A debate in which changes came about."""
    new = deepcopy(plain)
    for what, name in made:
        if what == "falls":
            next(items for items in new.values() if name in items)[name]["conceded"] = {}
        elif what == "source":
            new["evidence"][name]["source"] = {"in": "minutes"}
        else:
            new["evidence"][f"proof-{name}"] = evidence(rebuts=[], backs=[name], source={"in": "minutes"})
    return new


def standing(plain: Plain, made: frozenset[Change]) -> set[str]:
    """What stands in a debate when changes came about, by the oracle."""
    return {name for name, found in decide(changed(plain, made)).items() if found.status in STANDS}


def by_trying(plain: Plain) -> Mapping[str, set[frozenset[Change]]]:
    """By statement, every minimal set of changes, found by trying out all."""
    all_ = changes_of(plain)
    sets = [frozenset(made) for size in range(len(all_) + 1) for made in combinations(all_, size)]
    stands = {made: standing(plain, made) for made in sets}
    found: dict[str, set[frozenset[Change]]] = {name: set() for items in plain.values() for name in items}
    for made in sets:  # by size
        for name, minimal in found.items():
            turned = (name in stands[made]) != (name in stands[frozenset()])
            if turned and ("falls", name) not in made and not any(less < made for less in minimal):
                minimal.add(made)
    return found


def sets_of(found: Flip, analysis: Analysis) -> list[frozenset[Change]]:
    """The sets of changes that were found, besides a new rebuttal."""
    return [
        frozenset((turn.what, analysis.graph.name(turn.number)) for turn in way.turns)
        for way in found.ways
        if way.kind is not FlipKind.REBUTTAL
    ]


def small_debates(seed: int, count: int, least: int, most: int) -> Iterator[Plain]:
    rng = random.Random(seed)  # noqa: S311 - not for secrets
    return (random_debate(rng, rng.randint(least, most)) for _ in range(count))


def flipped(plain: Plain, name: str, effort: int = flips_module.EFFORT) -> tuple[Flip, list[set[str]]]:
    """What was found for a statement, and the sets of changes, each as `what id`."""
    analysis = analyse([debate(plain)])
    found = flip(analysis, f"debate#{name}", effort=effort)
    return found, [{f"{what} {about}" for what, about in made} for made in sets_of(found, analysis)]


def test_the_minimal_sets_of_small_debates_are_found_all_and_only_they() -> None:
    seen = set[FlipKind]()
    for plain in small_debates(7, CASES, 1, 4):
        analysis = analyse([debate(plain)])
        for name, sets in by_trying(plain).items():
            found = flip(analysis, f"debate#{name}")
            assert found.bounds == ()
            listed = sets_of(found, analysis)
            assert len(listed) == len(set(listed))
            assert set(listed) == sets, (plain, name)
            seen.update(way.kind for way in found.ways)
    assert {FlipKind.EVIDENCE, FlipKind.FALL, FlipKind.REBUTTAL} <= seen


def test_what_is_found_in_larger_debates_is_right_and_minimal_and_comes_by_size() -> None:
    for plain in small_debates(11, CASES // 4, 8, 20):
        analysis = analyse([debate(plain)])
        for verdict in list(analysis.verdicts)[:5]:
            found, before = flip(analysis, verdict.key), verdict.id in standing(plain, frozenset())
            for made in sets_of(found, analysis):
                parts = (frozenset(part) for size in range(len(made)) for part in combinations(made, size))
                assert (verdict.id in standing(plain, made)) != before, (plain, made)
                assert all((verdict.id in standing(plain, part)) == before for part in parts), (plain, made)
            for kind in FlipKind:
                sizes = [len(way.turns) for way in found.of(kind)]
                assert sizes == sorted(sizes)


def test_the_status_that_a_way_leads_to_is_that_of_the_changed_debate() -> None:
    for plain in small_debates(13, CASES // 4, 3, 7):
        analysis = analyse([debate(plain)])
        for verdict in analysis.verdicts:
            found = flip(analysis, verdict.key)
            for way, made in zip(found.ways, sets_of(found, analysis), strict=False):
                assert way.then.value == decide(changed(plain, made))[verdict.id].status


def test_a_claim_whose_rebuttals_have_no_evidence_falls_by_one_piece() -> None:
    analysis, _ = shipped()
    found = flip(analysis, "mynumber-insurance-card#encryption")
    assert found.stands
    short = [
        (way.kind.value, *((t.what, analysis.verdicts[t.number].id) for t in way.turns)) for way in found.ways
    ]
    assert short == [
        ("evidence", ("evidence", "measures-do-not-protect")),
        ("evidence", ("evidence", "theft-presumed")),
        ("rebuttal", ("rebuttal", "encryption")),
    ]
    assert {way.then for way in found.ways} == {Status.REBUTTED}


@pytest.mark.parametrize("conclusion", ["safe-use", "access-prevented"])
def test_a_conclusion_is_restored_by_refuting_the_rebuttal_or_all_of_its_evidence(conclusion: str) -> None:
    analysis, _ = shipped()
    found = flip(analysis, f"mynumber-insurance-card#{conclusion}")
    assert not found.stands
    first, second = found.ways
    assert [analysis.verdicts[turn.number].id for turn in first.turns] == ["leaks-happen"]
    assert [way.kind for way in found.ways] == [FlipKind.FALL, FlipKind.FALL]
    rebuttal = analysis["leaks-happen"].number
    assert sorted(turn.number for turn in second.turns) == sorted(analysis.graph.backing[rebuttal])
    assert found.bounds == ()


def test_what_takes_evidence_and_refuting_together_is_found() -> None:
    plain: Plain = {
        "claims": {"x": claim()},
        "rebuttals": {"r": claim(rebuts=["x"]), "s": claim(rebuts=["r"])},
        "evidence": {"e": evidence(backs=["s"], accepted=True)},
    }
    found, sets = flipped(plain, "x")
    assert sets == [{"evidence r", "falls s"}, {"evidence r", "falls e"}]
    assert [way.kind for way in found.ways] == [FlipKind.BOTH, FlipKind.BOTH, FlipKind.REBUTTAL]


def test_a_source_for_what_is_there_comes_before_new_evidence() -> None:
    plain: Plain = {
        "claims": {"x": claim()},
        "rebuttals": {"r": claim(rebuts=["x"])},
        "evidence": {"e": evidence(backs=["r"])},
    }
    assert flipped(plain, "x")[1] == [{"source e"}, {"evidence r"}]


def test_a_statement_from_which_nothing_follows_stands_again_when_an_undercut_falls() -> None:
    plain: Plain = {
        "claims": {"p": claim(supports=["c"]), "c": claim()},
        "rebuttals": {"u": claim(undercuts=[{"from": "p"}])},
        "evidence": {"e": evidence(backs=["u"], accepted=True)},
    }
    found, sets = flipped(plain, "p")
    assert found.verdict.status is Status.UNDERCUT
    assert sets == [{"falls u"}, {"falls e"}]
    assert {way.then for way in found.ways} == {Status.CHALLENGED, Status.DEFENDED}


def test_what_was_conceded_cannot_be_restored() -> None:
    found, sets = flipped({"claims": {"x": claim(conceded={})}, "rebuttals": {}, "evidence": {}}, "x")
    assert (sets, found.ways, found.bounds) == ([], (), ())


def test_statements_of_other_debates_are_among_the_changes() -> None:
    one = debate({"claims": {"x": claim()}}, "one")
    two = debate(
        {"rebuttals": {"r": claim(rebuts=["one#x"])}, "evidence": {"e": evidence(backs=["r"])}}, "two"
    )
    third = debate({"claims": {"y": claim()}}, "three")
    analysis = analyse([one, two, third])
    found = flip(analysis, "one#x")
    turned = [[analysis.graph.keys[turn.number] for turn in way.turns] for way in found.ways]
    assert turned == [["two#e"], ["two#r"], ["one#x"]]


def rebutted(count: int) -> Plain:
    """A claim with so many rebuttals, each with evidence that nobody disputes."""
    return {
        "claims": {"x": claim()},
        "rebuttals": {f"r{n}": claim(rebuts=["x"]) for n in range(count)},
        "evidence": {f"e{n}": evidence(backs=[f"r{n}"], accepted=True) for n in range(count)},
    }


def test_sets_that_are_too_large_are_not_looked_for_and_that_is_said() -> None:
    found, sets = flipped(rebutted(LARGEST + 1), "x")
    assert sets == []
    assert [(bound.kind, bound.size) for bound in found.bounds] == [
        (FlipKind.FALL, LARGEST + 1),
        (FlipKind.BOTH, LARGEST + 1),
    ]


def test_beyond_a_few_only_the_smallest_are_listed_and_that_is_said() -> None:
    plain: Plain = {
        "claims": {"x": claim()},
        "rebuttals": {
            **{f"r{n}": claim(rebuts=["x"]) for n in range(FEW)},
            "far": claim(rebuts=["x"]),
            "back": claim(rebuts=["far"]),
            "back-again": claim(rebuts=["back"]),
        },
        "evidence": {"e": evidence(backs=["back"], accepted=True)},
    }
    found, sets = flipped(plain, "x")
    assert [made for made in sets if len(made) == 1] == [{f"evidence r{n}"} for n in range(FEW)]
    assert [(bound.kind, bound.size) for bound in found.bounds] == [(FlipKind.EVIDENCE, 2)]


def test_more_than_can_be_read_are_not_listed_though_all_are_of_one_size() -> None:
    plain: Plain = {
        "claims": {"x": claim()},
        "rebuttals": {f"r{n}": claim(rebuts=["x"]) for n in range(MOST + 1)},
        "evidence": {},
    }
    found, sets = flipped(plain, "x")
    assert len(sets) == MOST
    assert [(bound.kind, bound.size) for bound in found.bounds] == [(FlipKind.EVIDENCE, 1)]


def test_where_the_effort_ends_what_is_known_is_said() -> None:
    found, sets = flipped(rebutted(6), "x", effort=30)
    assert sets == []
    assert {bound.kind for bound in found.bounds} == {FlipKind.FALL, FlipKind.BOTH}
    assert all(1 <= bound.size <= 6 for bound in found.bounds)


def test_an_answer_that_does_not_hold_is_never_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flips_module, "altered", lambda debates, **_: debates)
    with pytest.raises(RuntimeError, match="would not change debate#x"):
        flipped(rebutted(1), "x")


def test_who_is_not_there_cannot_be_asked_about() -> None:
    with pytest.raises(KeyError):
        flip(analyse([Debate()]), "debate#x")


def test_one_piece_of_evidence_turns_what_trying_out_says_it_turns() -> None:
    turned = 0
    for plain in small_debates(17, CASES, 2, 8):
        analysis = analyse([debate(plain)])
        before, graph = standing(plain, frozenset()), analysis.graph
        expected = {}
        for what, name in changes_of(plain):
            if what != "falls":
                others = standing(plain, frozenset({(what, name)})) ^ before
                if others - {f"proof-{name}"}:
                    expected[name] = others - {f"proof-{name}"}
        shown = [graph.number[f"debate#{name}"] for what, name in changes_of(plain) if what != "falls"]
        found = {
            graph.name(number): {graph.name(other) for other in others}
            for number, others in turned_by_evidence(analysis, shown)
        }
        assert found == expected, plain
        turned += len(found)
    assert turned > CASES / 4


def test_what_one_piece_of_evidence_turns_is_bounded() -> None:
    analysis = analyse([debate({"claims": {"x": claim()}, "rebuttals": {"r": claim(rebuts=["x"])}})])
    number = analysis["r"].number
    assert list(turned_by_evidence(analysis, [number])) == [(number, (analysis["x"].number,))]
    assert list(turned_by_evidence(analysis, [number], effort=1)) == []
