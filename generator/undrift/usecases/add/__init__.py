"""From documentation as somebody has it to a provider's folder.

source ─▶ given files ─▶ pages, spec, what is left out ─▶ files of specs/NAME
"""

from __future__ import annotations

from ...reading.coverage import Coverage, LeftOut, Taken
from ...reading.gather import gather, gather_local
from ...reading.input_files import InputFile, Inputs
from ...reading.remote import Network
from .provider import NewProvider, Refusal, prepare

__all__ = [
    "Coverage",
    "InputFile",
    "Inputs",
    "LeftOut",
    "Network",
    "NewProvider",
    "Refusal",
    "Taken",
    "gather",
    "gather_local",
    "prepare",
]
