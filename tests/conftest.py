"""Tests draw the same random examples in every run, so that a run can be repeated; `ARGMAP_RANDOM=1` draws new ones."""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("repeatable", derandomize=True, deadline=None)
if not os.environ.get("ARGMAP_RANDOM"):
    settings.load_profile("repeatable")
