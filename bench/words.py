"""Sentences of a town that does not exist: Japanese of the length and kind of an assembly's minutes."""

import random
from typing import Final

from shape import Debate

_SHORTEST, _LONGEST = 20, 60  # characters a statement

_SUBJECTS: Final = (
    "学校給食",
    "防災無線",
    "子育て支援",
    "ごみの収集",
    "路線バス",
    "図書館",
    "水道料金",
    "空き家対策",
    "介護予防",
    "商店街振興",
    "保育所",
    "下水道の更新",
    "窓口の電子化",
    "公園の管理",
    "国民健康保険",
    "放課後児童クラブ",
)
_AREAS: Final = (
    "北浜",
    "汐見原",
    "中の島",
    "東雲台",
    "若葉台",
    "古市場",
    "三本松",
    "川向",
    "上野原",
    "港町",
    "青葉",
    "大手門",
    "緑ヶ丘",
    "新開",
    "西山",
    "南台",
)
_OPENINGS: Final = (
    "",
    "",
    "",
    "本市では、",
    "担当課によれば、",
    "昨年の答弁のとおり、",
    "議員のご指摘に関しては、",
    "国の通知に従い、",
)
_BODIES: Final = {
    "claim": (
        "{subject}の利用は{n}件で、{good}",
        "{area}地区の{subject}は{year}年度に{n}件の利用があり、{good}",
        "{subject}の費用は{n}万円を見込んでおり、{good}",
        "{year}年度までに{area}地区の{n}か所を整備することで、{good}",
        "{subject}については職員{n}人で対応しており、{good}",
        "{area}地区の住民{n}人への説明を終えているので、{good}",
    ),
    "rebuttal": (
        "{n}件の苦情があり、{bad}",
        "{area}地区では{n}世帯がまだ使えておらず、{bad}",
        "{subject}の見込み{n}万円は{year}年度の実績と合わず、{bad}",
        "その説明は{subject}の{n}件の苦情に触れておらず、{bad}",
        "{year}年度の調査で{n}人が不便だと答えており、{bad}",
        "職員{n}人という体制は{area}地区の実情に足りず、{bad}",
    ),
    "evidence": (
        "{year}年度の{area}地区の{subject}の統計（{n}件）",
        "{year}年度の{subject}に関する調査で、{area}地区の{n}人が回答した結果",
        "{area}地区で{subject}の利用者{n}人に影響が及んだ{year}年の事故の報告書",
        "{subject}の決算書に記された{year}年度の支出{n}万円の内訳と前年度との比較",
    ),
}  # fmt: skip
_GOOD: Final = (
    "引き続き安全に利用できる。",
    "市民の負担は軽くなる。",
    "待ち時間は短くなると考えている。",
    "今後も続ける必要がある。",
    "計画どおりに進んでいる。",
    "効果は十分に上がっていると認識している。",
    "財政への影響は小さい。",
)
_BAD: Final = (
    "効果が上がっているとは言えない。",
    "市民の不安は消えていない。",
    "計画の見直しが要る。",
    "その結論を支える根拠になっていない。",
    "別の方法を比べるべきである。",
    "高齢者には使いにくいままである。",
    "費用に見合わない。",
)


def group_title(group: int) -> str:
    """Name the group (件名) with this number."""
    subject, area = group % len(_SUBJECTS), group // len(_SUBJECTS)
    return f"{_AREAS[area % len(_AREAS)]}{area // len(_AREAS) or ''}の{_SUBJECTS[subject]}"


def sentences(debate: Debate, seed: int) -> tuple[str, ...]:
    """Write one sentence a statement, of 20 to 60 characters, no two the same."""
    rng = random.Random(seed)
    seen: dict[str, None] = {}
    for role, group in zip(debate.roles, debate.groups, strict=True):
        while (text := _sentence(rng, role, group)) in seen or not _SHORTEST <= len(text) <= _LONGEST:
            pass
        seen[text] = None
    return tuple(seen)


def _sentence(rng: random.Random, role: str, group: int) -> str:
    opening = "" if role == "evidence" else rng.choice(_OPENINGS)
    return opening + rng.choice(_BODIES[role]).format(
        area=rng.choice(_AREAS),
        subject=_SUBJECTS[group % len(_SUBJECTS)],
        year=rng.randint(2015, 2024),
        n=rng.randint(2, 4999),
        good=rng.choice(_GOOD),
        bad=rng.choice(_BAD),
    )
