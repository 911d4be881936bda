"""Bytes -> text: UTF-8, and a clear word about anything else."""

from __future__ import annotations

import re
from itertools import islice

from argmap.diagnostics import Words
from argmap.loading import rules
from argmap.loading.tree import UNPRINTABLE, Fault, Node, unprintable

_BOM = "\ufeff"
_MOST = 100  # unprintable characters that are named; a file with more is no text
_KANA = re.compile("[ぁ-ヺ]")
_OTHERS = (("euc_jp", "EUC-JP"), ("cp932", "Shift_JIS (CP932)"))  # text in CP932 is hardly ever valid EUC-JP


def decode(data: bytes) -> tuple[str | None, list[Fault]]:
    """The text of a file, without byte-order mark.

    Control characters are reported, each at its place, and replaced by U+FFFD so that the rest can be read.

    Returns:
        The text, None when the bytes are not UTF-8; and the faults.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or data[:4:2] == b"\0\0" or data[1:4:2] == b"\0\0":
        return None, [_encoding("UTF-16", 0, 0)]
    try:
        text = data.decode("utf-8").removeprefix(_BOM)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8").removeprefix(_BOM)
        return None, [_encoding(_guess(data), *_place(before, len(before)))]
    faults = []
    for match in islice(UNPRINTABLE.finditer(text), _MOST):
        line, column = _place(text, match.start())
        faults.append(unprintable(match.group(), Node(line, column, line, column + 1, None)))
    return (UNPRINTABLE.sub("\ufffd", text) if faults else text), faults


def _place(text: str, index: int) -> tuple[int, int]:
    """Line and column, from 0, of a position in a text."""
    before = text[:index].replace("\r\n", "\n").replace("\r", "\n")
    return before.count("\n"), len(before) - before.rfind("\n") - 1


def _guess(data: bytes) -> str | None:
    for codec, name in _OTHERS:
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        if _KANA.search(text):  # other bytes seldom make kana by chance
            return name
    return None


def _encoding(guess: str | None, line: int, column: int) -> Fault:
    seems = (
        Words(en=f"; it seems to be {guess}", ja=f"（{guess} と思われる）") if guess else Words(en="", ja="")
    )
    message = Words(
        en=f"the file is not UTF-8{seems.en}: save it as UTF-8",
        ja=f"UTF-8 ではない{seems.ja}。UTF-8 で保存し直す",
    )
    return Fault(rules.ENCODING, message, Node(line, column, line, column + 1, None))
