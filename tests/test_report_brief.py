"""The hand-out as PDF: all its parts in their order, on the right paper, readable by machines and by people."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import asdict, fields, replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from argmap import pipeline
from argmap.layout.pages import pages
from argmap.loading.sources import Quoted
from argmap.model import Debate
from argmap.questions import FollowUp, Passage
from argmap.report import Manner, TemplateError
from argmap.report.brief import BriefData, brief, collect, template, values
from tests.report_debates import NASTY, ROOT, analysed, debate, hostile, midori
from tests.test_report_xlsx import ask

JA, EN = Manner(lang="ja"), Manner()
A4 = (595, 842)

LIBRARY = """
debate: {title: Closing the west library, lang: en, held: 2025-09-12}
parties: {mayor: {name: Mayor, side: government}, member: {name: Member, side: councilor}}
groups: {readers: Readers}
sources:
  minutes: {title: Minutes, date: 2025-09-12, file: minutes.txt, url: "https://example.org/a?b=1&c=2"}
  lost: {title: Lost minutes, file: lost.txt}
  heard: {}
claims:
  few: {text: Few readers use it, by: mayor, source: {in: minutes, quote: serves few readers, at: p. 3}, group: readers}
  saving: {text: It saves money, by: mayor, source: {in: minutes, quote: A saving of 1.2 million is expected}}
  bus: {text: A bus will do, by: mayor, source: {in: minutes, quote: nobody ever said anything of the kind}}
  lost: {text: It was promised, by: mayor, source: {in: lost, quote: we promise}}
rebuttals:
  gate: {text: The reading room has no gate, by: member, rebuts: [few], source: {in: heard, quote: no gate}}
evidence:
  survey:
    text: A survey found 340 visits a week
    by: member
    type: statistic
    date: 2025-05
    place: West
    backs: [gate, other#far]
    source: minutes
    accepted: true
  letter: {text: A letter, backs: [gate]}
questions:
  q-jobs: {text: Who loses work?, by: member}
"""
MINUTES = (
    "The mayor said: The library serves few readers, and so on.\n\nA saving of 1.3 million is expected.\n"
)


def made(
    given: Debate, follow_ups: Sequence[FollowUp] = (), manner: Manner = JA, *, drawn: bool = True
) -> PdfReader:
    analysis = analysed(given)
    sheets = pages(pipeline.draw(given, analysis, lang=manner.lang).drawing) if drawn else ()
    return PdfReader(BytesIO(brief(analysis, given, follow_ups, (), sheets, manner)))


def said(
    given: Debate, follow_ups: Sequence[FollowUp] = (), quotes: Sequence[Quoted] = (), manner: Manner = JA
) -> BriefData:
    return collect(analysed(given), given, follow_ups, quotes, (), manner)


def words(reader: PdfReader) -> str:
    return "".join("".join(page.extract_text().split()) for page in reader.pages)


def catalog(reader: PdfReader) -> Any:  # noqa: ANN401 - what hangs on it has no types
    return reader.trailer["/Root"].get_object()


def fonts(reader: PdfReader) -> dict[str, bool]:
    """The fonts of every page by name, and whether they are embedded."""
    found = {}
    for page in reader.pages:
        resources: Any = page["/Resources"]
        for font in resources["/Font"].values():
            (inner,) = font.get_object()["/DescendantFonts"]
            descriptor = inner.get_object()["/FontDescriptor"]
            found[descriptor["/FontName"].partition("+")[2]] = "/FontFile3" in descriptor
    return found


def links(reader: PdfReader, first: int = 0) -> list[Any]:
    return [note.get_object() for page in reader.pages[first:] for note in page.get("/Annots", ())]


def addresses(reader: PdfReader) -> list[str]:
    """Where the links lead that leave the document."""
    return [note["/A"]["/URI"] for note in links(reader) if "/URI" in note.get("/A", ())]


def inner_links(reader: PdfReader) -> int:
    """How many links lead to another place of the document, besides those of the table of contents."""
    return sum("/URI" not in note.get("/A", ()) for note in links(reader, 1))


def outline(reader: PdfReader) -> list[Any]:
    def titles(items: Any) -> list[Any]:  # noqa: ANN401
        return [titles(one) if isinstance(one, list) else one.title for one in items]

    return titles(reader.outline)


@pytest.fixture
def library(tmp_path: Path) -> pipeline.Corpus:
    (tmp_path / "library.yaml").write_text(LIBRARY, encoding="utf-8")
    (tmp_path / "minutes.txt").write_text(MINUTES, encoding="utf-8")
    return pipeline.read([tmp_path])


ASKED = [
    ask(
        "local",
        "地元の野菜の割合は。",
        group_title="給食の質",
        passage=Passage(quote="３割", source="会議録", at=None, date=None),
    ),
    ask("free", "無償にする時期は。", group_title="費用"),
    ask("q-staff", "調理員の数は。"),
]


def test_every_part_has_a_bookmark() -> None:
    assert outline(made(midori(), ASKED)) == [
        "議論の地図",
        "残った主張・崩れた主張・残る質問",
        [
            "まだ成り立っている主張 (7)",
            "決着していない主張 (1)",
            "崩れた主張 (4)",
            "証拠の付いていない反論 (1)",
            "十分な答弁が見当たらない質問 (3)",
        ],
        "証拠と出典",
        ["出典一覧"],
        "次に聞くこと",
        ["給食の質", "費用", "その他"],
        "付録：引用と前後の文",
    ]


def test_it_is_tagged_and_says_its_language_and_title() -> None:
    reader = made(midori(), ASKED)
    root = catalog(reader)
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "ja"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "/StructTreeRoot" in root
    assert reader.metadata is not None
    assert reader.metadata.title == "みどり町の学校給食"
    assert b"pdfuaid:part" in root["/Metadata"].get_data()


def test_only_our_fonts_are_used_and_they_are_embedded() -> None:
    assert fonts(made(midori(), ASKED)) == {"NotoSansJP-Regular": True, "NotoSerifJP-Regular": True}


def test_the_paper_is_a4_and_the_map_lies_on_its_side() -> None:
    sizes = [
        (round(page.mediabox.width), round(page.mediabox.height)) for page in made(midori(), ASKED).pages
    ]
    assert sizes[0] == A4
    assert sizes[1] == A4[::-1]
    assert set(sizes[2:]) <= {A4, A4[::-1]}
    assert sizes[-1] == A4


def test_every_page_has_its_number() -> None:
    pages_ = made(midori(), ASKED).pages
    for number, page in enumerate(pages_, 1):
        assert f"{number}/{len(pages_)}" in "".join(page.extract_text().split())


def test_the_map_is_text_that_can_be_read_on_paper() -> None:
    reader = made(midori())
    sizes: list[float] = []

    def visit(text: str, _cm: Any, matrix: Any, _font: Any, size: float) -> None:  # noqa: ANN401
        if text.strip():
            sizes.append(abs(size * matrix[3] * _cm[3]))

    text = reader.pages[1].extract_text(visitor_text=visit)
    assert "地元の野菜を3割" in "".join(text.split())
    assert min(sizes) >= 6.5


def test_all_that_is_said_can_be_found() -> None:
    given = midori()
    text = words(made(given, ASKED))
    for statement in (*(one for _, one in given.statements() if one.by == "town"), *given.questions.values()):
        assert "".join(statement.text.split()) in text
    for one in ASKED:
        assert one.text.ja in text
    assert "約2秒" in text
    assert "いずれも下書きである" in text


def test_a_quote_stands_in_its_passage(library: pipeline.Corpus) -> None:
    (given,) = library.debates
    quotes = {one.id: one for one in said(given, quotes=library.quotes, manner=EN).quotes}
    few, saving, bus, lost, gate = (quotes[name] for name in ("few", "saving", "bus", "lost", "gate"))
    assert (few.match, few.before, few.found, few.after) == (
        "exact",
        "The mayor said: The library ",
        "serves few readers",
        ", and so on.",
    )
    assert few.source == "Minutes, p. 3"
    assert few.by == "Mayor"
    assert (saving.match, saving.found) == ("near", "A saving of 1.3 million is expected")
    assert (bus.match, bus.found, bus.note) == ("absent", "", "not found in the source")
    assert (lost.match, lost.note) == ("", "not compared: the source is not at hand")
    assert (gate.match, gate.source) == ("", "heard")


def test_a_quote_where_a_claim_is_withdrawn_is_listed_too() -> None:
    conceded = {"on": "2025-07", "source": {"in": "m", "quote": "取り下げる"}}
    given = debate(
        claims={"x": {"text": "甲", "by": "town", "conceded": conceded}}, sources={"m": {"title": "会議録"}}
    )
    (quote,) = said(given).quotes
    assert (quote.quote, quote.source) == ("取り下げる", "会議録")


def test_in_english(library: pipeline.Corpus) -> None:
    (given,) = library.debates
    analysis = library.analysis
    sheets = pages(pipeline.draw(given, analysis).drawing)
    asked = [ask("few", "How many?", of="library", group_title="Readers")]
    reader = PdfReader(BytesIO(brief(analysis, given, asked, library.quotes, sheets, EN)))
    assert outline(reader)[0] == "Map of the debate"
    assert catalog(reader)["/Lang"] == "en"
    text = words(reader)
    for part in (
        "12 September 2025",
        "Claims by Mayor: 4",
        "serves few readers",
        "What to ask next",
        "Who loses work?",
    ):
        assert part.replace(" ", "") in text


def test_evidence_says_what_it_is_and_what_it_is_for(library: pipeline.Corpus) -> None:
    (given,) = library.debates
    survey, letter = said(given, manner=EN).evidence
    assert survey.about == "statistic / May 2025 / West / Member / accepted by the other side"
    assert survey.backs == ("The reading room has no gate", "other#far")
    assert (survey.source, survey.href) == ("Minutes, 12 September 2025", "https://example.org/a?b=1&c=2")
    assert (letter.about, letter.source, letter.url, letter.href) == ("", "", "", "")


def test_a_claim_names_the_evidence_for_it_and_leads_there() -> None:
    given = midori()
    (good,) = (one for section in said(given).sections for one in section.entries if one.id == "good")
    assert good.evidence == (1,)
    assert inner_links(made(given, drawn=False)) > 0
    assert inner_links(made(given.model_copy(update={"evidence": {}}), drawn=False)) == 0


def test_evidence_from_another_debate_has_no_number_here() -> None:
    one = debate(id="one", claims={"x": {"text": "甲", "by": "town"}})
    two = debate(id="two", evidence={"e": {"text": "乙", "backs": ["one#x"]}})
    data = collect(analysed(one, two), one, (), (), (), JA)
    assert data.sections[0].entries[0].evidence == ()


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://example.org/", True),
        ("http://example.org/", True),
        ("javascript:alert(1)", False),
        ("https://[x", False),
        ("https://example.org/" + "a" * 3000, False),
        (None, False),
    ],
)
def test_only_addresses_of_the_web_are_links(url: str | None, *, linked: bool) -> None:
    given = debate(sources={"s": {"url": url}} if url else {"s": {}})
    (source,) = said(given).sources
    assert source.title == "s"
    assert bool(source.href) is linked
    assert addresses(made(given, drawn=False)) == ([url] if linked else [])


def test_texts_that_try_to_break_out_are_shown_as_they_are() -> None:
    given = hostile()
    asked = [ask("x", NASTY, of="hostile", group_title=NASTY)]
    reader = made(given, asked)
    text = words(reader)
    assert "<b>&\"'`|*_[x](javascript:alert(1))</script></style>]]>" in text.replace("\u200b", "")
    assert "〓はこの文書の書体にない文字：" in text
    assert "U+1F600" in text
    assert addresses(reader) == []


@pytest.mark.parametrize(
    "text", ['#panic("x")', "$x$ *b* _i_ `c` @y <z>", "= 見出し", '"; #let x = 1', "\\u{41} ~ -- ---"]
)
def test_nothing_that_is_said_is_read_as_typst(text: str) -> None:
    given = debate(claims={"x": {"text": text, "by": "town"}}, debate={"title": text}, groups={"g": text})
    assert text.replace(" ", "") in words(
        made(given, [ask("x", text, group_title=text)], drawn=False)
    ).replace("\u200b", "")


def test_rare_characters_survive_and_those_without_a_shape_are_named() -> None:
    data = said(debate(claims={"x": {"text": "𠮷野家の髙さん😀\ud800", "by": "town"}}))
    assert data.sections[0].entries[0].text == "𠮷野家の髙さん〓〓"
    assert data.missing == "〓 はこの文書の書体にない文字：U+D800 U+1F600"
    assert said(midori()).missing == ""


def test_what_has_no_spaces_can_be_broken() -> None:
    given = debate(
        claims={"x": {"text": "W" * 5000, "by": "town"}, "y": {"text": "長い文です。" * 1500, "by": "town"}}
    )
    assert max(map(len, said(given).sections[0].entries[0].text.split("\u200b"))) == 20
    assert len(made(given, drawn=False).pages) > 3


def test_a_debate_in_which_nobody_spoke() -> None:
    reader = made(debate(id="silent", parties={}))
    text = words(reader)
    assert "挙げるものはない。" in text
    assert "証拠は示されていない。" in text
    assert "聞くべき点は見当たらない。" in text
    assert "議論の地図" not in text  # a sheet without anything on it is left out


def test_three_hundred_questions() -> None:
    asked = [
        replace(ASKED[number % 3], part=str(number), group_title=f"第{number // 10}") for number in range(300)
    ]
    reader = made(midori(), asked, drawn=False)
    assert words(reader).count("地元の野菜の割合は。") == 100
    assert len(outline(reader)[-2]) == 30


def test_questions_and_quotes_of_other_debates_are_passed_over(library: pipeline.Corpus) -> None:
    data = said(midori(), [ask("x", of="other")], library.quotes)
    assert data.groups == ()
    assert {quote.match for quote in data.quotes} == {""}


def test_the_same_debate_gives_the_same_bytes() -> None:
    given, analysis = midori(), analysed(midori())
    assert brief(analysis, given, ASKED, (), (), JA) == brief(analysis, given, ASKED, (), (), JA)


def test_another_template_gets_the_same_data() -> None:
    own = b"#let data = json(bytes(sys.inputs.data))\n#set document(title: data.title)\nOwn form: #data.title, #data.groups.len()"
    given = midori()
    reader = PdfReader(BytesIO(brief(analysed(given), given, ASKED, (), (), JA, own)))
    assert "Ownform:みどり町の学校給食,3" in words(reader)
    assert brief(analysed(given), given, (), (), (), JA, template()) != b""
    assert json.loads(json.dumps(asdict(said(given))))["format"] == "argmap-brief/1"


@pytest.mark.parametrize(
    ("own", "told"),
    [
        (b"Fine\n#nosuch", "unknown variable: nosuch\n  ┌─ brief.typ:2:1"),
        (b'#read("/etc/hostname")', "file not found"),
        (b"#let x = (", "unclosed delimiter"),
        (b"\xff\xfe", "no text in UTF-8"),
    ],
)
def test_a_template_that_typst_refuses_is_told_with_its_line(own: bytes, told: str) -> None:
    with pytest.raises(TemplateError) as caught:
        brief(analysed(midori()), midori(), (), (), (), EN, own)
    assert caught.value.name == "brief"
    assert told in caught.value.words.en
    assert str(Path.home()) not in caught.value.words.en


def test_a_fault_of_the_built_in_template_is_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argmap.report.brief.typeset.template", lambda: b"#nosuch")
    with pytest.raises(RuntimeError, match="nosuch"):
        brief(analysed(midori()), midori(), (), (), (), EN)


def test_the_manual_names_every_field_and_its_example_works() -> None:
    manual = (ROOT / "docs" / "brief.md").read_text(encoding="utf-8")
    kinds = (one for name, one in vars(values).items() if name.startswith("Brief"))
    named = {field.name for kind in kinds for field in fields(kind)} - {"format"}
    assert [name for name in sorted(named) if f"`{name}`" not in manual] == []
    (example,) = re.findall(r"```typst\n(.*?)```", manual, re.DOTALL)
    given = midori()
    reader = PdfReader(BytesIO(brief(analysed(given), given, ASKED, (), (), JA, example.encode())))
    assert outline(reader) == ["みどり町の学校給食", ["給食の質", "費用", "その他"]]
