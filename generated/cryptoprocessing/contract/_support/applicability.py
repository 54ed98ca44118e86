# SPDX-License-Identifier: MIT-0
"""Which tests a contract has something to show for; the others are not collected."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from .base import BODILESS, varied
from .contract import Contract, ExpectedResponse
from .decoding import RAW
from .variations import Variation

Condition = Callable[[Contract[Any, Any, Any]], bool]
TestT = TypeVar("TestT", bound=Callable[..., None])

_CONDITION = "applies_if"


def applies_if(condition: Condition) -> Callable[[TestT], TestT]:
    """Keep a test for the contracts that fulfil a condition."""

    def marked(test: TestT) -> TestT:
        setattr(test, _CONDITION, condition)
        return test

    return marked


def inapplicable(suite: type, contract: Contract[Any, Any, Any]) -> Iterator[str]:
    """Yield the names of the tests that do not apply to a contract."""
    for name, member in inspect.getmembers_static(suite):
        condition: Condition | None = getattr(member, _CONDITION, None)
        if condition is not None and not condition(contract):
            yield name


def successes_show(variation: Variation) -> Condition:
    """Return whether a documented success has a place for a variation."""
    return lambda contract: any(True for _ in varied(variation, contract.successes))


def failures_show(variation: Variation) -> Condition:
    """Return whether a documented failure has a place for a variation."""
    return lambda contract: any(True for _ in varied(variation, contract.failures))


def is_idempotent(contract: Contract[Any, Any, Any]) -> bool:
    """Tell whether a call may be sent again without asking."""
    return contract.retry == "safe"


def is_not_idempotent(contract: Contract[Any, Any, Any]) -> bool:
    """Tell whether a call may not be sent again without asking."""
    return contract.retry != "safe"


def is_signed(contract: Contract[Any, Any, Any]) -> bool:
    """Tell whether the request has a signature."""
    return contract.request.signature is not None


def may_be_cut_off(contract: Contract[Any, Any, Any]) -> bool:
    """Tell whether the first success has content, and is not asked for again."""
    first = contract.successes[:1]
    return is_not_idempotent(contract) and all(r.status not in BODILESS for r in first)


def is_read(reply: ExpectedResponse) -> bool:
    """Tell whether the content of a success is looked into."""
    return reply.holds not in RAW and reply.status not in BODILESS


def shows_xml(contract: Contract[Any, Any, Any]) -> bool:
    """Tell whether a documented success is XML that is looked into."""
    return any(reply.xml and reply.examples for reply in contract.successes)


def is_raw(reply: ExpectedResponse) -> bool:
    """Tell whether the content of a success is kept as it arrives."""
    return reply.holds in RAW


def is_nothing(reply: ExpectedResponse) -> bool:
    """Tell whether the content of a success is no value."""
    return reply.holds == "none"


def any_success(fits: Callable[[ExpectedResponse], bool]) -> Condition:
    """Return whether one of the documented successes is of a sort."""
    return lambda contract: any(map(fits, contract.successes))
