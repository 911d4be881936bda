"""Measure what `argmap.drafting` finds and how fast: `python bench/ingest.py`.

Reads the newsletter, its gold and the aligned pairs from ../shared; says so where they are absent. Prints a table:
what was found beside what one careful reader found, how questions find their answers, with Sudachi and with pairs of
characters, and a megabyte of minutes from bytes to draft in a process of its own. `--draft FILE` is that process.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from unittest.mock import patch

from measure import ROOT, run

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

Row = tuple[str, str, str]


def main() -> None:
    """Print every figure that can be had here."""
    options = argparse.ArgumentParser(description="Measure what ingest finds, and how fast.")
    options.add_argument("--draft", type=Path, metavar="FILE", help="only draft this file, once")
    chosen = options.parse_args()
    if chosen.draft:
        found = drafted(chosen.draft)
        print(
            len(found.outline.turns),
            "turns",
            len(found.questions),
            "points",
            len(found.statements),
            "statements",
        )
        return
    print("| what | found | goal |\n| - | - | - |")
    for row in rows():
        print("| " + " | ".join(row) + " |", flush=True)


def rows() -> Iterator[Row]:
    """The table, with Sudachi where it is installed and without."""
    absent = [str(path) for path in (NEWSLETTER, GOLD, PAIRS, MINUTES) if not path.exists()]
    if absent:
        sys.exit(f"not here: {', '.join(absent)}")
    ways = [tokens.splitter()]
    with patch.object(tokens, "_sudachi", lambda: None):
        ways += [tokens.splitter()] if ways[0].name != "bigrams" else []
    for way in ways:
        with patch("argmap.drafting.build.splitter", lambda way=way: way):
            yield from newsletter(way.name)
        yield from pairs(way)
    yield from speed()


def drafted(path: Path) -> Draft:
    """A file from bytes to draft."""
    return draft(outline(read(path)))


def read(path: Path) -> Document:
    """A document by the first reader that knows its format; text when none does."""
    data = path.read_bytes()
    fitting = [READERS[name] for name in READERS if name != "text" and READERS[name].fits(data, path.name)]
    return (fitting[0] if fitting else READERS["text"]).read(data, path.name, None)


def newsletter(way: str) -> Iterator[Row]:
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


def pairs(way: tokens.Splitter) -> Iterator[Row]:
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


def speed() -> Iterator[Row]:
    """A megabyte of minutes, and two, each in a process of its own."""
    with tempfile.TemporaryDirectory(prefix="argmap-bench-") as folder:
        for size in (MEGABYTE, 2 * MEGABYTE):
            path = Path(folder) / f"minutes-{size}.json"
            path.write_text(minutes(size), encoding="utf-8")
            took = run(
                [sys.executable, str(Path(__file__).resolve()), "--draft", str(path)],
                folder=Path(folder),
                limit=300,
            )
            yield (
                f"{size / MEGABYTE:.0f} MB of minutes",
                f"{took.wall:.1f} s, {took.cpu:.1f} s of CPU, {took.memory:.0f} MB ({took.last_line})",
                "10 s, 500 MB for 1 MB",
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


if __name__ == "__main__":
    main()
