"""The page over all debates: it can be read without its script, every link arrives, and its data is short."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import pytest

from argmap.diagnostics import Lang
from argmap.model import Debate
from argmap.report import Manner
from argmap.report.html import IndexData, index
from argmap.report.html.assets import script
from argmap.report.html.index_data import index_data
from argmap.report.html.words import INDEX
from argmap.semantics import Analysis
from tests.pages import Parsed
from tests.report_debates import NASTY, analysed, debate, hostile, midori, shipped

JA, EN = Manner(lang="ja"), Manner()


class Read(Parsed):
    """A page with the text inside each element."""

    def __init__(self, text: str) -> None:
        self.texts: list[list[str]] = []
        self.around: list[list[str]] = []
        super().__init__(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        before = len(self.open)
        super().handle_starttag(tag, attrs)
        self.texts.append([])
        self.around.extend(self.texts[-1:] * (len(self.open) - before))

    def handle_endtag(self, tag: str) -> None:
        super().handle_endtag(tag)
        self.around.pop()

    def handle_data(self, data: str) -> None:
        super().handle_data(data)
        for words in self.around:
            words.append(data)

    def said(self, tag: str, **wanted: str) -> list[str]:
        """The text inside each element of a kind."""
        return [
            "".join(words)
            for (of, attrs), words in zip(self.tags, self.texts, strict=True)
            if of == tag and wanted.items() <= attrs.items()
        ]


def made(*debates: Debate) -> dict[str, list[str]]:
    return {one.id: [f"{one.id}/map.html", f"{one.id}/questions.docx"] for one in debates}


def listed(
    analysis: Analysis,
    debates: Sequence[Debate],
    files: Mapping[str, Sequence[str]] | None = None,
    manner: Manner = JA,
) -> Read:
    parsed = Read(index(analysis, debates, made(*debates) if files is None else files, manner))
    assert not parsed.open
    return parsed


def known(given: Debate, lang: Lang = "ja") -> IndexData:
    return index_data(analysed(given), [given], made(given), lang)


def test_the_counts_of_all_debates_stand_in_a_sentence() -> None:
    analysis, debates = shipped()
    (lead,) = listed(analysis, debates).said("p", **{"class": "lead"})
    assert lead == (
        "討論2件。行政の主張25件：まだ成り立っている 23件、崩れた 2件。"
        "質問16件：十分な答弁が見当たらない 10件、答弁あり 6件。"
    )
    (lead,) = listed(analysis, debates, manner=EN).said("p", **{"class": "lead"})
    assert lead == (
        "Debates: 2. Claims by the government: 25 (23 still standing; 2 fallen). "
        "Questions: 16 (10 without a full answer; 6 answered in full)."
    )


def test_a_side_without_a_name_of_ours_is_called_as_it_is() -> None:
    given = debate(
        parties={"x": {"side": "citizens"}}, claims={"a": {"text": "一である", "by": "x"}}, questions={}
    )
    (lead,) = listed(analysed(given), [given], manner=Manner(side="citizens")).said("p", **{"class": "lead"})
    assert lead == "Debates: 1. Claims by the citizens: 1 (1 still standing). Questions: none."


def test_a_card_for_each_debate_the_latest_first() -> None:
    debates = [
        debate("old", debate={"title": "古い", "held": "2019-04"}),
        debate("undated", debate={"title": "日付なし"}),
        debate("new", debate={"title": "新しい", "held": "2025-01-31"}),
    ]
    parsed = listed(analysed(*debates), debates)
    cards = parsed.said("article")
    assert [re.findall("新しい|古い|日付なし", card) for card in cards] == [
        ["新しい"],
        ["古い"],
        ["日付なし"],
    ]
    assert "2025年1月31日" in cards[0]
    assert parsed.values("datetime", "time") == ["2025-01-31", "2019-04"]
    assert [one["title"] for one in parsed.data["debates"]] == [
        "新しい（2025年1月31日）",
        "古い（2019年4月）",
        "日付なし",
    ]


def test_a_card_counts_and_names_the_files() -> None:
    analysis, debates = shipped()
    files = {
        debates[0].id: [f"{debates[0].id}/map.html", "給 食/a#b.html", "x/questions.docx", "x/other.bin"]
    }
    parsed = listed(analysis, debates, files)
    first, second = parsed.said("article")
    assert "市（答弁）の主張○ 反論なし 5△ 反論あり・根拠なし 3× 反論成立 2" in first
    assert "ページa#b.html質問案（Word）other.bin" in first
    assert "ファイル" not in second
    targets = parsed.values("href", "a")
    assert "%E7%B5%A6%20%E9%A3%9F/a%23b.html" in targets
    assert not [target for target in targets if "partnership" in target]


def test_what_stands_and_what_is_open_is_listed_over_all_debates() -> None:
    analysis, debates = shipped()
    parsed = listed(analysis, debates)
    (stands,) = parsed.said("section", id="standing")
    assert stands.startswith("まだ成り立っている主張 23")
    assert parsed.said("h3")[2:4] == [one.title for one in debates]
    assert "△ 反論あり・根拠なし データを暗号化し、不正なアクセスを防いでいる" in stands
    (opened,) = parsed.said("section", id="open")
    assert opened.startswith("十分な答弁が見当たらない質問 10")
    assert debates[1].title not in opened
    assert {"#standing", "#open"} <= set(parsed.values("href", "a"))


def test_every_statement_in_the_lists_is_linked_to_its_place_in_the_map() -> None:
    given = debate(
        claims={"市-1": {"text": "一である", "by": "town"}, "b": {"text": "二である", "by": "member"}}
    )
    targets = listed(analysed(given), [given], {"midori": ["緑/map.html"]}).values("href", "a")
    assert "%E7%B7%91/map.html#select=%E5%B8%82-1" in targets
    assert len([target for target in targets if "#select=" in target]) == 1


def test_without_a_page_nothing_is_linked() -> None:
    given = midori()
    parsed = listed(analysed(given), [given], {})
    assert set(parsed.values("href", "a")) == {"#main", "#standing", "#open"}
    assert "page" not in parsed.data["debates"][0]
    assert "給食費を無償にする" in parsed.said("section", id="standing")[0]


def test_an_index_over_nothing_says_so() -> None:
    parsed = listed(analysed(), [], manner=EN)
    assert parsed.said("main")[0].endswith("No debate was found.")
    assert [attrs for tag, attrs in parsed.tags if tag == "search" and "hidden" in attrs]
    given = debate()
    words = listed(analysed(given), [given]).said("main")[0]
    assert INDEX["nothing-stands"].ja in words
    assert INDEX["nothing-open"].ja in words


def test_it_has_the_roles_that_a_reader_moves_by() -> None:
    parsed = listed(analysed(midori()), [midori()])
    tags = [tag for tag, _ in parsed.tags]
    assert [tags.count(tag) for tag in ("h1", "main", "search", "nav")] == [1, 1, 1, 1]
    ids = [found for tag in set(tags) for found in parsed.values("id", tag)]
    assert len(ids) == len(set(ids))
    assert {target[1:] for target in parsed.values("href", "a") if target[0] == "#"} <= set(ids)
    assert parsed.values("lang", "html") == ["ja"]


def test_the_language_of_the_authors_is_marked() -> None:
    given = midori()
    parsed = listed(analysed(given), [given], manner=EN)
    assert set(parsed.values("lang", "span")) == {"ja"}
    assert parsed.data["debates"][0]["lang"] == "ja"
    assert not listed(analysed(given), [given]).values("lang", "span")


def test_the_data_says_what_is_searched_and_no_more() -> None:
    given = debate(
        debate={"title": "題", "lang": "ja"},
        claims={"a": {"text": "一である", "by": "town"}},
        rebuttals={"r": {"text": "違う", "by": "member", "rebuts": ["a"]}},
        evidence={"e": {"text": "記録", "backs": ["r"], "place": "緑町"}},
        questions={"q": {"text": "何か", "by": "stranger"}},
    )
    (known_of,) = known(given).model_dump(mode="json", exclude_defaults=True)["debates"]
    assert known_of == {
        "title": "題",
        "page": "midori/map.html",
        "parties": ["町長", "議員", "stranger"],
        "said": [
            {"id": "a", "text": "一である", "status": "challenged", "by": 0},
            {"id": "r", "text": "違う", "role": "rebuttal", "status": "unrebutted", "by": 1},
            {"id": "e", "text": "記録", "role": "evidence", "status": "unrebutted", "place": "緑町"},
            {"id": "q", "text": "何か", "role": "question", "status": "unanswered", "by": 2},
        ],
    }


def test_the_script_is_one_and_names_nothing_twice() -> None:
    text = script("index")
    assert not re.search(r"^(?:import|export)\b", text, re.MULTILINE)
    assert "PageData" not in text
    names = list(_named(text))
    assert len(names) == len(set(names))


def _named(text: str) -> Iterator[str]:
    """What is declared outside every function."""
    depth = 0
    for line in text.splitlines():
        found = re.match(r"(?:function|const|let) (\w+)", line)
        if found and depth == 0:
            yield found[1]
        depth += sum(map(line.count, "{([")) - sum(map(line.count, "})]"))
    assert depth == 0


@pytest.mark.parametrize("manner", [JA, EN])
def test_hostile_texts_are_text(manner: Manner) -> None:
    given = hostile()
    parsed = listed(analysed(given), [given], {given.id: ["javascript:alert(1)/map.html"]}, manner)
    assert re.sub("[\x00\u202e]", "\ufffd", NASTY) in parsed.said("h3")[0]
    assert parsed.data["debates"][0]["said"][0]["text"] == NASTY
    assert parsed.data["debates"][0]["page"] == "javascript%3Aalert%281%29/map.html"
    assert not [target for target in parsed.values("href", "a") if ":" in target]
    tags = {tag for tag, _ in parsed.tags}
    assert not {"b", "img", "svg", "iframe", "object", "form", "link", "base"} & tags
    names = {name for _, attrs in parsed.tags for name in attrs}
    assert not [name for name in names if name.startswith("on") or name in ("style", "src")]
