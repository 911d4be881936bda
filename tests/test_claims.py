"""The shipped debates say what their source says. The newsletter is not shipped; where it lies beside us, it is used."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import argmap
from argmap import pipeline
from argmap.model import Debate

ROOT = Path(__file__).parent.parent
NAME = "newsletter-2024-12.txt"
NEWSLETTER = next(
    (file for folder in ("sources", "../shared/sources") if (file := ROOT / folder / NAME).is_file()), None
)
needs_newsletter = pytest.mark.skipif(NEWSLETTER is None, reason=f"the newsletter ({NAME}) is not here")


@pytest.fixture
def mynumber() -> Debate:
    return argmap.load(ROOT / "claims" / "mynumber-insurance-card.yaml")


@needs_newsletter
def test_every_quote_stands_in_the_newsletter_word_for_word(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "claims", tmp_path / "claims")
    (tmp_path / "sources").mkdir()
    shutil.copy(str(NEWSLETTER), tmp_path / "sources" / NAME)
    corpus = pipeline.read([tmp_path / "claims"])
    found = [one for one in pipeline.check(corpus) if one.rule.code.startswith("AM4")]
    assert [str(one) for one in found] == []
    changed = tmp_path / "claims" / "mynumber-insurance-card.yaml"
    text = changed.read_text(encoding="utf-8")
    changed.write_text(text.replace("国が対策を示している", "国も対策を示している"), encoding="utf-8")
    found = [one for one in pipeline.check(pipeline.read([changed])) if one.rule.code.startswith("AM4")]
    assert [one.rule.slug for one in found] == ["inexact-quote"]
    assert "国" in found[0].message.ja


@needs_newsletter
def test_no_sentence_of_the_newsletter_is_copied() -> None:
    source = "".join(NEWSLETTER.read_text(encoding="utf-8").split()) if NEWSLETTER else ""
    for file in sorted((ROOT / "claims").glob("*.yaml")):
        debate = argmap.load(file)
        for _, said in (*debate.statements(), *debate.questions.items()):
            quote = said.source.quote if said.source and said.source.quote else ""
            assert len(quote) <= 20
            assert said.text.rstrip("。") not in source


def test_the_whole_exchange_is_there(mynumber: Debate) -> None:
    sides = [mynumber.side_of(claim.by) for claim in mynumber.claims.values()]
    assert sides.count("government") == 10
    assert len(mynumber.rebuttals) == 9
    assert [one.type for one in mynumber.evidence.values()].count("incident") == 9
    assert len(mynumber.questions) == 14
    for _, said in (*mynumber.statements(), *mynumber.questions.items()):
        assert said.source is not None
        assert said.source.quote


def test_the_lecture_has_its_date_and_the_figures_are_there() -> None:
    debate = argmap.load(ROOT / "claims" / "partnership-system.yaml")
    assert "2025-03-08" in [claim.due for claim in debate.claims.values()]
    figures = " ".join(one.text for one in debate.evidence.values() if one.type == "statistic")
    assert "10件" in figures
    assert "169" in figures
