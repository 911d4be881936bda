"""The rules that a text must keep to be read as a debate file: AM1xx."""

from __future__ import annotations

from argmap.diagnostics import Rule, Severity, Words


def _rule(code: str, slug: str, en: str, ja: str, manual: str, severity: Severity = Severity.ERROR) -> Rule:
    return Rule(
        code=code, slug=slug, severity=severity, name=Words(en=en, ja=ja), manual=manual.strip() + "\n"
    )


ENCODING = _rule(
    "AM101",
    "other-encoding",
    "the file is not UTF-8",
    "UTF-8 ではない",
    """
The file's bytes are not UTF-8 (with or without a byte-order mark).

A debate is exchanged between offices and years; one encoding keeps every character of every name.

Save the file again as UTF-8. Old Windows programs write Shift_JIS (CP932) unless told otherwise.
""",
)
SYNTAX = _rule(
    "AM102",
    "yaml-syntax",
    "the text is not YAML",
    "YAML として読めない",
    """
The YAML reader lost its way; the message gives its reason and the place where it noticed.

Nothing behind that place can be read, so nothing else is reported for the file. The fault is often a line earlier:
a missing space after a colon, a tab or a full-width space as indentation, a quotation mark that is never closed.

Mend the line; put quotation marks around text that holds `: ` or ` #`.
""",
)
DUPLICATE_KEY = _rule(
    "AM103",
    "duplicate-key",
    "a key stands twice",
    "キーが重複している",
    """
The same key, or the same id, stands twice in one mapping.

Most YAML readers silently keep the last one, and a claim is lost.

Rename one of the two, or merge them.
""",
)
FEATURE = _rule(
    "AM104",
    "yaml-feature",
    "a YAML feature outside plain data",
    "使えない YAML 機能",
    """
An anchor (`&x`), an alias (`*x`), a tag (`!x`), or a second document (`---`) in the file.

A debate file is plain data: what stands on a line is what the line says, for every reader and every program.

Write the value out; put the second debate in a file of its own; put quotation marks around text that begins with
`&`, `*` or `!`.
""",
)
NOT_A_DEBATE = _rule(
    "AM105",
    "not-a-debate",
    "the file holds no debate",
    "討論が書かれていない",
    """
The file is empty, or its top level, or a section of it, is not a mapping of keys.

A debate file has sections such as `claims:` and `rebuttals:`; each maps an id to what was said.

Start from `argmap new`, or look at a debate in `claims/`.
""",
)
UNKNOWN_KEY = _rule(
    "AM106",
    "unknown-key",
    "a key that the format does not know",
    "知らないキー",
    """
A key that has no meaning at this place.

A misspelt key would otherwise be a relation that silently does not exist.

Take the key that the message suggests, or see `argmap schema`.
""",
)
MISSING_KEY = _rule(
    "AM107",
    "missing-key",
    "a required key is missing",
    "必要なキーがない",
    """
A statement or question without its `text`, a claim or rebuttal without `by`, a reference without its target.

A claim without words or without a speaker can be neither drawn nor rebutted.

Add the key.
""",
)
WRONG_TYPE = _rule(
    "AM108",
    "wrong-type",
    "a value of the wrong kind",
    "値の種類が違う",
    """
A list where text is wanted, text where a list is wanted, a number that is none.

Lists of references are always lists: `supports: [access-prevented]`, even for one.

Write the value in the form that the message names.
""",
)
WRONG_VALUE = _rule(
    "AM109",
    "wrong-value",
    "a value outside its list",
    "決められた値ではない",
    """
The key takes one of a few words, and this is none of them.

`argmap schema` lists them, and an editor that knows the schema completes them.

Take the word that the message suggests.
""",
)
BAD_ID = _rule(
    "AM110",
    "bad-id",
    "a text that cannot be an id",
    "ID に使えない文字",
    """
An id or a reference with a space, a dot, an underscore or another sign.

Ids are letters and digits of any script, and `-`, so that they can stand in links, in file names and after `#`.
A reference into another debate is `other-debate#id`.

Rename the id, and everything that refers to it.
""",
)
BAD_DATE = _rule(
    "AM111",
    "bad-date",
    "a date that cannot be read",
    "日付として読めない",
    """
A date that is not `2025`, `2025-03` or `2025-03-08`, or a day that no calendar has.

Dates decide what is overdue and what came first.

Write the year with four digits, then month and day with two. 令和 years are counted from 2018: 令和6 is 2024.
""",
)
EMPTY_TEXT = _rule(
    "AM112",
    "empty-text",
    "a text without a word",
    "空の文",
    """
A text, a name or a title that is empty or only white space.

An empty box on the map tells nobody anything.

Write the text, or leave out the key.
""",
)
UNPRINTABLE = _rule(
    "AM113",
    "unprintable-character",
    "a character that cannot be printed",
    "印字できない文字",
    """
A control character, such as NUL, a form feed or an escape, in the file or written with a backslash.

No map, page or document can show it, and some programs end the text there.

Delete it. Line breaks and tabs are fine.
""",
)
TOO_DEEP = _rule(
    "AM114",
    "too-deep",
    "brackets or indentation nested too deep",
    "入れ子が深すぎる",
    """
Lists or mappings nested more than fifty deep.

No debate needs more than six; a file like this is broken or hostile.

Look for brackets that are opened and never closed.
""",
)
NO_REASON = _rule(
    "AM115",
    "silence-without-reason",
    "a silence without a reason",
    "理由のない抑制",
    """
A comment `# argmap: ignore[AM301]` with nothing behind it.

Whoever reads the file next must know why a finding was waved through.

Write the reason behind the bracket: `# argmap: ignore[AM301] the committee has settled this`.
""",
    Severity.WARNING,
)
NO_EFFECT = _rule(
    "AM116",
    "silence-without-effect",
    "a silence that silences nothing",
    "効果のない抑制",
    """
A comment `# argmap: ignore[…]` on a line that has no such finding, or with a code that no rule has.

A silence that outlives its finding hides the next one.

Delete the comment, or mend its code; it must stand on the line that the finding points to.
""",
    Severity.WARNING,
)
SAME_NAME = _rule(
    "AM117",
    "same-debate-name",
    "two files with one name",
    "同じ名前のファイル",
    """
Two debate files have the same name in different folders.

A debate is called by its file's name, in `other-debate#id` and in the output folder; two of one name cannot be told
apart. The second is left out.

Rename one of the files.
""",
)

RULES: tuple[Rule, ...] = tuple(value for value in globals().values() if isinstance(value, Rule))
