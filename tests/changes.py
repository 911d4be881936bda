"""The shipped debate, and copies of it that differ, for the tests of what changed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from argmap import pipeline
from argmap.comparison import Difference, compare
from argmap.loading import read
from argmap.model import Debate
from argmap.semantics import analyse

SHIPPED = Path(__file__).parent.parent / "claims" / "mynumber-insurance-card.yaml"
EVIDENCE = """\
  stolen-data:
    text: 暗号化されたデータが盗まれた事例が、報告された
    by: councilor
    type: incident
    backs: [theft-presumed]
    source: {in: audit}
    group: privacy

questions:
"""
WITH_EVIDENCE: Mapping[str, str] = {
    "sources:\n": "sources:\n  audit: {title: 会計検査院の報告, date: 2025-03}\n",
    "questions:\n": EVIDENCE,
}
"""A rebuttal gained evidence."""
REWORKED: Mapping[str, str] = {
    **WITH_EVIDENCE,
    "held: 2024-12}": "held: 2025-03}",
    "text: データを暗号化し、不正な": "text: データを強く暗号化し、不正な",
    "q-donations:": "q-donation:",
    "extent: evasive": "extent: full",
    "    rebuts: [access-prevented, safe-use]\n    source: {in: newsletter, quote: 技術だけ": "    rebuts: [access-prevented]\n    source: {in: newsletter, quote: 技術だけ",
    "  q-receipts:\n    text: レセプトの仕事が込み入り、手間が増えるのではないか": "  q-forms:\n    text: 申請書はどこで受け取れるか",
}
"""Something of every kind: added, removed, reworded, renamed, relations changed, verdicts that fell and rose."""


def copy(changes: Mapping[str, str] = {}) -> str:
    """The shipped debate's file with passages exchanged, each once."""
    text = SHIPPED.read_text(encoding="utf-8")
    for passage, instead in changes.items():
        assert passage in text
        text = text.replace(passage, instead, 1)
    return text


def loaded(text: str, name: str = SHIPPED.stem) -> Debate:
    file = read(text.encode(), id=name, file=f"{name}.yaml", folder=".")
    assert not file.diagnostics
    return file.debate


@cache
def shipped_against(which: str) -> Difference:
    """The shipped debate against itself (`same`), or one of the copies (`evidence`, `reworked`), or against none."""
    text = {
        "same": copy(),
        "evidence": copy(WITH_EVIDENCE),
        "reworked": copy(REWORKED),
        "empty": "debate: {lang: ja}\n",
    }
    return compare(pipeline.read([SHIPPED]).analysis, analyse([loaded(text[which])]))
