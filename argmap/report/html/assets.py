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


@cache
def script(name: str) -> str:
    """A script with everything that it imports, without comments and without the space that it does not need.

    Args:
        name: of the module in `script/` with which the page starts.
    """
    from rjsmin import jsmin

    parts = (_EXPORT.sub("", _IMPORT.sub("", text)) for text in _modules(name, {}))
    small: str = jsmin("".join(parts))
    return small


@cache
def style(name: str) -> str:
    """A style sheet, without comments and without the space that it does not need."""
    from rcssmin import cssmin

    small: str = cssmin(files("argmap.report.html").joinpath(f"{name}.css").read_text(encoding="utf-8"))
    return small


def _modules(name: str, seen: dict[str, str]) -> Iterator[str]:
    """The text of a module, after those that it imports."""
    if name not in seen:
        seen[name] = files("argmap.report.html").joinpath("script", f"{name}.js").read_text(encoding="utf-8")
        for other in _IMPORT.findall(seen[name]):
            yield from _modules(other, seen)
        yield seen[name]
