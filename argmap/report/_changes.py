"""What a report says of a difference: a headline, and then its parts, each with its entries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from argmap.comparison import Difference, Edit, Item, Tie
from argmap.comparison.edits import said_of
from argmap.comparison.sentences import Turn, turns
from argmap.comparison.words import field_words
from argmap.diagnostics import Lang, Words
from argmap.model import ROLE_WORDS, Statement

SIGNS = {"added": "＋", "removed": "−", "changed": "≠", "fell": "↓", "rose": "↑", "turned": "⇒"}
"""What became of something, in one sign."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that changed.

    Attributes:
        sign: what became of it, in one sign.
        name: what it is called; empty for a relation.
        text: the words it says, or the sentence that tells of it.
        status: its status, before and after where it is another one; empty where it has none.
        below: what else is told of it, a line each.
    """

    sign: str
    name: str
    text: str
    status: str = ""
    below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Entries under a heading."""

    title: Words
    entries: tuple[Entry, ...]


def headline(difference: Difference) -> Words:
    """All in one line: the sentence, where everything that turned did so for the same causes; else how much changed."""
    told = turns(difference)
    if len(told) == 1 or (told and difference.edits == 1):
        more = len(told) - 1
        return Words(
            en=told[0].words.en + (f" ({more} more below.)" if more else ""),
            ja=told[0].words.ja + (f"（ほか{more}件は下に）" if more else ""),
        )
    counts = [(words, number) for words, number in _counts(difference) if number]
    if not counts:
        return _NOTHING
    en = ", ".join(f"{words.en} {number}" for words, number in counts)
    ja = "、".join(f"{words.ja}{number}件" for words, number in counts)
    if not told:
        return Words(en=f"No verdict changed; {en}.", ja=f"判定は変わっていない。{ja}。")
    fell, rose = (sum(1 for one in difference.turned if one.direction == way) for way in ("fell", "rose"))
    whole = len(difference.turned)
    verdicts = Words(en="verdict" if whole == 1 else "verdicts", ja="")
    return Words(
        en=f"{whole} {verdicts.en} changed ({fell} fell, {rose} rose); {en}.",
        ja=f"{whole}件の判定が変わった（弱くなった {fell}件、強くなった {rose}件）。{ja}。",
    )


def parts(difference: Difference, lang: Lang) -> tuple[Part, ...]:
    """The parts of a report that have entries: what turned and why, and everything that was written otherwise."""
    told, turned = _Told(difference, lang), turns(difference)
    found = (
        Part(title=_TURNED, entries=tuple(told.turn(turn, alone=len(turned) == 1) for turn in turned)),
        Part(title=_ADDED, entries=tuple(map(told.item, difference.of_change("added")))),
        Part(title=_REMOVED, entries=tuple(map(told.item, difference.of_change("removed")))),
        Part(title=_REWRITTEN, entries=tuple(map(told.rewritten, difference.of_change("changed")))),
        Part(title=_TIES, entries=tuple(told.tie(tie) for tie in difference.changed_ties)),
        Part(title=_DEBATES, entries=tuple(told.debates())),
    )
    return tuple(part for part in found if part.entries)


def _counts(difference: Difference) -> Iterator[tuple[Words, int]]:
    yield Words(en="added", ja="追加"), len(difference.of_change("added"))
    yield Words(en="removed", ja="削除"), len(difference.of_change("removed"))
    yield Words(en="rewritten", ja="書き換え"), len(difference.of_change("changed"))
    yield Words(en="relations changed", ja="関係の変更"), len(difference.changed_ties)
    heads = sum(len(pair.edits) + ((pair.old is None) != (pair.new is None)) for pair in difference.debates)
    yield Words(en="changes to the debates", ja="討論の見出しなどの変更"), heads


class _Told:
    """Entries in one language."""

    def __init__(self, difference: Difference, lang: Lang) -> None:
        self.difference = difference
        self.lang: Lang = lang
        self.several = len(difference.debates) > 1

    def say(self, words: Words) -> str:
        return words.say(self.lang)

    def name(self, item: Item) -> str:
        """The id; with the debate where there are several."""
        return item.key if self.several else item.key.rpartition("#")[2]

    def turn(self, turn: Turn, *, alone: bool) -> Entry:
        """What turned; the sentence that tells of all that did is the headline already."""
        first = turn.items[0]
        names = ", ".join(self.name(item) for item in turn.items)
        return Entry(
            sign=SIGNS[first.direction or "turned"],
            name=names,
            text="" if alone else self.say(turn.words),
            status=self.status(first),
        )

    def status(self, item: Item) -> str:
        shown = [each.status for each in (item.old, item.new) if each]
        return " → ".join(dict.fromkeys(f"{one.sign} {self.say(one.words)}" for one in shown))

    def item(self, item: Item) -> Entry:
        """What was added or removed, and its relations."""
        said = said_of(item.shown)
        role = self.say(ROLE_WORDS[said.role if isinstance(said, Statement) else said.kind])
        who = " · ".join(filter(None, (self.name(item), role, item.shown.debate.party_name(said.by))))
        return Entry(
            sign=SIGNS[item.change or "changed"],
            name=who,
            text=said.text,
            status=self.status(item),
            below=tuple(self.does(tie) for tie in self.difference.ties_of(item)),
        )

    def does(self, tie: Tie) -> str:
        """A relation, without its source."""
        target = self.name(self.difference.item[tie.target])
        if tie.kind == "undercuts":
            target = f"({self.names(tie.premises)} → {target})"
        return f"{self.say(_DOES[tie.kind])} → {target}"

    def names(self, keys: Sequence[str]) -> str:
        return " + ".join(self.name(self.difference.item[key]) for key in keys)

    def rewritten(self, item: Item) -> Entry:
        """What is on both sides and written otherwise."""
        texts = [edit for edit in item.edits if edit.field == "text"]
        rest = [edit for edit in item.edits if edit.field != "text"]
        below = [f"{SIGNS['removed']} {_one_line(edit.old)}" for edit in texts]
        return Entry(
            sign=SIGNS["changed"],
            name=self.name(item),
            text=said_of(item.shown).text,
            status=self.status(item) if item.turned else "",
            below=(*below, *map(self.edit, rest)),
        )

    def edit(self, edit: Edit) -> str:
        colon = "：" if self.lang == "ja" else ": "
        return f"{self.say(field_words(edit))}{colon}{_one_line(edit.old)} → {_one_line(edit.new)}"

    def tie(self, tie: Tie) -> Entry:
        names = self.names(tie.premises if tie.kind == "supports" else (tie.source,))
        extents = [_EXTENTS[one] for one in (tie.old, tie.new) if one and tie.change == "changed"]
        how = " → ".join(self.say(one) for one in extents)
        return Entry(
            sign=SIGNS[tie.change or "changed"],
            name=f"{names} {self.does(tie)}",
            text=how,
        )

    def debates(self) -> Iterator[Entry]:
        for pair in self.difference.debates:
            if pair.old is None or pair.new is None:
                sign = SIGNS["added" if pair.old is None else "removed"]
                yield Entry(sign=sign, name=pair.shown.id, text=pair.shown.title)
            elif pair.edits or pair.old.id != pair.new.id:
                renamed = [f"{pair.old.id} → {pair.new.id}"] if pair.old.id != pair.new.id else []
                below = (*renamed, *map(self.edit, pair.edits))
                yield Entry(sign=SIGNS["changed"], name=pair.new.id, text=pair.new.title, below=below)


def _one_line(text: str | None) -> str:
    return "–" if text is None else " ".join(text.split())


_NOTHING = Words(en="Nothing changed.", ja="変わったことはない。")
_TURNED = Words(en="Verdicts that changed", ja="変わった判定")
_ADDED = Words(en="Added", ja="追加")
_REMOVED = Words(en="Removed", ja="削除")
_REWRITTEN = Words(en="Rewritten", ja="書き換え")
_TIES = Words(en="Relations", ja="関係")
_DEBATES = Words(en="Debates", ja="討論")
_DOES: Mapping[str, Words] = {
    "rebuts": Words(en="rebuts", ja="反論"),
    "undercuts": Words(en="attacks the step", ja="つながりを崩す"),
    "supports": Words(en="supports", ja="支え"),
    "backs": Words(en="backs", ja="裏づけ"),
    "answers": Words(en="answers", ja="答え"),
    "about": Words(en="is what the question is about", ja="質問の対象"),
}
_EXTENTS: Mapping[str, Words] = {
    "full": Words(en="in full", ja="全部"),
    "partial": Words(en="in part", ja="一部だけ"),
    "evasive": Words(en="evasively", ja="正面から答えない"),
}
