"""From a debate to boxes, lines, stacks, groups and words."""

from __future__ import annotations

import pytest

from argmap.picture import Picture, View
from argmap.picture.boxes import NARROW, narrowed
from argmap.picture.values import Box
from tests.pictures import claims, debate, drawn, shipped


def box(picture: Picture, name: str) -> Box:
    (found,) = [each for each in picture.boxes if each.id == name]
    return found


def keys(picture: Picture) -> set[str]:
    return {each.id for each in picture.boxes}


def test_the_shipped_debate() -> None:
    picture = shipped("mynumber-insurance-card")
    assert picture.subtitle == (
        "2024年12月　｜　市（答弁）、議員　｜　質問 14　主張 13　反論 9　証拠 9",
        "市（答弁）の主張 10：○ 反論なし 5　△ 反論あり・根拠なし 3　× 反論成立 2",
    )
    assert {name: box(picture, name).badge.text for name in ("encryption", "safe-use", "q-notice")} == {  # type: ignore[union-attr] # these have one
        "encryption": "△ 反論あり・根拠なし",
        "safe-use": "× 反論成立",
        "q-notice": "？ 答弁が見当たらない",
    }
    assert [len(stack.boxes) for stack in picture.stacks] == [9]
    assert picture.stacks[0].head == "証拠（事例）　議員"
    assert picture.stacks[0].count == "9件"
    assert len(picture.junctions) == 3
    assert [group.counts for group in picture.groups][:2] == [
        "質問 2　主張 7　反論 9　証拠 9",
        "質問 2　主張 2",
    ]
    assert picture.sources == ("出典：議員のニュースレター（2024年12月）",)
    assert picture.missing == ""


def test_every_relation_is_a_line_and_a_step_under_attack_is_a_junction() -> None:
    picture = shipped("mynumber-insurance-card")
    lines = [line for line in picture.lines if "encryption" in line.key.split("#", 1)[1].split()[0]]
    assert {(line.kind, line.source.split("#")[-1], line.head) for line in lines} == {
        ("supports", "encryption", False),
        ("supports", "access-prevented", True),
    }
    undercuts = [line for line in picture.lines if line.kind == "undercuts"]
    assert len(undercuts) == 3
    assert all(line.head and line.target not in picture.box for line in undercuts)


def test_linked_premises_meet_in_a_junction_and_a_single_one_does_not() -> None:
    sections = claims(3)
    sections["a"] = {"text": "前提", "by": "city", "supports": [{"to": "c0", "with": ["c1"]}, "c2"]}
    picture = drawn(debate(claims=sections))
    assert [junction.key for junction in picture.junctions] == ["d#a+d#c1>d#c0"]
    assert [(line.source, line.target, line.head) for line in picture.lines] == [
        ("d#a", "d#a+d#c1>d#c0", False),
        ("d#a", "d#c2", True),
        ("d#a+d#c1>d#c0", "d#c0", True),
        ("d#c1", "d#a+d#c1>d#c0", False),
    ]
    assert picture.junctions[0].description == "支える：前提 ＋ 主張その1 → 主張その0"


def test_heads_feet_and_descriptions_say_what_there_is_to_know() -> None:
    given = debate(
        claims={
            "plan": {
                "text": "橋を直す",
                "by": "city",
                "kind": "commitment",
                "due": "2025-03-08",
                "review": "candidate",
            },
            "none": {"text": "誰が言ったか", "by": "other"},
        },
        evidence={
            "figure": {
                "text": "件数は9件",
                "type": "statistic",
                "date": "2023-03",
                "place": "横浜市",
                "backs": ["plan"],
            },
            "law": {"text": "横浜市の条例", "place": "横浜市", "accepted": True, "backs": ["plan"]},
        },
        questions={
            "wish": {"text": "急いでほしい", "kind": "request", "by": "member", "review": "candidate"}
        },
    )
    picture = drawn(given)
    assert box(picture, "plan").foot == ("期限 2025年3月8日・候補（未確認）",)
    assert box(picture, "plan").candidate
    assert box(picture, "figure").head == ("証拠（統計）",)
    assert box(picture, "figure").foot == ("2023年3月・横浜市・出典なし",)
    assert box(picture, "law").foot == ()
    assert box(picture, "law").badge is None
    assert box(picture, "wish").head == ("要望　議員",)
    assert box(picture, "wish").badge is None
    assert box(picture, "wish").foot == ("候補（未確認）",)
    assert (
        box(picture, "plan").description
        == "主張、市：橋を直す（反論なし、期限 2025年3月8日、候補（未確認））"
    )
    assert box(picture, "law").description == "証拠：横浜市の条例（反論なし）"


def test_english() -> None:
    given = debate(
        debate={"title": "Bridge", "held": "2024-12-05"},
        parties={"city": {"name": "City", "side": "government"}, "x": {"name": "Union", "side": "union"}},
        sources={"m": {"title": "Minutes", "date": "2024-12", "url": "https://example.org"}, "n": {}},
        claims={
            "a": {
                "text": "The bridge is safe.",
                "by": "city",
                "answers": [{"question": "q", "extent": "evasive"}],
            }
        },
        evidence={
            **{
                f"e{k}": {"text": f"Crack {k}", "by": "x", "type": "incident", "backs": ["a"]}
                for k in range(3)
            },
        },
        questions={"q": {"text": "Is it safe?", "by": "x"}},
    )
    picture = drawn(given, lang="en")
    assert picture.subtitle == (
        "5 December 2024 | City, Union | 1 question, 1 claim, 3 pieces of evidence",
        "City, 1 claim: ○ unrebutted 1",
    )
    assert picture.stacks[0].count == "× 3"
    assert picture.sources == ("Sources: Minutes (December 2024) https://example.org; n",)
    assert picture.box["d#a"].description == "claim, City: The bridge is safe. (unrebutted)"
    assert picture.box["d#e0"].description == "evidence (incident), Union: Crack 0 (unrebutted, no source)"
    assert "answers evasively: The bridge is safe. → Is it safe?" in {
        line.description for line in picture.lines
    }
    assert [section.title for section in picture.legend] == [
        "Shape: what it is",
        "Head: who speaks",
        "Sign: what stands",
        "Sign: is it answered",
        "Line: from what to what",
    ]
    assert [entry.meaning for entry in picture.legend[1].entries] == ["government", ""]


def test_the_legend_holds_only_what_occurs() -> None:
    picture = drawn(
        debate(claims=claims(1), rebuttals={"r": {"text": "反", "by": "member", "rebuts": ["c0"]}})
    )
    assert [[entry.name for entry in section.entries] for section in picture.legend] == [
        ["claim", "rebuttal"],
        ["government", "councilor"],
        ["unrebutted", "challenged"],
        ["rebuts"],
    ]
    assert [entry.word for entry in picture.legend[1].entries] == ["市", "議員"]
    assert [entry.meaning for entry in picture.legend[1].entries] == ["行政", ""]


def test_a_side_is_named_where_the_party_is_called_otherwise() -> None:
    parties = {
        "a": {"name": "あ"},
        "b": {"name": "い", "side": "住民"},
        "c": {"name": "議員", "side": "councilor"},
    }
    said = {name: {"text": "発言", "by": name} for name in parties}
    picture = drawn(debate(parties=parties, claims=said))
    assert [(entry.word, entry.meaning) for entry in picture.legend[1].entries] == [
        ("議員", ""),
        ("あ", ""),
        ("い", "住民"),
    ]


def test_names_that_are_too_many_are_counted_and_one_that_is_too_long_is_cut() -> None:
    many = {f"p{k}": {"name": f"日本維新の会・無所属議員団の議員{k}", "side": "councilor"} for k in range(6)}
    said = {name: {"text": "発言", "by": name} for name in many}
    picture = drawn(debate(parties=many, claims=said))
    first = "日本維新の会・無所属議員団の議員0、日本維新の会・無所属議員団の議員1、ほか4名"
    assert [entry.word for entry in picture.legend[1].entries] == [first]
    assert picture.subtitle[0].startswith(f"{first}　｜")
    long = drawn(
        debate(parties={"a": {"name": "長" * 99, "side": "側" * 99}}, claims={"c": {"text": "あ", "by": "a"}})
    )
    (entry,) = long.legend[1].entries
    assert (entry.word, entry.meaning) == (f"{'長' * 43}…", f"{'側' * 15}…")


def test_a_candidate_is_in_the_legend() -> None:
    picture = drawn(debate(claims=claims(1, review="candidate")))
    assert [entry.name for entry in picture.legend[0].entries] == ["claim", "candidate"]


def test_boxes_that_do_the_same_are_a_stack_and_keep_what_differs() -> None:
    given = debate(
        claims={
            "a": {"text": "結論", "by": "city"},
            **{f"s{k}": {"text": f"根拠{k}", "by": "city", "supports": ["a"]} for k in range(3)},
            **{f"t{k}": {"text": f"別の根拠{k}", "by": "member", "supports": ["a"]} for k in range(2)},
        }
    )
    picture = drawn(given)
    assert [(stack.boxes, stack.head) for stack in picture.stacks] == [(("d#s0", "d#s1", "d#s2"), "")]
    assert picture.box["d#s0"].head == ("主張　市",)


def test_a_long_text_gets_a_wider_box() -> None:
    texts = {"short": "あ" * 30, "long": "あ" * 200, "longer": "あ" * 2000}
    picture = drawn(debate(claims={name: {"text": text, "by": "city"} for name, text in texts.items()}))
    assert [picture.box[f"d#{name}"].width for name in texts] == [232, 536, 840]
    assert "".join(picture.box["d#longer"].lines) == "あ" * 2000


def test_a_badge_that_does_not_fit_beside_the_party_gets_its_own_row() -> None:
    parties = {"city": {"name": "議会事務局の企画政策課情報推進係"}}
    picture = drawn(debate(parties=parties, claims=claims(1)))
    assert picture.box["d#c0"].head == ("主張　議会事務局の企画政策課情報推進係", "")


def test_an_empty_debate_says_so() -> None:
    picture = drawn(debate())
    assert picture.note == "この議論には、まだ発言がありません。"
    assert not picture.boxes
    assert not picture.legend
    assert len(picture.subtitle) == 1
    assert (
        drawn(debate(parties={}), view=View(only="standing")).note == "この見方に当てはまる発言はありません。"
    )


def argued() -> dict[str, object]:
    return {
        "claims": {
            "a": {"text": "あ", "by": "city", "answers": ["q"], "supports": ["b"]},
            "b": {"text": "い", "by": "city"},
        },
        "rebuttals": {
            "r": {"text": "う", "by": "member", "rebuts": ["a"]},
            "s": {"text": "え", "by": "city", "rebuts": ["r"]},
        },
        "evidence": {
            "e": {"text": "お", "backs": ["r"], "accepted": True},
            "f": {"text": "か", "backs": ["s"], "accepted": True},
        },
        "questions": {"q": {"text": "き", "about": ["b", "nothing"]}, "p": {"text": "く"}},
    }


@pytest.mark.parametrize(
    ("view", "shown", "note"),
    [
        (View(), {"a", "b", "r", "s", "e", "f", "q", "p"}, ()),
        (View(around="r"), {"r", "e", "s", "a"}, ("次の発言に関わるもの：う",)),
        (View(around="r", depth=2), {"r", "e", "s", "f", "a"}, ("次の発言に関わるもの：う",)),
        (View(around="d#q"), {"q", "a"}, ("次の発言に関わるもの：き",)),
        (View(only="standing"), {"a", "b"}, ("まだ成り立っている発言だけ",)),
        (View(only="questions"), {"q", "p", "a", "b"}, ("質問と答弁",)),
    ],
)
def test_views(view: View, shown: set[str], note: tuple[str, ...]) -> None:
    picture = drawn(debate(**argued()), view=view)
    assert keys(picture) == shown
    assert picture.subtitle[-1].split("　｜　")[-1:] == list(note) or not note
    assert all(line.target in picture.box and line.source in picture.box for line in picture.lines)


def test_what_stands_is_shown_without_attacks_on_what_fell() -> None:
    sections = argued()
    sections["rebuttals"] |= {  # type: ignore[operator] # a dict of this module
        "t": {"text": "け", "by": "member", "rebuts": ["b", "r"]},
        "alone": {"text": "こ", "by": "member"},
    }
    sections["evidence"] |= {"g": {"text": "さ", "backs": ["b"], "accepted": True}}  # type: ignore[operator] # a dict of this module
    assert keys(drawn(debate(**sections), view=View(only="standing"))) == {"a", "b", "t", "alone", "g"}


def test_a_rebuttal_that_does_not_count_says_why() -> None:
    given = debate(
        claims=claims(3),
        rebuttals={
            "bare": {"text": "あ", "by": "member", "rebuts": ["c0"]},
            "unsourced": {"text": "い", "by": "member", "rebuts": ["c1"]},
            "sound": {"text": "う", "by": "member", "rebuts": ["c2"]},
        },
        evidence={
            "e": {"text": "え", "backs": ["unsourced"]},
            "f": {"text": "お", "backs": ["sound"], "accepted": True},
        },
    )
    picture = drawn(given)
    feet = {name: box(picture, name).foot for name in ("bare", "unsourced", "sound", "c0")}
    assert feet == {"bare": ("証拠なし",), "unsourced": ("有効な証拠なし",), "sound": (), "c0": ()}
    assert box(picture, "bare").description == "反論、議員：あ（反論なし、証拠なし）"
    assert box(drawn(given, lang="en"), "bare").foot == ("no evidence",)


def test_a_narrowed_picture_says_the_same_on_more_lines() -> None:
    given = debate(
        claims={
            "short": {"text": "橋を直す", "by": "city"},
            "long": {"text": "橋は長い。" * 40, "by": "city", "review": "candidate"},
        },
        evidence={f"e{k}": {"text": "証拠" * 20, "backs": ["short"], "accepted": True} for k in range(3)},
    )
    picture = drawn(given)
    narrow = narrowed(picture, 160.0)
    assert narrowed(picture, NARROW) is picture
    assert [(each.key, each.description) for each in narrow.boxes] == [
        (each.key, each.description) for each in picture.boxes
    ]
    for each in narrow.boxes:
        before = picture.box[each.key]
        assert each.width < before.width
        assert "".join(each.lines) == "".join(before.lines)
        assert "".join(each.foot) == "".join(before.foot)
        assert bool(each.head) == bool(before.head)
    assert box(narrow, "long").width > 2 * box(narrow, "short").width
    assert box(narrow, "e0").head == ()
    assert box(narrow, "e0").height > box(picture, "e0").height
    tiny = box(narrowed(picture, 50.0), "short")
    assert tiny.badge is not None
    assert tiny.width > tiny.badge.width


def test_a_view_around_nothing_is_refused() -> None:
    with pytest.raises(KeyError, match="nowhere"):
        drawn(debate(**argued()), view=View(around="nowhere"))


def test_what_a_question_is_about_is_joined_with_it() -> None:
    picture = drawn(debate(**argued()))
    about = [(line.source, line.target) for line in picture.lines if line.kind == "about"]
    assert about == [("d#b", "d#q")]


def test_statements_of_another_debate_that_bear_on_this_one_are_drawn() -> None:
    other = debate(
        id="o",
        debate={"title": "別件"},
        groups={"g": "件"},
        claims={
            "x": {"text": "よそから", "by": "city", "group": "g", "supports": ["d#a"]},
            "y": {"text": "無関係", "by": "city"},
        },
        questions={"z": {"text": "よその質問", "about": ["d#a"]}},
    )
    picture = drawn(debate(**argued()), other)
    assert picture.box["o#x"].foot == ("別の議論：別件",)
    assert picture.box["o#x"].group is None
    assert picture.box["o#z"].foot == ("別の議論：別件",)
    assert "o#y" not in picture.box


def test_an_id_that_two_debates_use_means_the_one_that_is_drawn() -> None:
    one, other = debate(**argued()), debate(id="o", **argued())
    assert {each.key for each in drawn(one, other, view=View(around="q")).boxes} == {"d#q", "d#a"}


def test_a_group_without_a_title_is_called_by_its_id() -> None:
    picture = drawn(
        debate(
            groups={"g": "件名"},
            claims={
                "a": {"text": "あ", "by": "city", "group": "h"},
                "b": {"text": "い", "by": "city", "group": "g"},
            },
        )
    )
    assert [group.title for group in picture.groups] == [("件名",), ("h",)]


def test_what_the_font_lacks_is_listed() -> None:
    assert drawn(debate(claims={"a": {"text": "絵😀", "by": "city"}})).missing == "😀"


def test_the_government_is_named_by_its_side_when_no_party_is() -> None:
    picture = drawn(debate(parties={}, claims={"a": {"text": "あ", "by": "government"}}))
    assert picture.subtitle == ("主張 1", "行政の主張 1：○ 反論なし 1")


def test_the_head_names_who_speaks() -> None:
    parties = {"city": {"name": "市"}, "silent": {"name": "傍聴席"}}
    picture = drawn(debate(parties=parties, claims=claims(1)))
    assert picture.subtitle[0].startswith("市　｜")
