"""From documentation as somebody has it to a provider's folder.

source ─▶ given files ─▶ pages, spec, what is left out ─▶ files of specs/NAME
"""

from __future__ import annotations

from .coverage import Coverage, LeftOut, Taken
from .given import Gathered, Given, gather
from .provider import Addition, Refusal, prepare

__all__ = [
    "Addition",
    "Coverage",
    "Gathered",
    "Given",
    "LeftOut",
    "Refusal",
    "Taken",
    "gather",
    "prepare",
]
