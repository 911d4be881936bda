"""What changed: what goes with what, what was rewritten, what turned and why."""

from __future__ import annotations

import os
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inline_snapshot import snapshot

from argmap.comparison import Difference, Edit, compare, resemblance
from argmap.comparison.matching import match
from argmap.comparison.sentences import turns
from argmap.semantics import Status, analyse
from tests.debates import Plain, claim, debate, evidence, plain_debates

CASES = int(os.environ.get("ARGMAP_CASES", "60"))
PARTIES = {"city": {"name": "City", "side": "government"}, "member": {"name": "Member", "side": "councilor"}}
BASE: Plain = {
    "parties": PARTIES,
    "sources": {"minutes": {"date": "2024-12"}, "report": {"date": "2025-03"}},
    "claims": {"safe": claim("The bridge is safe"), "so": claim("So it stays open")},
    "rebuttals": {"cracked": claim("The bridge is cracked", "member", rebuts=["safe"])},
    "evidence": {},
    "questions": {"q": {"text": "Is the bridge safe?", "by": "member"}},
}


def changed(**sections: Any) -> Plain:  # noqa: ANN401 - plain data, as in a file
    """The debate on the bridge with more in its sections; None takes an entry out."""
    plain = {name: dict(items) for name, items in BASE.items()}
    for section, items in sections.items():
        merged = plain.get(section, {}) | items
        plain[section] = {name: item for name, item in merged.items() if item is not None}
    return plain


def between(old: Plain, new: Plain, name: str = "debate") -> Difference:
    return compare(analyse([debate(old)]), analyse([debate(new, name)]))


def sentences(difference: Difference, lang: str = "en") -> list[str]:
    return [turn.words.en if lang == "en" else turn.words.ja for turn in turns(difference)]


def told(**sections: Any) -> list[str]:  # noqa: ANN401
    return sentences(between(BASE, changed(**sections)))


def ids(difference: Difference, change: str) -> list[str]:
    return [item.key.rpartition("#")[2] for item in difference.items if item.change == change]


# What goes with what


def test_ids_that_stay_are_the_same_whatever_they_say_now() -> None:
    assert match({"a": "One thing", "b": "Another"}, {"a": "Quite different words", "b": "Another"}) == {
        "a": "a",
        "b": "b",
    }


def test_ids_that_were_swapped_are_renames() -> None:
    old = {"a": "Rebuttal number one", "b": "Rebuttal number two"}
    assert match(old, {"a": old["b"], "b": old["a"]}) == {"a": "b", "b": "a"}


def test_renamed_ids_are_found_by_the_same_words_and_then_by_near_ones() -> None:
    old = {
        "a": "The bridge is cracked in two places",
        "b": "それは １０件 である。",
        "c": "Something else entirely",
    }
    new = {
        "x": "The bridge is cracked in three places",
        "y": "それは10件である。",
        "z": "Nothing of the kind",
    }
    assert match(old, new) == {"a": "x", "b": "y"}


def test_an_id_that_was_given_to_something_else_follows_its_words() -> None:
    old = {"a": "The bridge is cracked in two places"}
    assert match(old, {"a": "Money is short", "b": "The bridge is cracked in three places"}) == {"a": "b"}


def test_the_same_text_twice_goes_in_order_and_the_nearest_is_taken_first() -> None:
    assert match({"a": "same", "b": "same"}, {"c": "same", "d": "same"}) == {"a": "c", "b": "d"}
    assert match({"a": "same", "b": "same"}, {"c": "same"}) == {"a": "c"}
    old = {"a": "the bridge over the river is closed"}
    new = {"x": "the bridge over the rivers is closed now", "y": "the bridge over the river is closed."}
    assert match(old, new) == {"a": "y"}


def test_characters_outside_the_basic_plane_are_compared_like_others() -> None:
    assert match({"a": "髙橋議員の😀発言"}, {"b": "髙橋議員の😀発言"}) == {"a": "b"}
    assert match({"a": "。"}, {"b": "👍"}) == {}


def test_debates_go_by_id_then_by_what_they_say() -> None:
    said = {"claims": {"a": claim("One"), "b": claim("Two")}}
    other = {"claims": {"c": claim("Three")}}
    old = analyse([debate(said, "x"), debate(other, "y")])
    new = analyse([debate(other, "y"), debate(said, "z"), debate({}, "empty")])
    pairs = [(pair.old and pair.old.id, pair.new and pair.new.id) for pair in compare(old, new).debates]
    assert pairs == [("y", "y"), ("x", "z"), (None, "empty")]


def test_debates_that_two_could_be_are_left_apart() -> None:
    said = {"claims": {"a": claim("One")}}
    old = analyse([debate(said, "x"), debate({"claims": {"k": claim("Else")}}, "gone")])
    new = analyse([debate(said, "p"), debate(said, "q")])
    pairs = [(pair.old and pair.old.id, pair.new and pair.new.id) for pair in compare(old, new).debates]
    assert pairs == [(None, "p"), (None, "q"), ("x", None), ("gone", None)]
    assert resemblance(debate({}), debate({})) == 0.0


def test_one_debate_on_either_side_is_one_debate_under_any_name() -> None:
    found = between(BASE, changed(), "other")
    assert [(pair.old.id, pair.new.id) for pair in found.debates if pair.old and pair.new] == [
        ("debate", "other")
    ]
    assert not any(item.change for item in found.items)
    assert not found.changed_ties


# What was rewritten


def test_layout_is_no_edit_and_everything_else_is_named() -> None:
    old = changed(claims={"safe": claim("It is safe,\r\nsay 10 engineers", kind="fact")})
    new = changed(
        claims={"safe": claim("It is  safe, say １０ engineers", kind="value", due="2025-04", turn=2)}
    )
    item = between(old, new).item["debate#safe"]
    assert item.edits == (
        Edit(field="turn", old=None, new="2"),
        Edit(field="kind", old="fact", new="value"),
        Edit(field="due", old=None, new="2025-04"),
    )


def test_parties_groups_and_sources_are_compared_by_what_they_are_called() -> None:
    old = changed(
        groups={"g": "Roads"},
        claims={"safe": claim("Safe", group="g", source={"in": "minutes", "quote": "safe", "at": "p. 1"})},
    )
    new = changed(
        parties={"city": None, "town": PARTIES["city"], "member": {"name": "Member", "side": "other"}},
        groups={"h": "Roads"},
        sources={"minutes": {"title": "Minutes", "date": "2024-12"}},
        claims={
            "safe": claim("Safe", "town", group="h", source={"in": "minutes", "quote": "safe", "at": "p. 2"}),
            "so": claim("So it stays open", "town"),
        },
    )
    found = between(old, new)
    assert found.item["debate#safe"].edits == (
        Edit(field="source", old="minutes · p. 1 · safe", new="Minutes · p. 2 · safe"),
    )
    (pair,) = found.debates
    assert pair.edits == (
        Edit(field="parties Member", old="councilor", new="other"),
        Edit(field="sources minutes", old="2024-12", new=None),
        Edit(field="sources Minutes", old=None, new="2024-12"),
    )


def test_whoever_is_called_otherwise_is_an_edit_of_the_debate_and_not_of_all_that_was_said() -> None:
    town = {"city": {"name": "Town", "side": "government"}}
    found = between(BASE, changed(parties=town, sources={"minutes": {"title": "Minutes", "date": "2024-12"}}))
    assert not any(item.edits for item in found.items)
    assert [edit.field for edit in found.debates[0].edits] == [
        "parties City",
        "sources minutes",
        "parties Town",
        "sources Minutes",
    ]
    swapped = {"city": PARTIES["member"], "member": PARTIES["city"]}
    found = between(BASE, changed(parties=swapped))
    assert {edit.field for item in found.items for edit in item.edits} == {"by"}


def test_evidence_and_questions_have_keys_of_their_own() -> None:
    old = changed(evidence={"e": evidence(type="law")})
    new = changed(
        evidence={"e": evidence(type="document", accepted=True, place="Town")},
        questions={"q": {"text": "Is the bridge safe?", "by": "member", "kind": "request"}},
    )
    found = between(old, new)
    assert [edit.field for edit in found.item["debate#e"].edits] == ["type", "place", "accepted"]
    assert [edit.field for edit in found.item["debate#q"].edits] == ["kind"]


def test_a_source_of_a_question_decides_nothing_and_a_reference_to_nothing_is_passed_over() -> None:
    asked = {"text": "Is the bridge safe?", "by": "member", "source": {"in": "minutes"}, "about": ["nothing"]}
    new = changed(questions={"q": asked}, claims={"a": claim("Yes, quite", answers=["q"])})
    found = between(BASE, new)
    (cause,) = found.item["debate#q"].causes
    assert cause.tie is not None
    assert cause.tie.kind == "answers"
    assert [tie.kind for tie in found.ties] == ["rebuts", "answers"]


def test_an_id_that_is_free_again_is_not_mixed_up_with_what_was_removed() -> None:
    old = {
        "claims": {
            "a": claim("Money is short, as everybody knows"),
            "b": claim("The bridge is cracked in places"),
        }
    }
    new = {"claims": {"a": claim("The bridge is cracked in places")}}
    found = between(old, new)
    assert [(item.key, item.change) for item in found.items] == [
        ("debate#a", "changed"),
        ("debate#a-2", "removed"),
    ]


# What turned, and why


def test_evidence_for_a_rebuttal() -> None:
    more = {"e": evidence("A crack was photographed", backs=["cracked"], source={"in": "report"})}
    assert told(evidence=more) == snapshot(
        [
            "The claim safe by City (The bridge is safe) was challenged without evidence; it is rebutted since March 2025: the rebuttal cracked by Member (The bridge is cracked) is now backed by the evidence e (A crack was photographed)."
        ]
    )


def test_a_rebuttal_that_comes_with_evidence_names_it_and_the_dates() -> None:
    old = changed(debate={"held": "2024-12"}, rebuttals={"cracked": None})
    backing = {
        f"e{k}": evidence(f"Photograph {k}", backs=["cracked"], source={"in": "report"}) for k in range(4)
    }
    new = changed(
        debate={"held": "2025-03"},
        rebuttals={"cracked": claim("It is cracked", "member", rebuts=["safe"], source={"in": "report"})},
        evidence=backing,
    )
    found = between(old, new)
    assert sentences(found) == snapshot(
        [
            "The claim safe by City (The bridge is safe) was unrebutted in December 2024; it is rebutted since March 2025: it is now rebutted by the rebuttal cracked by Member (It is cracked) (evidence: e0, e1, e2 and 1 more)."
        ]
    )
    assert sentences(found, "ja") == snapshot(
        [
            "Cityの主張 safe（The bridge is safe）は、反論なし（2024年12月） → 反論成立（2025年3月から）に変わった：これに対し、Memberの反論 cracked（It is cracked）が出された（証拠：e0、e1、e2 ほか1件）。"
        ]
    )
    assert sentences(compare(found.new, found.old)) == snapshot(
        [
            "The claim safe by City (The bridge is safe) was rebutted in March 2025; it is unrebutted since December 2024: it is no longer rebutted by the rebuttal cracked by Member (It is cracked)."
        ]
    )


def test_what_was_said_at_the_same_time_and_decides_nothing_is_no_cause() -> None:
    more = {
        "idle": claim("Nobody can prove this", "member", rebuts=["safe"]),
        "heavy": claim("A beam is broken", "member", rebuts=["safe"]),
    }
    proof = {"e": evidence("A photograph", backs=["heavy"], source={"in": "report"})}
    old = changed(rebuttals={"cracked": None})
    new = changed(rebuttals={"cracked": None, **more}, evidence=proof)
    for one, other in ((old, new), (new, old)):
        (cause,) = between(one, other).item["debate#safe"].causes
        assert cause.tie is not None
        assert cause.tie.source == "debate#heavy"


def test_what_several_fell_for_is_told_once() -> None:
    claims = {f"c{k}": claim(f"Part {k} holds") for k in range(5)}
    against = {"all": claim("No part holds", "member", rebuts=list(claims), conceded={"on": "2025-01"})}
    standing = {"all": claim("No part holds", "member", rebuts=list(claims))}
    found = between(
        changed(claims=claims, rebuttals={"all": claim("No part holds", "member")}),
        changed(claims=claims, rebuttals=standing),
    )
    (first,) = [text for text in sentences(found) if "c0" in text]
    assert first == snapshot(
        "The claim c0 by City (Part 0 holds), c1, c2 and 2 more were unrebutted; they are challenged without evidence: they are now rebutted by the rebuttal all by Member (No part holds)."
    )
    conceded = between(changed(claims=claims, rebuttals=standing), changed(claims=claims, rebuttals=against))
    assert sentences(conceded) == snapshot(
        [
            "The rebuttal all by Member (No part holds) was unrebutted; it is conceded since January 2025: its party withdrew or admitted it.",
            "The claim c0 by City (Part 0 holds), c1, c2 and 2 more were challenged without evidence; they are defended since January 2025: its party withdrew or admitted the rebuttal all by Member (No part holds).",
        ]
    )


E = {"a": {"text": "A photograph", "rebuts": ["safe"], "source": {"in": "report"}}}
STEP = {"safe": claim("The bridge is safe", supports=["so"])}
UNDERCUT = {"u": claim("Safe is not enough", "member", undercuts=[{"from": "safe", "to": "so"}])}
PROOF = {"p": evidence("A report", backs=["u"], source={"in": "report"})}
ANSWER = {"a": claim("Yes, quite", answers=[{"question": "q", "extent": "partial"}])}
FULL = {"a": claim("Yes, quite", answers=["q"])}


@pytest.mark.parametrize(
    ("old", "new", "because"),
    [
        ({}, {"evidence": E}, "it is now rebutted by the evidence a (A photograph)."),
        (
            {"evidence": {"a": {**E["a"], "source": None}}},
            {"evidence": E},
            "the evidence a (A photograph) now names its source.",
        ),
        (
            {"evidence": {"a": {**E["a"], "source": None, "accepted": True}}},
            {"evidence": {"a": {**E["a"], "source": None}}},
            "the evidence a (A photograph) is disputed now.",
        ),
        (
            {"rebuttals": {"a": claim("A photograph", "member", rebuts=["safe"])}},
            {"evidence": E},
            "the evidence a (A photograph) counts as evidence now, no longer as rebuttal.",
        ),
        (
            {"claims": STEP},
            {"claims": STEP, "rebuttals": UNDERCUT, "evidence": PROOF},
            "the step from it to the claim so by City (So it stays open) is now attacked by the rebuttal u by Member (Safe is not enough) (evidence: p).",
        ),
        (
            {"claims": STEP, "rebuttals": UNDERCUT, "evidence": PROOF},
            {"claims": STEP},
            "the step from it to the claim so by City (So it stays open) is no longer attacked by the rebuttal u by Member (Safe is not enough).",
        ),
        ({}, {"claims": STEP}, "it is now supported by the claim safe by City (The bridge is safe)."),
        (
            {"claims": {**ANSWER, "a": claim("Yes, quite")}},
            {"claims": ANSWER},
            "it is now answered by the claim a by City (Yes, quite).",
        ),
        ({"claims": ANSWER}, {"claims": FULL}, "the claim a by City (Yes, quite) now answers it in full."),
        (
            {},
            {"questions": {"q": {"text": "Is the bridge safe?", "by": "member", "kind": "request"}}},
            "it counts as request now, no longer as question.",
        ),
        (
            {"claims": {"safe": claim("The bridge is safe", conceded={})}},
            {},
            "it counts as withdrawn or admitted no longer.",
        ),
    ],
)
def test_each_kind_of_cause_has_its_words(old: Plain, new: Plain, because: str) -> None:
    said = [text.partition(": ")[2] for text in sentences(between(changed(**old), changed(**new)))]
    assert because in said


def test_linked_premises_are_named_together_and_a_fall_is_followed_to_its_root() -> None:
    linked = {
        "safe": claim("The bridge is safe", supports=[{"to": "so", "with": ["wide"]}]),
        "wide": claim("It is wide", conceded={}),
    }
    found = between(BASE, changed(claims=linked))
    assert [text.partition(": ")[2] for text in sentences(found)] == snapshot(
        [
            "it is now supported by the claim safe by City (The bridge is safe) and the claim wide by City (It is wide)."
        ]
    )


def test_a_fall_is_followed_to_its_root_and_the_nearer_cause_is_told_first() -> None:
    chain = {f"c{k}": claim(f"Step {k}", supports=[f"c{k + 1}"]) for k in range(6)} | {"c6": claim("The end")}
    fallen = {**chain, "c0": claim("Step 0", supports=["c1"], conceded={})}
    found = between({"claims": chain}, {"claims": fallen})
    assert {item.causes for item in found.turned} == {found.item["debate#c0"].causes}
    (cause,) = found.item["debate#c6"].causes
    assert (cause.at, cause.edit and cause.edit.field) == ("debate#c0", "conceded")
    also = {**fallen, "c3": claim("Step 3", supports=["c4"], conceded={"on": "2025-02"})}
    last = between({"claims": chain}, {"claims": also}).item["debate#c6"]
    assert [cause.at for cause in last.causes] == ["debate#c3", "debate#c0"]
    assert last.since == "2025-02"


def test_what_hangs_on_an_attack_that_changes_no_label_is_found_too() -> None:
    """A premise that was conceded long ago is attacked: the conclusion, which has another ground, counts as attacked."""
    old = {
        "claims": {
            "gone": claim("A", conceded={}, supports=["c"]),
            "kept": claim("B", supports=["c"]),
            "c": claim("C"),
        },
        "rebuttals": {},
    }
    new = {**old, "rebuttals": {"r": claim("D", rebuts=["gone"])}}
    (turn,) = turns(between(old, new))
    assert (turn.items[0].old and turn.items[0].old.status, turn.items[0].shown.status) == (
        Status.UNREBUTTED,
        Status.DEFENDED,
    )
    assert turn.words.en == snapshot(
        "The claim c by city (C) was unrebutted; it is defended: the claim gone by city (A) is now rebutted by the rebuttal r by city (D)."
    )


# What holds of any two debates


def accounted(difference: Difference) -> tuple[list[str], list[str]]:
    return (
        sorted(item.old.key for item in difference.items if item.old),
        sorted(item.new.key for item in difference.items if item.new),
    )


@settings(max_examples=CASES, deadline=None)
@given(plain_debates())
def test_nothing_changed_between_a_debate_and_itself(plain: Plain) -> None:
    found = between(plain, plain)
    assert found.edits == 0
    assert not found.turned
    assert not any(tie.change for tie in found.ties)


@settings(max_examples=CASES, deadline=None)
@given(plain_debates(), plain_debates(), st.booleans())
def test_both_sides_are_accounted_for_and_can_be_exchanged(one: Plain, other: Plain, distinct: bool) -> None:  # noqa: FBT001
    if distinct:  # texts that tell the statements apart, as ids do not
        for number, plain in enumerate((one, other)):
            for section in ("claims", "rebuttals", "evidence"):
                for name, said in plain[section].items():
                    said["text"] = f"Statement {name} of the debate" + " in other words" * number
    old, new = analyse([debate(one)]), analyse([debate(other)])
    found, back = compare(old, new), compare(new, old)
    assert accounted(found) == (sorted(old.graph.keys), sorted(new.graph.keys))
    assert len({item.key for item in found.items}) == len(found.items)
    pairs = [(item.old and item.old.id, item.new and item.new.id) for item in found.items]
    assert {(was, is_) for is_, was in pairs} == {
        (item.old and item.old.id, item.new and item.new.id) for item in back.items
    }
    assert len(found.turned) == len(back.turned)
    flipped = {"added": "removed", "removed": "added", "changed": "changed", None: None}
    assert sorted(str(flipped[tie.change]) for tie in found.ties) == sorted(
        str(tie.change) for tie in back.ties
    )


@settings(max_examples=CASES, deadline=None)
@given(plain_debates(), plain_debates())
def test_whatever_turned_has_a_cause(one: Plain, other: Plain) -> None:
    found = between(one, other)
    assert [item.key for item in found.turned if not item.causes] == []
    assert sum(len(turn.items) for turn in turns(found)) == len(found.turned)


def test_a_thousand_statements_that_were_all_renamed_are_matched() -> None:
    old = {
        "claims": {f"a{k}": claim(f"発言その{k}は、{k * 7919 % 1000}号線についてである") for k in range(1000)}
    }
    new = {
        "claims": {
            f"b{k}": claim(f"発言その{k}は、{k * 7919 % 1000}号線についてである。") for k in range(1000)
        }
    }
    found = between(old, new)
    assert all(item.old and item.new and item.old.id[1:] == item.new.id[1:] for item in found.items)
