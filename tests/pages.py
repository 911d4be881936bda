"""What the tests of the pages read out of a page: its elements, its policy, its data."""

from __future__ import annotations

import json
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from typing import Any

_VOID = ("meta", "input", "link")


class Parsed(HTMLParser):
    """The start tags of a page with their attributes, and the text between them; every tag is closed in its turn."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words = ""
        self.within: dict[str, list[str]] = {}
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in _VOID:
            self.open.append(tag)
            self.within.setdefault(tag, []).append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not self.open:
            assert data.isspace()
        elif self.open[-1] in ("script", "style"):
            self.within[self.open[-1]][-1] += data
        else:
            self.words += data

    def values(self, name: str, tag: str | None = None) -> list[str]:
        return [
            found for of, attrs in self.tags if tag in (None, of) and (found := attrs.get(name)) is not None
        ]

    def count(self, tag: str) -> int:
        return sum(of == tag for of, _ in self.tags)

    @property
    def data(self) -> Any:  # noqa: ANN401 - JSON
        """What the page knows."""
        return json.loads(self.within["script"][0])

    @property
    def policy(self) -> dict[str, list[str]]:
        """The content security policy by directive."""
        (text,) = (attrs["content"] or "" for tag, attrs in self.tags if "http-equiv" in attrs)
        return {name: values for name, *values in (part.split(" ") for part in text.split("; "))}


def source_hash(text: str) -> str:
    """The source of a policy that allows exactly one text."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, six hexadecimal digits each (WCAG 2.2)."""
    low, high = sorted(map(_luminance, (one, other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[k : k + 2], 16) / 255 for k in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
