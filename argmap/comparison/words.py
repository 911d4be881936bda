"""The words in which a change is told."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.comparison.values import Edit
from argmap.diagnostics import Words
from argmap.semantics import QuestionStatus, Status

_FIELDS = {
    "id": Words(en="id", ja="ID"),
    "text": Words(en="text", ja="文"),
    "role": Words(en="role", ja="種類（主張・反論・証拠）"),
    "by": Words(en="party", ja="発言者"),
    "group": Words(en="group", ja="件名"),
    "source": Words(en="source", ja="出典"),
    "turn": Words(en="turn", ja="発言の順"),
    "review": Words(en="review", ja="確認"),
    "conceded": Words(en="conceded", ja="撤回・容認"),
    "kind": Words(en="kind", ja="内容の種類"),
    "due": Words(en="due", ja="期限"),
    "scheme": Words(en="scheme", ja="論法"),
    "type": Words(en="type", ja="証拠の種類"),
    "date": Words(en="date", ja="日付"),
    "place": Words(en="place", ja="場所"),
    "accepted": Words(en="accepted", ja="争いのない事実"),
    "title": Words(en="title", ja="題名"),
    "held": Words(en="held", ja="開催日"),
    "parties": Words(en="party", ja="当事者"),
    "groups": Words(en="group", ja="件名"),
    "sources": Words(en="source", ja="出典"),
}


def field_words(edit: Edit) -> Words:
    """What was written otherwise: the key of the format, and of a party, group or source its name."""
    key, _, name = edit.field.partition(" ")
    words = _FIELDS[key]
    return Words(en=f"{words.en} {name}", ja=f"{words.ja} {name}") if name else words


BEHIND_IS: Mapping[Status | QuestionStatus, Words] = {
    Status.CHALLENGED: Words(en="challenged without evidence", ja="反論あり・根拠なし"),
    QuestionStatus.UNANSWERED: Words(en="without an answer that was found", ja="答弁が見当たらない"),
    QuestionStatus.REQUEST: Words(en="a request, to which no answer is expected", ja="要望"),
}
"""Statuses as they stand behind `is`, where they are called otherwise there."""
EXTENTS: Mapping[str, Words] = {
    "full": Words(en="in full", ja="全部に答えるもの"),
    "partial": Words(en="in part only", ja="一部だけ答えるもの"),
    "evasive": Words(en="without going into the point", ja="正面から答えないもの"),
}
TIES: Mapping[str, tuple[Words, Words]] = {
    "rebuts": (
        Words(en="{t} {be} now rebutted by {x}", ja="{t}に対し、{x}が出された"),
        Words(en="{t} {be} no longer rebutted by {x}", ja="{t}に対する{x}がなくなった"),
    ),
    "undercuts": (
        Words(
            en="the step from {p} to {t} is now attacked by {x}", ja="{p}から{t}は導けないという{x}が出された"
        ),
        Words(
            en="the step from {p} to {t} is no longer attacked by {x}",
            ja="{p}から{t}は導けないという{x}がなくなった",
        ),
    ),
    "supports": (
        Words(en="{t} {be} now supported by {x}", ja="{t}の支えに、{x}が加わった"),
        Words(en="{t} {be} no longer supported by {x}", ja="{t}の支えから、{x}が外れた"),
    ),
    "backs": (
        Words(en="{t} {be} now backed by {x}", ja="{t}に、{x}が付いた"),
        Words(en="{t} {be} no longer backed by {x}", ja="{t}から、{x}が外れた"),
    ),
    "answers": (
        Words(en="{t} {be} now answered by {x}", ja="{t}に、{x}が答えた"),
        Words(en="{t} {be} no longer answered by {x}", ja="{t}に対する{x}の答えがなくなった"),
    ),
}
"""What is told of a relation that was added, and of one that was removed."""
EDITS: Mapping[str, tuple[Words, Words]] = {
    "conceded": (
        Words(en="its party withdrew or admitted {t}", ja="{t}が撤回または容認された"),
        Words(en="{t} counts as withdrawn or admitted no longer", ja="{t}の撤回・容認が取り消された"),
    ),
    "source": (
        Words(en="{t} now names its source", ja="{t}の出典が示された"),
        Words(en="{t} names no source any more", ja="{t}の出典がなくなった"),
    ),
    "accepted": (
        Words(en="no party disputes {t} any more", ja="{t}を、どちらも争わなくなった"),
        Words(en="{t} is disputed now", ja="{t}が争われるようになった"),
    ),
}
"""What is told of a key that has a value now, and of one that has none any more."""
OTHER_ROLE = Words(en="{t} counts as {x} now, no longer as {p}", ja="{t}の種類が{p}から{x}に変わった")
OTHER_EXTENT = Words(en="{x} now answers {t} {p}", ja="{t}への{x}の答え方が、{p}に変わった")
