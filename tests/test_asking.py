"""`argmap questions` and `argmap decide`: the wishes at the command line, and decisions that stay."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from docx import Document

from argmap.cli import cli
from argmap.cli.asking import Duration
from argmap.config import TEMPLATES

BRIDGE = """\
# ours
debate: {title: Bridge, lang: en, held: 2025-06}
parties:
  town: {name: Mayor, side: government}
  member: {name: Councilor, side: councilor}
groups: {bridge: The bridge, school: The school}
claims:
  safe: {text: The bridge is safe, by: town, group: bridge}
questions:
  q-when: {text: When is the bridge repaired?, by: member, group: bridge}
  q-rooms: {text: Are there enough class rooms?, by: member, group: school}
"""
SAFE, WHEN, ROOMS = "unrebutted-claim-safe", "unanswered-question-q-when", "unanswered-question-q-rooms"
Run = Callable[..., Result]


@pytest.fixture
def bridge(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A debate with three gaps in `claims/` of the working directory, and a terminal to talk to."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("argmap.cli.deciding.terminal", lambda _: True)
    file = tmp_path / "claims" / "bridge.yaml"
    file.parent.mkdir()
    file.write_text(BRIDGE, encoding="utf-8")
    return file


def run(*words: str, answers: tuple[str, ...] = ()) -> Result:
    return CliRunner().invoke(cli, words, input="".join(f"{answer}\n" for answer in answers))


def asked(*words: str) -> list[str]:
    done = run("questions", "--format", "json", *words)
    assert done.exit_code == 0, done.output
    return [one["id"] for one in json.loads(done.stdout)["questions"]]


def added(file: Path) -> list[str]:
    """The lines that stand below the debate as it was."""
    text = file.read_text(encoding="utf-8")
    assert text.startswith(BRIDGE)
    return text[len(BRIDGE) :].split("\n")


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("20m", 1200), ("20", 1200), ("90s", 90), ("1h30m", 5400), ("1m30s", 90), ("1時間30分", 5400)],
)
def test_a_time(text: str, seconds: int) -> None:
    assert Duration().convert(text, None, None) == seconds
    assert Duration().convert(seconds, None, None) == seconds


@pytest.mark.parametrize("text", ["", "0", "m", "20x", "-5", "1.5m", "２０m x"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(click.BadParameter, match="is no time such as 20m"):
        Duration().convert(text, None, None)


def test_questions_can_be_wished_for(bridge: Path) -> None:
    assert bridge.exists()
    assert set(asked()) == {SAFE, WHEN, ROOMS}
    assert asked("--only", "unrebutted-claim") == [SAFE]
    assert asked("--pick", f"{ROOMS}, {SAFE}") == [SAFE, ROOMS]
    assert set(asked("--party", "Mayor")) == {SAFE, WHEN, ROOMS}
    assert asked("--party", "Councilor") == []
    assert asked("--limit", "1s") == []


def test_what_the_time_does_not_allow_is_counted(bridge: Path) -> None:
    assert bridge.exists()
    done = run("questions", "--limit", "5s")
    assert (done.exit_code, done.stderr) == (
        0,
        "argmap: no question fits what was wished for (3 in all)\nargmap: 3 left out, for the time is full\n",
    )
    assert run("decide", "--take", WHEN).exit_code == 0
    assert run("questions", "--limit", "5s").stderr.endswith(f"argmap: among them, though taken: {WHEN}\n")


def test_an_unknown_kind_or_question_is_named(bridge: Path) -> None:
    assert bridge.exists()
    done = run("questions", "--only", "nope")
    assert done.exit_code == 2
    assert "'nope' is none of " in done.stderr
    done = run("questions", "--pick", "unrebutted-claim-saf")
    assert done.exit_code == 2
    assert done.stderr == (f"argmap: there is no question unrebutted-claim-saf (did you mean `{SAFE}`?)\n")
    done = run("questions", "--pick", "safe")
    assert done.stderr == f"argmap: there is no question safe (about it: {SAFE})\n"


def test_decisions_are_written_below_the_debate_and_survive(bridge: Path) -> None:
    done = run("decide", "--take", WHEN, "--drop", SAFE, "--reword", ROOMS, "  How many rooms? ")
    assert (done.exit_code, done.output) == (0, "")
    assert added(bridge) == [
        "",
        "follow-ups:",
        f"  {WHEN}: {{decision: take}}",
        f"  {SAFE}: {{decision: drop}}",
        f'  {ROOMS}: {{text: "How many rooms?"}}',
        "",
    ]
    assert set(asked()) == {WHEN, ROOMS}
    done = run("questions", "--format", "json")
    (rooms,) = (one for one in json.loads(done.stdout)["questions"] if one["id"] == ROOMS)
    assert (rooms["text"], rooms["notice"], rooms["decision"]) == (
        "How many rooms?",
        "How many rooms?",
        "reword",
    )
    assert done.stderr == "argmap: 1 dropped by decision\n"
    assert asked("--pick", SAFE) == [SAFE]


def test_a_decision_can_be_undone(bridge: Path) -> None:
    run("decide", "--take", WHEN, "--drop", SAFE)
    run("decide", "--undo", WHEN)
    assert added(bridge) == ["", "follow-ups:", f"  {SAFE}: {{decision: drop}}", ""]
    run("decide", "--undo", SAFE)
    assert "follow-ups" not in bridge.read_text(encoding="utf-8")


def test_what_cannot_be_decided_changes_nothing(bridge: Path) -> None:
    for words, message in (
        (("--take", "nope"), "there is no question nope"),
        (("--undo", "nope"), "there is no question nope"),
        (("--reword", SAFE, " "), "the text is empty"),
    ):
        done = run("decide", *words)
        assert done.exit_code == 2
        assert message in done.stderr
    assert bridge.read_text(encoding="utf-8") == BRIDGE


def test_a_decision_goes_into_the_debate_it_belongs_to(bridge: Path) -> None:
    other = bridge.with_name("pond.yaml")
    pond = BRIDGE.replace("safe:", "deep:")
    other.write_text(pond.replace("q-when", "q-pond"), encoding="utf-8")
    before = other.read_bytes()
    run("decide", "--drop", SAFE)
    assert added(bridge)[1:] == ["follow-ups:", f"  {SAFE}: {{decision: drop}}", ""]
    assert other.read_bytes() == before


def test_decisions_on_questions_that_are_gone_are_told(bridge: Path) -> None:
    bridge.write_text(BRIDGE + "follow-ups: {gone: {decision: take}}\n", encoding="utf-8")
    assert run("questions").stderr == "argmap: no such question arises any more: bridge#gone\n"
    run("decide", "--undo", "gone")
    assert run("questions").stderr == ""


def test_one_by_one(bridge: Path) -> None:
    first = asked()
    done = run("decide", answers=("t", "d", "r", "My words.", "Mine, written."))
    assert "3 decided, 0 still undecided" in done.stdout
    assert added(bridge)[2:] == [
        f"  {first[0]}: {{decision: take}}",
        f"  {first[1]}: {{decision: drop}}",
        f'  {first[2]}: {{text: My words., notice: "Mine, written."}}',
        "",
    ]
    assert "0 decided, 0 still undecided" in run("decide").stdout


def test_a_question_is_shown_with_its_reason(bridge: Path) -> None:
    assert bridge.exists()
    shown = run("decide", answers=("s", "q")).stdout
    assert "  Why: " in shown
    assert "  To: Mayor" in shown
    assert "[t] take  [r] reword  [d] drop  [s] skip  [q] quit > " in shown
    assert "0 decided, 3 still undecided" in shown


def test_input_that_ends_loses_nothing(bridge: Path) -> None:
    done = run("decide", answers=("d",))
    assert "1 decided, 2 still undecided" in done.stdout
    assert len(added(bridge)) == 4


def test_without_a_terminal_it_says_what_to_do(bridge: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert bridge.exists()
    monkeypatch.setattr("argmap.cli.deciding.terminal", lambda _: False)
    done = run("decide")
    assert done.exit_code == 2
    assert (
        "name what to decide (--take, --drop, --reword), or run it in a terminal (3 undecided)" in done.stderr
    )


def test_a_file_that_cannot_be_written_is_said(bridge: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("argmap.drafts.write", refuse)
    done = run("decide", "--take", SAFE)
    assert done.exit_code == 2
    assert "claims/bridge.yaml" in done.stderr
    assert "No space left" in done.stderr
    assert bridge.read_text(encoding="utf-8") == BRIDGE


def test_the_brief_is_a_pdf_and_of_several_debates_a_folder(bridge: Path) -> None:
    assert run("brief", "-o", "out/brief.pdf").exit_code == 0
    assert Path("out/brief.pdf").read_bytes().startswith(b"%PDF-")
    bridge.with_name("pond.yaml").write_text(BRIDGE, encoding="utf-8")
    assert run("brief", "-o", "all").exit_code == 0
    assert sorted(path.name for path in Path("all").iterdir()) == ["bridge.pdf", "pond.pdf"]


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_form_can_be_taken_out_edited_and_put_in_its_place(bridge: Path, name: str) -> None:
    assert bridge.exists()
    file = "ours.typ" if name == "brief" else "ours.docx"
    assert run("template", name, "-o", file).exit_code == 0
    Path("argmap.toml").write_text(f'[templates]\n{name} = "{file}"\n', encoding="utf-8")
    words = ("brief",) if name == "brief" else ("questions", "--format", name)
    assert run(*words, "-o", "made").exit_code == 0
    Path(file).write_bytes(b"\xff no form")
    done = run(*words, "-o", "other")
    assert (done.exit_code, Path("other").exists()) == (2, False)
    assert file in done.stderr
    Path(file).unlink()
    done = run(*words, "-o", "other")
    assert done.exit_code == 2
    assert f"{file}: No such file" in done.stderr


def test_a_form_that_is_not_there_is_named() -> None:
    done = run("template", "letter", "-o", "x")
    assert done.exit_code == 2
    assert "'letter' is none of brief, floor, notice" in done.stderr
    assert "|".join(TEMPLATES) in run("template", "--help").stdout


def test_the_settings_of_the_assembly_stand_in_the_notice(bridge: Path) -> None:
    assert bridge.exists()
    Path("argmap.toml").write_text('[assembly]\nname = "Greenfield Council"\n', encoding="utf-8")
    assert run("questions", "--format", "notice", "-o", "n.docx").exit_code == 0
    assert any("Greenfield Council" in one.text for one in Document("n.docx").paragraphs)


def test_a_party_is_found_by_the_beginning_of_its_name_and_an_unknown_one_is_named(bridge: Path) -> None:
    assert bridge.exists()
    assert set(asked("--party", "May")) == {SAFE, WHEN, ROOMS}
    done = run("questions", "--party", "Treasurer")
    assert done.exit_code == 2
    assert done.stderr == "argmap: there is no party Treasurer: known are Mayor, Councilor\n"
    assert run("questions", "--party", "").exit_code == 2


@pytest.mark.parametrize("command", [("questions",), ("decide", "--take", SAFE)])
def test_a_side_on_which_nobody_speaks_is_named(bridge: Path, command: tuple[str, ...]) -> None:
    assert bridge.exists()
    done = run(*command, "--side", "state")
    assert done.exit_code == 2
    assert done.stderr == "argmap: nobody speaks on the side state: known are councilor, government\n"


def test_a_wish_that_nothing_fits_is_told(bridge: Path) -> None:
    assert bridge.exists()
    done = run("questions", "--only", "party-at-odds")
    assert done.stderr == "argmap: no question fits what was wished for (3 in all)\n"


def test_a_broken_debate_makes_no_document(bridge: Path) -> None:
    bridge.write_text("claims: {a: {text: [}", encoding="utf-8")
    done = run("questions", "--format", "notice", "-o", "n.docx")
    assert (done.exit_code, Path("n.docx").exists()) == (1, False)
    assert "AM102" in done.stderr


def test_no_document_is_written_over_a_debate_or_a_form(bridge: Path) -> None:
    done = run("questions", "--format", "docx", "-o", "claims/bridge.yaml")
    assert done.exit_code == 2
    assert "claims/bridge.yaml is a debate that was read" in done.stderr
    assert bridge.read_text(encoding="utf-8") == BRIDGE
    Path("ours.docx").write_text("mine")
    assert run("template", "notice", "-o", "ours.docx").exit_code == 2
    assert Path("ours.docx").read_text() == "mine"


def test_several_briefs_need_a_folder(bridge: Path) -> None:
    bridge.with_name("pond.yaml").write_text(BRIDGE, encoding="utf-8")
    Path("one.pdf").write_text("")
    done = run("brief", "-o", "one.pdf")
    assert (done.exit_code, done.stderr) == (2, "argmap: several debates: name a folder with -o\n")


def test_two_decisions_at_once_or_an_undo_of_none_change_nothing(bridge: Path) -> None:
    done = run("decide", "--take", SAFE, "--drop", SAFE)
    assert (done.exit_code, done.stderr) == (2, f"argmap: {SAFE} is decided in two ways\n")
    done = run("decide", "--undo", SAFE)
    assert (done.exit_code, done.stderr) == (2, f"argmap: nothing was decided on {SAFE} yet\n")
    assert bridge.read_text(encoding="utf-8") == BRIDGE


def test_own_words_stand_in_the_notice_in_its_form_and_without_the_old_replies(bridge: Path) -> None:
    assert bridge.exists()
    run("decide", "--reword", WHEN, "いつ直すのかをお示しください。")
    done = run("questions", "--format", "json")
    (when,) = (one for one in json.loads(done.stdout)["questions"] if one["id"] == WHEN)
    assert (when["text"], when["notice"], when["then"]) == (
        "いつ直すのかをお示しください。",
        "いつ直すのか。",
        None,
    )


def test_a_draft_that_is_left_as_it_is_is_taken(bridge: Path) -> None:
    run("decide", answers=("r", "", "", "q"))
    assert "{decision: take}" in added(bridge)[2]
