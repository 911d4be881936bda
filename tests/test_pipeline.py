"""From files to findings and verdicts, as a program that uses argmap meets it."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import argmap
from argmap import pipeline
from argmap.config import Config
from argmap.diagnostics import Severity
from argmap.report import Manner
from tests.pages import Parsed

CLAIMS = Path(__file__).parent.parent / "claims"
HEAD = "parties: {a: {side: government}, b: {side: councilor}}\n"
OPEN = (
    HEAD
    + "claims:\n  x: {text: The park is safe, by: a}\n  y: {text: The park is lit, by: a, supports: [x]}\n"
)


def codes(folder: Path, text: str, config: Config | None = None, name: str = "d.yaml") -> list[str]:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    found = pipeline.check(pipeline.read([folder]), config, today=date(2025, 1, 1))
    return [f"{one.rule.code}:{one.span.line}" for one in found]


def test_a_debate_is_loaded_and_analysed() -> None:
    debate = argmap.load(CLAIMS / "mynumber-insurance-card.yaml")
    analysis = argmap.analyse(debate)
    assert analysis["encryption"].status is argmap.Status.CHALLENGED
    assert analysis["access-prevented"].status is argmap.Status.REBUTTED


def test_a_broken_debate_is_refused_with_every_error(tmp_path: Path) -> None:
    file = tmp_path / "d.yaml"
    file.write_text("claims:\n  x: {txt: a, by: b}\n")
    with pytest.raises(argmap.BrokenDebateError) as caught:
        argmap.load(file)
    assert {one.rule.code for one in caught.value.diagnostics} == {"AM106", "AM107"}
    assert "d.yaml:2:" in str(caught.value)


def test_debates_that_refer_to_each_other_are_analysed_together(tmp_path: Path) -> None:
    (tmp_path / "one.yaml").write_text(HEAD + "claims: {x: {text: The park is safe, by: a}}\n")
    (tmp_path / "two.yaml").write_text(
        HEAD + "evidence: {e: {text: A theft, rebuts: ['one#x'], source: s}}\nsources: {s: {title: t}}\n"
    )
    corpus = pipeline.read([tmp_path])
    assert corpus.analysis["one#x"].status is argmap.Status.REBUTTED
    assert argmap.analyse(corpus.debates)["x"].status is argmap.Status.REBUTTED


def test_two_files_of_one_name_are_told_apart(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "d.yaml").write_text(HEAD + "claims: {x: {text: The park is safe, by: a}}\n")
    corpus = pipeline.read([tmp_path])
    assert [one.rule.code for one in pipeline.check(corpus) if one.severity is Severity.ERROR] == ["AM117"]
    assert [one.span.file for one in corpus.files[1].diagnostics] == [(tmp_path / "b" / "d.yaml").as_posix()]
    assert len(corpus.debates) == 1


def test_a_silence_takes_away_what_it_names(tmp_path: Path) -> None:
    assert "AM301:3" in codes(tmp_path, OPEN)
    silenced = OPEN.replace("by: a}\n", "by: a}  # argmap: ignore[AM301] settled in May\n", 1)
    assert "AM301:3" not in codes(tmp_path, silenced)
    assert not [code for code in codes(tmp_path, silenced) if code.startswith("AM11")]


def test_a_silence_works_by_slug_and_needs_a_reason(tmp_path: Path) -> None:
    silenced = OPEN.replace("by: a}\n", "by: a}  # argmap: ignore[unrebutted-claim]\n", 1)
    found = codes(tmp_path, silenced)
    assert "AM301:3" not in found
    assert "AM115:3" in found


def test_a_silence_without_effect_is_named(tmp_path: Path) -> None:
    assert "AM116:1" in codes(tmp_path, "# argmap: ignore[AM999] nothing of the kind\n" + OPEN)


def test_a_silence_of_a_rule_that_is_not_looked_at_is_left_alone(tmp_path: Path) -> None:
    silenced = OPEN.replace("by: a}\n", "by: a}  # argmap: ignore[AM301] settled in May\n", 1)
    assert codes(tmp_path, silenced, Config(ignore=("AM301",))) == []


def test_a_silence_in_a_debate_with_errors_is_left_alone(tmp_path: Path) -> None:
    silenced = OPEN.replace("by: a}\n", "by: a}  # argmap: ignore[AM301] settled in May\n", 1)
    assert set(codes(tmp_path, silenced + "  z: {txt: a, by: a}\n")) == {"AM106:5", "AM107:5"}


def test_silences_can_be_left_out_of_the_report(tmp_path: Path) -> None:
    text = "# argmap: ignore[AM999]\n" + OPEN
    assert codes(tmp_path, text, Config(ignore=("AM3", "AM115", "AM116"))) == []


def test_errors_cannot_be_silenced(tmp_path: Path) -> None:
    text = OPEN + "  z: {txt: a, by: a}  # argmap: ignore[AM106] no\n"
    found = codes(tmp_path, text, Config(ignore=("AM1",)))
    assert "AM106:5" in found


def test_what_stands_is_not_checked_in_a_debate_with_errors(tmp_path: Path) -> None:
    assert {code[:3] for code in codes(tmp_path, OPEN + "  z: {txt: a, by: a}\n")} == {"AM1"}


def test_the_other_side_can_be_looked_at(tmp_path: Path) -> None:
    text = OPEN + "  z: {text: The park is dark, by: b}\n"
    assert "AM301:5" not in codes(tmp_path, text)
    assert "AM301:5" in codes(tmp_path, text, Config(side="councilor", select=("AM301",)))


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "deep" / "map.svg"
    pipeline.write(target, "図")
    assert target.read_text(encoding="utf-8") == "図"
    with pytest.raises(TypeError):
        pipeline.write(target, 3)  # type: ignore[arg-type]
    assert target.read_text(encoding="utf-8") == "図"
    assert [path.name for path in target.parent.iterdir()] == ["map.svg"]


def test_importing_argmap_imports_nothing_slow() -> None:
    code = "import sys, argmap; print(sorted({'networkx', 'pydantic', 'yaml', 'click'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_analysing_imports_no_networkx() -> None:
    file = CLAIMS / "mynumber-insurance-card.yaml"
    code = f"import sys, argmap; argmap.analyse(argmap.load({str(file)!r}))['encryption']; print('networkx' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nonsense"):
        argmap.nonsense  # noqa: B018
    assert "load" in dir(argmap)


def test_a_map_shows_itself_in_a_notebook() -> None:
    debate = argmap.load(CLAIMS / "mynumber-insurance-card.yaml")
    drawn = argmap.draw(debate)
    assert drawn._repr_svg_().startswith("<svg")
    assert "根拠なし" in drawn._repr_svg_()
    assert "no evidence" in str(argmap.draw(debate, lang="en", around="encryption").to("svg"))
    with pytest.raises(KeyError):
        argmap.draw(debate, around="nothing")


def test_a_map_can_be_had_in_each_format_and_as_a_page() -> None:
    assert pipeline.map_formats() == {
        "dot": ".dot",
        "mermaid": ".mmd",
        "pdf": ".pdf",
        "png": ".png",
        "svg": ".svg",
        "html": ".html",
    }


BUS = """
parties: {town: {side: government}}
groups: {route: The route, fares: The fares}
sources: {minutes: {title: Minutes, file: minutes.txt}, leaflet: {title: Leaflet}}
claims:
  more: {text: There will be more buses, by: town, group: route, source: {in: minutes, quote: more buses}}
  stops: {text: There will be more stops, by: town, group: route, source: {in: leaflet, quote: more stops}}
  cheap: {text: Fares stay low, by: town, group: fares, source: {in: minutes, quote: fares stay low}}
"""


@pytest.fixture
def bus(tmp_path: Path) -> pipeline.Corpus:
    """A debate with one of its sources beside it, and a second debate that names the same file."""
    (tmp_path / "bus.yaml").write_text(BUS)
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "tram.yaml").write_text(BUS)
    (tmp_path / "minutes.txt").write_text("We promise more buses next year.\n")
    return pipeline.read([tmp_path])


def test_quotes_are_looked_up_in_the_files_of_their_sources(bus: pipeline.Corpus) -> None:
    found = {(one.debate, one.at[1]): one.match and one.match.kind for one in bus.quotes}
    assert found == {
        ("bus", "more"): "exact",
        ("bus", "cheap"): "absent",
        ("tram", "more"): None,
        ("tram", "cheap"): None,
    }
    assert bus.quotes is bus.quotes, "each file is read once"


def page_of(corpus: pipeline.Corpus, name: str) -> str:
    debate = corpus.by_id[name].debate
    return pipeline.page(corpus, debate, pipeline.draw(debate, corpus.analysis, lang="en"), Manner())


def test_a_page_knows_the_quotes_and_the_questions_of_its_debate(bus: pipeline.Corpus) -> None:
    data = Parsed(page_of(bus, "bus")).data
    shown = {one["id"]: one["passage"] for one in data["statements"]}
    assert (shown["more"]["before"], shown["more"]["found"]) == ("We promise ", "more buses")
    assert (shown["more"]["match"], shown["cheap"]["match"]) == ("exact", "absent")
    assert "match" not in shown["stops"]
    assert {one["about"] for one in data["follow_ups"]} == {"more", "stops", "cheap"}
    assert "match" not in Parsed(page_of(bus, "tram")).data["statements"][0]["passage"]


def test_the_map_of_a_page_leaves_names_to_its_script(bus: pipeline.Corpus) -> None:
    parsed = Parsed(page_of(bus, "bus"))
    nodes = [attrs for tag, attrs in parsed.tags if "node" in (attrs.get("class") or "").split()]
    assert [attrs["data-key"] for attrs in nodes] == ["bus#more", "bus#stops", "bus#cheap"]
    assert not [attrs for attrs in nodes if "id" in attrs or "role" in attrs]
    assert parsed.count("template") == 0


def test_a_map_of_very_many_boxes_is_shown_by_group(
    bus: pipeline.Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("argmap.layout.folds.FOLD", 3)
    assert Parsed(page_of(bus, "bus")).count("template") == 0
    monkeypatch.setattr("argmap.layout.folds.FOLD", 2)
    parsed = Parsed(page_of(bus, "bus"))
    folded = [attrs for tag, attrs in parsed.tags if tag == "template"]
    assert folded == [
        {"data-title": "The route", "data-counts": "2 claims"},
        {"data-title": "The fares", "data-counts": "1 claim"},
    ]
    assert sorted(parsed.values("data-key")) == ["bus#cheap", "bus#more", "bus#stops"]


def test_writing_follows_links_keeps_the_mode_and_spares_pipes(tmp_path: Path) -> None:
    real = tmp_path / "real.svg"
    real.write_text("old")
    real.chmod(0o600)
    (tmp_path / "link.svg").symlink_to(real)
    pipeline.write(tmp_path / "link.svg", "new")
    assert (real.read_text(), real.stat().st_mode & 0o777) == ("new", 0o600)
    assert (tmp_path / "link.svg").is_symlink()
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    reader = subprocess.Popen(["cat", fifo], stdout=subprocess.PIPE)
    pipeline.write(fifo, "into the pipe")
    assert reader.communicate(timeout=10)[0] == b"into the pipe"
    assert fifo.is_fifo()


def test_only_what_its_source_says_word_for_word_stands_between_quotation_marks(tmp_path: Path) -> None:
    (tmp_path / "minutes.txt").write_text("議員は、橋は安全ですかと尋ねた。", encoding="utf-8")
    asked = {"exact": "橋は安全ですか", "near": "橋は安全でか", "absent": "道は危険ですか"}
    lines = [
        "debate: {title: 橋, lang: ja, held: 2025-06}",
        "parties: {t: {name: 市, side: government}, m: {name: 議員, side: councilor}}",
        "sources: {s: {title: 会議録, file: minutes.txt}}",
        "questions:",
        *(
            f"  {name}: {{text: 問い, by: m, source: {{in: s, quote: {words}}}}}"
            for name, words in asked.items()
        ),
    ]
    (tmp_path / "bridge.yaml").write_text("\n".join(lines), encoding="utf-8")
    corpus = pipeline.read([tmp_path])
    found = {one.about: one for one in pipeline.ask(corpus, corpus.debates, "government")}
    assert "「橋は安全ですか」" in found["exact"].text.ja
    for name in ("near", "absent"):
        one = found[name]
        assert "「" not in one.text.ja + one.notice.ja
        assert one.passage is not None
        assert (one.passage.source, one.passage.quote) == ("会議録", None)
