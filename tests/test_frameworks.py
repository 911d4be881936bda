"""Abstract frameworks: every semantics and every task against brute force, and every answer against its proof."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest

from argmap.frameworks import (
    IN,
    OUT,
    UNDECIDED,
    Answer,
    Framework,
    OutOfTimeError,
    Proof,
    Question,
    Semantics,
    Task,
    UnprovedError,
    check,
    decide,
    prove,
)
from argmap.frameworks.components import rest_of, strong_components
from argmap.frameworks.grounded import grounded
from argmap.frameworks.search import Found
from argmap.frameworks.together import together
from tests.brute import Brute

GRAPHS = int(os.environ.get("ARGMAP_GRAPHS", "400"))
Attacks = set[tuple[int, int]]


def random_attacks(rng: random.Random, size: int, likely: float) -> Attacks:
    """Attacks at random; an argument attacks itself less often than others."""
    return {
        (one, other)
        for one in range(size)
        for other in range(size)
        if rng.random() < likely and (one != other or rng.random() < 0.3)
    }


def graphs(count: int, smallest: int, largest: int) -> Iterator[tuple[random.Random, int, Attacks]]:
    for seed in range(count):
        rng = random.Random(seed)  # noqa: S311 - the same graphs every time
        size = rng.randint(smallest, largest)
        yield rng, size, random_attacks(rng, size, rng.choice((0.1, 0.15, 0.2, 0.3, 0.5)))


def bits(flags: bytes | bytearray) -> int:
    return sum(1 << number for number, flag in enumerate(flags) if flag)


def mask(labels: bytes) -> int:
    return bits(bytes(label == IN for label in labels))


def ask(framework: Framework, semantics: Semantics, task: Task | None = None, *about: int) -> Answer:
    """The answer, proved."""
    answer = decide(framework, Question(semantics=semantics, task=task, arguments=about or None))
    assert check(framework, answer, 60).faults == []
    return answer


def test_every_task_under_every_semantics_agrees_with_brute_force() -> None:
    for rng, size, attacks in graphs(GRAPHS, 0, 8):
        slow, framework = Brute(size, attacks), Framework.of(size, attacks)
        for semantics in Semantics:
            expected = slow.extensions[semantics]
            some, every = slow.credulous(semantics), slow.skeptical(semantics)
            both = ask(framework, semantics)
            where = (size, attacks, semantics)
            assert (bits(both.credulous()), bits(both.skeptical())) == (some, every), where
            listed = ask(framework, semantics, Task.EVERY)
            assert (sorted(map(mask, listed.extensions())), listed.whole) == (expected, True), where
            assert ask(framework, semantics, Task.COUNT).count == len(expected), where
            one = ask(framework, semantics, Task.SOME).extension()
            assert (mask(one) in expected) if one is not None else not expected, where
            if size:
                _one_argument(framework, semantics, rng.randrange(size), slow)


def _one_argument(framework: Framework, semantics: Semantics, number: int, slow: Brute) -> None:
    expected, where = slow.extensions[semantics], (framework, semantics, number)
    answer = ask(framework, semantics, Task.CREDULOUS, number)
    yes = bool(slow.credulous(semantics) >> number & 1)
    witness = answer.witness(number, has=True)
    assert bool(answer.credulous()[number]) is yes is (witness is not None), where
    assert witness is None or (mask(witness) in expected and witness[number] == IN), where
    answer = ask(framework, semantics, Task.SKEPTICAL, number)
    yes = bool(slow.skeptical(semantics) >> number & 1)
    witness = answer.witness(number, has=False)
    assert bool(answer.skeptical()[number]) is yes is (witness is None), where
    assert witness is None or (mask(witness) in expected and witness[number] != IN), where


def test_larger_frameworks_are_proved_and_their_tasks_agree() -> None:
    for rng, size, attacks in graphs(max(GRAPHS // 20, 1), 12, 30):
        framework = Framework.of(size, attacks)
        for semantics in Semantics:
            both, listed = ask(framework, semantics), ask(framework, semantics, Task.EVERY)
            sets = [mask(labels) for labels in listed.extensions()]
            some, every = 0, (1 << size) - 1
            for one in sets:
                some, every = some | one, every & one
            assert (bits(both.credulous()), bits(both.skeptical())) == (some, every)
            assert len(set(sets)) == len(sets) == ask(framework, semantics, Task.COUNT).count
            pair = rng.sample(range(size), 2)
            held = any(one >> pair[0] & one >> pair[1] & 1 for one in sets)
            said = together(framework, semantics, pair)
            assert said is held or (said is None and semantics is Semantics.SEMI_STABLE)


def test_the_semantics_contain_each_other_as_they_must() -> None:
    for _, size, attacks in graphs(max(GRAPHS // 40, 1), 15, 25):
        framework = Framework.of(size, attacks)
        sets = {s: {mask(x) for x in ask(framework, s, Task.EVERY).extensions()} for s in Semantics}
        assert sets[Semantics.STABLE] <= sets[Semantics.SEMI_STABLE] <= sets[Semantics.PREFERRED]
        assert sets[Semantics.PREFERRED] <= sets[Semantics.COMPLETE]
        assert sets[Semantics.GROUNDED] | sets[Semantics.IDEAL] <= sets[Semantics.COMPLETE]
        (ideal,) = sets[Semantics.IDEAL]
        assert all(ideal & one == ideal for one in sets[Semantics.PREFERRED])


def test_a_chain_of_a_hundred_thousand_is_decided_without_recursion() -> None:
    size = 100_000
    framework = Framework.of(size, pairwise(range(size)))
    answer = ask(framework, Semantics.PREFERRED)
    assert answer.extension() == bytes([IN, OUT]) * (size // 2)
    circle = Framework.of(size, [*pairwise(range(size)), (size - 1, 0)])
    assert len(rest_of(circle, bytes(size)).parts) == 1
    assert (
        rest_of(Framework.of(size - 1, [*pairwise(range(size - 1)), (size - 2, 0)]), bytes(size - 1)).parts
        == ()
    )


def test_components_come_after_those_that_attack_them() -> None:
    attacks = [(0, 1), (1, 2), (2, 1), (2, 3), (3, 4), (4, 5), (5, 3), (6, 6)]
    framework = Framework.of(7, attacks)
    assert list(map(sorted, strong_components(framework.attackers))) == [[0], [1, 2], [3, 4, 5], [6]]


def test_what_cannot_alternate_is_frozen_and_bars_what_it_attacks() -> None:
    odd = [(0, 1), (1, 2), (2, 0)]
    behind = [(2, 3), (3, 4), (4, 3)]  # 3 is barred, so 4 alone can be in
    framework = Framework.of(7, [*odd, *behind, (1, 5), (5, 6), (6, 5), (0, 6)])  # of 5 and 6 neither can
    rest = rest_of(framework, grounded(framework)[0])
    assert rest.frozen == (0, 1, 2, 5, 6)
    assert [(part.members, part.barred) for part in rest.parts] == [((3, 4), (True, False))]
    assert ask(framework, Semantics.STABLE).exists is False
    assert bits(ask(framework, Semantics.PREFERRED).skeptical()) == 1 << 4


def test_many_conflicts_side_by_side_are_counted_without_being_listed() -> None:
    count = 300
    attacks = [pair for n in range(count) for pair in ((2 * n, 2 * n + 1), (2 * n + 1, 2 * n))]
    framework = Framework.of(2 * count, attacks)
    assert ask(framework, Semantics.PREFERRED, Task.COUNT).count == 2**count
    assert ask(framework, Semantics.COMPLETE, Task.COUNT).count == 3**count


def test_conflicts_that_all_bear_on_one_do_not_multiply_the_search() -> None:
    count = 25  # each choice of sides would be 2**25 extensions to go through
    attacks, size = list[tuple[int, int]](), 4 * count + 1
    for n in range(count):
        a, b, x, c = range(4 * n, 4 * n + 4)
        attacks += [(a, b), (b, a), (a, x), (b, x), (x, c), (c, size - 1)]
    framework = Framework.of(size, attacks)
    answer = ask(framework, Semantics.PREFERRED)
    assert [n for n, flag in enumerate(answer.skeptical()) if flag] == [4 * n + 3 for n in range(count)]


def test_what_one_side_leaves_undecided_is_not_in_every_preferred_extension() -> None:
    sides = [
        (0, 1),
        (1, 0),
    ]  # 0 defends 3 and 4 against 2, 1 defends 6 and 7 against 5; 2 and 5 attack themselves
    attacks = [*sides, (2, 2), (0, 2), (2, 3), (2, 4), (5, 5), (1, 5), (5, 6), (5, 7)]
    framework = Framework.of(8, attacks)
    for about in ((3,), (6,), (3, 4), (6, 7)):
        answer = ask(framework, Semantics.PREFERRED, Task.SKEPTICAL, *about)
        assert not any(answer.skeptical()[number] for number in about)
        assert mask(answer.witness(about[0], has=False) or b"") in (0b11001, 0b11000010)


def three_sides() -> list[tuple[int, int]]:
    """0, 1 and 2 exclude each other; 3 + n attacks itself and 6 + n, and the two other sides attack it."""
    sides = range(3)
    attacks = [(one, other) for one in sides for other in sides if one != other]
    attacks += [pair for n in sides for pair in ((3 + n, 3 + n), (3 + n, 6 + n))]
    return [*attacks, *((other, 3 + n) for n in sides for other in sides if other != n)]


def test_an_argument_that_two_of_three_sides_defend_is_not_in_every_extension() -> None:
    framework = Framework.of(9, three_sides())
    for semantics in (Semantics.PREFERRED, Semantics.SEMI_STABLE):
        answer = ask(framework, semantics)
        assert (bits(answer.credulous()), bits(answer.skeptical())) == (0b111000111, 0)
        assert not bits(ask(framework, semantics, Task.SKEPTICAL, 6, 7, 8).skeptical())


def test_a_preferred_argument_may_be_in_no_semi_stable_extension() -> None:
    circle = [
        (9, 10),
        (10, 9),
        (10, 11),
        (11, 12),
        (12, 13),
        (13, 11),
        (3, 13),
    ]  # 9 leaves 11, 12 and 13 open
    framework = Framework.of(14, [*three_sides(), *circle])
    assert ask(framework, Semantics.PREFERRED).credulous()[9]
    assert not ask(framework, Semantics.SEMI_STABLE, Task.CREDULOUS, 9).credulous()[9]


def test_semi_stable_extensions_may_decide_the_same() -> None:
    attacks = [
        (0, 1),
        (1, 0),
        (0, 2),
        (1, 2),
        (3, 2),
        (3, 3),
        (4, 4),
        (3, 4),
        (4, 3),
    ]  # 3 and 4 are never decided
    framework = Framework.of(5, attacks)
    assert not rest_of(framework, grounded(framework)[0]).frozen
    both = ask(framework, Semantics.SEMI_STABLE)
    assert (bits(both.credulous()), bits(both.skeptical())) == (0b11, 0)
    for number in (0, 1):
        assert ask(framework, Semantics.SEMI_STABLE, Task.SKEPTICAL, number).skeptical()[number] == 0
        assert ask(framework, Semantics.SEMI_STABLE, Task.CREDULOUS, number).credulous()[number] == 1


def test_an_answer_that_is_not_borne_out_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argmap.frameworks.proving.check", lambda *_: Proof(faults=["wrong"]))
    with pytest.raises(UnprovedError, match="wrong"):
        prove(TWO, Question(semantics=Semantics.PREFERRED))


def test_a_list_is_cut_off_and_says_so() -> None:
    framework = Framework.of(4, [(0, 1), (1, 0), (2, 3), (3, 2)])
    for most, whole in ((1, False), (3, False), (4, True), (9, True)):
        question = Question(semantics=Semantics.PREFERRED, task=Task.EVERY, most=most)
        answer = decide(framework, question)
        assert check(framework, answer).holds
        assert (len(list(answer.extensions())), answer.whole) == (min(most, 4), whole)


@pytest.mark.parametrize("semantics", [Semantics.PREFERRED, Semantics.SEMI_STABLE])
def test_a_search_without_time_is_given_up(semantics: Semantics) -> None:
    with pytest.raises(OutOfTimeError):
        decide(TWO, Question(semantics=semantics), 0)
    with pytest.raises(OutOfTimeError):
        check(TWO, decide(TWO, Question(semantics=semantics), 60), 0)


def test_a_long_search_looks_at_the_clock() -> None:
    holes = 9  # nine pigeon holes: no stable extension, and no short proof
    attacks = _pigeons(holes)
    framework = Framework.of(max(map(max, attacks)) + 1, attacks)
    with pytest.raises(OutOfTimeError):
        decide(framework, Question(semantics=Semantics.STABLE, task=Task.SOME), 0.2)


def _pigeons(holes: int) -> list[tuple[int, int]]:
    """One more pigeon than holes: each sits in one, no two in the same, as a framework without stable extensions."""
    seats = [(pigeon, hole) for pigeon in range(holes + 1) for hole in range(holes)]
    place = {seat: 2 * number for number, seat in enumerate(seats)}
    attacks = [pair for at in place.values() for pair in ((at, at + 1), (at + 1, at))]  # taken or not
    attacks += [
        (place[seat], place[other])
        for seat in seats
        for other in seats
        if seat != other and (seat[0] == other[0] or seat[1] == other[1])
    ]
    for pigeon in range(holes + 1):
        homeless = 2 * len(seats) + pigeon
        attacks += [(homeless, homeless), *((place[pigeon, hole], homeless) for hole in range(holes))]
    return attacks


def test_an_attack_on_nobody_is_refused() -> None:
    with pytest.raises(IndexError):
        Framework.of(1, [(0, 1)])
    with pytest.raises(IndexError):
        Framework.of(1, [(-1, 0)])


TWO = Framework.of(4, [(0, 1), (1, 0), (0, 2), (1, 2), (2, 3)])  # 3 is in both preferred extensions
EITHER = (bytes((1, 2, 2, 1)), bytes((2, 1, 2, 1)))


def forged(semantics: Semantics, task: Task | None = None, **found: object) -> Answer:
    """An answer in which something is other than it was found."""
    answer = decide(TWO, Question(semantics=semantics, task=task))
    return replace(answer, found=(replace(answer.found[0], **found),))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        (forged(Semantics.PREFERRED, extensions=[bytes((1, 1, 2, 1))]), "not complete"),
        (forged(Semantics.PREFERRED, extensions=[bytes(3)]), "not complete"),
        (forged(Semantics.PREFERRED, extensions=[bytes(4)]), "not preferred"),
        (forged(Semantics.SEMI_STABLE, extensions=[bytes(4)]), "not semi-stable"),
        (forged(Semantics.STABLE, extensions=[bytes(4)]), "not stable"),
        (forged(Semantics.PREFERRED, extensions=[EITHER[0]], never={1, 2}), "in an extension after all"),
        (forged(Semantics.PREFERRED, extensions=[EITHER[0]], always={0, 3}), "not in every extension"),
        (forged(Semantics.PREFERRED, bases={3: []}), "not in every extension"),
        (forged(Semantics.PREFERRED, bases={3: [(1, 3), (3,)]}), "not in every extension"),
        (forged(Semantics.STABLE, extensions=[EITHER[0]], always={0, 3}), "not in every extension"),
        (forged(Semantics.SEMI_STABLE, extensions=[EITHER[0]], always={0, 3}), "not in every extension"),
        (forged(Semantics.SEMI_STABLE, extensions=[], never={0}), "in an extension after all"),
        (forged(Semantics.PREFERRED, Task.EVERY, extensions=[EITHER[0]]), "a further extension"),
        (forged(Semantics.COMPLETE, Task.EVERY, extensions=list(EITHER)), "a further extension"),
        (forged(Semantics.PREFERRED, Task.EVERY, extensions=[*EITHER, EITHER[0]]), "listed twice"),
        (forged(Semantics.IDEAL, sure=(3,)), "not the ideal extension"),
        (forged(Semantics.PREFERRED, never=set()), "whether argument 2 is in some extension"),
        (forged(Semantics.PREFERRED, always=set(), bases={}), "whether argument 3 is in every extension"),
        (forged(Semantics.PREFERRED, Task.COUNT, whole=False), "no more extensions was not shown"),
        (forged(Semantics.STABLE, extensions=[]), "no stable extension was not shown"),
        (forged(Semantics.STABLE, extensions=[], whole=True), "a further extension"),
    ],
)
def test_a_false_answer_is_not_proved(answer: Answer, fault: str) -> None:
    assert any(fault in one for one in check(TWO, answer).faults)


LINE = Framework.of(5, [(0, 1), (1, 2), (3, 3), (3, 4)])


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"order": (0, 2, 1)}, "the label of argument 2 does not follow"),
        ({"order": (0, 1)}, "decided without a reason"),
        ({"grounded": bytes(5), "order": ()}, "argument 0 could have been decided"),
        ({"grounded": bytes((IN, UNDECIDED, 0, 0, 0)), "order": (0,)}, "argument 1 could have been decided"),
    ],
)
def test_false_grounded_labels_are_not_proved(
    changes: dict[str, bytes | tuple[int, ...]], fault: str
) -> None:
    answer = replace(decide(LINE, Question(semantics=Semantics.PREFERRED)), **changes)  # type: ignore[arg-type]
    assert any(fault in one for one in check(LINE, answer).faults)


def test_false_parts_are_not_proved() -> None:
    framework = Framework.of(6, [(0, 1), (1, 0), (1, 2), (2, 3), (3, 2), (4, 4), (4, 5), (5, 5)])
    answer = decide(framework, Question(semantics=Semantics.COMPLETE))
    (part,) = answer.rest.parts
    left = replace(part, members=(0, 1), attackers=((1,), (0,)), barred=(False, False))
    right = replace(part, members=(2, 3), attackers=((1,), (0,)), barred=(False, False))
    whole = replace(part, barred=(True, False, False, False))
    for parts, frozen, fault in (
        ((), (4, 5), "not what is open"),
        ((left, right), (4, 5), "attacked from another part"),
        ((whole,), (4, 5), "are not those of its part"),
        ((right,), (0, 1, 4, 5), "could be"),
        ((left,), (2, 3, 4, 5), "something else bears on it"),
    ):
        rest = replace(answer.rest, parts=parts, frozen=frozen)
        faults = check(framework, replace(answer, rest=rest, found=[Found() for _ in parts])).faults
        if fault == "could be":
            assert faults
        else:
            assert any(fault in one for one in faults), fault


def test_what_can_be_in_is_not_frozen() -> None:
    framework = Framework.of(2, [(0, 1), (1, 0)])
    answer = decide(framework, Question(semantics=Semantics.COMPLETE))
    rest = replace(answer.rest, parts=(), frozen=(0, 1))
    assert "something frozen can be in" in check(framework, replace(answer, rest=rest, found=())).faults
