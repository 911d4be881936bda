"""The style sheets and scripts of the pages, from their files to what stands in a page.

The scripts are plain ES modules. A page carries them as one: imports are followed, each module comes once and before
whatever imports it, and `import` and `export` go. So no two modules may give the same name to anything at their top.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

_IMPORT = re.compile(r'^import \{[^}]*\} from "\./([\w-]+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|let|class)\b)", re.MULTILINE)
_COMMENT = re.compile(r"^[ \t]*(?://[^\n]*|/\*(?:(?!\*/).)*\*/)\n", re.MULTILINE | re.DOTALL)
_LINE_END = re.compile(r"(?<=[;{},])\n")  # where CSS needs no space
_INDENT = re.compile(r"^\s+", re.MULTILINE)


@cache
def script(name: str) -> str:
    """A script with everything that it imports, without comments and indentation.

    Args:
        name: of the module in `script/` with which the page starts.
    """
    parts = (_EXPORT.sub("", _IMPORT.sub("", text)) for text in _modules(name, {}))
    return _bare("".join(parts))


@cache
def style(name: str) -> str:
    """A style sheet, without comments, indentation and line ends."""
    return _LINE_END.sub(
        "", _bare(files("argmap.report.html").joinpath(f"{name}.css").read_text(encoding="utf-8"))
    )


def _modules(name: str, seen: dict[str, str]) -> Iterator[str]:
    """The text of a module, after those that it imports."""
    if name not in seen:
        seen[name] = files("argmap.report.html").joinpath("script", f"{name}.js").read_text(encoding="utf-8")
        for other in _IMPORT.findall(seen[name]):
            yield from _modules(other, seen)
        yield seen[name]


def _bare(text: str) -> str:
    return _INDENT.sub("", _COMMENT.sub("", text))
