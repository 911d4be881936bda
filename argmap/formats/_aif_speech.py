"""Locutions and what joins them -> who says what in which words, what is asked, and what answers it.

A locution `L` is `Speaker : words`; an illocutionary relation `YA` says what it does (asserting, asking) with which
statement; a transition `TA` says to which locution it reacts (Budzynska and Reed 2011).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from argmap.diagnostics import Words
from argmap.formats._aif_graph import Graph, Kind
from argmap.formats._names import clean

ASSERTING = "Asserting"
ASKING = "Pure Questioning"
REQUESTING = "Requesting"
ABOUT = "About"
ANSWERS = {"Full Answer": "full", "Partial Answer": "partial", "Evasive Answer": "evasive"}

_ASKS = {"purequestioning", "requesting"}
_LATER = {"agreeing": 2, "disagreeing": 2, "challenging": 3, "purechallenging": 3, **dict.fromkeys(_ASKS, 3)}
_MOST = 20  # ends of a transition, and statements of a locution, that are joined: real files have one or two


@dataclass(frozen=True, slots=True)
class Said:
    """Who said a statement, in which words, and how (`Asserting`); the speaker is None where nobody is named."""

    speaker: str | None
    words: str
    form: str
    locution: str


@dataclass(slots=True)
class Speech:
    """What the locutions of a file say of its statements, by their ids.

    Attributes:
        said: how each statement is said; a statement without a locution is not in it.
        asked: the statements that are questions.
        requests: those of them that ask for no answer.
        answers: by statement, the questions that it answers, how far, and whether the file says that it does.
        about: by question, the statements that it is about.
    """

    said: dict[str, Said] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)
    requests: set[str] = field(default_factory=set)
    answers: dict[str, list[tuple[str, str, bool]]] = field(default_factory=dict)
    about: dict[str, list[str]] = field(default_factory=dict)


def speech(graph: Graph, heard: Mapping[str, tuple[str | None, str]]) -> Speech:
    """What the locutions of a graph say; whatever has no place in a debate is named in the graph.

    Args:
        graph: the graph.
        heard: by locution, who speaks and the words.
    """
    found = Speech()
    for node in graph.of_kind(Kind.STATEMENT):
        _say(graph, node.id, heard, found)
    by_locution: dict[str, list[str]] = {}
    for statement, said in found.said.items():
        by_locution.setdefault(said.locution, []).append(statement)
    for node in graph.of_kind(Kind.TRANSITION):
        _join(graph, node.id, by_locution, found)
    return found


def same_form(form: str) -> str:
    """The name of a form as it is compared: AIFdb writes `Pure Questioning` and `PureQuestioning`."""
    return "".join(form.lower().split())


def _say(graph: Graph, statement: str, heard: Mapping[str, tuple[str | None, str]], found: Speech) -> None:
    """Chooses the locution that puts a statement forward: who asserts it rather than who agrees or asks."""
    ways = [
        (_LATER.get(same_form(graph.nodes[ya].form), _first(graph.nodes[ya].form)), locution, ya)
        for ya in graph.before(statement, Kind.ILLOCUTION)
        for locution in graph.before(ya, Kind.LOCUTION)[:1]
    ]
    if not ways or not clean(graph.nodes[statement].text):
        return
    _, locution, ya = min(ways, key=lambda way: way[0])
    form = graph.nodes[ya].form
    speaker, words = heard[locution]
    found.said[statement] = Said(speaker, words, form, locution)
    graph.carry(locution, ya)
    graph.carry(ya, locution, statement)
    related = any(
        graph.before(statement, k) or graph.after(statement, k) for k in (Kind.SUPPORT, Kind.ATTACK)
    )
    if same_form(form) in _ASKS and not related:
        found.asked.add(statement)
        if same_form(form) == same_form(REQUESTING):
            found.requests.add(statement)
    elif form and same_form(form) != same_form(ASSERTING):
        graph.lose(ya, _way(form))


def _first(form: str) -> int:
    return 0 if same_form(form) in ("", "asserting") else 1


def _join(graph: Graph, transition: str, by_locution: Mapping[str, list[str]], found: Speech) -> None:
    """Reads a transition from a question to a statement as an answer, and what says so itself as what it says."""
    form = graph.nodes[transition].form
    extent = ANSWERS.get(form)
    ends = (graph.before(transition, Kind.LOCUTION)[:1], graph.after(transition, Kind.LOCUTION)[:_MOST])
    pairs = ((before, after) for before in ends[0] for after in ends[1])
    for before, after in pairs:
        earlier, later = by_locution.get(before, [])[:_MOST], by_locution.get(after, [])[:_MOST]
        for one, other in ((one, other) for one in earlier for other in later):
            if form == ABOUT and other in found.asked and one not in found.asked:
                found.about.setdefault(other, []).append(one)
            elif one in found.asked and other not in found.asked and (extent or _reply(found, one, other)):
                found.answers.setdefault(other, []).append((one, extent or "full", extent is not None))
            else:
                continue
            graph.carry(transition, before, after)


def _reply(found: Speech, question: str, statement: str) -> bool:
    """Whether a reaction to a question may be its answer: somebody else speaks."""
    return found.said[question].speaker != found.said[statement].speaker


def _way(form: str) -> Words:
    return Words(en=f"the way in which the statement is said: {form[:60]}", ja=f"発言のしかた: {form[:60]}")
