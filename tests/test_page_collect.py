"""What a page knows: every statement with its verdict, every relation between the right ones, passages, words."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from argmap.diagnostics import Lang
from argmap.graph import ArgumentGraph, Step
from argmap.loading import read
from argmap.loading.sources import look_up
from argmap.model import Debate, Evidence, Statement
from argmap.picture import View, build_picture
from argmap.report import Manner
from argmap.report.html import PageData, collect
from argmap.report.html.words import SCRIPT
from argmap.semantics import Analysis, QuestionStatus, Status, analyse
from argmap.semantics.labelling import label
from argmap.semantics.status import statuses
from tests.debates import Plain, plain_debates
from tests.report_debates import NASTY, ROOT, analysed, asked, debate, hostile, midori, shipped

JA, EN = Manner(lang="ja"), Manner()
SCHEMA = Draft202012Validator(json.loads((ROOT / "schema" / "page.schema.json").read_text(encoding="utf-8")))
PARTIES = {"city": {"name": "市", "side": "government"}, "member": {"name": "議員"}}


def known(given: Debate, *others: Debate, manner: Manner = JA) -> PageData:
    analysis = analysed(given, *others)
    return collect(analysis, given, asked(analysis, [given, *others]), (), manner)


def plain(data: PageData) -> Any:  # noqa: ANN401 - JSON
    return json.loads(data.model_dump_json(exclude_defaults=True))


def named(data: PageData, pairs: Iterable[Sequence[int]]) -> set[tuple[str, ...]]:
    """Positions as ids."""
    return {tuple(data.statements[each].id for each in pair) for pair in pairs}


def steps(data: PageData) -> list[tuple[str, ...]]:
    """Premises, conclusion and undercutters of every step, as ids."""
    return [
        tuple(
            " ".join(data.statements[place].id for place in places)
            for places in (step.premises, (step.conclusion,), step.undercutters)
        )
        for step in data.steps
    ]


def corpora() -> list[tuple[Analysis, Debate]]:
    """Debates to ask everything of: shipped, made up, hostile, and two that refer to each other."""
    analysis, debates = shipped()
    pair = analysed(HERE, THERE)
    alone = [(analysed(one), one) for one in (midori(), hostile(), debate())]
    return [*((analysis, one) for one in debates), *alone, (pair, HERE), (pair, THERE)]


HERE = Debate.model_validate(
    {
        "id": "here",
        "parties": PARTIES,
        "claims": {
            "a": {"text": "A", "by": "city", "answers": ["there#q"], "supports": ["there#far"]},
            "n": {"text": "N", "by": "member", "undercuts": [{"from": "there#p", "to": "there#c"}]},
        },
        "evidence": {"e": {"text": "E", "backs": ["there#b"], "source": "s"}},
        "sources": {"s": {}},
        "questions": {
            "q": {"text": "Q", "about": ["there#alone", "a", "nobody", "there#nothing"], "by": "member"},
        },
    }
)
THERE = Debate.model_validate(
    {
        "id": "there",
        "parties": PARTIES,
        "groups": {"g": "件"},
        "sources": {"s": {"title": "t", "date": "2024-05"}},
        "claims": {
            "p": {"text": "P", "by": "city", "supports": ["c"]},
            "c": {"text": "C", "by": "city"},
            "alone": {"text": "X", "by": "city", "source": {"in": "s", "quote": "x"}, "group": "g"},
            "far": {"text": "F", "by": "city"},
            "reply": {"text": "R", "by": "city", "answers": [{"question": "here#q", "extent": "partial"}]},
            "own": {"text": "O", "by": "city", "answers": ["q"]},
            "unrelated": {"text": "U", "by": "city"},
        },
        "rebuttals": {
            "b": {"text": "B", "by": "member", "rebuts": ["here#a", "unrelated"]},
            "bb": {"text": "BB", "by": "city", "rebuts": ["b"]},
        },
        "evidence": {"proof": {"text": "Proof", "backs": ["bb"], "accepted": True}},
        "questions": {
            "q": {"text": "Q2", "by": "member", "about": ["own"], "review": "candidate"},
            "r": {"text": "Q3", "about": ["here#a"], "by": "city"},
            "z": {"text": "Q4"},
        },
    }
)


def test_everything_that_was_said_is_there_with_its_verdict() -> None:
    for analysis, one in corpora():
        data = collect(analysis, one, (), (), EN)
        own = [said for said in data.statements if not said.elsewhere]
        verdicts = list(analysis.of(one))
        assert [said.id for said in own] == [local for local, _ in one.statements()]
        assert list(data.statements[: len(own)]) == own
        for said, verdict in zip(own, verdicts, strict=True):
            assert (said.text, said.role, said.by) == (
                verdict.statement.text,
                verdict.statement.role,
                verdict.statement.by or "",
            )
            assert (said.status, said.asserted, said.backed, said.force) == (
                verdict.status,
                verdict.asserted,
                verdict.backed,
                verdict.force,
            )
        questions = [said for said in data.questions if not said.elsewhere]
        assert [(said.id, said.status) for said in questions] == [
            (each.id, each.status) for each in analysis.questions_of(one)
        ]


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_verdict_is_explained_and_what_decides_is_pointed_at(lang: Lang) -> None:
    for analysis, one in corpora():
        data = collect(analysis, one, (), (), Manner(lang=lang))
        for said in (*data.statements, *data.questions):
            why = analysis.why(said.id if said.elsewhere else f"{one.id}#{said.id}")
            assert said.says == why.says.say(lang)
            assert said.reasons == tuple(words.say(lang) for words in why.reasons)
            if not said.elsewhere:
                assert [data.statements[place].id for place in said.deciding] == list(why.deciding)


def test_relations_are_between_the_right_statements() -> None:
    data = known(midori())
    assert named(data, data.rebuts) == {
        *(("dear", "cheap"), ("signed", "dear"), ("frozen", "fresh"), ("hair", "safe")),
        *(("no-milk", "tie"), ("tie", "no-milk")),
    }
    assert named(data, data.backs) == {
        *(("survey", "good"), ("contract", "signed"), ("report", "hair"), ("report", "dirty")),
        *(("milk-law", "tie"), ("milk-law", "no-milk")),
    }
    assert steps(data) == [("local", "good", ""), ("cleaned", "rested", "dirty")]
    answers = {
        said.id: [(data.statements[each.statement].id, each.extent) for each in said.answers]
        for said in data.questions
    }
    assert answers == {
        "q-kitchen": [("study", "evasive")],
        "q-menu": [("study", "partial")],
        "q-staff": [],
        "q-please": [],
        "q-back": [],
    }


def test_a_step_from_several_premises_is_one() -> None:
    claims = {
        "a": {"text": "A", "by": "town", "supports": [{"to": "c", "with": ["b"]}]},
        "b": {"text": "B", "by": "town"},
        "c": {"text": "C", "by": "town"},
    }
    data = known(debate(claims=claims, questions={"q": {"text": "Q", "about": ["c", "a"]}}))
    assert steps(data) == [("a b", "c", "")]
    assert named(data, [data.questions[0].about]) == {("c", "a")}


# Other debates


def test_what_the_map_shows_of_other_debates_is_known_and_marked() -> None:
    data = known(HERE, THERE)
    ids = [said.id for said in data.statements]
    assert ids[:3] == ["a", "n", "e"]
    assert sorted(ids[3:]) == sorted(
        f"there#{each}" for each in ("p", "c", "alone", "far", "reply", "b", "bb", "proof")
    )
    assert [said.elsewhere for said in data.statements] == [False] * 3 + [True] * (len(ids) - 3)
    assert [(said.id, said.elsewhere, said.candidate) for said in data.questions] == [
        ("q", False, False),
        ("there#q", True, True),
        ("there#r", True, False),
    ]


def test_every_box_of_the_map_is_known() -> None:
    for analysis, one in corpora():
        data = collect(analysis, one, (), (), EN)
        keys = {
            said.id if said.elsewhere else f"{one.id}#{said.id}"
            for said in (*data.statements, *data.questions)
        }
        assert set(build_picture(analysis, one, View(), "en").box) <= keys


def test_relations_reach_into_other_debates() -> None:
    data = known(HERE, THERE)
    assert named(data, data.rebuts) == {("there#b", "a"), ("there#bb", "there#b")}
    assert named(data, data.backs) == {("e", "there#b"), ("there#proof", "there#bb")}
    assert sorted(steps(data)) == [("a", "there#far", ""), ("there#p", "there#c", "n")]
    here, there, other = data.questions
    assert named(data, [here.about]) == {("there#alone", "a")}
    assert [(data.statements[one.statement].id, one.extent) for one in here.answers] == [
        ("there#reply", "partial")
    ]
    assert [data.statements[one.statement].id for one in there.answers] == ["a"], "the other is not shown"
    assert (named(data, [there.about]), named(data, [other.about])) == ({()}, {("a",)})


def test_what_belongs_to_another_debate_is_not_taken_for_our_own() -> None:
    data = known(HERE, THERE)
    alone = next(said for said in data.statements if said.id == "there#alone")
    assert (alone.by, alone.group, alone.passage) == ("there#city", "", None)
    assert [party.id for party in data.parties] == ["city", "member"]
    assert set(data.walk) == {"q", "n", "e", "a"}
    assert [source.id for source in data.sources] == ["s"]
    rebutter = next(said for said in data.statements if said.id == "there#b")
    assert {data.statements[place].id for place in rebutter.deciding} == {"there#bb", "there#proof"}


SPLIT = ("one", "two")


@settings(max_examples=150)
@given(plain_debates(), st.data())
def test_the_labels_follow_from_what_the_page_knows(plain: Plain, choose: st.DataObject) -> None:
    """So that its script can decide anew when something is left out."""
    home = {name: choose.draw(st.sampled_from(SPLIT)) for section in plain.values() for name in section}
    debates = [Debate.model_validate({"id": each, **_part(plain, home, each)}) for each in SPLIT]
    analysis = analyse(debates)
    for one in debates:
        data = collect(analysis, one, (), (), EN)
        graph = _graph(data, analysis, one)
        asserted, backed = label(graph)
        for place, said in enumerate(data.statements):
            assert said.asserted == asserted.statements[place]
            assert said.backed == backed.statements[place]
            assert said.force == backed.force[place]
            assert (said.sourced, said.conceded) == (_counts(graph.said[place]), _conceded(graph.said[place]))
        found = statuses(graph, asserted, backed)
        assert [said.status for said in data.statements if not said.elsewhere] == [
            status for status, said in zip(found, data.statements, strict=True) if not said.elsewhere
        ]


def _counts(said: Statement) -> bool:
    return isinstance(said, Evidence) and (said.source is not None or said.accepted)


def _conceded(said: Statement) -> bool:
    return said.conceded is not None


def _part(plain: Plain, home: dict[str, str], mine: str) -> Plain:
    """What one of two debates holds; all references name their debate."""

    def moved(value: Any) -> Any:  # noqa: ANN401 - plain data
        if isinstance(value, list):
            return [moved(each) for each in value]
        if isinstance(value, dict):
            return {key: moved(each) for key, each in value.items()}
        return f"{home[value]}#{value}" if value in home else value

    links = ("rebuts", "undercuts", "backs", "supports")
    return {
        section: {
            name: {key: moved(value) if key in links else value for key, value in said.items()}
            for name, said in items.items()
            if home[name] == mine
        }
        for section, items in plain.items()
    }


def _graph(data: PageData, analysis: Analysis, one: Debate) -> ArgumentGraph:
    """The graph that a page knows."""
    keys = [said.id if said.elsewhere else f"{one.id}#{said.id}" for said in data.statements]
    many = range(len(keys))
    steps = [Step(step.premises, step.conclusion, step.undercutters) for step in data.steps]
    return ArgumentGraph(
        keys=keys,
        said=[analysis.graph.said[analysis.graph.number[key]] for key in keys],
        rebutters=[[a for a, b in data.rebuts if b == each] for each in many],
        rebuts=[[b for a, b in data.rebuts if a == each] for each in many],
        steps=steps,
        steps_to=[[k for k, step in enumerate(steps) if step.conclusion == each] for each in many],
        steps_from=[[k for k, step in enumerate(steps) if each in step.premises] for each in many],
        backing=[[a for a, b in data.backs if b == each] for each in many],
        backs=[[b for a, b in data.backs if a == each] for each in many],
    )


# Passages

MINUTES = "第一節\n\n町長　市バスの増便を\n進めてまいります。運賃は変えません。\n\n第二節\n"
BUS = """
debate: {held: 2025-06}
parties: {town: {name: 北浜町}}
sources:
  leaflet: {title: 案内}
  minutes: {title: 会議録, date: 2024-12-05, url: https://example.org/, file: minutes.txt}
claims:
  more: {text: 増便する, by: town, source: {in: minutes, quote: 増便を進めて, at: 3頁}}
  fares: {text: 運賃は変えない, by: town, source: {in: minutes, quote: 運賃は替えません}}
  free: {text: 無料にする, by: town, source: {in: minutes, quote: 無料にいたします}, conceded: {source: {in: minutes, quote: 第二節}}}
  taken: {text: 撤回した, by: town, source: minutes, conceded: {source: {in: minutes, quote: 第二節}}}
  told: {text: 案内した, by: town, source: {in: leaflet, quote: ご案内}}
  lost: {text: 出典が違う, by: town, source: nothing}
  bare: {text: 出典がない, by: town}
questions:
  q: {text: 増便するか, source: {in: minutes, quote: 市バスの増便}}
"""


def passages(folder: Path, lang: Lang = "ja") -> dict[str, dict[str, Any]]:
    file = read(BUS.encode(), id="bus", file="bus.yaml", folder=str(folder))
    other = read(BUS.encode(), id="other", file="other.yaml", folder=str(folder / "nowhere"))
    analysis = analysed(file.debate, other.debate)
    data = collect(analysis, file.debate, (), [*look_up([file]), *look_up([other])], Manner(lang=lang))
    said = plain(data)
    return {
        one["id"]: one.get("passage")
        for one in (*said["statements"], *said["questions"])
        if "#" not in one["id"]
    }


def test_a_quote_is_shown_in_its_passage(tmp_path: Path) -> None:
    (tmp_path / "minutes.txt").write_text(MINUTES, encoding="utf-8")
    found = passages(tmp_path)
    assert found["more"] == {
        "source": 1,
        "at": "3頁",
        "date": "2024年12月5日",
        "quote": "増便を進めて",
        "match": "exact",
        "before": "町長　市バスの",
        "found": "増便を進めて",
        "after": "まいります。運賃は変えません。",
    }
    assert found["q"]["found"] == "市バスの増便"
    assert passages(tmp_path, "en")["more"]["date"] == "5 December 2024"


def test_a_quote_that_is_nearly_there_shows_what_the_source_says(tmp_path: Path) -> None:
    (tmp_path / "minutes.txt").write_text(MINUTES, encoding="utf-8")
    fares = passages(tmp_path)["fares"]
    assert (fares["match"], fares["quote"], fares["found"]) == (
        "near",
        "運賃は替えません",
        "運賃は変えません",
    )
    assert fares["before"] == "町長　市バスの増便を進めてまいります。"


def test_a_quote_that_is_not_there_is_said_to_be_absent(tmp_path: Path) -> None:
    (tmp_path / "minutes.txt").write_text(MINUTES, encoding="utf-8")
    free = passages(tmp_path)["free"]
    assert free["match"] == "absent"
    assert not {"before", "found", "after"} & set(free)


def test_a_quote_is_unchecked_where_there_is_no_file_to_check_it_in(tmp_path: Path) -> None:
    found = passages(tmp_path)
    for name in ("more", "fares", "free", "told"):
        assert not {"match", "before", "found", "after"} & set(found[name]), name
    assert found["told"] == {"source": 0, "date": "2025年6月", "quote": "ご案内"}


def test_only_what_names_a_source_that_there_is_has_a_passage(tmp_path: Path) -> None:
    (tmp_path / "minutes.txt").write_text(MINUTES, encoding="utf-8")
    found = passages(tmp_path)
    assert found["lost"] is found["bare"] is None
    assert found["taken"] == {"source": 1, "date": "2024年12月5日"}, "the quote is of the concession"


def test_the_sources_are_named_with_date_and_address() -> None:
    assert plain(known(midori()))["sources"] == [
        {
            "id": "minutes",
            "title": "みどり町議会会議録",
            "date": "2025年6月10日",
            "url": "https://example.org/a?b=1&c=2",
        },
        {"id": "flyer", "title": "flyer", "url": "javascript:alert(1)"},
    ]


# Words


def test_evidence_says_what_it_is_and_when_and_where() -> None:
    kinds = {"incident": "事例", "statistic": "統計", "document": "文書", "law": "法令", "testimony": "証言"}
    pieces = {
        name: {"text": name, "type": name, "date": "2024-05-01", "place": "公民館", "backs": ["a"]}
        for name in kinds
    }
    claims = {"a": {"text": "A", "by": "town", "conceded": {"on": "2025-01"}, "review": "candidate"}}
    evidence = {**pieces, "plain": {"text": "?"}, "agreed": {"text": "!", "accepted": True}}
    given = debate(claims=claims, evidence=evidence)
    ja, en = (
        {said.id: said for said in known(given, manner=manner).statements if said.role == "evidence"}
        for manner in (JA, EN)
    )
    assert {name: ja[name].type for name in kinds} == kinds
    assert [en[name].type for name in kinds] == list(kinds)
    assert (ja["law"].date, en["law"].date, ja["law"].place) == ("2024年5月1日", "1 May 2024", "公民館")
    assert (ja["plain"].type, ja["plain"].date, ja["plain"].place) == ("", "", "")
    assert [ja[name].sourced for name in ("law", "plain", "agreed")] == [False, False, True]
    claim = known(given).statements[0]
    assert (claim.conceded, claim.candidate, claim.sourced) == (True, True, False)


def test_the_page_says_everything_in_its_language() -> None:
    ja, en = (known(midori(), manner=manner) for manner in (JA, EN))
    assert (ja.lang, ja.spoken, ja.held) == ("ja", "ja", "2025年6月")
    assert (en.lang, en.spoken, en.held) == ("en", "ja", "June 2025")
    assert ja.words == {name: words.ja for name, words in SCRIPT.items()}
    assert en.words == {name: words.en for name, words in SCRIPT.items()}
    assert known(debate()).spoken == "ja"
    assert (known(debate(), manner=EN).spoken, known(debate()).held) == ("en", "")


def test_every_status_is_shown_with_sign_word_and_tone() -> None:
    found = known(midori(), manner=EN).statuses
    assert set(found) == {*(one.value for one in Status), *(one.value for one in QuestionStatus)}
    stand = [shown.stands for shown in found.values()]
    assert stand == sorted(stand, reverse=True), "what stands comes first"
    assert list(found)[-len(QuestionStatus) :] == [one.value for one in QuestionStatus]
    for one in (*Status, *QuestionStatus):
        shown = found[one.value]
        assert (shown.sign, shown.word) == (one.sign, one.words.en)
        assert shown.tone
        assert shown.width > 20
        assert shown.stands == (isinstance(one, Status) and one.stands)


def test_the_badges_are_as_wide_as_in_the_map() -> None:
    given = midori()
    analysis = analysed(given)
    data = known(given)
    for box in build_picture(analysis, given, View(), "ja").boxes:
        if box.badge:
            assert data.statuses[box.badge.name].width == pytest.approx(box.badge.width, abs=0.06)
            assert data.statuses[box.badge.name].tone == box.badge.tone


def test_those_who_speak_are_named_first_those_of_the_list() -> None:
    claims = {"a": {"text": "A", "by": "guest"}, "b": {"text": "B", "by": "member"}}
    data = known(debate(claims=claims, questions={"q": {"text": "Q", "by": "chair"}, "r": {"text": "R"}}))
    assert plain(data)["parties"] == [
        {"id": "town", "name": "町長", "side": "government"},
        {"id": "member", "name": "議員", "side": "councilor"},
        {"id": "guest", "name": "guest", "side": "guest"},
        {"id": "chair", "name": "chair", "side": "chair"},
    ]


def test_only_follow_up_questions_to_this_debate_are_asked() -> None:
    one, other = midori(), hostile()
    analysis = analysed(one, other)
    wanted = asked(analysis, [one])
    data = collect(analysis, one, asked(analysis, [one, other]), (), JA)
    assert len(wanted) > 5
    assert [(each.about, each.group, each.to, each.text, each.why) for each in data.follow_ups] == [
        (each.about, each.group_title, each.to.ja, each.text.ja, each.why.ja) for each in wanted
    ]
    ids = {said.id for said in (*data.statements, *data.questions)}
    assert {each.about for each in data.follow_ups} <= ids


def test_groups_and_turns_are_those_of_the_debate() -> None:
    one = debate(
        groups={"g": "件"},
        claims={"a": {"text": "A", "by": "town", "group": "g", "turn": 3}, "b": {"text": "B", "by": "town"}},
    )
    data = known(one)
    assert plain(data)["groups"] == [{"id": "g", "title": "件"}]
    assert [(said.group, said.turn) for said in data.statements] == [("g", 3), ("", None)]


# As JSON


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_data_keep_to_the_schema_and_come_back_as_they_were(lang: Lang) -> None:
    for analysis, one in corpora():
        data = collect(analysis, one, asked(analysis, [one]), (), Manner(lang=lang, side="councilor"))
        SCHEMA.validate(plain(data))
        assert PageData.model_validate_json(data.model_dump_json(exclude_defaults=True)) == data
        assert (data.format, data.side) == ("argmap-page/1", "councilor")


def test_hostile_texts_come_back_as_they_were() -> None:
    data = plain(known(hostile()))
    assert data["title"] == NASTY
    assert {said["text"] for said in (*data["statements"], *data["questions"])} == {NASTY}
    assert data["statements"][0]["passage"]["quote"] == NASTY


def test_who_has_neither_name_nor_side_is_not_named() -> None:
    data = known(debate(parties={"author": {}}, claims={"a": {"text": "A", "by": "author"}}))
    assert data.parties == ()
