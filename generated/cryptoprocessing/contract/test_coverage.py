# SPDX-License-Identifier: MIT-0
"""Every operation of `cryptoprocessing` is under contract."""

from . import (
    test_invoices,
)
from ._provider import PROVIDER
from ._support import assert_every_operation_covered


def test_every_operation_covered() -> None:
    """The contracts are the operations; those shown without an example are listed."""
    assert_every_operation_covered(
        PROVIDER,
        contracts=(*test_invoices.CONTRACTS,),
        without_example=(),
    )
