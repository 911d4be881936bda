"""What all tests share: their random examples, and one browser.

Tests draw the same random examples in every run, so that a run can be repeated; `ARGMAP_RANDOM=1` draws new ones.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.browser import Pages, Visitor, chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser

os.environ["ARGMAP_CACHE"] = (
    ""  # what is made for many tests at once keeps nothing; each test has a cache of its own
)
settings.register_profile("repeatable", derandomize=True, deadline=None)
if not os.environ.get("ARGMAP_RANDOM"):
    settings.load_profile("repeatable")


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The cache of this test alone, which starts empty."""
    folder = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("ARGMAP_CACHE", str(folder))
    return folder


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as opened:
        yield opened


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    return Pages(tmp_path_factory.mktemp("pages"))


@pytest.fixture
def visitor(browser: Browser, pages: Pages) -> Iterator[Visitor]:
    """Opens pages, and fails the test when one of them says, asks or fetches anything."""
    opened = Visitor(browser, pages)
    yield opened
    opened.leave()
    assert opened.heard == []
