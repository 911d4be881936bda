"""What a project decides once: `argmap.toml`, or `[tool.argmap]` in `pyproject.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal

from argmap.diagnostics import Lang, Rule, Severity

TEMPLATES = ("brief", "floor", "notice")
"""The documents whose form can be replaced."""

_FILES = ("argmap.toml", "pyproject.toml")
_TIME = re.compile(r"(?=.)(?:([0-9]{1,2})(?:h|時間))?(?:([0-9]{1,4})(?:m|分|$))?(?:([0-9]{1,5})(?:s|秒))?")


class ConfigError(Exception):
    """The configuration says something that argmap does not understand; the message names file and key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembly:
    """The assembly to which questions are put, as its forms name it; what is empty or None is left to be written in.

    Attributes:
        name: the assembly, such as 小平市議会.
        session: the session, such as 令和2年12月定例会.
        chair: the name of the chair.
        member: the name of the member who asks.
        rule: the rule under which notice is given, such as 小平市議会会議規則第57条第2項.
        mode: how re-questions are put: all at once (一括質問一括答弁) or one after the other (一問一答).
        answerers: who is asked to answer, such as 市長 and 教育長.
        limit: the seconds that a member has.
        requestions: how many re-questions are allowed; None: any number.
        filed: the day on which notice is given.
    """

    name: str = ""
    session: str = ""
    chair: str = ""
    member: str = ""
    rule: str = ""
    mode: Literal["batch", "one-by-one"] | None = None
    answerers: tuple[str, ...] = ()
    limit: int | None = None
    requestions: int | None = None
    filed: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The settings of a run.

    Attributes:
        select: codes, beginnings of codes (`AM3`) or slugs; empty means every rule.
        ignore: the same; what is ignored is not reported, whatever `select` says.
        fail_on: the least severity that makes a run fail.
        side: whose claims are looked at for gaps.
        lang: the language of messages, `ja` or `en`; None leaves it to the debate or the locale.
        assembly: what its forms say of the assembly.
        templates: forms that take the place of the built-in ones: Word files, and for the brief a template of Typst, by one of `TEMPLATES`.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Severity = Severity.ERROR
    side: str = "government"
    lang: Lang | None = None
    assembly: Assembly = Assembly()
    templates: Mapping[str, Path] = field(default_factory=dict)

    def wants(self, rule: Rule) -> bool:
        """Whether findings of a rule are reported; errors always are."""
        if rule.severity is Severity.ERROR:
            return True
        selected = not self.select or any(names(word, rule) for word in self.select)
        return selected and not any(names(word, rule) for word in self.ignore)


def names(word: str, rule: Rule) -> bool:
    """Whether a word of `select` or `ignore` means a rule."""
    return word == rule.slug or rule.code.startswith(word.upper())


def seconds_in(text: str) -> int | None:
    """The seconds in a time such as `20m`, `90s`, `1h30m` or `20分`, or in a number of minutes; None when it is no time, or none."""
    match = _TIME.fullmatch(text)
    if match is None:
        return None
    hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return hours * 3600 + minutes * 60 + seconds or None


def find_config(folder: Path) -> Config:
    """The configuration of a folder: the nearest `argmap.toml` or `[tool.argmap]`, looking upwards.

    Raises:
        ConfigError: the file cannot be read, or says something unknown.
    """
    for file in (here / name for here in (folder, *folder.parents) for name in _FILES):
        try:
            settings = _settings(file) if file.is_file() else None
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
            raise ConfigError(f"{file}: {error}") from error
        if settings is not None:
            return _config(settings, file)
    return Config()


def _settings(file: Path) -> dict[str, Any] | None:
    data: Any = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    for table in ("tool", "argmap") if file.name == "pyproject.toml" else ():
        data = data.get(table)
        if data is None:
            return None
        if not isinstance(data, dict):
            raise ConfigError(f"{file}: `{table}` must be a table")
    settings: dict[str, Any] = data
    return settings


def _config(settings: dict[str, Any], file: Path) -> Config:
    read: dict[str, _Reader] = {
        "select": _codes,
        "ignore": _codes,
        "fail-on": _one_of(*Severity),
        "side": _text,
        "lang": _one_of("ja", "en"),
        "assembly": lambda value, key: Assembly(**_table(value, key, _ASSEMBLY)),
        "templates": lambda value, key: {
            name: file.parent / path
            for name, path in _table(value, key, dict.fromkeys(TEMPLATES, _text)).items()
        },
    }
    try:
        return Config(**_table(settings, "", read))
    except _MisreadError as error:
        raise ConfigError(f"{file}: {error}") from error


_Reader = Callable[[object, str], Any]
"""From the value of a setting, and its key, to what argmap keeps."""


class _MisreadError(ValueError):
    """A setting says something that argmap does not understand."""


def _table(value: object, key: str, read: Mapping[str, _Reader]) -> dict[str, Any]:
    """The settings of a table, by the names that Python gives them."""
    if not isinstance(value, dict):
        raise _MisreadError(f"`{key}` must be a table")
    for name in value:
        if name not in read:
            raise _MisreadError(
                f"`{_within(key, name)}` is not a setting; known are {', '.join(sorted(read))}"
            )
    return {name.replace("-", "_"): read[name](given, _within(key, name)) for name, given in value.items()}


def _within(table: str, key: str) -> str:
    return f"{table}.{key}" if table else key


def _list_of(what: str) -> _Reader:
    def read(value: object, key: str) -> tuple[str, ...]:
        if isinstance(value, list) and all(isinstance(word, str) for word in value):
            return tuple(value)
        raise _MisreadError(f"`{key}` must be a list of {what}")

    return read


def _one_of(*allowed: str) -> _Reader:
    def read(value: object, key: str) -> str:
        if value in allowed:
            return allowed[allowed.index(value)]
        raise _MisreadError(f"`{key}` must be one of {', '.join(allowed)}")

    return read


def _text(value: object, key: str) -> str:
    if isinstance(value, str):
        return value
    raise _MisreadError(f"`{key}` must be text")


def _time(value: object, key: str) -> int:
    seconds = seconds_in(value) if isinstance(value, str) else None
    if seconds is None:
        raise _MisreadError(f"`{key}` must be a time such as 20m or 90s")
    return seconds


def _count(value: object, key: str) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    raise _MisreadError(f"`{key}` must be a whole number")


def _day(value: object, key: str) -> date:
    """A day, as a date of TOML or as text."""
    try:
        found = date.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        found = None
    if isinstance(found, date) and not isinstance(found, datetime):
        return found
    raise _MisreadError(f"`{key}` must be a day such as 2025-11-12")


_codes = _list_of("codes or slugs")
_ASSEMBLY: Mapping[str, _Reader] = {
    "name": _text,
    "session": _text,
    "chair": _text,
    "member": _text,
    "rule": _text,
    "mode": _one_of("batch", "one-by-one"),
    "answerers": _list_of("names"),
    "limit": _time,
    "requestions": _count,
    "filed": _day,
}
