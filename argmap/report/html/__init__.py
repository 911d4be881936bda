"""Pages for a browser: one for each debate around its map, and one over all."""

from argmap.report.html.collect import collect
from argmap.report.html.data import PageData, PageMap
from argmap.report.html.index import index
from argmap.report.html.index_data import IndexData
from argmap.report.html.page import page
from argmap.report.html.schema import SCHEMAS, schema

__all__ = ["SCHEMAS", "IndexData", "PageData", "PageMap", "collect", "index", "page", "schema"]
