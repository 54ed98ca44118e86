# SPDX-License-Identifier: MIT-0
"""Parameters → path, query and header fields, in every style that OpenAPI knows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from urllib.parse import quote, unquote

from . import jsontext
from .errors import RequestError
from .headers import checked_header
from .jsontext import Json
from .operation import (
    CookieParameter,
    HeaderParameter,
    ParameterSpec,
    PathParameter,
    QueryParameter,
)

_RESERVED = ":/?@!$'()*,="
"""Reserved characters that cannot end a value or begin another one."""

_DELIMITERS = {"form": ",", "spaceDelimited": "%20", "pipeDelimited": "%7C"}

Quote = Callable[[str], str]


def escaped(text: str, safe: str = "") -> str:
    """Return the text with everything but unreserved characters escaped."""
    try:
        return quote(text, safe=safe)
    except UnicodeEncodeError:
        pass
    raise RequestError("a string holds half of a surrogate pair")


def path_text(parameter: PathParameter, value: Json) -> str:
    """Return what stands in the path for a value; refuse what would change the path."""
    what = f"path parameter {parameter.name}"
    for text in _leaves(value, parameter, what):
        while (plain := unquote(text)) != text:
            text = plain
        if text in ("", ".", ".."):
            raise RequestError(f"{what} must not be empty, . or ..")
    name = escaped(parameter.name)
    pieces = _pieces(value, parameter.explode, escaped, what)
    match parameter.style:
        case "label":
            return "." + ("." if parameter.explode else ",").join(pieces)
        case "matrix":
            if isinstance(value, dict) and parameter.explode:
                return "".join(f";{piece}" for piece in pieces)
            if parameter.explode:
                return "".join(f";{name}={piece}" for piece in pieces)
            return f";{name}={','.join(pieces)}"
        case "json":
            return escaped(_json(value, what))
        case _:
            return ",".join(pieces)


def query_pairs(parameter: QueryParameter, value: Json, what: str = "") -> list[str]:
    """Return the `name=value` pairs of one parameter, escaped."""
    what = what or f"query parameter {parameter.name}"
    safe = _RESERVED if parameter.allow_reserved else ""
    name = escaped(parameter.name)

    def quoted(text: str) -> str:
        return escaped(text, safe)

    if value is None:
        return []
    match parameter.style, value:
        case "json", _:
            return [f"{name}={escaped(_json(value, what))}"]
        case "deepObject", dict() | list():
            return list(_deep(parameter.name, value, quoted, what))
        case _, dict() if parameter.explode:
            return _pieces(value, True, quoted, what)
        case _, list() if parameter.explode:
            return [f"{name}={piece}" for piece in _pieces(value, True, quoted, what)]
        case _, dict() | list():
            delimiter = _DELIMITERS.get(parameter.style, ",")
            pieces = _pieces(value, False, quoted, what)
            return [f"{name}={delimiter.join(pieces)}"] if pieces else []
        case _:
            return [f"{name}={quoted(_text(value, what))}"]


def header_text(parameter: HeaderParameter, value: Json) -> str:
    """Return the value of a header field, checked as `checked_header` says."""
    what = f"header parameter {parameter.name}"
    if parameter.style == "json":
        return checked_header(_json(value, what), what)
    pieces = _pieces(value, parameter.explode, str, what)
    return checked_header(",".join(pieces), what)


def cookie_text(parameter: CookieParameter, value: Json) -> str:
    """Return `name=value` for the Cookie header, escaped."""
    what = f"cookie parameter {parameter.name}"
    if parameter.style == "json":
        return f"{parameter.name}={escaped(_json(value, what))}"
    pieces = _pieces(value, False, escaped, what)
    return f"{parameter.name}={'%2C'.join(pieces)}"


def _text(value: Json, what: str) -> str:
    """Return a scalar as text."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return value
        case None:
            raise RequestError(f"{what} must not be None")
        case dict() | list():
            raise RequestError(f"{what} nests deeper than its style can say")
        case _:
            return _number(value, what)


def _number(value: int | float | Decimal, what: str) -> str:
    problem = ""
    try:
        return jsontext.number_text(value)
    except jsontext.JsonTextError as error:
        problem = str(error)
    raise RequestError(f"{what}: {problem}")


def _json(value: Json, what: str) -> str:
    problem = ""
    try:
        return jsontext.write(value).decode()
    except jsontext.JsonTextError as error:
        problem = str(error)
    raise RequestError(f"{what}: {problem}")


def _pieces(value: Json, explode: bool, quoted: Quote, what: str) -> list[str]:
    """Return a value's parts: `key=value` or `key`, `value` for an object."""
    match value:
        case dict():
            pairs = [
                (quoted(str(key)), quoted(_text(item, what)))
                for key, item in value.items()
            ]
            if explode:
                return [f"{key}={item}" for key, item in pairs]
            return [part for pair in pairs for part in pair]
        case list():
            return [quoted(_text(item, what)) for item in value]
        case _:
            return [quoted(_text(value, what))]


def _deep(prefix: str, value: Json, quoted: Quote, what: str) -> Iterable[str]:
    match value:
        case dict():
            for key, item in value.items():
                yield from _deep(f"{prefix}[{key}]", item, quoted, what)
        case list():
            # OpenAPI leaves lists open; an index is what servers read.
            for index, item in enumerate(value):
                yield from _deep(f"{prefix}[{index}]", item, quoted, what)
        case None:
            return
        case _:
            yield f"{escaped(prefix)}={quoted(_text(value, what))}"


def _leaves(value: Json, parameter: ParameterSpec, what: str) -> Iterable[str]:
    """Return the texts within a path value, refusing what is no identifier."""
    match value:
        case dict():
            for item in value.values():
                yield from _leaves(item, parameter, what)
        case list():
            if not value:
                yield ""
            for item in value:
                yield from _leaves(item, parameter, what)
        case bool() if parameter.annotation is not bool:
            raise RequestError(f"{what} must not be a bool")
        case _:
            yield _text(value, what)
