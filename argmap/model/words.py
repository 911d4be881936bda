"""What the parts of a debate are called, in both languages; dates are in `dates`."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.diagnostics import Words

ROLE_WORDS: Mapping[str, Words] = {
    "claim": Words(en="claim", ja="主張"),
    "rebuttal": Words(en="rebuttal", ja="反論"),
    "evidence": Words(en="evidence", ja="証拠"),
    "question": Words(en="question", ja="質問"),
    "request": Words(en="request", ja="要望"),
}
"""By role of a statement, or kind of a question."""

TYPE_WORDS: Mapping[str, Words] = {
    "incident": Words(en="incident", ja="事例"),
    "statistic": Words(en="statistic", ja="統計"),
    "document": Words(en="document", ja="文書"),
    "law": Words(en="law", ja="法令"),
    "testimony": Words(en="testimony", ja="証言"),
    "expert": Words(en="expert", ja="専門家"),
}
"""By type of evidence."""
