# SPDX-License-Identifier: MIT-0
"""JSON text, read and written so that every number keeps its exact value."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from json.encoder import encode_basestring
from math import isfinite
from re import DOTALL, sub
from typing import NoReturn, TypeAlias

Json: TypeAlias = (
    "bool | int | float | Decimal | str | list[Json] | dict[str, Json] | None"
)
"""A value as JSON knows it. Reading never makes a float."""

MAX_DEPTH = 128
"""How deep arrays and objects may nest, read or written."""

_WRITTEN_OUT = 40
"""Exponents up to this size are written as digits: `1000` and not `1E+3`."""


class JsonTextError(ValueError):
    """Text that is not JSON, or a value that JSON cannot hold; without the value."""


def read(content: bytes, charset: str = "") -> Json:
    """Return the value of JSON text; numbers with a fraction or exponent are `Decimal`.

    The text is UTF-8, -16 or -32; `charset` is tried only if it is none of them. Where
    an object names a key twice, the last one counts.
    """
    try:
        text = content.decode(json.detect_encoding(content))
    except UnicodeDecodeError:
        text = _decoded(content, charset)
    if len(text) > 2 * MAX_DEPTH and _too_deep(text):
        raise JsonTextError(f"the JSON text nests deeper than {MAX_DEPTH} levels")
    problem = "the content is not JSON"
    try:
        value: Json = _DECODER.decode(text)
        return value
    except json.JSONDecodeError as error:
        problem = f"the content is not JSON ({error.msg} at character {error.pos})"
    except (ValueError, ArithmeticError):
        problem = "the content holds a number that is none in JSON, or is too long"
    except RecursionError:
        problem = "the JSON text nests too deep"
    raise JsonTextError(problem)


def _decoded(content: bytes, charset: str) -> str:
    try:
        return content.decode(charset or "utf-8")
    except (LookupError, ValueError):
        pass
    raise JsonTextError("the content is not text in the encoding it should have")


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


# made once: json.loads makes a decoder for each text that is not read as usual
_DECODER = json.JSONDecoder(parse_float=Decimal, parse_constant=_refuse)

_DROPPED = bytes(byte for byte in range(256) if byte not in b'[]{}"')


def _too_deep(text: str) -> bool:
    """Tell whether brackets nest too deep, without parsing.

    Only brackets and quotes are kept, strings go, then one layer of brackets after the
    other: as many layers as the text is deep.
    """
    data = text.encode("utf-8", "replace")
    left = data.translate(None, _DROPPED)
    # Nearly all texts are told by this: only a name can follow what nests an object.
    if left.count(b"[") + left.count(b'{"') < MAX_DEPTH:
        return False
    if b"\\" in data:
        left = sub(rb"\\.", b"", data, flags=DOTALL).translate(None, _DROPPED)
    # joining strings that touch changes nothing about what is outside of them
    left = left.replace(b'""', b"")
    if b'"' in left:
        left = sub(rb'"[^"]*"', b"", left)
    left = left.replace(b"[", b"{").replace(b"]", b"}")
    for _ in range(MAX_DEPTH):
        peeled = left.replace(b"{}", b"")
        if len(peeled) == len(left):
            return left.count(b"{") > MAX_DEPTH
        left = peeled
    return bool(left)


def write(value: Json) -> bytes:
    """Return compact UTF-8 JSON text. Mapping keys keep their order."""
    try:
        return "".join(_pieces(value, 0)).encode()
    except UnicodeEncodeError:
        pass
    raise JsonTextError("a string holds half of a surrogate pair")


def number_text(number: int | float | Decimal) -> str:
    """Return a number as JSON writes it, with exactly its value."""
    match number:
        case float():
            if isfinite(number):
                return float.__repr__(number)
        case Decimal():
            if number.is_finite():
                written_out = abs(number.adjusted()) <= _WRITTEN_OUT
                return format(number, "f") if written_out else str(number)
        case int():
            try:
                return int.__repr__(number)
            except ValueError:
                pass
    raise JsonTextError("a number that JSON cannot hold")


def _pieces(value: Json, depth: int) -> Iterator[str]:
    match value:
        case None:
            yield "null"
        case bool():
            yield "true" if value else "false"
        case str():
            yield encode_basestring(value)
        case int() | float() | Decimal():
            yield number_text(value)
        case dict() | list():
            if depth == MAX_DEPTH:
                raise JsonTextError(f"a value nests deeper than {MAX_DEPTH} levels")
            yield from _container(value, depth + 1)


def _container(value: list[Json] | dict[str, Json], depth: int) -> Iterator[str]:
    separator = ""
    if isinstance(value, dict):
        yield "{"
        for key, item in value.items():
            yield f"{separator}{encode_basestring(key)}:"
            yield from _pieces(item, depth)
            separator = ","
        yield "}"
    else:
        yield "["
        for item in value:
            yield separator
            yield from _pieces(item, depth)
            separator = ","
        yield "]"
