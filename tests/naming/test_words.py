"""Wire names → identifiers: allowed everywhere, whatever the wire says."""

from __future__ import annotations

import keyword
import re
from collections.abc import Callable

import pytest
from hypothesis import given

from tests.naming.clients import WIRE_NAMES
from undrift.naming import argument_name, field_name, module_name, pascal, snake
from undrift.naming.words import MAX_LENGTH, distinct

ENTRIES = (argument_name, field_name, module_name, snake, pascal)


@pytest.mark.parametrize("name", ENTRIES, ids=lambda f: f.__name__)
def test_names_are_identifiers_on_every_python(name: Callable[[str], str]) -> None:
    @given(WIRE_NAMES)
    def holds(wire: str) -> None:
        given_name = name(wire)
        assert re.fullmatch(r"[A-Za-z][A-Za-z0-9_]*", given_name)
        assert not keyword.iskeyword(given_name)
        # One underscore may follow, to make way for a keyword.
        assert len(given_name) <= MAX_LENGTH + 1
        assert name(wire) == given_name

    holds()


@given(WIRE_NAMES)
def test_a_models_attributes_are_its_own(wire: str) -> None:
    from pydantic import BaseModel

    assert not hasattr(BaseModel, field_name(wire))


@pytest.mark.parametrize(
    ("wire", "expected"),
    [
        ("foreign_id", "foreign_id"),
        ("dueDate", "due_date"),
        ("HTTPServer", "http_server"),
        ("X-Company", "x_company"),
        ("class", "class_"),
        ("None", "none"),
        ("2nd", "value_2nd"),
        ("+1", "plus_1"),
        ("-1", "minus_1"),
        ("é", "e"),
        ("e\u0301", "e"),
    ],
)
def test_snake(wire: str, expected: str) -> None:
    assert snake(wire, "value") == expected


@pytest.mark.parametrize(
    ("wire", "expected"),
    [
        ("invoice", "Invoice"),
        ("InvoiceVATLine", "InvoiceVATLine"),
        ("public_api-error", "PublicApiError"),
        ("none", "None_"),
        ("3DSecure", "Type3DSecure"),
    ],
)
def test_pascal(wire: str, expected: str) -> None:
    assert pascal(wire) == expected


@pytest.mark.parametrize("wire", ["счёт", "請求書", "\u202e", "", "_"])
def test_what_has_no_ascii_words_is_named_by_its_digest(wire: str) -> None:
    assert re.fullmatch(r"value_[0-9a-f]{8}", snake(wire))


def test_long_names_stay_apart() -> None:
    first, second = snake("x" * 100), snake("x" * 99 + "y")
    assert first != second
    assert len(first) <= MAX_LENGTH


def test_a_variation_avoids_what_is_taken_as_well() -> None:
    variation = distinct("a_b", {"a_b"}, "a-b")
    taken = {"a_b", variation}
    assert distinct("a_b", taken, "a-b") not in {"a_b", variation}
