"""What each kind of scalar is to a client: the one table.

How it is annotated, spelled and checked, what may stand for it in JSON, and an example.
A kind that `ir` has and this table lacks is a type error. (`contract/scalars`, which
judges what clients make of replies, states most of it once more, on purpose.)
"""

from __future__ import annotations

import base64
import datetime
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto
from typing import assert_never

from ..ir import Kind, Literal, Primitive, Wire


@dataclass(frozen=True, slots=True)
class Made:
    """Text that a class, or a method of one, makes a value of."""

    module: str
    name: str
    method: str = ""


class Spelling(Enum):
    """What else text may be in Python."""

    TEXT = auto()
    """Itself."""
    OCTETS = auto()
    """The base64 of a value."""


@dataclass(frozen=True, slots=True)
class ScalarKind:
    """All that printing has to know of a kind."""

    annotation: str
    """A builtin, or a name of the runtime."""
    check: str
    """What contract tests call it."""
    expected: str
    """What it is in JSON, in words."""
    fits: Callable[[object], bool]
    """Whether a JSON value may be one, as far as documented examples are held to it."""
    canonical: Callable[[Literal], Literal]
    """Returns a JSON value as it goes out when a client was given it; a value that
    cannot be given is a ValueError."""
    example: str | int | bool | Decimal
    is_builtin: bool = False
    also_sent: str = ""
    """Another builtin that may be sent for it."""
    marker: str = ""
    """The runtime's marker of how it is written, where that is not as usual."""
    spelling: Made | Spelling = Spelling.TEXT
    """What its text is in Python."""
    is_exact: bool = True
    """Whether a number with a fraction is a Decimal."""


def scalar_kind(type_: Primitive) -> ScalarKind:
    """Return a scalar's row of the table."""
    match type_.kind:
        case Kind.STRING | Kind.BINARY:
            # Octets in JSON are text; raw ones are no value of a type (see `calls`).
            return _TEXT
        case Kind.INTEGER:
            return _INTEGER
        case Kind.DECIMAL:
            return _decimal(type_.wire)
        case Kind.FLOAT:
            return _FLOAT
        case Kind.BOOLEAN:
            return _BOOLEAN
        case Kind.DATE:
            return _DATE
        case Kind.DATE_TIME:
            return _DATE_TIME
        case Kind.TIME:
            return _TIME
        case Kind.UUID:
            return _UUID
        case Kind.BYTES:
            return _BYTES
        case _:
            assert_never(type_.kind)


def _decimal(wire: Wire) -> ScalarKind:
    match wire:
        case Wire.NUMBER:
            return _NUMBER
        case Wire.STRING:
            return _DECIMAL_TEXT
        case Wire.EITHER:
            return _AMOUNT
        case _:
            assert_never(wire)


# What a JSON value is; numbers with a fraction are `Decimal`.


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_numeric(value: object) -> bool:
    return _is_whole(value) or isinstance(value, Decimal)


def _is_truth(value: object) -> bool:
    return isinstance(value, bool)


def _is_amount(value: object) -> bool:
    """Tell whether it is a decimal number, as a number or as text."""
    if isinstance(value, str):
        digits = value.removeprefix("-").replace(".", "", 1)
        return digits.isascii() and digits.isdigit() and value[-1] != "."
    return _is_numeric(value)


# What goes out when a value is given


def _given(fits: Callable[[object], bool]) -> Callable[[Literal], Literal]:
    """Return what lets a value pass as it is, if it fits."""

    def unchanged(value: Literal) -> Literal:
        if not fits(value):
            raise ValueError(value)
        return value

    return unchanged


def _double(value: Literal) -> Literal:
    # As Python writes it.
    if isinstance(value, Decimal):
        return Decimal(repr(float(value)))
    return _given(_is_whole)(value)


def _decimal_text(value: Literal) -> Literal:
    return str(_given(_is_amount)(value))


def _from_text(read: Callable[[str], str]) -> Callable[[Literal], Literal]:
    """Return what writes text anew, in the one form that Python has for it."""

    def rewritten(value: Literal) -> Literal:
        if not isinstance(value, str):
            raise ValueError(value)
        return read(value)

    return rewritten


def _base64(text: str) -> str:
    return base64.b64encode(base64.b64decode(text, validate=True)).decode()


def _date(text: str) -> str:
    return datetime.date.fromisoformat(text).isoformat()


def _date_time(text: str) -> str:
    return _zulu(datetime.datetime.fromisoformat(text).isoformat())


def _time(text: str) -> str:
    return _zulu(datetime.time.fromisoformat(text).isoformat())


def _zulu(text: str) -> str:
    return f"{text.removesuffix('+00:00')}Z" if text.endswith("+00:00") else text


def _uuid(text: str) -> str:
    return str(uuid.UUID(text))


# The table


_TEXT = ScalarKind(
    annotation="str",
    is_builtin=True,
    check="string",
    expected="a string",
    fits=_is_text,
    canonical=_given(_is_text),
    example="example",
)
_INTEGER = ScalarKind(
    annotation="int",
    is_builtin=True,
    check="integer",
    expected="an integer",
    fits=_is_whole,
    canonical=_given(_is_whole),
    example=1,
)
_NUMBER = ScalarKind(
    annotation="Number",
    also_sent="int",
    check="number",
    expected="a number",
    fits=_is_numeric,
    canonical=_given(_is_numeric),
    example=Decimal("1.50"),
    spelling=Made("decimal", "Decimal"),
)
_AMOUNT = ScalarKind(
    annotation="Amount",
    also_sent="int",
    check="amount",
    expected="a decimal number",
    fits=_is_amount,
    canonical=_given(_is_amount),
    example=Decimal("1.50"),
    spelling=Made("decimal", "Decimal"),
)
_DECIMAL_TEXT = ScalarKind(
    annotation="Amount",
    also_sent="int",
    marker="AS_STRING",
    check="amount",
    expected="a decimal number",
    fits=_is_amount,
    canonical=_decimal_text,
    example="1.50",
    spelling=Made("decimal", "Decimal"),
)
_FLOAT = ScalarKind(
    annotation="Float",
    check="float",
    expected="a number",
    fits=_is_numeric,
    canonical=_double,
    example=Decimal("1.50"),
    is_exact=False,
)
_BOOLEAN = ScalarKind(
    annotation="bool",
    is_builtin=True,
    check="boolean",
    expected="a boolean",
    fits=_is_truth,
    canonical=_given(_is_truth),
    example=True,
)
_DATE = ScalarKind(
    annotation="Date",
    check="date",
    expected="a string",
    fits=_is_text,
    canonical=_from_text(_date),
    example="2024-02-29",
    spelling=Made("datetime", "date", "fromisoformat"),
)
_DATE_TIME = ScalarKind(
    annotation="DateTime",
    check="date-time",
    expected="a string",
    fits=_is_text,
    canonical=_from_text(_date_time),
    example="2024-02-29T12:34:56Z",
    spelling=Made("datetime", "datetime", "fromisoformat"),
)
_TIME = ScalarKind(
    annotation="Time",
    check="time",
    expected="a string",
    fits=_is_text,
    canonical=_from_text(_time),
    example="12:34:56Z",
    spelling=Made("datetime", "time", "fromisoformat"),
)
_UUID = ScalarKind(
    annotation="Uuid",
    check="uuid",
    expected="a string",
    fits=_is_text,
    canonical=_from_text(_uuid),
    example="3fa85f64-5717-4562-b3fc-2c963f66afa6",
    spelling=Made("uuid", "UUID"),
)
_BYTES = ScalarKind(
    annotation="Base64",
    check="bytes",
    expected="a string",
    fits=_is_text,
    canonical=_from_text(_base64),
    example="ZXhhbXBsZQ==",
    spelling=Spelling.OCTETS,
)
