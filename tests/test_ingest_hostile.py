"""Hostile, damaged and mistaken files: a clear message in a short time, or the text; never anything else."""

from __future__ import annotations

import json
import re
import runpy
import subprocess
import sys
import zlib
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.ingest import READERS, UnreadableError, _limits, pdf, read_bytes, read_document
from argmap.ingest import _pdfium as pdfium
from argmap.ingest._layout import Character, lines_of
from tests.ingest_samples import samples
from tests.test_ingest_readers import refused, word


def pdf_of(pages: int = 1, content: bytes = b"", turn: int = 0, more: bytes = b"") -> bytes:
    """A PDF by hand: every page has the same content, compressed; `more` goes into the trailer."""
    packed = zlib.compress(content, 9)
    kids = b" ".join(b"%d 0 R" % (number + 4) for number in range(pages))
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 400] /Rotate %d /Contents 3 0 R /Resources "
        b"<< /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>"
    ) % turn
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (pages, kids),
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed),
        *[page] * pages,
    ]
    made, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        places.append(b"%010d 00000 n \n" % len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(places) + 1, b"".join(places))
    trailer = b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF"
    return bytes(made + table + trailer % (len(places) + 1, more, len(made)))


def shown(*lines: str) -> bytes:
    """Lines of a page, from the top."""
    words = b" ".join(b"(%s) Tj 0 -20 Td" % line.encode() for line in lines)
    return b"BT /F 12 Tf 60 360 Td " + words + b" ET"


def zipped(**parts: bytes) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name.replace("__", "/") + ".xml", data)
    return made.getvalue()


# size and kind


def test_a_file_that_is_too_big_is_not_even_read(tmp_path: Path) -> None:
    file = tmp_path / "big.txt"
    with file.open("wb") as target:
        target.truncate(64_000_001)
    with pytest.raises(UnreadableError, match="too big"):
        read_document(file)


@pytest.mark.parametrize(
    ("data", "advice"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512, "save it as .docx or PDF"),
        (b"{\\rtf1\\ansi x}", "save it as .docx or PDF"),
        (b"\x89PNG\r\n\x1a\n", "OCR"),
        (b"\xff\xd8\xff\xe0", "OCR"),
        (b"\x1f\x8b\x08\0", "unpack it"),
        (b"PK\x05\x06" + b"\0" * 18, "no text, and no format"),
        (b"abc\0def", "no text, and no format"),
        ("あ".encode() + b"\x01\x02", "control characters"),
        ("あ\0い".encode("utf-16"), "control characters"),
        (b" \n\xe3\x80\x80", "no text in it"),
        (b"caf\xe9 cr\xe8me br\xfbl\xe9e", "is not"),
    ],
)
def test_what_is_no_text_is_refused_with_advice(data: bytes, advice: str) -> None:
    assert advice in refused(data, "a.txt")


@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".json", ".html", ".xml", ""])
def test_a_wrong_ending_does_no_harm(suffix: str) -> None:
    assert read_bytes("質問です。".encode(), "a" + suffix).format == "text"


def test_one_line_of_five_megabytes_and_a_hundred_thousand_headings() -> None:
    line = "あ" * 1_700_000
    assert read_bytes(line.encode(), "a").text == line
    headings = "# 見出し\n" * 100_000
    assert read_bytes(headings.encode(), "a.md").text == headings


# JSON


@pytest.mark.parametrize("start", [b'{"voices":[', b'{"tenant_minutes":[', b'{"meetingRecord":['])
@pytest.mark.parametrize(
    ("rest", "message"),
    [
        (b"[" * 200_000, "nested too deep"),
        (b"[]," * 1_000_001, "2,000,000 values"),
        (b"9" * 5000 + b"]}", "number in the JSON is too long"),
        (b"\n1 2", "broken at line 2, column 3"),
    ],
)
def test_json_that_is_broken_or_too_much_is_refused(start: bytes, rest: bytes, message: str) -> None:
    assert message in refused(start + rest)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b'{"a": {"voices": []}}', "list `voices`"),
        (b'[{"tenant_minutes": []}]', "list `tenant_minutes`"),
        (b'{"meetingRecord": []}', "no speeches"),
        (b'[{"speechRecord": []}]', "no speeches"),
        (b'{"meetingRecord": [{"speechRecord": 3}]}', "no speeches"),
        (b'{"voices": []}', "no text in it"),
    ],
)
def test_json_without_what_it_should_have_is_refused(data: bytes, message: str) -> None:
    assert message in refused(data)


# HTML and XML


def test_no_nesting_of_a_page_is_too_deep() -> None:
    page = "<html>" + "<div><b>" * 100_000 + "深い"
    assert read_bytes(page.encode(), "a").text == "深い"


@pytest.mark.parametrize("piece", ["<a ", "<!--", "<b>", "<meta ", "</p>"])
def test_a_page_with_too_many_tags_is_refused(piece: str) -> None:
    assert "500,000 tags" in refused(("<html>" + piece * 500_000).encode())


@pytest.mark.parametrize(
    "piece",
    ["&amp", "<a name=", "<![CDATA[", "<a name='HUID", '<p class="voice__text"', "<article>x", "（", "○（"],
)
def test_a_page_of_broken_pieces_ends(piece: str) -> None:
    try:
        read_bytes(("<html><a name='HUID1'></a>○" + piece * 30_000).encode(), "a")
    except UnreadableError as error:
        assert "no text" in error.words.en  # noqa: PT017 either end is good


_BOMB = b"".join(
    b'<!ENTITY %c "%s">' % (letter, b"&%c;" % (letter - 1) * 10) for letter in range(ord("b"), ord("n"))
)


@pytest.mark.parametrize(
    "start",
    [
        b'<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa">' + _BOMB + b"]>",
        b'<!DOCTYPE l SYSTEM "file:///etc/passwd">',
        b'<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    ],
)
def test_entities_are_never_resolved(start: bytes) -> None:
    body = b"<meetingRecord>&m;&x;</meetingRecord>"
    assert "DOCTYPE" in refused(start + body)
    assert "DOCTYPE" in refused(zipped(word__document=start + body))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<a><meetingRecord>" + b"<a/>" * 2_000_000, "2,000,000 tags"),
        (b"<meetingRecord>" * 100_000, "broken at line 1"),
        (b"<meetingRecord>\n<a></b></meetingRecord>", "broken at line 2, column 8"),
        (b"<meetingRecord></meetingRecord>", "no text in it"),
    ],
)
def test_xml_that_is_broken_or_too_much_is_refused(data: bytes, message: str) -> None:
    assert message in refused(data)


def test_xml_is_read_in_pieces() -> None:
    speech = "あ" * 500_000
    data = f"<a><speechRecord><speech>{speech}</speech></speechRecord></a>".encode()
    assert read_bytes(data, "a").text == speech


# Word


def test_an_archive_that_is_no_document_is_refused() -> None:
    assert "no Word document" in refused(zipped(a=b"x"), "a.docx")
    assert "damaged" in refused(samples()["newsletter.docx"][:-100], "a.docx")
    assert "10,000 parts" in refused(zipped(**{f"a{number}": b"" for number in range(10_001)}))


def test_an_archive_that_unpacks_to_too_much_is_refused() -> None:
    assert "more than 32 MB" in refused(
        zipped(word__document=b"<a>" + b" " * 40_000_000 + b"</a>"), "bomb.docx"
    )


def test_a_damaged_or_locked_part_is_refused() -> None:
    good = word("<w:p><w:r><w:t>text text text</w:t></w:r></w:p>")
    assert "damaged or locked" in refused(good.replace(b"text text", b"text tixt"))
    flags = good.index(b"PK\x01\x02") + 8
    assert "damaged or locked" in refused(good[:flags] + b"\x01" + good[flags + 1 :])


# PDF


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_page_is_read_as_it_is_seen(turn: int) -> None:
    content = {
        0: b"1 0 0 1 60 360",
        90: b"0 1 -1 0 40 60",
        180: b"-1 0 0 -1 540 40",
        270: b"0 -1 1 0 560 340",
    }[turn]
    lines = (b"(First line) Tj", b"[(second) -500 (line) -500] TJ", b"(third line) Tj")
    words = b" ".join(line + b" 0 -20 Td" for line in lines)
    data = pdf_of(content=b"BT /F 12 Tf " + content + b" Tm " + words + b" ET", turn=turn)
    assert read_bytes(data, "a").text == "First line\nsecond line\nthird line"
    target = BytesIO()
    pdfium.write(data, target)
    assert "second line".encode("utf-32-le") in target.getvalue()


def test_pages_without_text_are_named() -> None:
    assert "no text, only pictures" in refused(pdf_of(3))
    half = samples()["newsletter.pdf"]
    assert not [note for note in read_bytes(half, "a").notes if "pages without text" in note.en]


def test_empty_pages_among_others_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    line = lines_of([Character("a", 50, 50, 60, 60)])
    monkeypatch.setattr(pdf, "_pages", lambda _: ([(400.0, line), *[(400.0, [])] * 25], ""))
    note = read_bytes(pdf_of(), "a").notes[-1].en
    assert note.endswith(": 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21 …")


def test_ten_thousand_pages_are_refused() -> None:
    assert "more than 3,000 pages" in refused(pdf_of(10_000))


def test_more_characters_than_books_have_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    target = BytesIO()
    monkeypatch.setattr(pdfium, "MOST_CHARACTERS", 12)
    with pytest.raises(SystemExit):
        pdfium.write(pdf_of(2, shown("ten signs.")), target)
    done = subprocess.CompletedProcess([], 0, stdout=target.getvalue())
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: done)
    assert "1,000,000 characters" in refused(pdf_of())


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the addresses of a process")
def test_a_pdf_that_unpacks_to_too_much_is_refused() -> None:
    assert "too much memory or time" in refused(pdf_of(content=b"q " * 30_000_000))


def test_a_pdf_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_SECONDS", 0.001)
    assert "too much memory or time" in refused(pdf_of())


def test_a_damaged_or_locked_pdf_is_refused() -> None:
    assert "damaged" in refused(b"%PDF-1.7\nnothing")
    locked = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P 0 /O <%s> /U <%s> >> /ID [<00> <00>]" % (
        b"0" * 64,
        b"0" * 64,
    )
    assert "password" in refused(pdf_of(more=locked))


def test_a_pdf_whose_characters_cannot_be_known_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = lines_of([Character(char, 50, 50, 60, 60) for char in "\ufffda"])
    monkeypatch.setattr(pdf, "_pages", lambda _: ([(400.0, lines)], ""))
    assert "does not say which characters" in refused(pdf_of())


@pytest.mark.parametrize(
    ("code", "char"),
    [
        (0x41, "A"),
        (0x3000, "\u3000"),
        (9, " "),
        (2, "-"),
        (0xFFFE, "-"),
        (0xD800, "\ufffd"),
        (0xE000, "\ufffd"),
        (0x7FFFFFFF, "\ufffd"),
    ],
)
def test_every_code_becomes_a_character_of_a_text(code: int, char: str) -> None:
    assert pdfium._shown(code) == char  # noqa: SLF001 the other process is not seen from here


def test_the_other_process_is_limited_where_the_system_can(monkeypatch: pytest.MonkeyPatch) -> None:
    set_to: list[object] = []

    class Resource:
        RLIMIT_AS = 9
        getrlimit = staticmethod(lambda _: (-1, 10))
        setrlimit = staticmethod(lambda _, limits: set_to.append(limits))

    monkeypatch.setattr(pdfium, "import_module", lambda _: Resource)
    for there in (True, False):
        monkeypatch.setattr(pdfium, "find_spec", lambda _, there=there: there)
        target = BytesIO()
        pdfium.main(BytesIO(pdf_of(content=shown("text"))), target)
        assert json.loads(target.getvalue().partition(b"\n")[0])["pages"] == 1
    assert set_to == [(700_000_000, 10)]


@pytest.mark.parametrize(
    ("turn", "seen"),
    [(0, (10, 20, 30, 60)), (90, (140, 10, 180, 30)), (180, (170, 140, 190, 180)), (270, (20, 170, 60, 190))],
)
def test_boxes_turn_with_the_page(turn: int, seen: tuple[float, ...]) -> None:
    page, box = (5.0, 5.0, 205.0, 205.0), (15.0, 145.0, 35.0, 185.0)
    assert pdfium._seen(box, turn, page) == seen  # noqa: SLF001 the other process is not seen from here


def test_the_other_process_begins_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    target = BytesIO()
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=BytesIO(pdf_of())))
    monkeypatch.setattr(sys, "stdout", SimpleNamespace(buffer=target))
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    runpy.run_path(pdfium.__file__, run_name="__main__")
    assert json.loads(target.getvalue().partition(b"\n")[0])["pages"] == 1


@pytest.mark.parametrize(("data", "fault"), [(b"%PDF-", "damaged"), (pdf_of(3001), "pages")])
def test_the_other_process_says_what_is_wrong(data: bytes, fault: str) -> None:
    target = BytesIO()
    pdfium.write(data, target)
    assert json.loads(target.getvalue())["fault"] == fault


def test_a_damaged_page_is_one_without_text(monkeypatch: pytest.MonkeyPatch) -> None:
    import pypdfium2

    def broken(*_: object) -> int:
        raise pypdfium2.PdfiumError("no page")

    monkeypatch.setattr(pdfium, "_write_page", broken)
    target = BytesIO()
    pdfium.write(pdf_of(), target)
    assert target.getvalue().endswith(pdfium.HEAD.pack(1.0, 0))


# anything


def attempt(data: bytes, name: str, **more: str) -> None:
    try:
        document = read_bytes(data, name, **more)
    except UnreadableError as error:
        assert error.words.en  # noqa: PT017 both ends are good
        assert error.words.ja  # noqa: PT017 both ends are good
    else:
        assert document.text.strip()
        document.text.encode()
        assert all(speech.start < speech.end <= len(document.text) for speech in document.speeches)


_STARTS = st.sampled_from(
    (
        b"",
        b"PK\x03\x04",
        b"<html>",
        b"<?xml version='1.0'?><meetingRecord>",
        b'{"voices":[',
        b"\xff\xfe",
        b"\x1b$B",
    )
)


@given(_STARTS, st.binary(max_size=300), st.sampled_from(("a", "a.html", "a.json", "a.xml")))
def test_random_bytes_raise_nothing_else(start: bytes, data: bytes, name: str) -> None:
    attempt(start + data, name)


@given(st.binary(max_size=200), st.sampled_from([name for name in READERS if name != "pdf"]))
def test_no_reader_raises_anything_else(data: bytes, name: str) -> None:
    attempt(data, "a", format=name)


@given(
    st.binary(max_size=60),
    st.sampled_from(("utf-8", "utf-7", "utf-16", "cp932", "iso2022_jp", "hz", "idna", "punycode")),
)
def test_no_encoding_raises_anything_else(data: bytes, encoding: str) -> None:
    attempt(data, "a.txt", encoding=encoding)


@given(st.sampled_from([name for name in samples() if not name.endswith(".pdf")]), st.data())
def test_damaged_samples_raise_nothing_else(name: str, data: st.DataObject) -> None:
    whole = samples()[name]
    start = data.draw(st.integers(0, len(whole) - 1))
    end = data.draw(st.integers(start, min(len(whole), start + 40)))
    attempt(whole[:start] + data.draw(st.binary(max_size=10)) + whole[end:], name)


@pytest.mark.parametrize("cut", [10, 1000, 9000, 20_000])
def test_damaged_pdfs_raise_nothing_else(cut: int) -> None:
    whole = samples()["newsletter.pdf"]
    attempt(whole[:cut], "a.pdf")
    attempt(whole[:cut] + b"\xff\0(" + whole[cut + 3 :], "a.pdf")


def test_the_limits_are_what_the_messages_say() -> None:
    assert _limits._MOST_BYTES == 64_000_000  # noqa: SLF001 the number in the message
    assert re.search("64,000,000", refused(b"a" * 64_000_001))
