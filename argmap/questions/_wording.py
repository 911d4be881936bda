"""Parts of sentences that several kinds of question share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from argmap.diagnostics import Words
from argmap.model import Claim, Evidence
from argmap.questions._case import Attack, Case
from argmap.questions._notice import Form, fill, form
from argmap.questions._ways import asking, sentence, short

_ONE = form("{target}とのことですが、", "You say: {target}", written="Claim: {target}")
_SEVERAL = form(
    "{target}という説明をはじめ、{count}点にわたる説明がありましたが、",
    "You say, among {count} points: {target}",
    written="Claim, one of {count}: {target}",
)
_YOU_SAY, _CLAIM = "You say: {claim} {asks}", "Claim: {claim} {asks}"
_CLAIMED: Mapping[str | None, Form] = {
    "prediction": form("{claim}との見通しですが、{asks}", _YOU_SAY, written=_CLAIM),
    "policy": form("{claim}との方針ですが、{asks}", _YOU_SAY, written=_CLAIM),
    "value": form("{claim}とのお考えですが、{asks}", _YOU_SAY, written=_CLAIM),
}
_SAID = form("{claim}とのことですが、{asks}", _YOU_SAY, written=_CLAIM)
_SHOWN: Mapping[str | None, tuple[str, str]] = {
    "statistic": ("数字", "数字"),
    "incident": ("事例", "事例"),
    "law": ("定め", "定め"),
    "document": ("資料", "資料"),
    "testimony": ("証言", "証言"),
    "expert": ("専門家の見解", "見解"),
    None: ("根拠", "根拠"),
}
"""What a piece of evidence is called by its type, and what several are."""


def reported(text: str) -> Words:
    """What somebody said, as part of a Japanese sentence and as an English sentence of its own."""
    return Words(en=sentence(short(text)), ja=short(text))


def put(question: str) -> Words:
    """What somebody asked, as part of a Japanese sentence and as an English sentence of its own."""
    return Words(en=asking(short(question)), ja=short(question))


def asked_of(claim: Claim, asks: Form) -> Form:
    """A claim, put by its kind, and what is asked of it."""
    return fill(_CLAIMED.get(claim.kind, _SAID), claim=reported(claim.text), asks=asks)


def attacked(case: Case, attack: Attack) -> Form:
    """The beginning of a question: what is attacked, the first of it where it is several."""
    target = reported(case.analysis.graph.said[attack.targets[0]].text)
    count = len(attack.targets)
    return fill(_ONE if count == 1 else _SEVERAL, target=target, count=str(count))


def shown(case: Case, numbers: Sequence[int]) -> Form:
    """The first piece of evidence, and how many there are: `…という数字`, `…という数字など、3件の数字`."""
    said = case.analysis.graph.said
    first, count = short(said[numbers[0]].text), len(numbers)
    types = [item.type if isinstance(item := said[number], Evidence) else None for number in numbers]
    one, several = _SHOWN[types[0]][0], _SHOWN[types[0] if len(set(types)) == 1 else None][1]
    more = f" (and {count - 1} more)" if count > 1 else ""
    words = Words(
        en=sentence(f"{first}{more}"),
        ja=f"{first}という{one}" if count == 1 else f"{first}という{one}など、{count}件の{several}",
    )
    return Form(words, words)
