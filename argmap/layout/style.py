"""Colours and type of a drawn picture.

Colour only repeats what shape, sign, word and arrowhead say. The hues are blue, vermilion, ochre and purple after Okabe
& Ito (2008, "Color Universal Design"), darkened until small text in them has a contrast of 4.5 : 1 on white (WCAG 2.2).
"""

from __future__ import annotations

FONTS = "'Noto Sans JP','Noto Sans CJK JP','Hiragino Sans','Hiragino Kaku Gothic ProN','Yu Gothic',YuGothic,Meiryo,sans-serif"
INK, MUTED, PAPER = "#1f2933", "#55606b", "#ffffff"
_NAVY, _BLUE, _RED, _OCHRE, _PURPLE, _GREY = "#1d3557", "#1b629e", "#ad3a12", "#7d5a00", "#7a3b73", "#5c6670"

_TONES = {
    "standing": _BLUE,
    "challenged": _OCHRE,
    "open": _PURPLE,
    "fallen": _RED,
    "missing": INK,
    "plain": MUTED,
}
_LINES = {
    "rebuts": _RED,
    "undercuts": _RED,
    "supports": _BLUE,
    "backs": _GREY,
    "answers": INK,
    "about": "#8d97a1",
}


def css() -> str:
    """The style sheet that every picture carries."""
    rules = [
        f".argmap{{font-family:{FONTS};fill:{INK}}}",
        ".argmap text{white-space:pre}",
        f".argmap .sheet{{fill:{PAPER}}}",
        ".argmap .t{font-size:13px}",
        ".argmap .s,.argmap .heading,.argmap .source,.argmap .missing{font-size:10.5px}",
        f".argmap .s,.argmap .source,.argmap .missing,.argmap .subtitle,.argmap .note,.argmap .counts{{fill:{MUTED}}}",
        ".argmap .title{font-size:24px}",
        ".argmap .subtitle{font-size:12.5px}",
        ".argmap .note,.argmap .group-title{font-size:15px}",
        ".argmap .counts,.argmap .listed{font-size:10.5px}",
        f".argmap .title,.argmap .group-title{{stroke:{INK};stroke-width:.55;fill:{INK}}}",
        f".argmap .w,.argmap .heading{{stroke:{INK};stroke-width:.35;fill:{INK}}}",
        ".argmap .frame{fill:#f4f6f8;stroke:#d3d9e0;stroke-width:1}",
        ".argmap .stack rect{fill:#e6eaef;stroke:none}",
        f".argmap .shape{{fill:{PAPER};stroke:{_GREY};stroke-width:1.2;stroke-linejoin:round}}",
        ".argmap .claim .shape{stroke:#47637f}",
        ".argmap .claim .head{fill:#e3ebf3}",
        f".argmap .rebuttal .shape{{stroke:{_RED};stroke-width:1.4}}",
        ".argmap .rebuttal .head{fill:#f9e7df}",
        ".argmap .evidence .head,.argmap .question .head,.argmap .reference .head{fill:none}",
        ".argmap .question .shape{fill:#fffbea;stroke:#6f5b12;stroke-width:1.4}",
        ".argmap .reference .shape{fill:none;stroke-dasharray:2 3}",
        ".argmap .fold{fill:#dfe3e8;stroke:#5c6670;stroke-width:1.2;stroke-linejoin:round}",
        f".argmap .side-government .shape{{stroke:{_NAVY};stroke-width:2.2}}",
        f".argmap .side-government .head{{fill:{_NAVY}}}",
        f".argmap .side-government.claim .head-words .s,.argmap .side-government.rebuttal .head-words .s{{fill:{PAPER}}}",
        f".argmap .side-government.claim .head-words .w,.argmap .side-government.rebuttal .head-words .w{{fill:{PAPER};stroke:{PAPER}}}",
        f".argmap .side-government .t{{stroke:{INK};stroke-width:.3}}",
        ".argmap .candidate .shape{stroke-dasharray:6 4}",
        f".argmap .pill{{fill:{PAPER};stroke-width:1}}",
        ".argmap .edge path,.argmap .edge circle{fill:none;stroke-width:1.6;stroke-linejoin:round}",
        f".argmap .edge .halo{{stroke:{PAPER};stroke-width:5;stroke-opacity:.85}}",
        ".argmap .edge .bar{stroke-width:3}",
        ".argmap .edge.hidden path{stroke-opacity:0}",
        ".argmap .undercuts .way{stroke-dasharray:6 3}",
        ".argmap .partial .way{stroke-dasharray:9 4}",
        ".argmap .evasive .way{stroke-dasharray:2 4}",
        ".argmap .about .way{stroke-width:1.2;stroke-dasharray:1 4;stroke-linecap:round}",
        f".argmap .junction circle{{fill:{PAPER};stroke:{_BLUE};stroke-width:1.6}}",
    ]
    for tone, colour in _TONES.items():
        filled = tone in ("fallen", "missing")
        rules.append(f".argmap .tone-{tone} .pill{{stroke:{colour}{f';fill:{colour}' if filled else ''}}}")
        rules.append(f".argmap .tone-{tone} .s{{fill:{PAPER if filled else colour}}}")
        edge = PAPER if filled else colour
        rules.append(f".argmap .tone-{tone} .s{{stroke:{edge};stroke-width:.25}}")
    for kind, colour in _LINES.items():
        rules.append(f".argmap .{kind} .way,.argmap .{kind} .tip,.argmap .{kind} .bar{{stroke:{colour}}}")
    rules.append(f".argmap .rebuts .tip{{fill:{_RED}}}")
    rules.append(f".argmap .backs .tip{{fill:{_GREY}}}")
    rules.append(f".argmap .supports .tip{{fill:{PAPER}}}")
    rules.append(".argmap .undercuts .tip{stroke-width:2.2}")
    return "".join(rules)
