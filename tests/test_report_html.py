"""The pages: they stand alone, every link leads somewhere, and no text becomes markup."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from argmap.model import Debate
from argmap.report import Manner
from argmap.report.html import index, page
from argmap.report.html.elements import Markup, document, element, joined, link, style_sheet
from argmap.semantics import Analysis
from tests.report_debates import NASTY, analysed, asked, debate, hostile, midori, shipped

JA, EN = Manner(lang="ja"), Manner()
SVG = (
    '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><style>.a{fill:red}</style>'
    '<g class="node" id="n_midori_free" data-id="free" data-key="midori#free"><text>x</text></g>'
    '<g class="edge" id="e_1"></g><g class="node" id="n_f" data-key="midori#frozen"></g></svg>\n'
)


class Parsed(HTMLParser):
    """The start tags of a page with their attributes, and the text between them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "input"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data

    def values(self, name: str, tag: str | None = None) -> list[str]:
        return [
            found for of, attrs in self.tags if tag in (None, of) and (found := attrs.get(name)) is not None
        ]

    def count(self, tag: str) -> int:
        return sum(of == tag for of, _ in self.tags)


def shown(given: Debate, manner: Manner = JA, svg: str = SVG) -> str:
    analysis = analysed(given)
    return page(analysis, given, svg, asked(analysis, [given]), manner)


def listed(
    analysis: Analysis,
    debates: Sequence[Debate],
    files: dict[str, list[str]] | None = None,
    manner: Manner = JA,
) -> str:
    return index(analysis, debates, files or {}, manner)


def test_a_page_has_every_part() -> None:
    text = shown(midori())
    parsed = Parsed(text)
    assert not parsed.open
    ids = parsed.values("id", "section")
    assert ids == ["map", "stands", "undecided", "fell", "unbacked", "open", "next", "sources"]
    assert parsed.values("href", "a")[:9] == ["#main", *(f"#{name}" for name in ids)]
    assert parsed.values("lang", "html") == ["ja"]
    assert (parsed.count("h1"), parsed.count("table"), parsed.count("main")) == (1, 5, 1)
    assert "みどり町の学校給食（2025年6月）" in text


def test_every_link_inside_the_page_leads_somewhere() -> None:
    for given in (midori(), hostile(), *shipped()[1]):
        parsed = Parsed(shown(given))
        ids = parsed.values("id")
        assert len(ids) == len(set(ids))
        inside = [target for target in parsed.values("href") if target.startswith("#")]
        assert {target[1:] for target in inside} <= set(ids)
        assert set(parsed.values("aria-labelledby", "section")) <= set(ids)


def test_what_is_drawn_is_linked_and_what_is_not_is_not() -> None:
    targets = Parsed(shown(midori())).values("href")
    assert targets.count("#n_midori_free") == 1
    assert targets.count("#n_f") >= 1
    assert not [
        target for target in targets if target.startswith("#n_") and target not in ("#n_midori_free", "#n_f")
    ]


def test_tables_are_tables() -> None:
    parsed = Parsed(shown(midori()))
    assert set(parsed.values("scope", "th")) == {"col", "row"}
    assert parsed.count("caption") == parsed.count("table") == parsed.count("thead")


def test_the_picture_is_inlined_as_it_is() -> None:
    text = shown(midori())
    assert SVG[SVG.index("<svg") :].rstrip() in text
    assert "<?xml" not in text


def test_only_its_own_style_sheets_are_allowed() -> None:
    parsed = Parsed(shown(midori()))
    (policy,) = [
        attrs["content"] or "" for tag, attrs in parsed.tags if tag == "meta" and "http-equiv" in attrs
    ]
    hashes = [
        b64encode(sha256(sheet.encode()).digest()).decode() for sheet in (style_sheet(), ".a{fill:red}")
    ]
    assert policy.split("; ") == [
        "default-src 'none'",
        "style-src " + " ".join(f"'sha256-{one}'" for one in hashes),
        "base-uri 'none'",
        "form-action 'none'",
    ]


def test_a_style_sheet_is_hashed_as_the_browser_reads_it() -> None:
    sheet = element("svg", Markup("<style>a&gt;b{}</style>"))
    digest = b64encode(sha256(b"a>b{}").digest()).decode()
    assert f"sha256-{digest}" in document("t", "en", sheet)


@pytest.mark.parametrize("given", [midori(), hostile()])
def test_a_page_asks_for_nothing(given: Debate) -> None:
    analysis = analysed(given)
    for text in (shown(given), listed(analysis, [given], {given.id: ["a/map.html"]})):
        parsed = Parsed(text)
        assert not parsed.open
        assert not {"script", "img", "iframe", "object", "embed", "link", "base", "form", "b"} & {
            t for t, _ in parsed.tags
        }
        assert not parsed.values("src")
        assert not parsed.values("style")
        names = {name for _, attrs in parsed.tags for name in attrs}
        assert not [name for name in names if name.startswith("on")]
        assert not re.search(r"url\(|@import", style_sheet())


def test_hostile_texts_show_as_they_are() -> None:
    given = hostile()
    parsed = Parsed(shown(given))
    assert re.sub("[\x00\u202e]", "\ufffd", NASTY) in parsed.words
    assert not [target for target in parsed.values("href") if "javascript" in target.lower()]


@pytest.mark.parametrize(
    ("url", "links"),
    [
        ("https://example.org/a?b=1&c=2", True),
        ("http://example.org", True),
        ("HTTPS://EXAMPLE.ORG", True),
        ("javascript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("data:text/html,<b>", False),
        ("//example.org", False),
        ("file:///etc/passwd", False),
        ("https://[x", False),
    ],
)
def test_only_addresses_of_the_web_become_links(url: str, links: bool) -> None:  # noqa: FBT001 - parametrised
    parsed = Parsed(link(url, url))
    assert parsed.values("href") == ([url] if links else [])
    assert parsed.values("rel") == (["noopener noreferrer"] if links else [])
    assert parsed.words == url


def test_sources_are_listed_with_their_links() -> None:
    parsed = Parsed(shown(midori()))
    assert [target for target in parsed.values("href") if ":" in target] == ["https://example.org/a?b=1&c=2"]
    assert "javascript:alert(1)" in parsed.words


def test_the_language_of_the_authors_is_marked() -> None:
    assert Parsed(shown(midori(), EN)).values("lang", "span")
    assert not Parsed(shown(midori())).values("lang", "span")


def test_reasons_open_on_a_click() -> None:
    parsed = Parsed(shown(midori()))
    assert analysed(midori()).why("safe").reasons[0].ja in parsed.words
    assert "決め手：hair, report" in parsed.words
    assert parsed.count("details") == parsed.count("summary") > 5


def test_a_question_without_reason_or_source_has_nothing_to_open() -> None:
    parsed = Parsed(shown(debate(questions={"q-x": {"text": "一か", "by": "member"}})))
    assert parsed.count("details") == 0
    assert "q-x" in parsed.words


def test_an_empty_debate_is_a_page_too() -> None:
    parsed = Parsed(shown(debate(), EN))
    assert parsed.values("id", "section") == ["map", "next"]
    assert "No question to follow up was found." in parsed.words
    assert parsed.count("time") == 0


def test_follow_up_questions_of_other_debates_are_passed_over() -> None:
    given, other = midori(), hostile()
    analysis = analysed(given, other)
    text = page(analysis, given, SVG, asked(analysis, [given, other]), JA)
    assert NASTY[:5] not in Parsed(text).words


def test_the_index_lists_what_stands_and_links_to_it() -> None:
    analysis, debates = shipped()
    files = {
        debates[0].id: [f"{debates[0].id}/map.html", f"{debates[0].id}/questions.docx", "給 食/a#b.html"]
    }
    parsed = Parsed(listed(analysis, debates, files))
    targets = parsed.values("href")
    assert "mynumber-insurance-card/map.html" in targets
    assert "mynumber-insurance-card/map.html#s-encryption" in targets
    assert "%E7%B5%A6%20%E9%A3%9F/a%23b.html" in targets
    assert parsed.count("article") == 2
    assert "質問案（Word）" in parsed.words
    assert not [target for target in targets if "partnership" in target]


def test_the_links_of_the_index_arrive() -> None:
    given = midori()
    analysis = analysed(given)
    targets = Parsed(listed(analysis, [given], {"midori": ["midori/map.html"]})).values("href")
    rows = {target.partition("#")[2] for target in targets if "#s-" in target}
    assert len(rows) == 7
    assert rows <= set(Parsed(shown(given)).values("id"))


def test_an_index_over_nothing_says_so() -> None:
    assert "No debate was found." in Parsed(listed(analysed(), [], manner=EN)).words
    given = debate()
    assert "まだ成り立っている主張はない。" in Parsed(listed(analysed(given), [given])).words


def test_texts_are_escaped_and_markup_is_not() -> None:
    assert element("p", "<b>", Markup("<i></i>"), None, class_='"', hidden=True, title=None) == (
        '<p class="&quot;" hidden>&lt;b&gt;<i></i></p>'
    )
    assert element("meta", name="a", content="b") == '<meta name="a" content="b">'
    assert joined("a\x00\u202e\u200f", "&") == "a\ufffd\ufffd\u200f&amp;"


@pytest.mark.parametrize(
    ("ground", "inks"),
    [
        (("paper", "ground"), ("ink", "muted", "link", "standing", "challenged", "open", "fallen")),
        (("mark",), ("ink", "muted", "link", "standing", "challenged", "open", "fallen")),
    ],
)
@pytest.mark.parametrize("dark", [False, True])
def test_text_has_enough_contrast(ground: tuple[str, ...], inks: tuple[str, ...], dark: bool) -> None:  # noqa: FBT001
    light, night = re.findall(r":root \{([^}]*)\}", style_sheet())[:2]
    colours = dict(re.findall(r"--(\w+): #([0-9a-f]{6})", night if dark else light))
    for below in ground:
        for ink in inks:
            assert contrast(colours[ink], colours[below]) >= 4.5, (ink, below)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours (WCAG 2.2)."""
    low, high = sorted(map(luminance, (one, other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[k : k + 2], 16) / 255 for k in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
