"""A draft into a debate file that is there already: what a person decided stays, what nobody touched is brought up to date.

Confirmed and edited entries stay as they are. What was refused, or taken out by hand, does not come back. A candidate
that is still as it was proposed follows the document, and goes when the document no longer gives rise to it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from argmap.diagnostics import Path
from argmap.drafting.debate import CANDIDATE, DebateData, Entry
from argmap.drafting.entries import ORDER, as_proposed, by_target, entries, listed, mark, own, title, wide
from argmap.drafting.matching import Mark, match
from argmap.drafting.record import Record, Refused, RefusedLink, Seen
from argmap.loading.changes import Changes
from argmap.model import LINKS, SECTIONS
from argmap.model.ids import unused

_HALF = 0.5  # so many of a document's quotes must stand in another one for it to be the same, corrected


@dataclass(frozen=True, kw_only=True)
class Merged:
    """What is to be changed in the file, what is to be remembered, and how many entries and links were what.

    `source` is the id of the document's source in the file.
    """

    changes: Changes
    record: Record
    source: str
    added: int
    updated: int
    removed: int


def merge(present: DebateData, record: Record, proposed: DebateData, *, sha256: str) -> Merged:
    """Bring a debate file up to date with a new draft.

    Args:
        present: the debate file as it was read, as plain data; empty for a new file.
        record: what was proposed and refused before.
        proposed: what the document gives now (`debate_data`).
        sha256: the document's fingerprint.
    """
    merger = _Merger(present, record, deepcopy(proposed))
    merger.run()
    seen = Seen(file=merger.new["sources"][merger.source]["file"], sha256=sha256, proposed=merger.new)
    return Merged(
        changes=merger.changes,
        record=Record(
            documents={**record.documents, merger.source: seen},
            refused=tuple(merger.refused.values()),
            refused_links=tuple(merger.refused_links),
        ),
        source=merger.source,
        added=merger.counts["added"],
        updated=merger.counts["updated"],
        removed=merger.counts["removed"],
    )


@dataclass
class _Merger:
    present: DebateData
    record: Record
    new: DebateData
    source: str = ""
    changes: dict[Path, Any] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.refused = {one.id: one for one in self.record.refused}
        self.refused_links = dict.fromkeys(self.record.refused_links)
        self.here = {local: (section, entry) for section, local, entry in entries(self.present)}

    def run(self) -> None:
        self._recognise_source()
        self.base = {local: entry for _, local, entry in entries(self.old)}
        self._take_known_ids()
        self._take_known_names("parties", "by")
        self._take_known_names("groups", "group")
        self._head()
        self._forget_what_was_refused()
        for section, local, entry in entries(self.new):
            self._entry(section, local, entry)
        self._leave_out_what_is_gone()

    # Which document, which entry

    def _recognise_source(self) -> None:
        """The id of the document's source: the same document, or a corrected copy of it, keeps its id."""
        ((given, source),) = self.new["sources"].items()
        self.source = self._known_source(source) or unused(given, self.present.get("sources", {}))
        self.new["sources"] = {self.source: source}
        for _, _, entry in entries(self.new):
            entry["source"]["in"] = self.source
        seen = self.record.documents.get(self.source)
        self.old: DebateData = deepcopy(seen.proposed) if seen else {}

    def _known_source(self, source: Entry) -> str | None:
        documents = self.record.documents
        for known, seen in documents.items():
            if seen.file == source["file"]:
                return known
        quotes = {mark(entry).place for _, _, entry in entries(self.new)} - {""}
        for known, seen in documents.items():
            before = {mark(entry).place for _, _, entry in entries(seen.proposed)} - {""}
            if before and len(before & quotes) >= _HALF * len(before):
                return known
        for known, one in self.present.get("sources", {}).items():
            if known not in documents and one.get("file") == source["file"]:
                return known
        return None

    def _take_known_ids(self) -> None:
        known = {local: mark(entry) for local, (_, entry) in self.here.items()}
        known |= {local: mark(entry) for local, entry in self.base.items()}
        known |= {local: Mark(one.text, one.quote) for local, one in self.refused.items()}
        found = {local: mark(entry) for _, local, entry in entries(self.new)}
        names = match(found, known)
        taken = set(known) | set(names.values())
        for local in found:
            if local not in names:
                names[local] = unused(local, taken)
                taken.add(names[local])
        for section in SECTIONS:
            self.new[section] = {names[local]: entry for local, entry in self.new.get(section, {}).items()}
        for _, _, entry in entries(self.new):
            for key, target in LINKS.items():
                for link in entry.get(key, ()):
                    link[target] = names.get(link[target], link[target])
                    if "with" in link:
                        link["with"] = [names.get(other, other) for other in link["with"]]

    def _take_known_names(self, section: str, key: str) -> None:
        """Parties and groups under the ids that a person gave them."""
        votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for _, local, entry in entries(self.new):
            now = self.here[local][1] if local in self.here else {}
            if key in entry and key in now:
                votes[entry[key]][now[key]] += 1
        present, given = self.present.get(section, {}), self.new.get(section, {})
        by_title = {title(item): local for local, item in present.items()}
        names = {}
        for local, item in given.items():
            likely = (*(name for name, _ in votes[local].most_common(1)), local)
            names[local] = next(
                (name for name in likely if name in present), by_title.get(title(item), local)
            )
        self.new[section] = {names[local]: item for local, item in given.items()}
        for entry in (*(entry for _, _, entry in entries(self.new)), *self.base.values()):
            if key in entry:
                entry[key] = names.get(entry[key], entry[key])

    def _head(self) -> None:
        """Title, parties, groups and the source, where the file has none of them."""
        if not self.present.get("debate"):
            self.changes["debate",] = self.new["debate"]
        for section in ("parties", "groups", "sources"):
            for local, item in self.new.get(section, {}).items():
                if local not in self.present.get(section, {}):
                    self.changes[section, local] = item
        was = self.old.get("sources", {}).get(self.source, {})
        here = self.present.get("sources", {}).get(self.source, {})
        for key, value in self.new["sources"][self.source].items():
            if key in was and was[key] == here.get(key) != value:
                self.changes["sources", self.source, key] = value

    # Entries

    def _forget_what_was_refused(self) -> None:
        """Leave out of the finds what was refused; what was taken out by hand was refused too."""
        for section, local, _ in list(entries(self.new)):
            if local in self.here:
                continue
            if local in self.base:
                known = mark(self.base[local])
                self.refused.setdefault(local, Refused(id=local, text=known.text, quote=known.quote))
            if local in self.refused:
                del self.new[section][local]

    def _entry(self, section: str, local: str, entry: Entry) -> None:
        links = {key: self._wanted(local, key, entry) for key in LINKS if key in entry}
        fresh = {key: value for key, value in entry.items() if key not in LINKS}
        filled = {key: items for key, items in links.items() if items}
        if section == "rebuttals" and "rebuts" not in filled:
            section = "claims"  # its targets were refused
        if local not in self.here:
            self._put(section, local, fresh | filled, "added")
            return
        here_section, here = self.here[local]
        before = self.base.get(local, {})
        untouched = here.get("review") == CANDIDATE and own(here) == own(before)
        if untouched and here_section != section and as_proposed(here, before):
            self.changes[here_section, local] = None
            self._put(section, local, fresh | filled, "updated")
            return
        if untouched:
            was, now = own(here), own(entry)
            changed = [key for key in ORDER if was.get(key) != now.get(key)]
            self.changes |= {(here_section, local, key): entry.get(key) for key in changed}
            self.counts["updated"] += bool(changed)
        for key in LINKS:
            self._link_list(here_section, local, key, links.get(key, []))

    def _put(self, section: str, local: str, entry: Entry, count: str) -> None:
        self.changes[section, local] = {key: entry[key] for key in ORDER if key in entry}
        self.counts[count] += 1

    def _wanted(self, local: str, key: str, entry: Entry) -> list[Entry]:
        """The links of a find that nobody has refused, to what nobody has refused."""
        wanted = []
        for link in entry[key]:
            target = link[LINKS[key]]
            refused = RefusedLink(from_=local, key=key, to=target)
            now, before = self._targets(self.here, local, key), by_target(self.base.get(local, {}), key)
            if local in self.here and target in before and target not in now and target in self.here:
                self.refused_links[refused] = None
            if target not in self.refused and refused not in self.refused_links:
                wanted.append(link)
        return wanted

    @staticmethod
    def _targets(here: Mapping[str, tuple[str, Entry]], local: str, key: str) -> Mapping[str, Any]:
        return by_target(here[local][1], key) if local in here else {}

    def _link_list(self, section: str, local: str, key: str, wanted: list[Entry]) -> None:
        """The links of one key: new ones at the end, untouched ones as they are now, or away when they are gone."""
        here = self.here[local][1]
        items = listed(here, key)
        before = by_target(self.base.get(local, {}), key)
        now = {link[LINKS[key]]: link for link in wanted}
        gone = []
        for position, item in enumerate(items):
            link = wide(item, key)
            target = link[LINKS[key]]
            untouched = link.get("review") == CANDIDATE and before.get(target) == link
            if untouched and target not in now:
                gone.append(position)
            elif untouched and now[target] != link:
                self.changes[section, local, key, position] = now[target]
                self.counts["updated"] += 1
        new = [link for target, link in now.items() if target not in by_target(here, key)]
        if section == "rebuttals" and key == "rebuts" and len(gone) == len(items) and not new:
            gone = []  # a rebuttal must attack something
        self.counts["removed"] += len(gone)
        self.counts["added"] += len(new)
        if not items and new:
            self.changes[section, local, key] = new
        elif items and len(gone) == len(items):
            self.changes[section, local, key] = new or None
        else:
            self.changes |= {(section, local, key, position): None for position in gone}
            self.changes |= {(section, local, key, len(items) + more): link for more, link in enumerate(new)}

    def _leave_out_what_is_gone(self) -> None:
        """Candidates of this document that it no longer gives rise to, unless something that stays refers to them."""
        found = {local for _, local, _ in entries(self.new)}
        idle = {
            local: section
            for local, (section, entry) in self.here.items()
            if local in self.base and local not in found and self._untouched(local, entry)
        }
        while (
            kept := {target for local in self.here.keys() - idle.keys() for target in self._refers(local)}
            & idle.keys()
        ):
            for local in kept:
                del idle[local]
        for local, section in idle.items():
            self.changes[section, local] = None
            self.counts["removed"] += 1

    def _untouched(self, local: str, entry: Entry) -> bool:
        base = self.base[local]
        return entry.get("review") == CANDIDATE and own(entry) == own(base) and as_proposed(entry, base)

    def _refers(self, local: str) -> Iterator[str]:
        """What an entry refers to once the changes are made."""
        section, entry = self.here[local]
        yield from entry.get("about", ())
        if self.changes.get((section, local), entry) is None:
            return  # it has moved to another section, with today's links
        for key, target in LINKS.items():
            for position, item in enumerate(listed(entry, key)):
                whole = self.changes.get((section, local, key), item)
                if whole is item and self.changes.get((section, local, key, position), item) is not None:
                    link = wide(item, key)
                    yield link[target]
                    yield from link.get("with", ())
