"""Pages for a browser: one for each debate around its map, and one over all."""

from argmap.report.html.index import index
from argmap.report.html.page import page

__all__ = ["index", "page"]
