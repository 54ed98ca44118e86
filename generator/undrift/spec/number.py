"""Numbers as documents write them, exactly."""

from __future__ import annotations

from decimal import Decimal

from .budget import DIGITS


class TooManyDigits(ValueError):  # noqa: N818 - control flow, never seen by a user
    """A number that would take more digits than the budget allows."""


def integer(text: str) -> int:
    """Return a decimal integer."""
    if len(text) > DIGITS:
        raise TooManyDigits
    return int(text)


def decimal(text: str) -> Decimal:
    """Return a number with a fraction or an exponent."""
    mantissa, _, exponent = text.lower().partition("e")
    if len(mantissa) > DIGITS or len(exponent) > 6 or abs(int(exponent or 0)) > DIGITS:
        raise TooManyDigits
    return Decimal(text)
