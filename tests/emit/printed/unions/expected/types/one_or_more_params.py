# SPDX-License-Identifier: MIT-0
"""`OneOrMoreParams`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

OneOrMoreParams: TypeAlias = str | Sequence[str]
