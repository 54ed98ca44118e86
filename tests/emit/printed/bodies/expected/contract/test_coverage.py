# SPDX-License-Identifier: MIT-0
"""Every operation of `acme` is under contract."""

from . import (
    test_forms,
    test_orders,
    test_raw,
)
from ._provider import PROVIDER
from ._support import assert_every_operation_covered


def test_every_operation_covered() -> None:
    """The contracts are the operations; those shown without an example are listed."""
    assert_every_operation_covered(
        PROVIDER,
        contracts=(
            *test_forms.CONTRACTS,
            *test_orders.CONTRACTS,
            *test_raw.CONTRACTS,
        ),
        without_example=(
            "forms.send",
            "forms.send_parts",
            "orders.clear",
            "orders.create",
            "orders.patch",
            "orders.replace",
            "raw.put_octets",
            "raw.put_picture",
            "raw.put_text",
            "raw.scan",
        ),
    )
