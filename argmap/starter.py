"""The debate that `argmap new` writes: small, whole, and about a made-up town, to be overwritten line by line."""

from __future__ import annotations

from argmap.diagnostics import Lang

_JA = """\
# 討論のファイル。# の行は説明で、消してよい。書き方は `argmap schema` と README を参照。
debate: {title: 図書館の開館時間, lang: ja, held: 2025-06}

# だれが話すか。side が government の側の主張について、反論の有無などを調べる。
parties:
  city: {name: 市（答弁）, side: government}
  councilor: {name: 議員, side: councilor}

# 件名。図と質問はこれでまとまる。
groups: {hours: 開館時間}

# 出典。file（テキスト）があれば quote が本当にあるかを確かめる。url でもよい。
sources:
  minutes: {title: みどり町議会 会議録, date: 2025-06}

questions:
  q-evening:
    text: 夜も開けてほしいという声にどう答えるか
    by: councilor
    group: hours
  q-cost:                             # 答えた主張がないので「答弁が見当たらない」になる
    text: 一時間延ばすと、費用はいくらか
    by: councilor
    group: hours

claims:
  few-visitors:
    text: 夕方以降の利用者は少ない
    by: city
    kind: fact
    supports: [no-extension]          # この主張が支える結論
    source: {in: minutes, at: 答弁}   # quote: に原文の数語を書くと照合できる
    group: hours
  no-extension:
    text: 開館時間を延ばす必要はない
    by: city
    kind: policy
    answers: [q-evening]              # 一部だけなら {question: q-evening, extent: partial}
    group: hours

  return-box:                         # 反論がないので「反論なし」になる
    text: 駅前の返却箱は、いつでも使える
    by: city
    kind: fact
    source: {in: minutes, at: 答弁}
    group: hours

rebuttals:
  closed-already:
    text: 夕方は閉まっているので、利用者が少ないのは当たり前だ
    by: councilor
    rebuts: [few-visitors]
    group: hours

evidence:
  survey:
    text: 住民の調査で、六割が夜の開館を望んだ
    type: statistic
    backs: [closed-already]
    source: {in: minutes, at: 質問}
    group: hours
"""

_EN = """\
# A debate file. Lines with # are notes and may go. See `argmap schema` and the README.
debate: {title: Opening hours of the library, lang: en, held: 2025-06}

# Who speaks. Claims of the side `government` are looked at for gaps.
parties:
  city: {name: City (answer), side: government}
  councilor: {name: Councilor, side: councilor}

# What is drawn and asked together.
groups: {hours: Opening hours}

# Where it was said. With file: (a text), quotes are compared with it; url: will do as well.
sources:
  minutes: {title: Minutes of the council of Greenfield, date: 2025-06}

questions:
  q-evening:
    text: What is the answer to those who ask for evening hours?
    by: councilor
    group: hours
  q-cost:                               # no claim answers it: "no answer found"
    text: What would one more hour cost?
    by: councilor
    group: hours

claims:
  few-visitors:
    text: Few people come in the evening
    by: city
    kind: fact
    supports: [no-extension]            # the conclusion that this supports
    source: {in: minutes, at: answer}   # quote: a few words verbatim, to be compared
    group: hours
  no-extension:
    text: There is no need for longer hours
    by: city
    kind: policy
    answers: [q-evening]                # or {question: q-evening, extent: partial}
    group: hours

  return-box:                           # nobody rebuts it: "unrebutted"
    text: The return box at the station can be used at any time
    by: city
    kind: fact
    source: {in: minutes, at: answer}
    group: hours

rebuttals:
  closed-already:
    text: Nobody comes in the evening because the doors are shut
    by: councilor
    rebuts: [few-visitors]
    group: hours

evidence:
  survey:
    text: In a survey six in ten residents asked for evening hours
    type: statistic
    backs: [closed-already]
    source: {in: minutes, at: question}
    group: hours
"""


def starter(lang: Lang) -> str:
    """The text of a first debate file in one language."""
    return _JA if lang == "ja" else _EN
