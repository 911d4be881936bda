"""The page of a debate: it stands alone, it can be read without its script, and no text becomes markup."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Sequence
from functools import cache
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from argmap import pipeline
from argmap.diagnostics import Lang
from argmap.layout import place
from argmap.layout.style import LIGHT, css
from argmap.layout.svg import write
from argmap.model import Debate
from argmap.picture import View, build_picture
from argmap.report import Manner
from argmap.report.html import PageMap, collect, page
from argmap.report.html.assets import script, style
from argmap.report.html.elements import Markup, document, element, joined, link
from argmap.semantics import Status
from tests.pages import Parsed, contrast, source_hash
from tests.report_debates import NASTY, ROOT, analysed, asked, debate, hostile, midori, shipped

JA, EN = Manner(lang="ja"), Manner()
SVG = (
    '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><style>.a{fill:red}</style>'
    '<g class="node" data-key="midori#a&gt;b"><title>Ｔ</title><text>x &amp; 𠮷&lt;</text></g></svg>\n'
)


def shown(
    given: Debate, manner: Manner = JA, maps: Sequence[PageMap] = (PageMap(svg=SVG),), home: str | None = None
) -> str:
    analysis = analysed(given)
    data = collect(analysis, given, asked(analysis, [given]), (), manner)
    return page(analysis, given, data, maps, manner, home)


@cache
def with_its_map(name: str) -> str:
    """A page with the map that belongs to it, as it is written to a file."""
    given = hostile() if name == "hostile" else midori()
    return shown(
        given,
        maps=[PageMap(svg=write(place(build_picture(analysed(given), given, View(), "ja")), bare=True))],
    )


# What stands there from the start


def test_the_overview_has_every_part_with_its_count() -> None:
    parsed = Parsed(shown(midori()))
    assert not parsed.open
    assert parsed.values("id", "section") == ["stands", "undecided", "fell", "unbacked", "open", "sources"]
    assert parsed.values("lang", "html") == ["ja"]
    assert (parsed.count("h1"), parsed.count("main"), parsed.count("svg")) == (1, 1, 1 + 4)
    for words in ("まだ成り立っている主張 7", "崩れた主張 4", "証拠の付いていない反論 1"):
        assert words in parsed.words
    assert "みどり町の学校給食（2025年6月）" in parsed.words, "the title of the window has the date"
    assert "主張が正しいという意味ではない" in parsed.words


def test_a_row_says_what_became_of_it_and_leads_to_it() -> None:
    text = shown(midori(), EN)
    (row,) = re.findall(r'<li id="s-safe".*?</li>', text)
    assert '<span class="badge rebutted"><span aria-hidden="true">×</span> rebutted</span>' in row
    assert '<a href="#select=safe"><span lang="ja">異物は混じらない</span></a>' in row


def test_every_row_is_of_something_that_the_page_knows() -> None:
    for given in (midori(), hostile(), *shipped()[1]):
        parsed = Parsed(shown(given))
        known = {said["id"] for said in (*parsed.data["statements"], *parsed.data["questions"])}
        rows = parsed.values("data-id", "li")
        assert set(rows) <= known
        assert [f"#select={one}" for one in rows] == [
            one for one in parsed.values("href", "a") if one.startswith("#select=")
        ]
        assert parsed.values("id", "li") == [f"s-{one}" for one in rows]


def test_an_id_in_an_address_is_spelled_as_addresses_are() -> None:
    given = debate(claims={"反論1": {"text": "橋", "by": "town"}})
    assert "#select=%E5%8F%8D%E8%AB%961" in Parsed(shown(given)).values("href")


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_ids_are_unique_and_what_is_named_is_there(lang: Lang) -> None:
    for given in (midori(), hostile(), debate(), *shipped()[1]):
        parsed = Parsed(shown(given, Manner(lang=lang)))
        ids = parsed.values("id")
        assert len(ids) == len(set(ids))
        anchors = {one[1:] for one in parsed.values("href") if re.fullmatch(r"#[^=]*", one)}
        assert anchors == {"main"}
        assert set(parsed.values("popovertarget")) <= set(ids)


def test_whatever_the_script_takes_for_granted_is_there() -> None:
    bundle = script("page")
    asked_for = set(re.findall(r'byId\("([^"]+)"\)(?!\?)', bundle))
    made = set(re.findall(r'\bid: ?"([^"]+)"', bundle))
    assert len(asked_for) > 20
    assert asked_for - made <= set(Parsed(shown(debate())).values("id"))


def test_every_control_has_a_name() -> None:
    text = shown(midori()).partition("<body>")[2].partition("<script")[0]
    for tag, attributes, words in re.findall(r"<(button|input)\b([^>]*)>(?:(.*?)</button>)?", text):
        named = "aria-label" in attributes or 'type="checkbox"' in attributes or 'type="radio"' in attributes
        assert named or re.sub(r"<[^>]*>", "", words).strip(), (tag, attributes)
    for one in re.findall(r'<label><input type="(?:checkbox|radio)"[^>]*><span>(.*?)</span></label>', text):
        assert one.strip()
    assert len(re.findall(r"<label>", text)) == len(re.findall(r'type="(?:checkbox|radio)"', text))


def test_what_scrolls_can_be_reached_with_the_keyboard() -> None:
    parsed = Parsed(shown(midori()))
    reachable = {attrs["id"] for _, attrs in parsed.tags if attrs.get("tabindex") == "0"}
    assert reachable == {"canvas", "list", "matrix"}


def test_one_view_and_one_paper_are_chosen_and_the_rest_is_hidden() -> None:
    parsed = Parsed(shown(midori()))
    chosen = [attrs["value"] for tag, attrs in parsed.tags if tag == "input" and "checked" in attrs]
    assert chosen == ["map", "a4"]
    hidden = {attrs["id"] for _, attrs in parsed.tags if "hidden" in attrs}
    assert hidden == {"trial", "folds", "refold", "minimap", "list", "matrix", "steps", "detail"}
    assert parsed.count("noscript") == 1


def test_the_filter_offers_what_occurs() -> None:
    def choices(given: Debate) -> dict[str, list[str]]:
        parsed = Parsed(shown(given))
        found: dict[str, list[str]] = {}
        for tag, attrs in parsed.tags:
            if tag == "input" and attrs["type"] == "checkbox":
                found.setdefault(attrs["name"] or "", []).append(attrs["value"] or "")
        return found

    full = choices(midori())
    assert full["role"] == ["claim", "rebuttal", "evidence", "question"]
    assert full["party"] == ["town", "member"]
    assert full["group"] == ["lunch", "cost"]
    assert "answered" not in full["status"]
    assert {"unrebutted", "conceded", "unanswered", "request"} <= set(full["status"])
    assert list(choices(debate(parties={}))) == ["stands", "bare", "bw"]
    alone = debate(parties={}, claims={"a": {"text": "A", "by": "a"}})
    assert list(choices(alone)) == ["stands", "bare", "bw"], "one choice is none"


def test_the_way_back_is_there_when_there_is_one() -> None:
    assert "../index.html" in Parsed(shown(midori(), home="../index.html")).values("href")
    assert "home" not in Parsed(shown(midori())).values("class")


def test_the_language_of_the_authors_is_marked() -> None:
    assert set(Parsed(shown(midori(), EN)).values("lang", "span")) == {"ja"}
    assert not Parsed(shown(midori())).values("lang", "span")


@pytest.mark.parametrize(("manner", "words"), [(JA, "まだ成り立っている"), (EN, "What still stands")])
def test_the_page_speaks_its_language(manner: Manner, words: str) -> None:
    parsed = Parsed(shown(debate(claims={"a": {"text": "A", "by": "town"}}), manner))
    assert words in parsed.words
    if manner is EN:
        assert not re.search("[ぁ-んァ-ヶ]", parsed.words.replace("町長", ""))


def test_the_other_side_can_be_looked_at() -> None:
    parsed = Parsed(shown(midori(), Manner(lang="ja", side="councilor")))
    assert "議員の主張" in parsed.words
    assert parsed.data["side"] == "councilor"


def test_an_empty_debate_is_a_page_too() -> None:
    parsed = Parsed(shown(debate(), EN))
    assert parsed.values("id", "section") == []
    assert parsed.count("time") == 0
    assert parsed.data["statements"] == []


# The map


def test_the_picture_is_inlined_as_it_is() -> None:
    text = shown(midori())
    assert SVG[SVG.index("<svg") :].rstrip() in text
    assert "<?xml" not in text
    assert "template" not in {tag for tag, _ in Parsed(text).tags}


def test_the_maps_of_a_folded_debate_wait_to_be_opened() -> None:
    maps = [PageMap(svg=SVG, title=NASTY, counts="主張3"), PageMap(svg=SVG, title="費用", counts="")]
    parsed = Parsed(shown(midori(), maps=maps))
    waiting = [attrs for tag, attrs in parsed.tags if tag == "template"]
    assert waiting == [
        {"data-title": re.sub("[\x00\u202e]", "\ufffd", NASTY), "data-counts": "主張3"},
        {"data-title": "費用", "data-counts": ""},
    ]
    assert len(parsed.policy["style-src"]) == len(set(parsed.policy["style-src"]))


def test_the_font_has_what_the_map_says_and_no_more() -> None:
    sheet = Parsed(shown(midori())).within["style"][0]
    (data,) = re.findall(r"src:url\(data:font/woff2;base64,([^)]+)\)", sheet)
    characters = {chr(code) for code in TTFont(BytesIO(b64decode(data))).getBestCmap()}
    assert characters >= set("Ｔx &𠮷<")
    assert characters >= {char for status in Status for char in status.words.ja}, "what-if writes them"
    assert not characters & set(";{}=agkr")


def test_the_map_has_other_colours_on_a_dark_screen() -> None:
    (dark,) = [each for each in Parsed(shown(midori())).within["style"] if "#sheet .argmap .shape" in each]
    assert dark.startswith("@media screen and (prefers-color-scheme:dark)")
    assert LIGHT.ink not in dark


# Nothing but itself


@pytest.mark.parametrize("name", ["midori", "hostile"])
def test_only_what_the_page_carries_is_allowed(name: str) -> None:
    parsed = Parsed(with_its_map(name))
    sheets = parsed.within["style"]
    data, module = parsed.within["script"]
    assert module == script("page")
    assert css() in sheets
    assert {style("base"), style("style")} <= set(sheets)
    assert parsed.policy == {
        "default-src": ["'none'"],
        "script-src": [source_hash(module)],
        "style-src": [source_hash(sheet) for sheet in sheets],
        "font-src": ["data:"],
        "img-src": ["data:", "blob:"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
        "require-trusted-types-for": ["'script'"],
        "trusted-types": ["'none'"],
    }
    assert [attrs for tag, attrs in parsed.tags if tag == "script"] == [
        {"type": "application/json", "id": "data"},
        {"type": "module"},
    ]
    assert "<" not in data


def test_the_policy_comes_before_anything_that_it_is_about() -> None:
    tags = [tag for tag, _ in Parsed(shown(midori())).tags]
    assert tags[:4] == ["html", "head", "meta", "meta"]
    assert tags.index("style") > 3


def test_a_style_sheet_is_hashed_as_the_browser_reads_it() -> None:
    sheet = element("svg", Markup("<style>a&gt;b{}</style>"))
    text = document("t", "en", sheet, sheet, styles=("i{}",), script="", data="{}")
    assert Parsed(text).policy["style-src"] == [source_hash("i{}"), source_hash("a>b{}")]


@pytest.mark.parametrize("name", ["midori", "hostile"])
def test_a_page_asks_for_nothing(name: str) -> None:
    text = with_its_map(name)
    parsed = Parsed(text)
    assert not parsed.open
    tags = {tag for tag, _ in parsed.tags}
    assert (
        not {"img", "iframe", "object", "embed", "link", "base", "form", "b", "foreignobject", "image"} & tags
    )
    assert parsed.count("script") == 2
    names = {name for tag, attrs in parsed.tags for name in attrs if tag != "meta"}
    assert not [name for name in names if name.startswith("on")]
    assert not {"style", "src", "srcset", "srcdoc", "data", "action", "formaction", "xlink:href"} & names
    for sheet in parsed.within["style"]:
        assert "@import" not in sheet
        assert set(re.findall(r"url\((.{10})", sheet)) <= {"data:font/"}


def test_hostile_texts_show_as_they_are() -> None:
    parsed = Parsed(with_its_map("hostile"))
    assert parsed.words.count(re.sub("[\x00\u202e]", "\ufffd", NASTY)) > 5
    assert not [target for target in parsed.values("href") if not target.startswith("#")]


def test_hostile_data_come_back_as_they_were() -> None:
    data = Parsed(with_its_map("hostile")).data
    assert data["title"] == NASTY
    assert {said["text"] for said in data["statements"]} == {NASTY}
    assert [one["url"] for one in data["sources"]] == ["javascript:alert(1)", "https://[x"]


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
    parsed = Parsed(f"<p>{link(url, url)}</p>")
    assert parsed.values("href") == ([url] if links else [])
    assert parsed.values("rel") == (["noopener noreferrer"] if links else [])
    assert parsed.words == url


def test_sources_are_listed_with_their_links() -> None:
    parsed = Parsed(shown(midori()))
    outside = [attrs for tag, attrs in parsed.tags if ":" in (attrs.get("href") or "")]
    assert outside == [{"href": "https://example.org/a?b=1&c=2", "rel": "noopener noreferrer"}]
    assert "javascript:alert(1)" in parsed.words
    assert "2025年6月10日" in parsed.words


def test_texts_are_escaped_and_markup_is_not() -> None:
    assert element("p", "<b>", Markup("<i></i>"), None, class_='"', hidden=True, title=None, open=False) == (
        '<p class="&quot;" hidden>&lt;b&gt;<i></i></p>'
    )
    assert element("meta", name="a", content="b") == '<meta name="a" content="b">'
    assert element("p", tabindex=0, lang="") == '<p tabindex="0" lang=""></p>'
    assert joined("a\x00\u202e\u200f", "&") == "a\ufffd\ufffd\u200f&amp;"


def test_the_page_of_the_newsletter_is_small() -> None:
    corpus = pipeline.read([ROOT / "claims"])
    for given in corpus.debates:
        for lang in ("ja", "en"):
            manner = Manner(lang=lang)
            drawn = pipeline.draw(given, corpus.analysis, lang=manner.lang)
            text = pipeline.page(corpus, given, drawn, manner, "../index.html")
            assert len(text.encode()) < 250_000, (given.id, lang)


# Colours


@pytest.mark.parametrize(
    ("ground", "inks"),
    [
        (("paper", "ground"), ("ink", "muted", "link", "standing", "challenged", "open", "fallen")),
        (("mark",), ("ink",)),
    ],
)
@pytest.mark.parametrize("dark", [False, True])
def test_text_has_enough_contrast(ground: tuple[str, ...], inks: tuple[str, ...], dark: bool) -> None:  # noqa: FBT001
    light, night = re.findall(r":root ?\{([^}]*)\}", style("base"))[:2]
    colours = dict(re.findall(r"--(\w+): ?#([0-9a-f]{6})", night if dark else light))
    for below in ground:
        for ink in inks:
            assert contrast(colours[ink], colours[below]) >= 4.5, (ink, below)
    assert contrast(colours["edge"], colours["paper"]) >= 3, "what can be pressed has an outline that shows"
