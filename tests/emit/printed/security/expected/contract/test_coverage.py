# SPDX-License-Identifier: MIT-0
"""Every operation of `acme` is under contract."""

from . import (
    test_keys,
    test_signed,
    test_tokens,
)
from ._provider import PROVIDER
from ._support import assert_every_operation_covered


def test_every_operation_covered() -> None:
    """The contracts are the operations; those shown without an example are listed."""
    assert_every_operation_covered(
        PROVIDER,
        contracts=(
            *test_keys.CONTRACTS,
            *test_signed.CONTRACTS,
            *test_tokens.CONTRACTS,
        ),
        without_example=(
            "keys.cookie",
            "keys.header",
            "keys.none",
            "keys.query",
            "keys.together",
            "signed.hmac",
            "signed.signature",
            "signed.signature_of_body",
            "tokens.basic",
            "tokens.bearer",
            "tokens.custom",
            "tokens.either",
            "tokens.oauth",
        ),
    )
