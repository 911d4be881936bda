"""One piece of evidence on which alone it hangs whether a claim stands."""

from __future__ import annotations

from typing import Any

import pytest

from argmap.model import Debate
from tests.questions_asked import ask, of, the
from tests.report_debates import debate


def replied(reply: dict[str, Any] | None = None, **evidence: Any) -> Debate:  # noqa: ANN401 - plain data
    """The town says that the bridge is safe; the member shows a crack; the town replies that it was mended."""
    return debate(
        claims={
            "x": {"text": "橋は安全である", "by": "town", "supports": ["end"]},
            "end": {"text": "架け替えは要らない", "by": "town"},
        },
        rebuttals={
            "r": {"text": "橋脚にひびがある", "by": "member", "rebuts": ["x"]},
            "s": {"text": "ひびは去年直した", "by": "town", "rebuts": ["r"], **(reply or {})},
        },
        evidence={"e": {"text": "橋脚の写真", "backs": ["r"], "accepted": True}, **evidence},
    )


def test_a_reply_on_which_the_claim_hangs_is_asked_for_its_evidence() -> None:
    one = the("decisive-evidence", replied())
    assert one.text.ja == (
        "橋は安全であるとのことですが、橋脚にひびがあるとの指摘があり、これに対してひびは去年直したとの答えがありました。"
        "この答えに裏づけがあれば先の説明は成り立つところですが、その裏づけが見当たりません。"
        "この答えを裏づける資料を、作成した時期と出どころとともにお示しください。"
    )
    assert one.notice.ja == (
        "橋は安全であるとのことだが、橋脚にひびがあるとの指摘があり、これに対してひびは去年直したとの答えがあった。"
        "この答えに裏づけがあれば先の説明は成り立つところだが、その裏づけが見当たらない。"
        "この答えを裏づける資料を、作成した時期と出どころとともに示されたい。"
    )
    assert one.text.en.startswith(
        "You say: 橋は安全である. Against this it was said: 橋脚にひびがある. The reply was: "
    )
    assert one.notice.en.startswith("Claim: 橋は安全である.")
    assert (one.about, one.to.ja) == ("s", "町長")
    assert [ground.id for ground in one.rests_on] == ["s", "x", "end", "r"]
    assert one.then is not None


def test_no_other_kind_asks_for_the_same_piece() -> None:
    kinds = [one.kind for one in ask(replied()) if "s" in {ground.id for ground in one.rests_on}]
    assert kinds == ["decisive-evidence"]


@pytest.mark.parametrize(
    "given",
    [
        replied({"conceded": {}}),
        replied(f={"text": "工事の記録", "backs": ["s"], "accepted": True}),
        replied({"by": "member"}),
        replied({"text": "ひびは3件直した"}),
        replied({"rebuts": ["end"]}),
        replied(f={"text": "錆びの写真", "rebuts": ["x"], "accepted": True}),
    ],
    ids=["conceded", "shown", "not theirs", "a figure", "counters nothing", "another attack"],
)
def test_what_does_not_decide_alone_or_is_asked_about_already_is_passed_over(given: Debate) -> None:
    assert of("decisive-evidence", given) == {}


def test_a_claim_that_replies_and_that_nobody_rebutted_is_asked_for_its_grounds_once() -> None:
    given = debate(
        claims={
            "x": {"text": "橋は安全である", "by": "town"},
            "s": {"text": "ひびは去年直した", "by": "town", "rebuts": ["r"]},
        },
        rebuttals={"r": {"text": "橋脚にひびがある", "by": "member", "rebuts": ["x"]}},
        evidence={"e": {"text": "橋脚の写真", "backs": ["r"], "accepted": True}},
    )
    assert [one.kind for one in ask(given) if one.about == "s"] == ["unrebutted-claim"]


def test_a_reply_whose_evidence_would_only_fell_a_claim_is_passed_over() -> None:
    given = replied({"rebuts": ["r", "end"]}, f={"text": "錆びの写真", "rebuts": ["x"], "accepted": True})
    loose = given.claims["x"].model_copy(update={"supports": ()})
    given = given.model_copy(update={"claims": {**given.claims, "x": loose}})
    assert of("decisive-evidence", given) == {}


def fact(**more: Any) -> Debate:  # noqa: ANN401 - plain data
    """A fact without a source is brought forward against what the town says."""
    return debate(
        claims={
            "x": {"text": "点検は足りている", "by": "town"},
            "y": {"text": "橋は安全である", "by": "town"},
        },
        rebuttals={
            "r": {"text": "錆びが出た", "by": "member", "rebuts": ["y"]},
            "s": {"text": "点検は年に一度だけだ", "by": "member", "rebuts": ["x"]},
        },
        evidence={
            "f": {"text": "去年、橋の一部が落ちた", "by": "member", "rebuts": ["x", "y"], **more},
            "e": {"text": "錆びの写真", "backs": ["r"], "accepted": True},
        },
    )


def test_a_fact_without_a_source_that_would_fell_a_claim_is_asked_about() -> None:
    one = the("decisive-evidence", fact())
    assert one.text.ja == (
        "点検は足りているとのことですが、去年、橋の一部が落ちたということが挙げられています。"
        "事実であれば先の説明は成り立たないはずですが、その出どころが見当たりません。"
        "これが事実かどうかを、記録とともにお示しください。"
    )
    assert one.notice.ja.endswith(
        "その出どころが見当たらない。これが事実かどうかを、記録とともに示されたい。"
    )
    assert one.notice.en.startswith("Claim: 点検は足りている.")
    assert (one.about, one.to.ja, [ground.id for ground in one.rests_on]) == ("f", "町長", ["f", "x"])


@pytest.mark.parametrize(
    "more",
    [{"accepted": True}, {"rebuts": ["y"]}, {"rebuts": ["y"], "backs": ["s"]}],
    ids=["counts already", "felled already", "asked about as a rebuttal without evidence"],
)
def test_a_fact_that_decides_nothing_more_is_passed_over(more: dict[str, object]) -> None:
    assert of("decisive-evidence", fact(**more)) == {}
