"""What `check` found, like a compiler: place, severity, code, sentence, hint."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from argmap.diagnostics import Diagnostic, Lang, Rule, Severity, Words
from argmap.questions import QuestionKind
from argmap.report import KIND, SEVERITIES, Manner
from argmap.report.text.columns import pad, width
from argmap.report.text.style import colour_of, paint, printable

_PLURALS = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.NOTE: "notes"}
_HINT = Words(en="hint", ja="ヒント")
_NOTHING = Words(en="No findings.", ja="指摘はない。")


def findings(diagnostics: Sequence[Diagnostic], manner: Manner) -> str:
    """Two or three lines a finding, and a last line with the counts.

    Every first line begins `file:line:column: severity code slug`, so that editors and terminals make it a link.
    """
    if not diagnostics:
        return _NOTHING.say(manner.lang) + "\n"
    blocks = [_finding(one, manner) for one in diagnostics]
    return "".join(blocks) + "\n" + _summary(diagnostics, manner.lang) + "\n"


def rules(rules: Sequence[Rule], manner: Manner, kinds: Sequence[QuestionKind] = ()) -> str:
    """A list of the rules and of the kinds of question; of a single one the manual page."""
    if len(rules) <= 1 and len(kinds) <= 1:
        return "\n".join((*(_manual(one, manner) for one in rules), *(_about(one, manner) for one in kinds)))
    names = [SEVERITIES[rule.severity].say(manner.lang) for rule in rules]
    severity = max(map(width, names), default=0)
    slugs = [*(rule.slug for rule in rules), *(kind.slug for kind in kinds)]
    slug = max(map(len, slugs), default=0)
    lines = [
        f"{rule.code}  {rule.slug:{slug}}  {pad(name, severity)}  {rule.name.say(manner.lang)}"
        for rule, name in zip(rules, names, strict=True)
    ]
    lines += [f"{KIND.say(manner.lang)}: {kind.slug:{slug}}  {kind.name.say(manner.lang)}" for kind in kinds]
    return "".join(f"{line}\n" for line in lines)


def _manual(rule: Rule, manner: Manner) -> str:
    title = paint(f"{rule.code} {rule.slug}", "bold", colour=manner.colour)
    severity = paint(
        SEVERITIES[rule.severity].say(manner.lang), colour_of(rule.severity), colour=manner.colour
    )
    return f"{title} ({severity})\n{rule.name.say(manner.lang)}\n\n{rule.manual}"


def _about(kind: QuestionKind, manner: Manner) -> str:
    title = paint(kind.slug, "bold", colour=manner.colour)
    return f"{title} ({KIND.say(manner.lang)})\n{kind.name.say(manner.lang)}\n\n{kind.manual}"


def _finding(one: Diagnostic, manner: Manner) -> str:
    severity = SEVERITIES[one.severity].say(manner.lang)
    first = (
        f"{paint(printable(str(one.span)), 'bold', colour=manner.colour)}: "
        f"{paint(severity, colour_of(one.severity), colour=manner.colour)} {one.rule.code} {one.rule.slug}"
    )
    lines = [first, f"  {_one_line(one.message.say(manner.lang))}"]
    if one.hint is not None:
        lines.append(f"  {_HINT.say(manner.lang)}: {_one_line(one.hint.say(manner.lang))}")
    return "".join(f"{line}\n" for line in lines)


def _one_line(text: str) -> str:
    return printable(" ".join(text.split()))


def _summary(diagnostics: Sequence[Diagnostic], lang: Lang) -> str:
    counts = Counter(one.severity for one in diagnostics)
    files = len({one.span.file for one in diagnostics})
    found = [(severity, counts[severity]) for severity in Severity if counts[severity]]
    if lang == "ja":
        listed = "、".join(f"{SEVERITIES[severity].ja} {count}件" for severity, count in found)
        return f"{files}個のファイルに {listed}"
    named = [
        f"{count} {SEVERITIES[severity].en if count == 1 else _PLURALS[severity]}"
        for severity, count in found
    ]
    return f"{', '.join(named)} in {files} {'file' if files == 1 else 'files'}"
