"""Names of a whole client: distinct, pure, and never changed by a newcomer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, strategies as st

from tests.naming.clients import (
    CLIENTS,
    WIRE_NAMES,
    client,
    object_type,
    operation,
)
from undrift.config.names import CALL, TYPE
from undrift.ir import Client, Operation
from undrift.naming import ClientNames, arguments, assign, fields

S = "/components/schemas"


def clashes(names: Iterable[str]) -> list[str]:
    """Return names that some file system, or some reader, takes for one."""
    counted = Counter(name.lower() for name in names)
    return [name for name, count in counted.items() if count > 1]


def recorded(names: ClientNames) -> tuple[dict[str, str], dict[str, str]]:
    calls = {str(identity): str(name) for identity, name in names.calls.items()}
    return calls, {str(identity): name for identity, name in names.types.items()}


@given(CLIENTS)
def test_everything_is_named_and_no_two_alike(found: Client) -> None:
    names = assign(found)
    assert list(names.calls) == [operation.id for operation in found.operations]
    assert set(names.types) == set(found.declarations)
    assert not clashes(map(str, names.calls.values()))
    assert not clashes(names.types.values())
    # What is recorded must be readable again.
    assert all(CALL.fits(str(call)) for call in names.calls.values())
    assert all(TYPE.fits(name) for name in names.types.values())


def test_long_ways_to_a_type_make_bounded_names() -> None:
    step = "/properties/shield_information_barrier_segment"
    pointers = [f"{S}/Restriction{step * n}" for n in (1, 6, 7)]
    found = client([], [object_type(pointer) for pointer in pointers])
    names = assign(found).types.values()
    assert all(TYPE.fits(name) for name in names)
    assert len(set(names)) == 3


@given(CLIENTS, st.randoms(use_true_random=False))
def test_the_order_of_a_document_decides_nothing(found: Client, random: Random) -> None:
    operations, declarations = list(found.operations), list(found.declarations.items())
    random.shuffle(operations)
    random.shuffle(declarations)
    shuffled = replace(
        found, operations=tuple(operations), declarations=dict(declarations)
    )
    assert assign(shuffled) == assign(found)


@given(CLIENTS, CLIENTS)
def test_a_newcomer_renames_nothing(old: Client, more: Client) -> None:
    before = assign(old)
    ids = {operation.id for operation in old.operations}
    grown = replace(
        old,
        operations=old.operations
        + tuple(o for o in more.operations if o.id not in ids),
        declarations={**more.declarations, **old.declarations},
    )
    after = assign(grown, *recorded(before))
    assert before.calls.items() <= after.calls.items()
    assert before.types.items() <= after.types.items()
    assert not clashes(map(str, after.calls.values()))
    assert not clashes(after.types.values())


@given(CLIENTS)
def test_recorded_names_are_a_fixed_point(found: Client) -> None:
    names = assign(found)
    assert assign(found, *recorded(names)) == names


@given(CLIENTS)
def test_recorded_names_win(found: Client) -> None:
    calls = {str(o.id): f"mine.m{n}" for n, o in enumerate(found.operations)}
    types = {str(d): f"Mine{n}" for n, d in enumerate(found.declarations)}
    assert recorded(assign(found, calls, types)) == (calls, types)


@given(st.lists(WIRE_NAMES, unique=True))
def test_fields_of_one_object_are_distinct(wire: list[str]) -> None:
    given_names = fields(object_type("/x", *wire))
    assert list(given_names) == wire
    assert not clashes(given_names.values())
    assert fields(object_type("/x", *reversed(wire))) == given_names


LOCATIONS = st.sampled_from(["path", "query", "header", "cookie", "body"])


@given(st.lists(st.tuples(LOCATIONS, WIRE_NAMES), unique=True))
def test_arguments_of_one_call_are_distinct(wire: list[tuple[str, str]]) -> None:
    given_names = arguments(tuple(wire))
    assert list(given_names) == wire
    assert not clashes(given_names.values())


def test_a_wire_name_cannot_pose_as_anothers_variation() -> None:
    """Two names that are spelt alike, and a third spelt like their way out."""
    first = fields(object_type("/x", "a b", "a-b"))
    (variation,) = set(first.values()) - {"a_b"}
    assert not clashes(fields(object_type("/x", "a b", "a-b", variation)).values())
    calls = [
        operation("get", "/a", "list", ("t",)),
        operation("get", "/b", "list", ("t",)),
    ]
    (method,) = {n.method for n in assign(client(calls)).calls.values()} - {"list"}
    posing = operation("get", "/", method, ("t",))
    named = assign(client([posing, *calls])).calls.values()
    assert not clashes(map(str, named))


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (
            operation(
                "post", "/invoices/{id}/cancel/", "cancel-an-invoice", ("Invoices",)
            ),
            "invoices.cancel",
        ),
        (
            operation("post", "/v1/invoices/{id}/cancel", "cancelInvoice"),
            "invoices.cancel",
        ),
        (operation("post", "/api/v2/invoices/{id}/cancel"), "invoices.cancel"),
        (operation("get", "/invoices"), "invoices.list"),
        (operation("post", "/invoices"), "invoices.create"),
        (operation("get", "/invoices/{id}"), "invoices.get"),
        (operation("patch", "/invoices/{id}"), "invoices.update"),
        (operation("put", "/invoices/{id}"), "invoices.replace"),
        (operation("delete", "/invoices/{id}"), "invoices.delete"),
        (operation("get", "/invoices/{id}/lines"), "invoices.list_lines"),
        (operation("get", "/"), "root.list"),
        (operation("get", "/x", "str", ("x",)), "x.str"),
        # FastAPI: the function's name, the path and the method.
        (
            operation(
                "post",
                "/tasks/{task_id}/upload",
                "upload_tasks__task_id__upload_post",
                ("tasks",),
            ),
            "tasks.upload",
        ),
        (
            operation("get", "/tasks", "list_tasks_tasks_get", ("tasks",)),
            "tasks.list",
        ),
        # NSwag: the method in capitals, and a number.
        (operation("get", "/api/Items/{id}", "ItemsGET2", ("Items",)), "items.get"),
        # Swashbuckle: nothing but path and method.
        (
            operation("get", "/api/Items/{id}", "ApiItemsByIdGet", ("Items",)),
            "items.get",
        ),
        (operation("get", "/x", "with_raw_response", ("y",)), "y.with_raw_response_"),
        (operation("get", "/x", "get", ("close",)), "close_.get"),
    ],
)
def test_calls_are_named_as_people_would(found: Operation, expected: str) -> None:
    assert str(assign(client([found])).calls[found.id]) == expected


JSON = "content/application~1json/schema"
CREATE = "/paths/~1invoices/post"


@pytest.mark.parametrize(
    ("pointer", "expected"),
    [
        ("/components/schemas/PublicInvoice", "PublicInvoice"),
        ("/components/schemas/bill/properties/lines", "BillLines"),
        ("/components/schemas/bill/properties/lines/items", "BillLine"),
        ("/components/schemas/bill/properties/billNumber", "BillNumber"),
        (f"/components/responses/NotFound/{JSON}", "NotFound"),
        (f"{CREATE}/requestBody/{JSON}", "InvoicesCreateRequest"),
        (f"{CREATE}/responses/200/{JSON}", "InvoicesCreateResponse"),
        (f"{CREATE}/responses/422/{JSON}", "InvoicesCreateError422"),
    ],
)
def test_types_are_named_after_their_place(pointer: str, expected: str) -> None:
    calls = [operation("post", "/invoices")]
    (name,) = assign(client(calls, [object_type(pointer)])).types.values()
    assert name == expected


def test_a_type_makes_way_for_what_its_module_imports() -> None:
    (name,) = assign(
        client([], [object_type("/components/schemas/Model")])
    ).types.values()
    assert name.startswith("Model_")


@given(CLIENTS)
def test_a_resource_is_a_file_on_every_system(found: Client) -> None:
    for name in assign(found).calls.values():
        assert name.resource not in {"aux", "con", "nul", "prn", "com1", "lpt1"}
