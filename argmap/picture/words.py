"""Every word that a picture says of itself, in both languages."""

from __future__ import annotations

from argmap.diagnostics import Lang, Words
from argmap.model import ROLE_WORDS, TYPE_WORDS, Claim, Evidence, Statement, date_words
from argmap.picture.values import Role, Tone
from argmap.semantics import QuestionStatus, Status

COUNTED: dict[Role, Words] = {
    "question": Words(en="questions", ja="質問"),
    "claim": Words(en="claims", ja="主張"),
    "rebuttal": Words(en="rebuttals", ja="反論"),
    "evidence": Words(en="pieces of evidence", ja="証拠"),
}
ONE: dict[Role, Words] = {
    "question": Words(en="question", ja="質問"),
    "claim": Words(en="claim", ja="主張"),
    "rebuttal": Words(en="rebuttal", ja="反論"),
    "evidence": Words(en="piece of evidence", ja="証拠"),
}
SIDES = {
    "government": Words(en="government", ja="行政"),
    "councilor": Words(en="councilor", ja="議員"),
}
KINDS = {
    "rebuts": Words(en="rebuts", ja="反論する"),
    "undercuts": Words(en="attacks the step", ja="つながりを崩す"),
    "supports": Words(en="supports", ja="支える"),
    "backs": Words(en="is evidence for", ja="裏づける"),
    "answers": Words(en="answers", ja="答える"),
    "about": Words(en="what a question is about", ja="質問の対象"),
}
KIND_MEANINGS = {
    "rebuts": Words(en="says that it does not hold", ja="成り立たないと言う"),
    "undercuts": Words(en="says that it does not follow", ja="そこから結論は導けないと言う"),
    "supports": Words(en="a ground for it", ja="根拠になる"),
    "backs": Words(en="facts that back it", ja="事実で支える"),
    "answers": Words(en="meets the question", ja="質問に答えている"),
    "about": Words(en="", ja=""),
}
EXTENTS = {
    "partial": Words(en="answers in part", ja="一部だけ答える"),
    "evasive": Words(en="answers evasively", ja="正面から答えない"),
}
MEANINGS: dict[str, Words] = {
    Status.CONCEDED: Words(en="withdrawn or admitted by its party", ja="言った側が取り下げた、または認めた"),
    Status.REBUTTED: Words(en="a rebuttal with evidence defeats it", ja="証拠のある反論で崩れている"),
    Status.UNDERMINED: Words(en="all its grounds have fallen", ja="支えがすべて崩れている"),
    Status.CONTESTED: Words(en="attack and counter-attack block each other", ja="互いに譲らず決まらない"),
    Status.UNREBUTTED: Words(en="no rebuttal was found", ja="反論が見当たらない"),
    Status.UNDERCUT: Words(en="true or not, nothing follows from it", ja="そこから結論は導けない"),
    Status.CHALLENGED: Words(en="no evidence for the rebuttals", ja="反論に証拠が付いていない"),
    Status.DEFENDED: Words(en="attacked, but not brought down", ja="反論はあるが、崩れていない"),
    QuestionStatus.ANSWERED: Words(en="", ja=""),
    QuestionStatus.PARTIAL: Words(en="", ja=""),
    QuestionStatus.EVASIVE: Words(en="", ja=""),
    QuestionStatus.UNANSWERED: Words(en="", ja=""),
    QuestionStatus.REQUEST: Words(en="expects no answer", ja="答弁を求めていない"),
}
READING = (
    Status.UNREBUTTED,
    Status.DEFENDED,
    Status.CHALLENGED,
    Status.CONTESTED,
    Status.UNDERCUT,
    Status.UNDERMINED,
    Status.REBUTTED,
    Status.CONCEDED,
)
"""Statuses in the order of the legend: from what stands to what has fallen."""
QUESTIONS = tuple(QuestionStatus)
"""Statuses of questions in the order of the legend."""
TONES: dict[str, Tone] = {
    Status.CONCEDED: "fallen",
    Status.REBUTTED: "fallen",
    Status.UNDERMINED: "fallen",
    Status.CONTESTED: "open",
    Status.UNREBUTTED: "standing",
    Status.UNDERCUT: "open",
    Status.CHALLENGED: "challenged",
    Status.DEFENDED: "standing",
    QuestionStatus.ANSWERED: "plain",
    QuestionStatus.PARTIAL: "challenged",
    QuestionStatus.EVASIVE: "open",
    QuestionStatus.UNANSWERED: "missing",
    QuestionStatus.REQUEST: "plain",
}

CHANGES = {
    "added": Words(en="＋ added", ja="＋ 追加"),
    "removed": Words(en="− removed", ja="− 削除"),
    "changed": Words(en="≠ changed", ja="≠ 変更"),
    "verdict": Words(en="≠ verdict", ja="≠ 判定"),
    "still": Words(en="pale", ja="薄い色"),
}
CHANGE_MEANINGS = {
    "added": Words(en="double outline; double line", ja="二重の枠・二重の線"),
    "removed": Words(en="dashed outline, text struck out; dashed line", ja="破線の枠と取り消し線・破線"),
    "changed": Words(en="bold outline; bold line", ja="太い枠・太い線"),
    "verdict": Words(
        en="written as before, but its status is another", ja="書かれたことは同じで、判定が変わった"
    ),
    "still": Words(en="as it was", ja="変わっていない"),
}
MOVES = {
    "fell": ("↓", Words(en="stands worse than before", ja="前より弱くなった")),
    "rose": ("↑", Words(en="stands better than before", ja="前より強くなった")),
    "turned": ("⇒", Words(en="otherwise than before", ja="前と変わった")),
}
"""Signs in front of a status that is another one than before."""
CHANGED_TITLE = Words(en="{}: what changed", ja="{}：変わったこと")
WAS = Words(en="before: {}", ja="旧：{}")
REWRITTEN = Words(en="changed: {}", ja="変わった点：{}")
NO_CHANGE = Words(en="nothing changed", ja="変わったことはない")

LEGEND = {
    "change": Words(en="Mark: what changed", ja="印：変わったこと"),
    "role": Words(en="Shape: what it is", ja="形：発言の種類"),
    "side": Words(en="Head: who speaks", ja="見出し：誰の発言か"),
    "status": Words(en="Sign: what stands", ja="印：成り立っているか"),
    "question": Words(en="Sign: is it answered", ja="印：答弁があるか"),
    "line": Words(en="Line: from what to what", ja="線：何が何に関わるか"),
}
CANDIDATE = Words(en="candidate, not yet confirmed", ja="候補（未確認）")
NO_SOURCE = Words(en="no source", ja="出典なし")
NO_EVIDENCE = Words(en="no evidence", ja="証拠なし")
NO_WEIGHT = Words(en="no evidence that counts", ja="有効な証拠なし")
DUE = Words(en="due {}", ja="期限 {}")
ELSEWHERE = Words(en="from another debate: {}", ja="別の議論：{}")
SOURCES = Words(en="Sources: {}", ja="出典：{}")
AT_THE_END = Words(en="see the end", ja="末尾のページ")
MISSING = Words(
    en="〓 stands for a character that the font of this picture lacks: {}",
    ja="〓 はこの図の書体にない文字：{}",
)
EMPTY = Words(en="This debate has no statements yet.", ja="この議論には、まだ発言がありません。")
NOTHING = Words(en="Nothing in this debate fits this view.", ja="この見方に当てはまる発言はありません。")
VIEWS = {
    "standing": Words(en="only what still stands", ja="まだ成り立っている発言だけ"),
    "questions": Words(en="questions and answers", ja="質問と答弁"),
}
AROUND = Words(en="what bears on this: {}", ja="次の発言に関わるもの：{}")
GROUP = Words(en="group: {}", ja="件名：{}")
NO_GROUP = Words(en="outside the groups", ja="件名の外")
PAGE = Words(en="page {}", ja="{}ページ")
NTH = Words(en=" ({}/{})", ja="（{}/{}）")
PAGES = Words(en="pages {}–{}", ja="{}–{}ページ")
CONTENTS = Words(en="Overview", ja="全体のようす")
MORE = Words(en="and {} more", ja="ほか {} 件")
MORE_NAMES = Words(en="{}, and {} more", ja="{}、ほか{}名")
CLAIMS_OF = Words(en="{}, {}: {}", ja="{}の{}：{}")
DATED = Words(en="{} ({})", ja="{}（{}）")


def counted(role: Role, number: int, lang: Lang) -> str:
    """`9 rebuttals`, `反論9`."""
    if lang == "ja":
        return f"{COUNTED[role].ja} {number}"
    return f"{number} {(ONE if number == 1 else COUNTED)[role].en}"


def pieces(number: int, lang: Lang) -> str:
    """`9件`, `× 9`."""
    return f"{number}件" if lang == "ja" else f"× {number}"


def role_word(statement: Statement, lang: Lang) -> str:
    """`主張`; for evidence with its type: `証拠（事例）`."""
    word = ROLE_WORDS[statement.role].say(lang)
    if isinstance(statement, Evidence) and statement.type is not None:
        kind = TYPE_WORDS[statement.type].say(lang)
        return f"{word}（{kind}）" if lang == "ja" else f"{word} ({kind})"
    return word


def due(statement: Statement, lang: Lang) -> str | None:
    """When a commitment is due, if it is one."""
    if isinstance(statement, Claim) and statement.due is not None:
        return DUE.say(lang).format(date_words(statement.due).say(lang))
    return None
