"""From documentation as somebody has it to a provider's folder.

source ─▶ given files ─▶ pages, spec, what is left out ─▶ files of specs/NAME
"""

from __future__ import annotations

from ...reading.coverage import Coverage, LeftOut, Taken
from ...reading.gather import gather, gather_local
from ...reading.input_files import Gathered, Given
from ...reading.remote import Network
from .provider import Addition, Refusal, prepare

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
