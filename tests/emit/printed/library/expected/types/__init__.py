# SPDX-License-Identifier: MIT-0
"""Types of the Acme client, loaded on demand."""

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_attributes

if TYPE_CHECKING:
    from .author import Author
    from .author_params import AuthorParams
    from .blurb import Blurb
    from .blurb_params import BlurbParams
    from .book import Book, BookState
    from .book_params import BookParams
    from .cover import Cover
    from .cover_params import CoverParams
    from .note import Note
    from .picture import Picture, PictureKind
    from .picture_params import PictureParams
    from .plain import Plain, PlainKind
    from .plain_params import PlainParams
    from .problem import Problem
    from .shelf import Shelf
else:
    __getattr__ = lazy_attributes(
        __name__,
        {
            "Author": ".author",
            "AuthorParams": ".author_params",
            "Blurb": ".blurb",
            "BlurbParams": ".blurb_params",
            "Book": ".book",
            "BookParams": ".book_params",
            "BookState": ".book",
            "Cover": ".cover",
            "CoverParams": ".cover_params",
            "Note": ".note",
            "Picture": ".picture",
            "PictureKind": ".picture",
            "PictureParams": ".picture_params",
            "Plain": ".plain",
            "PlainKind": ".plain",
            "PlainParams": ".plain_params",
            "Problem": ".problem",
            "Shelf": ".shelf",
        },
    )

__all__ = [
    "Author",
    "AuthorParams",
    "Blurb",
    "BlurbParams",
    "Book",
    "BookParams",
    "BookState",
    "Cover",
    "CoverParams",
    "Note",
    "Picture",
    "PictureKind",
    "PictureParams",
    "Plain",
    "PlainKind",
    "PlainParams",
    "Problem",
    "Shelf",
]
