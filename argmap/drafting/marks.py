"""Where somebody begins to speak: the labels of newsletters and the headers of minutes."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from argmap.drafting.headers import Mark, headers_of, titles_of
from argmap.drafting.labels import Label, label_at, letters_of
from argmap.drafting.positions import name_of, presides_over, role_of
from argmap.ingest import Role

_BUBBLE = re.compile(
    r'<(?P<tag>div|p|section|blockquote|li)\b(?=[^<>]{0,300}\bdata-speaker="(?P<who>[^"<>]{1,60})")[^<>]{0,400}>'
)
_ARROW = re.compile(r"\s*(?:→|⇒|➡|➔)\s*")
_LOOK = 120
_FEW = 2
_LONGEST_ARROW = 400
_LEAST_ASKED = 4
_BY_SIGN: dict[str, Role] = {"◆": "question", "◎": "answer"}


def marks_of(text: str, lines: Sequence[tuple[int, int]]) -> list[Mark]:
    """Every mark of a text, in order: of the first kind that it has of bubbles, headers and labels, plain names, arrows."""
    return _bubbles(text) or _headers_and_labels(text, lines) or _bare(text, lines) or _arrows(text, lines)


def with_roles(marks: Sequence[Mark]) -> list[Mark]:
    """The marks, each with a role: what a sign or a title stands for is decided over the whole document."""
    titled = [role_of(_title(mark)) or role_of(mark.speaker) for mark in marks]
    by_sign: defaultdict[str, Counter[Role]] = defaultdict(Counter)
    chairs: Counter[str] = Counter()
    for mark, role in zip(marks, titled, strict=True):
        if role is not None:
            by_sign[mark.sign][role] += 1
        if role == "chair" and _BY_SIGN.get(mark.sign) != "question":
            chairs[presides_over(_title(mark))] += 1
    presiding = max(chairs, key=lambda title: (chairs[title], title)) if chairs else ""
    debate = any(role in {"answer", "chair", "question"} for role in titled)
    return [
        mark
        if mark.role
        else replace(mark, role=_settled(mark, role, by_sign[mark.sign], presiding, debate=debate))
        for mark, role in zip(marks, titled, strict=True)
    ]


def _settled(mark: Mark, role: Role | None, of_sign: Counter[Role], presiding: str, *, debate: bool) -> Role:
    if role == "chair":
        if _BY_SIGN.get(mark.sign) == "question" and of_sign["question"] > of_sign["chair"]:
            return "question"  # a member who happens to chair something else
        return "chair" if presides_over(_title(mark)) == presiding else "other"
    if role is not None:
        return role
    if mark.sign in _BY_SIGN:
        common = of_sign.most_common(1)
        return common[0][0] if common else _BY_SIGN[mark.sign]
    if _title(mark) not in {"", mark.speaker.strip("（）()")}:
        return "answer"
    return "question" if debate else "other"


def _title(mark: Mark) -> str:
    """Of the words for a speaker those that hold the title: before the brackets, or all of them."""
    speaker = name_of(mark.title) or mark.speaker
    before, bracket, _ = speaker.replace("(", "（").partition("（")
    return before if bracket and before else speaker.strip("（）()")


def _headers_and_labels(text: str, lines: Sequence[tuple[int, int]]) -> list[Mark]:
    headers = headers_of(text, lines)
    if len(headers) > 1 and len({mark.speaker for mark in headers}) > 1:
        return headers
    bare = titles_of(text, lines)
    letters = letters_of(text, lines, titles=bool(bare))
    labels = [found for line in lines for found in label_at(text, line, letters)]
    found = [_from_label(label) for label in labels]
    if any(mark.role == "question" for mark in found) and not any(mark.role == "answer" for mark in found):
        headers = [*headers, *bare]
    taken = {mark.start for mark in found}
    return sorted(
        [*found, *(mark for mark in headers if mark.start not in taken)], key=lambda mark: mark.start
    )


def _from_label(label: Label) -> Mark:
    return Mark(start=label.start, body=label.end, role=label.role, speaker=name_of(label.speaker))


def _bubbles(text: str) -> list[Mark]:
    """Elements of HTML that name their speaker."""
    found = []
    behind = 0
    for match in _BUBBLE.finditer(text):
        if match.start() < behind:
            continue
        behind = _element_end(text, match.end(), match["tag"])
        found.append(
            Mark(start=match.start(), body=match.end(), end=behind, speaker=name_of(match["who"]), exact=True)
        )
    return found


def _element_end(text: str, start: int, tag: str) -> int:
    depth = 1
    for match in re.compile(rf"<(/?){tag}\b").finditer(text, start):
        depth += -1 if match[1] else 1
        if depth == 0:
            return match.start()
    return len(text)


def _bare(text: str, lines: Sequence[tuple[int, int]]) -> list[Mark]:
    """Names and titles alone, when at least two speak and three times in all."""
    found = titles_of(text, lines)
    return found if len(found) > _FEW and len({mark.speaker for mark in found}) > 1 else []


def _arrows(text: str, lines: Sequence[tuple[int, int]]) -> list[Mark]:
    """Lines that give a question and, behind an arrow, its answer."""
    return [mark for line in lines for mark in _arrow(text, line)]


def _arrow(text: str, line: tuple[int, int]) -> Iterator[Mark]:
    start, end = line
    if end - start > _LONGEST_ARROW:
        return
    found = list(_ARROW.finditer(text, start, end))
    if len(found) == 1 and found[0].start() - start >= _LEAST_ASKED and end - found[0].end() >= _FEW:
        yield Mark(start=start, body=start, end=found[0].start(), role="question", exact=True)
        yield Mark(start=found[0].start(), body=found[0].end(), end=end, role="answer", exact=True)


def closed(marks: Sequence[Mark], end: int) -> list[Mark]:
    """The marks, each with its end: at the latest where the next begins."""
    starts = [mark.start for mark in marks[1:]] + [end]
    return [
        replace(mark, end=max(mark.body, min(stop, end if mark.end is None else mark.end)))
        for mark, stop in zip(marks, starts, strict=True)
    ]
