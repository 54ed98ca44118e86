"""A spec drafted from what hand-written pages document.

Nothing is invented in silence: whatever a page leaves open and a spec has to say
carries `x-undrift-unconfirmed: {page, line, question}` for a person to answer.
"""

from __future__ import annotations

from .document import Draft, draft_of
from .marks import MARK, Unconfirmed, unconfirmed_in

__all__ = ["MARK", "Draft", "Unconfirmed", "draft_of", "unconfirmed_in"]
