# SPDX-License-Identifier: MIT-0
"""All contract tests of one operation."""

from __future__ import annotations

from .applicability import inapplicable
from .failures import FailureTests
from .requests import RequestTests
from .responses import ReplyTests


class ContractSuite(RequestTests, ReplyTests, FailureTests):
    """Derive a class from this one, with a `contract`, to test one operation."""

    def __init_subclass__(cls) -> None:
        """Leave out the tests for which the contract has nothing to show."""
        for name in inapplicable(cls, cls.contract):
            # What is no function is not collected.
            setattr(cls, name, None)
