"""Colours and type of a drawn picture.

Colour only repeats what shape, sign, word and arrowhead say. The hues are blue, vermilion, ochre and purple after Okabe
& Ito (2008, "Color Universal Design"), darkened on white paper, and lightened on dark, until small text in them has a
contrast of 4.5 : 1 (WCAG 2.2).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

FONTS = "'Noto Sans JP','Noto Sans CJK JP','Hiragino Sans','Hiragino Kaku Gothic ProN','Yu Gothic',YuGothic,Meiryo,sans-serif"


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """The colours of a picture, as CSS says them.

    Attributes:
        paper: the sheet, and the inside of boxes.
        ink: text.
        muted: smaller text.
        grey: evidence.
        blue: what supports or stands.
        red: what rebuts or has fallen.
        ochre: what is challenged.
        purple: what is open.
        faint: what a question is about.
        frame: a group, `frame_edge` its outline, and `stack` a stack.
        head: the head of a box of the government, with `head_words` on it.
        claim_head: the head of other claims, `claim_edge` their outline.
        rebuttal_head: the head of other rebuttals.
        question: the inside of a question, `question_edge` its outline.
        fold: the folded corner of evidence.
    """

    paper: str
    ink: str
    muted: str
    grey: str
    blue: str
    red: str
    ochre: str
    purple: str
    faint: str
    frame: str
    frame_edge: str
    stack: str
    head: str
    head_words: str
    claim_head: str
    claim_edge: str
    rebuttal_head: str
    question: str
    question_edge: str
    fold: str


LIGHT = Palette(
    paper="#ffffff",
    ink="#1f2933",
    muted="#55606b",
    grey="#5c6670",
    blue="#1b629e",
    red="#ad3a12",
    ochre="#7d5a00",
    purple="#7a3b73",
    faint="#8d97a1",
    frame="#f4f6f8",
    frame_edge="#d3d9e0",
    stack="#e6eaef",
    head="#1d3557",
    head_words="#ffffff",
    claim_head="#e3ebf3",
    claim_edge="#47637f",
    rebuttal_head="#f9e7df",
    question="#fffbea",
    question_edge="#6f5b12",
    fold="#dfe3e8",
)
"""On white paper."""

DARK = Palette(
    paper="#1c242d",
    ink="#e6eaee",
    muted="#a9b4be",
    grey="#93a0ac",
    blue="#8cc4f5",
    red="#f5a184",
    ochre="#e5c163",
    purple="#dfa6d8",
    faint="#75808b",
    frame="#151b22",
    frame_edge="#333e49",
    stack="#2a343f",
    head="#a9c4e4",
    head_words="#10161d",
    claim_head="#293848",
    claim_edge="#7f9cba",
    rebuttal_head="#45291f",
    question="#2b2817",
    question_edge="#b7a04d",
    fold="#3a4653",
)
"""On a dark screen."""


def css() -> str:
    """The style sheet that every picture carries."""
    return "".join((*_SHAPES, *_colours(LIGHT, ".argmap")))


def change_css() -> str:
    """What is added to the style sheet where a picture shows what became of things."""
    return "".join((*_CHANGES, *_change_colours(LIGHT, ".argmap")))


def recoloured(palette: Palette, scope: str) -> str:
    """Rules that give a picture within a page other colours.

    Args:
        palette: the colours.
        scope: a selector that finds the picture, and weighs more than `.argmap`.
    """
    return "".join(_colours(palette, scope))


_CHANGES = (
    ".argmap .node.changed .shape,.argmap .claim.changed .shape,.argmap .claim.verdict .shape{stroke-width:3.6}",
    ".argmap .still{opacity:.65}",
    ".argmap .removed .shape{stroke-dasharray:5 3.5}",
    ".argmap .node.removed .t{text-decoration:line-through}",
    ".argmap .added .shape.broad{fill:none;stroke-width:5.4}",
    ".argmap .edge.added .way{stroke-width:5;stroke-dasharray:none}",
    ".argmap .added .core{fill:none;stroke-width:1.9}",
    ".argmap .edge.changed .way{stroke-width:3.6}",
    ".argmap .edge.removed .way{stroke-width:1.2;stroke-dasharray:3 4}",
    ".argmap .sign circle{stroke-width:1.2}",
    ".argmap .sign .s{stroke-width:.5}",
)


def _change_colours(palette: Palette, scope: str) -> Iterator[str]:
    p = palette
    yield f"{scope} .added .core{{stroke:{p.paper}}}"
    yield f"{scope} .node.removed .t{{fill:{p.muted};stroke:none}}"
    yield f"{scope} .marks .tone-missing .pill,{scope} .marks .tone-fallen .pill{{stroke:{p.paper}}}"
    yield f"{scope} .sign circle{{fill:{p.paper};stroke:{p.ink}}}"
    yield f"{scope} .sign .s{{fill:{p.ink};stroke:{p.ink}}}"


_SHAPES = (
    f".argmap{{font-family:{FONTS}}}",
    ".argmap text{white-space:pre}",
    ".argmap .t{font-size:13px}",
    ".argmap .s,.argmap .heading,.argmap .source,.argmap .missing{font-size:10.5px}",
    ".argmap .title{font-size:24px}",
    ".argmap .subtitle{font-size:12.5px}",
    ".argmap .note,.argmap .group-title{font-size:15px}",
    ".argmap .counts,.argmap .listed{font-size:10.5px}",
    ".argmap .title,.argmap .group-title{stroke-width:.55}",
    ".argmap .w,.argmap .heading{stroke-width:.35}",
    ".argmap .frame{stroke-width:1}",
    ".argmap .stack rect{stroke:none}",
    ".argmap .shape{stroke-width:1.2;stroke-linejoin:round}",
    ".argmap .rebuttal .shape,.argmap .question .shape{stroke-width:1.4}",
    ".argmap .evidence .head,.argmap .question .head,.argmap .reference .head{fill:none}",
    ".argmap .reference .shape{stroke-dasharray:2 3}",
    ".argmap .fold{stroke-width:1.2;stroke-linejoin:round}",
    ".argmap .side-government .shape{stroke-width:2.2}",
    ".argmap .side-government .t{stroke-width:.3}",
    ".argmap .candidate .shape{stroke-dasharray:6 4}",
    ".argmap .pill{stroke-width:1}",
    ".argmap .edge path,.argmap .edge circle{fill:none;stroke-width:1.6;stroke-linejoin:round}",
    ".argmap .edge .halo{stroke-width:5;stroke-opacity:.85}",
    ".argmap .edge .bar{stroke-width:3}",
    ".argmap .edge.hidden path{stroke-opacity:0}",
    ".argmap .undercuts .way{stroke-dasharray:6 3}",
    ".argmap .partial .way{stroke-dasharray:9 4}",
    ".argmap .evasive .way{stroke-dasharray:2 4}",
    ".argmap .about .way{stroke-width:1.2;stroke-dasharray:1 4;stroke-linecap:round}",
    ".argmap .edge.candidate .way{stroke-width:.7}",
    ".argmap .junction circle{stroke-width:1.6}",
    ".argmap .badge .s{stroke-width:.25}",
    ".argmap .undercuts .tip{stroke-width:2.2}",
)


def _colours(palette: Palette, scope: str) -> Iterator[str]:
    p = palette
    government = f"{scope} .side-government"
    heads = (f"{government}.{role} .head-words" for role in ("claim", "rebuttal"))
    yield f"{scope},{scope} .title,{scope} .group-title,{scope} .w,{scope} .heading{{fill:{p.ink}}}"
    yield f"{scope} .title,{scope} .group-title,{scope} .w,{scope} .heading{{stroke:{p.ink}}}"
    muted = ("s", "source", "missing", "subtitle", "note", "counts")
    yield ",".join(f"{scope} .{name}" for name in muted) + f"{{fill:{p.muted}}}"
    yield f"{scope} .w{{fill:{p.ink}}}"
    yield f"{scope} .sheet{{fill:{p.paper}}}"
    yield f"{scope} .frame{{fill:{p.frame};stroke:{p.frame_edge}}}"
    yield f"{scope} .stack rect{{fill:{p.stack}}}"
    yield f"{scope} .shape{{fill:{p.paper};stroke:{p.grey}}}"
    yield f"{scope} .claim .shape{{stroke:{p.claim_edge}}}"
    yield f"{scope} .claim .head{{fill:{p.claim_head}}}"
    yield f"{scope} .rebuttal .shape{{stroke:{p.red}}}"
    yield f"{scope} .rebuttal .head{{fill:{p.rebuttal_head}}}"
    yield f"{scope} .question .shape{{fill:{p.question};stroke:{p.question_edge}}}"
    yield f"{scope} .reference .shape{{fill:none}}"
    yield f"{scope} .fold{{fill:{p.fold};stroke:{p.grey}}}"
    yield f"{government} .shape{{stroke:{p.head}}}"
    yield f"{government} .head{{fill:{p.head}}}"
    yield f"{government} .t{{stroke:{p.ink}}}"
    for head in heads:
        yield f"{head} .s{{fill:{p.head_words}}}"
        yield f"{head} .w{{fill:{p.head_words};stroke:{p.head_words}}}"
    yield f"{scope} .pill{{fill:{p.paper}}}"
    yield f"{scope} .edge .halo{{stroke:{p.paper}}}"
    yield f"{scope} .junction circle{{fill:{p.paper};stroke:{p.blue}}}"
    tones = {
        "standing": p.blue,
        "challenged": p.ochre,
        "open": p.purple,
        "fallen": p.red,
        "missing": p.ink,
        "plain": p.muted,
    }
    for tone, colour in tones.items():
        filled = tone in ("fallen", "missing")
        words = p.paper if filled else colour
        yield f"{scope} .tone-{tone} .pill{{stroke:{colour}{f';fill:{colour}' if filled else ''}}}"
        yield f"{scope} .tone-{tone} .s{{fill:{words};stroke:{words}}}"
    lines = {
        "rebuts": p.red,
        "undercuts": p.red,
        "supports": p.blue,
        "backs": p.grey,
        "answers": p.ink,
        "about": p.faint,
    }
    for kind, colour in lines.items():
        yield f"{scope} .{kind} .way,{scope} .{kind} .tip,{scope} .{kind} .bar{{stroke:{colour}}}"
    yield f"{scope} .rebuts .tip{{fill:{p.red}}}"
    yield f"{scope} .backs .tip{{fill:{p.grey}}}"
    yield f"{scope} .supports .tip{{fill:{p.paper}}}"
