# SPDX-License-Identifier: MIT-0
"""Which tests a contract has something to show for; the others are not collected."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any, TypeVar

from .base import BODILESS
from .contract import Contract, ExpectedResponse
from .decoding import RAW, JsonLocation, cases_of
from .variations import Variation


class Shown:
    """What a contract shows, looked for once for all tests."""

    def __init__(self, contract: Contract[Any, Any, Any]) -> None:
        self.contract = contract

    @cached_property
    def in_successes(self) -> list[JsonLocation]:
        """Every documented place of the examples of success."""
        return _places(self.contract.successes)

    @cached_property
    def in_failures(self) -> list[JsonLocation]:
        """Every documented place of the examples of failure."""
        return _places(self.contract.failures)


def _places(replies: Iterable[ExpectedResponse]) -> list[JsonLocation]:
    return [
        place
        for case in cases_of(replies)
        for place in case.spots(case.document)
        if place.present
    ]


Condition = Callable[[Shown], bool]
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
    shown = Shown(contract)
    for name, member in inspect.getmembers_static(suite):
        condition: Condition | None = getattr(member, _CONDITION, None)
        if condition is not None and not condition(shown):
            yield name


def successes_show(variation: Variation) -> Condition:
    """Return whether a documented success has a place for a variation."""
    return lambda shown: any(map(variation.applies, shown.in_successes))


def failures_show(variation: Variation) -> Condition:
    """Return whether a documented failure has a place for a variation."""
    return lambda shown: any(map(variation.applies, shown.in_failures))


def is_idempotent(shown: Shown) -> bool:
    """Tell whether a call may be sent again without asking."""
    return shown.contract.retry == "safe"


def is_not_idempotent(shown: Shown) -> bool:
    """Tell whether a call may not be sent again without asking."""
    return shown.contract.retry != "safe"


def is_signed(shown: Shown) -> bool:
    """Tell whether the request has a signature."""
    return shown.contract.request.signature is not None


def may_be_cut_off(shown: Shown) -> bool:
    """Tell whether the first success has content, and is not asked for again."""
    first = shown.contract.successes[:1]
    return is_not_idempotent(shown) and all(r.status not in BODILESS for r in first)


def is_read(reply: ExpectedResponse) -> bool:
    """Tell whether the content of a success is looked into."""
    return reply.holds not in RAW and reply.status not in BODILESS


def shows_xml(shown: Shown) -> bool:
    """Tell whether a documented success is XML that is looked into."""
    return any(reply.xml and reply.examples for reply in shown.contract.successes)


def is_raw(reply: ExpectedResponse) -> bool:
    """Tell whether the content of a success is kept as it arrives."""
    return reply.holds in RAW


def is_nothing(reply: ExpectedResponse) -> bool:
    """Tell whether the content of a success is no value."""
    return reply.holds == "none"


def any_success(fits: Callable[[ExpectedResponse], bool]) -> Condition:
    """Return whether one of the documented successes is of a sort."""
    return lambda shown: any(map(fits, shown.contract.successes))
