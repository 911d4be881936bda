"""The argument graphs of the microtext corpora."""

from __future__ import annotations

from argmap.formats import FORMATS, Given, Imported
from argmap.model import Support, Undercut

LIBRARY = """<?xml version='1.0' encoding='UTF-8'?>
<arggraph id="library_1" topic_id="open_on_sundays" stance="pro">
  <edu id="e1"><![CDATA[The library should open on Sundays,]]></edu>
  <edu id="e2"><![CDATA[because people work on weekdays]]></edu>
  <edu id="e3"><![CDATA[and have little time.]]></edu>
  <edu id="e4"><![CDATA[Staff cost more on Sundays,]]></edu>
  <edu id="e5"><![CDATA[but there is a grant for it.]]></edu>
  <edu id="e6"><![CDATA[Hillside did so.]]></edu>
  <edu id="e7"><![CDATA[Ahem.]]></edu>
  <joint id="j1"/>
  <adu id="a1" type="pro"/> <adu id="a2" type="pro"/> <adu id="a3" type="opp"/>
  <adu id="a4" type="pro"/> <adu id="a5" type="pro"/> <adu id="a6" type="opp"/>
  <edge id="c0" src="e1" trg="a1" type="seg"/>
  <edge id="s1" src="e3" trg="j1" type="seg"/> <edge id="s2" src="e2" trg="j1" type="seg"/>
  <edge id="s3" src="j1" trg="a2" type="seg"/> <edge id="s4" src="e4" trg="a3" type="seg"/>
  <edge id="s5" src="e5" trg="a4" type="seg"/> <edge id="s6" src="e6" trg="a5" type="seg"/>
  <edge id="s7" src="e4" trg="a6" type="seg"/>
  <edge id="c1" src="a2" trg="a1" type="sup"/>
  <edge id="c2" src="a3" trg="a1" type="reb"/>
  <edge id="c3" src="a4" trg="c2" type="und"/>
  <edge id="c4" src="a5" trg="c1" type="add"/>
  <edge id="c5" src="a6" trg="c1" type="und"/>
  <edge id="c6" src="a5" trg="a2" type="exa"/>
  <edge id="c7" src="a5" trg="a2" type="odd"/>
</arggraph>
"""


def read(text: str) -> Imported:
    reader = FORMATS["microtext"].read
    assert reader is not None
    return reader(Given(name="x.xml", data=text.encode(), beside=lambda _: None))


def test_units_become_statements_of_two_parties() -> None:
    debate = read(LIBRARY).debate
    assert debate is not None
    assert debate.title == "library_1"
    assert {party: one.name for party, one in debate.parties.items()} == {
        "proponent": "Proponent",
        "opponent": "Opponent",
    }
    assert debate.claims["a2"].text == "because people work on weekdays and have little time."
    assert {name: one.by for name, one in debate.statements()} == {
        "a1": "proponent",
        "a2": "proponent",
        "a3": "opponent",
        "a4": "proponent",
        "a5": "proponent",
        "a6": "opponent",
    }


def test_relations_become_steps_rebuttals_and_undercuts() -> None:
    debate = read(LIBRARY).debate
    assert debate is not None
    supports = {name: one.supports for name, one in debate.claims.items() if one.supports}
    assert supports == {
        "a2": (Support.model_validate({"to": "a1", "with": ["a5"]}),),
        "a5": (Support(to="a2"),),
    }
    assert [link.to for link in debate.rebuttals["a3"].rebuts] == ["a1"]
    assert [link.to for link in debate.rebuttals["a4"].rebuts] == ["a3"]
    assert debate.rebuttals["a6"].undercuts == (Undercut.model_validate({"from": "a2", "to": "a1"}),)


def test_what_has_no_place_is_named() -> None:
    assert [(note.at, note.message.en) for note in read(LIBRARY).lost] == [
        ("e7", "text that belongs to no argumentative unit: “Ahem.”"),
        ("c7", "an edge of an unknown type: odd"),
        ("c3", "an attack on an attack: kept as a rebuttal of the attacker"),
        ("c6", "that the support is an example"),
        ("", "the topic_id `open_on_sundays`"),
        ("", "the stance `pro`"),
    ]


def test_words_that_nobody_wrote_and_words_that_lead_nowhere_are_named() -> None:
    found = read(
        '<arggraph><edu id="e1" implicit="true">The kiosk should open.</edu><edu id="e2">Er,</edu>'
        '<joint id="j"/><adu id="a" type="pro"/>'
        '<edge id="s" src="e1" trg="a" type="seg"/><edge id="t" src="e2" trg="j" type="seg"/></arggraph>'
    )
    assert found.debate is not None
    assert found.debate.claims["a"].text == "The kiosk should open."
    assert [(note.at, note.message.en) for note in found.lost] == [
        ("e1", "that nobody wrote these words: “The kiosk should open.”"),
        ("e2", "text that belongs to no argumentative unit: “Er,”"),
    ]


def test_what_bears_on_a_further_premise_bears_on_its_step() -> None:
    units = "".join(
        f'<edu id="e{n}">U{n}.</edu><adu id="a{n}" type="pro"/><edge id="s{n}" src="e{n}" trg="a{n}" type="seg"/>'
        for n in range(1, 7)
    )
    found = read(
        f'<arggraph>{units}<edge id="c1" src="a2" trg="a1" type="sup"/>'
        '<edge id="c2" src="a3" trg="c1" type="add"/><edge id="c3" src="a4" trg="c2" type="add"/>'
        '<edge id="c4" src="a5" trg="c2" type="und"/><edge id="c5" src="a6" trg="c5" type="add"/></arggraph>'
    )
    assert found.debate is not None
    assert found.debate.claims["a2"].supports == (Support.model_validate({"to": "a1", "with": ["a3", "a4"]}),)
    assert found.debate.rebuttals["a5"].undercuts == (Undercut.model_validate({"from": "a2", "to": "a1"}),)
    assert [note.at for note in found.lost] == ["c4", "c3", "c5"]
    assert (
        found.lost[0].message.en == "that it bears on one premise of a step alone: kept with the whole step"
    )


def test_another_root_and_broken_xml_are_refused() -> None:
    other = read("<graph/>")
    assert (other.debate, other.faults[0].message.en) == (
        None,
        "this is no argument graph: its root is not `arggraph`",
    )
    broken = read("<arggraph>\n<edu></arggraph>")
    assert broken.debate is None
    assert broken.faults[0].at.startswith("2:")


def test_units_without_a_side_or_text_and_dangling_edges() -> None:
    found = read(
        '<arggraph><adu id="a"/><adu id="b"/><edu id="e">B</edu>'
        '<edge id="s" src="e" trg="b" type="seg"/><edge id="x" src="b" trg="z" type="sup"/></arggraph>'
    )
    assert found.debate is not None
    assert (list(found.debate.claims), list(found.debate.parties)) == (["b"], ["author"])
    assert {note.at for note in found.lost} >= {"a", "x"}


def test_it_is_recognised() -> None:
    recognises = FORMATS["microtext"].recognises
    assert recognises is not None
    assert recognises(Given(name="x", data=LIBRARY.encode(), beside=lambda _: None))
    assert not recognises(Given(name="x", data=b"<graphml/>", beside=lambda _: None))
