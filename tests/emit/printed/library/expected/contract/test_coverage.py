# SPDX-License-Identifier: MIT-0
"""Every operation of `acme` is under contract."""

from . import (
    test_books,
    test_catalogue,
    test_notes,
    test_shelves,
)
from ._provider import PROVIDER
from ._support import assert_every_operation_covered


def test_every_operation_covered() -> None:
    """The contracts are the operations; those shown without an example are listed."""
    assert_every_operation_covered(
        PROVIDER,
        contracts=(
            *test_books.CONTRACTS,
            *test_catalogue.CONTRACTS,
            *test_notes.CONTRACTS,
            *test_shelves.CONTRACTS,
        ),
        without_example=(
            "books.add",
            "catalogue.list_books",
            "notes.add",
            "notes.list",
            "shelves.get_shelf",
            "shelves.put_shelf",
        ),
    )
