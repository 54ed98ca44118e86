"""Parameters as they stand in a request, in every style (OpenAPI 3.1, 4.8.12.3).

Written here once more, apart from the runtime, because contract tests are to notice
when that is wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from urllib.parse import quote

from ...ir import (
    AnyValue,
    Encoding,
    Location,
    Omittable,
    Origin,
    Parameter,
    Style,
)
from ...jsontext import dumps
from ..examples.validate import JsonValue

_RESERVED = ":/?@!$'()*,="
_DELIMITERS = {Style.SPACE_DELIMITED: "%20", Style.PIPE_DELIMITED: "%7C"}

_Quote = Callable[[str], str]


def expected_path(parameter: Parameter, value: JsonValue) -> str:
    """Return what replaces a parameter in the path."""
    name = _escaped(parameter.name)
    pieces = _pieces(value, _escaped, explode=parameter.explode)
    match parameter.style:
        case Style.JSON:
            return _escaped(dumps(value, compact=True))
        case Style.LABEL:
            return "." + ("." if parameter.explode else ",").join(pieces)
        case Style.MATRIX if isinstance(value, dict) and parameter.explode:
            return "".join(f";{piece}" for piece in pieces)
        case Style.MATRIX if parameter.explode:
            return "".join(f";{name}={piece}" for piece in pieces)
        case Style.MATRIX:
            return f";{name}={','.join(pieces)}"
        case _:
            return ",".join(pieces)


def expected_query(parameter: Parameter, value: JsonValue) -> list[str]:
    """Return the `name=value` pairs of a query parameter."""
    name = _escaped(parameter.name)
    quoted = _lenient if parameter.allow_reserved else _escaped
    match parameter.style, value:
        case _, None:
            return []
        case Style.JSON, _:
            return [f"{name}={_escaped(dumps(value, compact=True))}"]
        case Style.DEEP_OBJECT, dict() | list():
            return list(_deep(parameter.name, value, quoted))
        case _, dict() if parameter.explode:
            return _pieces(value, quoted, explode=True)
        case _, list() if parameter.explode:
            pieces = _pieces(value, quoted, explode=True)
            return [f"{name}={piece}" for piece in pieces]
        case style, dict() | list():
            pieces = _pieces(value, quoted, explode=False)
            joined = _DELIMITERS.get(style, ",").join(pieces)
            return [f"{name}={joined}"] if pieces else []
        case _:
            return [f"{name}={quoted(expected_text(value))}"]


def expected_form(encoding: Encoding, value: JsonValue) -> list[str]:
    """Return the `name=value` pairs of a form's field."""
    if encoding.style is Style.FORM and encoding.explode:
        items = value if isinstance(value, list) else [value]
        given = [item for item in items if item is not None]
        name = _escaped(encoding.field)
        return [f"{name}={_escaped(expected_text(item))}" for item in given]
    query = Parameter(
        encoding.field,
        Location.QUERY,
        AnyValue(),
        Omittable(),
        Origin(""),
        style=encoding.style,
        explode=encoding.explode,
    )
    return expected_query(query, value)


def expected_header(parameter: Parameter, value: JsonValue) -> str:
    """Return the value of a header field."""
    if parameter.style is Style.JSON:
        return dumps(value, compact=True)
    return ",".join(_pieces(value, str, explode=parameter.explode))


def expected_cookie(parameter: Parameter, value: JsonValue) -> str:
    """Return `name=value` for the Cookie header."""
    if parameter.style is Style.JSON:
        return f"{parameter.name}={_escaped(dumps(value, compact=True))}"
    pieces = _pieces(value, _escaped, explode=False)
    return f"{parameter.name}={'%2C'.join(pieces)}"


def expected_text(value: JsonValue) -> str:
    """Return a scalar as text, anything else as JSON."""
    match value:
        case str():
            return value
        case Decimal():
            return format(value, "f")
        case _:
            return dumps(value, compact=True)


def _escaped(text: str) -> str:
    return quote(text, safe="")


def _lenient(text: str) -> str:
    return quote(text, safe=_RESERVED)


def _pieces(value: JsonValue, quoted: _Quote, *, explode: bool) -> list[str]:
    match value:
        case dict():
            pairs = [
                (quoted(k), quoted(expected_text(item))) for k, item in value.items()
            ]
            if explode:
                return [f"{key}={item}" for key, item in pairs]
            return [part for pair in pairs for part in pair]
        case list():
            return [quoted(expected_text(item)) for item in value]
        case _:
            return [quoted(expected_text(value))]


def _deep(prefix: str, value: JsonValue, quoted: _Quote) -> Iterator[str]:
    match value:
        case dict():
            for key, item in value.items():
                yield from _deep(f"{prefix}[{key}]", item, quoted)
        case list():
            for index, item in enumerate(value):
                yield from _deep(f"{prefix}[{index}]", item, quoted)
        case None:
            return
        case _:
            yield f"{_escaped(prefix)}={quoted(expected_text(value))}"
