"""Debates and findings to report on: the two that are shipped, one of a made-up town, and one that tries to break out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from argmap import pipeline
from argmap.diagnostics import Diagnostic, Rule, Severity, Span, Words
from argmap.model import Debate
from argmap.questions import FollowUp, follow_ups
from argmap.semantics import Analysis, analyse

ROOT = Path(__file__).parent.parent
PARTIES = {"town": {"name": "町長", "side": "government"}, "member": {"name": "議員", "side": "councilor"}}


def debate(id: str = "midori", **sections: Any) -> Debate:  # noqa: A002, ANN401 - plain data, as in a file
    """A debate from plain data; the two parties of the made-up town unless others are given."""
    return Debate.model_validate({"id": id, "parties": PARTIES, **sections})


def shipped() -> tuple[Analysis, Sequence[Debate]]:
    corpus = pipeline.read([ROOT / "claims"])
    return corpus.analysis, corpus.debates


def asked(analysis: Analysis, debates: Sequence[Debate], side: str = "government") -> list[FollowUp]:
    return [one for each in debates for one in follow_ups(analysis, each, side)]


def midori() -> Debate:
    """School meals in a town that does not exist: every status but one, and every kind of question."""
    return debate(
        debate={"title": "みどり町の学校給食", "lang": "ja", "held": "2025-06"},
        groups={"lunch": "給食の質", "cost": "費用"},
        sources={
            "minutes": {
                "title": "みどり町議会会議録",
                "date": "2025-06-10",
                "url": "https://example.org/a?b=1&c=2",
            },
            "flyer": {"url": "javascript:alert(1)"},
        },
        claims={
            "local": {
                "text": "地元の野菜を3割使っている。",
                "by": "town",
                "kind": "fact",
                "source": {"in": "minutes", "quote": "地元の野菜を３割", "at": "12頁"},
                "group": "lunch",
                "supports": ["good"],
            },
            "good": {"text": "給食の質は高い", "by": "town", "kind": "value", "group": "lunch"},
            "free": {"text": "給食費を無償にする", "by": "town", "kind": "policy", "group": "cost"},
            "due": {
                "text": "来春から無償にする",
                "by": "town",
                "kind": "commitment",
                "due": "2026-04",
                "group": "cost",
            },
            "study": {
                "text": "他町の動向を注視し、検討する",
                "by": "town",
                "group": "cost",
                "answers": [
                    {"question": "q-kitchen", "extent": "evasive"},
                    {"question": "q-menu", "extent": "partial"},
                ],
            },
            "cheap": {"text": "一食250円でできる", "by": "town", "kind": "prediction", "group": "cost"},
            "fresh": {"text": "毎日その日に作る", "by": "town"},
            "safe": {"text": "異物は混じらない", "by": "town", "source": "flyer"},
            "rested": {"text": "だから安心である", "by": "town"},
            "cleaned": {"text": "毎日洗っている", "by": "town", "supports": ["rested"]},
            "sorry": {"text": "説明は足りていた", "by": "town", "conceded": {"on": "2025-07"}},
            "tie": {"text": "牛乳は要る", "by": "town", "rebuts": ["no-milk"]},
        },
        rebuttals={
            "dear": {"text": "物価が上がり足りない", "by": "member", "rebuts": ["cheap"]},
            "signed": {"text": "契約は済んでいる", "by": "town", "rebuts": ["dear"]},
            "frozen": {"text": "冷凍の品が多い", "by": "member", "rebuts": ["fresh"]},
            "hair": {"text": "髪の毛が混じった", "by": "member", "rebuts": ["safe"]},
            "dirty": {"text": "洗い残しがある", "by": "member", "undercuts": ["cleaned"]},
            "no-milk": {"text": "牛乳は要らない", "by": "member", "rebuts": ["tie"]},
        },
        evidence={
            "survey": {
                "text": "児童の8割が満足と答えた",
                "by": "town",
                "type": "statistic",
                "backs": ["good"],
                "source": "minutes",
            },
            "contract": {
                "text": "契約書",
                "by": "town",
                "type": "document",
                "backs": ["signed"],
                "accepted": True,
            },
            "report": {
                "text": "保健所の記録",
                "type": "document",
                "backs": ["hair", "dirty"],
                "source": "minutes",
            },
            "milk-law": {"text": "牛乳の基準", "backs": ["tie", "no-milk"], "source": "minutes"},
        },
        questions={
            "q-kitchen": {"text": "調理場をどう建て替えるのか？", "by": "member", "group": "cost"},
            "q-menu": {"text": "献立を選べるか", "by": "member", "group": "lunch"},
            "q-staff": {"text": "調理員は足りているか", "by": "member"},
            "q-please": {"text": "牛乳を選べるようにしてほしい", "by": "member", "kind": "request"},
            "q-back": {"text": "議員はどう考えるか", "by": "town"},
        },
    )


def everything(analysis: Analysis) -> list[str]:
    """The `debate#id` of every statement and question."""
    return [one.key for one in analysis.verdicts] + [one.key for one in analysis.question_verdicts]


def unexplained(text: str, analysis: Analysis) -> str:
    """A report without the wording of explanations, which is tested where it is made."""
    explained = [analysis.why(key) for key in everything(analysis)]
    sentences = {words: "<verdict>" for one in explained for words in (one.verdict.ja, one.verdict.en)}
    sentences |= {
        words: "<reason>" for one in explained for each in one.reasons for words in (each.ja, each.en)
    }
    for sentence in sorted(sentences, key=len, reverse=True):
        text = text.replace(sentence, sentences[sentence])
    return text


NASTY = "<b>&\"'`|*_[x](javascript:alert(1))</script></style>]]>\x00\u202e😀\n# 1. - {due}"


def hostile() -> Debate:
    """Every text tries to become markup, a formula, a command or a link."""
    said = {"text": NASTY, "source": {"in": "s", "quote": NASTY, "at": NASTY}, "group": "g"}
    return debate(
        id="hostile",
        debate={"title": NASTY},
        parties={"a": {"name": NASTY, "side": "government"}, "b": {"name": NASTY, "side": "councilor"}},
        groups={"g": NASTY},
        sources={
            "s": {"title": NASTY, "url": "javascript:alert(1)"},
            "t": {"title": NASTY, "url": "https://[x"},
        },
        claims={"x": {**said, "by": "a"}, "y": {**said, "by": "a"}},
        rebuttals={"r": {**said, "by": "b", "rebuts": ["y"]}},
        evidence={"e": {**said, "backs": ["x"]}},
        questions={"q": {**said, "by": "b"}},
    )


def analysed(*debates: Debate) -> Analysis:
    return analyse(debates)


RULE = Rule(
    code="AM301",
    slug="unrebutted-claim",
    severity=Severity.NOTE,
    name=Words(en="a claim that nobody has rebutted", ja="反論のない主張"),
    manual="What.\n\nWhy.\n\nDo.\n",
)
ERROR = Rule(
    code="AM106",
    slug="unknown-key",
    severity=Severity.ERROR,
    name=Words(en="a key that the format does not know", ja="知らないキー"),
    manual="What.\n",
)


def finding(
    rule: Rule = RULE,
    file: str = "claims/midori.yaml",
    line: int = 3,
    end_line: int = 3,
    **changes: Any,  # noqa: ANN401
) -> Diagnostic:
    """A finding; what is not given is harmless."""
    values = {
        "rule": rule,
        "severity": rule.severity,
        "message": Words(en="no rebuttal was found", ja="反論が見当たらない"),
        "span": Span(file=file, line=line, column=5, end_line=end_line, end_column=9),
        **changes,
    }
    return Diagnostic(**values)
