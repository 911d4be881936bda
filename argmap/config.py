"""What a project decides once: `argmap.toml`, or `[tool.argmap]` in `pyproject.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from argmap.diagnostics import Lang, Rule, Severity

_FILES = ("argmap.toml", "pyproject.toml")


class ConfigError(Exception):
    """The configuration says something that argmap does not understand; the message names file and key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The settings of a run.

    Attributes:
        select: codes, beginnings of codes (`AM3`) or slugs; empty means every rule.
        ignore: the same; what is ignored is not reported, whatever `select` says.
        fail_on: the least severity that makes a run fail.
        side: whose claims are looked at for gaps.
        lang: the language of messages, `ja` or `en`; None leaves it to the debate or the locale.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Severity = Severity.ERROR
    side: str = "government"
    lang: Lang | None = None

    def wants(self, rule: Rule) -> bool:
        """Whether findings of a rule are reported; errors always are."""
        if rule.severity is Severity.ERROR:
            return True
        selected = not self.select or any(names(word, rule) for word in self.select)
        return selected and not any(names(word, rule) for word in self.ignore)


def names(word: str, rule: Rule) -> bool:
    """Whether a word of `select` or `ignore` means a rule."""
    return word == rule.slug or rule.code.startswith(word.upper())


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
    known = {one.name.replace("_", "-") for one in fields(Config)}
    for key in settings:
        if key not in known:
            raise ConfigError(f"{file}: `{key}` is not a setting; known are {', '.join(sorted(known))}")
    values: dict[str, Any] = {}
    for key in ("select", "ignore"):
        if key in settings:
            values[key] = _words(settings[key], key, file)
    if "fail-on" in settings:
        values["fail_on"] = _one_of(settings["fail-on"], tuple(Severity), "fail-on", file)
    if "lang" in settings:
        values["lang"] = _one_of(settings["lang"], ("ja", "en"), "lang", file)
    if "side" in settings:
        values["side"] = settings["side"]
        if not isinstance(settings["side"], str):
            raise ConfigError(f"{file}: `side` must be text")
    return Config(**values)


def _words(value: object, key: str, file: Path) -> tuple[str, ...]:
    if isinstance(value, list) and all(isinstance(word, str) for word in value):
        return tuple(value)
    raise ConfigError(f"{file}: `{key}` must be a list of codes or slugs")


def _one_of(value: object, allowed: tuple[Any, ...], key: str, file: Path) -> Any:  # noqa: ANN401 - one of allowed
    if value in allowed:
        return allowed[allowed.index(value)]
    raise ConfigError(f"{file}: `{key}` must be one of {', '.join(allowed)}")
