"""What is kept between runs is what was put there, or nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from argmap import cache
from argmap.cache import Cache, digest

KEY = b"key"


def entries(folder: Path) -> list[Path]:
    return [file for file in folder.rglob("*") if file.is_file() and file.name != "looked"]


def test_what_was_put_is_found_by_its_kind_and_key(own_cache: Path) -> None:
    kept = Cache()
    kept.put("kind", KEY, b"content")
    kept.put("kind", b"empty", b"")
    assert Cache().get("kind", KEY) == b"content"
    assert kept.get("kind", b"empty") == b""
    assert kept.get("other", KEY) is None
    assert kept.get("kind", b"other") is None
    assert own_cache.is_dir()


def test_a_digest_tells_parts_apart() -> None:
    found = [digest("ab", "c"), digest("a", "bc"), digest("abc"), digest("abc", ""), digest()]
    assert len(set(found)) == len(found)
    assert digest("図") == digest("図".encode())


def test_what_is_damaged_cut_off_or_anothers_is_as_good_as_none(own_cache: Path) -> None:
    kept = Cache()
    kept.put("kind", KEY, b"content")
    kept.put("kind", b"other", b"strange")
    first, second = entries(own_cache)
    sound = first.read_bytes()
    for damaged in (
        sound[:-1],
        sound + b"x",
        sound[:5],
        b"",
        bytes([sound[0] ^ 1]) + sound[1:],
        second.read_bytes(),
    ):
        first.write_bytes(damaged)
        assert None in (kept.get("kind", KEY), kept.get("kind", b"other"))
    first.unlink()
    first.mkdir()
    assert None in (kept.get("kind", KEY), kept.get("kind", b"other"))
    kept.put("kind", KEY, b"anew")
    kept.put("kind", b"other", b"anew")


def test_another_maker_finds_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    Cache().put("kind", KEY, b"content")
    monkeypatch.setattr(cache, "maker", lambda: b"a later argmap")
    assert Cache().get("kind", KEY) is None


def test_the_maker_is_argmap_python_and_the_libraries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.maker.cache_clear()
    before = cache.maker()
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path), str(tmp_path / "nowhere")])
    cache.maker.cache_clear()
    assert cache.maker() == before
    (tmp_path / "shapes-1.0.dist-info").mkdir()
    cache.maker.cache_clear()
    assert cache.maker() != before
    cache.maker.cache_clear()


def test_nothing_is_kept_where_nothing_can_be_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o777)
    for folder in ("", str(tmp_path / "file" / "below"), str(shared), "nul\0"):
        monkeypatch.delenv("ARGMAP_CACHE")
        if "\0" in folder:
            kept = Cache(Path(folder))
        else:
            monkeypatch.setenv("ARGMAP_CACHE", folder)
            kept = Cache()
        monkeypatch.setenv("ARGMAP_CACHE", "")
        kept.put("kind", KEY, b"content")
        assert kept.get("kind", KEY) is None
    assert list(shared.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="only here do files have owners")
def test_the_cache_of_somebody_else_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    Cache().put("kind", KEY, b"content")
    monkeypatch.setattr(os, "getuid", lambda: 12345)
    assert Cache().get("kind", KEY) is None


def test_a_folder_that_goes_meanwhile_harms_nothing(own_cache: Path) -> None:
    kept = Cache()
    own_cache.rmdir()
    own_cache.write_text("")
    kept.put("kind", KEY, b"content")
    assert kept.get("kind", KEY) is None


def test_without_a_word_the_users_own_folder_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ARGMAP_CACHE")
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *_, **__: tmp_path / "home" / "argmap")
    Cache().put("kind", KEY, b"content")
    assert Cache().get("kind", KEY) == b"content"
    assert (tmp_path / "home" / "argmap").stat().st_mode & 0o777 == 0o700


def test_what_was_used_least_recently_goes_first(own_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "MOST_BYTES", 2500)
    kept = Cache()
    for number in range(4):
        kept.put("kind", bytes([number]), bytes(1000))
        newest = max(entries(own_cache), key=lambda file: file.stat().st_mtime_ns)
        os.utime(newest, (1_000_000 + number * 100_000,) * 2)
    (own_cache / "kind" / "killed.123.part").write_bytes(b"")
    os.utime(own_cache / "kind" / "killed.123.part", (1, 1))
    assert kept.get("kind", b"\0") is not None, "was used just now"
    os.utime(own_cache / "looked", (1, 1))
    kept.put("kind", b"last", bytes(10))
    assert [kept.get("kind", bytes([number])) is not None for number in range(4)] == [
        True,
        False,
        False,
        True,
    ]
    assert not [file for file in entries(own_cache) if file.suffix == ".part"]


def test_two_processes_at_once_keep_what_is_right(own_cache: Path) -> None:
    code = (
        "import sys; from argmap.cache import Cache\n"
        "for turn in range(200):\n"
        "    Cache().put('kind', b'key', sys.argv[1].encode() * 5000)\n"
        "    assert Cache().get('kind', b'key') in (b'a' * 5000, b'b' * 5000)\n"
    )
    both = [subprocess.Popen([sys.executable, "-c", code, name]) for name in "ab"]
    assert [one.wait(60) for one in both] == [0, 0]
    assert len(entries(own_cache)) == 1
