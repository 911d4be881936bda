"""Debates built in other processes, and what becomes of those at which something fails."""

from __future__ import annotations

import os
from errno import ENOSPC
from pathlib import Path

import pytest

from argmap import parallel, pipeline, workshop
from argmap.diagnostics import Words
from argmap.layout import Engine, LayoutError
from argmap.report import Manner, TemplateError
from argmap.workshop import Wanted, build_all
from tests.light_build import light

PARK = (
    "parties: {city: {side: government}}\n"
    "claims: {safe: {text: The park is safe, by: city}, dark: {text: It is dark, by: city, rebuts: [safe]}}\n"
)
WORDS = Words(en="no", ja="否")


@pytest.fixture
def corpus(tmp_path: Path) -> pipeline.Corpus:
    folder = tmp_path / "claims"
    folder.mkdir()
    for number in range(3):
        (folder / f"park-{number}.yaml").write_text(PARK.replace("safe,", f"safe {number},"))
    return pipeline.read([folder])


def wanted(corpus: pipeline.Corpus, engine: Engine = "pip") -> list[Wanted]:
    return [
        Wanted(
            debate=debate.id,
            connected=(debate.id,),
            diagnostics=(),
            manner=Manner(),
            paper="a4",
            engine=engine,
        )
        for debate in corpus.debates
    ]


def test_other_processes_say_what_failed(
    corpus: pipeline.Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    found = list(build_all(corpus, wanted(corpus, "dot"), tmp_path, workers=2))
    assert sorted((one.debate, one.failed) for one in found) == [(f"park-{n}", "layout") for n in range(3)]
    assert {one.words.en for one in found} == {"the program `dot` is not installed"}


def test_every_failure_has_its_name(
    corpus: pipeline.Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failures = iter([LayoutError(WORDS), TemplateError("notice", WORDS), OSError(ENOSPC, "full")])

    def fail(*_: object, **__: object) -> None:
        raise next(failures)

    monkeypatch.setattr(pipeline, "build", fail)
    found = list(build_all(corpus, wanted(corpus), tmp_path, workers=1))
    assert [(one.failed, one.words.en, one.form) for one in found] == [
        ("layout", "no", ""),
        ("form", "no", "notice"),
        ("disk", "full", ""),
    ]
    order = workshop.Order(debate="x", wanted=tmp_path, connected=tmp_path, folder=tmp_path)
    bug = workshop._failed(order, WORDS)  # noqa: SLF001
    assert (bug.debate, bug.failed, bug.words) == ("x", "bug", WORDS)


def test_files_are_made_in_folders_of_their_own(
    corpus: pipeline.Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    light(monkeypatch)
    for one in build_all(corpus, wanted(corpus), tmp_path, workers=1):
        assert sorted(file.name for file in one.folder.iterdir()) == sorted(one.names)
        assert (one.folder / "brief.pdf").read_text() == f"<p>{one.debate} of 1\n"


def test_there_are_no_more_processes_than_cores_and_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 8)
    pages = {"SC_PAGE_SIZE": 4096, "SC_PHYS_PAGES": 1_000_000}
    monkeypatch.setattr(os, "sysconf", pages.__getitem__)
    assert workshop._workers() == 2  # noqa: SLF001
    pages["SC_PHYS_PAGES"] = 100_000_000
    assert workshop._workers() == 8  # noqa: SLF001
    monkeypatch.delattr(os, "sysconf")
    assert workshop._workers() == 8  # noqa: SLF001


def test_a_process_ends_with_the_one_that_started_it(monkeypatch: pytest.MonkeyPatch) -> None:
    from threading import Event
    from types import SimpleNamespace

    parallel._end_with_parent()  # noqa: SLF001 - this one was started by none of ours
    ended = Event()
    heard, said = os.pipe()
    monkeypatch.setattr(parallel, "parent_process", lambda: SimpleNamespace(sentinel=heard))
    monkeypatch.setattr(os, "_exit", lambda code: ended.set() if code else None)
    parallel._end_with_parent()  # noqa: SLF001
    assert not ended.wait(0.05)
    os.close(said)
    assert ended.wait(10)
    os.close(heard)
