"""Follow-up questions in words: the labels, the times, and what stands below each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from argmap.diagnostics import Lang, Words
from argmap.model import date_words, tells_date
from argmap.questions import FollowUp, Ground, Passage, SchemeUse

NEXT = Words(en="What to ask next", ja="次に聞くこと")
"""The heading of follow-up questions."""

DRAFT = Words(
    en="These are drafts: check each against its source, and put it in your own words.",
    ja="いずれも下書きである。出典で確かめ、自分の言葉に直して使う。",
)
"""What stands above follow-up questions."""

NOTHING_TO_ASK = Words(en="No question to follow up was found.", ja="聞くべき点は見当たらない。")
"""What stands in their place when there are none."""

WHY, TO, SOURCE = Words(en="Why", ja="なぜ"), Words(en="To", ja="相手"), Words(en="Source", ja="出典")
"""The labels of what belongs to a follow-up question."""

NOTICE = Words(en="In the notice", ja="通告書")
"""The label of a question as it is written in the notice."""

GROUNDS = Words(en="Rests on", ja="もとになる発言")
"""The label of what else a question rests on."""

THEN: Mapping[str, Words] = {
    "yes": Words(en="If yes", ja="認める答弁なら"),
    "no": Words(en="If no", ja="認めない答弁なら"),
    "later": Words(en="If it is to be considered", ja="検討するとの答弁なら"),
}
"""The labels of what to follow with, by the fields of `Replies`."""

LOOK = Words(en="Where to look", ja="調べる先")
"""The label of where evidence may be found."""

SCHEME = Words(en="Argumentation scheme", ja="論法")
"""The label of the scheme whose critical question is asked."""

KIND = Words(en="kind of question", ja="質問の種類")
"""What a kind of follow-up question is called in a list."""

NO_GROUP = Words(en="Other", ja="その他")
"""The heading of what belongs to no group."""


def passage_words(passage: Passage) -> Words:
    """Where something was said: the source's title, its date, the place, and the words verbatim."""
    told = passage.date is None or tells_date(passage.source, passage.date)
    date = Words(en="", ja="") if told else date_words(passage.date or "")
    listed = Words(
        en=", ".join(filter(None, (passage.source, date.en, passage.at))),
        ja="、".join(filter(None, (passage.source, date.ja, passage.at))),
    )
    if passage.quote is None:
        return listed
    return Words(en=f"{listed.en}: “{passage.quote}”", ja=f"{listed.ja}「{passage.quote}」")


def time_words(seconds: int) -> Words:
    """About how long something takes to read aloud."""
    minutes, rest = divmod(seconds, 60)
    en = " ".join((*[f"{minutes} min"] * (minutes > 0), *[f"{rest} s"] * (rest > 0))) or "0 s"
    ja = f"{minutes}分" * (minutes > 0) + f"{rest}秒" * (rest > 0) or "0秒"
    return Words(en=f"about {en}", ja=f"約{ja}")


def total_words(follow_ups: Sequence[FollowUp], lang: Lang) -> Words:
    """How many questions there are, and how long they take to read aloud."""
    count = len(follow_ups)
    time = time_words(sum(one.seconds(lang) for one in follow_ups))
    return Words(
        en=f"{count} question{'s' * (count != 1)}, {time.en} to read aloud.",
        ja=f"全{count}問、読み上げに{time.ja}。",
    )


def scheme_words(scheme: SchemeUse) -> Words:
    """A scheme, from which words it is suggested, and how far the debate takes up its critical questions."""
    hint = Words(en="", ja="")
    if scheme.cue is not None:
        hint = Words(en=f" (suggested by “{scheme.cue}”)", ja=f"（「{scheme.cue}」の語から推定）")
    listed = [(one.text, ", ".join(one.by), "、".join(one.by)) for one in scheme.questions]
    en = "; ".join(f"{text.en} {f'✓ {by}' if by else '– open'}" for text, by, _ in listed)
    ja = "／".join(f"{text.ja} {f'✓ {by}' if by else '― 未確認'}" for text, _, by in listed)
    return Words(en=f"{scheme.name.en}{hint.en}: {en}", ja=f"{scheme.name.ja}{hint.ja}：{ja}")


def notes_of(one: FollowUp, lang: Lang) -> tuple[tuple[Words, str], ...]:
    """What stands below a question: labels and texts, in this order; what there is nothing to say of is left out."""
    notes = [(WHY, f"{one.why.say(lang)} ({one.about})"), (TO, one.to.say(lang))]
    if one.passage is not None:
        notes.append((SOURCE, passage_words(one.passage).say(lang)))
    notes += [(GROUNDS, _ground_words(ground, lang)) for ground in one.rests_on if ground.id != one.about]
    if one.scheme is not None:
        notes.append((SCHEME, scheme_words(one.scheme).say(lang)))
    if one.look is not None:
        notes.append((LOOK, one.look.say(lang)))
    notes.append((NOTICE, one.notice.say(lang)))
    if one.then is not None:
        notes += [(label, getattr(one.then, reply).say(lang)) for reply, label in THEN.items()]
    return tuple(notes)


def _ground_words(ground: Ground, lang: Lang) -> str:
    where = f" — {passage_words(ground.passage).say(lang)}" if ground.passage else ""
    return f"{ground.text} ({ground.id}){where}"
