"""Debates under the other semantics: their framework against the labelling and against the rules, and what is said of it."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import assume, given, settings
from inline_snapshot import snapshot
from jsonschema import Draft202012Validator

from argmap.cli import cli
from argmap.frameworks import IN, OUT, UNDECIDED, Question, Semantics, Task, prove
from argmap.frameworks.grounded import grounded
from argmap.graph import ArgumentGraph
from argmap.report.json import schema
from argmap.semantics import Label, analyse
from argmap.semantics import positions as _positions_module
from argmap.semantics.extensions import translate
from argmap.semantics.labelling import label
from argmap.semantics.positions import Holds, positions
from tests.debates import Plain, claim, debate, evidence, plain_debates
from tests.oracle import _Oracle, both

LABELS = {Label.IN: IN, Label.OUT: OUT, Label.UNDECIDED: UNDECIDED}
CLASH = """\
debate: {title: The ferry, lang: en}
parties:
  city: {name: City, side: government}
  group: {name: Citizens, side: councilor}
claims:
  pays: {text: The ferry pays its way, by: city, supports: [keep]}
  keep: {text: The ferry should be kept, by: city}
  empty: {text: The ferry runs empty, by: city}
rebuttals:
  loss: {text: The ferry makes a loss, by: group, rebuts: [pays]}
  profit: {text: The accounts show a profit, by: city, rebuts: [loss]}
  weak: {text: One year shows nothing, by: group, undercuts: [{from: pays, to: keep}]}
evidence:
  books: {text: The books, backs: [loss], rebuts: [audit], accepted: true}
  audit: {text: The audit, backs: [profit, weak], rebuts: [books], accepted: true}
"""


@settings(max_examples=200, deadline=None)
@given(plain_debates())
def test_the_grounded_labels_of_the_framework_are_those_of_the_debate(plain: Plain) -> None:
    graph = ArgumentGraph.of([debate(plain)])
    for backed, expected in zip((False, True), label(graph), strict=True):
        found = translate(graph, backed=backed)
        labels, _ = grounded(found.framework)
        assert list(labels[: len(graph)]) == [LABELS[one] for one in expected.statements]
        force = [OUT if one is None else labels[one] for one in found.force]
        assert force == [LABELS[one] for one in expected.force]


@settings(max_examples=60, deadline=None)
@given(plain_debates())
def test_the_complete_labellings_of_the_framework_are_the_fixpoints_of_the_rules(plain: Plain) -> None:
    oracle = _Oracle(plain, {})
    assume(len(oracle.said) <= 3)
    graph = ArgumentGraph.of([debate(plain)])
    order = [key.partition("#")[2] for key in graph.keys]
    for backed in (False, True):
        question = Question(semantics=Semantics.COMPLETE, task=Task.EVERY)
        answer, _ = prove(translate(graph, backed=backed).framework, question)
        found = {tuple(labels[: len(graph)]) for labels in answer.extensions()}
        assert found == {tuple(LABELS[Label(one[x])] for x in order) for one in _fixpoints(oracle, backed)}


def _fixpoints(oracle: _Oracle, backed: bool) -> list[dict[str, str]]:  # noqa: FBT001 - one of two policies
    """Every way to label that the rules reproduce."""
    names, found = list(oracle.said), []
    all_labels = [
        dict(zip(names, one, strict=True)) for one in product(("in", "out", "undecided"), repeat=len(names))
    ]
    for labels in all_labels:
        for backing in all_labels if backed else [labels]:
            force = {x: both(labels[x], backing[x]) if backed else labels[x] for x in names}
            steps = [oracle.step(step, labels, force) for step in oracle.steps]
            if labels == {x: oracle.statement(x, steps, force) for x in names} and (
                not backed or backing == {x: oracle.backing(x, steps, labels, backing) for x in names}
            ):
                found.append(labels)
    return found


def holds(plain: Plain, semantics: Semantics = Semantics.PREFERRED) -> dict[str, str]:
    graph = analyse([debate(plain)]).graph
    found = positions(graph, semantics)
    return {key.partition("#")[2]: one.value for key, one in zip(graph.keys, found.backed, strict=True)}


def proof(name: str) -> dict[str, Any]:
    return evidence(backs=[name], accepted=True)


def test_two_that_exclude_each_other_hold_in_some_positions_each() -> None:
    sides = {"a": claim(rebuts=["b"]), "b": claim(rebuts=["a"]), "c": claim(rebuts=["a"])}
    plain: Plain = {"claims": {}, "rebuttals": sides, "evidence": {"e": proof("a"), "f": proof("b")}}
    assert holds(plain) == {"a": "some", "b": "some", "c": "all", "e": "all", "f": "all"}
    assert set(holds(plain, Semantics.IDEAL).values()) == {"none", "all"}
    graph = analyse([debate(plain)]).graph
    for semantics in (Semantics.PREFERRED, Semantics.SEMI_STABLE):
        assert positions(graph, semantics).apart == [(0, 1)]


def test_what_only_unbacked_words_attack_holds_with_them() -> None:
    plain: Plain = {"claims": {"a": claim()}, "rebuttals": {"b": claim(rebuts=["a"])}, "evidence": {}}
    found = positions(analyse([debate(plain)]).graph, Semantics.STABLE)
    assert (list(found.asserted), list(found.backed)) == ([Holds.NONE, Holds.ALL], [Holds.ALL, Holds.ALL])


def test_without_a_position_nothing_holds() -> None:
    plain: Plain = {"claims": {}, "rebuttals": {"a": claim(rebuts=["a"])}, "evidence": {"e": proof("a")}}
    found = positions(analyse([debate(plain)]).graph, Semantics.STABLE)
    assert (found.exists, list(found.backed)) == (False, [Holds.NONE, Holds.NONE])


def test_too_many_pairs_are_not_all_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_positions_module, "_PAIRS", 1)
    sides = {f"{x}{n}": claim(rebuts=[f"{y}{n}"]) for n in range(2) for x, y in ("ab", "ba")}
    plain: Plain = {"claims": {}, "rebuttals": sides, "evidence": {f"e{x}": proof(x) for x in sides}}
    found = positions(analyse([debate(plain)]).graph, Semantics.PREFERRED)
    assert (len(found.apart), found.unread) == (1, True)


def two_sides(**more: dict[str, Any]) -> Plain:
    """Evidence x and y exclude each other; the rest is claimed."""
    proofs = {"x": evidence(accepted=True, rebuts=["y"]), "y": evidence(accepted=True, rebuts=["x"])}
    return {"claims": more, "rebuttals": {}, "evidence": proofs}


def test_two_that_stand_in_one_position_are_not_apart() -> None:
    plain = two_sides(s=claim(), r=claim(rebuts=["s"]))  # nothing backs r, so s stands beside it
    plain["evidence"]["y"]["rebuts"] += ["s", "r"]
    graph = analyse([debate(plain)]).graph
    assert positions(graph, Semantics.PREFERRED).apart == [(0, 3), (1, 3), (2, 3)]


def test_what_falls_with_its_grounds_says_with_which() -> None:
    plain = two_sides(p=claim(supports=["c"]), c=claim(), q=claim(supports=["d"]), d=claim())
    plain["evidence"]["y"].update(rebuts=["x", "p"], undercuts=[{"from": "q"}])
    graph = analyse([debate(plain)]).graph
    reasons = {
        graph.keys[n].partition("#")[2]: one.en
        for n, one in positions(graph, Semantics.PREFERRED).reasons.items()
    }
    assert reasons["p"] == "falls where y counts"
    assert reasons["c"] == "falls with p, on which it rests"
    assert reasons["d"] == "falls where what supports it is undercut"


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("clash.yaml").write_text(CLASH, encoding="utf-8")
    Path("quiet.yaml").write_text(
        "debate: {title: Quiet}\nparties: {x: {}}\nclaims: {a: {text: A, by: x}}\n", "utf-8"
    )


def status(*words: str) -> Result:
    return CliRunner().invoke(cli, ["status", *words], prog_name="argmap")


def said(semantics: str, lang: str) -> str:
    text = status("clash.yaml", "--semantics", semantics, "--lang", lang).stdout
    return text[text.index({"en": "What can be", "ja": "ともに守れる"}[lang]) :]


def test_positions_are_said_in_words() -> None:
    assert said("preferred", "en") == snapshot("""\
What can be defended together
Preferred semantics: a position defends all that it holds,
and nothing could be added to it.

In every position (3)
- empty
- profit
- weak

In some positions, not in all (4)
- pays: falls where loss counts
- loss: falls where profit counts
- books: falls where audit counts
- audit: falls where books counts

In no position (1)
- keep

Nobody can defend both (2)
- pays and loss
- books and audit
""")
    assert said("complete", "ja") == snapshot("""\
ともに守れる主張
完全意味論：立場は、取るものをすべて守り、守れるものをすべて
取る。決着しない点は残してよい。

どの立場でも成り立つ (3)
- empty
- profit
- weak

立場によって成り立つ (4)
- pays：決着しないまま残す立場もある
- loss：決着しないまま残す立場もある
- books：決着しないまま残す立場もある
- audit：決着しないまま残す立場もある

どの立場でも成り立たない (1)
- keep

ともに守ることはできない (2)
- pays と loss
- books と audit
""")


def test_of_several_debates_each_has_its_own_list() -> None:
    text = status(".", "--semantics", "stable", "--lang", "en").stdout
    assert text.count("In every position") == 2
    assert "What can be" not in status(".", "--lang", "en").stdout


def test_that_there_is_no_position_is_said() -> None:
    own = "\nrebuttals:\n  n: {text: N, by: x, rebuts: [m]}\n  m: {text: M, by: x, rebuts: [o]}\n  o: {text: O, by: x, rebuts: [n]}\n"
    backs = "evidence: {e: {text: E, accepted: true, backs: [n, m, o]}}\n"
    Path("quiet.yaml").write_text(Path("quiet.yaml").read_text("utf-8") + own.lstrip("\n") + backs, "utf-8")
    text = status("quiet.yaml", "--semantics", "stable", "--lang", "en").stdout
    assert "There is no such position" in text


def test_what_would_be_has_no_positions() -> None:
    done = status(".", "--semantics", "preferred", "--without", "pays")
    assert done.exit_code == 2
    assert "leave it out on trial" in done.stderr


def test_markdown_lists_them() -> None:
    text = status("clash.yaml", "--semantics", "preferred", "--format", "md").stdout
    assert "## What can be defended together: The ferry\n" in text
    assert "Nobody can defend both\n\n- pays and loss\n- books and audit\n" in text


def test_json_has_them_only_when_asked() -> None:
    found = json.loads(
        status("clash.yaml", "--semantics", "preferred", "--format", "json", "--lang", "en").stdout
    )
    Draft202012Validator(json.loads(schema("status"))).validate(found)
    assert found["positions"] == {
        "semantics": "preferred",
        "exists": True,
        "apart": [["clash#pays", "clash#loss"], ["clash#books", "clash#audit"]],
        "whole": True,
    }
    by_id = {one["id"]: one["holds"] for one in found["debates"][0]["statements"]}
    assert by_id["pays"] == {"asserted": "all", "backed": "some", "why": "falls where loss counts"}
    plain = status("clash.yaml", "--format", "json").stdout
    assert '"holds"' not in plain
    assert '"positions"' not in plain
