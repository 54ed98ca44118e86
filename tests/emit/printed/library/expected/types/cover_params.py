# SPDX-License-Identifier: MIT-0
"""`CoverParams`."""

from __future__ import annotations

from typing import TypeAlias

from .picture_params import PictureParams
from .plain_params import PlainParams

CoverParams: TypeAlias = PictureParams | PlainParams
