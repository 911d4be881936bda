"""The registry: modules of a folder and other people's entry points, sorted, each imported when it is first used."""

from __future__ import annotations

import importlib.metadata
import sys
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path
from types import ModuleType

import pytest

from argmap.registry import Registry


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A package with the plug-ins `one-b` and `two-a`, and a private module that is none."""
    folder = tmp_path / "invented_plugins"
    folder.mkdir()
    for name, text in {
        "__init__": "",
        "two_a": "WORD = 'zwei'",
        "one_b": "WORD = 'eins'",
        "_c": "1 / 0",
    }.items():
        (folder / f"{name}.py").write_text(text)
    (tmp_path / "invented_third.py").write_text("WORD = 'drei'")
    monkeypatch.syspath_prepend(tmp_path)
    for name in [name for name in sys.modules if name.startswith("invented_")]:
        monkeypatch.delitem(sys.modules, name)
    return folder.name


def registry(package: str) -> Registry[tuple[str, str]]:
    def describe(file: str, module: ModuleType) -> tuple[str, str]:
        return file, module.WORD

    return Registry(package, lambda file: file.replace("_", "-"), describe)


def offer(monkeypatch: pytest.MonkeyPatch, group: str, name: str) -> None:
    points = EntryPoints(
        [EntryPoint(name, "invented_third", group), EntryPoint("x", "nowhere", "another-group")]
    )
    monkeypatch.setattr(importlib.metadata, "entry_points", points.select)


def test_plug_ins_are_listed_by_name_and_read_when_used(package: str) -> None:
    found = registry(package)
    assert list(found) == ["one-b", "two-a"]
    assert len(found) == 2
    assert f"{package}.two_a" not in sys.modules
    assert found["two-a"] == ("two_a", "zwei")
    assert found["two-a"] is found["two-a"]
    assert f"{package}.one_b" not in sys.modules


def test_third_parties_add_theirs(package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    offer(monkeypatch, package, "third_c")
    found = registry(package)
    assert list(found) == ["one-b", "third-c", "two-a"]
    assert found["third-c"] == ("third_c", "drei")


def test_a_name_cannot_be_taken_twice(package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    offer(monkeypatch, package, "two_a")
    with pytest.raises(ValueError, match="two plug-ins of invented_plugins are called two-a"):
        len(registry(package))


def test_a_name_that_nothing_has_is_refused(package: str) -> None:
    with pytest.raises(KeyError):
        registry(package)["three"]
