"""From a document to a draft: what is found, and how fast.

Reads the newsletter, its gold and the aligned pairs from ../shared; says so where they are absent. What was found
stands beside what one careful reader found, with Sudachi and with pairs of characters; a megabyte of minutes goes from
bytes to draft in a process of its own.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final
from unittest.mock import patch

from measure import ROOT, alternate
from plan import Plan
from table import NOTHING, Row, cpu, megabytes, memory, seconds

from argmap.drafting import tokens
from argmap.drafting.align import Among, Weights, assign
from argmap.drafting.build import draft
from argmap.drafting.turns import outline
from argmap.drafting.values import Draft, DraftQuestion, DraftStatement, Span
from argmap.ingest import READERS, Document
from argmap.quotes import match, same_words

SHARED = ROOT.parent / "shared"
NEWSLETTER = SHARED / "sources" / "newsletter-2024-12.txt"
GOLD = SHARED / "sources" / "newsletter-2024-12.gold.json"
PAIRS = SHARED / "samples" / "kodaira" / "pairs-dev.json"
MINUTES = SHARED / "samples" / "shinagawa" / "r06-20240220-honkaigi.json"
MEGABYTE = 1_000_000

Found = tuple[str, str, str]

TITLE: Final = "From a document to a draft"


def measure(plan: Plan) -> Iterator[Row]:
    """The table, with Sudachi where it is installed and without; or what is missing."""
    absent = [path.name for path in (NEWSLETTER, GOLD, PAIRS, MINUTES) if not path.exists()]
    if absent:
        yield Row(work="ingest", measured=f"not measured: no {', '.join(absent)} beside the project")
        return
    for work, found, goal in _found():
        yield Row(work=work, goal=goal, measured=found)
    yield from speed(plan)


def _found() -> Iterator[Found]:
    ways = [tokens.splitter()]
    with patch.object(tokens, "_sudachi", lambda: None):
        ways += [tokens.splitter()] if ways[0].name != "bigrams" else []
    for way in ways:
        with patch("argmap.drafting.build.splitter", lambda way=way: way):
            yield from newsletter(way.name)
        yield from pairs(way)


def drafted(path: Path) -> Draft:
    """A file from bytes to draft."""
    return draft(outline(read(path)))


def read(path: Path) -> Document:
    """A document by the first reader that knows its format; text when none does."""
    data = path.read_bytes()
    fitting = [READERS[name] for name in READERS if name != "text" and READERS[name].fits(data, path.name)]
    return (fitting[0] if fitting else READERS["text"]).read(data, path.name, None)


def newsletter(way: str) -> Iterator[Found]:
    """What was found of the newsletter, beside its gold."""
    gold = json.loads(GOLD.read_text(encoding="utf-8"))
    found = drafted(NEWSLETTER)
    text = found.outline.document.text
    said = {sentence["id"]: sentence for sentence in gold["sentences"]}
    roles = [{"comment": "criticism"}.get(turn["role"], turn["role"]) for turn in gold["turns"]]
    right = sum(a == b.role for a, b in zip(roles, found.outline.turns, strict=False))
    yield f"{way}: turns with roles", f"{right} of {len(found.outline.turns)}", "7 of 7"

    everything: list[DraftStatement | DraftQuestion] = [*found.statements, *found.questions]
    places = {one.id: words(text, one.spans) for one in everything}
    points = {
        point["id"]: [q.id for q in found.questions if same_words(point["quote"]) in places[q.id]]
        for point in gold["question_points"]
    }
    whole = sum(bool(ids) for ids in points.values())
    yield f"{way}: question points", f"{whole} of {len(points)}; {len(found.questions)} proposed", "14 of 16"

    open_ones = {q.id for q in found.questions if q.status == "none-found" and q.kind == "question"}
    caught = sum(any(one in open_ones for one in points[point]) for point in gold["unanswered"])
    yield f"{way}: unanswered points", f"{caught} of 5 among {len(open_ones)}", "5 among 10"

    claims = [s for s in found.statements if s.role == "claim"]
    named = {claim["id"]: shortest(claim["quote"], claims, places) for claim in gold["claims"]}
    yield f"{way}: claims", f"{sum(map(bool, named.values()))} of {len(named)}", "10 of 10"
    members = {named[claim] for claim in ("C1", "C2", "C3")}
    led = {link.from_ for link in found.links if link.kind == "supports" and link.to == named["C0"]}
    yield f"{way}: members that support the conclusion", f"{len(members & led)} of 3", "3 of 3"

    rebutting = {sentence for rebuttal in gold["rebuttals"] for sentence in rebuttal["sentences"]}
    at = {statement.spans: statement for statement in found.statements}
    mine = {s: at.get(tuple((p["start"], p["end"]) for p in said[s]["spans"])) for s in said}
    rebuttals = [s for s in rebutting if (one := mine[s]) is not None and one.role == "rebuttal"]
    proposed = sum(s.role == "rebuttal" for s in found.statements)
    yield f"{way}: rebuttal sentences", f"{len(rebuttals)} of {len(rebutting)}; {proposed} proposed", "all"

    wanted = {(link["src"], link["dst"]) for link in gold["links"] if link["type"] == "attack"}
    sentence_of = {one.id: s for s, one in mine.items() if one is not None}
    claim_of = {name: claim for claim, name in named.items()}
    drawn = {
        (sentence_of.get(link.from_, link.from_), claim_of.get(link.to, link.to))
        for link in found.links
        if link.kind == "rebuts"
    }
    f1 = 2 * len(wanted & drawn) / (len(wanted) + len(drawn))
    yield f"{way}: rebuttal to claim, F1", f"{f1:.2f} ({len(wanted & drawn)} of {len(drawn)} drawn)", "0.75"

    incidents = [e["sentence"] for e in gold["evidence"] if e["kind"] == "incident"]
    listed = sum((one := mine[s]) is not None and one.role == "evidence" for s in incidents)
    yield f"{way}: incidents", f"{listed} of {len(incidents)}", "8 of 8"
    near = [quote.text for quote in found.quotes if quote.match == "near"]
    yield f"{way}: quotes that are near", ", ".join(near), "アクセス制限"
    cited = [one.quote for one in everything]
    exact = sum(quote in text and match(quote, text).kind == "exact" for quote in cited)
    yield f"{way}: quotes verbatim", f"{exact} of {len(cited)}", "all"


def words(text: str, spans: tuple[Span, ...]) -> str:
    """The words at a place, as they are compared."""
    return same_words("".join(text[start:end] for start, end in spans))


def shortest(quote: str, statements: Sequence[DraftStatement], places: dict[str, str]) -> str:
    """The id of the statement with the fewest words that holds a quote; empty when none does."""
    holding = [s.id for s in statements if same_words(quote) in places[s.id]]
    return min(holding, key=lambda one: len(places[one]), default="")


def pairs(way: tokens.Splitter) -> Iterator[Found]:
    """How often a question finds its own answer among those of its document, by likeness and one to one."""
    first = assigned = count = 0
    for document in json.loads(PAIRS.read_text(encoding="utf-8")):
        asked = [way.terms(pair["q"]) for pair in document["pairs"]]
        answers = [way.terms(pair["a"]) for pair in document["pairs"]]
        weights = Weights(asked + answers)
        among = Among([weights.vector((terms, 1.0)) for terms in answers])
        table = [among.row(weights.vector((terms, 1.0))) for terms in asked]
        for number, (row, column) in enumerate(zip(table, assign(table), strict=True)):
            count += 1
            first += max(range(len(row)), key=row.__getitem__) == number
            assigned += column == number
    goal = "0.885" if way.name == "sudachi" else "0.855"
    yield f"{way.name}: {count} pairs, nearest answer", f"{first / count:.3f}", "0.715"
    yield f"{way.name}: {count} pairs, one to one", f"{assigned / count:.3f}", goal


def speed(plan: Plan) -> Iterator[Row]:
    """A megabyte of minutes, and two, each in a process of its own."""
    for size in plan.sizes(MEGABYTE, 2 * MEGABYTE, fewer=1):
        path = plan.folder / f"minutes-{size}.json"
        path.write_text(minutes(size), encoding="utf-8")
        command = (sys.executable, str(ROOT / "bench" / "timed.py"), "draft", str(path))
        (samples,) = alternate(command, times=plan.of(3, 1), folder=plan.folder, limit=300)
        took = f"{seconds(samples.best(cpu))} of CPU, {megabytes(samples.worst(memory))}"
        whole = size == MEGABYTE
        yield Row(
            work=f"{size / MEGABYTE:.0f} MB of minutes to a draft",
            goal="10 s and 500 MB or less" if whole else NOTHING,
            measured=samples.failure() or took,
            reached=samples.best(cpu) <= 10 and samples.worst(memory) <= 500 if whole else None,  # noqa: PLR2004
            samples={"argmap": samples.each},
        )


def minutes(size: int) -> str:
    """Minutes of a size in bytes: those of the sample again and again, a number changed in every round."""
    record = json.loads(MINUTES.read_text(encoding="utf-8"))
    voices: list[dict[str, object]] = []
    bytes_, number = 0, 0
    while bytes_ < size:
        for voice in record["voices"]:
            text = voice["text"].replace("。", f"、第{number}号。", 1 + number % 3)
            bytes_ += len(text.encode())
            voices.append({"i": len(voices), "speaker": voice["speaker"], "text": text})
            if bytes_ >= size:
                break
        number += 1
    return json.dumps(
        {"dateIso": record["dateIso"], "title": record["title"], "voices": voices}, ensure_ascii=False
    )
