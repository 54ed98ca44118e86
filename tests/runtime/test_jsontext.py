"""JSON keeps every number exact, in both directions, and refuses what is not JSON."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from tests.properties import examples
from undrift.runtime.jsontext import MAX_DEPTH, Json, JsonTextError, read, write

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.decimals(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"]))
)
VALUES = st.recursive(
    SCALARS, lambda v: st.lists(v) | st.dictionaries(st.text(max_size=3), v)
)


@examples(60)
@given(VALUES)
def test_what_is_written_is_read_back_by_us_and_by_others(value: Json) -> None:
    text = write(value)
    assert read(text) == value
    assert json.loads(text, parse_float=Decimal) == value


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("9007199254740993.01"), "9007199254740993.01"),
        (Decimal("1000.00"), "1000.00"),
        (Decimal("1E+3"), "1000"),
        (Decimal("1E-7"), "0.0000001"),
        (Decimal("-0.0"), "-0.0"),
        (Decimal("1E+1000000"), "1E+1000000"),
        (0.1, "0.1"),
        ({"b": 1, "a": [True, None]}, '{"b":1,"a":[true,null]}'),
        ('é"\\\n\u2028', '"é\\"\\\\\\n\u2028"'),
    ],
)
def test_texts(value: Json, text: str) -> None:
    assert write(value) == text.encode()


@pytest.mark.parametrize(
    "value",
    [
        float("nan"),
        float("inf"),
        Decimal("NaN"),
        Decimal("-Infinity"),
        "\ud800",
        {"\udfff": 1},
        [10**5000],
    ],
)
def test_what_json_cannot_hold_is_refused(value: Json) -> None:
    with pytest.raises(JsonTextError):
        write(value)


def nested(depth: int) -> list[Json]:
    value: list[Json] = []
    for _ in range(depth - 1):
        value = [value]
    return value


def test_depth_is_capped_in_both_directions() -> None:
    assert read(write(nested(MAX_DEPTH))) == nested(MAX_DEPTH)
    with pytest.raises(JsonTextError, match="deeper"):
        write(nested(MAX_DEPTH + 1))
    with pytest.raises(JsonTextError, match="deeper"):
        read(b"[" * (MAX_DEPTH + 1) + b"]" * (MAX_DEPTH + 1))
    with pytest.raises(JsonTextError, match="deeper"):
        read(b'{"a":' * 500_000)


@pytest.mark.parametrize(
    ("opening", "inner", "closing"),
    [
        ("[", "[]", "]"),
        ("[ ", "{}", " ]"),
        ('{ "a" : ', "{\n}", "}"),
        ('{\t"{": ', "[]", "}"),
        ('{"\\"[": ', '{"": 1}', "}"),
    ],
)
def test_depth_is_counted_exactly(opening: str, inner: str, closing: str) -> None:
    def text(depth: int) -> str:
        return opening * (depth - 1) + inner + closing * (depth - 1)

    deepest = text(MAX_DEPTH)
    assert read(deepest.encode()) == json.loads(deepest)
    with pytest.raises(JsonTextError, match="deeper"):
        read(text(MAX_DEPTH + 1).encode())


@pytest.mark.parametrize(
    "text", ['"[[[\\"[["', '"\\\\", [[', '{"[": "]", "\\\\\\"": "{"}']
)
def test_brackets_in_strings_do_not_count(text: str) -> None:
    many = f"[{', '.join(['[]'] * 200)}, {json.dumps(text)}]"
    assert read(many.encode()) == json.loads(many)


def test_wide_is_not_deep() -> None:
    one: dict[str, Json] = {"a": [{}], "b": "\\"}
    wide = [one] * 10_000
    assert read(json.dumps(wide).encode()) == wide


def test_the_last_of_equal_keys_counts() -> None:
    assert read(b'{"a":1,"a":2}') == {"a": 2}


def test_encodings() -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32-le"):
        assert read('{"ключ":1}'.encode(encoding)) == {"ключ": 1}
    assert read('{"ключ":1}'.encode("cp1251"), "windows-1251") == {"ключ": 1}
    for charset in ("", "utf-8", "no-such", "hex", "\0"):
        with pytest.raises(JsonTextError):
            read('{"ключ":1}'.encode("cp1251"), charset)
