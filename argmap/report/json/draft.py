"""A draft of a debate as JSON, for programs that go on with it: `argmap-draft/1`."""

from __future__ import annotations

from argmap.diagnostics import Lang
from argmap.drafting.values import Draft
from argmap.report.json import draft_types as types


def draft(found: Draft, lang: Lang) -> str:
    """What was found in a document, as `argmap-draft/1`."""
    return _report(found, lang).model_dump_json(indent=2) + "\n"


def _report(found: Draft, lang: Lang) -> types.DraftReport:
    outline = found.outline
    document = outline.document
    return types.DraftReport(
        lang=lang,
        document=types.DraftDocument(
            name=document.name,
            format=document.format,
            encoding=document.encoding,
            sha256=document.sha256,
            title=document.title,
            date=document.date,
        ),
        mode=outline.mode,
        turns=tuple(
            types.DraftTurn(
                id=one.id, role=one.role, speaker=one.speaker, article=one.article, spans=one.spans
            )
            for one in outline.turns
        ),
        statements=_statements(found),
        links=tuple(
            types.DraftedLink(
                from_=one.from_,
                to=one.to,
                kind=one.kind,
                because=one.because.say(lang),
                extent=one.extent,
                with_=one.with_,
            )
            for one in found.links
        ),
        questions=_questions(found),
        repairs=tuple(
            types.DraftRepair(kind=one.kind, text=one.words.say(lang), spans=one.spans)
            for one in outline.repairs
        ),
        suspects=tuple(
            types.DraftSuspect(
                text=one.text, suggestion=one.suggestion, because=one.words.say(lang), span=one.span
            )
            for one in outline.suspects
        ),
        quotes=tuple(
            types.DraftedQuote(text=one.text, turn=one.turn, match=one.match, found=one.found or None)
            for one in found.quotes
        ),
        notes=tuple(words.say(lang) for words in (*document.notes, *found.notes)),
    )


def _statements(found: Draft) -> tuple[types.DraftedStatement, ...]:
    return tuple(
        types.DraftedStatement(
            id=one.id,
            role=one.role,
            turn=one.turn,
            text=one.text,
            quote=one.quote,
            spans=one.spans,
            kind=one.kind,
            due=one.due,
            date=one.date,
            place=one.place,
            figures=one.figures,
        )
        for one in found.statements
    )


def _questions(found: Draft) -> tuple[types.DraftedQuestion, ...]:
    return tuple(
        types.DraftedQuestion(
            id=one.id,
            turn=one.turn,
            text=one.text,
            quote=one.quote,
            spans=one.spans,
            kind=one.kind,
            status=one.status,
            answered_by=one.answered_by,
            missing_words=one.missing_words,
            nearest=one.nearest,
        )
        for one in found.questions
    )
