# SPDX-License-Identifier: MIT-0
"""`State`."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from .._runtime import OPEN

State: TypeAlias = Annotated[Literal["on", "off"] | str, OPEN]
