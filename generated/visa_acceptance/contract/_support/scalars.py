# SPDX-License-Identifier: MIT-0
"""What each documented kind looks like in JSON, and which Python value it must become.

Computed here from the JSON alone, with nothing of the client's own code.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import assert_never
from uuid import UUID

from .contract import FieldCheck, JsonKind
from .json_values import AnyJson

_NUMERIC = re.compile(r"-?\d+(\.\d+)?([eE][+-]?\d+)?")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_TIME = re.compile(r"(\d\d:\d\d:\d\d)(\.\d+)?([Zz]|[+-]\d\d:\d\d)?")


def fits(probe: FieldCheck, value: AnyJson) -> bool:
    """Return whether a JSON value is what the documentation says."""
    if value is None:
        return probe.nullable
    if probe.kind == "enum":
        # True equals 1, yet they are two values.
        return any(value == k and type(value) is type(k) for k in probe.known)
    try:
        python_value(probe.kind, value)
    except ValueError:
        return False
    return True


def python_value(kind: JsonKind, value: AnyJson) -> object:
    """Return what a client must make of a JSON value; `ValueError` if it cannot."""
    match kind:
        case "any" | "enum":
            return value
        case "string" | "integer" | "boolean" | "array" | "object" | "map":
            return _exactly(_JSON_TYPES[kind], value)
        case "number":
            return _number(value)
        case "amount":
            return _amount(value)
        case "float":
            return float(_number(value))
        case "date" | "date-time" | "time" | "uuid" | "bytes":
            return _TEXTS[kind](_text(value))
    assert_never(kind)


def wrong_value(kind: JsonKind) -> AnyJson:
    """Return JSON that is not of a kind, yet close enough to tempt a lax reader."""
    match kind:
        case "string":
            return 12345
        case "integer":
            return "5"
        case "number" | "float":
            return "12.50"
        case "amount" | "uuid" | "bytes":
            return True
        case "enum":
            return ["wrong type"]
        case "boolean":
            return "true"
        case "date":
            return "2024-02-30"
        case "date-time" | "time":
            return 1708093800
        case "array":
            return {"wrong": "type"}
        case "object" | "map":
            return "wrong type"
        case "any":
            return None
    assert_never(kind)


def unknown_value(probe: FieldCheck) -> AnyJson:
    """Return a value that a server may add to an enum one day."""
    if all(isinstance(known, int) for known in probe.known):
        return max((int(known) for known in probe.known), default=0) + 1
    return "a_value_added_later"


_JSON_TYPES = {
    "string": str,
    "integer": int,
    "boolean": bool,
    "array": list,
    "object": dict,
    "map": dict,
}


def _exactly(wanted: type[object], value: AnyJson) -> object:
    if type(value) is not wanted:
        raise ValueError(f"not {wanted.__name__}")
    return value


def _text(value: AnyJson) -> str:
    if not isinstance(value, str):
        raise ValueError("not a string")
    return value


def _number(value: AnyJson) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise ValueError("not a number")
    return Decimal(value)


def _amount(value: AnyJson) -> Decimal:
    if isinstance(value, str) and _NUMERIC.fullmatch(value):
        return Decimal(value)
    return _number(value)


def _date(text: str) -> date:
    if not _DATE.fullmatch(text):
        raise ValueError("not a date")
    return date.fromisoformat(text)


def _time(text: str) -> time:
    found = _TIME.fullmatch(text)
    if not found:
        raise ValueError("not a time")
    clock, fraction, zone = found.groups()
    # A Python time holds six fractional digits; more are cut off, not rounded.
    micros = (fraction or ".")[1:7].ljust(6, "0")
    offset = "+00:00" if zone in {"Z", "z"} else zone or ""
    return time.fromisoformat(f"{clock}.{micros}{offset}")


def _date_time(text: str) -> datetime:
    if len(text) < 11 or text[10] not in "Tt ":
        raise ValueError("not a date-time")
    moment = datetime.combine(_date(text[:10]), _time(text[11:]))
    return moment if moment.tzinfo is None else moment.astimezone(UTC)


def _bytes(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error as error:
        raise ValueError("not base64") from error


_TEXTS: dict[str, Callable[[str], object]] = {
    "date": _date,
    "date-time": _date_time,
    "time": _time,
    "uuid": UUID,
    "bytes": _bytes,
}
