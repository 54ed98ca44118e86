"""Decoding: exact where the reply is as documented, tolerant where it is not."""

from __future__ import annotations

import datetime
import inspect
import sys
import threading
import warnings
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from typing import Annotated, Any
from uuid import UUID

import pytest
from hypothesis import given, strategies as st
from pydantic import create_model

from tests.properties import examples
from tests.runtime.sample.types import Invoice
from tests.runtime.sample.types.invoice import BankPayment, CardPayment
from undrift.runtime import (
    Amount,
    Base64,
    Date,
    DateTime,
    Deviation,
    Discriminated,
    Field,
    Float,
    Model,
    Number,
    Time,
    Uuid,
)
from undrift.runtime.decode import decode

D = Decimal


@pytest.mark.parametrize(
    ("annotation", "value", "expected"),
    [
        (str, "5", "5"),
        (int, 5, 5),
        (bool, True, True),
        (Number, D("1.10"), D("1.10")),
        (Number, 7, D(7)),
        (Amount, "1000.00", D("1000.00")),
        (Amount, D("-1e3"), D("-1e3")),
        (Float, D("1.5"), 1.5),
        (Float, 2, 2.0),
        (Date, "2024-02-29", datetime.date(2024, 2, 29)),
        (DateTime, "2024-02-29t10:00:00", datetime.datetime(2024, 2, 29, 10)),
        (Time, "10:00:01", datetime.time(10, 0, 1)),
        (Base64, "aGk=", b"hi"),
        (dict[str, int], {"a": 1}, {"a": 1}),
        (list[Amount], ["1", 2], [D(1), D(2)]),
        (int | None, None, None),
    ],
)
def test_documented_values(annotation: Any, value: Any, expected: object) -> None:
    decoded = decode(value, annotation)
    assert decoded.deviations == ()
    assert decoded.value == expected
    assert type(decoded.value) is type(expected)


def test_exactly_the_digits_that_arrived() -> None:
    assert str(decode(D("1000.00"), Amount).value) == "1000.00"
    assert str(decode("0.10", Amount).value) == "0.10"


@pytest.mark.parametrize(
    ("annotation", "value", "expected", "got"),
    [
        (str, 5, "string", "integer"),
        (str, D("5.0"), "string", "number"),
        (int, "5", "integer", "string"),
        (int, True, "integer", "boolean"),
        (int, D("5.5"), "integer", "number"),
        (bool, 1, "boolean", "integer"),
        (bool, "true", "boolean", "string"),
        (Number, "1.5", "number", "string"),
        (Number, True, "number", "boolean"),
        (Amount, "1,000.00", "number or numeric string", "string"),
        (Amount, "NaN", "number or numeric string", "string"),
        (Amount, "١٢", "number or numeric string", "string"),
        (Float, "1.5", "number", "string"),
        (Float, False, "number", "boolean"),
        (Date, "2024-02-30", "date", "string"),
        (Date, "2024-02-29T00:00:00Z", "date", "string"),
        (Date, 19000, "date", "integer"),
        (DateTime, 1700000000, "date-time", "integer"),
        (DateTime, "1700000000", "date-time", "string"),
        (DateTime, "2024-02-29", "date-time", "string"),
        (Time, "noon", "time", "string"),
        (Uuid, "12345678123456781234567812345678", "uuid", "string"),
        (Uuid, "{12345678-1234-5678-1234-567812345678}", "uuid", "string"),
        (Uuid, "12345678-12345678123456781234567812", "uuid", "string"),
        (Base64, "h?", "base64 text", "string"),
        (list[int], {"a": 1}, "array", "object"),
        (dict[str, int], [1], "object", "array"),
        (Invoice, "x", "object", "string"),
        (Invoice, None, "object", "null"),
        (int | None, "x", "integer", "string"),
    ],
)
def test_values_of_another_type_stay_as_they_arrived(
    annotation: Any, value: Any, expected: str, got: str
) -> None:
    decoded = decode(value, annotation)
    assert decoded.value is value
    assert decoded.deviations == (Deviation("", expected, got),)


def test_a_model_takes_what_fits_and_keeps_the_rest() -> None:
    arrived: dict[str, Any] = {
        "number": "5",
        "issueDate": "2024-07-18",
        "issue_date": "not the field",
        "paidAt": 1700000000,
        "owner": "12345678-1234-5678-1234-567812345678",
        "subtotal": "1.50",
        "status": "lost",
        "closed": None,
        "events": [{"kind": "a"}, 7, {"kind": 1, "~/": 2}],
        "labels": {"a/b": 1, "c": "d"},
        "parent": {"id": "p", "rate": "x"},
        "model_dump": "kept",
        "_fields_set": 1,
    }
    decoded = decode(arrived, Invoice)
    invoice: Invoice = decoded.value
    assert invoice.id is None
    assert invoice.number == "5"
    assert invoice.issue_date == datetime.date(2024, 7, 18)
    assert invoice.paid_at == 1700000000
    assert invoice.owner == UUID("12345678-1234-5678-1234-567812345678")
    assert invoice.subtotal == D("1.50")
    assert invoice.status == "lost"
    assert invoice.events is not None
    assert invoice.events[0].kind == "a"
    assert invoice.events[1] == 7
    assert invoice.events[2].kind == 1
    assert invoice.parent is not None
    assert invoice.parent.id == "p"
    assert invoice.payment is None
    assert decoded.deviations == (
        Deviation("/id", "string", "absent"),
        Deviation("/number", "integer", "string"),
        Deviation("/paidAt", "date-time", "integer"),
        Deviation("/closed", "boolean", "null"),
        Deviation("/status", 'one of "draft", "issued", "cancelled"', "string"),
        Deviation("/events/1", "object", "integer"),
        Deviation("/events/2/kind", "string", "integer"),
        Deviation("/labels/a~1b", "string", "integer"),
        Deviation("/parent/rate", "number", "string"),
    )
    assert invoice.model_fields_set == {
        "number",
        "issue_date",
        "paid_at",
        "owner",
        "subtotal",
        "status",
        "closed",
        "events",
        "labels",
        "parent",
    }
    assert set(invoice.model_dump(by_alias=True, exclude_unset=True)) == set(arrived)
    assert invoice.model_extra == {
        "issue_date": "not the field",
        "model_dump": "kept",
        "_fields_set": 1,
    }


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.decimals(allow_nan=False, allow_infinity=False)
    | st.sampled_from(["2024-01-01", "x", "1.5", "issued", ""]),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(
            [*(f.alias or n for n, f in Invoice.model_fields.items()), "z"]
        ),
        inner,
        max_size=6,
    ),
    max_leaves=20,
)


@examples(80)
@given(st.dictionaries(st.sampled_from(["id", "issueDate", "events", "z"]), JSON))
def test_whatever_arrives_is_kept_and_can_be_written(arrived: dict[str, Any]) -> None:
    invoice = decode(arrived, Invoice).value
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        dumped = invoice.model_dump(by_alias=True, exclude_unset=True)
        invoice.model_dump_json(by_alias=True)
    assert set(dumped) == set(arrived)


def test_null_and_absent_are_told_apart() -> None:
    invoice = decode({"id": "1", "closed": None}, Invoice).value
    assert invoice.closed is invoice.number is None
    assert invoice.model_fields_set == {"id", "closed"}


def test_a_null_that_is_not_documented_is_noted_where_it_stands() -> None:
    arrived: Any = {
        "id": "1",
        "closed": None,
        "payment": {"method": "bank", "iban": "i", "name": None},
        "events": [{"kind": "a"}, {"kind": "b", "at": None}],
        "parent": {"id": "p", "issueDate": None, "labels": {"a": "b"}},
        "unknown": None,
    }
    decoded = decode([arrived], list[Invoice])
    assert decoded.deviations == (
        Deviation("/0/closed", "boolean", "null"),
        Deviation("/0/events/1/at", "date-time", "null"),
        Deviation("/0/parent/issueDate", "date", "null"),
    )
    (invoice,) = decoded.value
    assert invoice.parent.issue_date is None
    assert invoice.model_dump(by_alias=True, exclude_unset=True) == arrived
    made = Invoice(id="1", closed=None)  # by hand, None is None
    assert Invoice.model_validate(made.model_dump(by_alias=True)) == Invoice(id="1")


class Cat(Model):
    name: str
    lives: int | None = None


class Dog(Model):
    name: str
    breed: str | None = None


class Book(Model):
    """Names that could be taken for one another."""

    kind: str | None = Field(default=None, alias="type")
    type: str | None = Field(default=None, alias="kind")


def test_unions_take_the_variant_that_fits_best() -> None:
    union: Any = Cat | Dog
    assert type(decode({"name": "a", "breed": "b"}, union).value) is Dog
    assert type(decode({"name": "a"}, union).value) is Cat
    odd = decode({"name": 1, "breed": "b"}, union)
    assert type(odd.value) is Dog
    assert odd.deviations == (Deviation("/name", "string", "integer"),)
    assert decode(7, union).deviations == (Deviation("", "object", "integer"),)
    lists: Any = list[int] | Dog | str
    assert decode(["x"], lists).deviations == (Deviation("/0", "integer", "string"),)
    assert decode(5, lists).deviations == (
        Deviation("", "array or object or string", "integer"),
    )


class Fish(Model):
    name: int
    fins: int


class Bird(Model):
    name: int
    fins: str


class Shark(Model):
    name: str
    fins: int
    teeth: int


class Deep(Model):
    name: str
    inner: Fish | None = None


def test_what_a_variant_knows_goes_before_what_departs_from_it() -> None:
    both: tuple[Any, Any] = (Fish | Bird, Bird | Fish | str)
    for union in both:  # both know both keys; one of them departs less
        arrived = decode({"name": "x", "fins": 2}, union)
        assert type(arrived.value) is Fish
        assert arrived.deviations == (Deviation("/name", "integer", "string"),)
    more: tuple[Any, Any] = (Cat | Shark, Shark | Dog | Cat)
    for union in more:  # less departs from the one that knows less
        arrived = decode({"name": 1, "fins": "y", "teeth": "z"}, union)
        assert type(arrived.value) is Shark
        assert len(arrived.deviations) == 3
    ties: tuple[tuple[Any, type], ...] = ((Cat | Dog, Cat), (Dog | Cat | str, Dog))
    for union, first in ties:
        assert type(decode({"name": 1}, union).value) is first


def test_arrays_and_objects_go_to_variants_of_their_kind() -> None:
    union: Any = list[int] | dict[str, int] | Cat | str
    assert decode({"a": "x"}, union).value == {"a": "x"}
    assert decode(["x"], list[list[int] | Deep]).deviations == (
        Deviation("/0", "array or object", "string"),
    )


def test_discriminators_are_honoured() -> None:
    bank: dict[str, Any] = {
        "id": "1",
        "payment": {"method": "bank", "lastFour": "1", "iban": 3},
    }
    decoded = decode(bank, Invoice)
    assert type(decoded.value.payment) is BankPayment
    assert decoded.deviations == (Deviation("/payment/iban", "string", "integer"),)
    card: dict[str, Any] = {"id": "1", "payment": {"method": "card", "lastFour": "1"}}
    assert type(decode(card, Invoice).value.payment) is CardPayment
    new: dict[str, Any] = {
        "id": "1",
        "payment": {"method": "cash", "iban": "x", "name": "y"},
    }
    decoded = decode(new, Invoice)
    assert decoded.value.payment == new["payment"]
    tag = Deviation("/payment/method", 'one of "card", "bank"', "string")
    assert decoded.deviations == (tag,)


class Round(Model):
    radius: int
    shape: str | None = None


class Square(Model):
    side: int
    shape: str | None = None


def test_a_discriminator_that_no_variant_requires_may_be_absent() -> None:
    tags = (("round",), ("square",))
    union: Any = Annotated[Round | Square, Discriminated("shape", tags)]
    decoded = decode({"side": 1}, union)
    assert type(decoded.value) is Square
    assert decoded.deviations == ()
    assert type(decode({"side": 1, "shape": "round"}, union).value) is Round


def test_names_that_cross_are_not_confused() -> None:
    replies: list[dict[str, Any]] = [{"kind": "k", "type": "t"}, {"type": 1}]
    replies.append({"kind": "k", "type": 1})
    for arrived in replies:
        book = decode(arrived, Book).value
        assert book.model_dump(by_alias=True, exclude_unset=True) == arrived
        assert book.kind == arrived.get("type")
        assert book.type == arrived.get("kind")


def test_models_can_be_made_by_hand() -> None:
    members: dict[str, Any] = {
        "issue_date": datetime.date(2024, 7, 18),
        "paid_at": datetime.datetime(2024, 7, 18, tzinfo=datetime.UTC),
    }
    made = Invoice(
        **members,
        id="1",
        subtotal=D("1.5"),
        owner=UUID(int=1),
        weight=1.5,
    )
    assert made.model_dump(by_alias=True, exclude_unset=True)["issueDate"] == (
        datetime.date(2024, 7, 18)
    )


def test_models_are_completed_once_however_many_threads_come_first() -> None:
    for _ in range(20):
        inner = create_model("Inner", __base__=Model, at=(DateTime, ...))
        outer = create_model("Outer", __base__=Model, inner=(list[inner], ...))  # type: ignore[valid-type]
        start = threading.Barrier(8)

        def first(outer: Any = outer, start: threading.Barrier = start) -> object:
            start.wait()
            decoded = decode({"inner": [{"at": "2024-07-18T00:00:00Z"}]}, outer)
            return decoded.value.inner[0].at.year

        with ThreadPoolExecutor(8) as pool:
            years = [
                future.result() for future in [pool.submit(first) for _ in "12345678"]
            ]
        assert years == [2024] * 8


def test_a_deep_reply_is_kept_even_if_the_stack_is_deep() -> None:
    deep: dict[str, Any] = {"id": 1}
    for _ in range(100):
        deep = {"id": "1", "parent": deep}

    def at_depth(frames: int) -> object:
        return at_depth(frames - 1) if frames else decode(deep, Invoice).deviations

    used = len(inspect.stack())
    assert at_depth(0) != ()
    assert at_depth(sys.getrecursionlimit() - used - 60) == (
        Deviation("", "less nesting", "object"),
    )


class OneCat(Model):
    name: str


class OneDog(Model):
    name: str


@pytest.mark.parametrize("turned", [False, True])
def test_the_first_variant_wins_a_tie_whichever_union_was_read_before(
    turned: bool,
) -> None:
    orders: list[tuple[Any, Any, type[Model]]] = [
        (OneCat | OneDog, list[OneCat | OneDog], OneCat),
        (OneDog | OneCat, list[OneDog | OneCat], OneDog),
    ]
    for union, items, first in reversed(orders) if turned else orders:
        assert type(decode({"name": 1}, union).value) is first
        (item,) = decode([{"name": 1}], items).value
        assert type(item) is first
