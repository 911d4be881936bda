"""The headings and labels of a brief, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.diagnostics import Words
from argmap.report import HEADS, NEXT, NOTHING_TO_ASK

LABELS: Mapping[str, Words] = {
    "kind": Words(en="Brief on a debate", ja="議論の要約"),
    "parties": Words(en="Who speaks", ja="発言者"),
    "summary": Words(en="In short", ja="概要"),
    "contents": Words(en="Contents", ja="目次"),
    "map": Words(en="Map of the debate", ja="議論の地図"),
    "sheet": Words(en="sheet {} of {}", ja="{}枚目／全{}枚"),
    "counted": Words(
        en="page numbers in the map count its sheets",
        ja="図の中のページ番号は、地図の枚数で数える",
    ),
    "standing": Words(en="What stands, what fell, what is open", ja="残った主張・崩れた主張・残る質問"),
    "signs": Words(en="What the signs mean", ja="印の読み方"),
    "nothing": Words(en="Nothing to report.", ja="挙げるものはない。"),
    "evidence": Words(en="Evidence and sources", ja="証拠と出典"),
    "number": Words(en="No.", ja="番号"),
    "piece": Words(en="Evidence", ja="証拠"),
    "for": Words(en="For", ja="裏づける発言"),
    "from": Words(en="Source", ja="出典"),
    "sources": Words(en="Sources", ja="出典一覧"),
    "no_evidence": Words(en="No evidence was given.", ja="証拠は示されていない。"),
    "no_sources": Words(en="No source is named.", ja="出典は記されていない。"),
    "questions": NEXT,
    "no_questions": NOTHING_TO_ASK,
    "quotes": Words(en="Appendix: quotes in their passages", ja="付録：引用と前後の文"),
    "no_quotes": Words(en="No source is quoted.", ja="引用はない。"),
    "status": HEADS["status"],
    "text": Words(en="What was said", ja="発言"),
}
"""By the name under which the template finds them."""

ACCEPTED = Words(en="accepted by the other side", ja="相手側も認めている")
"""Said of evidence that nobody disputes."""

MISSING = Words(
    en="〓 stands for a character that the font of this document lacks: {}",
    ja="〓 はこの文書の書体にない文字：{}",
)
"""What stands at the end where a text had to be changed."""

MATCHES: Mapping[str, Words] = {
    "exact": Words(en="word for word as in the source", ja="出典の文言どおり"),
    "near": Words(en="the source has slightly other words than the debate", ja="議論の引用と少し違う"),
    "absent": Words(en="not found in the source", ja="出典に見当たらない"),
    "": Words(en="not compared: the source is not at hand", ja="出典が手元になく、照合していない"),
}
"""How a quote compares with its source."""
