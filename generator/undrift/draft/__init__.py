"""A spec drafted from what hand-written pages document.

Nothing is invented in silence: whatever a page leaves open and a spec has to say
carries `x-undrift-unconfirmed: {page, line, question}` for a person to answer.
"""

from __future__ import annotations

from .document import SpecDraft, draft_of
from .marks import MARK, Unconfirmed, unconfirmed_in

__all__ = ["MARK", "SpecDraft", "Unconfirmed", "draft_of", "unconfirmed_in"]
