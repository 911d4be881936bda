"""Random Argdown documents: every construct, with the odd one out of place."""

from __future__ import annotations

from hypothesis import strategies as st

_TITLES = st.sampled_from(("A", "B", "C", "D: e", "the bridge", "あ"))
_WORDS = st.sampled_from(
    (
        "words", "two words", "a.b", "U.S.A. x", ".~. p", "e.g. this", "12:30", "*it*", "**bold** x", "_u_ v", "__b__",
        "#tag", "#(two words)", "#日本", "@[A]", "@<B>", "[link](https://example.org/a)", "\\[x\\]", "\\# y", "\\\\",
        "a - b", "x > y", "(1) no", "+ z", "日本語の文", "/* c */", "<!-- c -->", "&", "a, b; c", "- -", "a * b", "🚢",
        "***x***", "f(x) = 1", "a/b", ":x: y", "#",
    )
)  # fmt: skip
_DATA = st.sampled_from(("", "", "", " {a: b}", " {by: City, n: 3}", ' {a: [1, {b: "c d"}]}', " {\na: b\n}"))
_SIGNS = ("+", "-", "<+", "<-", "+>", "->", "_>", "><")
_UNDERCUT = (
    "_",
    "<_",
)  # theirs takes one of a statement for one of the last inference above, whosever that is
_BLANKS = st.sampled_from((" ", "\t"))
_COMMENT = st.sampled_from(("", "", "", "", " // a comment", " /* more */"))


@st.composite
def _texts(draw: st.DrawFn) -> str:
    words = [draw(_WORDS.filter(lambda word: word[0] not in "/<")), *draw(st.lists(_WORDS, max_size=3))]
    return draw(st.sampled_from((" ", " ", "\n", "\n   "))).join(words)


@st.composite
def _elements(draw: st.DrawFn, *, arguments: bool = True) -> str:
    title = draw(st.sampled_from(("[{}]", "<{}>") if arguments else ("[{}]",))).format(draw(_TITLES))
    kind = draw(st.integers(0, 2))
    if kind == 0:
        return draw(st.sampled_from(("", title + ": "))) + draw(_texts()) + draw(_DATA) + draw(_COMMENT)
    return title + draw(st.sampled_from(("", "", " #tag", " {c: d}", " #u {e: f}"))) + draw(_COMMENT)


@st.composite
def _relations(draw: st.DrawFn, signs: tuple[str, ...], least: int = 1) -> str:
    """Lines below an element, each indented by more or less than the one before; now and then by too little."""
    lines, width = "", 0
    least = draw(st.sampled_from((least, least, least + 2)))
    for step in draw(st.lists(st.sampled_from((1, 2, 3, 0, 0, -1, -2, -4)), max_size=4)):
        width = max(width + step, least) if draw(st.integers(0, 30)) else 0
        sign = draw(st.sampled_from(signs))
        lines += f"\n{' ' * width}{sign}{draw(_BLANKS)}{draw(_elements(arguments=sign != '><'))}"
    return lines


@st.composite
def _structures(draw: st.DrawFn) -> str:
    lines: list[str] = []
    inferences = st.sampled_from(
        (
            "----",
            "-------",
            "-- rule --",
            "--\nrule, two (uses: 1)\n{uses: [1]}\n--",
            "----\n  <_ <B>",
            "----\n _ [D: e]",
        )
    )
    for count in draw(st.lists(st.integers(1, 3), min_size=1, max_size=3)):
        numbered = draw(st.lists(_elements(arguments=False), min_size=count, max_size=count))
        lines += [
            f"({len(lines) + place}) {one}{draw(_relations(_SIGNS))}" for place, one in enumerate(numbered)
        ]
        lines.append(draw(inferences))
        lines.append(f"({len(lines)}) {draw(_elements(arguments=False))}{draw(_relations(_SIGNS))}")
    return "\n".join(lines)


@st.composite
def _lists(draw: st.DrawFn, signs: tuple[str, ...]) -> str:
    sign = draw(st.sampled_from(("*", "1.")))
    items = draw(st.lists(st.tuples(_elements(), _relations(signs, 2)), min_size=1, max_size=3))
    return "\n".join(f"{sign} {element}{below}" for element, below in items)


@st.composite
def documents(draw: st.DrawFn) -> str:
    """A document of a few paragraphs."""
    structured = draw(st.booleans())
    signs = _SIGNS if structured else (*_SIGNS, *_UNDERCUT)
    trees = st.builds("{}{}".format, _elements(), _relations(signs))
    headings = st.builds("{} {}".format, st.sampled_from(("#", "##", "###")), _texts())
    reconstructed = st.builds("<{}>\n\n{}".format, _TITLES, _structures())
    comments = st.sampled_from(("// a comment", "/* one\n\nmore */", "<!-- x -->"))
    structures = (reconstructed, _structures()) if structured else ()
    paragraph = st.one_of(trees, trees, *structures, headings, _lists(signs), comments)
    front = draw(
        st.sampled_from(("", "", "===\nmodel: {mode: strict}\n===\n\n", "===\ntitle: T\nx: y\n===\n\n"))
    )
    paragraphs = [draw(trees), *draw(st.lists(paragraph, max_size=4))]
    return front + draw(st.sampled_from(("\n\n", "\n\n\n"))).join(paragraphs) + "\n"
