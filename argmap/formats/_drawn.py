"""A debate as the text of one of the renderers."""

from __future__ import annotations

from collections.abc import Callable

from argmap.formats import Exported, Feature
from argmap.formats._features import lost_in
from argmap.layout import Drawing, Options
from argmap.model import Debate
from argmap.picture import View, build_picture
from argmap.semantics import analyse

KEEPS = frozenset(
    {
        Feature.TITLE,
        Feature.TEXTS,
        Feature.PARTIES,
        Feature.GROUPS,
        Feature.ROLES,
        Feature.SUPPORTS,
        Feature.LINKED,
        Feature.REBUTS,
        Feature.UNDERCUTS,
        Feature.BACKS,
        Feature.QUESTIONS,
        Feature.ANSWERS,
        Feature.REVIEW,
    }
)
"""What a map shows of a debate."""


def drawn(debate: Debate, render: Callable[[Drawing], str]) -> Exported:
    """The whole map of a debate in one format, in the language of the debate."""
    picture = build_picture(analyse([debate]), debate, View(), debate.debate.lang or "en")
    text = render(Drawing(picture=picture, options=Options()))
    return Exported(data=text.encode(), lost=lost_in(debate, KEEPS))
