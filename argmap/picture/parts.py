"""Pictures in parts: where a relation leaves a part, a reference stands for its other end."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from argmap.picture import words
from argmap.picture.boxes import counts, group_title, reference_box, references_box
from argmap.picture.legend import only
from argmap.picture.values import Box, Group, Line, Picture, Stack


def cut_between_groups(picture: Picture) -> Picture:
    """The picture with references where relations run from one group to another."""
    titles = {group.id: group.name for group in picture.groups}

    def where(part: str) -> str:
        if not part:
            return words.NO_GROUP.say(picture.lang)
        return words.GROUP.say(picture.lang).format(titles[part])

    return cut(picture, {box.key: box.group or "" for box in picture.boxes}, where)


def near(picture: Picture, keys: Collection[str]) -> Picture:
    """The picture with some boxes, what they are joined with, and no more: enough to see how large a part would be."""
    touching = [line for line in picture.lines if line.source in keys or line.target in keys]
    ends = {end for line in touching for end in (line.source, line.target)}
    steps = ends - picture.box.keys()
    lines = [line for line in picture.lines if {line.source, line.target} & steps]
    lines = list({line.key: line for line in (*touching, *lines)}.values())
    wanted = {*keys, *ends, *(end for line in lines for end in (line.source, line.target))}
    return replace(
        picture,
        boxes=tuple(box for box in picture.boxes if box.key in wanted),
        junctions=tuple(junction for junction in picture.junctions if junction.key in wanted),
        lines=tuple(lines),
        stacks=tuple(
            replace(stack, boxes=tuple(key for key in stack.boxes if key in wanted))
            for stack in picture.stacks
            if any(key in wanted for key in stack.boxes)
        ),
    )


def split(picture: Picture, homes: Mapping[str, str], where: Callable[[str], str]) -> dict[str, Picture]:
    """One picture for each part, with references where relations run from one part to another.

    Args:
        picture: the whole.
        homes: the part of every box.
        where: how a reference names a part.
    """
    whole = cut(picture, homes, where)
    home = {box.key: homes.get(box.key) or box.key.rpartition("@")[2] for box in whole.boxes}
    home |= {line.target: home[line.source] for line in whole.lines if line.target not in whole.box}
    members: defaultdict[str, list[Box]] = defaultdict(list)
    lines: defaultdict[str, list[Line]] = defaultdict(list)
    for box in whole.boxes:
        members[home[box.key]].append(box)
    for line in whole.lines:
        lines[home[line.source]].append(line)
    parts_of_group: defaultdict[str, list[str]] = defaultdict(list)
    for part in dict.fromkeys(homes.values()):
        for group in {box.group for box in members[part] if box.group}:
            parts_of_group[group].append(part)
    return {
        part: replace(
            whole,
            boxes=tuple(members[part]),
            junctions=tuple(each for each in whole.junctions if home.get(each.key) == part),
            lines=tuple(lines[part]),
            stacks=tuple(stack for stack in whole.stacks if home[stack.boxes[0]] == part),
            groups=tuple(
                _piece(group, parts_of_group[group.id], part, members[part], picture)
                for group in whole.groups
                if part in parts_of_group[group.id]
            ),
            legend=only(whole.legend, members[part], lines[part]),
        )
        for part in dict.fromkeys(homes.values())
    }


def _piece(group: Group, parts: Sequence[str], part: str, boxes: Sequence[Box], picture: Picture) -> Group:
    """The group as one of several parts shows it: `個人情報の安全性（1/3）`, and how many of what are there."""
    if len(parts) == 1:
        return group
    nth = words.NTH.say(picture.lang).format(parts.index(part) + 1, len(parts))
    name = group.name + nth
    inside = (box for box in boxes if box.group == group.id)
    return replace(group, name=name, title=group_title(name), counts=counts(inside, picture.lang))


def cut(picture: Picture, homes: Mapping[str, str], where: Callable[[str], str]) -> Picture:
    """The picture with references where relations run from one part to another.

    Args:
        picture: the whole.
        homes: the part of every box; a stack whose boxes are in several parts becomes several stacks.
        where: how a reference names a part.
    """
    cutter = _Cutter(picture, homes, where)
    lines = {line.key: line for each in picture.lines for line in cutter.cut(each)}
    return replace(
        picture,
        boxes=(*picture.boxes, *cutter.references.values()),
        lines=tuple(line for _, line in sorted(lines.items())),
        stacks=tuple(part for stack in picture.stacks for part in _parted(stack, homes, picture)),
    )


class _Cutter:
    """Cuts lines, and gathers the references that stand for their far ends."""

    def __init__(self, picture: Picture, homes: Mapping[str, str], where: Callable[[str], str]) -> None:
        self.picture = picture
        self.where = where
        self.references: dict[str, Box] = {}
        self.group = {box.key: box.group for box in picture.boxes}
        self.group |= {junction.key: junction.group for junction in picture.junctions}
        self.premise: dict[str, str] = {}  # of a junction: it is where its first premise is
        for line in picture.lines:
            if line.target not in picture.box and line.kind == "supports":
                self.premise.setdefault(line.target, line.source)
        self.home = {**homes, **{junction: homes[premise] for junction, premise in self.premise.items()}}
        meetings: Counter[tuple[str, str]] = Counter()
        likes: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
        for line in picture.lines:
            if self.home[line.source] != self.home[line.target]:
                for local, far in ((line.source, line.target), (line.target, line.source)):
                    meetings[self.meant(far), self.home[local]] += 1
                    likes[self.like(line, local, far)].add(self.meant(far))
        self.shared = {
            like: tuple(sorted(far_ends))
            for like, far_ends in likes.items()
            if len(far_ends) > 1 and all(meetings[end, self.home[like[0]]] == 1 for end in far_ends)
        }
        """Of what one reference stands for: boxes that all do the same to the same, and nothing else here."""

    def cut(self, line: Line) -> tuple[Line, ...]:
        """The line as it is, or one to the reference to its far end on either side of the cut."""
        source, target = line.source, line.target
        if self.home[source] == self.home[target]:
            return (line,)
        return (
            _changed(line, source, self.beside(line, source, target), head=True),
            _changed(line, self.beside(line, target, source), target, head=line.head),
        )

    def meant(self, key: str) -> str:
        """The box that a reference to a box or junction names."""
        return self.premise.get(key, key)

    def like(self, line: Line, local: str, far: str) -> tuple[str, ...]:
        """What lines have in common that one reference can stand for."""
        meant = self.picture.box[self.meant(far)]
        toward = "to" if line.source == local else "from"
        return (local, toward, line.kind, line.extent, meant.role, self.home[far])

    def beside(self, line: Line, local: str, far: str) -> str:
        """The key of the reference to the far end, drawn beside the local one."""
        lang, group, home = self.picture.lang, self.group[local], self.home[local]
        like = self.like(line, local, far)
        where = self.where(self.home[far])
        meant = self.picture.box[self.meant(far)]
        if like in self.shared:
            key = f"{'_'.join(like)}@{group or ''}@{home}"
            says = words.counted(meant.role, len(self.shared[like]), lang)
            self.references[key] = references_box(key, says, self.shared[like], where, group, lang)
        else:
            key = f"{meant.key}@{group or ''}@{home}"
            self.references[key] = reference_box(meant, key, where, group, lang)
        return key


def _changed(line: Line, source: str, target: str, *, head: bool) -> Line:
    return replace(line, key=f"{source} {line.kind} {target}", source=source, target=target, head=head)


def _parted(stack: Stack, home: Mapping[str, str], picture: Picture) -> list[Stack]:
    """One stack for each part that boxes of a stack are in."""
    parts: defaultdict[str, list[str]] = defaultdict(list)
    for key in stack.boxes:
        parts[home[key]].append(key)
    return [
        replace(stack, key=keys[0], count=words.pieces(len(keys), picture.lang), boxes=tuple(keys))
        for keys in parts.values()
    ]
