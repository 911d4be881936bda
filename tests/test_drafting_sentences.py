"""Sentences are spans of the text: cut where they end, joined over columns; suspects only where text is wrong."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.drafting.sentences import sentences_of
from argmap.drafting.turns import outline
from argmap.ingest import Document


def document(text: str) -> Document:
    return Document(name="a.txt", format="text", text=text, sha256="0" * 64)


def sentences(text: str) -> list[str]:
    return [sentence.text for turn in outline(document(text)).turns for sentence in turn.sentences]


def cut(text: str) -> list[str]:
    return [sentence.text for sentence in sentences_of(text, [(0, len(text))])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("橋だ。川だ！池か？", ["橋だ。", "川だ！", "池か？"]),
        ("橋だ｡川だ!池か?", ["橋だ｡", "川だ!", "池か?"]),
        ("「橋だ。」と言った。", ["「橋だ。」と言った。"]),
        ("「橋だ。川だ。」", ["「橋だ。川だ。」"]),
        ("（橋は「危ない。」と聞く。）直せ。", ["（橋は「危ない。」と聞く。）直せ。"]),
        ("「橋だ。川だ。", ["「橋だ。", "川だ。"]),
        ("橋だ」。川だ。", ["橋だ」。", "川だ。"]),
        ("橋だ。」川だ。", ["橋だ。」", "川だ。"]),
        ("なぜか？と問う。", ["なぜか？と問う。"]),
        ("何だ！？次だ。", ["何だ！？", "次だ。"]),
        ("割合は3.5％、１．２倍だ．次だ．", ["割合は3.5％、１．２倍だ．", "次だ．"]),
        (
            "The bridge is old. It costs 3.5 million. Is A.B. right? Yes",
            ["The bridge is old.", "It costs 3.5 million.", "Is A.B. right?", "Yes"],
        ),
        ("a?b=c を見よ。", ["a?b=c を見よ。"]),
        ("**橋**だ。<b>川</b>だ。", ["橋だ。", "川だ。"]),
        ("橋だ。（拍手）川だ。", ["橋だ。", "川だ。"]),
        ("橋だ。（<b>市長</b>登壇）川だ。", ["橋だ。", "川だ。"]),
        ("![図](a.png)橋は[ここ](#a)だ。", ["橋はここだ。"]),
        ("「" + "橋だ。" * 300 + "」", ["「橋だ。", *["橋だ。"] * 298, "橋だ。」"]),
        ("", []),
    ],
)
def test_ends(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("長い橋の上を毎朝たくさんの人が\n\n\nを渡る。", ["長い橋の上を毎朝たくさんの人がを渡る。"]),
        ("朝の橋\n\nについて調べた。", ["朝の橋について調べた。"]),
        ("橋は古い、\n直す。", ["橋は古い、直す。"]),
        ("橋は「古い\n直す。", ["橋は「古い直す。"]),
        ("橋は古い\n\n次に川だ。", ["橋は古い", "次に川だ。"]),
        (
            "橋の数を次に示すので見てほしい、と市は述べた。北の橋\n\n１．北は古い。\n２．南は新しい。",
            [
                "橋の数を次に示すので見てほしい、と市は述べた。",
                "北の橋",
                "１．北は古い。",
                "２．南は新しい。",
            ],
        ),
        ("old\nbridge is here。", ["old", "bridge is here。"]),
        ("橋の名は、Old\nBridge です。", ["橋の名は、Old Bridge です。"]),
        ("日程第１\n────\n橋の件\n────\nを議題とします。", ["日程第１橋の件を議題とします。"]),
        ("次に、\n────\n橋の件\n────\nを議題とします。", ["次に、橋の件を議題とします。"]),
        (
            "村の橋では\n\n- 北の橋\n- 南の橋\n\nについて調べた。",
            ["村の橋ではについて調べた。", "北の橋", "南の橋"],
        ),
        ("村の橋は多い\n\n- 北の橋\n- 南の橋\n\n調べた。", ["村の橋は多い", "北の橋", "南の橋", "調べた。"]),
        ("橋を調べた。図\n\n写真：北の橋\n\n面を見る。", ["橋を調べた。", "図面を見る。"]),
        ("橋を調べた。検討\n\n次に川だ。", ["橋を調べた。", "検討", "次に川だ。"]),
        ("● 北の橋\n● 南の橋\n", ["北の橋", "南の橋"]),
        ("○北の橋\n○南の橋\n○西の橋\n", ["北の橋", "南の橋", "西の橋"]),
        ("「橋だ。」\n川だ。", ["「橋だ。」", "川だ。"]),
        ("「橋だ。」\nと言う。", ["「橋だ。」", "と言う。"]),
        ("- 12 -\n橋だ。\n（拍手）\n「異議なし」と呼ぶ者あり\n午後一時三分休憩", ["橋だ。"]),
    ],
)
def test_layout(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_lines_broken_at_a_width() -> None:
    text = "この橋は昭和の半ばに架けられたものであ\nり、車の重さに耐えるかどうかを調べる必\n要がある。点検の年は決めていない。\n次の年に決める。\n"
    assert sentences(text) == [
        "この橋は昭和の半ばに架けられたものであり、車の重さに耐えるかどうかを調べる必要がある。",
        "点検の年は決めていない。",
        "次の年に決める。",
    ]


def test_short_lines_as_wide_as_their_column_are_no_list() -> None:
    text = "橋は古くて狭いので\n車は一台ずつ通るし\n人は待つことになり\n朝は列ができている\nと聞いた。"
    assert sentences(text) == ["".join(text.split())]


TEXT = st.lists(
    st.sampled_from(
        [
            "橋は古い",
            "。",
            "、",
            "「",
            "」",
            "（",
            "）",
            "？",
            " ",
            "　",
            "\n",
            "\n\n",
            "A.",
            " B",
            "**",
            "川を",
            "- ",
            "# 題\n",
            "写真：\n",
        ]
    ),
    max_size=60,
).map("".join)


@settings(max_examples=300, deadline=None)
@given(TEXT)
def test_sentences_are_their_spans(text: str) -> None:
    for turn in outline(document(text)).turns:
        seen: set[int] = set()
        for sentence in turn.sentences:
            assert sentence.spans
            last = 0
            for start, end in sentence.spans:
                assert last <= start < end <= len(text)
                last = end
                assert seen.isdisjoint(range(start, end))
                seen.update(range(start, end))
            words = "".join(text[start:end] for start, end in sentence.spans)
            assert "".join(words.split()) == "".join(sentence.text.split())


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="橋川。、「」（）？! 　A.", max_size=80))
def test_sentences_cover_prose_once(text: str) -> None:
    found = sentences_of(text, [(0, len(text))])
    assert "".join("".join(sentence.text.split()) for sentence in found) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "wrong", "suggestion"),
    [
        ("権利を持つて生きる。", "持つて", "持って"),
        ("案が通つた。次に行つた。", "行つた", "行った"),
        ("そうなるでしよう。", "るでしよう", "るでしょう"),
        ("始めましよう。", "めましよう", "めましょう"),
        ("周知に停める。", "周知に停め", "周知に努め"),
        ("手続が複雑し、遅れる。", "複雑し", "複雑化し"),
        ("罹災証明証を出す。", "罹災証明証", "罹災証明書"),
        ("団体間を作る組織だ。", "団体間を作る", "団体間で作る"),
        ("四国は、徹底し始めた。", "徹底し始め", "撤退し始め"),
        ("3月意向に行う。", "3月意向", "3月以降"),
        ("末整備の道だ。", "末整備の", "未整備の"),
        ("口ーンを組む。", "口ーン", "ローン"),
        ("権利を蹂踊する。", "蹂踊", "蹂躙"),
        ("橋をを直す。", "をを", "を"),
        ("市は北の橋」を直す。", "北の橋」", "「北の橋」"),
        ("市は「北の橋について述べた。", "「北の橋", "「北の橋」"),
        ("市は『北の橋を直した。", "『北の橋を直した", "『北の橋を直した』"),
        ("市は「北の橋を直した』と述べた。", "「北の橋を直した』と述べた", "「北の橋を直した』と述べた」"),
    ],
)
def test_suspects(text: str, wrong: str, suggestion: str) -> None:
    found = outline(document(text)).suspects
    assert (wrong, suggestion) in [(suspect.text, suspect.suggestion) for suspect in found]
    assert all(suspect.words.en and suspect.words.ja for suspect in found)


@pytest.mark.parametrize(
    "text",
    [
        "かつて橋があった。持つたびに思う。行くつもりだ。",
        "路肩に車を停める。推進に努める。役所に勤める。",
        "複雑な手続と複雑さ。無償しか選べない。効率化した。",
        "仲間をつくる。時間を作る。対策を徹底し始めた。",
        "月末整備の予定。端末整備の費用。期末の末日。",
        "「橋は『古い』」と「言った。\nそうだ」と述べた。",
        "蹂躙された。邁進する。拮抗した。",
        "「「「「「「「「" * 40,
        '<p title="「">橋だ。</p>',
    ],
)
def test_no_suspects_in_correct_text(text: str) -> None:
    assert outline(document(text)).suspects == ()
