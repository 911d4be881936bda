"""HTML elements as values: whatever is not markup already is escaped, so that no text can become markup."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from html import escape, unescape
from urllib.parse import urlsplit

from argmap.diagnostics import Lang, Words

_VOID = frozenset({"input", "link", "meta"})
_STYLES = re.compile(r"<style[^>]*>(.*?)</style>", re.DOTALL)
_UNFIT = re.compile(  # control characters, and marks that would turn around the direction of what follows
    r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]"
)


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


def element(tag: str, *children: str | None, **attributes: str | int | bool | None) -> Markup:
    """An element. Children that are not `Markup` are escaped; None is left out.

    Args:
        tag: its name.
        children: text and elements.
        attributes: `class_` is `class`, `aria_label` is `aria-label`; True gives a bare attribute, None and False none.
    """
    given = "".join(
        _attribute(name, value)
        for name, value in attributes.items()
        if value is not None and value is not False  # 0 is a value
    )
    if tag in _VOID:
        return Markup(f"<{tag}{given}>")
    return Markup(f"<{tag}{given}>{joined(*children)}</{tag}>")


def joined(*children: str | None) -> Markup:
    """Text and elements, one after the other."""
    parts = (child if isinstance(child, Markup) else _text(child) for child in children if child is not None)
    return Markup("".join(parts))


def link(url: str, text: str, **attributes: str | None) -> Markup:
    """A link to another site, only for http and https; anything else stays text."""
    try:
        scheme = urlsplit(url).scheme
    except ValueError:
        return joined(text)
    if scheme not in ("http", "https"):
        return joined(text)
    return element("a", text, href=url, rel="noopener noreferrer", **attributes)


def document(title: str, lang: Lang, *body: Markup, styles: Sequence[str], script: str, data: str) -> str:
    """A page that needs nothing but itself.

    Its content security policy allows the style sheets and the script that it carries, by their hashes, a font and
    pictures that it makes itself, and nothing else: no other script, no request.

    Args:
        title: of the window.
        lang: the language of the page.
        body: what is shown.
        styles: style sheets.
        script: a module, as text.
        data: JSON for the script.
    """
    content = joined(*body)
    sheets = [*styles, *(unescape(sheet) for sheet in _STYLES.findall(content))]
    policy = {
        "default-src": ["'none'"],
        "script-src": [_hash(script)],
        "style-src": [*dict.fromkeys(map(_hash, sheets))],
        "font-src": ["data:"],
        "img-src": ["data:", "blob:"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
        "require-trusted-types-for": ["'script'"],
        "trusted-types": ["'none'"],
    }
    allowed = "; ".join(f"{name} {' '.join(values)}" for name, values in policy.items())
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=allowed),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="referrer", content="no-referrer"),
        element("title", title),
        *(element("style", Markup(sheet)) for sheet in styles),
    )
    skip = element("a", _SKIP.say(lang), class_="skip", href="#main")
    scripts = (
        element("script", Markup(data.replace("<", "\\u003c")), type="application/json", id="data"),
        element("script", Markup(script), type="module"),
    )
    page = element("html", head, "\n", element("body", skip, "\n", content, *scripts), lang=lang)
    return f"<!doctype html>\n{page}\n"


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


_SKIP = Words(en="Skip to content", ja="本文へ移動")


def _attribute(name: str, value: str | int | bool | None) -> str:  # noqa: FBT001 - an attribute's value
    key = name.rstrip("_").replace("_", "-")
    return f" {key}" if value is True else f' {key}="{_text(str(value))}"'


def _text(text: str) -> str:
    return escape(_UNFIT.sub("\ufffd", text))
