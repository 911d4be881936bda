"""Phrases end where budoux says."""

from __future__ import annotations

from itertools import accumulate
from pathlib import Path

from budoux import load_default_japanese_parser
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.picture.phrases import phrase_ends

_PARSER = load_default_japanese_parser()
_SEEN = sorted({char for scores in _PARSER.model.values() for feature in scores for char in feature})


def by_budoux(text: str) -> list[int]:
    return list(accumulate(map(len, _PARSER.parse(text))))[:-1]


@settings(max_examples=300, deadline=None)
@given(st.text(st.one_of(st.sampled_from(_SEEN), st.characters()), min_size=1, max_size=40))
def test_phrases_of_any_text_end_where_budoux_says(text: str) -> None:
    assert phrase_ends(text) == by_budoux(text)


def test_phrases_of_a_debate_end_where_budoux_says() -> None:
    text = Path("claims/mynumber-insurance-card.yaml").read_text(encoding="utf-8")
    for line in filter(None, text.splitlines()):
        assert phrase_ends(line) == by_budoux(line)
