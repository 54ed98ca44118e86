"""Bodies: exact bytes, documented names, and limits that are checked only if asked."""

from __future__ import annotations

import datetime
import enum
import io
from decimal import Decimal
from email.parser import BytesParser
from email.policy import HTTP
from typing import Annotated, Any, Optional
from urllib.parse import parse_qsl
from uuid import UUID

import pytest

from tests.runtime.sample.types import Invoice, LineParams, OrderParams
from undrift.runtime import (
    AS_STRING,
    BodyField,
    ConstantBody,
    ExclusiveMaximum,
    FormBody,
    JsonBody,
    Maximum,
    MaxLength,
    Minimum,
    MinItems,
    MultipartBody,
    MultipleOf,
    Pattern,
    RawBody,
    RequestError,
    UniqueItems,
    Violation,
    omit,
)
from undrift.runtime.request_body import EncodedBody, content_of
from undrift.runtime.serialize import Writer

OPTIONAL_TEXT = Optional[Annotated[Decimal, AS_STRING]]  # noqa: UP045
OPTIONAL_SHORT = Optional[Annotated[str, MaxLength(2)]]  # noqa: UP045
OPTIONAL_EMPTY = Optional[Annotated[str, MaxLength(0)]]  # noqa: UP045


class Colour(enum.StrEnum):
    RED = "red"


def json_of(value: Any, annotation: Any = Any) -> str:
    body = JsonBody(whole="body", annotation=annotation)
    content = content_of(body, {"body": value}, Writer())
    assert content is not None
    return content.data.decode()


@pytest.mark.parametrize(
    ("value", "annotation", "text"),
    [
        ({"a": Decimal("1.10"), "b": "é"}, Any, '{"a":1.10,"b":"é"}'),
        (Decimal("1.10"), Annotated[Decimal, AS_STRING], '"1.10"'),
        (Decimal("1.10"), OPTIONAL_TEXT, '"1.10"'),
        (None, OPTIONAL_TEXT, "null"),
        ([Decimal(1)], list[Annotated[Decimal, AS_STRING]], '["1"]'),
        (0.1, float, "0.1"),
        (b"hi", bytes, '"aGk="'),
        (Colour.RED, Colour, '"red"'),
        (UUID(int=1), UUID, '"00000000-0000-0000-0000-000000000001"'),
        (datetime.date(2024, 7, 18), Any, '"2024-07-18"'),
        (datetime.time(1, 2), Any, '"01:02:00"'),
        (
            datetime.datetime(2024, 7, 18, tzinfo=datetime.UTC),
            Any,
            '"2024-07-18T00:00:00Z"',
        ),
        ((1, 2), Any, "[1,2]"),
        (True, int, "true"),
    ],
)
def test_scalars(value: Any, annotation: Any, text: str) -> None:
    assert json_of(value, annotation) == text


def test_documented_names_at_every_depth() -> None:
    line: LineParams = {"item_name": "x", "unit_price": Decimal("2.50")}
    taxed: LineParams = {**line, "tax": Decimal("0.20")}
    order: OrderParams = {
        "due_date": datetime.date(2024, 7, 18),
        "lines": [line, taxed],
        "by_name": {"due_date": line},
        "first": line,
    }
    written = '{"itemName":"x","unitPrice":2.50}'
    with_tax = '{"itemName":"x","unitPrice":2.50,"tax":"0.20"}'
    assert json_of({**order, "other_key": omit, "newKey": 1}, OrderParams) == (
        f'{{"dueDate":"2024-07-18","lines":[{written},{with_tax}],'
        f'"byName":{{"due_date":{written}}},"first":{written},"newKey":1}}'
    )
    assert json_of({"first": "text"}, OrderParams) == '{"first":"text"}'


def test_models_write_what_was_set() -> None:
    model = Invoice(id="1", subtotal=Decimal("1.00"), added=[1])  # type: ignore[call-arg]
    model.issue_date = datetime.date(2024, 7, 18)
    assert json_of({"x": model}) == (
        '{"x":{"id":"1","issueDate":"2024-07-18","subtotal":1.00,"added":[1]}}'
    )


@pytest.mark.parametrize(
    "value",
    [
        float("nan"),
        Decimal("Infinity"),
        "\ud800",
        {1: 2},
        object(),
        datetime.timedelta(1),
        {"due_date": 1, "dueDate": 2},
    ],
)
def test_what_cannot_be_written_is_refused(value: Any) -> None:
    with pytest.raises(RequestError):
        json_of(value, OrderParams)


def test_a_cycle_is_refused() -> None:
    value: list[Any] = []
    value.append(value)
    with pytest.raises(RequestError):
        json_of(value)


def test_a_union_may_hold_any() -> None:
    """Anything goes through it, and what a variant knows is still written so."""
    assert json_of("text", Annotated[Any, MaxLength(9)] | int) == '"text"'
    assert json_of({"a": 1}, Any | str) == '{"a":1}'
    assert json_of(Decimal("1.50"), int | Any) == "1.50"


def violations(value: Any, annotation: Any) -> list[Violation]:
    found: list[Violation] = []
    Writer(found).write(value, annotation, "")
    return found


@pytest.mark.parametrize(
    ("value", "annotation", "constraint"),
    [
        ("abc", Annotated[str, MaxLength(2)], "maxLength 2"),
        ("abc", Annotated[str, Pattern("^x")], "pattern ^x"),
        (1, Annotated[int, Minimum(2)], "minimum 2"),
        (0.5, Annotated[float, Maximum(Decimal("0.1"))], "maximum 0.1"),
        (Decimal(2), Annotated[Decimal, ExclusiveMaximum(2)], "exclusiveMaximum 2"),
        (
            Decimal("0.15"),
            Annotated[Decimal, AS_STRING, MultipleOf(Decimal("0.1"))],
            "multipleOf 0.1",
        ),
        ([], Annotated[list[int], MinItems(1)], "minItems 1"),
        ([1, 1], Annotated[list[int], UniqueItems()], "uniqueItems True"),
        ("abc", OPTIONAL_SHORT, "maxLength 2"),
        ("abc", int | Annotated[str, MaxLength(2)], "maxLength 2"),
    ],
)
def test_broken_constraints(value: Any, annotation: Any, constraint: str) -> None:
    assert violations(value, annotation) == [Violation("", constraint)]


@pytest.mark.parametrize(
    ("value", "annotation"),
    [
        (1, Annotated[str, MaxLength(0)]),
        ("é", Annotated[str, MaxLength(1)]),
        ("axb", Annotated[str, Pattern("x")]),
        ("a", Annotated[str, Pattern("(?<bad")]),
        (None, OPTIONAL_EMPTY),
        (True, Annotated[bool, Minimum(5)]),
        ([1, True, "1"], Annotated[list[Any], UniqueItems()]),
        (Decimal("1e400"), Annotated[Decimal, MultipleOf(Decimal("0.01"))]),
    ],
)
def test_constraints_that_hold(value: Any, annotation: Any) -> None:
    assert violations(value, annotation) == []


def test_violations_name_places_and_never_values() -> None:
    order = {
        "lines": [{"item_name": "", "unit_price": Decimal(0)}, {}, {}],
        "channel": "secret-channel",
    }
    found = violations(order, OrderParams)
    assert {(one.pointer, one.constraint) for one in found} == {
        ("/lines", "maxItems 2"),
        ("/lines/0/itemName", "minLength 1"),
        ("/lines/0/unitPrice", "exclusiveMinimum 0"),
        ("/lines/1/itemName", "required"),
        ("/lines/1/unitPrice", "required"),
        ("/lines/2/itemName", "required"),
        ("/lines/2/unitPrice", "required"),
        ("/channel", "one of web, till"),
    }
    assert json_of(order, OrderParams).startswith('{"lines":')


def test_which_bodies_are_sent() -> None:
    fields = (BodyField("a", "A", str), BodyField("b", "B", str))
    given = {"a": omit, "b": omit}
    writer = Writer()
    assert content_of(None, {}, writer) is None
    constant = ConstantBody(b"{ }", "application/json")
    assert content_of(constant, {}, writer) == EncodedBody(b"{ }", "application/json")
    assert content_of(JsonBody(fields), given, writer) == EncodedBody(
        b"{}", "application/json"
    )
    assert content_of(JsonBody(fields, required=False), given, writer) is None
    assert content_of(FormBody(fields, required=False), given, writer) is None
    assert content_of(JsonBody(whole="a"), given, writer) is None
    assert content_of(RawBody("a", "text/plain"), given, writer) is None
    sent = content_of(JsonBody(fields), {"a": None, "b": omit}, writer)
    assert sent == EncodedBody(b'{"A":null}', "application/json")


def test_forms() -> None:
    body = FormBody((BodyField("a", "a[]"), BodyField("b", "b"), BodyField("c", "c")))
    given = {"a": ["x y", "&="], "b": {"k": Decimal("1.0")}, "c": True}
    content = content_of(body, given, Writer())
    assert content is not None
    assert content.media_type == "application/x-www-form-urlencoded"
    assert parse_qsl(content.data.decode()) == [
        ("a[]", "x y"),
        ("a[]", "&="),
        ("b", '{"k":1.0}'),
        ("c", "true"),
    ]


def test_forms_with_a_style() -> None:
    body = FormBody(
        (
            BodyField("card", "card", style="deepObject"),
            BodyField("expand", "expand", style="deepObject"),
            BodyField("ids", "ids", explode=False),
            BodyField("none", "none", style="deepObject"),
        )
    )
    given = {
        "card": {"number": "4 2", "tags": [{"a": 1}, {"a": True}]},
        "expand": ["customer", "x&y=z"],
        "ids": [1, 2],
        "none": None,
    }
    content = content_of(body, given, Writer())
    assert content is not None
    assert parse_qsl(content.data.decode()) == [
        ("card[number]", "4 2"),
        ("card[tags][0][a]", "1"),
        ("card[tags][1][a]", "true"),
        ("expand[0]", "customer"),
        ("expand[1]", "x&y=z"),
        ("ids", "1,2"),
    ]


def test_a_part_says_what_it_is() -> None:
    body = MultipartBody(
        (
            BodyField("about", "about"),
            BodyField("photo", "photo", content_type="image/png"),
            BodyField("note", "note", content_type="text/markdown"),
        )
    )
    given = {"about": {"a": 1}, "photo": [b"1", ("b.jpg", b"2", "image/jpeg")]}
    content = content_of(body, {**given, "note": "*"}, Writer())
    assert content is not None
    head = f"Content-Type: {content.media_type}\r\n\r\n".encode()
    parsed = BytesParser(policy=HTTP).parsebytes(head + content.data)
    assert [part.get_content_type() for part in parsed.iter_parts()] == [
        "application/json",
        "image/png",
        "image/jpeg",
        "text/markdown",
    ]


def test_multipart_is_what_a_parser_reads() -> None:
    opened = io.BytesIO(b"\x00\r\n--x")
    opened.name = '/tmp/a "b".bin'
    body = MultipartBody(
        (BodyField("t", 'na"me'), BodyField("f", "f"), BodyField("o", "o"))
    )
    given = {"t": "é\r\n", "f": ("n.csv", b"1,2", "text/csv"), "o": [opened, b"raw"]}
    first = content_of(body, given, Writer())
    assert first is not None
    head = f"Content-Type: {first.media_type}\r\n\r\n".encode()
    parsed = BytesParser(policy=HTTP).parsebytes(head + first.data)
    parts = [
        (
            part.get_param("name", header="content-disposition"),
            part.get_filename(),
            part.get_content_type(),
            part.get_payload(decode=True),
        )
        for part in parsed.iter_parts()
    ]
    octets = "application/octet-stream"
    assert parts == [
        ("na%22me", None, "text/plain", "é\r\n".encode()),
        ("f", "n.csv", "text/csv", b"1,2"),
        ("o", "a %22b%22.bin", octets, b"\x00\r\n--x"),
        ("o", "file", octets, b"raw"),
    ]
    again = content_of(body, {"t": "é"}, Writer())
    assert again is not None
    assert again.media_type != first.media_type


def test_multipart_names_cannot_add_headers() -> None:
    body = MultipartBody((BodyField("f", "f"),))
    content = content_of(body, {"f": ("a\r\nX: y", b"")}, Writer())
    assert content is not None
    assert b"\r\nX: y" not in content.data
    assert b'filename="a%0D%0AX: y"' in content.data
    with pytest.raises(RequestError):
        content_of(body, {"f": ("a", b"", "text/x\r\nX: y")}, Writer())


def test_a_form_may_be_left_out_only_where_nothing_is_given() -> None:
    fields = (BodyField("a", "a"),)
    for required in (True, False):
        body = FormBody(fields, required=required)
        content = content_of(body, {"a": "b"}, Writer())
        assert content is not None
        assert content.data == b"a=b"
        several = MultipartBody(fields, required=required)
        content = content_of(several, {"a": "b"}, Writer())
        assert content is not None
        assert b'name="a"' in content.data
    assert content_of(FormBody(fields, required=False), {}, Writer()) is None
    empty = content_of(FormBody(fields), {}, Writer())
    assert empty is not None
    assert empty.data == b""


def test_raw_bodies() -> None:
    body = RawBody("a", "text/plain")
    assert content_of(body, {"a": "é"}, Writer()) == EncodedBody(
        "é".encode(), "text/plain"
    )
    assert content_of(body, {"a": b"\xff"}, Writer()) == EncodedBody(
        b"\xff", "text/plain"
    )
    for bad in (1, None, "\ud800"):
        with pytest.raises(RequestError):
            content_of(body, {"a": bad}, Writer())
