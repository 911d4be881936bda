"""What can be held together, for a terminal; and as the ICCMA competitions write it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from argmap.diagnostics import Lang, Words
from argmap.frameworks import Semantics, Task
from argmap.frameworks.told import Told
from argmap.report.text.columns import wrap
from argmap.report.text.style import printable

_NAMED = 40  # names in a list
_REASONED = 10  # arguments with a reason each
_WIDTH = 80
_EXTENSIONS = {
    Semantics.GROUNDED: Words(en="the grounded extension", ja="基礎拡張"),
    Semantics.COMPLETE: Words(en="complete extensions", ja="完全拡張"),
    Semantics.PREFERRED: Words(en="preferred extensions", ja="選好拡張"),
    Semantics.STABLE: Words(en="stable extensions", ja="安定拡張"),
    Semantics.SEMI_STABLE: Words(en="semi-stable extensions", ja="準安定拡張"),
    Semantics.IDEAL: Words(en="the ideal extension", ja="理想拡張"),
}
_ALWAYS = Words(en="In every extension", ja="どの拡張にも入る")
_SOMETIMES = Words(en="In some extension, not in all", ja="入る拡張と入らない拡張がある")
_NEVER = Words(en="In no extension", ja="どの拡張にも入らない")
_SOME = Words(en="In some extension", ja="いずれかの拡張に入る")
_NOT_ALWAYS = Words(en="Not in every extension", ja="入らない拡張がある")
_NO_EXTENSION = Words(
    en="There is no stable extension: nobody can take a side on everything. In every extension, then, is everything; in some, nothing.",
    ja="安定拡張は存在しない。すべてに決着をつける立場は取れない。このため「どの拡張にも入る」は全論証に、「いずれかに入る」は無に当てはまる。",
)
_EMPTY = Words(en="The framework has no arguments.", ja="論証が一つもない。")


def accepted(told: Told, lang: Lang) -> str:
    """What was asked, the answer in words, the reasons, and what proves it."""
    lines = list(_head(told, lang))
    if not told.names:
        lines.append(_EMPTY.say(lang))
    if not told.answer.exists:
        lines += wrap(_NO_EXTENSION.say(lang), _WIDTH)
    lines += _EXTENSION_TASKS[told.answer.question.task](told, lang)
    lines += wrap(_proof(told).say(lang), _WIDTH)
    return "".join(f"{line}\n" for line in lines)


def _head(told: Told, lang: Lang) -> Iterator[str]:
    attacks = sum(map(len, told.framework.targets))
    kind = _EXTENSIONS[told.answer.question.semantics]
    words = Words(
        en=f"{told.file}: {len(told.names):,} arguments, {attacks:,} attacks; {kind.en}",
        ja=f"{told.file}: 論証 {len(told.names):,}、攻撃 {attacks:,}。{kind.ja}",
    )
    yield printable(words.say(lang))


def _of_arguments(told: Told, lang: Lang) -> Iterator[str]:
    yield from _list_all(told, lang)
    reasoned = _reasoned(told)
    for number in reasoned[:_REASONED]:
        reason = told.reason(number)
        words = Words(en=f"{told.names[number]}: {reason.en}.", ja=f"{told.names[number]}：{reason.ja}。")
        for position, line in enumerate(wrap(printable(words.say(lang)), _WIDTH - 2)):
            yield f"{'  ' if position else '- '}{line}"
    if len(reasoned) > _REASONED:
        more = len(reasoned) - _REASONED
        yield Words(
            en=f"  and {more:,} more: ask for one with --argument",
            ja=f"  ほか {more:,} 件。--argument で一つずつ理由を示す",
        ).say(lang)
    if told.together is not None:
        names = [told.names[number] for number in told.asked]
        one, all_ = " and ".join(names), "、".join(names)
        yield from wrap(
            printable(
                Words(
                    en=f"Together: one extension holds {one}."
                    if told.together
                    else f"Together: nobody can defend {one} at once; no extension holds them all.",
                    ja=f"同時に：{all_} をすべて含む拡張がある。"
                    if told.together
                    else f"同時に：{all_} をともに守ることはできない。すべてを含む拡張はない。",
                ).say(lang)
            ),
            _WIDTH,
        )


def _reasoned(told: Told) -> Sequence[int]:
    """The arguments for which a reason is given: those asked about, or those on which the extensions differ."""
    if told.answer.question.arguments is not None or told.credulous is None or told.skeptical is None:
        return told.asked if told.answer.question.arguments is not None else []
    return [n for n in told.asked if told.credulous[n] and not told.skeptical[n]]


def _list_all(told: Told, lang: Lang) -> Iterator[str]:
    some, every = told.credulous, told.skeptical
    if some is not None and every is not None:
        if not told.answer.exists:
            return
        yield from _listed(_ALWAYS, [n for n in told.asked if every[n]], told, lang)
        yield from _listed(_SOMETIMES, [n for n in told.asked if some[n] and not every[n]], told, lang)
        yield from _listed(_NEVER, [n for n in told.asked if not some[n]], told, lang)
    elif some is not None:
        yield from _listed(_SOME, [n for n in told.asked if some[n]], told, lang)
        yield from _listed(_NEVER, [n for n in told.asked if not some[n]], told, lang)
    else:
        every = every or bytearray(len(told.names))
        yield from _listed(_ALWAYS, [n for n in told.asked if every[n]], told, lang)
        yield from _listed(_NOT_ALWAYS, [n for n in told.asked if not every[n]], told, lang)


def _listed(title: Words, numbers: Sequence[int], told: Told, lang: Lang) -> Iterator[str]:
    yield from _names(f"{title.say(lang)} ({len(numbers):,})", [told.names[n] for n in numbers], lang)


def _names(title: str, names: Sequence[str], lang: Lang) -> Iterator[str]:
    """A title and names, the first of them; all are in the JSON."""
    shown = ", ".join(names[:_NAMED])
    more = len(names) - _NAMED
    rest = Words(en=f" and {more:,} more", ja=f" ほか {more:,} 件").say(lang) if more > 0 else ""
    text = f"{title}: {shown}{rest}" if names else title
    for position, line in enumerate(wrap(printable(text), _WIDTH - 2)):
        yield f"{'  ' if position else ''}{line}"


def _of_extension(told: Told, lang: Lang) -> Iterator[str]:
    labels = told.answer.extension()
    if labels is not None:
        held = told.held(labels)
        title = Words(en="An extension", ja="拡張の一つ").say(lang)
        yield from _names(f"{title} ({len(held):,})", held, lang)


def _of_extensions(told: Told, lang: Lang) -> Iterator[str]:
    most = told.answer.question.most
    for count, labels in enumerate(told.answer.extensions(), 1):
        held = told.held(labels)
        yield from _names(f"{count} ({len(held):,})", held, lang)
    if not told.answer.whole:
        yield from wrap(
            Words(
                en=f"There are more: the list ends after {most:,}. --most makes it longer.",
                ja=f"ほかにもある。{most:,} 件で打ち切った。--most で増やせる。",
            ).say(lang),
            _WIDTH,
        )


def _of_count(told: Told, lang: Lang) -> Iterator[str]:
    count = told.answer.count
    yield Words(en=f"Extensions: {count:,}", ja=f"拡張の数：{count:,}").say(lang)


def _proof(told: Told) -> Words:
    rest, proof = told.answer.rest, told.proof
    decided = len(told.answer.order)
    return Words(
        en=f"Proved. Arguments decided without a choice: {decided:,}; never decided: {len(rest.frozen):,}; parts of the"
        f" rest: {len(rest.parts):,}. Labellings read again: {proof.read:,}; times that something was shown not to"
        f" exist: {proof.refuted:,}.",
        ja=f"検証済み：選択なしに決まるもの {decided:,}、決まり得ないもの {len(rest.frozen):,}、"
        f"残りは {len(rest.parts):,} 部分。読み直したラベル付け {proof.read:,}、"
        f"存在しないことの確認 {proof.refuted:,} 回。",
    )


_EXTENSION_TASKS = {
    None: _of_arguments,
    Task.CREDULOUS: _of_arguments,
    Task.SKEPTICAL: _of_arguments,
    Task.SOME: _of_extension,
    Task.EVERY: _of_extensions,
    Task.COUNT: _of_count,
}


def iccma(told: Told) -> str:
    """The answer as the competitions write it: of 2023 for numbered frameworks, of the years before for the others."""
    task, witness = told.answer.question.task, None
    numbered = told.format == "iccma23"
    if task is Task.COUNT:
        return f"{told.answer.count}\n"
    if task is Task.SOME:
        labels = told.answer.extension()
        return "NO\n" if labels is None else _set(told.held(labels), numbered=numbered)
    if task is Task.EVERY:
        sets = [_set(told.held(labels), numbered=numbered) for labels in told.answer.extensions()]
        return "".join(sets) if numbered else f"[{','.join(one.rstrip() for one in sets)}]\n"
    (number,) = told.asked
    flags = told.credulous if task is Task.CREDULOUS else told.skeptical
    yes = bool(flags and flags[number])
    if numbered and yes is (task is Task.CREDULOUS):
        witness = told.witness(number, has=yes)
    return ("YES\n" if yes else "NO\n") + (_set(witness, numbered=True) if witness is not None else "")


def _set(names: Sequence[str], *, numbered: bool) -> str:
    return f"{' '.join(('w', *names))}\n" if numbered else f"[{','.join(names)}]\n"
