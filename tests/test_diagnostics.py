"""What argmap says about a file."""

from __future__ import annotations

from argmap.diagnostics import Diagnostic, Rule, Severity, Span, Words, in_order

_RULE = Rule(
    code="AM999", slug="anything", severity=Severity.NOTE, name=Words(en="a name", ja="名"), manual="What.\n"
)


def diagnostic(line: int, en: str = "it is wrong") -> Diagnostic:
    span = Span(file="x.yaml", line=line, column=2, end_line=line, end_column=3)
    return Diagnostic(rule=_RULE, severity=Severity.NOTE, message=Words(en=en, ja="違う"), span=span)


def test_words_are_said_in_either_language() -> None:
    words = Words(en="claim", ja="主張")
    assert (words.say("en"), words.say("ja")) == ("claim", "主張")


def test_an_error_matters_more_than_a_note() -> None:
    assert Severity.ERROR.at_least(Severity.NOTE)
    assert Severity.NOTE.at_least(Severity.NOTE)
    assert not Severity.NOTE.at_least(Severity.WARNING)


def test_a_diagnostic_begins_with_a_link() -> None:
    assert str(diagnostic(4)) == "x.yaml:4:2: AM999 it is wrong"


def test_diagnostics_are_sorted_by_place_and_said_once() -> None:
    assert in_order([diagnostic(3), diagnostic(1), diagnostic(3), diagnostic(3, "another")]) == (
        diagnostic(1),
        diagnostic(3, "another"),
        diagnostic(3),
    )


def test_blanks_are_filled_in_each_language() -> None:
    words = Words(en="{0} of {1} by {who}", ja="{who}の{1}の{0}")
    found = words.filled("x", Words(en="bridge", ja="橋"), who=Words(en="City", ja="市"))
    assert found == Words(en="x of bridge by City", ja="市の橋のx")
