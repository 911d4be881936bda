"""The formats of a picture. One format a file.

A renderer is a module with a docstring, `SUFFIX` (the ending of its files), `MEDIA` (its media type) and one function
`render(drawing)` that returns text or bytes. A new format is a new file in this folder, or an entry point of the group
`argmap.render`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from inspect import getdoc
from types import ModuleType

from argmap.layout import Drawing
from argmap.registry import Registry


@dataclass(frozen=True, slots=True, kw_only=True)
class Renderer:
    """A format and the function that writes it.

    Attributes:
        name: what people call it, such as `svg`.
        suffix: the ending of its files, with the dot.
        media: its media type.
        about: what it is good for, in one sentence.
        render: from a drawing to text, or to bytes; raises `LayoutError` where the layout engine fails.
    """

    name: str
    suffix: str
    media: str
    about: str
    render: Callable[[Drawing], str | bytes]


def _describe(name: str, module: ModuleType) -> Renderer:
    about = (getdoc(module) or "").partition("\n\n")[0]
    return Renderer(name=name, suffix=module.SUFFIX, media=module.MEDIA, about=about, render=module.render)


RENDERERS: Registry[Renderer] = Registry("argmap.render", str, _describe)
"""Every renderer by name."""
