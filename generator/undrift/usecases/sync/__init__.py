"""Staying in step: pages as their sites have them now, against those that are kept.

manifest ─▶ target ─▶ requests ─▶ (fetch, or a folder) ─▶ comparison ─▶ store

What is stored is what was compared: the bytes are taken once.
"""

from __future__ import annotations

from .changes import CHANGES, with_entry
from .difference import MOST_LINES, difference
from .propose import Proposal, propose
from .saved import saved_files, saved_pages
from .step import (
    Changed,
    Comparison,
    Explain,
    compare_with_kept,
    explain_changes,
    store,
)
from .target import Target, sync_target

__all__ = [
    "CHANGES",
    "MOST_LINES",
    "Changed",
    "Comparison",
    "Explain",
    "Proposal",
    "Target",
    "compare_with_kept",
    "difference",
    "explain_changes",
    "propose",
    "saved_files",
    "saved_pages",
    "store",
    "sync_target",
    "with_entry",
]
