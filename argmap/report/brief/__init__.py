"""The hand-out on a debate as PDF: its map, what stands, the evidence, what to ask next, and every quote in its passage.

The form is a template of Typst, `brief.typ`; another can take its place. Whatever stands in the debate reaches the
template as data, never as its source.
"""

from argmap.report.brief.data import collect
from argmap.report.brief.typeset import brief, template
from argmap.report.brief.values import FORMAT, BriefData

__all__ = ["FORMAT", "BriefData", "brief", "collect", "template"]
