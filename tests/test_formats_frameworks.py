"""Abstract frameworks: apx, tgf and the numbered format of ICCMA 2023."""

from __future__ import annotations

import pytest

from argmap.formats import FORMATS, Given, Imported
from argmap.model import Debate

SLUGS = ("apx", "tgf", "iccma23")
DUNG = {
    "apx": "% three arguments\narg(a). arg(b).\narg(c).\natt(a,b).\natt(b , c).\n",
    "tgf": "a\nb\nc\n#\na b\nb c\n",
    "iccma23": "# three arguments\np af 3\n1 2\n2 3\n",
}
CHAIN = Debate.model_validate(
    {
        "id": "chain",
        "parties": {"author": {}},
        "claims": {"c": {"text": "c", "by": "author"}, "q-cost": {"text": "費用は𠮷円", "by": "author"}},
        "rebuttals": {
            "a": {"text": "a", "by": "author", "rebuts": ["b"]},
            "b": {"text": "b", "by": "author", "rebuts": ["c", "q-cost"]},
        },
    }
)


def given(text: str | bytes, name: str = "x.txt") -> Given:
    return Given(name=name, data=text if isinstance(text, bytes) else text.encode(), beside=lambda _: None)


def read(slug: str, text: str | bytes) -> Imported:
    reader = FORMATS[slug].read
    assert reader is not None
    return reader(given(text))


def write(slug: str, debate: Debate) -> str:
    writer = FORMATS[slug].write
    assert writer is not None
    data = writer(debate).data
    assert isinstance(data, bytes)
    return data.decode()


def attacks(debate: Debate | None) -> set[tuple[str, str]]:
    assert debate is not None
    return {(name, link.to) for name, one in debate.rebuttals.items() for link in one.rebuts}


def notes(found: Imported) -> list[tuple[str, str]]:
    return [(note.at, note.message.en) for note in (*found.lost, *found.faults)]


@pytest.mark.parametrize("slug", SLUGS)
def test_arguments_that_attack_are_rebuttals_and_the_others_claims(slug: str) -> None:
    found = read(slug, DUNG[slug])
    names = ("1", "2", "3") if slug == "iccma23" else ("a", "b", "c")
    assert found.debate is not None
    assert (list(found.debate.claims), list(found.debate.rebuttals)) == ([names[2]], list(names[:2]))
    assert attacks(found.debate) == {(names[0], names[1]), (names[1], names[2])}
    assert found.debate.claims[names[2]].text == names[2]
    assert notes(found) == []


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("other", SLUGS)
def test_each_is_recognised_by_its_content(slug: str, other: str) -> None:
    recognises = FORMATS[slug].recognises
    assert recognises is not None
    assert recognises(given(DUNG[other])) is (slug == other)
    assert not recognises(given("{}"))
    assert not recognises(given(""))
    assert not recognises(given("claims:\n# x\n  a: {text: b}\n"))
    assert not recognises(given(b"\xff\x00\n#\n"))


@pytest.mark.parametrize("slug", SLUGS)
def test_what_is_written_is_read_back(slug: str) -> None:
    found = read(slug, write(slug, CHAIN))
    assert found.debate is not None
    order = {name: name if slug != "iccma23" else str(n) for n, (name, _) in enumerate(CHAIN.statements(), 1)}
    assert attacks(found.debate) == {(order[one], order[other]) for one, other in attacks(CHAIN)}
    assert notes(found) == []


def test_apx_quotes_what_is_no_plain_name() -> None:
    assert write("apx", CHAIN).splitlines() == [
        "arg(c).",
        'arg("q-cost").',
        "arg(a).",
        "arg(b).",
        "att(a,b).",
        "att(b,c).",
        'att(b,"q-cost").',
    ]


def test_a_number_says_in_a_comment_what_it_means() -> None:
    assert write("iccma23", CHAIN).splitlines()[:3] == ["p af 4", "# 1 c", "# 2 q-cost"]


def test_an_attack_on_a_conclusion_elsewhere_is_left_out() -> None:
    one = CHAIN.model_copy(
        update={
            "rebuttals": Debate.model_validate(
                {"rebuttals": {"a": {"text": "a", "by": "author", "rebuts": ["other#x"]}}}
            ).rebuttals
        }
    )
    assert "att" not in write("apx", one)


@pytest.mark.parametrize("slug", SLUGS)
def test_a_self_attack_is_named_with_its_line(slug: str) -> None:
    own = {"apx": "att(a,a).", "tgf": "a a", "iccma23": "1 1"}[slug]
    found = read(slug, DUNG[slug] + own)
    assert len(found.lost) == 1
    assert found.lost[0].at == f"{DUNG[slug].count(chr(10)) + 1}:1"


@pytest.mark.parametrize(
    ("slug", "more", "at", "message"),
    [
        ("apx", "att(a,z).", "6:1", "an attack on or by an argument that is not declared: z"),
        ("apx", "foo(a).", "6:1", "this line was not understood"),
        ("apx", "arg(", "6:1", "this line was not understood"),
        ("tgf", "a z", "7:1", "an attack on or by an argument that is not declared: z"),
        ("tgf", "a", "7:1", "this line was not understood"),
        ("iccma23", "1 4", "5:1", "there is no argument 4: `p af` names 3"),
        ("iccma23", "1 b", "5:1", "this line was not understood"),
        ("iccma23", "p af 4", "5:1", "this line was not understood"),
    ],
)
def test_a_fault_has_its_place_and_the_rest_is_read(slug: str, more: str, at: str, message: str) -> None:
    found = read(slug, DUNG[slug] + more)
    assert notes(found) == [(at, message)]
    assert len(attacks(found.debate)) == 2


@pytest.mark.parametrize(
    ("text", "message"), [("1 2\n", "no line `p af N`"), ("p af 6000000\n", "more than 5,000,000")]
)
def test_numbers_need_a_head(text: str, message: str) -> None:
    found = read("iccma23", text)
    assert found.debate is None
    assert any(message in note.message.en for note in found.faults)


@pytest.mark.parametrize("slug", SLUGS)
def test_what_is_no_text_is_refused(slug: str) -> None:
    found = read(slug, b"arg(\xff\xfe\x00)")
    assert found.debate is None
    assert found.faults


def test_labels_of_tgf_are_texts_and_those_of_attacks_are_named() -> None:
    found = read("tgf", "a The road is safe\nb\n\n#\na b  because\n")
    assert found.debate is not None
    assert found.debate.rebuttals["a"].text == "The road is safe"
    assert notes(found) == [("5:1", "words on an attack: “because”")]


def test_names_of_apx_may_be_strings() -> None:
    found = read("apx", 'arg("q \\" 1"). arg(Z_1).\natt("q \\" 1",Z_1).')
    assert found.debate is not None
    assert found.debate.rebuttals["q-1"].text == 'q " 1'
    assert found.debate.claims["Z-1"].text == "Z_1"
