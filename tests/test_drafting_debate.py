"""From a draft to a debate file: it is valid as it stands, and says of everything that nobody has confirmed it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator

from argmap import pipeline
from argmap.diagnostics import Severity
from argmap.drafting.debate import debate_data
from argmap.drafting.review import candidates
from argmap.drafting.values import Outline
from argmap.graph import ArgumentGraph
from argmap.loading import DebateFile, read
from argmap.loading.write import to_yaml
from argmap.model.ids import clean_line, id_of
from argmap.picture import View, build_picture
from argmap.report.json import schema
from argmap.report.json.draft import draft as as_json
from argmap.semantics import analyse
from tests.drafts import link, question, statement, trees, trees_data, turn

WRITTEN = """\
debate: {title: 町だより, lang: ja, held: 2025-06}

parties:
  councilor: {name: 質問者, side: councilor}
  government: {name: 答弁者, side: government}

groups:
  街路樹: 街路樹

sources:
  news: {title: 町だより, date: 2025-06, file: ../news.txt}

claims:
  cut-dead:
    text: 枯れた木だけを切る
    by: government
    kind: fact
    answers: [{question: q-cut, extent: partial, review: candidate}]
    source: {in: news, quote: 枯れた木だけ, at: 答弁}
    group: 街路樹
    turn: 2
    review: candidate
  replant:
    text: 春に植え直す
    by: government
    kind: commitment
    due: 2026-04
    source: {in: news, quote: 春に植え直す, at: 答弁}
    group: 街路樹
    turn: 2
    review: candidate

rebuttals:
  no-shade:
    text: 植え直しても十年は影ができない
    by: councilor
    rebuts: [{to: replant, review: candidate}]
    source: {in: news, quote: 十年は影ができない, at: 指摘}
    group: 街路樹
    turn: 3
    review: candidate

evidence:
  fell:
    text: 昨年は三本が倒れた
    by: councilor
    backs: [{to: no-shade, review: candidate}]
    date: 2024
    place: 中央公園
    source: {in: news, quote: 三本が倒れた, at: 指摘}
    group: 街路樹
    turn: 3
    review: candidate

questions:
  q-cut:
    text: 街路樹を切るのか
    by: councilor
    source: {in: news, quote: 街路樹を切る, at: 質問}
    group: 街路樹
    turn: 1
    review: candidate
  q-cost:
    text: 費用はいくらか
    by: councilor
    source: {in: news, quote: 費用はいくら, at: 質問}
    group: 街路樹
    turn: 1
    review: candidate
"""


def file_of(text: str) -> DebateFile:
    return read(text.encode(), id="trees", file="trees.yaml", folder=".")


def test_a_draft_becomes_a_debate_file_in_the_house_style() -> None:
    assert to_yaml(trees_data()) == WRITTEN


def test_the_debate_file_is_sound_and_everything_in_it_awaits_review() -> None:
    file = file_of(WRITTEN)
    found = pipeline.check(pipeline.corpus_of([file]))
    assert [str(one) for one in found if one.severity is not Severity.NOTE] == []
    assert "9 candidates await review" in " ".join(one.message.en for one in found)
    assert [(one.id, one.key) for one in candidates(file.debate)] == [
        ("cut-dead", ""),
        ("cut-dead", "answers"),
        ("replant", ""),
        ("no-shade", ""),
        ("no-shade", "rebuts"),
        ("fell", ""),
        ("fell", "backs"),
        ("q-cut", ""),
        ("q-cost", ""),
    ]


def test_links_that_nobody_confirmed_are_known_as_such_up_to_the_picture() -> None:
    text = WRITTEN.replace("[{to: no-shade, review: candidate}]", "[no-shade]").replace(
        "    turn: 3\n    review: candidate\n\nevidence",
        "    turn: 3\n    supports: [{to: cut-dead, review: candidate}]\n"
        "    undercuts: [{from: cut-dead, review: candidate}]\n\nevidence",
    )
    text = text.replace("    kind: fact\n", "    kind: fact\n    supports: [replant]\n")
    debate = file_of(text).debate
    graph = ArgumentGraph.of([debate])
    number = graph.number
    assert graph.candidates == {
        ("rebuts", number["trees#no-shade"], number["trees#replant"]),
        ("undercuts", number["trees#no-shade"], 0),
    }
    assert [step.candidate for step in graph.steps] == [False, True]
    assert [given.candidate for given in graph.answers["trees#q-cut"]] == [True]
    lines = build_picture(analyse([debate]), debate, View(), "ja").lines
    assert {(line.kind, line.candidate) for line in lines} == {
        ("answers", True),
        ("backs", False),
        ("rebuts", True),
        ("supports", False),
        ("supports", True),
        ("undercuts", True),
    }


def test_a_link_that_stands_twice_is_confirmed_once_one_of_them_is() -> None:
    text = WRITTEN.replace(
        "[{to: replant, review: candidate}]", "[replant, {to: replant, review: candidate}]"
    )
    file = file_of(text)
    assert ArgumentGraph.of([file.debate]).candidates == {("backs", 3, 2)}
    codes = [one.rule.code for one in pipeline.check(pipeline.corpus_of([file]))]
    assert "AM220" in codes


def test_a_rebuttal_without_a_target_stands_among_the_claims() -> None:
    data = trees_data(links=())
    assert "rebuttals" not in data
    assert "no-shade" in data["claims"]


def test_every_speaker_is_a_party_on_the_side_of_what_they_mostly_do() -> None:
    draft = trees()
    turns = (
        turn(1, "question", "田中（ひろし）議員", ""),
        turn(2, "answer", "市長（山田太郎君）", ""),
        turn(3, "criticism", "田中（ひろし）議員", ""),
        turn(4, "chair", "議長", ""),
        turn(5, "chair", "", ""),
        turn(6, "other", "", ""),
    )
    extra = (*(statement(f"s{n}", "claim", f"t{n}", "休憩とする", "") for n in (4, 5, 6)),)
    outline = replace(draft.outline, turns=turns)
    data = debate_data(replace(draft, outline=outline, statements=(*draft.statements, *extra)), file="x")
    assert data["parties"] == {
        "田中-ひろし-議員": {"name": "田中（ひろし）議員", "side": "councilor"},
        "市長-山田太郎君": {"name": "市長（山田太郎君）", "side": "government"},
        "議長": {"name": "議長"},
        "chair": {"name": "議長"},
        "others": {"name": "その他"},
    }
    assert "groups" not in data
    assert data["claims"]["cut-dead"]["by"] == "市長-山田太郎君"
    assert "quote" not in data["claims"]["s4"]["source"]


def test_links_take_the_form_that_the_format_has_for_them() -> None:
    links = (
        link("fell", "supports", "no-shade"),
        link("fell", "answers", "q-cut"),
        link("replant", "backs", "cut-dead"),
        link("cut-dead", "supports", "no-shade", with_=("replant",)),
        link("cut-dead", "supports", "no-shade"),
        link("cut-dead", "supports", "cut-dead"),
    )
    data = trees_data(
        links=links,
        questions=(question("q", "なぜか", "なぜ", kind="request", answered_by=("replant", "fell")),),
    )
    assert data["evidence"]["fell"]["backs"] == [{"to": "no-shade", "review": "candidate"}]
    assert "answers" not in data["evidence"]["fell"]
    assert data["claims"]["replant"]["supports"] == [{"to": "cut-dead", "review": "candidate"}]
    assert data["claims"]["replant"]["answers"] == [
        {"question": "q", "extent": "full", "review": "candidate"}
    ]
    assert data["claims"]["cut-dead"]["supports"] == [
        {"to": "no-shade", "with": ["replant"], "review": "candidate"}
    ]
    assert data["questions"]["q"]["kind"] == "request"


def test_a_document_without_title_or_kana_is_called_after_its_file() -> None:
    draft = trees()
    document = replace(draft.outline.document, name="…….txt", text="Trees.", title="", date=None)
    data = debate_data(replace(draft, outline=replace(draft.outline, document=document)), file="x")
    assert data["debate"] == {"title": "……", "lang": "en"}
    assert list(data["sources"]) == ["source"]
    assert data["parties"]["government"]["name"] == "Answer"


def test_articles_of_one_name_up_to_the_cut_have_ids_of_their_own() -> None:
    draft = trees()
    long = "とても長い記事の題名" * 3
    turns = (
        turn(1, "question", "", f"{long}一"),
        turn(2, "answer", "", f"{long}二"),
        turn(3, "answer", "", "？？"),
    )
    data = debate_data(
        replace(draft, outline=Outline(document=draft.outline.document, turns=turns)), file="x"
    )
    assert list(data["groups"]) == [long[:24], f"{long[:24]}-2", "x"]


@pytest.mark.parametrize(
    ("text", "found"), [("(1) 公園・緑地", "1-公園-緑地"), ("ＡＢＣ　保育", "ABC-保育"), ("※", "")]
)
def test_ids_are_made_of_letters_and_digits(text: str, found: str) -> None:
    assert id_of(text) == found


def test_what_a_debate_file_cannot_hold_is_left_out_of_texts() -> None:
    assert clean_line("か\u3099ん\x0cばる\ud800 \u202e") == "がん ばる"


def test_the_json_of_a_draft_keeps_to_its_schema() -> None:
    data = json.loads(as_json(trees(), "en"))
    Draft202012Validator(json.loads(schema("draft"))).validate(data)
    assert data["format"] == "argmap-draft/1"
    assert data["document"]["sha256"] == "a" * 64
    assert data["links"][0] == {
        "from": "cut-dead",
        "to": "q-cut",
        "kind": "answers",
        "because": "it takes up the same words",
        "extent": "partial",
        "with": [],
        "review": "candidate",
    }
    assert data["questions"][1]["status"] == "none-found"
    assert data["statements"][0]["spans"] == [[0, 3]]
    assert [one["found"] for one in data["quotes"]] == ["植え直す", None]
    assert data["notes"] == ["it takes up the same words"]
    assert json.loads(as_json(trees(), "ja"))["repairs"][0]["text"] == "同じ言葉を取り上げている"
