"""From documentation as somebody has it to a provider's folder.

source ─▶ given files ─▶ pages, spec, what is left out ─▶ files of specs/NAME
"""

from __future__ import annotations

from .coverage import Coverage, LeftOut, Taken
from .gathering import gather, gather_local
from .given import Gathered, Given
from .provider import Addition, Refusal, prepare
from .remote import Network

__all__ = [
    "Addition",
    "Coverage",
    "Gathered",
    "Given",
    "LeftOut",
    "Network",
    "Refusal",
    "Taken",
    "gather",
    "gather_local",
    "prepare",
]
