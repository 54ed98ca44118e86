"""From documentation as somebody has it to a provider's folder.

source ─▶ given files ─▶ pages, spec, what is left out ─▶ files of specs/NAME
"""

from __future__ import annotations

from ...reading.coverage import Coverage, LeftOut, Taken
from ...reading.gather import gather
from ...reading.input_files import InputFile, Inputs
from ...reading.remote import Network
from .provider import NewProvider, Refusal, new_provider

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
    "new_provider",
]
