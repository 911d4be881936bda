"""Many debate files, from the cache and over the cores: always what reading them one by one gives."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from argmap import parallel
from argmap.cache import Cache, digest
from argmap.diagnostics import Words
from argmap.loading import DebateFile, find_files, load_file, load_files, many, read
from argmap.loading.packing import NotPackedError, pack, unpack
from argmap.loading.tree import Node

ROOT = Path(__file__).parent.parent
EVERY = sorted([*(ROOT / "claims").rglob("*.yaml"), *(ROOT / "tests" / "rules").rglob("*.yaml")])
GOOD = "parties: {a: {name: A}}\nclaims: {x: {text: t, by: a}}  # argmap: ignore[AM301] settled\n"
EMPTY = "claims:\n  x: {text: t, by: a, supports: }\n"
WIDE = "groups: {g: \u2800}\n"  # a text of which nothing is to be seen: of a group it is taken


def shape(node: Node | None) -> object:
    """A tree as plain values."""
    if node is None:
        return None
    at = (node.line, node.column, node.end_line, node.end_column)
    if isinstance(node.value, dict):
        return at, {key: (shape(name), shape(value)) for key, (name, value) in node.value.items()}
    if isinstance(node.value, list):
        return at, [shape(item) for item in node.value]
    return at, node.value


def told(file: DebateFile) -> object:
    """All that a debate file says."""
    return (
        file.debate,
        file.debate.model_fields_set,
        list(file.debate.claims),
        file.file,
        file.folder,
        file.diagnostics,
        file.silences,
        file.broken,
        file.unread,
        shape(file.root),
    )


@pytest.fixture
def town(tmp_path: Path) -> Path:
    for name, text in (
        ("good", GOOD),
        ("empty", EMPTY),
        ("wide", WIDE),
        ("bad", "claims: [x]\n"),
        ("index.html", GOOD),
    ):
        (tmp_path / f"{name}.yaml").write_text(text)
    return tmp_path


def test_every_file_comes_out_of_the_cache_as_it_was_read(town: Path) -> None:
    paths = [*EVERY, *find_files([town])]
    want = [told(load_file(path)) for path in paths]
    assert [told(file) for file in load_files(paths)] == want
    for _ in range(2):
        assert [told(file) for file in load_files(paths, cache=Cache())] == want


def test_what_is_in_the_cache_is_not_read_again(town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (first,) = load_files([town / "good.yaml"], cache=Cache())
    monkeypatch.setattr(many, "read", None)
    (again,) = load_files([town / "good.yaml"], cache=Cache())
    assert told(again) == told(first)
    (town / "good.yaml").rename(town / "renamed.yaml")
    (renamed,) = load_files([town / "renamed.yaml"], cache=Cache())
    assert (renamed.debate.id, renamed.locate(("claims", "x", "text")).line) == ("renamed", 2)


def test_entries_that_are_none_are_passed_over(town: Path) -> None:
    want = told(load_file(town / "good.yaml"))
    key = digest((town / "good.yaml").read_bytes())
    packed = pack(load_file(town / "good.yaml"))
    assert packed is not None
    for entry in (
        b"",
        b"\0\0\0\0",
        packed[:-1],
        packed.replace(b"claims", b"claimz"),
        packed[:4] + b"[" * 9999,
    ):
        Cache().put(many.KIND, key, entry)
        (found,) = load_files([town / "good.yaml"], cache=Cache())
        assert told(found) == want
        assert Cache().get(many.KIND, key) == packed


def test_files_with_faults_are_not_packed(town: Path) -> None:
    assert pack(load_file(town / "bad.yaml")) is None
    assert pack(load_file(town / "wide.yaml")) is None
    assert pack(load_file(town / "empty.yaml")) is None
    with pytest.raises(NotPackedError):
        unpack(b"\1\0\0\0{", id="x", file="x.yaml", folder="")


def test_a_folded_node_has_no_other_attributes() -> None:
    packed = pack(read(GOOD.encode(), id="x", file="x.yaml", folder=""))
    assert packed is not None
    root = unpack(packed, id="x", file="x.yaml", folder="").root
    with pytest.raises(AttributeError):
        root.nothing  # type: ignore[union-attr]  # noqa: B018


def test_much_is_read_over_the_cores(town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = [*EVERY[:20], *find_files([town])]
    want = [told(load_file(path)) for path in paths]
    monkeypatch.setattr(many, "CORES", 1)
    monkeypatch.setattr(many, "MANY", 1)
    monkeypatch.setattr(many, "_TOGETHER", 10_000)
    assert [told(file) for file in load_files(paths, cache=Cache(), parallel=True)] == want
    monkeypatch.setattr(parallel, "spread", None)
    for cores, least in ((1, 1_000_000), (1_000, 1)):
        monkeypatch.setattr(many, "CORES", cores)
        monkeypatch.setattr(many, "MANY", least)
        assert [told(file) for file in load_files(paths, parallel=True)] == want


def test_the_work_of_another_process(town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def here(work: object, jobs: list[object], _: object) -> object:
        yield many._nothing((b"",), Words(en="", ja=""))  # noqa: SLF001
        for job in jobs:
            yield work(job)  # type: ignore[operator]

    monkeypatch.setattr(parallel, "spread", here)
    monkeypatch.setattr(many, "CORES", 1)
    monkeypatch.setattr(many, "MANY", 1)
    monkeypatch.setattr(many, "_TOGETHER", 50)
    want = [told(load_file(path)) for path in find_files([town])]
    assert [told(file) for file in load_files([town], parallel=True)] == want


def test_standard_input_is_read_between_files(town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(GOOD.encode())))
    found = load_files([town / "good.yaml", "-"], cache=Cache())
    assert [file.debate.id for file in found] == ["good", "stdin"]
