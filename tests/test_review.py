"""`argmap review`: one candidate after the other, and every decision in the file at once."""

from __future__ import annotations

import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from argmap.cli import cli
from argmap.drafting.record import record_of
from argmap.drafting.review import Candidate, candidates, confirmed
from argmap.loading import load_file
from argmap.loading.write import to_yaml
from tests.drafts import TEXT, trees_data


@pytest.fixture
def trees(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A drafted debate with its source beside the folder of the debates, and a terminal to talk to."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("argmap.cli.reviewing.terminal", lambda _: True)
    (tmp_path / "news.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "claims").mkdir()
    file = tmp_path / "claims" / "trees.yaml"
    file.write_text("# ours\n" + to_yaml(trees_data()), encoding="utf-8")
    return file


def review(*answers: str, lang: str = "en") -> Result:
    words = ["review", "--lang", lang]
    return CliRunner().invoke(cli, words, input="".join(f"{answer}\n" for answer in answers))


def waiting(file: Path) -> list[tuple[str, str]]:
    return [(one.id, one.key) for one in candidates(load_file(file).debate)]


def test_everything_can_be_confirmed(trees: Path) -> None:
    before = trees.read_text(encoding="utf-8").splitlines()
    done = review(*"ccccccccc")
    assert done.exit_code == 0
    assert "9 decided, 0 still to be reviewed" in done.stdout
    assert waiting(trees) == []
    after = trees.read_text(encoding="utf-8").splitlines()
    assert after[0] == "# ours"
    assert [line for line in after if line not in before] == [
        "    answers: [{question: q-cut, extent: partial}]",
        "    rebuts: [replant]",
        "    backs: [no-shade]",
    ]
    assert review().stdout == "nothing awaits review\n"


def test_a_candidate_is_shown_with_its_place_its_passage_and_its_links(trees: Path) -> None:
    shown = review("s", "s", "q").stdout
    assert "claim  cut-dead  (claims/trees.yaml:15:3)" in shown
    assert "  答弁者: 枯れた木だけを切る" in shown
    assert "    answers → q-cut: 街路樹を切るのか" in shown
    assert "  質問 街路樹を切るのか。費用はいくらか。答弁 【枯れた木だけ】を切る。春に植え直す。" in shown
    assert waiting(trees)[0] == ("cut-dead", "")
    assert "主張  cut-dead" in review("q", lang="ja").stdout


def test_a_text_can_be_edited(trees: Path) -> None:
    review("e", "枯れた木は切る", "q")
    said = load_file(trees).debate.claims["cut-dead"]
    assert (said.text, said.review) == ("枯れた木は切る", None)


def test_a_link_has_no_text_to_edit(trees: Path) -> None:
    done = review("c", "e", "q")
    assert "'e' is not one of" in done.stdout
    assert ("cut-dead", "answers") in waiting(trees)


def test_what_is_rejected_goes_with_the_links_to_it_and_is_remembered(trees: Path) -> None:
    review("s", "s", "r", "q")
    debate = load_file(trees).debate
    assert "replant" not in debate.claims
    assert debate.claims["no-shade"].rebuts == ()
    record = record_of(trees.with_name("trees.ingest.json").read_bytes())
    assert [(one.id, one.quote) for one in record.refused] == [("replant", "春に植え直す")]


def test_a_rejected_link_is_remembered(trees: Path) -> None:
    review("c", "r", "q")
    assert load_file(trees).debate.claims["cut-dead"].answers == ()
    data = json.loads(trees.with_name("trees.ingest.json").read_text(encoding="utf-8"))
    assert data["refused_links"] == [{"from_": "cut-dead", "key": "answers", "to": "q-cut"}]


@pytest.mark.parametrize("stop", [click.Abort, KeyboardInterrupt, EOFError])
def test_an_interruption_loses_nothing(
    trees: Path, monkeypatch: pytest.MonkeyPatch, stop: type[BaseException]
) -> None:
    answers = iter(["c", "c"])

    def prompt(*_: object, **__: object) -> str:
        try:
            return next(answers)
        except StopIteration:
            raise stop from None

    monkeypatch.setattr("click.prompt", prompt)
    done = review()
    assert done.exit_code == 0
    assert "2 decided, 7 still to be reviewed" in done.stdout
    assert len(waiting(trees)) == 7


def test_input_that_ends_is_an_interruption(trees: Path) -> None:
    assert "1 decided, 8 still" in review("c").stdout
    assert len(waiting(trees)) == 8


def test_without_a_terminal_it_says_so(trees: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.chdir(trees.parent.parent)
    done = review()
    assert done.exit_code == 2
    assert "run it in a terminal (9 candidates await review)" in done.stderr


def test_a_passage_that_cannot_be_shown_is_said(trees: Path) -> None:
    absent = "the passage was not found in the source"
    assert absent not in review("q").stdout
    (trees.parent.parent / "news.txt").write_text("ほかの文書。", encoding="utf-8")
    assert absent in review("q").stdout
    (trees.parent.parent / "news.txt").unlink()
    assert absent in review("q").stdout
    text = trees.read_text(encoding="utf-8")
    trees.write_text(text.replace("{in: news, quote: 枯れた木だけ, at: 答弁}", "news"), encoding="utf-8")
    assert absent in review("q").stdout


def test_what_cannot_be_edited_safely_is_said(trees: Path) -> None:
    text = trees.read_text(encoding="utf-8")
    trees.write_text(text.replace("lang: ja", "lang: &x ja"), encoding="utf-8")
    done = review("c")
    assert done.exit_code == 2
    assert "claims/trees.yaml: the file has faults" in done.stderr


def test_a_reference_into_another_debate_is_shown_as_it_is(trees: Path) -> None:
    text = trees.read_text(encoding="utf-8")
    text = text.replace(
        "rebuts: [{to: replant, review: candidate}]",
        "rebuts: [replant, other#x]\n    undercuts: [{from: cut-dead, review: candidate}]",
    )
    trees.write_text(
        text.replace("    kind: fact\n", "    kind: fact\n    supports: [replant]\n"), encoding="utf-8"
    )
    shown = review("s", "s", "s", "s", "s", "q").stdout
    assert "rebuts → other#x: " in shown
    assert "undercuts a step from → cut-dead: 枯れた木だけを切る" in shown


def test_a_full_answer_is_confirmed_in_its_short_form() -> None:
    plain = {"claims": {"a": {"answers": [{"question": "q", "extent": "full", "review": "candidate"}]}}}
    one = Candidate(section="claims", id="a", key="answers", position=0, target="q")
    assert confirmed(plain, one) == {("claims", "a", "answers", 0): "q"}
