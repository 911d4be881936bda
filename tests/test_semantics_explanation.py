"""Why: each status explained on a made-up debate in both languages, and what holds of every explanation."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from argmap.semantics import Analysis, QuestionStatus, Status, analyse
from tests.debates import Plain, claim, debate, evidence, plain_debates

_PLAIN: Plain = {
    "parties": {"city": {"name": "市", "side": "government"}, "member": {"name": "議員"}},
    "claims": {
        "bus-saves": claim("バスを減らすと、経費が下がる。", supports=["cut-bus"], answers=["q-bus"]),
        "few-riders": claim("乗客が減っている", supports=["cut-bus"]),
        "detour": claim("遠回りになる", supports=["lose-time"]),
        "lose-time": claim("時間がかかる", supports=["lose-town"]),
        "lose-town": claim("町が損をする"),
        "toll": claim("通行料を取る", supports=["fewer-cars"]),
        "fewer-cars": claim("車が減る"),
        "ring-road": claim("環状道路が要る", supports=["calm-town"]),
        "quay": claim("岸壁が要る", rebuts=["beach"]),
        "beach": claim("砂浜を残す", "member", rebuts=["quay"], supports=["tourists"]),
        "tourists": claim("客が来る", "member"),
        "ferry": claim("船を出す"),
        "cut-bus": claim("バスを減らす", supports=["calm-town"]),
        "calm-town": claim("町が静かになる"),
        "new-hall": claim("新しい会館が要る", conceded={"on": "2025-03"}),
        "old-pool": claim("プールは古い", supports=["close-pool"]),
        "close-pool": claim("プールを閉じる", answers=[{"question": "q-pool", "extent": "partial"}]),
        "park-safe": claim("公園は安全だ", answers=[{"question": "q-park", "extent": "evasive"}]),
        "taxi": claim("タクシーで足りる"),
        "no-taxi": claim("タクシーでは足りない", "member", rebuts=["taxi"]),
        "school": claim("学校を建てる"),
        "library": claim("図書館を直す", supports=["school"]),
    },
    "rebuttals": {
        "no-saving": claim("経費は下がらない", "member", rebuts=["bus-saves"]),
        "old-but-fine": claim("古くても使える", "member", undercuts=["old-pool"]),
        "unsafe": claim("公園は危ない", "member", rebuts=["park-safe"]),
        "safe-again": claim("もう直した", rebuts=["unsafe"]),
        "yes-taxi": claim("やはり足りる", rebuts=["no-taxi"]),
        "no-library": claim("図書館は要らない", "member", rebuts=["library"]),
        "dear-library": claim("図書館は高い", "member", rebuts=["library"]),
        "no-detour": claim("遠回りではない", "member", rebuts=["detour"]),
        "toll-shifts": claim("車は裏道に回る", "member", undercuts=["toll"]),
        "noisy-ring": claim("環状道路は音が出る", "member", undercuts=["ring-road"]),
        "no-ferry": claim("船は要らない", "member", rebuts=["ferry"]),
        "yes-ferry": claim("船は要る", rebuts=["no-ferry"]),
    },
    "evidence": {
        "pool-report": evidence("点検の報告書", backs=["old-but-fine"], source="minutes"),
        "repair": evidence("修理の記録", backs=["safe-again"], source="minutes"),
        "poll": evidence("住民の調査", backs=["no-library"], accepted=True),
        "rumour": evidence("うわさ"),
        "sand": evidence("砂浜の写真", backs=["beach"], source="minutes"),
        "harbour": evidence("港の図面", backs=["quay"], source="minutes"),
        "noise": evidence("音の測定", backs=["noisy-ring"], source="minutes"),
        "seats": evidence("船の座席表", backs=["no-ferry"], source="minutes"),
        "log": evidence("航海の記録", backs=["yes-ferry"], source="minutes", rebuts=["seats"]),
        "count": evidence("乗客の数", backs=["few-riders"], source="minutes"),
        "no-count": evidence("数え直し", backs=["no-taxi"], accepted=True),
        "yes-count": evidence("数え直しの数え直し", backs=["yes-taxi"], rebuts=["no-count"]),
    },
    "questions": {
        "q-bus": {"text": "経費はいくら下がるか。", "by": "member"},
        "q-pool": {"text": "プールをどうするか。"},
        "q-hall": {"text": "会館を建ててほしい。", "kind": "request"},
        "q-park": {"text": "公園は安全か。"},
        "q-town": {"text": "町はどうなるか。"},
    },
}


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    return analyse([debate(_PLAIN)])


@pytest.mark.parametrize(
    ("wanted", "status", "ja", "en", "deciding"),
    [
        (
            "bus-saves",
            Status.CHALLENGED,
            "市の主張 bus-saves（バスを減らすと、経費が下がる）は、反論を受けたが、その反論に証拠が付いていないため、まだ崩れていない。議員の反論 no-saving（経費は下がらない）があるが、裏づけが示されていない。こうした反論に証拠が付けば、成り立たなくなる。",
            "The claim bus-saves by 市 (バスを減らすと、経費が下がる) still stands: what was said against it lacks evidence. Said against it, but with nothing to back it: the rebuttal no-saving by 議員 (経費は下がらない). Once evidence is attached to such a rebuttal, it no longer stands.",
            ("no-saving",),
        ),
        (
            "lose-town",
            Status.CHALLENGED,
            "市の主張 lose-town（町が損をする）は、支えが反論を受けたが、その反論に証拠が付いていないため、まだ崩れていない。支えとなる市の主張 detour（遠回りになる）には、議員の反論 no-detour（遠回りではない）があるが、裏づけが示されていない。",
            "The claim lose-town by 市 (町が損をする) still stands: what was said against its grounds lacks evidence. Said against what it rests on, the claim detour by 市 (遠回りになる), but with nothing to back it: the rebuttal no-detour by 議員 (遠回りではない).",
            ("no-detour",),
        ),
        (
            "toll",
            Status.CHALLENGED,
            "市の主張 toll（通行料を取る）は、反論を受けたが、その反論に証拠が付いていないため、まだ崩れていない。ここから導かれる結論に対し、議員の反論 toll-shifts（車は裏道に回る）があるが、裏づけが示されていない。",
            "The claim toll by 市 (通行料を取る) still stands: what was said against it lacks evidence. Said against what is concluded from it, but with nothing to back it: the rebuttal toll-shifts by 議員 (車は裏道に回る).",
            ("toll-shifts",),
        ),
        (
            "ring-road",
            Status.UNDERCUT,
            "市の主張 ring-road（環状道路が要る）は、それ自体は否定されていないが、ここから結論は導けない。議員の反論 noisy-ring（環状道路は音が出る）により、ring-road から calm-town は導けない。",
            "The claim ring-road by 市 (環状道路が要る) is not denied, but what was concluded from it does not follow. The rebuttal noisy-ring by 議員 (環状道路は音が出る) shows that calm-town does not follow from ring-road.",
            ("noisy-ring",),
        ),
        (
            "quay",
            Status.CONTESTED,
            "市の主張 quay（岸壁が要る）は、反論と再反論が互いに譲らず、決着していない。議員の主張 beach（砂浜を残す）も、決着していない。",
            "The claim quay by 市 (岸壁が要る) is not settled: what speaks for it and against it is in balance. The claim beach by 議員 (砂浜を残す) is not settled.",
            ("beach",),
        ),
        (
            "tourists",
            Status.CONTESTED,
            "議員の主張 tourists（客が来る）は、支えが決着していないため、決着していない。支えとなる議員の主張 beach（砂浜を残す）が決着していない。",
            "The claim tourists by 議員 (客が来る) is not settled, because what it rests on is not. The claim beach by 議員 (砂浜を残す), on which it rests, is not settled.",
            ("beach",),
        ),
        (
            "ferry",
            Status.DEFENDED,
            "市の主張 ferry（船を出す）は、反論を受けたが、どの反論も通らず、成り立っている。議員の反論 no-ferry（船は要らない）があるが、yes-ferry により退けられた。",
            "The claim ferry by 市 (船を出す) stands: it was rebutted, but no rebuttal succeeded. Said against it, but defeated by yes-ferry: the rebuttal no-ferry by 議員 (船は要らない).",
            ("no-ferry", "yes-ferry"),
        ),
        (
            "cut-bus",
            Status.DEFENDED,
            "市の主張 cut-bus（バスを減らす）は、支えへの反論はあるが、崩すには至らず、成り立っている。支えとなる市の主張 bus-saves（バスを減らすと、経費が下がる）には、議員の反論 no-saving（経費は下がらない）があるが、裏づけが示されていない。",
            "The claim cut-bus by 市 (バスを減らす) stands: only its grounds were attacked, and they are enough. Said against what it rests on, the claim bus-saves by 市 (バスを減らすと、経費が下がる), but with nothing to back it: the rebuttal no-saving by 議員 (経費は下がらない).",
            ("no-saving",),
        ),
        (
            "calm-town",
            Status.DEFENDED,
            "市の主張 calm-town（町が静かになる）は、退けられていない反論もあるが、崩れるには至らず、成り立っている。議員の反論 noisy-ring（環状道路は音が出る）があるが、これを崩すには至らない。支えとなる市の主張 bus-saves（バスを減らすと、経費が下がる）には、議員の反論 no-saving（経費は下がらない）があるが、裏づけが示されていない。",
            "The claim calm-town by 市 (町が静かになる) stands: not all that was said against it was defeated, but it is not brought down. Said against it with evidence, but not enough to bring it down: the rebuttal noisy-ring by 議員 (環状道路は音が出る). Said against what it rests on, the claim bus-saves by 市 (バスを減らすと、経費が下がる), but with nothing to back it: the rebuttal no-saving by 議員 (経費は下がらない).",
            ("noisy-ring", "no-saving"),
        ),
        (
            "new-hall",
            Status.CONCEDED,
            "市の主張 new-hall（新しい会館が要る）は、撤回または容認された。その時期は2025年3月である。",
            "The claim new-hall by 市 (新しい会館が要る) was withdrawn or admitted. The date given is March 2025.",
            (),
        ),
        (
            "close-pool",
            Status.UNDERMINED,
            "市の主張 close-pool（プールを閉じる）は、支えがどれも崩れ、成り立っていない。議員の反論 old-but-fine（古くても使える）により、old-pool から close-pool は導けない。",
            "The claim close-pool by 市 (プールを閉じる) does not stand: nothing that was to support it holds. The rebuttal old-but-fine by 議員 (古くても使える) shows that close-pool does not follow from old-pool.",
            ("old-but-fine",),
        ),
        (
            "school",
            Status.UNDERMINED,
            "市の主張 school（学校を建てる）は、支えがどれも崩れ、成り立っていない。支えとなる市の主張 library（図書館を直す）が成り立っていない。",
            "The claim school by 市 (学校を建てる) does not stand: nothing that was to support it holds. The claim library by 市 (図書館を直す), on which it rests, does not stand.",
            ("library",),
        ),
        (
            "taxi",
            Status.REBUTTED,
            "市の主張 taxi（タクシーで足りる）は、証拠のある反論を受け、成り立っていない。議員の主張 no-taxi（タクシーでは足りない）は、no-count に裏づけられ、これへの再反論は通っていない。",
            "The claim taxi by 市 (タクシーで足りる) does not stand: there is a rebuttal with evidence. The claim no-taxi by 議員 (タクシーでは足りない) is backed by no-count, and what was said against it did not succeed.",
            ("no-taxi", "no-count"),
        ),
        (
            "library",
            Status.REBUTTED,
            "市の主張 library（図書館を直す）は、証拠のある反論を受け、成り立っていない。議員の反論 no-library（図書館は要らない）は、poll に裏づけられ、これへの再反論は見当たらない。このほか dear-library の反論もあるが、証拠が付いていない。",
            "The claim library by 市 (図書館を直す) does not stand: there is a rebuttal with evidence. The rebuttal no-library by 議員 (図書館は要らない) is backed by poll, and nothing was said against it. Also said against it, but without evidence: dear-library.",
            ("no-library", "poll", "dear-library"),
        ),
        (
            "few-riders",
            Status.UNREBUTTED,
            "市の主張 few-riders（乗客が減っている）は、反論が見当たらず、成り立っている。count に裏づけられている。",
            "The claim few-riders by 市 (乗客が減っている) stands: no rebuttal of it was found. It is backed by count.",
            ("count",),
        ),
        (
            "yes-taxi",
            Status.UNREBUTTED,
            "市の反論 yes-taxi（やはり足りる）は、反論が見当たらず、成り立っている。証拠に挙げられた yes-count は、出典がないか、成り立っていない。",
            "The rebuttal yes-taxi by 市 (やはり足りる) stands: no rebuttal of it was found. Named as evidence, but without a source or not standing: yes-count.",
            ("yes-count",),
        ),
        (
            "no-saving",
            Status.UNREBUTTED,
            "議員の反論 no-saving（経費は下がらない）は、反論が見当たらず、成り立っている。ただし、裏づける証拠も付いていない。",
            "The rebuttal no-saving by 議員 (経費は下がらない) stands: no rebuttal of it was found. No evidence is attached to it, either.",
            (),
        ),
        (
            "rumour",
            Status.UNREBUTTED,
            "証拠 rumour（うわさ）は、反論が見当たらず、成り立っている。ただし、出典が示されていない。",
            "The evidence rumour (うわさ) stands: no rebuttal of it was found. It names no source.",
            (),
        ),
        (
            "seats",
            Status.REBUTTED,
            "証拠 seats（船の座席表）は、証拠のある反論を受け、成り立っていない。証拠 log（航海の記録）は、出典があり、これへの再反論は見当たらない。",
            "The evidence seats (船の座席表) does not stand: there is a rebuttal with evidence. The evidence log (航海の記録) names its source, and nothing was said against it.",
            ("log",),
        ),
        (
            "no-count",
            Status.CHALLENGED,
            "証拠 no-count（数え直し）は、反論を受けたが、その反論に証拠が付いていないため、まだ崩れていない。証拠 yes-count（数え直しの数え直し）があるが、裏づけが示されていない。こうした反論に証拠が付けば、成り立たなくなる。",
            "The evidence no-count (数え直し) still stands: what was said against it lacks evidence. Said against it, but with nothing to back it: the evidence yes-count (数え直しの数え直し). Once evidence is attached to such a rebuttal, it no longer stands.",
            ("yes-count",),
        ),
        (
            "q-bus",
            QuestionStatus.ANSWERED,
            "議員の質問（経費はいくら下がるか）は、答弁されている。bus-saves（バスを減らすと、経費が下がる）が答えている。",
            "The question of 議員 (経費はいくら下がるか) was answered. bus-saves (バスを減らすと、経費が下がる) answers it.",
            ("bus-saves",),
        ),
        (
            "q-pool",
            QuestionStatus.PARTIAL,
            "質問（プールをどうするか）は、一部しか答弁されていない。close-pool（プールを閉じる）が一部に答えている。",
            "The question (プールをどうするか) was answered in part only. close-pool (プールを閉じる) answers part of it.",
            ("close-pool",),
        ),
        (
            "q-hall",
            QuestionStatus.REQUEST,
            "質問（会館を建ててほしい）は、要望であり、答弁を求めていない。",
            "The question (会館を建ててほしい) is a request: no answer is expected.",
            (),
        ),
        (
            "q-park",
            QuestionStatus.EVASIVE,
            "質問（公園は安全か）は、答弁はあるが、正面から答えていない。park-safe（公園は安全だ）は触れているが、答えてはいない。",
            "The question (公園は安全か) was answered without going into the point. park-safe (公園は安全だ) speaks of it without answering.",
            ("park-safe",),
        ),
        (
            "q-town",
            QuestionStatus.UNANSWERED,
            "質問（町はどうなるか）は、答弁が見当たらない。",
            "The question (町はどうなるか) has no answer that was found.",
            (),
        ),
    ],
)
def test_a_status_is_explained_in_both_languages(
    analysis: Analysis,
    wanted: str,
    status: Status | QuestionStatus,
    ja: str,
    en: str,
    deciding: tuple[str, ...],
) -> None:
    found = analysis.question(wanted) if wanted.startswith("q-") else analysis[wanted]
    why = analysis.why(wanted)
    assert (found.status, why.text("ja"), why.text("en"), why.deciding) == (status, ja, en, deciding)


def test_every_status_is_explained_above(analysis: Analysis) -> None:
    assert {verdict.status for verdict in analysis.verdicts} == set(Status)
    assert {verdict.status for verdict in analysis.question_verdicts} == set(QuestionStatus)


def test_the_verdict_without_its_subject_is_a_sentence_of_its_own(analysis: Analysis) -> None:
    assert analysis.why("ferry").says.en == "Stands: it was rebutted, but no rebuttal succeeded."
    assert analysis.why("q-town").says.ja == "答弁が見当たらない。"
    for key in [one.key for one in analysis.verdicts] + [one.key for one in analysis.question_verdicts]:
        why = analysis.why(key)
        assert why.verdict.ja.endswith(f"は、{why.says.ja}")
        assert why.verdict.en.endswith(f" {why.says.en[0].lower()}{why.says.en[1:]}")
        assert why.says.en[0].isupper()


@settings(max_examples=300, deadline=None)
@given(plain_debates())
def test_every_statement_is_explained_by_ids_that_exist(plain: Plain) -> None:
    analysis = analyse([debate(plain)])
    for verdict in analysis.verdicts:
        why = analysis.why(verdict.id)
        texts = why.text("ja"), why.text("en")
        assert all(verdict.id in text for text in texts)
        assert not any(sign in text for text in texts for sign in '「」"“”')
        assert set(why.deciding) <= {other.id for other in analysis.verdicts}
        assert why.deciding or verdict.status in (Status.CONCEDED, Status.UNREBUTTED)


def test_many_are_counted_and_long_texts_are_cut() -> None:
    plain: Plain = {
        "claims": {"hall": claim("長" * 100)},
        "rebuttals": {f"no-{n}": claim("反対", "member", rebuts=["hall"]) for n in range(5)},
    }
    why = analyse([debate(plain)]).why("hall")
    assert f"hall（{'長' * 79}…）" in why.text("ja")
    assert "no-2（反対） ほか2件があるが" in why.text("ja")
    assert "no-2 by member (反対) and 2 more." in why.text("en")
    assert why.deciding == ("no-0", "no-1", "no-2", "no-3", "no-4")


def test_statements_of_another_debate_are_named_with_it() -> None:
    here = debate({"claims": {"a": claim()}}, "here")
    there = debate({"rebuttals": {"b": claim(rebuts=["here#a"])}}, "there")
    why = analyse([here, there]).why("a")
    assert why.deciding == ("there#b",)
    assert "there#b" in why.text("ja")


def test_a_rebuttal_can_count_by_what_it_rests_on() -> None:
    plain: Plain = {
        "claims": {"hall": claim("会館が要る"), "costs": claim("費用が高い", "member", supports=["no-hall"])},
        "rebuttals": {"no-hall": claim("会館は要らない", "member", rebuts=["hall"])},
        "evidence": {"bill": evidence("請求書", backs=["costs"], accepted=True)},
    }
    why = analyse([debate(plain)]).why("hall")
    assert "証拠のある根拠に支えられ、これへの再反論は見当たらない" in why.text("ja")
    assert "rests on grounds that have evidence, and nothing was said against it" in why.text("en")


def test_accepted_evidence_is_disputed_by_no_party() -> None:
    plain: Plain = {"claims": {"a": claim()}, "evidence": {"e": evidence(accepted=True, rebuts=["a"])}}
    why = analyse([debate(plain)]).why("a")
    assert "どちらも争わない事実であり" in why.text("ja")
    assert "is disputed by no party" in why.text("en")


def test_a_conclusion_that_nobody_attacks_names_what_it_rests_on() -> None:
    plain: Plain = {"claims": {"a": claim(supports=[{"to": "c", "with": ["b"]}]), "b": claim(), "c": claim()}}
    why = analyse([debate(plain)]).why("c")
    assert why.deciding == ("a", "b")
    assert why.reasons[0].ja == "支えとなる a、b にも、反論は見当たらない。"
    assert why.reasons[0].en == "Nothing was said against what it rests on, either: a, b."


def test_a_claim_with_grounds_that_hold_is_doubted_for_what_is_said_against_itself() -> None:
    plain: Plain = {
        "claims": {"ground": claim(supports=["hall"]), "hall": claim("会館が要る")},
        "rebuttals": {"no-hall": claim("会館は要らない", "member", rebuts=["hall"])},
    }
    found = analyse([debate(plain)])
    assert found["hall"].status is Status.CHALLENGED
    assert list(found.why("hall").deciding) == ["no-hall"]


def test_a_conclusion_that_loses_one_ground_of_two_says_which() -> None:
    plain: Plain = {
        "claims": {
            "cheap": claim(supports=["hall"]),
            "near": claim(supports=["hall"]),
            "hall": claim("会館が要る"),
        },
        "rebuttals": {"dear": claim("高くつく", "member", rebuts=["cheap"])},
        "evidence": {"bill": evidence("請求書", backs=["dear"], accepted=True)},
    }
    found = analyse([debate(plain)])
    assert found["hall"].status is Status.DEFENDED
    assert "支えのうち cheap は成り立たないが、ほかの支えが残っている" in found.why("hall").text("ja")
