# SPDX-License-Identifier: MIT-0
"""Every operation of `acme` is under contract."""

from . import (
    test_nodes,
    test_pairs,
    test_values,
)
from ._provider import PROVIDER
from ._support import assert_every_operation_covered


def test_every_operation_covered() -> None:
    """The contracts are the operations; those shown without an example are listed."""
    assert_every_operation_covered(
        PROVIDER,
        contracts=(
            *test_nodes.CONTRACTS,
            *test_pairs.CONTRACTS,
            *test_values.CONTRACTS,
        ),
        without_example=(
            "nodes.add",
            "nodes.list",
            "pairs.get",
            "pairs.put_shapes",
            "values.store",
            "values.store_lists",
        ),
    )
