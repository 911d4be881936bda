"""The parts of a page that are there from the start and that its script brings to life: tools, views, menus."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from argmap.diagnostics import Lang
from argmap.report.html.data import PageData, PageMap
from argmap.report.html.elements import Markup, element, joined
from argmap.report.html.words import SCRIPT, SHELL

_VIEWS = ("map", "list", "matrix")
_SIGNS = {
    "in": "M12 5v14M5 12h14",
    "out": "M5 12h14",
    "fit": "M8 8h8v8H8zM4 7V4h3M17 4h3v3M20 17v3h-3M7 20H4v-3",
    "full": "M9 4H4v5M15 4h5v5M20 15v5h-5M9 20H4v-5",
}
"""What the buttons show, as lines on 24 by 24 units."""
KEYS = {
    "key-arrows": "← ↑ → ↓",
    "key-enter": "Enter",
    "key-search": "/",
    "key-escape": "Esc",
    "key-zoom": "+ − 0",
    "key-walk": "→ ←",
    "key-help": "?",
}
"""The keys, by the name of the words that say what each does."""


def tools(lang: Lang) -> Markup:
    """The tools at the head of the page."""
    find = SHELL["find"].say(lang)
    choices = (
        element(
            "label",
            element("input", type="radio", name="view", value=name, checked=name == "map"),
            element("span", SHELL[name].say(lang)),
        )
        for name in _VIEWS
    )
    return element(
        "div",
        element(
            "search",
            element("input", type="search", id="find", placeholder=find, aria_label=find, autocomplete="off"),
        ),
        element(
            "fieldset",
            element("legend", SHELL["views"].say(lang), class_="unseen"),
            *choices,
            class_="choice",
        ),
        _opens("filter", lang),
        element("button", SHELL["walk"].say(lang), type="button", id="walk"),
        _opens("print", lang),
        _opens("keys", lang),
        class_="tools",
        role="group",
        aria_label=SHELL["tools"].say(lang),
    )


def views(maps: Sequence[PageMap], lang: Lang) -> Markup:
    """The map, or the maps of its parts to be opened, and room for table and matrix."""
    folded = any(one.title for one in maps)
    shown = (
        element("template", drawn, data_title=one.title, data_counts=one.counts) if folded else drawn
        for one in maps
        for drawn in [Markup(one.svg[one.svg.find("<svg") :])]
    )
    zoom = (
        element("button", _icon(lines), type="button", id=f"zoom-{name}", aria_label=SHELL[name].say(lang))
        for name, lines in _SIGNS.items()
    )
    canvas = element(
        "div",
        element("div", *shown, id="sheet"),
        id="canvas",
        tabindex=0,
        role="group",
        aria_label=SHELL["canvas"].say(lang),
    )
    return element(
        "section",
        element("noscript", element("p", SHELL["no-script"].say(lang), class_="note")),
        element("div", id="trial", class_="trial", hidden=True),
        element(
            "div",
            canvas,
            element("div", id="folds", class_="scroll", hidden=True),
            element("button", "‹ ", SHELL["groups"].say(lang), type="button", id="refold", hidden=True),
            element("canvas", id="minimap", hidden=True, aria_hidden="true"),
            element("div", *zoom, class_="zoom", role="group", aria_label=SHELL["zoom"].say(lang)),
            id="map",
            class_="stage-map",
        ),
        element(
            "div",
            id="list",
            class_="scroll",
            hidden=True,
            tabindex=0,
            role="region",
            aria_label=SHELL["list"].say(lang),
        ),
        element(
            "div",
            id="matrix",
            class_="scroll",
            hidden=True,
            tabindex=0,
            role="region",
            aria_label=SHELL["matrix"].say(lang),
        ),
        _walk(lang),
        class_="stage",
        aria_label=SHELL["stage"].say(lang),
    )


def after(data: PageData, lang: Lang) -> Markup:
    """The menus, and what is read out when something changes."""
    return joined(
        element(
            "div",
            *_filter(data, lang),
            id="filter",
            class_="menu",
            popover="auto",
            role="dialog",
            aria_label=SHELL["filter"].say(lang),
        ),
        element(
            "div",
            *_print(lang),
            id="print",
            class_="menu",
            popover="auto",
            role="dialog",
            aria_label=SHELL["print"].say(lang),
        ),
        element(
            "div",
            *_keys(lang),
            id="keys",
            class_="menu",
            popover="auto",
            role="dialog",
            aria_label=SHELL["keys"].say(lang),
        ),
        element("p", id="say", class_="unseen", role="status"),
    )


def _icon(lines: str) -> Markup:
    return element("svg", element("path", d=lines), viewBox="0 0 24 24", class_="icon", aria_hidden="true")


def _opens(name: str, lang: Lang) -> Markup:
    words = "?" if name == "keys" else SHELL[name].say(lang)
    label = SHELL[name].say(lang) if name == "keys" else None
    return element("button", words, type="button", popovertarget=name, id=f"open-{name}", aria_label=label)


def _walk(lang: Lang) -> Markup:
    return element(
        "div",
        element("button", SHELL["previous"].say(lang), type="button", id="walk-previous"),
        element("output", id="walk-at"),
        element("button", SHELL["next"].say(lang), type="button", id="walk-next"),
        element("button", SHELL["end"].say(lang), type="button", id="walk-end"),
        id="steps",
        class_="steps",
        role="group",
        aria_label=SHELL["walk"].say(lang),
        hidden=True,
    )


def _filter(data: PageData, lang: Lang) -> Iterator[Markup]:
    """What can be asked for: only what occurs in the debate."""
    roles = dict.fromkeys((*(one.role for one in data.statements), *("question" for _ in data.questions[:1])))
    statuses = {one.status.value for said in (data.statements, data.questions) for one in said}
    yield _boxes("role", {role: SCRIPT[role].say(lang) for role in roles}, lang)
    shown = {name: f"{one.sign} {one.word}" for name, one in data.statuses.items() if name in statuses}
    yield _boxes("status", shown, lang)
    yield _boxes("party", {party.id: party.name for party in data.parties}, lang)
    yield _boxes("group", {group.id: group.title for group in data.groups}, lang)
    only = (_check(name, name, SHELL[name].say(lang)) for name in ("stands", "bare"))
    yield element("fieldset", *only)
    yield element("button", SHELL["clear"].say(lang), type="button", id="clear")


def _boxes(name: str, choices: Mapping[str, str], lang: Lang) -> Markup:
    if len(choices) <= 1:
        return joined()
    boxes = (_check(name, value, words) for value, words in choices.items())
    return element("fieldset", element("legend", SHELL[name].say(lang)), *boxes)


def _check(name: str, value: str, words: str) -> Markup:
    return element("label", element("input", type="checkbox", name=name, value=value), element("span", words))


def _print(lang: Lang) -> Iterator[Markup]:
    papers = (
        element(
            "label",
            element("input", type="radio", name="paper", value=value, checked=value == "a4"),
            element("span", value.upper()),
        )
        for value in ("a4", "a3")
    )
    yield element("fieldset", element("legend", SHELL["paper"].say(lang)), *papers)
    yield element("fieldset", _check("bw", "bw", SHELL["bw"].say(lang)))
    for name in ("print-now", "save-svg", "save-png"):
        yield element("button", SHELL[name].say(lang), type="button", id=name)


def _keys(lang: Lang) -> Iterator[Markup]:
    yield element("h2", SHELL["keys"].say(lang))
    rows = (
        joined(element("dt", element("kbd", keys)), element("dd", SHELL[name].say(lang)))
        for name, keys in KEYS.items()
    )
    yield element("dl", *rows)
    yield element("button", SHELL["close"].say(lang), type="button", popovertarget="keys")
