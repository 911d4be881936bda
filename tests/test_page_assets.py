"""The scripts and style sheets of the pages: bundled whole, in order, and with every word that they say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from pathlib import Path

import pytest

import argmap
from argmap.diagnostics import Words
from argmap.report import Manner
from argmap.report.html import assets, collect
from argmap.report.html import page as write_page
from argmap.report.html.assets import script, style
from argmap.report.html.data import PageMap
from argmap.report.html.words import SCRIPT, SHELL
from tests.report_debates import analysed, midori

HTML = Path(argmap.__file__).parent / "report" / "html"
IMPORT = re.compile(r'^import \{([^}]*)\} from "\./([\w-]+)\.js";$', re.MULTILINE)
NAMED = re.compile(r"^(?:export )?(?:async )?(?:function\*?|class|const|let|var) +(\w+)", re.MULTILINE)
TAKEN_APART = re.compile(r"^(?:export )?(?:const|let|var) *[\[{]([^=]*)[\]}] *=", re.MULTILINE)


def source(name: str) -> str:
    return (HTML / "script" / f"{name}.js").read_text(encoding="utf-8")


def modules(name: str) -> list[str]:
    """A module and all that it imports, itself first."""
    found = [name]
    for each in found:
        found.extend(other for _, other in IMPORT.findall(source(each)) if other not in found)
    return found


def names(text: str) -> list[str]:
    """What a module names at its top."""
    apart = (name for group in TAKEN_APART.findall(text) for name in re.findall(r"\w+(?=\s*(?:,|$))", group))
    return [*NAMED.findall(text), *apart]


@pytest.fixture
def scripts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty folder in the place of the one with the scripts."""
    monkeypatch.setattr(assets, "files", lambda _: tmp_path)
    (tmp_path / "script").mkdir()
    script.cache_clear()
    style.cache_clear()
    yield tmp_path
    script.cache_clear()
    style.cache_clear()


def write(folder: Path, texts: Mapping[str, str]) -> None:
    for name, text in texts.items():
        (folder / "script" / f"{name}.js").write_text(text, encoding="utf-8")


def test_a_module_comes_once_and_before_those_that_import_it(scripts: Path) -> None:
    write(
        scripts,
        {
            "main": 'import { left } from "./left.js";\nimport {\n  right,\n} from "./right.js";\n\nleft(right);\n',
            "left": 'import { base } from "./base.js";\n\nexport function left(one) {\n  return one + base;\n}\n',
            "right": 'import { base } from "./base.js";\n\nexport const right = base * 2;\n',
            "base": "export const base = 1;\n",
        },
    )
    assert script("main") == (
        "const base=1;function left(one){return one+base;}\nconst right=base*2;left(right);"
    )


def test_comments_go_and_what_is_said_stays(scripts: Path) -> None:
    text = """\
/**
 * What it does.
 *
 * @param {string} one
 */
export async function* f(one) {
  // A remark.
  /** @type {string[]} */
  const all = /** @type {string[]} */ ([one]);
  /** @type {HTMLElement | null} */ (find("a"))?.focus();
  yield "// no comment, export const x"; /* nor this */
  if (all) import("x");
}
export class A {}
exported();
"""
    write(scripts, {"main": text})
    assert script("main").splitlines() == [
        (
            'async function*f(one){const all=([one]);(find("a"))?.focus();'
            'yield"// no comment, export const x";if(all)import("x");}'
        ),
        "class A{}",
        "exported();",
    ]


def test_a_style_sheet_keeps_its_rules_only(scripts: Path) -> None:
    (scripts / "one.css").write_text("/* For\n   all. */\na {\n  color: red; /* why */\n\n}\n")
    assert style("one") == "a{color:red}"


def test_the_page_has_every_module_whole_once_and_before_its_importers() -> None:
    bundle = "".join(script("page").split())
    used = modules("page")
    assert len(used) > 10
    places = {}
    for name in used:
        body = IMPORT.sub("", source(name))
        own = [
            "".join(re.sub(r"^export ", "", line).split())
            for line in body.splitlines()
            if re.match(r"export (async )?(function|const|let|class)", line)
        ]
        for line in own:
            assert bundle.count(line) == 1, (name, line)
        places[name] = min((bundle.find(line) for line in own), default=len(bundle))
    for name in used:
        for _, other in IMPORT.findall(source(name)):
            assert places[other] < places[name], (other, name)


def test_nothing_of_the_modules_is_left_in_the_page() -> None:
    bundle = script("page")
    assert not re.search(r"^\s*(import|export)\b", bundle, re.MULTILINE)
    assert not re.search(r"^\s*(//|/\*\*?$|\*)", bundle, re.MULTILINE)
    assert not re.search(r"^\s", bundle, re.MULTILINE)
    assert "</script" not in bundle.lower()
    assert "<!--" not in bundle
    assert "sourceMappingURL" not in bundle


def test_what_a_module_imports_the_other_exports() -> None:
    for name in modules("page"):
        for wanted, other in IMPORT.findall(source(name)):
            exported = {
                each
                for line in source(other).splitlines()
                if line.startswith("export ")
                for each in names(line)
            }
            assert {each.strip() for each in wanted.split(",") if each.strip()} <= exported, (name, other)


def test_no_name_is_given_twice_in_the_page() -> None:
    given = Counter(each for name in modules("page") for each in names(source(name)))
    assert len(given) > 100
    assert [name for name, count in given.items() if count > 1] == []


def test_names_that_are_given_twice_are_found() -> None:
    text = "const a = 1;\nexport function b() {\n  const c = 2;\n}\nconst [d, e] = f;\nlet { g, h: i } = j;\n"
    assert names(text) == ["a", "b", "d", "e", "g", "i"]


# Words


class Asked(dict[str, Words]):
    """Words that remember which of them were asked for."""

    def __init__(self, words: Mapping[str, Words]) -> None:
        super().__init__(words)
        self.asked: set[str] = set()

    def __getitem__(self, name: str) -> Words:
        self.asked.add(name)
        return super().__getitem__(name)


def test_every_word_of_the_shell_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    said = Asked(SHELL)
    for module in ("page", "shell"):
        monkeypatch.setattr(import_module(f"argmap.report.html.{module}"), "SHELL", said)
    given = midori()
    analysis = analysed(given)
    data = collect(analysis, given, (), (), Manner())
    write_page(analysis, given, data, [PageMap(svg="<svg></svg>")], Manner(), "index.html")
    assert sorted(set(SHELL) - said.asked) == []


def in_scripts(pattern: str, names: Iterable[str]) -> set[str]:
    return {found for name in names for found in re.findall(pattern, source(name))}


def test_every_word_of_the_script_is_said_and_every_word_that_is_said_exists() -> None:
    used = modules("page")
    called = in_scripts(r'\bword\("([^"]+)"', used)
    assert len(called) > 20
    assert sorted(called - set(SCRIPT)) == []
    # other names are handed on in a variable: texts, or the keys of a table
    named = called | in_scripts(r'"([a-z-]+)"', used) | in_scripts(r"\b([a-z]+): ", used)
    roles_of_data = {"claim", "rebuttal", "evidence", "question"}
    in_data = {"full", "partial", "evasive", "exact", "near", "absent"}
    assert sorted(set(SCRIPT) - named - roles_of_data - in_data) == []


@pytest.mark.parametrize("words", [SHELL, SCRIPT], ids=["shell", "script"])
def test_every_word_is_there_in_both_languages_with_the_same_places_to_fill(
    words: Mapping[str, Words],
) -> None:
    for name, each in words.items():
        assert each.en.strip(), name
        assert each.ja.strip(), name
        assert sorted(re.findall(r"\{\w+\}", each.en)) == sorted(re.findall(r"\{\w+\}", each.ja)), name


def test_what_is_filled_into_words_is_what_the_script_fills_in() -> None:
    for name in modules("page"):
        for word, filled in re.findall(r'\bword\("([^"]+)", \{([^}]*)\}\)', source(name)):
            given = {part.partition(":")[0].strip() for part in filled.split(",")}
            assert given == set(re.findall(r"\{(\w+)\}", SCRIPT[word].en)), (name, word)
