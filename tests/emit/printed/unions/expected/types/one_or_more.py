# SPDX-License-Identifier: MIT-0
"""`OneOrMore`."""

from __future__ import annotations

from typing import TypeAlias

OneOrMore: TypeAlias = str | list[str]
