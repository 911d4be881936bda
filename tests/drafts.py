"""A small invented draft for the tests: trees that a town cuts down, a question, an answer and a criticism."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from argmap.diagnostics import Words
from argmap.drafting.debate import DebateData, debate_data
from argmap.drafting.values import (
    Draft,
    DraftLink,
    DraftQuestion,
    DraftQuote,
    DraftStatement,
    Outline,
    Repair,
    Suspect,
    Turn,
)
from argmap.ingest import Document, Role

TEXT = """\
質問 街路樹を切るのか。費用はいくらか。
答弁 枯れた木だけを切る。春に植え直す。
指摘 植え直しても十年は影ができない。昨年は三本が倒れた。
"""
BECAUSE = Words(en="it takes up the same words", ja="同じ言葉を取り上げている")


def turn(number: int, role: Role, speaker: str = "", article: str = "街路樹") -> Turn:
    return Turn(id=f"t{number}", role=role, speaker=speaker, article=article, spans=((0, 9),), sentences=())


def statement(name: str, role: Any, turn_id: str, text: str, quote: str, **more: Any) -> DraftStatement:  # noqa: ANN401 - literals
    return DraftStatement(id=name, role=role, turn=turn_id, text=text, quote=quote, spans=((0, 3),), **more)


def question(name: str, text: str, quote: str, **more: Any) -> DraftQuestion:  # noqa: ANN401 - literals
    return DraftQuestion(id=name, turn="t1", text=text, quote=quote, spans=((3, 5),), **more)


def link(start: str, kind: Any, end: str, **more: Any) -> DraftLink:  # noqa: ANN401 - literals
    return DraftLink(from_=start, to=end, kind=kind, because=BECAUSE, **more)


def trees(**changed: Any) -> Draft:  # noqa: ANN401 - any field of a draft
    """The draft; fields may be given anew."""
    document = Document(
        name="news.txt",
        format="text",
        text=TEXT,
        sha256="a" * 64,
        encoding="utf-8",
        title="町だより",
        date="2025-06",
    )
    turns = (turn(1, "question"), turn(2, "answer"), turn(3, "criticism"))
    outline = Outline(
        document=document,
        turns=turns,
        repairs=(Repair(kind="column", words=BECAUSE, spans=((1, 2),)),),
        suspects=(Suspect(span=(4, 5), text="停", suggestion="努", words=BECAUSE),),
    )
    draft = Draft(
        outline=outline,
        statements=(
            statement("cut-dead", "claim", "t2", "枯れた木だけを切る", "枯れた木だけ", kind="fact"),
            statement(
                "replant", "claim", "t2", "春に植え直す", "春に植え直す", kind="commitment", due="2026-04"
            ),
            statement("no-shade", "rebuttal", "t3", "植え直しても十年は影ができない", "十年は影ができない"),
            statement(
                "fell",
                "evidence",
                "t3",
                "昨年は三本が倒れた",
                "三本が倒れた",
                figures=("三本",),
                date="2024",
                place="中央公園",
            ),
        ),
        questions=(
            question(
                "q-cut", "街路樹を切るのか", "街路樹を切る", status="partial", answered_by=("cut-dead",)
            ),
            question(
                "q-cost", "費用はいくらか", "費用はいくら", missing_words=("費用",), nearest="春に植え直す。"
            ),
        ),
        links=(
            link("cut-dead", "answers", "q-cut", extent="partial"),
            link("no-shade", "rebuts", "replant"),
            link("fell", "backs", "no-shade"),
        ),
        quotes=(
            DraftQuote(text="植え直し", turn="t3", match="near", found="植え直す"),
            DraftQuote(text="桜", turn="t3", match="absent"),
        ),
        notes=(BECAUSE,),
    )
    return replace(draft, **changed)


def trees_data(**changed: Any) -> DebateData:  # noqa: ANN401 - as above
    """The data of a debate file that the draft gives."""
    return debate_data(trees(**changed), file="../news.txt")
