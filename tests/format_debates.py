"""Debates for the tests of other people's formats: one that uses every feature, and random ones without an error."""

from __future__ import annotations

import os
from typing import Any

from hypothesis import strategies as st

from argmap.model import Debate
from argmap.model.ids import clean

FUZZ = int(os.environ.get("ARGMAP_FUZZ", "0"))
"""How many inputs each fuzz test takes; a few when not set."""

EVERYTHING = {
    "debate": {"title": "The ferry to Westhaven", "lang": "en", "held": "2025-03-08"},
    "parties": {
        "city": {"name": "City of Westhaven", "side": "government"},
        "council": {"name": "Council", "side": "councilor"},
        "people": {},
    },
    "groups": {"cost": "What it costs", "safety": "Whether it is safe"},
    "sources": {
        "minutes": {
            "title": "Minutes",
            "date": "2025-03",
            "file": "minutes.txt",
            "url": "https://example.org/m",
        },
        "report": {"title": "Report of the harbour"},
    },
    "claims": {
        "ferry-pays": {
            "text": "The ferry pays for itself",
            "by": "city",
            "kind": "prediction",
            "scheme": "means-to-end",
            "source": {"in": "minutes", "quote": "pays for itself", "at": "p. 3"},
            "group": "cost",
            "turn": 2,
            "answers": [{"question": "q-cost", "extent": "partial"}, "q-when"],
        },
        "fares-rise": {
            "text": "Fares will rise every year",
            "by": "city",
            "supports": [
                {"to": "ferry-pays", "with": ["more-travel"]},
                {"to": "boats-last", "review": "candidate"},
            ],
            "group": "cost",
        },
        "more-travel": {
            "text": "More people will travel",
            "by": "city",
            "kind": "commitment",
            "due": "2026-04",
            "supports": ["boats-last"],
            "conceded": {"on": "2025-04-01", "source": {"in": "report", "at": "last page"}},
        },
        "boats-last": {"text": "The boats last for thirty years", "by": "people", "review": "candidate"},
        "old-boats": {"text": "Old boats are safe", "by": "city", "rebuts": ["too-dear"], "group": "safety"},
    },
    "rebuttals": {
        "too-dear": {
            "text": "Nobody will pay such fares",
            "by": "council",
            "rebuts": ["ferry-pays"],
            "undercuts": [{"from": "fares-rise", "to": "ferry-pays"}],
            "turn": 3,
        },
        "they-rust": {"text": "Boats rust in salt water", "by": "council", "undercuts": ["more-travel"]},
        "not-here": {"text": "Another town says no", "by": "council", "rebuts": ["harbour#x", "boats-last"]},
    },
    "evidence": {
        "survey": {
            "text": "Of 500 people asked, 410 would not pay",
            "by": "council",
            "type": "statistic",
            "backs": ["too-dear"],
            "date": "2024-12",
            "place": "Westhaven",
            "accepted": True,
        },
        "hull": {"text": "A hull was measured", "backs": [{"to": "they-rust", "review": "candidate"}]},
    },
    "questions": {
        "q-cost": {
            "text": "What will it cost?",
            "by": "council",
            "about": ["ferry-pays"],
            "group": "cost",
            "turn": 1,
        },
        "q-when": {"text": "Please say when", "by": "council", "kind": "request", "review": "candidate"},
    },
    "follow-ups": {"unrebutted-claim-boats-last": {"decision": "take", "text": "How long do they last?"}},
}


def everything() -> Debate:
    """A debate that uses every feature that a debate can have."""
    return Debate.model_validate({"id": "ferry", **EVERYTHING})


_SIGNS = "ab z019.,;:|\"'\\/#&<>{}[]()=+-@*_~`!?%$^\n\tあ漢𠮷é🚢。「」\u3000\u200b\u0301"
texts = st.text(st.sampled_from(_SIGNS) | st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)
texts = texts.map(clean).filter(bool) | st.sampled_from(
    (
        "=1+1",
        "-x",
        "+ y",
        "@z",
        "# no heading",
        "[a]: b",
        "1. Pro: x",
        "true",
        "null",
        "a" * 2000,
        "one\ntwo",
        "字" * 300,
    )
)
dates = st.sampled_from(("2025", "2025-03", "2025-03-08"))


@st.composite
def debates(draw: st.DrawFn, most: int = 7) -> Debate:
    """A debate of up to seven statements without an error; relations lead from later statements to earlier ones."""
    return Debate.model_validate({"id": "debate", **_Drawing(draw).sections(draw(st.integers(0, most)))})


class _Drawing:
    """Draws statement after statement, and keeps in mind what a further relation would put in the wrong."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.earlier: list[str] = []
        self.claims: list[str] = []
        self.steps: set[tuple[str, str]] = set()
        self.attacks: dict[str, list[str]] = {}
        self.undercutters: set[str] = set()

    def sections(self, count: int) -> dict[str, Any]:
        said = self.draw(st.lists(texts, min_size=count + 2, max_size=count + 2, unique=True))
        asked = [f"q{n}" for n in range(self.draw(st.integers(0, 2)))]
        data = self._head()
        for number in range(count):
            local = f"文{number}" if number % 3 == 1 else f"s{number}"
            section, entry = self._statement(local, asked)
            data[section][local] = {"text": said[number], **entry, **self._place(data)}
            self.earlier.append(local)
            if section != "evidence":
                self.claims.append(local)
        for name, text in zip(asked, said[count:], strict=False):
            more = self._some(by=st.sampled_from(("p1", "p2")), kind=st.just("request"))
            about = self._few([*self.earlier, "other#x"])
            data["questions"][name] = {"text": text, "about": about, **more, **self._place(data)}
        return data

    def _head(self) -> dict[str, Any]:
        source = self._some(
            title=texts, date=dates, file=st.just("a b.txt"), url=st.just("https://x.org/?a=1&b")
        )
        return {
            "debate": self._some(title=texts, lang=st.sampled_from(("ja", "en")), held=dates),
            "parties": {
                "p1": self._some(name=st.just("Ann: of [the] city"), side=st.just("government")),
                "p2": self._some(
                    name=st.just("市（答弁）"), side=st.sampled_from(("government", "other side"))
                ),
            },
            "groups": self.draw(
                st.sampled_from(({}, {"g1": "About, cost"}, {"g1": "About, cost", "g2": "費用"}))
            ),
            "sources": {"s1": source},
            **{section: {} for section in ("claims", "rebuttals", "evidence", "questions")},
            "follow-ups": self.draw(st.sampled_from(({}, {"unrebutted-claim-x": {"decision": "drop"}}))),
        }

    def _statement(self, local: str, asked: list[str]) -> tuple[str, dict[str, Any]]:
        backed = self._few(self.earlier)
        rebuts = self._few([one for one in self.earlier if one not in backed])
        rebuts += ["other#y"] if self.draw(st.integers(0, 9)) == 0 else []
        undercuts = self._undercuts()
        entry: dict[str, Any] = {"rebuts": self._links(rebuts), "undercuts": undercuts}
        entry |= self._some(
            conceded=st.sampled_from(({}, {"on": "2025"}, {"source": {"in": "s1", "quote": "yes"}}))
        )
        self.attacks[local] = rebuts
        if undercuts:
            self.undercutters.add(local)
        if self.draw(st.integers(0, 3)) == 0:
            kinds = st.sampled_from(("incident", "statistic", "law"))
            parties = st.sampled_from(("p1", "p2"))
            entry |= self._some(by=parties, type=kinds, date=dates, place=texts, accepted=st.just(value=True))
            return "evidence", {**entry, "backs": self._links(backed)}
        schemes = st.sampled_from(("means-to-end", "専門家"))
        entry |= self._some(kind=st.sampled_from(("fact", "commitment")), due=dates, scheme=schemes)
        extents = st.sampled_from(("full", "partial", "evasive"))
        entry["answers"] = [{"question": one, "extent": self.draw(extents)} for one in self._few(asked)]
        entry["supports"] = [self._support(local, target) for target in backed]
        entry["by"] = self.draw(st.sampled_from(("p1", "p2")))
        is_rebuttal = (rebuts or undercuts) and self.draw(st.integers(0, 3))
        return "rebuttals" if is_rebuttal else "claims", entry

    def _undercuts(self) -> list[dict[str, str]]:
        if not self.steps:
            return []
        found = self.draw(st.lists(st.sampled_from(sorted(self.steps)), max_size=1))
        return [{"from": a} if self.draw(st.booleans()) else {"from": a, "to": b} for a, b in found]

    def _support(self, local: str, target: str) -> dict[str, Any]:
        later = [one for one in self.claims if self.earlier.index(one) > self.earlier.index(target)]
        fit = [
            one
            for one in later
            if not {one, local} & self.undercutters
            and target not in self.attacks[one]
            and (one, target) not in self.steps
        ]
        linked = self._few(fit)
        self.steps.update((premise, target) for premise in (local, *linked))
        return self._links([target])[0] | ({"with": linked} if linked else {})

    def _links(self, targets: list[str]) -> list[dict[str, Any]]:
        seen = self.draw(st.lists(st.booleans(), min_size=len(targets), max_size=len(targets)))
        review = {True: {}, False: {"review": "candidate"}}
        return [{"to": target, **review[one]} for target, one in zip(targets, seen, strict=True)]

    def _place(self, data: dict[str, Any]) -> dict[str, Any]:
        groups = {"group": st.sampled_from(sorted(data["groups"]))} if data["groups"] else {}
        source = st.sampled_from(
            ({"in": "s1"}, {"in": "s1", "quote": "so, it is"}, {"in": "s1", "at": "p. 1"})
        )
        return self._some(source=source, turn=st.integers(0, 20), review=st.just("candidate"), **groups)

    def _some(self, **values: st.SearchStrategy[Any]) -> dict[str, Any]:
        return {key: self.draw(value) for key, value in values.items() if self.draw(st.integers(0, 2)) == 0}

    def _few(self, names: list[str]) -> list[str]:
        return self.draw(st.lists(st.sampled_from(names), max_size=2, unique=True)) if names else []
