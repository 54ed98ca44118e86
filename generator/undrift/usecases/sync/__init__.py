"""Staying in step: pages as their sites have them now, against those that are kept.

manifest ─▶ prepare ─▶ requests ─▶ (fetch, or a folder) ─▶ compare ─▶ store

What is stored is what was compared: the bytes are taken once.
"""

from __future__ import annotations

from .changes import CHANGES, with_entry
from .difference import MOST_LINES, difference
from .propose import Proposal, propose
from .saved import saved_files, saved_pages
from .step import Changed, Comparison, Explain, compare, store
from .target import Target, prepare

__all__ = [
    "CHANGES",
    "MOST_LINES",
    "Changed",
    "Comparison",
    "Explain",
    "Proposal",
    "Target",
    "compare",
    "difference",
    "prepare",
    "propose",
    "saved_files",
    "saved_pages",
    "store",
    "with_entry",
]
