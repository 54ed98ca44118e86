# SPDX-License-Identifier: MIT-0
"""`BookParams`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Required, TypedDict

from .._runtime import Date, Number
from .author_params import AuthorParams
from .blurb_params import BlurbParams
from .book import BookState
from .cover_params import CoverParams


class BookParams(TypedDict, total=False):
    """`BookParams`, as it is sent."""

    id: Required[int]
    isbn: Required[str]
    rating: Required[Number | int | None]
    formats: Sequence[str]
    title: Required[str]
    maker: Required[str]
    price: Required[Number | int]
    lent: bool
    state: BookState
    published: Date | None
    subtitle: str | None
    tags: Required[Sequence[str]]
    pages: Sequence[int]
    authors: Required[Sequence[AuthorParams]]
    names: Mapping[str, str]
    blurb: BlurbParams
    cover: CoverParams
