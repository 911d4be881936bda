"""The argumentation schemes that arguebuf lists, by their ids in a debate."""

from __future__ import annotations

_LISTED = """
position-to-know expert-opinion witness-testimony popular-opinion popular-practice example analogy
practical-reasoning-from-analogy composition division oppositions rhetorical-oppositions alternatives
verbal-classification verbal-classification-definition verbal-classification-vagueness
verbal-classification-arbitrariness interaction-of-act-and-person values positive-values negative-values
sacrifice the-group-and-its-members practical-reasoning two-person-practical-reasoning waste sunk-costs
ignorance epistemic-ignorance cause-to-effect correlation-to-cause sign abductive evidence-to-hypothesis
consequences positive-consequences negative-consequences pragmatic-alternatives threat fear-appeal
danger-appeal need-for-help distress commitment ethotic generic-ad-hominem pragmatic-inconsistency
inconsistent-commitment circumstantial-ad-hominem bias bias-ad-hominem gradualism slippery-slope
precedent-slippery-slope sorites-slippery-slope verbal-slippery-slope full-slippery-slope
constitutive-rule-claims rules exceptional-case precedent plea-for-excuse perception memory
"""

SCHEMES = frozenset(_LISTED.split())
"""`expert-opinion` is `SUPPORT_EXPERT_OPINION` there."""
