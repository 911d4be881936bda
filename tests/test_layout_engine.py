"""The layout engine: found through pip, with a time limit, and clear words when it fails."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest

from argmap.layout import LayoutError, engine
from argmap.layout.engine import Graph, find, middles

FORK = Graph(heights=(30.0, 20.0, 40.0), edges=((1, 0, 1, 1), (2, 0, 1, 1)))


@pytest.fixture(autouse=True)
def _forget(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    engine._from_pip.cache_clear()  # noqa: SLF001 - it remembers what is installed
    monkeypatch.setattr(engine, "_ANSWERS", {})
    yield
    engine._from_pip.cache_clear()  # noqa: SLF001 - it remembers what is installed


def test_neighbours_do_not_overlap() -> None:
    ((one, two, three),) = middles([FORK], "pip", 20)
    assert abs(two - three) >= (20 + 40) / 2
    assert min(two, three) < one < max(two, three)


def test_every_graph_has_its_own_answer() -> None:
    single = Graph(heights=(10.0, 10.0), edges=((1, 0, 1, 1),))
    first, second = middles([FORK, single], "pip", 20)
    assert (len(first), len(second)) == (3, 2)
    assert second[0] == pytest.approx(second[1], abs=1)


def test_many_graphs_go_through_several_processes_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    graphs = [FORK, Graph(heights=(10.0, 10.0), edges=((1, 0, 1, 1),)), FORK]
    together = middles(graphs, "pip", 20)
    monkeypatch.setattr(engine, "_ANSWERS", {})
    monkeypatch.setattr(engine, "_SHARE", 1)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    assert middles(graphs, "pip", 20) == together


def test_what_was_asked_before_is_not_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    first = middles([FORK], "pip", 20)
    monkeypatch.setattr(engine, "_run", None)
    assert middles([FORK, FORK], "pip", 20) == [*first, *first]


def test_only_so_many_answers_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_KEPT", 1)
    single = Graph(heights=(10.0, 10.0), edges=((1, 0, 1, 1),))
    assert [*middles([FORK], "pip", 20), *middles([single], "pip", 20)] == middles([FORK, single], "pip", 20)


def test_clusters_keep_their_distance() -> None:
    graph = Graph(
        heights=(20.0,) * 4,
        edges=((1, 0, 1, 1), (3, 2, 1, 1), (3, 0, 1, 1)),
        clusters=((0, 1), (2, 3)),
        margin=30,
    )
    ((a, b, c, d),) = middles([graph], "pip", 20)
    assert max(a, b) + 20 + 60 <= min(c, d) or max(c, d) + 20 + 60 <= min(a, b)


def test_nothing_asks_nothing() -> None:
    assert middles([], "dot", 0) == []


def test_a_big_graph_is_laid_out_with_less_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_MANY", 2)
    assert len(middles([FORK], "pip", 20)[0]) == 3


def test_the_systems_engine_is_found_or_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "which", lambda _: "/usr/bin/dot")
    assert find("dot") == "/usr/bin/dot"
    monkeypatch.setattr(engine, "which", lambda _: None)
    with pytest.raises(LayoutError, match="`dot` is not installed"):
        find("dot")


@pytest.mark.parametrize("absent", [True, False])
def test_an_engine_that_pip_did_not_install_is_named(
    monkeypatch: pytest.MonkeyPatch, *, absent: bool
) -> None:
    def distribution(name: str) -> object:
        if absent:
            raise metadata.PackageNotFoundError(name)
        return type("Empty", (), {"files": None})()

    monkeypatch.setattr(engine, "distribution", distribution)
    with pytest.raises(LayoutError) as caught:
        find("pip")
    assert "pip install graphviz-pure" in caught.value.words.ja


def test_an_engine_that_is_too_slow_is_asked_for_less_and_then_given_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[list[str]] = []

    def slow(command: list[str], **_: Any) -> object:  # noqa: ANN401 - stands in for subprocess.run
        asked.append(command)
        raise subprocess.TimeoutExpired(command, 1)

    monkeypatch.setattr(subprocess, "run", slow)
    with pytest.raises(LayoutError, match="in 3 seconds") as caught:
        middles([FORK], "pip", 3)
    assert "3 秒" in caught.value.words.ja
    assert [any(word.startswith("-Gnslimit") for word in command) for command in asked] == [False, True]


def test_what_is_given_when_asked_for_less_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    run = subprocess.run

    def second(command: list[str], **more: Any) -> object:  # noqa: ANN401 - stands in for subprocess.run
        if len(command) == 2:
            raise subprocess.TimeoutExpired(command, 1)
        return run(command, **more)

    monkeypatch.setattr(subprocess, "run", second)
    assert len(middles([FORK], "pip", 20)[0]) == 3


def test_an_engine_that_fails_is_quoted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "dot"
    monkeypatch.setattr(engine, "which", lambda _: str(program))
    with pytest.raises(LayoutError, match="does not start"):
        middles([FORK], "dot", 20)
    program.write_text("#!/bin/sh\necho no memory >&2\nexit 3\n")
    program.chmod(0o755)
    with pytest.raises(LayoutError, match="failed: no memory"):
        middles([FORK], "dot", 20)
