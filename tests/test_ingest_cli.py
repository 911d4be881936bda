"""`argmap ingest`: documents in, debate files out; many at once, again, and when something is wrong."""

from __future__ import annotations

import json
import os
from collections.abc import Generator, Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import Any, Self

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from argmap import drafts
from argmap.cli import cli
from argmap.cli.ingesting import _jobs
from argmap.intake import Job
from argmap.loading import load_file
from argmap.parallel import survive
from argmap.report.json import schema

NEWS = """\
**街路樹をどうするか**

**<質問>**
　枯れた街路樹が増えている。街路樹を切るのか。植え直しの費用はいくらか。

**<答弁>**
　枯れた街路樹だけを切る。春に苗木を植え直す予定である。

**<指摘と意見など>**
　「苗木を植え直す」と言うが、苗木では十年は日かげができない。
"""


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("news.txt").write_text(NEWS, encoding="utf-8")


def ingest(*words: str) -> Result:
    return CliRunner().invoke(cli, ["ingest", *words, "--lang", "en"])


def files(folder: str) -> list[str]:
    return sorted(path.name for path in Path(folder).iterdir())


def test_a_document_becomes_a_debate_that_can_be_checked() -> None:
    done = ingest("news.txt")
    assert done.exit_code == 0
    assert "→ argmap review claims/news.yaml" in done.stdout
    assert files("claims") == ["news.ingest.json", "news.yaml"]
    debate = load_file("claims/news.yaml").debate
    assert debate.sources["news"].file == "../news.txt"
    assert debate.questions
    checked = CliRunner().invoke(cli, ["check", "--lang", "en", "--select", "AM1,AM2,AM310,AM402,AM403"])
    assert checked.exit_code == 0
    assert "candidates await review" in checked.stdout
    assert "AM402" not in checked.stdout


def test_a_document_that_has_not_changed_is_passed_over() -> None:
    ingest("news.txt")
    before = Path("claims/news.yaml").read_bytes()
    os.utime("claims/news.yaml", (1, 1))
    done = ingest("news.txt")
    assert "unchanged" in done.stdout
    assert Path("claims/news.yaml").stat().st_mtime == 1
    assert Path("claims/news.yaml").read_bytes() == before


def test_what_was_decided_survives_a_corrected_document() -> None:
    ingest("news.txt")
    file = Path("claims/news.yaml")
    text = file.read_text(encoding="utf-8").replace("    review: candidate\n", "    # seen\n")
    file.write_text(text, encoding="utf-8")
    Path("news.txt").write_text(NEWS.replace("十年は", "二十年は"), encoding="utf-8")
    done = ingest("news.txt")
    assert done.exit_code == 0
    after = file.read_text(encoding="utf-8")
    assert after.count("# seen") == text.count("# seen")
    assert [line for line in text.splitlines() if line not in after.splitlines()] == []


def test_a_file_of_ones_own_is_named_with_o() -> None:
    assert ingest("news.txt", "-o", "other/trees.yaml").exit_code == 0
    assert files("other") == ["trees.ingest.json", "trees.yaml"]
    Path("more.txt").write_text(NEWS.replace("街路樹", "公園の木").replace("苗木", "桜"), encoding="utf-8")
    assert ingest("more.txt", "-o", "other/trees.yaml").exit_code == 0
    assert set(load_file("other/trees.yaml").debate.sources) == {"news", "more"}


def test_another_debate_of_the_same_name_is_left_alone() -> None:
    Path("claims").mkdir()
    Path("claims/news.yaml").write_text("claims: {a: {text: x, by: y}}\nparties: {y: {}}\n", encoding="utf-8")
    done = ingest("news.txt")
    assert done.exit_code == 1
    assert "claims/news.yaml holds another debate" in done.stderr
    assert files("claims") == ["news.yaml"]


def test_a_folder_is_read_as_a_whole_and_one_bad_file_does_not_stop_it() -> None:
    folder = Path("docs")
    (folder / ".hidden").mkdir(parents=True)
    (folder / ".hidden" / "x.txt").write_text(NEWS, encoding="utf-8")
    (folder / "deep").mkdir()
    for name in ("a.txt", "b.md", "deep/a.txt", "c.txt"):
        (folder / name).write_text(NEWS, encoding="utf-8")
    (folder / "bad.docx").write_bytes(b"PK\x03\x04 broken")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    done = ingest("docs", "-o", "claims")
    assert done.exit_code == 1
    assert [name for name in files("claims") if name.endswith(".yaml")] == [
        "b.yaml",
        "c.yaml",
        "deep-a-txt.yaml",
        "docs-a-txt.yaml",
    ]
    assert "docs/bad.docx: " in done.stderr
    assert "→ argmap review claims" in done.stdout
    assert ingest("docs", "-o", "claims").stdout.count("unchanged") == 4


def test_documents_called_alike_get_names_of_their_own() -> None:
    jobs = _jobs([Path("a/x.txt"), Path("b/a/x.txt"), Path("X.txt")], Path("out"), None, None)
    assert [job.target.name for job in jobs] == [
        "a-x-txt.yaml",
        "a-x-txt-2.yaml",
        f"{Path.cwd().name}-X-txt.yaml",
    ]


def test_json_is_printed_and_written() -> None:
    done = ingest("news.txt", "--format", "json")
    data = json.loads(done.stdout)
    Draft202012Validator(json.loads(schema("draft"))).validate(data)
    assert data["document"]["name"] == "news.txt"
    first = data["statements"][0]
    assert "".join(NEWS[start:end] for start, end in first["spans"])
    assert ingest("news.txt", "--format", "json", "-o", "draft.json").exit_code == 0
    assert json.loads(Path("draft.json").read_text(encoding="utf-8")) == data
    assert not Path("claims").exists()


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("nothing.txt",), 1, "nothing.txt: "),
        (("nothing.txt", "--format", "json"), 1, "nothing.txt: "),
        (("empty",), 3, "no document in empty"),
        (("news.txt", "empty", "-o", "x.yaml"), 2, "a folder of documents goes into a folder"),
        (("news.txt", "other.txt", "--format", "json"), 2, "takes one document"),
        (("news.txt", "-o", "-"), 2, "not printed"),
        (("news.txt", "--from", "fax"), 2, "'fax' is none of"),
        (("news.txt", "--encoding", "morse"), 2, "'morse' is no encoding"),
        (("news.txt", "-o", "news.txt/x"), 1, "cannot write"),
    ],
)
def test_what_cannot_be_done_is_said(words: tuple[str, ...], code: int, says: str) -> None:
    Path("empty").mkdir()
    Path("other.txt").write_text(NEWS, encoding="utf-8")
    done = ingest(*words)
    assert done.exit_code == code
    assert says in done.stderr


def test_a_folder_that_cannot_be_listed_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def rglob(*_: object) -> Iterator[Path]:
        raise PermissionError(13, "Permission denied", "shut")

    Path("shut").mkdir()
    monkeypatch.setattr(Path, "rglob", rglob)
    done = ingest("shut")
    assert (done.exit_code, "shut: Permission denied" in done.stderr) == (3, True)


def test_a_debate_file_with_faults_is_mended_first() -> None:
    ingest("news.txt")
    Path("news.txt").write_text(NEWS + "　終わり。\n", encoding="utf-8")
    file = Path("claims/news.yaml")
    file.write_text(file.read_text(encoding="utf-8") + "clams: {}\n", encoding="utf-8")
    before = file.read_bytes()
    done = ingest("news.txt")
    assert "mend it first: claims/news.yaml:" in done.stderr
    assert file.read_bytes() == before


def test_a_damaged_record_is_said_and_kept() -> None:
    ingest("news.txt")
    record = Path("claims/news.ingest.json")
    record.write_text("{", encoding="utf-8")
    done = ingest("news.txt")
    assert done.exit_code == 1
    assert "claims/news.ingest.json is damaged" in done.stderr
    assert record.read_text(encoding="utf-8") == "{"


def test_a_debate_file_that_is_not_edited_safely_is_left_alone() -> None:
    ingest("news.txt")
    file = Path("claims/news.yaml")
    text = file.read_text(encoding="utf-8")
    start = text.index("questions:")
    file.write_text(text[:start].rstrip() + "\n...\n", encoding="utf-8")
    record = json.loads(Path("claims/news.ingest.json").read_text(encoding="utf-8"))
    next(iter(record["documents"].values()))["proposed"]["questions"] = {}
    Path("claims/news.ingest.json").write_text(json.dumps(record), encoding="utf-8")
    Path("news.txt").write_text(NEWS + "\n", encoding="utf-8")
    done = ingest("news.txt")
    assert done.exit_code == 1
    assert "cannot be edited" in done.stderr


def test_a_bug_on_one_document_is_a_failed_one(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: object) -> None:
        raise RuntimeError("unforeseen")

    monkeypatch.setattr("argmap.drafts.take_in", broken)
    job = Job(document=Path("news.txt"), target=Path("x.yaml"))
    found = survive(drafts.ingest, drafts._failed, job)  # noqa: SLF001 - what a process runs
    assert found.outcome == "failed"
    assert "unforeseen" in found.notes[0].en


def test_a_process_that_dies_fails_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    from concurrent.futures.process import BrokenProcessPool

    class Pool:
        """Dies on `bad`, and takes along what else it does."""

        def __init__(self, workers: int | None, *_: object) -> None:
            self.several = workers != 1

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_: object) -> None:
            return None

        def shutdown(self, **_: object) -> None:
            return None

        def submit(self, work: Any, job: Job) -> Future[Any]:  # noqa: ANN401 - any work
            future: Future[Any] = Future()
            if job.document.name == "bad" or self.several:
                future.set_exception(BrokenProcessPool())
            else:
                future.set_result(work(job))
            return future

    monkeypatch.setattr("argmap.parallel.ProcessPoolExecutor", Pool)
    jobs = [Job(document=Path(name), target=Path(f"{name}.yaml")) for name in ("news.txt", "bad")]
    found = {one.job.document.name: one for one in drafts.ingest_all(jobs)}
    assert found["news.txt"].outcome == "new"
    assert found["bad"].outcome == "failed"
    assert "memory" in found["bad"].notes[0].en


def test_stopping_stops_the_rest() -> None:
    jobs = [Job(document=Path("news.txt"), target=Path(f"{n}.yaml")) for n in range(4)]
    found = drafts.ingest_all(jobs, workers=1)
    next(found)
    assert isinstance(found, Generator)
    found.close()
    assert len(list(Path().glob("*.yaml"))) <= len(jobs)


def test_a_document_on_another_drive_keeps_its_whole_path(monkeypatch: pytest.MonkeyPatch) -> None:
    def relpath(*_: object) -> str:
        raise ValueError("path is on mount 'D:'")

    monkeypatch.setattr("os.path.relpath", relpath)
    ingest("news.txt")
    assert load_file("claims/news.yaml").debate.sources["news"].file == Path("news.txt").resolve().as_posix()
