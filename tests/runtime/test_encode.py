"""Parameters on the wire: every style, and nothing that a value could change."""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit
from uuid import UUID

import pytest
from hypothesis import given, strategies as st

from undrift.runtime import (
    CookieParameter,
    HeaderParameter,
    PathParameter,
    QueryParameter,
    RequestError,
)
from undrift.runtime.encode import cookie_text, header_text, path_text, query_pairs
from undrift.runtime.jsontext import Json
from undrift.runtime.serialize import Writer

COLOURS: list[Json] = ["blue", "black"]
RGB = {"R": 100, "G": 200}


def path(value: Any, **options: Any) -> str:
    parameter = PathParameter("id", "id", **options)
    written = Writer().write(value, parameter.annotation, "/path/id")
    return path_text(parameter, written)


def query(value: Any, **options: Any) -> str:
    return "&".join(query_pairs(QueryParameter("q", "q", **options), value))


@pytest.mark.parametrize(
    ("value", "options", "expected"),
    [
        ("blue", {}, "blue"),
        (COLOURS, {}, "blue,black"),
        (RGB, {}, "R,100,G,200"),
        (RGB, {"explode": True}, "R=100,G=200"),
        ("blue", {"style": "label"}, ".blue"),
        (COLOURS, {"style": "label"}, ".blue,black"),
        (COLOURS, {"style": "label", "explode": True}, ".blue.black"),
        (RGB, {"style": "label", "explode": True}, ".R=100.G=200"),
        ("blue", {"style": "matrix"}, ";id=blue"),
        (COLOURS, {"style": "matrix"}, ";id=blue,black"),
        (COLOURS, {"style": "matrix", "explode": True}, ";id=blue;id=black"),
        (RGB, {"style": "matrix", "explode": True}, ";R=100;G=200"),
        (5, {}, "5"),
        (Decimal("1.50"), {}, "1.50"),
        (UUID(int=1), {}, "00000000-0000-0000-0000-000000000001"),
        (True, {"annotation": bool}, "true"),
    ],
)
def test_path_styles(value: Any, options: dict[str, Any], expected: str) -> None:
    assert path(value, **options) == expected


@pytest.mark.parametrize(
    "value",
    [
        "",
        ".",
        "..",
        "%2e",
        "%2E%2e",
        ".%2e",
        "%252e",
        "%252E%252e",
        None,
        True,
        [],
        [".."],
    ],
)
def test_paths_that_lead_elsewhere_are_refused(value: Any) -> None:
    with pytest.raises(RequestError):
        path(value)


def test_lone_surrogates_are_refused() -> None:
    with pytest.raises(RequestError) as caught:
        path("\ud800x")
    assert caught.value.__context__ is None


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_a_path_value_stays_one_segment(value: str) -> None:
    try:
        text = path(value)
    except RequestError:
        return
    assert unquote(text) == value
    url = urlsplit(f"https://host/a/{text}/z")
    assert (url.netloc, url.query, url.fragment) == ("host", "", "")
    assert url.path.split("/") == ["", "a", text, "z"]


@pytest.mark.parametrize(
    ("value", "options", "expected"),
    [
        ("a b&c=d", {}, "q=a%20b%26c%3Dd"),
        ("", {}, "q="),
        (None, {}, ""),
        (False, {}, "q=false"),
        (COLOURS, {}, "q=blue&q=black"),
        ([], {}, ""),
        (RGB, {}, "R=100&G=200"),
        (COLOURS, {"explode": False}, "q=blue,black"),
        (["a,b", "c"], {"explode": False}, "q=a%2Cb,c"),
        (RGB, {"explode": False}, "q=R,100,G,200"),
        (COLOURS, {"style": "spaceDelimited", "explode": False}, "q=blue%20black"),
        (COLOURS, {"style": "pipeDelimited", "explode": False}, "q=blue%7Cblack"),
        (RGB, {"style": "deepObject"}, "q%5BR%5D=100&q%5BG%5D=200"),
        (
            {"a": {"b": [1, 2]}},
            {"style": "deepObject"},
            "q%5Ba%5D%5Bb%5D%5B0%5D=1&q%5Ba%5D%5Bb%5D%5B1%5D=2",
        ),
        ({"a": [1]}, {"style": "json"}, "q=%7B%22a%22%3A%5B1%5D%7D"),
        ("/a?b:c", {"allow_reserved": True}, "q=/a?b:c"),
        ("a&b#c+d;e[f]%", {"allow_reserved": True}, "q=a%26b%23c%2Bd%3Be%5Bf%5D%25"),
    ],
)
def test_query_styles(value: Any, options: dict[str, Any], expected: str) -> None:
    assert query(value, **options) == expected


@given(st.text(st.characters(exclude_categories=["Cs"])), st.booleans())
def test_a_query_value_adds_no_key(value: str, allow_reserved: bool) -> None:
    text = query(value, allow_reserved=allow_reserved)
    assert parse_qsl(text, keep_blank_values=True) == [("q", value)]


def test_values_too_deep_for_a_style_are_refused() -> None:
    for value in ([[1]], {"a": {"b": 1}}, [None]):
        with pytest.raises(RequestError, match="query parameter q"):
            query(value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [("é", "é"), ("", ""), (COLOURS, "blue,black"), (RGB, "R,100,G,200"), (1, "1")],
)
def test_headers(value: Any, expected: str) -> None:
    assert header_text(HeaderParameter("h", "H"), value) == expected


@pytest.mark.parametrize(
    "value",
    [
        "q\rz",
        "q\nz",
        "q\0z",
        "q\tz",
        "q\x7fz",
        "q\x85z",
        "q€z",
        " qz",
        "qz ",
        "q\ud800z",
    ],
)
def test_headers_refuse_what_they_cannot_hold_without_showing_it(value: str) -> None:
    with pytest.raises(RequestError) as caught:
        header_text(HeaderParameter("h", "H"), value)
    assert value not in str(caught.value)
    assert "header parameter H" in str(caught.value)


def test_cookies() -> None:
    parameter = CookieParameter("c", "c")
    assert cookie_text(parameter, 'a;b="é') == "c=a%3Bb%3D%22%C3%A9"
    assert cookie_text(parameter, COLOURS) == "c=blue%2Cblack"
