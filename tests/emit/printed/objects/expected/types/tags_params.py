# SPDX-License-Identifier: MIT-0
"""`TagsParams`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

TagsParams: TypeAlias = Mapping[str, Sequence[str]]
"""By name."""
