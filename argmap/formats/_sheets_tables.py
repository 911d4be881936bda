"""The tables of a debate: every section of the debate file, every column with its heading and its explanation."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.diagnostics import Words
from argmap.formats._sheets import Column, Shape, Table
from argmap.model import ROLE_WORDS, TYPE_WORDS

HELP = Words(en="help", ja="書き方")
"""The name of the sheet that explains the others."""
EXTENTS = {
    "full": Words(en="full", ja="全部"),
    "partial": Words(en="partial", ja="一部"),
    "evasive": Words(en="evasive", ja="正面から答えない"),
}
REVIEWS = {"candidate": Words(en="candidate", ja="候補")}
_LANGS = {"ja": Words(en="Japanese", ja="日本語"), "en": Words(en="English", ja="英語")}
_KINDS = {
    "fact": Words(en="fact", ja="事実"),
    "value": Words(en="value", ja="価値"),
    "policy": Words(en="policy", ja="政策"),
    "prediction": Words(en="prediction", ja="予測"),
    "commitment": Words(en="commitment", ja="約束"),
}
_ASKED = {kind: ROLE_WORDS[kind] for kind in ("question", "request")}
_DECISIONS = {"take": Words(en="take", ja="採る"), "drop": Words(en="drop", ja="採らない")}


def _column(
    key: str,
    ja: str,
    help_en: str,
    help_ja: str,
    shape: Shape = "line",
    *,
    choices: Mapping[str, Words] | None = None,
    among: str = "",
    width: int = 16,
) -> Column:
    """A column whose English heading is its key."""
    return Column(
        path=(key,),
        head=Words(en=key, ja=ja),
        help=Words(en=help_en, ja=help_ja),
        shape=shape,
        choices=choices,
        among=among,
        width=width,
    )


def _place(above: tuple[str, ...], en: str, ja: str) -> tuple[Column, ...]:
    """The three columns that say where something is written: source, quote, at."""
    columns = (
        _column("source", "出典", "the id of a source", "出典の ID", among="sources"),
        _column(
            "quote",
            "引用",
            "a few words of the source, exactly",
            "出典の言葉を数語、一字も変えずに",
            "text",
            width=24,
        ),
        _column("at", "箇所", "where in the source: page, heading", "出典のどこか（ページ、見出し）", "text"),
    )
    return tuple(
        Column(
            path=(*above, "source", key),
            head=Words(en=f"{en}{one.head.en}", ja=f"{ja}{one.head.ja}"),
            help=one.help,
            shape=one.shape,
            among=one.among,
            width=one.width,
        )
        for key, one in zip(("in", "quote", "at"), columns, strict=True)
    )


_ID = _column(
    "id",
    "ID",
    "letters, digits and - of any script; what others refer to; made of the text where it is empty",
    "文字・数字・- だけ。ほかの行から指す名前。空なら本文から作る",
    width=20,
)
_TEXT = _column("text", "本文", "what is said, in one sentence; required", "一文で。必須", "text", width=50)
_BY = _column("by", "発言者", "the id of a party", "発言者の ID", among="parties")
_GROUP = _column("group", "件名", "the id of a group", "件名の ID", among="groups")
_TURN = _column("turn", "順番", "when it was said: 1, 2, 3", "発言の順番（1、2、3）", "number", width=8)
_REVIEW = _column(
    "review",
    "確認",
    "filled in while nobody has confirmed it",
    "まだ誰も確かめていなければ選ぶ",
    "choice",
    choices=REVIEWS,
    width=8,
)
_REBUTS = _column(
    "rebuts",
    "反論先",
    "ids of what it attacks: a; b",
    "反論する相手の ID。a; b のように並べる",
    "list",
    width=24,
)
_UNDERCUTS = _column(
    "undercuts",
    "崩すつながり",
    "the step that it attacks: from -> to; or the id where the steps start",
    "崩すつながり。支える側 -> 支えられる側。または出どころの ID だけ",
    "list",
    width=24,
)
_CONCEDED = (
    _column(
        "conceded",
        "撤回・容認",
        "yes, or the date, when its party withdrew or admitted it",
        "言った側が撤回した、または認めたら「はい」か日付",
        "conceded",
        width=12,
    ),
    *_place(("conceded",), "conceded ", "撤回の"),
)
_CLAIMS = (
    _ID,
    _TEXT,
    _BY,
    _column("kind", "種類", "what kind of claim it is", "主張の種類", "choice", choices=_KINDS, width=12),
    _column("due", "期限", "of a commitment: 2025-03", "約束の期限。2025-03 の形", "date", width=12),
    _column(
        "supports",
        "支える先",
        "ids of what it supports: a; b. Together with others: a with c, d",
        "支える相手の ID。a; b のように並べる。ほかと合わせて支えるなら a with c, d",
        "list",
        width=24,
    ),
    _REBUTS,
    _UNDERCUTS,
    _column(
        "answers",
        "答える質問",
        "ids of questions: q1; q2 (partial). In brackets: partial, evasive",
        "質問の ID。q1; q2 (一部) のように並べる。括弧の中は「一部」「正面から答えない」",
        "list",
        width=24,
    ),
    *_place((), "", ""),
    _GROUP,
    _TURN,
    _column("scheme", "論法", "the argumentation scheme, as an id", "論法の名前（ID の形）"),
    *_CONCEDED,
    _REVIEW,
)
_PARTIES = (
    _ID,
    _column("name", "名前", "how the party is called", "呼び名", "text", width=24),
    _column("side", "立場", "government, councilor or another", "government、councilor など", "text"),
)
_EVIDENCE = (
    _ID,
    _TEXT,
    _BY,
    _column(
        "type",
        "証拠の種類",
        "what kind of evidence it is",
        "証拠の種類",
        "choice",
        choices=TYPE_WORDS,
        width=12,
    ),
    _column(
        "date", "日付", "2025, 2025-03 or 2025-03-08", "2025、2025-03、2025-03-08 の形", "date", width=12
    ),
    _column("place", "場所", "where it happened", "どこのことか", "text"),
    _column(
        "backs",
        "裏づける先",
        "ids of what it backs: a; b",
        "裏づける相手の ID。a; b のように並べる",
        "list",
        width=24,
    ),
    _REBUTS,
    _UNDERCUTS,
    _column(
        "accepted",
        "争いなし",
        "yes, when no party disputes it",
        "誰も争っていなければ「はい」",
        "flag",
        width=10,
    ),
    *_place((), "", ""),
    _GROUP,
    _TURN,
    *_CONCEDED,
    _REVIEW,
)
_QUESTIONS = (
    _ID,
    _TEXT,
    _BY,
    _column(
        "kind",
        "種類",
        "a request expects no answer",
        "要望は答弁を求めない",
        "choice",
        choices=_ASKED,
        width=12,
    ),
    _column(
        "about",
        "質問の対象",
        "ids of what it is about: a; b",
        "何についてか。ID を a; b のように並べる",
        "list",
        width=24,
    ),
    *_place((), "", ""),
    _GROUP,
    _TURN,
    _REVIEW,
)
_ALL = (
    Table(
        section="debate",
        name=Words(en="debate", ja="討論"),
        columns=(
            _ID,
            _column("title", "題名", "what the debate is called", "討論の題名", "text", width=50),
            _column(
                "lang", "言語", "the language of maps and reports", "図と報告の言語", "choice", choices=_LANGS
            ),
            _column("held", "開催", "2025, 2025-03 or 2025-03-08", "2025、2025-03、2025-03-08 の形", "date"),
        ),
    ),
    Table(section="parties", name=Words(en="parties", ja="発言者"), columns=_PARTIES, named="name"),
    Table(
        section="groups",
        name=Words(en="groups", ja="件名"),
        columns=(_ID, _column("name", "名前", "how the group is called", "件名の呼び名", "text", width=40)),
        named="name",
    ),
    Table(
        section="sources",
        name=Words(en="sources", ja="出典"),
        columns=(
            _ID,
            _column("title", "題名", "what the source is called", "出典の題名", "text", width=40),
            _column("date", "日付", "2025, 2025-03 or 2025-03-08", "2025、2025-03、2025-03-08 の形", "date"),
            _column(
                "file",
                "ファイル",
                "its path, from the debate file",
                "討論ファイルから見たパス",
                "text",
                width=30,
            ),
            _column("url", "URL", "its address", "アドレス", "text", width=30),
        ),
        named="title",
    ),
    Table(section="claims", name=Words(en="claims", ja="主張"), columns=_CLAIMS, named="text"),
    Table(section="rebuttals", name=Words(en="rebuttals", ja="反論"), columns=_CLAIMS, named="text"),
    Table(section="evidence", name=Words(en="evidence", ja="証拠"), columns=_EVIDENCE, named="text"),
    Table(section="questions", name=Words(en="questions", ja="質問"), columns=_QUESTIONS, named="text"),
    Table(
        section="follow-ups",
        name=Words(en="follow-ups", ja="再質問"),
        columns=(
            _column("id", "ID", "the id of a follow-up question", "再質問の ID", width=30),
            _column("decision", "判断", "to ask it or not", "聞くかどうか", "choice", choices=_DECISIONS),
            _column("text", "本文", "what is said on the floor", "議場で言う文", "text", width=50),
            _column(
                "notice", "通告書の文", "what is written in the notice", "通告書に書く文", "text", width=50
            ),
        ),
    ),
)
TABLES: Mapping[str, Table] = {table.section: table for table in _ALL}
"""Every table by the section of the debate file that it holds, in the order of the file."""
