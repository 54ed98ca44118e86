"""Scalars by their text alone: YAML's core schema (YAML 1.2, section 10.3.2).

No timestamps, no `yes`, no `010`, no `1_000`, no `12:30:00`: those are strings, and a
number is exactly the number that was written.
"""

from __future__ import annotations

import re
from decimal import Decimal

from .budget import DIGITS
from .value import Value

_WORDS: dict[str, Value] = {
    "": None,
    "~": None,
    **dict.fromkeys(("null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INTEGER = re.compile(r"[-+]?[0-9]+")
_OCTAL_OR_HEX = re.compile(r"0o([0-7]+)|0x([0-9a-fA-F]+)")
_NUMBER = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")


class ScalarError(ValueError):
    """A scalar that JSON cannot say, or that is larger than the budget."""

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        """Take the parts of the diagnostic that this becomes."""
        super().__init__(message)
        self.code = code
        self.hint = hint


def read_scalar(text: str) -> Value:
    """Return the value of an unquoted scalar."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in "+-.0123456789":
        return text_of(text)
    if _INTEGER.fullmatch(text):
        return read_integer(text)
    if match := _OCTAL_OR_HEX.fullmatch(text):
        _hold_to_budget(len(text))
        return int(match[1] or match[2], 8 if match[1] else 16)
    if _NUMBER.fullmatch(text):
        return read_decimal(text)
    if _NOT_FINITE.fullmatch(text):
        message = f"{text} is not a JSON value"
        raise ScalarError("UD013", message, "quote it if it is text")
    return text_of(text)


def read_integer(text: str) -> int:
    """Return a decimal integer."""
    _hold_to_budget(len(text))
    return int(text)


def read_decimal(text: str) -> Decimal:
    """Return a number with a fraction or an exponent."""
    mantissa, _, exponent = text.lower().partition("e")
    _hold_to_budget(len(mantissa))
    _hold_to_budget(abs(int(exponent or 0)) if len(exponent) < 10 else DIGITS + 1)
    return Decimal(text)


def _hold_to_budget(digits: int) -> None:
    if digits > DIGITS:
        message = f"a number with more than {DIGITS} digits"
        raise ScalarError("UD012", message, "quote it if it is text")


def text_of(text: str) -> str:
    """Return a string, its surrogate pairs joined as JSON's escapes are."""
    if text.isascii():
        return text
    try:
        return text.encode("utf-16", "surrogatepass").decode("utf-16")
    except UnicodeDecodeError:
        message = "half of a surrogate pair is no character"
        raise ScalarError("UD013", message) from None
