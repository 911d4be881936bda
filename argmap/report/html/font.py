"""The font of a page: Noto Sans JP cut down to the characters that the page uses, so that its boxes fit on every device."""

from __future__ import annotations

from io import BytesIO

_KEPT = ("CFF ", "OS/2", "cmap", "head", "hhea", "hmtx", "maxp", "name", "post")
"""The tables that a browser needs for text on horizontal lines."""
_NAMES = (0, 14)  # the copyright and the address of the licence, which has to go with every copy of the font


def subset(text: str) -> bytes:
    """The font with the characters of a text, as WOFF2; those that it lacks are passed over, a space is always there.

    Every character is as wide as in the whole font (`argmap.picture.measure`). The same characters give the same bytes.
    """
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont
    from pylopdf_fonts_jp import sans_path

    with TTFont(sans_path(), lazy=True, recalcBBoxes=False, recalcTimestamp=False) as font:
        for table in font.reader.keys() - set(_KEPT):
            del font[table]  # first of all, or the tables of the layout would be read and cut down in vain
        options = Options(
            desubroutinize=True,  # the small font compresses better without shared outlines
            hinting=False,
            layout_features=[],
            name_IDs=_NAMES,
        )
        cutter = Subsetter(options)
        cutter.populate(unicodes=map(ord, f"{text} "))  # browsers refuse a font without any character
        cutter.subset(font)
        font.flavor = "woff2"
        whole = BytesIO()
        font.save(whole)
    return whole.getvalue()
