"""`argmap`, but a build makes only what is made quickly: for tests that build very often.

Started as `python -m tests.light_build build …`; worker processes import it too, so that they work as lightly.
"""

from __future__ import annotations

import pytest

from argmap import pipeline
from argmap.cli import main
from argmap.model import Debate


def light(patch: pytest.MonkeyPatch) -> None:
    """Leave out the maps that are slow to draw; instead of the page and the hand-out only say what they are of."""
    patch.setattr(pipeline, "MAPS", ("svg", "dot"))
    patch.setattr(pipeline, "page", _page)
    patch.setattr(pipeline, "brief", _brief)


def _page(corpus: pipeline.Corpus, debate: Debate, *_: object) -> str:
    return f"<p>{debate.title} of {len(corpus.files)}\n"


def _brief(corpus: pipeline.Corpus, debate: Debate, *_: object) -> bytes:
    return _page(corpus, debate).encode()


if __name__ in ("__main__", "__mp_main__"):
    light(pytest.MonkeyPatch())
if __name__ == "__main__":
    main()
