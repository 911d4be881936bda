"""Small invented debates for the tests of the graph and the semantics, as plain data in the form of the file."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from argmap.model import Debate

Plain = dict[str, dict[str, dict[str, Any]]]
_IDS = ("a", "b", "c", "d", "e", "f")


def debate(plain: Plain, name: str = "debate") -> Debate:
    """The debate that plain data describe."""
    return Debate.model_validate({"id": name, **plain})


def claim(text: str = "Something holds", by: str = "city", **more: object) -> dict[str, Any]:
    """A claim, or a rebuttal, as plain data."""
    return {"text": text, "by": by, **more}


def evidence(text: str = "Something happened", **more: object) -> dict[str, Any]:
    """A piece of evidence as plain data; it names no source unless told."""
    return {"text": text, **more}


@st.composite
def plain_debates(draw: st.DrawFn) -> Plain:
    """Debates of up to six statements with everything that bears on standing, circles and self-attacks included."""
    ids = _IDS[: draw(st.integers(1, len(_IDS)))]
    some = st.lists(st.sampled_from(ids), max_size=2, unique=True)
    plain: Plain = {"claims": {}, "rebuttals": {}, "evidence": {}}
    for name in ids:
        section = draw(st.sampled_from(("claims", "rebuttals", "evidence")))
        said = claim() if section != "evidence" else evidence()
        said["rebuts"] = draw(some)
        if draw(st.booleans()):
            said["undercuts"] = draw(st.lists(_undercuts(ids), max_size=2))
        if draw(st.integers(0, 5)) == 0:
            said["conceded"] = {}
        if section == "evidence":
            said["backs"] = draw(some)
            said.update(draw(st.sampled_from(({}, {"source": {"in": "minutes"}}, {"accepted": True}))))
        else:
            said["supports"] = draw(st.lists(_supports(ids), max_size=2))
        plain[section][name] = said
    return plain


def _supports(ids: tuple[str, ...]) -> st.SearchStrategy[dict[str, Any]]:
    linked = st.lists(st.sampled_from(ids), max_size=2, unique=True)
    return st.fixed_dictionaries({"to": st.sampled_from(ids), "with": linked})


def _undercuts(ids: tuple[str, ...]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({"from": st.sampled_from(ids)}, optional={"to": st.sampled_from(ids)})
