# SPDX-License-Identifier: MIT-0
"""Every operation of `acme` is under contract."""

from . import (
    test_chats,
    test_subscriptions,
)
from ._provider import PROVIDER
from ._support import assert_every_operation_covered


def test_every_operation_covered() -> None:
    """The contracts are the operations; those shown without an example are listed."""
    assert_every_operation_covered(
        PROVIDER,
        contracts=(
            *test_chats.CONTRACTS,
            *test_subscriptions.CONTRACTS,
        ),
        without_example=(
            "chats.create",
            "subscriptions.subscribe",
        ),
        streaming=(
            "chats.create_stream",
            "chats.records",
            "events.messages",
            "events.texts",
            "events.watch",
            "lines.list",
        ),
    )
