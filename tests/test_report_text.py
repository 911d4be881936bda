"""The reports on a terminal: they fit, they are aligned, and they say what matters without colour."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inline_snapshot import snapshot

from argmap.diagnostics import Severity, Words
from argmap.model import Debate
from argmap.report import Manner
from argmap.report.text import findings, questions, rules, status, why
from argmap.report.text.columns import cut, pad, width, wrap
from argmap.report.text.style import printable
from tests.report_debates import (
    ERROR,
    RULE,
    analysed,
    asked,
    debate,
    everything,
    finding,
    hostile,
    midori,
    shipped,
    unexplained,
)

JA, EN = Manner(lang="ja"), Manner()
_ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def table(given: Debate, manner: Manner = JA) -> str:
    return status(analysed(given), [given], [], manner)


def test_status_of_the_shipped_debate() -> None:
    analysis, debates = shipped()
    assert status(analysis, debates[:1], [], JA) == snapshot("""\
健康保険証の廃止とマイナ保険証（2024年12月）
市（答弁）の主張10件：反論なし 5件、反論あり・根拠なし 3件、反論成立 2件。
質問14件：答弁あり 4件、一部だけ答弁 4件、正面から答えていな
い 1件、答弁が見当たらない 5件。

まだ成り立っている主張 (8)
状態                    主張                                          反論  証拠
----------------------  --------------------------------------------  ----  ----
○ 反論なし              マイナ保険証をめぐる課題には、国                 0     0
                        が対策を出している
                        state-countermeasures
○ 反論なし              2025年7月末まで経過措置があり、持たない人に      0     0
                        は資格確認書を出す
                        transition-certificate
○ 反論なし              保険証を発行する仕事が減り、事務                 0     0
                        の負担が軽くなる
                        less-paperwork
○ 反論なし              保険診療を安心して受け続けるため                 0     0
                        に、要る費用である
                        cost-necessary
○ 反論なし              医療データを共有でき、診療がよりよくなる         0     0
                        better-care
△ 反論あり・根拠なし    データを暗号化し、不正なアクセスを防いでいる     2     0
                        encryption
△ 反論あり・根拠なし    情報を分けて管理し、不正なアクセ                 3     0
                        スを防いでいる
                        distributed-management
△ 反論あり・根拠なし    多要素認証でアクセスを制御し、不                 2     0
                        正を防いでいる
                        multi-factor-authentication

崩れた主張 (2)
状態                    主張                                          反論  証拠
----------------------  --------------------------------------------  ----  ----
× 反論成立              国の対策によって、不正アクセスは防げている       3     0
                        access-prevented
× 反論成立              法・技術・透明性・情報提供を合わ                 3     0
                        せれば、安全に使える
                        safe-use

証拠の付いていない反論 (8)
状態                    反論
----------------------  --------------------------------------------------------
証拠なし                三つの技術でプライバシーを守れるとは言えない
                        measures-do-not-protect → encryption,
                        distributed-management, multi-factor-authentication
証拠なし                暗号化は、データが盗まれうることを見込んだ技術だ
                        theft-presumed → encryption
証拠なし                分散管理は、一度に全部を盗まれにくくするだけだ
                        only-limits-theft → distributed-management
証拠なし                多要素認証はなりすましを難しくするが、破られうる
                        can-be-bypassed → multi-factor-authentication
証拠なし                過度な集中管理であり、分散しても接続できる
                        こと自体が弱みだ
                        connected-data → distributed-management
証拠なし                制度そのものが、技術面のもろさを抱えている
                        intrinsic-weakness → access-prevented, safe-use
証拠なし                守りを固めても、新手のサイバー攻撃を防ぐのは難しい
                        new-attacks → access-prevented
証拠なし                同じような制度を設けた国々は、すでに手を引きつつある
                        other-countries-withdraw → safe-use

十分な答弁が見当たらない質問 (10)
状態                    質問                                                答弁
----------------------  --------------------------------------------------  ----
？ 答弁が見当たらない   加入者への説明が行き届いていないのではないか           0
                        q-notice
？ 答弁が見当たらない   レセプトの仕事が込み入り、手間が増えるのではないか     0
                        q-receipts
？ 答弁が見当たらない   窓口の手続きや総点検の仕事が、重すぎたのではないか     0
                        q-general-checkup
？ 答弁が見当たらない   受注した企業が政権与党へ5億8000万円を献金したこと      0
                        をどう考えるか
                        q-donations
？ 答弁が見当たらない   受注した企業に各省の幹部が多く天下り                   0
                        したことをどう考えるか
                        q-retired-officials
◇ 正面から答えていない  機器やシステムの不具合が続くことに、どう対処するか     1
                        q-system-failures
◐ 一部だけ答弁          任意の取得を、高額のポイントなどで強いてよいのか       1
                        q-coercion
◐ 一部だけ答弁          医療機関の出費が増えるのではないか                     1
                        q-provider-cost
◐ 一部だけ答弁          カードをなくしたり更新し忘れたりした人が、受診しに     1
                        くくならないか
                        q-lost-card
◐ 一部だけ答弁          行政の効率が上がるどころか、現場が混乱していないか     1
                        q-efficiency
""")


def test_status_shows_every_part() -> None:
    assert table(midori()) == snapshot("""\
みどり町の学校給食（2025年6月）
町長の主張12件：反論なし 5件、反論あり・根拠なし 1件、再反論済み 1件、対立中 1
件、論拠不成立 1件、根拠崩れ 1件、反論成立 1件、撤回・容認 1件。
質問4件：一部だけ答弁 1件、正面から答えていない 1件、答弁が
見当たらない 1件、要望 1件。

まだ成り立っている主張 (7)
状態                    主張                                          反論  証拠
----------------------  --------------------------------------------  ----  ----
○ 反論なし              地元の野菜を3割使っている。                      0     0
                        local
○ 反論なし              給食の質は高い                                   0     1
                        good
○ 反論なし              給食費を無償にする                               0     0
                        free
○ 反論なし              来春から無償にする                               0     0
                        due
○ 反論なし              他町の動向を注視し、検討する                     0     0
                        study
△ 反論あり・根拠なし    毎日その日に作る                                 1     0
                        fresh
◎ 再反論済み            一食250円でできる                                1     0
                        cheap

決着していない主張 (1)
状態                    主張                                          反論  証拠
----------------------  --------------------------------------------  ----  ----
⇔ 対立中                牛乳は要る                                       1     1
                        tie

崩れた主張 (4)
状態                    主張                                          反論  証拠
----------------------  --------------------------------------------  ----  ----
∥ 論拠不成立            毎日洗っている                                   1     0
                        cleaned
▽ 根拠崩れ              だから安心である                                 0     0
                        rested
× 反論成立              異物は混じらない                                 1     0
                        safe
← 撤回・容認            説明は足りていた                                 0     0
                        sorry

証拠の付いていない反論 (1)
状態                    反論
----------------------  --------------------------------------------------------
証拠なし                冷凍の品が多い
                        frozen → fresh

十分な答弁が見当たらない質問 (3)
状態                    質問                                                答弁
----------------------  --------------------------------------------------  ----
？ 答弁が見当たらない   調理員は足りているか                                   0
                        q-staff
◇ 正面から答えていない  調理場をどう建て替えるのか？                           1
                        q-kitchen
◐ 一部だけ答弁          献立を選べるか                                         1
                        q-menu
""")


def test_why_of_a_claim_and_of_a_question() -> None:
    analysis, debates = shipped()
    keys = [f"{debates[0].id}#{name}" for name in ("encryption", "q-notice")]
    wide = Manner(lang="ja", width=10_000)
    assert unexplained(why(analysis, keys, wide), analysis) == snapshot("""\
△ 反論あり・根拠なし  encryption
<verdict>
- <reason>
- <reason>
決め手：measures-do-not-protect、theft-presumed
出典：議員のニュースレター（2024年12月）、答弁「国はデータの暗号化」

？ 答弁が見当たらない  q-notice
<verdict>
出典：議員のニュースレター（2024年12月）、質問（健康保険組合）「被保険者への周知が不足」
""")
    assert unexplained(why(analysis, keys[1:], Manner(width=10_000)), analysis) == snapshot("""\
？ no answer found  q-notice
<verdict>
Source: 議員のニュースレター（2024年12月）, 質問（健康保険組合）: “被保険者への周知が不足”
""")
    assert "Source: " not in why(analysed(midori()), ["midori#free"], EN)


def test_questions_by_group() -> None:
    given = midori()
    analysis = analysed(given)
    mine = [one for one in asked(analysis, [given]) if one.about in ("local", "q-staff")]
    assert questions([given], mine, JA) == snapshot("""\
みどり町の学校給食（2025年6月）
全2問、読み上げに約29秒。

給食の質

1. 地元の野菜を3割使っているとのことですが、3割という数字の出どころが示されてい
   ません。何を分母とし、いつ、誰が調べた割合なのかをお示しください。 (約15秒)
   なぜ：3割という数字を示す統計も資料も見当たらない。 (local)
   相手：町長
   出典：みどり町議会会議録、2025年6月10日、12頁「地元の野菜を３割」
   通告書：地元の野菜を3割使っているとのことだが、3割という数字の出どころが示さ
   れていない。何を分母とし、いつ、誰が調べた割合なのか。
   認める答弁なら：その数え方で、見落とされているものはないのか伺います。
   認めない答弁なら：出どころを示せないのであれば、その数字
   を改めるのか伺います。
   検討するとの答弁なら：いつまでに出どころを確かめ、議会に示すのか伺います。
   unsourced-figure-local

その他

2. 2025年6月の、調理員は足りているかとの質問には、答弁が見当たりませんでした。改
   めて、必要な数と実際の数を、比べてお示しください。 (約14秒)
   なぜ：この質問への答弁が見当たらない。 (q-staff)
   相手：町長
   通告書：2025年6月の、調理員は足りているかとの質問には、答弁が見当たらなかっ
   た。改めて、必要な数と実際の数を、比べて示されたい。
   認める答弁なら：足りない分を、いつまでに、どう補うのか伺います。
   認めない答弁なら：必要な数をつかまずに、足りるかどうかを
   どう判断したのか伺います。
   検討するとの答弁なら：必要な数を、いつまでに出すのか伺います。
   unanswered-question-q-staff
""")


def test_findings_like_a_compiler() -> None:
    hint = Words(en="did you mean `text`?", ja="`text` のことか")
    found = [
        finding(ERROR, hint=hint),
        finding(),
        finding(line=9, file="claims/other.yaml"),
        finding(severity=Severity.WARNING),
    ]
    assert findings(found, EN) == snapshot("""\
claims/midori.yaml:3:5: error AM106 unknown-key
  no rebuttal was found
  hint: did you mean `text`?
claims/midori.yaml:3:5: note AM301 unrebutted-claim
  no rebuttal was found
claims/other.yaml:9:5: note AM301 unrebutted-claim
  no rebuttal was found
claims/midori.yaml:3:5: warning AM301 unrebutted-claim
  no rebuttal was found

1 error, 1 warning, 2 notes in 2 files
""")
    assert findings(found[:1], EN).endswith("\n1 error in 1 file\n")
    assert findings(found, JA) == snapshot("""\
claims/midori.yaml:3:5: エラー AM106 unknown-key
  反論が見当たらない
  ヒント: `text` のことか
claims/midori.yaml:3:5: 注意 AM301 unrebutted-claim
  反論が見当たらない
claims/other.yaml:9:5: 注意 AM301 unrebutted-claim
  反論が見当たらない
claims/midori.yaml:3:5: 警告 AM301 unrebutted-claim
  反論が見当たらない

2個のファイルに エラー 1件、警告 1件、注意 2件
""")


def test_rules_as_a_list_and_one_as_its_page() -> None:
    assert rules([ERROR, RULE], JA) == snapshot("""\
AM106  unknown-key       エラー  知らないキー
AM301  unrebutted-claim  注意    反論のない主張
""")
    assert rules([RULE], EN) == snapshot("""\
AM301 unrebutted-claim (note)
a claim that nobody has rebutted

What.

Why.

Do.
""")
    assert rules([], EN) == ""


@pytest.mark.parametrize("manner", [JA, EN])
def test_nothing_to_say_is_said(manner: Manner) -> None:
    analysis = analysed()
    for text in (findings([], manner), status(analysis, [], [], manner), questions([], [], manner)):
        assert text.endswith((".\n", "。\n"))
        assert len(text.splitlines()) == 1


def test_a_debate_with_nothing_in_it_has_no_tables() -> None:
    assert table(debate(parties={})) == "midori\ngovernmentの主張：なし。\n質問：なし。\n"


def test_errors_are_mentioned_before_verdicts() -> None:
    given = midori()
    assert status(analysed(given), [given], [finding(ERROR)], JA).startswith("討論ファイルにエラーがある")
    assert not status(analysed(given), [given], [finding()], JA).startswith("討論ファイルにエラーがある")


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("columns", [60, 80, 120])
def test_every_line_fits_the_terminal(lang: str, columns: int) -> None:
    analysis, debates = shipped()
    manner = Manner(lang="ja" if lang == "ja" else "en", width=columns)
    both = [*debates, midori()]
    keys = everything(analysis)
    told = status(analysis, debates, [], manner) + why(analysis, keys, manner)
    told += questions(both, asked(analysed(*both), both), manner) + table(midori(), manner)
    assert max(width(line) for line in told.splitlines()) <= columns


def test_numbers_stand_below_each_other() -> None:
    rows = [line for line in table(midori()).splitlines() if line.startswith(("○ 反論なし", "△ 反論あり"))]
    assert len(rows) == 6
    assert len({width(row) for row in rows}) == 1


def test_colour_adds_nothing_to_the_words() -> None:
    analysis, debates = shipped()
    coloured = Manner(lang="ja", colour=True)
    keys = everything(analysis)
    found, follow_ups = [finding(), finding(ERROR)], asked(analysis, debates)
    for with_colour, without in (
        (status(analysis, debates, found, coloured), status(analysis, debates, found, JA)),
        (why(analysis, keys, coloured), why(analysis, keys, JA)),
        (questions(debates, follow_ups, coloured), questions(debates, follow_ups, JA)),
        (findings(found, coloured), findings(found, JA)),
        (rules([RULE], coloured), rules([RULE], JA)),
    ):
        assert "\x1b[" in with_colour
        assert _ESCAPE.sub("", with_colour) == without


def test_a_terminal_is_never_given_orders() -> None:
    given = hostile()
    analysis = analysed(given)
    name = "\x1b[2J\u202e.yaml"
    told = status(analysis, [given], [], JA) + why(analysis, [one.key for one in analysis.verdicts], JA)
    told += questions([given], asked(analysis, [given]), JA)
    told += findings(
        [finding(file=name, message=Words(en="\x07", ja="\x07\n"), hint=Words(en="\x07", ja="\x07"))], JA
    )
    assert not [char for char in told if unicodedata.category(char) == "Cc" and char != "\n"]
    assert "\u202e" not in told


def test_a_text_of_2000_characters_is_cut() -> None:
    given = debate(claims={"x": {"text": "長い文" * 700, "by": "town"}})
    lines = table(given).splitlines()
    assert len(lines) == 12
    assert any("…" in line for line in lines)


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("abc", 3),
        ("日本語", 6),
        ("ｱｲｳ", 3),
        ("が", 2),
        ("か\u3099", 2),
        ("e\u0301", 1),
        ("𠮷髙", 4),
        ("😀", 2),
        ("👍🏽", 2),
        ("👩\u200d👩\u200d👧", 2),
        ("☂\ufe0f", 2),
        ("○△", 2),
        ("\u200f", 0),
        ("👩\u200d", 2),
    ],
)
def test_width_of_a_text(text: str, columns: int) -> None:
    assert width(text) == columns


@pytest.mark.parametrize(
    ("text", "columns", "lines"),
    [
        ("", 10, [""]),
        ("one two three", 9, ["one two", "three"]),
        ("あいう、えおか", 6, ["あい", "う、え", "おか"]),
        ("あい「うえお」か", 6, ["あい", "「うえ", "お」か"]),
        ("金額は1,234.5円", 9, ["金額は", "1,234.5円"]),
        ("multi-factor-authentication", 10, ["multi-fact", "or-authent", "ication"]),
        ("あ\n　い", 10, ["あ い"]),
        ("ああああああああああい", 20, ["あああああああ", "あああい"]),
    ],
)
def test_lines_break_where_they_may(text: str, columns: int, lines: list[str]) -> None:
    assert wrap(text, columns) == lines


def test_too_many_lines_are_cut() -> None:
    assert wrap("あいうえおかきくけこ", 4, 2) == ["あい", "う…"]


@pytest.mark.parametrize(("text", "says"), [("あいう", "あいう"), ("あいうえ", "あい…"), ("a\nb", "a b")])
def test_a_text_is_cut_to_a_line(text: str, says: str) -> None:
    assert cut(text, 6) == says


def test_a_text_is_filled_up() -> None:
    assert pad("あ", 4) == "あ  "
    assert pad("3", 4, right=True) == "   3"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a\tb", "a b"),
        ("\x00\x9b", "\ufffd\ufffd"),
        ("👩\u200d👧\u200f", "👩\u200d👧\u200f"),
        ("\ue000", "\ue000"),
    ],
)
def test_what_a_terminal_would_obey_is_replaced(text: str, says: str) -> None:
    assert printable(text) == says


@given(st.text(max_size=80), st.integers(min_value=4, max_value=40))
def test_wrapped_lines_fit_and_lose_nothing(text: str, columns: int) -> None:
    lines = wrap(text, columns)
    assert all(width(line) <= columns for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())
