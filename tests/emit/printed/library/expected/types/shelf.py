# SPDX-License-Identifier: MIT-0
"""`Shelf`."""

from __future__ import annotations

from pydantic import Field

from .._runtime import Maybe, Model
from .book import Book


class Shelf(Model):
    """`Shelf`, as it arrives."""

    label: str
    books: Maybe[list[Book]] = None

    __pydantic_extra__: dict[str, int] = Field(init=False)
    """Whatever else arrived."""
