"""Running `ingest` again: what a person decided stays, what nobody touched follows the document."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from argmap.drafting.debate import DebateData
from argmap.drafting.matching import Mark, match
from argmap.drafting.merge import Merged, merge
from argmap.drafting.record import Record, UnreadableRecordError, record_of
from argmap.drafting.review import Candidate, candidates, confirmed, refused
from argmap.loading import DebateFile, read
from argmap.loading.edit import edit
from argmap.loading.write import to_yaml
from tests.drafts import link, question, statement, trees, trees_data


@dataclass
class Desk:
    """A debate file and its record, as `ingest` and a person change them in turn."""

    text: str = ""
    record: Record = field(default_factory=Record)

    def ingest(self, data: DebateData, sha256: str = "x") -> Merged:
        present = self.plain() if self.text else {}
        merged = merge(present, self.record, data, sha256=sha256)
        self.text = edit(self.text.encode(), merged.changes).decode() if self.text else to_yaml(data)
        self.record = record_of(merged.record.text().encode())
        assert [str(one) for one in self.file().diagnostics] == []
        return merged

    def file(self) -> DebateFile:
        return read(self.text.encode(), id="trees", file="trees.yaml", folder=".")

    def plain(self) -> Any:  # noqa: ANN401 - plain data
        root = self.file().root
        assert root is not None
        return root.plain()

    def put(self, before: str, after: str) -> None:
        assert self.text.count(before) == 1
        self.text = self.text.replace(before, after)

    def one(self, name: str, key: str = "") -> Candidate:
        return next(one for one in candidates(self.file().debate) if (one.id, one.key) == (name, key))

    def confirm(self, name: str, key: str = "", text: str | None = None) -> None:
        self.text = edit(self.text.encode(), confirmed(self.plain(), self.one(name, key), text)).decode()

    def refuse(self, name: str, key: str = "") -> None:
        changes, self.record = refused(self.plain(), self.record, self.one(name, key))
        self.text = edit(self.text.encode(), changes).decode()


@pytest.fixture
def desk() -> Desk:
    """After the first run."""
    found = Desk()
    assert found.ingest(trees_data()).added == 6
    return found


def reworded(name: str, text: str, quote: str | None = None) -> DebateData:
    """The data of a corrected document, in which one statement says something else."""
    data = trees_data()
    for section in ("claims", "rebuttals", "evidence", "questions"):
        if name in data[section]:
            data[section][name]["text"] = text
            data[section][name]["source"]["quote"] = quote or text[:6]
    return data


def test_the_same_document_again_changes_nothing(desk: Desk) -> None:
    before = desk.text
    merged = desk.ingest(trees_data())
    assert (merged.changes, merged.added, merged.updated, merged.removed) == ({}, 0, 0, 0)
    assert desk.text == before


def test_a_candidate_that_nobody_touched_follows_the_document(desk: Desk) -> None:
    before = desk.text.splitlines()
    assert desk.ingest(reworded("replant", "春に苗木を植え直す")).updated == 1
    after = desk.text.splitlines()
    assert [line for line in after if line not in before] == [
        "    text: 春に苗木を植え直す",
        "    source: {in: news, quote: 春に苗木を植, at: 答弁}",
    ]


def test_what_was_confirmed_or_edited_stays_as_it_is(desk: Desk) -> None:
    desk.confirm("replant")
    desk.confirm("cut-dead", text="市は、枯れた木だけを切ると言う")
    desk.put("text: 昨年は三本が倒れた", "text: 三本倒れた  # 市報による")
    before = desk.text
    data = reworded("replant", "春に苗木を植え直す")
    data["claims"]["cut-dead"]["text"] = "枯れ木だけを切る"
    data["evidence"]["fell"]["text"] = "昨年は四本が倒れた"
    merged = desk.ingest(data)
    assert desk.text == before
    assert merged.changes == {}


@pytest.mark.parametrize("by_hand", [False, True])
def test_what_was_rejected_does_not_come_back(desk: Desk, by_hand: bool) -> None:  # noqa: FBT001 - a parameter
    if by_hand:
        start = desk.text.index("  no-shade:")
        end = desk.text.index("\nevidence:")
        desk.text = desk.text[:start] + desk.text[end:]
        desk.put("    backs: [{to: no-shade, review: candidate}]\n", "")
    else:
        desk.refuse("no-shade")
    before = desk.text
    assert "no-shade" not in before
    desk.ingest(trees_data())
    assert desk.text == before
    data = trees_data()
    data["rebuttals"] = {"shade-lost": data["rebuttals"]["no-shade"]}
    data["evidence"]["fell"]["backs"] = [{"to": "shade-lost", "review": "candidate"}]
    desk.ingest(data, "corrected")
    assert desk.text == before


@pytest.mark.parametrize("by_hand", [False, True])
def test_a_rejected_link_does_not_come_back(desk: Desk, by_hand: bool) -> None:  # noqa: FBT001 - a parameter
    if by_hand:
        desk.put("    backs: [{to: no-shade, review: candidate}]\n", "")
    else:
        desk.refuse("fell", "backs")
    before = desk.text
    assert "backs" not in before
    desk.ingest(trees_data())
    desk.ingest(trees_data())
    assert desk.text == before


def test_a_confirmed_link_stays_and_a_new_one_is_added_as_a_candidate(desk: Desk) -> None:
    desk.confirm("no-shade", "rebuts")
    data = trees_data()
    data["rebuttals"]["no-shade"]["rebuts"] = [{"to": "cut-dead", "review": "candidate"}]
    assert desk.ingest(data).added == 1
    assert "    rebuts: [replant, {to: cut-dead, review: candidate}]\n" in desk.text


def test_an_untouched_link_follows_the_document(desk: Desk) -> None:
    data = trees_data()
    data["claims"]["cut-dead"]["answers"][0]["extent"] = "evasive"
    data["evidence"]["fell"]["backs"] = [{"to": "cut-dead", "review": "candidate"}]
    merged = desk.ingest(data)
    assert (merged.added, merged.updated, merged.removed) == (1, 1, 1)
    assert "{question: q-cut, extent: evasive, review: candidate}" in desk.text
    assert "backs: [{to: cut-dead, review: candidate}]" in desk.text
    del data["evidence"]["fell"]["backs"]
    data["claims"]["replant"]["supports"] = [{"to": "cut-dead", "with": ["fell"], "review": "candidate"}]
    assert desk.ingest(data).removed == 1
    assert "supports: [{to: cut-dead, with: [fell], review: candidate}]" in desk.text


def test_of_several_links_only_the_untouched_one_goes(desk: Desk) -> None:
    desk.put(
        "backs: [{to: no-shade, review: candidate}]", "backs: [replant, {to: no-shade, review: candidate}]"
    )
    data = trees_data()
    data["evidence"]["fell"]["backs"] = [{"to": "cut-dead", "review": "candidate"}]
    desk.ingest(data)
    assert "    backs: [replant, {to: cut-dead, review: candidate}]\n" in desk.text


def test_a_rebuttal_keeps_its_last_target(desk: Desk) -> None:
    desk.confirm("no-shade")
    data = trees_data(links=())
    desk.ingest(data)
    assert "    rebuts: [{to: replant, review: candidate}]\n" in desk.text


def test_a_new_find_is_added_and_what_is_gone_goes(desk: Desk) -> None:
    statements = (*trees().statements[:3], statement("birds", "evidence", "t3", "鳥の巣も失われた", "鳥の巣"))
    data = trees_data(statements=statements, links=(*trees().links[:2], link("birds", "backs", "no-shade")))
    merged = desk.ingest(data)
    assert (merged.added, merged.removed) == (1, 1)
    assert list(desk.file().debate.evidence) == ["birds"]


def test_what_is_gone_stays_while_something_refers_to_it(desk: Desk) -> None:
    desk.put(
        "    by: councilor\n    source: {in: news, quote: 街路樹を切る, at: 質問}",
        "    by: councilor\n    about: [fell]\n    source: {in: news, quote: 街路樹を切る, at: 質問}",
    )
    desk.confirm("no-shade")
    gone = trees_data(statements=trees().statements[:2], links=trees().links[:1])
    desk.ingest(gone)
    debate = desk.file().debate
    assert (list(debate.evidence), list(debate.rebuttals)) == (["fell"], ["no-shade"])


def test_a_find_that_got_another_id_keeps_the_one_it_has(desk: Desk) -> None:
    data = trees_data()
    data["claims"] = {"c1": data["claims"]["replant"], "c2": data["claims"]["cut-dead"]}
    data["claims"]["c1"]["source"]["quote"] = "植え直す"
    data["rebuttals"]["no-shade"]["rebuts"] = [{"to": "c1", "review": "candidate"}]
    desk.ingest(data)
    assert list(desk.file().debate.claims) == ["cut-dead", "replant"]
    assert desk.file().debate.rebuttals["no-shade"].rebuts[0].to == "replant"


def test_an_id_that_means_something_else_today_is_not_taken_for_the_old_one(desk: Desk) -> None:
    desk.confirm("replant")
    data = reworded("replant", "駐車場を広げる計画はない")
    desk.ingest(data)
    assert desk.file().debate.claims["replant"].text == "春に植え直す"
    assert desk.file().debate.claims["replant-2"].text == "駐車場を広げる計画はない"


def test_an_untouched_statement_may_change_its_section(desk: Desk) -> None:
    data = trees_data(links=trees().links[:1])
    desk.ingest(data)
    assert list(desk.file().debate.claims) == ["cut-dead", "replant", "no-shade"]
    assert not desk.file().debate.rebuttals


def test_a_rebuttal_whose_target_was_rejected_comes_as_a_claim(desk: Desk) -> None:
    desk.refuse("replant")
    assert list(desk.file().debate.claims) == ["cut-dead", "no-shade"]
    before = desk.text
    desk.ingest(trees_data())
    assert desk.text == before


def test_a_step_goes_with_a_premise_that_is_rejected(desk: Desk) -> None:
    links = (
        *trees().links,
        link("cut-dead", "supports", "q", with_=("replant",)),
        link("no-shade", "rebuts", "cut-dead"),
    )
    new = Desk()
    data = trees_data(links=links, questions=())
    data["claims"]["cut-dead"]["supports"][0]["to"] = "fell"
    del data["claims"]["cut-dead"]["answers"]
    new.ingest(data)
    new.refuse("replant")
    debate = new.file().debate
    assert debate.claims["cut-dead"].supports == ()
    assert [one.to for one in debate.rebuttals["no-shade"].rebuts] == ["cut-dead"]
    assert desk.text != new.text


def test_a_rebuttal_that_lost_its_target_keeps_its_other_links() -> None:
    desk = Desk()
    links = (*trees().links, link("no-shade", "answers", "q-cut"), link("no-shade", "answers", "q-cost"))
    desk.ingest(trees_data(links=links))
    desk.put(
        "    rebuts: [{to: replant, review: candidate}]\n    answers",
        "    rebuts: [{to: replant, review: candidate}]\n    supports: [cut-dead, {to: replant}]\n    answers",
    )
    desk.refuse("replant")
    entry = desk.plain()["claims"]["no-shade"]
    assert entry["supports"] == ["cut-dead"]
    assert len(entry["answers"]) == 2
    assert "    turn: 3\n" in desk.text
    desk.put("    turn: 3\n    review: candidate\n\nrebuttals", "    review: candidate\n\nrebuttals")


def test_a_rejected_link_leaves_a_rebuttal_as_a_claim(desk: Desk) -> None:
    desk.put(
        "    group: 街路樹\n    turn: 3\n    review: candidate\n\nevidence",
        "    review: candidate\n\nevidence",
    )
    desk.refuse("no-shade", "rebuts")
    assert "no-shade" in desk.file().debate.claims
    before = desk.text
    desk.ingest(trees_data())
    assert desk.text == before


def test_a_person_may_rename_parties_and_groups(desk: Desk) -> None:
    desk.text = desk.text.replace("by: government", "by: city").replace(
        "  government: {name: 答弁者", "  city: {name: 町長"
    )
    desk.text = desk.text.replace("group: 街路樹", "group: trees").replace(
        "  街路樹: 街路樹", "  trees: 街路樹"
    )
    before = desk.text
    desk.ingest(trees_data())
    assert desk.text == before
    new = statement("count", "claim", "t2", "町の木は八百本ある", "八百本")
    desk.ingest(trees_data(statements=(*trees().statements, new)))
    assert desk.plain()["claims"]["count"]["by"] == "city"
    assert desk.plain()["claims"]["count"]["group"] == "trees"
    assert [str(one) for one in desk.file().diagnostics] == []


def test_a_corrected_copy_under_another_name_is_the_same_document(desk: Desk) -> None:
    desk.refuse("fell")
    data = trees_data()
    data["sources"] = {"news-v2": {**data["sources"]["news"], "file": "../news-v2.txt"}}
    for section in ("claims", "rebuttals", "evidence", "questions"):
        for entry in data[section].values():
            entry["source"]["in"] = "news-v2"
    desk.ingest(data)
    assert desk.plain()["sources"] == {
        "news": {"title": "町だより", "date": "2025-06", "file": "../news-v2.txt"}
    }
    assert "fell" not in desk.text


def test_another_document_joins_with_a_source_of_its_own(desk: Desk) -> None:
    draft = trees()
    document = replace(draft.outline.document, name="minutes.txt")
    said = (statement("park", "claim", "t2", "公園の木は切らない", "公園の木"),)
    data = trees_data(
        outline=replace(draft.outline, document=document), statements=said, questions=(), links=()
    )
    data["sources"]["minutes"]["file"] = "../minutes.txt"
    merged = desk.ingest(data)
    assert (merged.source, merged.added, merged.removed) == ("minutes", 1, 0)
    assert set(desk.record.documents) == {"news", "minutes"}
    before = desk.text
    desk.ingest(trees_data())
    assert desk.text == before


def test_a_debate_without_a_record_keeps_everything_it_has() -> None:
    desk = Desk(
        "sources:\n  mine: {file: ../news.txt}\nclaims:\n  a: {text: 枯れた木だけを切る, by: x, review: candidate}\n"
        "parties:\n  x: {name: 答弁者}\n"
    )
    desk.ingest(trees_data())
    plain = desk.plain()
    assert plain["claims"]["a"] == {
        "text": "枯れた木だけを切る",
        "by": "x",
        "review": "candidate",
        "answers": [{"question": "q-cut", "extent": "partial", "review": "candidate"}],
    }
    assert plain["claims"]["replant"]["by"] == "x"
    assert plain["sources"] == {"mine": {"file": "../news.txt"}}
    assert plain["debate"]["title"] == "町だより"


def test_an_entry_that_came_back_by_hand_is_welcome(desk: Desk) -> None:
    before = desk.text
    desk.refuse("fell")
    desk.text = before
    desk.ingest(trees_data())
    assert "fell" in desk.file().debate.evidence


def test_a_damaged_record_is_not_taken_for_an_empty_one() -> None:
    with pytest.raises(UnreadableRecordError):
        record_of(b"{")


def test_matching_is_one_to_one_and_prefers_the_nearest() -> None:
    known = {
        "a": Mark("街路樹を切る計画がある"),
        "b": Mark("街路樹を切る計画はない"),
        "c": Mark("別のこと", "同じ引用"),
    }
    found = {
        "x": Mark("街路樹を切る計画はない"),
        "y": Mark("街路樹を切る計画があるか"),
        "z": Mark("違う言い方", "「同じ引用」"),
        "w": Mark("街路樹を切る計画がない"),
    }
    assert match(found, known) == {"x": "b", "y": "a", "z": "c"}
    assert match({"a": Mark("図書館の本")}, {"a": Mark("駅前の道")}) == {}


def test_what_belongs_to_no_article_has_no_group(desk: Desk) -> None:
    data = trees_data()
    del data["evidence"]["fell"]["group"]
    assert desk.ingest(data).updated == 1
    assert "group" not in desk.plain()["evidence"]["fell"]
    assert desk.ingest(data).changes == {}


def test_merging_leaves_its_arguments_alone(desk: Desk) -> None:
    data = trees_data(questions=(question("q", "なぜか", "なぜ"),))
    before = deepcopy(data)
    desk.ingest(data)
    assert data == before
