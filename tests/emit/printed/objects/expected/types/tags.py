# SPDX-License-Identifier: MIT-0
"""`Tags`."""

from __future__ import annotations

from typing import TypeAlias

Tags: TypeAlias = dict[str, list[str]]
"""By name."""
