"""Bytes to text: how a Japanese text is encoded, found out or given.

A byte-order mark decides; then what is valid: UTF-8, ISO-2022-JP (by its escapes), EUC-JP, CP932, in this order, for
text in one of them is hardly ever valid in an earlier one (hiragana of CP932 begins with 0x82, which EUC-JP has not).
"""

from __future__ import annotations

import codecs
import re

from argmap.diagnostics import Words
from argmap.ingest import UnreadableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16"),
)
_TRIED = (
    ("utf-8", "utf-8"),
    ("euc-jp", "euc_jp"),
    ("euc-jp", "euc_jis_2004"),  # ① and ㈱, which many programs write in EUC-JP though it has them not
    ("cp932", "cp932"),
)
_JIS = re.compile(rb"\x1b\$[@B]")
_SAME = {"shift_jis": "cp932", "ascii": "utf-8", "utf-8": "utf-8-sig"}  # what is meant by what is said
_KANA = re.compile("[ぁ-ヺ]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_MOST_CONTROL = 0.005  # of all characters; more are no text


def decode(data: bytes, encoding: str | None) -> tuple[str, str, Words]:
    """The text, the name of its encoding, and a note that says so. A byte-order mark is no part of the text.

    Raises:
        UnreadableError: the bytes are no text, or not in that encoding.
    """
    if encoding is not None:
        text, name = _given(data, encoding), encoding.lower()
        note = Words(en=f"encoding {name}, as given", ja=f"文字コードは指定された {name}")
    else:
        text, name = _found(data)
        note = Words(en=f"encoding {name}, found out", ja=f"文字コードは {name} と判断")
    if len(_CONTROL.findall(text)) > _MOST_CONTROL * len(text) or "\0" in text:
        raise UnreadableError(
            Words(
                en="this is no text: it has control characters", ja="文字のファイルではない（制御文字がある）"
            )
        )
    return text, name, note


def looks_like_text(data: bytes) -> bool:
    """Whether bytes may be a text, at a glance."""
    return data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" not in data


def _given(data: bytes, encoding: str) -> str:
    try:
        name = codecs.lookup(encoding).name
        codec = _SAME.get(name, name)
        return data.decode(codec).removeprefix("\ufeff")
    except LookupError as error:
        raise UnreadableError(
            Words(
                en=f"there is no encoding {encoding}: say utf-8, cp932 or euc-jp",
                ja=f"文字コード {encoding} はない。utf-8、cp932、euc-jp などを指定する",
            )
        ) from error
    except UnicodeDecodeError as error:
        raise _undecodable(data, error, encoding) from error
    except ValueError as error:  # an encoding of host names, say, or a name with a NUL
        raise UnreadableError(
            Words(en=f"not in {encoding}: {error}", ja=f"{encoding} として読めない: {error}")
        ) from error


def _found(data: bytes) -> tuple[str, str]:
    tried = [(name, codec) for mark, name, codec in _MARKS if data.startswith(mark)]
    if not tried:
        tried = [("iso-2022-jp", "iso2022_jp_ext"), *_TRIED] if _JIS.search(data) else [*_TRIED]
    failed = []
    for name, codec in tried:
        try:
            text = data.decode(codec)
        except UnicodeDecodeError as error:
            failed.append((error, name))
            continue
        if name.startswith("utf") or _KANA.search(text):  # other bytes seldom make kana by chance
            return text, name
    raise _undecodable(data, *max(failed, key=lambda failure: failure[0].start))


def _undecodable(data: bytes, error: UnicodeDecodeError, name: str) -> UnreadableError:
    """What to say of the first byte that cannot be decoded."""
    before = data[: error.start]
    wide = name.startswith("utf-16")  # its signs have the byte of a line end in them
    line = (before.decode(name, "replace").count("\n") if wide else before.count(b"\n")) + 1
    byte, place = f"0x{data[error.start : error.start + 1].hex().upper()}", error.start + 1
    return UnreadableError(
        Words(
            en=f"byte {byte} on line {line} (byte {place:,} of the file) is not {name}: "
            "save the file as UTF-8, or say its encoding",
            ja=f"{line} 行目（先頭から {place:,} バイト目）の {byte} は {name} ではない。"
            "UTF-8 で保存し直すか、文字コードを指定する",
        )
    )
