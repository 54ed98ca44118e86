"""JSON in and out without loss, and edits that leave the original alone."""

import copy
import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, strategies as st

from undrift.contract.json_values import (
    pointer_of,
    read_json,
    with_value,
    without,
    write_json,
)

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.text()
    | st.decimals(allow_nan=False, allow_infinity=False)
)
DOCUMENTS = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(DOCUMENTS)
def test_written_json_reads_back(document: Any) -> None:
    text = write_json(document)
    json.loads(text)
    assert read_json(text) == document


@pytest.mark.parametrize("text", ["9007199254740993.01", "1000.00", "0.10", "1E+2"])
def test_numbers_keep_their_digits(text: str) -> None:
    assert write_json(read_json(text)) == text


DOCUMENT = {"a": [{"b/c": 1}, {"b/c": 2}], "d": Decimal("1.0")}


def test_edits_are_copies() -> None:
    before = copy.deepcopy(DOCUMENT)
    assert with_value(DOCUMENT, ("a", 1, "b/c"), None) == {
        "a": [{"b/c": 1}, {"b/c": None}],
        "d": Decimal("1.0"),
    }
    assert without(DOCUMENT, ("d",)) == {"a": [{"b/c": 1}, {"b/c": 2}]}
    assert with_value(DOCUMENT, (), "all of it") == "all of it"
    assert before == DOCUMENT


def test_pointers_are_escaped() -> None:
    assert pointer_of(()) == ""
    assert pointer_of(("a", 0, "b/c~d")) == "/a/0/b~1c~0d"
