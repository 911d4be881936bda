"""Who somebody is in an assembly, told by the title: who presides, who answers, who asks."""

from __future__ import annotations

import re
import unicodedata

from argmap.ingest import Role

_HONORIFIC = re.compile(r"(?:君|さん|くん|氏|様|殿)$")
_ROUND = re.compile(r"[（(](?:初|再|再々|再再|続|[0-9０-９]回目)[）)]$")
_NUMBERED = re.compile(r"第?[0-9〇一二三四五六七八九十百]{1,4}番")
_CHAIR = re.compile(r"(?:議長|委員長|座長|分科会長|主査)$")
_BOARD = re.compile(
    r"(?:教育|選挙管理|公平|農業|監査|固定資産|人事|公安|収用|労働|海区|運営審議).{0,14}委員長?$"
)
_OFFICE = re.compile(r"(?:議会事務局.*|議会局.*|^事務局(?:長|次長|職員)?|書記長?|会議録情報)$")
_ELECTED = re.compile(r"(?:議員|委員|質問者|質疑者)$")
_OFFICIAL = re.compile(
    r"(?:長|知事|大臣|政務官|審議官|参事官|調整官|管理官|政策官|長官|参考人|公述人|証人|説明員|政府委員|監査委員"
    r"|理事|参事|主幹|副主幹|主任|監|管理者|補佐|技監|総裁|理事者|当局|執行部|答弁者|事務取扱|代理者|担当者)$"
)
_BODIES = frozenset(
    {"市", "区", "町", "村", "県", "府", "都", "道", "国", "市側", "町側", "市役所", "行政", "市当局"}
)


def plain(words: str) -> str:
    """Words as they are compared: NFKC and without spaces (`１　番` is `1番`)."""
    return "".join(unicodedata.normalize("NFKC", words).split())


def name_of(label: str) -> str:
    """A speaker as the document says it, without the spaces that fill a column and without the round of asking."""
    return _ROUND.sub("", "".join(label.split()))


def role_of(label: str) -> Role | None:
    """The role that a title stands for; None when it says nothing (a name alone)."""
    title = _HONORIFIC.sub("", plain(label))
    if _OFFICE.search(title):
        return "other"
    if title in _BODIES or _BOARD.search(title):
        return "answer"
    if _NUMBERED.match(title) or (_ELECTED.search(title) and not _OFFICIAL.search(title)):
        return "question"
    if _CHAIR.search(title):
        return "chair"
    return "answer" if _OFFICIAL.search(title) else None


def presides_over(label: str) -> str:
    """Of a chair, what is presided over: the assembly (`議長`) or a committee (`委員長`)."""
    return "議長" if plain(label).endswith("議長") else "委員長"


def is_person(words: str) -> bool:
    """Whether words end like a person who is spoken of: `山田太郎君`, `山田議員`."""
    return bool(_HONORIFIC.search(plain(words))) or role_of(words) is not None
