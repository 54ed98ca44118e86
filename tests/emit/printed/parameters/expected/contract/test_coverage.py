# SPDX-License-Identifier: MIT-0
"""Every operation of `acme` is under contract."""

from . import (
    test_items,
    test_paths,
    test_searches,
)
from ._provider import PROVIDER
from ._support import assert_every_operation_covered


def test_every_operation_covered() -> None:
    """The contracts are the operations; those shown without an example are listed."""
    assert_every_operation_covered(
        PROVIDER,
        contracts=(
            *test_items.CONTRACTS,
            *test_paths.CONTRACTS,
            *test_searches.CONTRACTS,
        ),
        without_example=(
            "items.get",
            "paths.styles",
            "searches.list",
        ),
    )
