# SPDX-License-Identifier: MIT-0
"""All contract tests of one operation."""

from __future__ import annotations

from .failures import FailureTests
from .replies import ReplyTests
from .requests import RequestTests


class ContractSuite(RequestTests, ReplyTests, FailureTests):
    """Derive a class from this one, with a `contract`, to test one operation."""
