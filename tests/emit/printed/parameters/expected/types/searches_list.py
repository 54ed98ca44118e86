# SPDX-License-Identifier: MIT-0
"""`SearchesListSortItem`."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from .._runtime import OPEN

SearchesListSortItem: TypeAlias = Annotated[Literal["name", "-name"] | str, OPEN]
