"""Which questions are taken to the session: decisions, wishes, and the time there is."""

from __future__ import annotations

import pytest

from argmap.agenda import Agenda, Wish, agenda
from argmap.diagnostics import Words
from argmap.model import Debate, Decision
from argmap.questions import FollowUp
from tests.report_debates import debate

TOWN = debate(
    parties={
        "town": {"name": "町長", "side": "government"},
        "board": {"name": "教育長", "side": "government"},
        "member": {"name": "議員", "side": "councilor"},
    },
    claims={
        "safe": {"text": "橋は安全である", "by": "town"},
        "enough": {"text": "教室は足りる", "by": "board"},
    },
    questions={"q": {"text": "橋はいつ直るか", "by": "member"}},
)


def one(about: str, group: str | None = None, seconds: int = 10, **more: object) -> FollowUp:
    """A question that takes so many seconds to read aloud."""
    text = Words(en="word " * round(seconds * 2.5), ja="字" * (seconds * 5))
    fields = {
        "kind": "unrebutted-claim",
        "debate": TOWN.id,
        "group": group,
        "group_title": group or "",
        "to": Words(en="", ja=""),
        "text": text,
        "notice": text,
        "why": text,
        "passage": None,
    }
    return FollowUp(about=about, **{**fields, **more})  # type: ignore[arg-type]


def choose(*found: FollowUp, given: Debate = TOWN, **wish: object) -> Agenda:
    return agenda(found, [given], "government", Wish(**wish), "ja")  # type: ignore[arg-type]


def about(found: tuple[FollowUp, ...]) -> list[str]:
    return [each.about for each in found]


def test_everything_is_asked_when_nothing_is_wished() -> None:
    found = choose(one("safe"), one("q"), one("enough"))
    assert about(found.asked) == ["safe", "q", "enough"]
    assert (found.dropped, found.too_long, found.stale) == ((), (), ())


def test_what_was_dropped_is_not_asked() -> None:
    found = choose(one("safe", decision="drop"), one("q", decision="take"), one("enough", decision="reword"))
    assert (about(found.asked), about(found.dropped)) == (["q", "enough"], ["safe"])


def test_only_some_kinds() -> None:
    found = choose(one("safe"), one("q", kind="unanswered-question"), kinds=("unanswered-question",))
    assert about(found.asked) == ["q"]


def test_questions_are_picked_by_id_even_when_dropped() -> None:
    wanted = one("safe", decision="drop", part="cost")
    assert wanted.id == "unrebutted-claim-safe-cost"
    found = choose(one("q"), wanted, ids=(wanted.id,))
    assert (about(found.asked), found.dropped) == (["safe"], ())


@pytest.mark.parametrize(
    ("party", "expected"),
    [
        ("town", ["safe", "q"]),
        ("町長", ["safe", "q"]),
        ("教育長", ["enough", "q"]),
        ("member", []),
        ("知事", []),
    ],
)
def test_a_party_is_asked_for_what_it_said_and_for_what_its_side_left_open(
    party: str, expected: list[str]
) -> None:
    assert about(choose(one("safe"), one("enough"), one("q"), party=party).asked) == sorted(
        expected, key=["safe", "enough", "q"].index
    )


def test_when_time_is_short_every_group_gets_its_first_question_first() -> None:
    found = [one("safe", "a"), one("safe", "a"), one("enough", "a"), one("q", "b"), one("q", "b")]
    chosen = choose(*found, seconds=30)
    assert chosen.asked == (found[0], found[1], found[3])
    assert chosen.too_long == (found[2], found[4])


def test_what_was_taken_comes_before_everything_else() -> None:
    found = [one("safe", "a"), one("enough", "a", decision="take"), one("q", "b")]
    assert choose(*found, seconds=10).asked == (found[1],)


def test_a_shorter_question_is_asked_where_a_longer_one_does_not_fit() -> None:
    assert about(choose(one("safe", seconds=20), one("q", seconds=5), seconds=10).asked) == ["q"]
    assert choose(one("safe"), seconds=0).asked == ()


def test_decisions_on_questions_that_do_not_arise_are_named() -> None:
    decisions = {name: Decision() for name in ("gone-x", "unrebutted-claim-safe")}
    given = TOWN.model_copy(update={"follow_ups": decisions})
    assert choose(one("safe"), given=given).stale == (f"{given.id}#gone-x",)


def test_time_to_read_aloud() -> None:
    assert one("safe", seconds=7).seconds("ja") == 7
    assert one("safe", seconds=7, text=Words(en="a b c", ja="あ")).seconds("en") == 2
