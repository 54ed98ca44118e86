# SPDX-License-Identifier: MIT-0
"""`When`."""

from __future__ import annotations

from typing import TypeAlias

from .._runtime import Date, DateTime

When: TypeAlias = DateTime | Date
"""A day, or a time."""
