"""Word files as tests look at them: opened, their words, and forms that somebody edited."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
from docx.oxml.ns import qn

from argmap.diagnostics import Words
from argmap.questions import FollowUp, Ground, Passage, Replies
from tests.report_debates import debate


def opened(data: bytes) -> Any:  # noqa: ANN401 - python-docx has no types
    return docx.Document(BytesIO(data))


def texts(data: bytes, style: str) -> list[str]:
    """The paragraphs of a style, also those inside tables."""
    document = opened(data)
    wanted = document.styles[style].style_id
    return [
        "".join(
            text.text or "" if text.tag == qn("w:t") else "\t"
            for text in paragraph.iter(qn("w:t"), qn("w:tab"))
        )
        for paragraph in document.element.body.iter(qn("w:p"))
        if paragraph.style == wanted
    ]


def words(data: bytes) -> str:
    """Every word of the document's body."""
    return "\n".join(
        "".join(t.text or "" for t in p.iter(qn("w:t"))) for p in opened(data).element.body.iter(qn("w:p"))
    )


def edited(form: bytes, change: Callable[[Any], object]) -> bytes:
    """A form after somebody changed it in Word."""
    document = opened(form)
    change(document)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def written(*paragraphs: str) -> bytes:
    """A form of nothing but these paragraphs."""
    return edited(_empty(), lambda document: [document.add_paragraph(text) for text in paragraphs])


def _empty() -> bytes:
    buffer = BytesIO()
    docx.Document().save(buffer)
    return buffer.getvalue()


def part(data: bytes, name: str) -> str:
    with ZipFile(BytesIO(data)) as package:
        return package.read(name).decode()


def follow_up(about: str = "x", **changes: Any) -> FollowUp:  # noqa: ANN401
    """A question with everything that one can carry, where nothing else is given."""
    passage = Passage(quote="地元の野菜を３割", source="会議録", at="12頁", date="2025-06-10")
    values: dict[str, Any] = {
        "kind": "unrebutted-claim",
        "debate": "midori",
        "about": about,
        "group": "lunch",
        "group_title": "給食の質",
        "to": Words(en="the town", ja="町長"),
        "text": Words(en="On what is it based?", ja="根拠を伺います。"),
        "notice": Words(en="On what is it based?", ja="根拠は何か。"),
        "why": Words(en="Nobody rebutted it.", ja="反論が見当たらない。"),
        "passage": passage,
        "rests_on": (Ground(id=about, text="地元の野菜を3割使っている。", passage=passage),),
        "then": Replies(
            yes=Words(en="Since when?", ja="いつからか伺います。"),
            no=Words(en="Why not?", ja="理由を伺います。"),
            later=Words(en="Until when?", ja="期限を伺います。"),
        ),
        **changes,
    }
    return FollowUp(**values)


def many(count: int) -> tuple[Any, list[FollowUp]]:
    """A debate of so many claims, and a question on each; ten under one subject."""
    given = debate(
        groups={f"g{i}": f"件名{i}" for i in range(count // 10)},
        claims={
            f"c{i}": {"text": f"取り組み{i}は確かめられている", "by": "town", "answers": [f"q{i}"]}
            for i in range(count)
        },
        questions={f"q{i}": {"text": f"取り組み{i}をどう見るか", "by": "member"} for i in range(count)},
    )
    return given, [
        follow_up(f"c{i}", group=f"g{i // 10}", group_title=f"件名{i // 10}") for i in range(count)
    ]
