"""Quotes are found in their sources: exactly, nearly with what differs, or not at all; and offsets are those of the file."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from argmap.diagnostics import Words
from argmap.loading import read, sources
from argmap.loading.sources import look_up, references, source_text
from argmap.quotes import SourceText, match, same_words

KANJI = "市民税率法予算議会長"
MINUTES = """令和六年十二月　北浜町議会

○町長　ご指摘の「利用者の声」につきましては、十分にお聞きし
ながら、㈱北浜交通と協議し、ﾊﾞｽの増便を
進めてまいります。

　　　― 12 ―

次に、多要素認証によるアクセス制御に

## 議案第三号

写真は町役場

ついてお答えします。
The council's "open data" policy took effect on 1 April.
"""


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("『利用者の声』につきまして", "利用者の声」につきまして"),
        ("利用者の声につきまして", "利用者の声」につきまして"),
        ("十分にお聞きしながら", "十分にお聞きしながら"),
        ("(株)北浜交通と協議", "㈱北浜交通と協議"),
        ("バスの増便を進めて", "ﾊﾞｽの増便を進めて"),
        ("アクセス制御についてお答え", "アクセス制御についてお答え"),
        ("― １２ ―", "― 12 ―"),
        ("councils open data", "council's \"open data"),
        ("o p e n", "open"),
        ("﹁利用者の声﹂", "利用者の声"),
    ],
)
def test_exact_whatever_the_width_the_spaces_the_quotation_marks_and_the_columns(
    quote: str, found: str
) -> None:
    hit = match(quote, MINUTES)
    assert (hit.kind, hit.found, hit.differs) == ("exact", found, None)
    assert MINUTES[hit.start :].startswith(found[0])
    assert MINUTES[: hit.end].endswith(found[-1])


@pytest.mark.parametrize(
    ("quote", "found", "en"),
    [
        ("アクセス制限", "アクセス制御", "`制限` is `制御` there"),
        ("多要素認証によるアクセス制限", "多要素認証によるアクセス制御", "`制限` is `制御` there"),
        ("市議会事務局北浜町議会", None, ""),
        ("北浜町町議会", "北浜町議会", "`浜町町` is `浜町` there"),
        ("多要素認証よるアクセス制御", "多要素認証によるアクセス制御", "`証よ` is `証によ` there"),
        ("東浜交通と協議し", "北浜交通と協議し", "`東浜` is `北浜` there"),
        ("㈱北浜交道と協議", "㈱北浜交通と協議", "`交道` is `交通` there"),
        ("open date policy took", 'open data" policy took', "`date` is `data` there"),
    ],
)
def test_near_says_what_differs(quote: str, found: str | None, en: str) -> None:
    hit = match(quote, MINUTES)
    assert (hit.kind, hit.found) == (("near", found) if found else ("absent", ""))
    assert (hit.differs.en if hit.differs else "") == en


def test_every_difference_is_named_once_and_in_both_languages() -> None:
    hit = match(
        "条例改正案は賛成少数で否認されました議会閉会", "条例改定案は賛成多数で否認されました議会閉会。"
    )
    assert hit.differs == Words(
        en="`改正` is `改定` there, `成少` is `成多` there",
        ja="`改正` は出典では `改定`、`成少` は出典では `成多`",
    )


@pytest.mark.parametrize(
    "quote",
    [
        "十分ではない",  # kana say little: one wrong sign in such a short quote makes another sentence
        "十分だった",
        "open",  # found, see above; but
        "opem",  # four letters with one wrong are another word
        "町民税を引き下げます",
        "「」",
        "　",
    ],
)
def test_a_short_or_strange_quote_is_not_near(quote: str) -> None:
    assert match(quote, MINUTES).kind == ("exact" if quote == "open" else "absent")


def test_a_quote_across_a_finished_paragraph_is_absent() -> None:
    assert match("増便を進めてまいります。次に、多要素", MINUTES.replace("― 12 ―", "")).kind == "exact"
    assert match("進めてまいります。次に", MINUTES).kind != "exact"


def test_a_very_long_quote_is_compared_exactly() -> None:
    text = KANJI * 100
    assert match(text[:401], text).kind == "exact"
    assert match(text[:200] + "外" + text[201:400], text).kind == "near"
    assert match(text[:200] + "外" + text[201:401], text).kind == "absent"


def test_quotes_in_the_order_of_the_source_are_each_found_behind_the_last() -> None:
    text = SourceText("市民税。\n予算。\n市民税。")
    assert text.find("市民税").start == 0
    assert text.find("市民税", after=text.find("予算").start).start == 9
    assert text.find("予算", after=9).start == 5
    assert text.find("市民税", after=100).start == 0


def test_lines_count_from_one() -> None:
    text = SourceText("一\n二\r\n三")
    assert [text.line(text.find(quote).start) for quote in "一二三"] == [1, 2, 3]


@given(st.text("かきガｶﾞﾊﾟ\u3099\u0301aé㌔㈱①、각\u1100\u1161\u11a8"))
@example("か\u3099き")
@example("\u0301a\u0301")
def test_pieces_are_normalised_like_the_whole(text: str) -> None:
    assert same_words(text) == unicodedata.normalize("NFKC", text)


@given(st.text(st.characters(codec="utf-8")), st.sampled_from(" \n\t　「」\"'“”『』`"))
def test_white_space_and_quotation_marks_say_nothing(text: str, mark: str) -> None:
    assert same_words(mark.join(text)) == "".join(map(same_words, text))


JAPANESE = st.text("市民税率アイウのはをＡＢ１２㈱ab、。 \n「」　", min_size=1, max_size=60)


@given(JAPANESE, st.data())
def test_every_stretch_of_a_source_is_found_and_its_offsets_are_those_of_the_file(
    raw: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(raw) - 1))
    end = data.draw(st.integers(start + 1, len(raw)))
    quote = raw[start:end]
    assume(same_words(quote))
    hit = SourceText(raw).find(quote)
    assert hit.kind == "exact"
    assert same_words(quote) in same_words(raw[hit.start : hit.end])
    assert same_words(hit.found) == same_words(raw[hit.start : hit.end])
    assert hit.start <= start + len(quote) - len(quote.lstrip(" \n　「」"))


def least_edits(quote: str, text: str) -> int:
    """The fewest edits that make a quote a part of a text, by the textbook (Sellers 1980)."""
    row = [0] * (len(text) + 1)
    for length, char in enumerate(quote, 1):
        above, row = row, [length]
        for place, other in enumerate(text, 1):
            row.append(min(above[place - 1] + (char != other), above[place] + 1, row[-1] + 1))
    return min(row)


@settings(max_examples=300)
@given(st.text(KANJI[:5], max_size=60), st.text(KANJI[:5], min_size=1, max_size=20))
def test_near_is_at_most_one_character_in_five(text: str, quote: str) -> None:
    edits = least_edits(quote, text)
    hit = match(quote, text)
    assert hit.kind == ("exact" if edits == 0 else "near" if edits <= len(quote) // 5 else "absent")
    if hit.kind == "near":
        assert least_edits(quote, hit.found) == edits
        assert hit.found == text[hit.start : hit.end]


@given(st.permutations(KANJI), st.integers(5, 10), st.data())
def test_five_characters_count_as_much_as_fifty(signs: list[str], length: int, data: st.DataObject) -> None:
    """One wrong character is named, whatever the length."""
    quote = "".join(signs[:length])
    at = data.draw(st.integers(0, length - 1))
    hit = match(quote[:at] + "外" + quote[at + 1 :], f"前文。{quote}。後文")
    assert (hit.kind, hit.found) == ("near", quote)
    assert hit.differs is not None
    assert "外" in hit.differs.en
    assert quote[at] in hit.differs.en


# What stands around a quote


def around(quote: str, text: str, most: int = 120) -> tuple[str, str, str]:
    source = SourceText(text)
    found = source.excerpt(source.find(quote), most)
    return found.before, found.found, found.after


@pytest.mark.parametrize(
    ("quote", "before", "found", "after"),
    [
        (
            "十分にお聞き",
            "○町長　ご指摘の「利用者の声」につきましては、",
            "十分にお聞き",
            "しながら、㈱北浜交通と",
        ),
        ("増便を進めて", "お聞きしながら、㈱北浜交通と協議し、ﾊﾞｽの", "増便を進めて", "まいります。"),
        ("令和六年", "", "令和六年", "十二月　北浜町議会"),
        ("北浜町議会", "令和六年十二月　", "北浜町議会", ""),
        ("アクセス制限", "次に、多要素認証による", "アクセス制御", "に"),
        (
            "アクセス制御についてお答え",
            "次に、多要素認証による",
            "アクセス制御についてお答え",
            "します。The council's",
        ),
        ("effect on 1 April", 'council\'s "open data" policy took ', "effect on 1 April", "."),
    ],
)
def test_a_quote_is_shown_in_its_paragraph(quote: str, before: str, found: str, after: str) -> None:
    shown = around(quote, MINUTES)
    assert shown[1] == found
    assert shown[0].endswith(before)
    assert shown[2].startswith(after)
    assert "写真は町役場" not in "".join(shown)
    assert "\n" not in "".join(shown)


def test_a_long_paragraph_is_cut_where_it_says_so() -> None:
    text = f"{KANJI * 3}橋は{KANJI[::-1] * 3}\n\n別の段落"
    assert around("橋は", text, 4) == (f"…{KANJI[-4:]}", "橋は", f"{KANJI[:-5:-1]}…")
    assert around("橋は", text, 30) == (KANJI * 3, "橋は", KANJI[::-1] * 3)
    assert around("橋は", text, 29) == (f"…{(KANJI * 3)[1:]}", "橋は", f"{(KANJI[::-1] * 3)[:-1]}…")


def test_english_words_stay_apart_where_a_line_ends() -> None:
    text = "  We open\nthe park\r\nat night, every\nnight.\nThen we close.  \n\nNext."
    assert around("park at night", text) == ("We open the ", "park at night", ", every night. Then we close.")
    assert around("open", text) == ("We ", "open", " the park at night, every night. Then we close.")
    assert around("the", text) == ("We open ", "the", " park at night, every night. Then we close.")
    assert around("Next", text) == ("", "Next", ".")
    assert around("橋は\n架", "川に\n橋は\n架かる\n") == ("川に", "橋は架", "かる")


@given(JAPANESE, st.data())
def test_an_excerpt_says_the_words_and_their_neighbours(raw: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(raw) - 1))
    quote = raw[start : start + data.draw(st.integers(1, 10))]
    assume(same_words(quote))
    source = SourceText(raw)
    hit = source.find(quote)
    found = source.excerpt(hit, len(raw))
    assert found.found == hit.found
    assert same_words(found.before + found.found + found.after) in source.words
    assert same_words(raw[: hit.start]).endswith(same_words(found.before))
    assert same_words(raw[hit.end :]).startswith(same_words(found.after))


# The text of a source's file


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "cp932", "euc_jp"])
def test_source_files_in_the_encodings_of_japan_are_read(tmp_path: Path, codec: str) -> None:
    (tmp_path / "minutes.txt").write_bytes("主張と反論、増便を進めます".encode(codec))
    assert source_text(str(tmp_path), "minutes.txt") == "主張と反論、増便を進めます"


def test_a_path_may_lead_upwards_but_is_never_absolute(tmp_path: Path) -> None:
    (tmp_path / "minutes.txt").write_text("増便", encoding="utf-8")
    (tmp_path / "claims").mkdir()
    assert source_text(str(tmp_path / "claims"), "../minutes.txt") == "増便"
    assert source_text(str(tmp_path), str(tmp_path / "minutes.txt")) is None


def test_what_is_no_text_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "minutes.pdf").write_bytes(b"%PDF-1.7\n\x00\x01")
    (tmp_path / "noise.txt").write_bytes(b"\x81")
    (tmp_path / "long.txt").write_bytes(b"x" * 101)
    monkeypatch.setattr(sources, "MOST_BYTES", 100)
    names = ["minutes.pdf", "noise.txt", "long.txt", "nowhere.txt", ".", "a\0b", "x" * 5000]
    assert [source_text(str(tmp_path), name) for name in names] == [None] * len(names)


DEBATE = """
parties: {town: {name: 北浜町}}
sources:
  minutes: {title: 会議録, file: minutes.txt}
  leaflet: {title: 案内}
claims:
  more:
    text: 増便する
    by: town
    source: {in: minutes, quote: 増便を}
    conceded: {source: {in: minutes, quote: 進めません}}
  fares: {text: 運賃は変えない, by: town, source: leaflet}
questions:
  q-more: {text: 増便するか, source: {in: leaflet, quote: 増便}}
  q-when: {text: いつからか, source: {in: nothing, quote: 春}, by: town}
"""


def test_quotes_are_looked_up_where_there_is_a_file(tmp_path: Path) -> None:
    file = read(DEBATE.encode(), id="bus", file="bus.yaml", folder=str(tmp_path))
    assert [(quoted.at, quoted.match) for quoted in look_up([file])] == [
        (("claims", "more", "source", "quote"), None),
        (("claims", "more", "conceded", "source", "quote"), None),
    ]
    (tmp_path / "minutes.txt").write_text("増便を進めます。", encoding="utf-8")
    kinds = [quoted.match.kind for quoted in look_up([file]) if quoted.match]
    assert kinds == ["exact", "absent"]


def test_every_reference_to_a_source_is_listed() -> None:
    file = read(DEBATE.encode(), id="bus", file="bus.yaml", folder=".")
    assert [at[1:] for at, _ in references(file.debate)] == [
        ("more", "source"),
        ("more", "conceded", "source"),
        ("fares", "source"),
        ("q-more", "source"),
        ("q-when", "source"),
    ]
