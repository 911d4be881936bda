"""Polite Japanese (です・ます) in the plain form in which speech is reported: 進めてまいります is 進めていく.

A debate file may keep the manner in which something was said; とのことですが and との質問 follow a plain form only. What
an ending is made of decides its plain form, the more particular first; an ending that is not known stays as it is.
"""

from __future__ import annotations

import re

_END = r"(?=か?(?:[。．.！？!?、\s]|$)|が、|けれど)"
_ROWS = {
    "き": "くいたか",
    "ぎ": "ぐいだが",
    "ち": "つったた",
    "に": "ぬんだな",
    "び": "ぶんだば",
    "み": "むんだま",
    "り": "るったら",
    "い": "うったわ",
}
"""Verbs of five steps by the end of their stem: the plain end, the past (two signs), the end before ない."""
_STEMS = (
    ("(?<=[てで])(?:まい|参)り", "いく", "きた", "いかない"),
    ("(?<=て)き", "くる", "きた", "こない"),
    ("(?<=[^さ]ん)でき", "でくる", "できた", "でこない"),
    ("(?<=[てで])いき", "いく", "いった", "いかない"),
    ("行き", "行く", "行った", "行かない"),
    ("(?:ござい|あり)", "ある", "あった", "ない"),
    ("(?<=[てではがもに])おり", "いる", "いた", "いない"),
    ("(?:いた|致)し", "する", "した", "しない"),
    ("くださ(?:い|り)", "くださる", "くださった", "くださらない"),
    ("なさい", "なさる", "なさった", "なさらない"),
    ("いらっしゃい", "いらっしゃる", "いらっしゃった", "いらっしゃらない"),
)
"""Verbs of their own kind by their stem: plain, past, negative."""
_IN_SU = re.compile(
    "(?:[かさざただなばまやらわこごぼ]|落と|見直|見通|目指|見出|見渡|手渡"
    "|(?<![一-鿿々ァ-ヶー])[出示直残促表移探渡押消壊許離返貸足正越通回起話試施催流隠尽崩倒増戻外指記])し$"
)
"""Verbs in す (示す, 減らす, 見直す); any other stem in し belongs to する."""
_IN_RU = re.compile(
    "(?:[えけげせぜてでねへべぺめれ]|[来見出得経着寝似診居]|[で起生尽飽]き|[過す]ぎ|[落朽満]ち|[伸延浴帯滅]び"
    "|[てでを試顧省]み|[足借降懲]り|下り|[用率強報老悔]い|じ"
    "|(?:[てではにどだん人名匹頭者員勢数々]|[一-鿿々ァ-ヶーの]が|(?<!お)も)い)$"
)
"""Stems to which る is added (進める, 起きる, 用いる)."""
_NOUN_IN_I = re.compile("(?:[違扱願思狙争疑払使問誓集合伝担補償祝舞]い|ねらい|ちがい|[くぐ]らい|おもい)$")
"""Nouns that end as adjectives in い do."""
_VERB = re.compile(rf"(?P<stem>[^。、！？!?\s]{{1,8}})(?P<tail>ませんでした|ました|ません|ます){_END}")
_BEING = re.compile(rf"(?P<noun>[^。、！？!?\s]{{1,8}})(?P<tail>でした|です){_END}")
_WHAT_ELSE = (
    (re.compile(rf"でしょう(?=か){_END}"), ""),
    (re.compile(rf"お([一-鿿]+か?[しえけせてべめれ])ください{_END}"), r"\1てほしい"),
    (re.compile(rf"(?<=[てで])ください{_END}"), "ほしい"),
    (re.compile(rf"(?<=[いうすたつなぬむる])ん(?=です{_END})"), "の"),
)


def plainly(text: str) -> str:
    """The text with every です and ます that ends a clause in its plain form."""
    for polite, plain in _WHAT_ELSE:
        text = polite.sub(plain, text)
    return _BEING.sub(_being, _VERB.sub(_verb, text))


def _verb(found: re.Match[str]) -> str:
    forms = _forms(found["stem"])
    if forms is None:
        return found[0]
    plain, past, negative = forms
    not_done = f"{negative[:-1]}かった"
    return {"ます": plain, "ました": past, "ません": negative, "ませんでした": not_done}[found["tail"]]


def _being(found: re.Match[str]) -> str:
    noun = found["noun"]
    if found["tail"] == "でした":
        return f"{noun}であった"
    asked = found.string.startswith("か", found.end())
    complete = noun.endswith("た") or (noun.endswith("い") and not _NOUN_IN_I.search(noun))
    return noun if asked or complete else f"{noun}である"


def _forms(stem: str) -> tuple[str, str, str] | None:
    """Plain, past and negative by the stem of a verb; None when it is none."""
    for ending, *forms in _STEMS:
        if kept := re.search(f"{ending}$", stem):
            plain, past, negative = (stem[: kept.start()] + one for one in forms)
            return plain, past, negative
    if _IN_RU.search(stem):
        return f"{stem}る", f"{stem}た", f"{stem}ない"
    body, last = stem[:-1], stem[-1:]
    if last == "し":
        plain, negative = ("す", "さない") if _IN_SU.search(stem) else ("する", "しない")
        return f"{body}{plain}", f"{body}した", f"{body}{negative}"
    if last not in _ROWS:
        return None
    row = _ROWS[last]
    return f"{body}{row[0]}", f"{body}{row[1:3]}", f"{body}{row[3]}ない"
