"""The bench: its fits, its tables and its plots; and the committed plots are those of the committed figures."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from bars import bars
from chart import chart
from fit import Curve, Point, Unit, power_law
from measure import Sample
from plots import plots
from report import COMMITTED
from run import PARTS
from store import Measured, Part, dumped, read
from table import Row, curve_table, growth, markdown

PICTURES = COMMITTED.parent / "pictures"
SVG = "{http://www.w3.org/2000/svg}"


def curve(
    name: str, values: dict[int, float], unit: Unit = "s", stopped: tuple[int, float] | None = None
) -> Curve:
    points = tuple(Point(size, value, (value,)) for size, value in values.items())
    return Curve(plot="x", name=name, unit=unit, over="statements", points=points, stopped=stopped)


def parsed(text: str) -> ET.Element:
    return ET.fromstring(text)  # noqa: S314 - our own


def measured(*rows: Row, curves: tuple[Curve, ...] = (), name: str = "growth") -> Measured:
    about = {"date": "2026-11-24", "load before": "0.10", "argmap": "1a2b3c4", "form": "whole"}
    part = Part(name=name, title="Growth", about=about, rows=rows, curves=curves)
    return Measured(machine={"machine": "a", "Python": "3"}, parts=(part,))


def test_a_power_law_is_found_from_its_points() -> None:
    law = power_law([(size, 3e-6 * size**1.5) for size in (100, 1_000, 20_000)])
    assert law is not None
    assert law.exponent == pytest.approx(1.5)


def test_two_points_make_no_law() -> None:
    assert power_law([(1, 1.0), (2, 2.0)]) is None


def test_a_table_has_only_columns_that_say_something() -> None:
    rows = [Row(work="a | b", measured="1 ms"), Row(work="c", measured="2 ms", goal="3 ms", reached=True)]
    assert list(markdown(rows)) == [
        "| work | to reach | argmap | reached |",
        "|---|---|---|---|",
        "| a / b | – | 1 ms | – |",
        "| c | 3 ms | 2 ms | yes |",
    ]


def test_a_curve_that_was_stopped_says_so_and_memory_grows_by_piece() -> None:
    slow = curve("slow", {10: 0.001, 100: 0.1}, stopped=(1_000, 60.0))
    assert list(curve_table([slow]))[-1] == "| slow | 1 ms | 100 ms | – |"
    table = list(curve_table([slow, curve("quick", {1_000: 0.25})]))
    assert table[2:] == ["| slow | 1 ms | 100 ms | > 60 s | – |", "| quick | – | – | 250 ms | – |"]
    assert growth(curve("memory", {1_000: 30.0, 2_000: 32.0}, unit="MB")) == "2.0 kB each"


def test_what_was_measured_comes_back_from_its_file(tmp_path: Path) -> None:
    run = Sample(wall=1.23456789, cpu=1.0, memory=50.0, exit=0, stopped=False, last_line="/somewhere/x")
    row = Row(work="w", measured="m", times=2.5, peer="p", samples={"argmap": (run, run)})
    found = measured(row, curves=(curve("slow", {10: 0.5}, stopped=(100, 60.0)),))
    file = tmp_path / "x.json"
    file.write_text(dumped(found), encoding="utf-8")
    back = read(file)
    assert back.machine == found.machine
    assert back.part("growth").curves == found.part("growth").curves
    assert back.part("growth").rows[0].samples == {
        "argmap": {"wall": [1.2346, 1.2346], "cpu": [1.0, 1.0], "memory": [50.0, 50.0]}
    }
    assert dumped(back) == file.read_text(encoding="utf-8")


def test_a_part_that_was_measured_anew_takes_the_place_of_the_old_one() -> None:
    old = measured(Row(work="old", measured=""), name="page")
    new = measured(Row(work="new", measured=""), name="reach")
    both = old.anew(new, PARTS)
    assert [part.name for part in both.parts] == ["reach", "page"]
    again = both.anew(measured(Row(work="newer", measured=""), name="page"), PARTS)
    assert [part.rows[0].work for part in again.parts] == ["new", "newer"]
    assert again.part("growth").rows == ()


def test_the_labels_of_a_chart_stay_apart_and_on_the_sheet() -> None:
    curves = [
        curve(f"c{n} <&>", {10: 0.01 + n / 1e6, 100: 0.1 + n / 1e6, 1_000: 1 + n / 1e6}) for n in range(8)
    ]
    sheet = parsed(chart("t", curves))
    labels = sorted(
        float(text.get("y", 0)) for text in sheet.iter(f"{SVG}text") if (text.text or "").startswith("c")
    )
    assert len(labels) == len(curves)
    assert min(b - a for a, b in pairwise(labels)) >= 15
    assert 0 < labels[0] < labels[-1] < float(sheet.get("height", 0))


def test_a_bar_says_which_of_the_two_is_faster() -> None:
    rows = [
        Row(work="a", measured="", peer="slow one", times=120.0, ratio="120.0 ×"),
        Row(work="b", measured="", peer="quick one", times=0.5, ratio="0.5 ×"),
        Row(work="c", measured="", peer="stopped one", times=1234.0, ratio="> 1,234.0 ×"),
    ]
    sheet = parsed(bars("t", rows))
    words = [text.text for text in sheet.iter(f"{SVG}text") if text.get("class") == "end"]
    assert words == ["120 ×", "2.0 × faster than argmap", "more than 1,200 ×"]


def test_the_committed_plots_are_those_of_the_committed_figures() -> None:
    drawn = plots(read(COMMITTED))
    assert drawn
    assert {name: (PICTURES / name).read_text(encoding="utf-8") for name in drawn} == drawn
    assert {path.name for path in PICTURES.glob("bench-*.svg")} == set(drawn)


def test_every_plot_can_be_read_aloud() -> None:
    for text in plots(read(COMMITTED)).values():
        sheet = parsed(text)
        title, said = sheet.find(f"{SVG}title"), sheet.find(f"{SVG}desc")
        assert sheet.get("role") == "img"
        assert title is not None
        assert title.text
        assert said is not None
        assert said.text


def test_no_words_run_over_the_edge_of_a_plot() -> None:
    for text in plots(read(COMMITTED)).values():
        sheet = parsed(text)
        for one in sheet.iter(f"{SVG}text"):
            words, start = "".join(one.itertext()), float(one.get("x", 0))
            if one.get("text-anchor") == "start" and one.get("class") != "head":
                assert start + 7.2 * len(words) <= float(sheet.get("width", 0)), words
