"""Rebuttals that were never met or have no evidence, conclusions without grounds, parties at odds with themselves."""

from __future__ import annotations

import re

import pytest

from argmap.model import Debate
from argmap.questions import template
from tests.questions_asked import ask, of, the, ways
from tests.report_debates import debate


def rebutted(evidence: dict[str, object] | None, **more: object) -> Debate:
    """The town says that the bridge is safe; the member says that it is cracked."""
    items = {"e": {"text": "橋脚の写真", "backs": ["r"], **evidence}} if evidence else {}
    return debate(
        claims={"x": {"text": "橋は安全である", "by": "town"}},
        rebuttals={"r": {"text": "橋脚にひびがある", "by": "member", "rebuts": ["x"], **more}},
        evidence=items,
    )


BACKED = {"accepted": True, "type": "incident"}


def test_a_rebuttal_that_was_never_met_is_put_to_the_side() -> None:
    one = the("unmet-rebuttal", rebutted(BACKED))
    assert one.text.ja == (
        "橋は安全であるとのことですが、橋脚にひびがあるとの指摘があり、橋脚の写真という事例が示されています。"
        "この指摘への答えは見当たりません。同じことを起こさないために、これまでに何を改めたのか伺います。"
        "また、この指摘を認めるのか、認めないのであれば、その理由を資料とともにお示しください。"
    )
    assert one.notice.ja == (
        "橋は安全であるとのことだが、橋脚にひびがあるとの指摘があり、橋脚の写真という事例が示されている。"
        "この指摘への答えは見当たらない。同じことを起こさないために、これまでに何を改めたのか。"
        "また、この指摘を認めるのか、認めないのであれば、その理由を資料とともに示されたい。"
    )
    assert one.text.en == (
        "You say: 橋は安全である. Against this it was said: 橋脚にひびがある. The evidence: 橋脚の写真. "
        "No reply to that was found. What was changed after these cases so that it does not happen here? "
        "Is that accepted, and if not, what shows that it is wrong?"
    )
    assert one.notice.en.startswith("Claim: 橋は安全である. Against this")
    assert one.why.ja == "この反論は証拠があって成り立っているが、これへの答えが見当たらない。"
    assert (one.to.ja, [ground.id for ground in one.rests_on]) == ("町長", ["r", "x", "e"])
    assert one.look is None


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        ("statistic", "という数字が示されています。"),
        ("law", "という定めが示されています。"),
        ("document", "この資料を検討に使ったのか"),
        ("testimony", "この証言にある事実を調べたのか"),
        ("expert", "という専門家の見解が示されています。"),
        (None, "という根拠が示されています。この指摘への答えは見当たりません。この指摘を認めるのか"),
    ],
)
def test_the_evidence_of_a_rebuttal_is_called_what_it_is(kind: str | None, says: str) -> None:
    typed = {"accepted": True, **({"type": kind} if kind else {})}
    assert says in the("unmet-rebuttal", rebutted(typed)).text.ja


def test_several_targets_and_much_evidence_are_counted() -> None:
    given = debate(
        claims={"x": {"text": "橋は安全である", "by": "town"}, "y": {"text": "橋は新しい", "by": "town"}},
        rebuttals={"r": {"text": "橋は古い", "by": "member", "rebuts": ["x"], "undercuts": ["y", "gone"]}},
        evidence={
            "e": {"text": "台帳", "backs": ["r"], "accepted": True, "type": "document"},
            "f": {"text": "写真", "backs": ["r"], "accepted": True, "type": "document"},
        },
    )
    text = the("unmet-rebuttal", given).text
    assert text.ja.startswith(
        "橋は安全であるという説明をはじめ、2点にわたる説明がありましたが、橋は古いとの指摘があり、"
        "台帳という資料など、2件の資料が示されています。"
    )
    assert "You say, among 2 points: 橋は安全である." in text.en
    assert "The evidence: 台帳 (and 1 more)." in text.en


def test_evidence_of_several_types_is_called_by_the_first_and_counted_as_grounds() -> None:
    given = rebutted(BACKED)
    more = given.evidence["e"].model_copy(update={"type": "statistic"})
    given = given.model_copy(update={"evidence": {**given.evidence, "f": more}})
    assert "橋脚の写真という事例など、2件の根拠が示されています。" in the("unmet-rebuttal", given).text.ja


@pytest.mark.parametrize(
    ("kind", "evidence"),
    [
        ("unmet-rebuttal", {"e": {"text": "台帳", "backs": ["r"], "accepted": True}}),
        ("rebuttal-without-evidence", {}),
    ],
)
def test_whoever_said_what_is_attacked_is_asked(kind: str, evidence: dict[str, object]) -> None:
    given = debate(
        parties={
            "town": {"name": "町長", "side": "government"},
            "board": {"name": "教育長", "side": "government"},
            "clinic": {"name": "病院長", "side": "government"},
            "member": {"name": "議員", "side": "councilor"},
        },
        claims={
            "x": {"text": "橋は安全である", "by": "board"},
            "y": {"text": "橋は新しい", "by": "clinic"},
            "z": {"text": "橋は広い", "by": "board"},
        },
        rebuttals={
            "r": {"text": "橋は古い", "by": "member", "rebuts": ["x", "z"], "undercuts": ["y"]},
        },
        evidence=evidence,
    )
    assert the(kind, given).to.ja == "教育長、病院長"
    one_target = given.rebuttals["r"].model_copy(
        update={"rebuts": (), "undercuts": given.rebuttals["r"].undercuts}
    )
    alone = given.model_copy(update={"rebuttals": {"r": one_target}})
    assert the(kind, alone).to.ja == "病院長"


def test_a_rebuttal_that_rests_on_evidence_needs_none_of_its_own() -> None:
    given = debate(
        claims={
            "x": {"text": "橋は安全である", "by": "town"},
            "g": {"text": "橋は古い", "by": "member", "supports": ["r"]},
        },
        rebuttals={"r": {"text": "橋は危ない", "by": "member", "rebuts": ["x"]}},
        evidence={"e": {"text": "台帳", "backs": ["g"], "accepted": True}},
    )
    assert the("unmet-rebuttal", given).text.ja.startswith(
        "橋は安全であるとのことですが、橋は危ないとの指摘があります。この指摘への答えは見当たりません。"
    )
    assert of("rebuttal-without-evidence", given) == {}


@pytest.mark.parametrize(
    "met", [{"rebuts": ["r"]}, {"rebuts": ["e"]}, {"rebuts": ["g"]}, {"undercuts": ["g"]}]
)
def test_a_rebuttal_that_was_met_is_not_put_again(met: dict[str, object]) -> None:
    given = debate(
        claims={
            "x": {"text": "橋は安全である", "by": "town"},
            "g": {"text": "橋は古い", "by": "member", "supports": ["r"]},
        },
        rebuttals={
            "r": {"text": "橋は危ない", "by": "member", "rebuts": ["x"]},
            "back": {"text": "補強した", "by": "town", **met},
        },
        evidence={"e": {"text": "台帳", "backs": ["g"], "accepted": True}},
    )
    assert of("unmet-rebuttal", given) == {}


def test_what_was_said_to_others_or_was_conceded_is_not_put() -> None:
    given = debate(
        parties={
            "town": {"name": "町長", "side": "government"},
            "member": {"name": "議員", "side": "councilor"},
            "club": {"name": "市民の会", "side": "citizens"},
        },
        claims={
            "x": {"text": "橋は安全である", "by": "town", "conceded": {}},
            "y": {"text": "橋は要らない", "by": "club"},
            "z": {"text": "橋は渡れる", "by": "town"},
        },
        rebuttals={
            "r": {"text": "橋は危ない", "by": "member", "rebuts": ["x", "y"]},
            "bare": {"text": "橋は高い", "by": "member", "rebuts": ["x", "y"]},
            "fell": {"text": "橋は閉じた", "by": "member", "rebuts": ["z"], "conceded": {}},
        },
        evidence={"e": {"text": "台帳", "backs": ["r"], "accepted": True}},
    )
    assert of("unmet-rebuttal", given) == of("rebuttal-without-evidence", given) == {}


def test_a_rebuttal_without_evidence_asks_for_the_material() -> None:
    one = the("rebuttal-without-evidence", rebutted(None))
    assert one.text.ja == (
        "橋は安全であるとのことですが、橋脚にひびがあるとの指摘があります。"
        "確かめるため、点検の調書と、修繕の履歴をお示しください。"
    )
    assert one.notice.ja == (
        "橋は安全であるとのことだが、橋脚にひびがあるとの指摘がある。"
        "確かめるため、点検の調書と、修繕の履歴を示されたい。"
    )
    assert one.text.en == (
        "You say: 橋は安全である. Against this it was said: 橋脚にひびがある. "
        "To check this, please hand over the inspection reports and the history of repairs."
    )
    assert one.notice.en.endswith(
        "To check this, hand over the inspection reports and the history of repairs."
    )
    assert one.why.ja == "この反論を裏づける証拠が見当たらず、もとの主張を崩す力になっていない。"
    assert one.look is not None
    assert one.look.ja == (
        "まず施設の長寿命化計画と、国土交通省の点検の公表に当たり、見つからなければ、"
        "点検の調書と、修繕の履歴を情報公開請求する。"
    )
    assert one.then is not None
    assert one.then.yes.ja == "点検の調書と、修繕の履歴は、いつまでに、どの範囲で提出できるのか伺います。"
    assert one.to.ja == "町長"


def test_evidence_without_a_source_is_named() -> None:
    one = the("rebuttal-without-evidence", rebutted({"type": "incident"}))
    assert one.why.ja == "この反論の証拠に出典がなく、もとの主張を崩す力になっていない。"
    assert one.why.en == (
        "The evidence for this rebuttal names no source, so that it does not weigh against the claim."
    )


def test_material_is_asked_of_an_administration_and_for_what_others_say() -> None:
    assert of("rebuttal-without-evidence", rebutted(BACKED)) == {}
    given = debate(
        claims={"x": {"text": "橋は危ない", "by": "member"}},
        rebuttals={"r": {"text": "橋は安全である", "by": "town", "rebuts": ["x"]}},
    )
    assert of("rebuttal-without-evidence", given) == {}
    assert of("rebuttal-without-evidence", given, "councilor") == {}


@pytest.mark.parametrize(
    ("rebuttal", "material"),
    [
        ("費用が高い", "積算のもとになった見積書"),
        ("乗客が減っている", "利用者の数の推移"),
        ("ほかの自治体では廃止した", "ほかの自治体への照会"),
        ("海外では撤回された", "海外の同じような制度"),
        ("Nobody was consulted", "説明会の記録"),
        ("The pay is low", "職種ごとの給与の表"),
        ("趣旨に合わない", "この点を調べた記録や集計"),
    ],
)
def test_the_material_fits_what_the_rebuttal_speaks_of(rebuttal: str, material: str) -> None:
    given = debate(
        claims={"x": {"text": "よい制度である", "by": "town"}},
        rebuttals={"r": {"text": rebuttal, "by": "member", "rebuts": ["x"]}},
    )
    assert material in the("rebuttal-without-evidence", given).text.ja


def test_every_material_can_be_named_and_looked_for() -> None:
    for way in ways("materials"):
        assert not re.search(r"[「」。]|です|ます", way.words.ja + way.more["look"].ja)
        assert way.words.en.startswith("the ")
        assert way.more["look"].en.startswith("the ")
    assert len({way.asks for way in ways("materials")}) == len(ways("materials"))


def fallen(kind: str | None = None, **ground: object) -> Debate:
    return debate(
        claims={
            "ground": {"text": "利用者が減っている", "by": "town", "supports": ["end"], **ground},
            "end": {"text": "便を減らす", "by": "town", "kind": kind},
        },
        rebuttals={"r": {"text": "増えている", "by": "member", "rebuts": ["ground"]}},
        evidence={"e": {"text": "集計", "backs": ["r"], "accepted": True}},
    )


def test_a_conclusion_without_grounds_is_asked_for_another() -> None:
    one = the("undermined-conclusion", fallen("policy"))
    assert one.text.ja == (
        "便を減らすとのことですが、その根拠とされた、利用者が減っているという点には、証拠のある反論が出ています。"
        "それでも進めるのか、進めるのであれば、ほかのどの理由によるのか伺います。"
    )
    assert one.notice.ja == (
        "便を減らすとのことだが、その根拠とされた、利用者が減っているという点には、証拠のある反論が出ている。"
        "それでも進めるのか、進めるのであれば、ほかのどの理由によるのか。"
    )
    assert one.text.en == (
        "You say: 便を減らす. It was said to rest on this: 利用者が減っている. There is a rebuttal of that with evidence. "
        "Will it go ahead all the same, and if so, for what other reason?"
    )
    assert one.why.ja == "示された根拠がすべて崩れている。"
    assert [ground.id for ground in one.rests_on] == ["end", "ground", "r"]


@pytest.mark.parametrize("kind", [None, "fact", "value", "policy", "prediction", "commitment"])
def test_a_fallen_ground_is_called_what_it_is(kind: str | None) -> None:
    assert (
        "という点は、述べた側もすでに維持していないものです。"
        in the("undermined-conclusion", fallen(kind, conceded={})).text.ja
    )


def test_a_fallen_ground_is_written_plainly() -> None:
    one = the("undermined-conclusion", fallen(conceded={}))
    assert "利用者が減っているという点は、述べた側もすでに維持していないものである。" in one.notice.ja


def test_grounds_fall_in_turn_and_steps_break() -> None:
    given = debate(
        claims={
            "a": {"text": "古い", "by": "town", "supports": ["b"], "conceded": {}},
            "b": {"text": "危ない", "by": "town", "supports": ["c"]},
            "c": {"text": "閉じるべきだ", "by": "town"},
            "d": {"text": "暑い", "by": "town", "supports": ["f"]},
            "f": {"text": "休むべきだ", "by": "town"},
        },
        rebuttals={"r": {"text": "涼しい部屋がある", "by": "member", "undercuts": ["d"]}},
        evidence={"e": {"text": "記録", "backs": ["r"], "accepted": True}},
    )
    found = of("undermined-conclusion", given)
    assert set(found) == {"b", "c", "f"}
    assert "危ないという点も、そのもとの根拠を失っています。" in found["c"].text.ja
    assert "暑いという点からは、この結論を導けないとの反論が出ています。" in found["f"].text.ja


def test_a_conclusion_with_a_ground_left_is_not_undermined() -> None:
    given = debate(
        claims={
            "a": {"text": "古い", "by": "town", "supports": ["c"], "conceded": {}},
            "b": {"text": "危ない", "by": "member", "supports": ["c"]},
            "c": {"text": "閉じるべきだ", "by": "town"},
        }
    )
    assert of("undermined-conclusion", given) == {}


def clash(first: dict[str, object], second: dict[str, object], sources: object = None) -> Debate:
    return debate(
        claims={"x": {"text": "橋は閉じない", "by": "town", **first}},
        rebuttals={"y": {"text": "冬は橋を閉じる", "by": "town", "rebuts": ["x"], **second}},
        sources=sources or {},
    )


def test_two_statements_that_clash_are_set_side_by_side() -> None:
    one = the("party-at-odds", clash({}, {}))
    assert one.text.ja == (
        "一方では橋は閉じないとし、他方では冬は橋を閉じるとしています。"
        "二つはどう両立するのか、両立しないのであれば、どちらが現在の考えなのか伺います。"
    )
    assert one.notice.ja == (
        "一方では橋は閉じないとし、他方では冬は橋を閉じるとしている。"
        "二つはどう両立するのか、両立しないのであれば、どちらが現在の考えなのか。"
    )
    assert one.text.en == (
        "On the one hand you say: 橋は閉じない. On the other hand: 冬は橋を閉じる. "
        "How do the two fit together; if they do not, which is the present view?"
    )
    assert one.why.ja == "一方が他方を否定しているが、どちらも同じ発言者による。"
    assert one.id == "party-at-odds-y-x"


def test_statements_of_different_days_are_asked_for_the_change() -> None:
    given = clash(
        {"source": "later"},
        {"source": "early"},
        sources={"early": {"date": "2024-12"}, "later": {"date": "2025-03-01"}},
    )
    one = the("party-at-odds", given)
    assert one.text.ja == (
        "2024年12月には冬は橋を閉じるとし、2025年3月1日には橋は閉じないとしています。"
        "考えを改めたのであれば、いつ、何を理由に改め、どう知らせたのか伺います。"
    )
    assert one.text.en.startswith(
        "You said in December 2024: 冬は橋を閉じる. You said on 1 March 2025: 橋は閉じない."
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [({"conceded": {}}, {}), ({}, {"conceded": {}}), ({"by": "member"}, {}), ({}, {"by": "member"})],
)
def test_a_change_of_mind_that_was_said_is_no_clash(
    first: dict[str, object], second: dict[str, object]
) -> None:
    assert of("party-at-odds", clash(first, second)) == {}


def test_a_clash_that_goes_both_ways_is_asked_about_once() -> None:
    assert len(of("party-at-odds", clash({"rebuts": ["y"]}, {}))) == 1


def test_a_conclusion_that_outlives_its_conceded_ground_is_asked_for_what_is_left() -> None:
    given = debate(
        claims={
            "a": {"text": "橋は古い", "by": "town", "supports": ["c"], "conceded": {}},
            "b": {"text": "橋は狭い", "by": "town", "supports": ["c"]},
            "c": {"text": "橋は要らない", "by": "town"},
        }
    )
    one = the("party-at-odds", given)
    assert one.text.ja == (
        "橋は古いという点は、述べた側もすでに維持していないものですが、これを根拠とした橋は要らないとの主張は残っています。"
        "その点がなくてもなお成り立つのはなぜか、残る根拠をお示しください。"
    )
    assert one.notice.ja == (
        "橋は古いという点は、述べた側もすでに維持していないものだが、これを根拠とした橋は要らないとの主張は残っている。その点がなくてもなお成り立つのはなぜか、残る根拠を示されたい。"
    )
    assert one.text.en == (
        "This has been withdrawn or admitted: 橋は古い. What was said to rest on it has not: 橋は要らない. "
        "What is left on which it rests?"
    )
    assert one.id == "party-at-odds-c-a"


def test_what_others_conceded_is_no_clash() -> None:
    given = debate(
        claims={
            "a": {"text": "橋は古い", "by": "member", "supports": ["c"], "conceded": {}},
            "b": {"text": "橋は狭い", "by": "town", "supports": ["c"]},
            "c": {"text": "橋は要らない", "by": "town"},
        }
    )
    assert of("party-at-odds", given) == {}


def test_conflicts_have_no_sentence_twice_within_a_debate() -> None:
    given = debate(
        claims={f"c{n}": {"text": f"橋{n}は新しい", "by": "town"} for n in range(3)},
        rebuttals={f"r{n}": {"text": f"橋{n}は古い", "by": "member", "rebuts": [f"c{n}"]} for n in range(3)},
        evidence={f"e{n}": {"text": "台帳", "backs": [f"r{n}"], "accepted": True} for n in range(3)},
    )
    said = {one.text.ja.rpartition("見当たりません。")[2] for one in ask(given)}
    assert len(said) == 3
    assert len(template("conflicts")["unmet"]) > len(said)
