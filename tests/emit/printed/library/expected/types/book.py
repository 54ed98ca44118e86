# SPDX-License-Identifier: MIT-0
"""`BookState`, `Book`."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from .._runtime import OPEN, Date, Maybe, Model, Number
from .author import Author
from .blurb import Blurb
from .cover import Cover

BookState: TypeAlias = Annotated[Literal["new", "used"] | str, OPEN]


class Book(Model):
    """`Book`, as it arrives."""

    id: int
    isbn: str
    rating: Number | None
    formats: Maybe[list[str]] = None
    title: str
    maker: str
    price: Number
    lent: Maybe[bool] = None
    state: Maybe[BookState] = None
    published: Date | None = None
    subtitle: str | None = None
    tags: list[str]
    pages: Maybe[list[int]] = None
    authors: list[Author]
    names: Maybe[dict[str, str]] = None
    blurb: Maybe[Blurb] = None
    cover: Maybe[Cover] = None
