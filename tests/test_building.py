"""What a second `argmap build` makes anew, leaves as it is, and says."""

from __future__ import annotations

import os
import random
import shutil
from datetime import date
from errno import ENOSPC
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from argmap import pipeline
from argmap.built import last_day
from argmap.cli import cli
from argmap.diagnostics import Words
from argmap.model import Debate
from argmap.workshop import Outcome, abroad, connected
from tests.light_build import light

HEAD = "parties: {city: {side: government}, group: {side: councilor}}\n"
PARK = HEAD + "claims: {safe: {text: The park is safe, by: city}}\n"
SCHOOL = (
    HEAD
    + "claims: {open: {text: The school is open, by: city}}\n"
    + "rebuttals: {no: {text: It is dark, by: group, rebuts: [open, 'park#safe'], source: s}}\n"
    + "sources: {s: {title: Minutes, file: ../minutes.txt}}\n"
)
BUS = (
    HEAD
    + "claims: {late: {text: Buses will be late, by: city, kind: commitment, due: 2030-06-30,"
    + " source: {in: m, quote: buses are late}}}\n"
    + "sources: {m: {title: Minutes, file: ../minutes.txt}}\n"
)


def run(*words: str, stdin: str | None = None) -> Result:
    plain = {"LC_ALL": "C", "LANG": "C", "LC_MESSAGES": ""}
    return CliRunner().invoke(cli, ["build", *words], input=stdin, env=plain, prog_name="argmap")


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three debates, of which `school` refers to `park`, and `bus` quotes a file; nothing is drawn that is slow to draw."""
    light(monkeypatch)
    monkeypatch.setattr("argmap.workshop.MANY", 99)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "claims").mkdir()
    for name, text in (("park", PARK), ("school", SCHOOL), ("bus", BUS)):
        (tmp_path / "claims" / f"{name}.yaml").write_text(text)
    (tmp_path / "minutes.txt").write_text("The buses are late.\n")
    return tmp_path


def claim(name: str) -> Path:
    return Path("claims", f"{name}.yaml")


def times() -> dict[str, int]:
    return {file.as_posix(): file.stat().st_mtime_ns for file in Path("output").rglob("*") if file.is_file()}


def redrawn(*words: str) -> tuple[set[str], str]:
    """The debates that a build makes anew, and what it says of that."""
    before = times()
    done = run(*words)
    assert (done.exit_code, done.stderr) == (0, "")
    after = times()
    changed = {name.split("/")[1] for name in after if after[name] != before.get(name)}
    return changed - {"index.html"}, done.stdout.splitlines()[-2]


ALL = {"park", "school", "bus"}
NONE = "None of 3 debates had to be drawn anew."


def some(number: int, of: int = 3) -> str:
    return f"{number} of {of} debates drawn anew; the others are as they were."


def test_an_unchanged_folder_is_not_even_read(town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = run()
    assert "drawn anew" not in first.stdout
    before = times()

    def unread(*_: object, **__: object) -> None:
        raise AssertionError("read again")

    monkeypatch.setattr(pipeline, "read", unread)
    (town / ".argmap-build-killed").mkdir()
    (town / ".argmap-build-killed" / "lock").write_text("")
    second = run()
    assert second.stdout == first.stdout.replace("→", f"{NONE}\n→")
    assert second.exit_code == 0
    assert times() == before
    assert sorted(file.name for file in town.iterdir()) == ["claims", "minutes.txt", "output"]


@pytest.mark.usefixtures("town")
def test_what_changed_is_drawn_anew_with_what_it_is_connected_with() -> None:
    run()
    claim("bus").write_text(BUS.replace("Buses will", "Our buses will"))
    assert redrawn() == ({"bus"}, some(1))
    claim("park").write_text(PARK.replace("safe,", "not safe,"))
    assert redrawn() == ({"park", "school"}, some(2))
    assert "It is dark" in Path("output/index.html").read_text()
    claim("lake").write_text(PARK)
    assert redrawn() == ({"lake"}, some(1, 4))
    os.utime(claim("lake"))
    assert redrawn() == (set(), "None of 4 debates had to be drawn anew.")


@pytest.mark.usefixtures("town")
def test_a_source_counts_where_it_is_named() -> None:
    run()
    Path("minutes.txt").write_text("The buses are never late.\n")
    assert redrawn() == (ALL, "→ output/index.html") or redrawn()[1] == NONE
    claim("park").write_text(PARK + "# nothing but a remark\n")
    assert redrawn()[0] == {"park", "school"}
    assert redrawn() == (set(), NONE)


@pytest.mark.usefixtures("town")
def test_what_is_missing_or_altered_is_made_again() -> None:
    run()
    want = Path("output/bus/status.md").read_bytes()
    Path("output/bus/status.md").write_text("mine")
    assert redrawn() == ({"bus"}, some(1))
    assert Path("output/bus/status.md").read_bytes() == want
    Path("output/park/map.svg").unlink()
    assert redrawn() == ({"park"}, some(1))
    Path("output/index.html").unlink()
    assert redrawn() == (set(), NONE)
    assert Path("output/index.html").is_file()
    shutil.rmtree("output")
    assert redrawn()[0] == ALL


@pytest.mark.usefixtures("town")
def test_other_options_and_settings_make_everything_anew() -> None:
    run()
    for words in (("--paper", "a3"), ("--lang", "ja"), ("--side", "councilor"), ("--no-cache",), ()):
        assert redrawn(*words)[0] == ALL
    assert redrawn() == (set(), NONE)
    Path("argmap.toml").write_text("ignore = ['AM409']\n")
    assert redrawn()[1] == NONE
    Path("argmap.toml").write_text("assembly.name = 'Shiomihara'\n")
    assert redrawn()[0] == ALL
    assert redrawn("--engine", "pip") == (set(), NONE)


@pytest.mark.usefixtures("town")
def test_the_systems_engine_counts_by_what_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    if shutil.which("dot") is None:
        Path("bin").mkdir()
        monkeypatch.setenv("PATH", str(Path("bin").resolve()), prepend=os.pathsep)
        from argmap.layout.engine import find

        Path("bin/dot").symlink_to(find("pip"))
    assert run("--engine", "dot").exit_code == 0
    assert redrawn("--engine", "dot") == (set(), NONE)


@pytest.mark.usefixtures("town")
def test_a_form_counts_by_what_is_in_it() -> None:
    shutil.copy(_form(), "form.docx")
    Path("argmap.toml").write_text("templates.notice = 'form.docx'\n")
    run()
    assert redrawn() == (set(), NONE)
    Path("form.docx").write_text("no Word file")
    broken = run()
    assert broken.exit_code == 2
    assert "form.docx" in broken.stderr
    Path("form.docx").unlink()
    assert run().exit_code == 2
    shutil.copy(_form(), "form.docx")
    assert redrawn()[1] == NONE


def _form() -> str:
    if not Path("built-in.docx").exists():
        assert CliRunner().invoke(cli, ["template", "notice", "-o", "built-in.docx"]).exit_code == 0
    return "built-in.docx"


@pytest.mark.usefixtures("town")
def test_a_day_that_changes_what_is_found_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    class Day(date):
        now = (2030, 6, 29)

        @classmethod
        def today(cls) -> Day:
            return cls(*cls.now)

    monkeypatch.setattr("argmap.cli.building.date", Day)
    monkeypatch.setattr("argmap.pipeline.date", Day)
    run()
    Day.now = (2030, 6, 30)
    assert redrawn() == (set(), NONE)
    Day.now = (2030, 7, 1)
    assert redrawn() == ({"bus"}, some(1))
    assert "AM307" in Path("output/bus/status.json").read_text()
    Day.now = (2031, 1, 1)
    assert redrawn() == (set(), NONE)


def test_the_last_day_is_the_next_on_which_something_is_due() -> None:
    def debate(kind: str, due: str) -> Debate:
        return Debate.model_validate({"claims": {"x": {"text": "t", "by": "a", "kind": kind, "due": due}}})

    today = date(2025, 3, 1)
    assert last_day([debate("fact", "2025-04"), debate("commitment", "2024")], today) == date.max
    assert last_day([debate("commitment", "2025-03"), debate("commitment", "2026")], today) == date(
        2025, 3, 31
    )


@pytest.mark.usefixtures("town")
def test_what_is_left_of_a_debate_that_is_gone_is_named() -> None:
    run()
    claim("bus").unlink()
    done = run()
    told = f"argmap: output/bus was made from {claim('bus').resolve()}, which is gone: delete the folder when nobody needs it\n"
    assert done.stderr == told
    assert "None of 2" in done.stdout
    assert run().stderr == told
    assert Path("output/bus/map.svg").is_file()
    assert 'href="bus/' not in Path("output/index.html").read_text()
    shutil.rmtree("output/bus")
    assert run().stderr == ""
    assert run("claims/park.yaml").stderr == ""


@pytest.mark.usefixtures("town")
def test_errors_are_said_again() -> None:
    claim("bus").write_text("claims: {x: {txt: a, by: city}}\n")
    first = run()
    second = run()
    assert (first.exit_code, second.exit_code) == (1, 1)
    assert first.stderr == second.stderr
    assert "claims/bus.yaml:1:" in first.stderr
    assert "None of 2 debates" in second.stdout
    for name in ("park", "school"):
        claim(name).unlink()
    nothing = run("-o", "other")
    assert (nothing.exit_code, nothing.stdout) == (1, "")
    assert run("-o", "other").stderr == nothing.stderr
    assert not Path("other").exists()


@pytest.mark.usefixtures("town")
def test_a_path_that_leads_nowhere_is_said() -> None:
    assert run("nowhere").exit_code == 3


@pytest.mark.usefixtures("town")
def test_standard_input_is_always_drawn() -> None:
    for _ in range(2):
        assert "drawn anew" not in run("-", stdin=PARK).stdout
    assert run("claims", "-", stdin=PARK).stdout == run("claims", "-", stdin=PARK).stdout
    assert redrawn()[0] == ALL


@pytest.mark.usefixtures("town")
def test_what_cannot_be_written_is_said() -> None:
    Path("taken").write_text("")
    done = run("-o", "taken")
    assert done.exit_code == 2
    assert "cannot write" in done.stderr
    Path("output/park").mkdir(parents=True)
    Path("output/park/map.svg").symlink_to(claim("park").resolve())
    done = run()
    assert done.exit_code == 2
    assert "output/park/map.svg is a debate that was read" in done.stderr
    assert claim("park").read_text() == PARK


@pytest.mark.usefixtures("town")
def test_a_full_disk_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(ENOSPC, "No space left on device")

    monkeypatch.setattr(pipeline, "build", full)
    done = run()
    assert done.exit_code == 2
    assert done.stderr == "argmap: cannot write output/bus: No space left on device\n"


@pytest.mark.usefixtures("town")
def test_a_bug_in_another_process_is_told_and_the_rest_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    from argmap.workshop import build_all

    def one_fails(corpus: pipeline.Corpus, wanted: list[object], folder: Path) -> object:
        for outcome in build_all(corpus, wanted, folder):  # type: ignore[arg-type]
            failed = Outcome(debate="bus", folder=folder, failed="bug", words=Words(en="a bug", ja=""))
            yield failed if outcome.debate == "bus" else outcome

    monkeypatch.setattr("argmap.cli.making.build_all", one_fails)
    monkeypatch.setattr("argmap.cli.making._EVERY", -1)
    done = run()
    assert (done.exit_code, done.stderr) == (70, "argmap: bus: a bug\n")
    assert Path("output/park/map.svg").is_file()
    assert (run("claims/bus.yaml", "-o", "other").exit_code, Path("other").exists()) == (70, False)


def test_many_edits_later_everything_is_as_if_made_at_once(town: Path) -> None:
    rng = random.Random(3)  # noqa: S311 - no secret
    texts = {
        "park": PARK,
        "school": SCHOOL,
        "bus": BUS,
        "lake": PARK,
        "hall": SCHOOL.replace("park#safe", "bus#late"),
    }
    for turn in range(int(os.environ.get("ARGMAP_EDITS", "4"))):
        name = rng.choice(list(texts))
        match rng.randrange(4):
            case 0:
                claim(name).unlink(missing_ok=True)
            case 1:
                claim(name).write_text(texts[name].replace("The ", f"The {turn}th "))
            case 2:
                (town / "minutes.txt").write_text(
                    rng.choice(["The buses are late.\n", "Late!\n", "buses are late"])
                )
            case _:
                claim(name).write_text(texts[name])
        claim("park").touch()
        claim("kept").write_text(PARK)
        run()
        run("-o", "anew", "--no-cache")
        found = {file.relative_to("anew") for file in Path("anew").rglob("*") if file.is_file()}
        for file in found:
            assert Path("output", file).read_bytes() == Path("anew", file).read_bytes(), file
        shutil.rmtree("anew")


def test_debates_are_connected_by_any_reference() -> None:
    said: dict[str, dict[str, object]] = {
        "a": {"claims": {"x": {"text": "t", "by": "p", "supports": [{"to": "y", "with": ["b#y"]}]}}},
        "b": {"claims": {"y": {"text": "t", "by": "p", "answers": ["c#q"]}}},
        "c": {"questions": {"q": {"text": "t", "about": ["d#e"]}}},
        "d": {
            "evidence": {
                "e": {"text": "t", "backs": ["missing#x"], "undercuts": [{"from": "e#s", "to": "e#t"}]}
            }
        },
        "e": {"claims": {"s": {"text": "t", "by": "p", "rebuts": ["t"]}}},
        "f": {},
    }
    debates = [Debate.model_validate({"id": name, **value}) for name, value in said.items()]
    assert [abroad(debate) for debate in debates] == [["b"], ["c"], ["d"], ["e", "missing"], [], []]
    assert connected(reversed(debates)) == [("f",), ("e", "d", "c", "b", "a")]
