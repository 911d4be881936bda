"""Files that many people have and argmap cannot read, known by their first bytes, and what to do with them."""

from __future__ import annotations

from argmap.diagnostics import Words
from argmap.ingest import UnreadableError

_SAVE = Words(en="open it and save it as .docx or PDF", ja="開いて .docx か PDF で保存し直す")
_SCAN = Words(
    en="it is a picture: read its text first (OCR, such as `ocrmypdf -l jpn`) and give the text",
    ja="画像なので、先に文字認識（OCR。`ocrmypdf -l jpn` など）をして、その結果を渡す",
)
_UNPACK = Words(en="unpack it and give the documents in it", ja="展開して、中の文書を渡す")
_KNOWN = (
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        Words(en="an old Word or Ichitaro file", ja="古い Word か一太郎のファイル"),
        _SAVE,
    ),
    (b"{\\rtf", Words(en="Rich Text", ja="リッチテキスト"), _SAVE),
    (b"\x89PNG\r\n", Words(en="a PNG picture", ja="PNG 画像"), _SCAN),
    (b"\xff\xd8\xff", Words(en="a JPEG picture", ja="JPEG 画像"), _SCAN),
    (b"II*\0", Words(en="a TIFF picture", ja="TIFF 画像"), _SCAN),
    (b"MM\0*", Words(en="a TIFF picture", ja="TIFF 画像"), _SCAN),
    (b"GIF8", Words(en="a GIF picture", ja="GIF 画像"), _SCAN),
    (b"\x1f\x8b", Words(en="a gzip archive", ja="gzip の書庫"), _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", Words(en="a 7z archive", ja="7z の書庫"), _UNPACK),
)


def check_signature(data: bytes) -> None:
    """Refuse a file of a kind that is known not to be readable, with advice."""
    for start, kind, advice in _KNOWN:
        if data.startswith(start):
            raise UnreadableError(
                Words(en=f"this is {kind.en}: {advice.en}", ja=f"{kind.ja}は読めない。{advice.ja}")
            )
