"""`argmap`, but a build makes only what is made quickly: for tests that build very often.

Started as `python -m tests.light_build build …`; worker processes import it too, so that they work as lightly.
"""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from argmap import pipeline
from argmap.cli import main
from argmap.model import Debate
from argmap.questions import FollowUp


def light(patch: pytest.MonkeyPatch) -> None:
    """Leave out the maps that are slow to draw; in the page and in most documents only say what they are of."""
    patch.setattr(pipeline, "MAPS", ("svg", "dot"))
    patch.setattr(pipeline, "page", _page)
    patch.setattr(pipeline, "brief", _brief)
    for name in ("docx", "floor", "xlsx"):
        patch.setattr(f"argmap.report.{name}.questions", _questions)


def _page(corpus: pipeline.Corpus, debate: Debate, *_: object) -> str:
    return f"<p>{debate.title} of {len(corpus.files)}\n"


def _brief(corpus: pipeline.Corpus, debate: Debate, *_: object) -> bytes:
    return _page(corpus, debate).encode()


def _questions(debates: Iterable[Debate], asked: Iterable[FollowUp], *_: object) -> bytes:
    titles = ", ".join(debate.title for debate in debates)
    return f"{titles}: {[one.text.en for one in asked]}\n".encode()


if __name__ in ("__main__", "__mp_main__"):
    light(pytest.MonkeyPatch())
if __name__ == "__main__":
    main()
