"""`argmap import` and `argmap export`: what is written where, what is told, and what is left alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any, Self

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from argmap import transfer
from argmap.cli import cli, formatting
from argmap.cli.targets import names_of
from argmap.formats import FORMATS, Given
from argmap.formats._json import parse as parse_json
from argmap.formats._names import Names, clean
from argmap.formats._text import MOST, decode, place, too_big
from argmap.formats._xml import parse as parse_xml
from argmap.loading import load_file
from argmap.model import Debate
from argmap.report.json import schema

NODES = {
    "nodes": [
        {"nodeID": "1", "text": "The ferry is too dear", "type": "I", "timestamp": ""},
        {"nodeID": "2", "text": "A ticket costs forty", "type": "I", "timestamp": ""},
        {"nodeID": "3", "text": "Default Inference", "type": "RA", "timestamp": ""},
    ],
    "edges": [
        {"edgeID": "1", "fromID": "2", "toID": "3", "formEdgeID": None},
        {"edgeID": "2", "fromID": "3", "toID": "1", "formEdgeID": None},
        {"edgeID": "9", "fromID": "3", "toID": "404", "formEdgeID": None},
    ],
    "locutions": [],
}
TGF = "a The ferry is too dear\nb It is cheap\n#\nb a\n"
DEBATE = """\
debate: {title: The ferry}
parties:
  city: {name: City, side: government}
claims:
  a: {text: The ferry pays, by: city, kind: fact}
"""


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("nodes.json").write_text(json.dumps(NODES), encoding="utf-8")
    Path("ferry.yaml").write_text(DEBATE, encoding="utf-8")


def argmap(*words: str) -> Result:
    return CliRunner().invoke(cli, [*words, "--lang", "en"], prog_name="argmap")


def given(data: bytes) -> Given:
    return Given(name="x", data=data, beside=lambda _: None)


def test_one_file_is_printed_and_what_is_lost_is_named() -> None:
    done = argmap("import", "nodes.json")
    assert "text: A ticket costs forty" in done.stdout
    assert "404" in done.stderr
    assert "nodes.json" in done.stderr
    Path("read.yaml").write_text(done.stdout, encoding="utf-8")
    assert len(load_file("read.yaml").debate.claims) == 2


def test_a_file_becomes_a_debate_file_in_a_folder_or_under_a_name() -> None:
    done = argmap("import", "nodes.json", "-o", "claims")
    assert "→ argmap check claims/nodes.yaml" in done.stdout
    argmap("import", "nodes.json", "./nodes.json", "-o", "other.yaml")
    assert Path("other.yaml").read_bytes() == Path("claims/nodes.yaml").read_bytes()


def test_what_is_there_is_never_written_over() -> None:
    argmap("import", "nodes.json", "-o", "claims")
    assert "unchanged" in argmap("import", "nodes.json", "-o", "claims").stdout
    Path("claims/nodes.yaml").write_text(DEBATE, encoding="utf-8")
    done = argmap("import", "nodes.json", "-o", "claims")
    assert done.exit_code == 1
    assert "claims/nodes.yaml is there already" in done.stderr
    assert Path("claims/nodes.yaml").read_text(encoding="utf-8") == DEBATE
    Path("file").write_text("", encoding="utf-8")
    assert "cannot write" in argmap("import", "nodes.json", "-o", "file/x.yaml").stderr


def test_a_folder_is_walked_and_one_bad_file_stops_nothing() -> None:
    for name in ("in/a/x.json", "in/b/x.json", "in/.hidden.json", "in/c/.d/y.json", "in/z.json"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(json.dumps(NODES), encoding="utf-8")
    Path("in/broken.json").write_text('{"nodes": [', encoding="utf-8")
    (Path("in") / "link").symlink_to(Path("in").resolve())
    done = argmap("import", "in", "-o", "claims", "--from", "aif")
    assert done.exit_code == 1
    assert sorted(path.name for path in Path("claims").iterdir()) == [
        "a-x-json.yaml",
        "b-x-json.yaml",
        "z.yaml",
    ]
    assert "in/broken.json:1:12: " in done.stderr
    rows = done.stdout.splitlines()
    assert [row.split()[0] for row in rows[1:5]] == ["x.json", "x.json", "broken.json", "z.json"]
    assert rows[3].endswith("failed")
    assert rows[-1] == "→ argmap check claims"


def test_a_folder_that_is_one_debate_is_one() -> None:
    argmap("export", "ferry.yaml", "--to", "csv", "-o", "in/sheets")
    done = argmap("import", "in", "-o", "claims")
    assert [path.name for path in Path("claims").iterdir()] == ["sheets.yaml"]
    assert load_file("claims/sheets.yaml").debate.claims == load_file("ferry.yaml").debate.claims
    assert done.exit_code == 0
    argmap("import", "in/sheets", "-o", "one.yaml")
    assert Path("one.yaml").exists()


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("import", "nothing.json"), 1, "cannot read: No such file"),
        (("import", "empty"), 3, "no file in empty"),
        (("import", "nodes.json", "ferry.yaml"), 2, "several files go into a folder"),
        (("import", "nodes.json", "ferry.yaml", "-o", "x.yaml"), 2, "several files go into a folder"),
        (("import", "nodes.json", "--from", "word"), 2, "'word' is none of aif,"),
        (("import", "noise.bin"), 1, "no format is recognised"),
        (("export", "ferry.yaml", "--to", "csv"), 2, "several files: name a folder"),
        (("export", "--to", "aif", "ferry.yaml", "two.yaml"), 2, "several debates go into a folder"),
        (("export", "ferry.yaml"), 2, "--to"),
    ],
)
def test_what_cannot_be_done_is_said(words: tuple[str, ...], code: int, said: str) -> None:
    Path("empty").mkdir()
    Path("noise.bin").write_bytes(b"\0\1\2")
    Path("two.yaml").write_text(DEBATE, encoding="utf-8")
    done = argmap(*words)
    assert done.exit_code == code
    assert said in done.stderr


def test_a_folder_that_cannot_be_listed_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def iterdir(_: Path) -> Iterator[Path]:
        raise PermissionError(13, "Permission denied", "in")

    Path("in").mkdir()
    monkeypatch.setattr(Path, "iterdir", iterdir)
    done = argmap("import", "in", "-o", "claims")
    assert (done.exit_code, done.stderr) == (3, "argmap: in: Permission denied\n")


def test_a_file_that_fits_two_formats_is_asked_about(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transfer, "recognise", lambda _: ("aif", "tgf"))
    done = argmap("import", "nodes.json")
    assert (done.exit_code, done.stderr) == (1, "nodes.json: this may be aif, tgf: say which with --from\n")


def test_a_format_that_is_only_written_is_not_read() -> None:
    slug, found = transfer.import_file(Path("nodes.json"), "dot")
    assert (slug, found.debate) == ("dot", None)
    assert "only written" in found.faults[0].message.en
    with pytest.raises(KeyError):
        transfer.export(Debate(), "microtext")


def test_a_file_that_is_too_big_is_not_read() -> None:
    with Path("big.json").open("wb") as file:
        file.truncate(MOST + 1)
    _, found = transfer.import_file(Path("big.json"))
    assert found.faults[0].message.en == "the file has more than 128 MB: split it"


def test_files_beside_are_only_those_of_the_folder() -> None:
    Path("in").mkdir()
    Path("in/near.txt").write_text("near", encoding="utf-8")
    Path("in/far.txt").symlink_to(Path("nodes.json").resolve())
    beside = transfer.given(Path("in")).beside
    assert beside("near.txt") == b"near"
    for name in ("far.txt", "../nodes.json", "none", "a\0b", "/etc/hosts", "."):
        assert beside(name) is None


def test_json_tells_what_became_of_files() -> None:
    done = argmap("import", "nodes.json", "noise.bin", "--format", "json")
    report = json.loads(done.stdout)
    Draft202012Validator(json.loads(schema("import"))).validate(report)
    first, second = report["files"]
    assert (first["format"], first["outcome"], first["statements"]) == ("aif", "read", 2)
    assert first["lost"] or first["faults"]
    assert (second["format"], second["outcome"]) == (None, "failed")
    written = json.loads(argmap("import", "nodes.json", "-o", "claims", "--format", "json").stdout)
    assert written["files"][0]["target"] == "claims/nodes.yaml"


def test_json_tells_what_became_of_debates() -> None:
    report = json.loads(argmap("export", "ferry.yaml", "--to", "tgf", "--format", "json").stdout)
    Draft202012Validator(json.loads(schema("export"))).validate(report)
    assert report["to"] == "tgf"
    assert report["debates"][0]["outcome"] == "read"
    assert report["debates"][0]["lost"]


def test_a_debate_is_printed_in_another_format() -> None:
    done = argmap("export", "ferry.yaml", "--to", "tgf")
    assert "a" in done.stdout
    assert "ferry:a: not carried over: the kind `fact`" in done.stderr
    assert "items not carried over" in done.stderr
    assert done.exit_code == 0
    assert argmap("export", "ferry.yaml", "--to", "xlsx").stdout_bytes.startswith(b"PK")


def test_debates_are_written_into_a_folder_and_never_over_anything() -> None:
    Path("two.yaml").write_text(DEBATE, encoding="utf-8")
    done = argmap("export", "ferry.yaml", "two.yaml", "--to", "tgf", "-o", "out")
    assert done.stdout == "out/ferry.tgf\nout/two.tgf\n"
    assert argmap("export", "ferry.yaml", "--to", "tgf", "-o", "out").exit_code == 0
    Path("out/ferry.tgf").write_text("mine", encoding="utf-8")
    done = argmap("export", "ferry.yaml", "--to", "tgf", "-o", "out/ferry.tgf")
    assert done.exit_code == 1
    assert Path("out/ferry.tgf").read_text(encoding="utf-8") == "mine"


def test_the_help_names_every_format() -> None:
    for verb, text in formatting._FORMATS.items():  # noqa: SLF001 - what the help says
        assert text == ", ".join(slug for slug, one in FORMATS.items() if getattr(one, verb))


def test_formats_are_completed() -> None:
    kind = next(one for one in formatting.export.params if one.name == "slug").type
    context = formatting.export.make_context("export", ["--to", "aif"])
    assert [one.value for one in kind.shell_complete(context, formatting.export.params[0], "xl")] == ["xlsx"]


def test_a_bug_on_one_file_is_a_failed_one(monkeypatch: pytest.MonkeyPatch) -> None:
    class Pool:
        """Dies on `bad`."""

        def __init__(self, *_: object) -> None:
            return None

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_: object) -> None:
            return None

        def shutdown(self, **_: object) -> None:
            return None

        def submit(self, work: Any, job: transfer.Job) -> Future[Any]:  # noqa: ANN401 - any work
            future: Future[Any] = Future()
            if job.file.name == "bad":
                future.set_exception(BrokenProcessPool())
            else:
                future.set_result(work(job))
            return future

    def broken(*_: object) -> None:
        raise RuntimeError("unforeseen")

    monkeypatch.setattr("argmap.parallel.ProcessPoolExecutor", Pool)
    monkeypatch.setattr(transfer, "import_file", broken)
    jobs = [transfer.Job(file=Path(name)) for name in ("nodes.json", "bad")]
    found = {one.job.file.name: one for one in transfer.transfer_all(jobs)}
    assert "unforeseen" in found["nodes.json"].faults[0].message.en
    assert "memory" in found["bad"].faults[0].message.en


def test_files_get_names_that_no_two_share() -> None:
    files = [Path("a/x 1.txt"), Path("b/a/x 1.txt"), Path("y.txt")]
    assert names_of(files, lambda name: name.replace(" ", "-")) == ["a-x-1-txt", "a-x-1-txt-2", "y"]


@pytest.mark.parametrize(
    ("data", "at", "said"),
    [
        (b'{"a":\n x}', "2:2", "Expecting value"),
        (b'["NaN", NaN]', "1:9", "NaN"),
        (b"[" * 300, "", "more than 200 deep"),
        (b"[" * 201 + b"]" * 201, "", "more than 200 deep"),
        (b'["a\nb"]', "1:4", "control character"),
        (b'"\xff"', "1:2", "0xFF is not UTF-8"),
        (b"[" + b"," * 8_000_001, "", "more than 8,000,000 values"),
        (b'{"a": 1, "a": 2}', "", "`a` stands twice"),
    ],
)
def test_faults_of_json_have_a_place(data: bytes, at: str, said: str) -> None:
    _, (fault,) = parse_json(given(data))
    assert fault.at == at
    assert said in fault.message.en


def test_json_is_read_as_it_is() -> None:
    assert parse_json(given(b'["' + b"[" * 300 + b'", 1' + b"0" * 5000 + b"]"))[0] == [
        "[" * 300,
        float("inf"),
    ]
    assert parse_json(given(b'{"a": 1, "a": 2}'))[0] == {"a": 2}


@pytest.mark.parametrize(
    ("data", "at", "said"),
    [
        (b"<a>\n<b></a>", "2:8", "not XML"),
        (b"", "1:1", "not XML"),
        (b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', "", "entities"),
        (b"<a>" * 210 + b"</a>" * 210, "1:1", "more than 200 deep"),
    ],
)
def test_faults_of_xml_have_a_place(data: bytes, at: str, said: str) -> None:
    root, (fault,) = parse_xml(given(data))
    assert root is None
    assert fault.at == at
    assert said in fault.message.en


def test_xml_opens_nothing_that_it_names() -> None:
    root, notes = parse_xml(given(b'<!DOCTYPE a SYSTEM "file:///etc/hosts"><a><!-- c --><?p?><b>1</b></a>'))
    assert notes == ()
    assert [child.tag for child in root] == ["b"]


def test_nothing_too_big_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("_json", "_text", "_xml"):
        monkeypatch.setattr(f"argmap.formats.{module}.MOST", 3)
    for read in (parse_json, parse_xml, decode):
        assert read(given(b"[1,2]")) == (None, too_big(given(b"[1,2]")))
    assert too_big(given(b"[]")) == ()


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("市\r\na\rb".encode(), "市\na\nb"),
        (b"\xef\xbb\xbfa", "a"),
        ("\ufeff市".encode("utf-16-le"), "市"),
        ("市の歳入".encode("cp932"), "市の歳入"),
        (b"caf\xe9", None),
        (b"\xff\xfe\x00\xd8", None),
        (b"ab\0", None),
        (b"\x81\xf6\x81\x60\xa1", None),
    ],
)
def test_text_is_decoded(data: bytes, text: str | None) -> None:
    found, notes = decode(given(data))
    assert found == text
    assert bool(notes) == (text is None)


def test_places_count_from_one() -> None:
    assert [place("ab\nc", index) for index in (0, 1, 3)] == ["1:1", "1:2", "2:1"]


def test_ids_stay_where_they_can_and_no_two_are_alike() -> None:
    names = Names()
    wanted = ("a", "a", "a b", "a-b", "", "a-2", "か\u3099", "x" * 300)
    given = [names.give(one, "s") for one in wanted]
    assert given == ["a", "a-2", "a-b", "a-b-2", "s", "a-2-2", "が", "x" * 24]


def test_texts_keep_their_lines_and_lose_what_nobody_sees() -> None:
    assert clean(" a\r\nb\x00c\u2028d\ufeff ") == "a\nb c\nd"
    assert clean("\u200b\u2060") == ""
