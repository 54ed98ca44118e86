"""Random clients: operations and component types under any names."""

from __future__ import annotations

from hypothesis import strategies as st

from undrift.ir import (
    NO_DOCS,
    AnyValue,
    Client,
    Declaration,
    DeclarationId,
    Field,
    ObjectType,
    Omittable,
    Operation,
    OperationId,
    Resend,
)
from undrift.ir.types import Origin
from undrift.openapi import join_pointer

# Words that collide, by case or by spelling, and words that are not words.
_WORDS = st.sampled_from(
    [
        *("invoice", "Invoices", "INVOICE", "cancel-an-invoice", "cancelInvoice"),
        *("cancel", "Cancel", "class", "None", "self", "list", "str", "date", "Model"),
        *("with_raw_response", "close", "model_dump", "schema", "copy", "aux", "con"),
        *("+1", "-1", "1", "2nd", "_", "", "é", "e\u0301", "ﬁ", "счёт", "請求書"),
        *("a b", "a-b", "a_b", "aB", "AB", "x" * 100, "x" * 99 + "y"),
    ]
)
WIRE_NAMES = _WORDS | st.text(max_size=20)
_SEGMENTS = WIRE_NAMES.map(lambda text: text.replace("/", "")) | st.just("{id}")
_PATHS = st.lists(_SEGMENTS, max_size=4).map(lambda parts: "/" + "/".join(parts))
_METHODS = st.sampled_from(["get", "post", "put", "patch", "delete"])


def operation(
    method: str, path: str, operation_id: str = "", tags: tuple[str, ...] = ()
) -> Operation:
    identity = OperationId(f"{method.upper()} {path}")
    origin = Origin(join_pointer("", "paths", path, method))
    upper, resend = method.upper(), Resend.UNSENT
    return Operation(
        *(identity, upper, path, operation_id, tags, (), None, (), (), resend, origin)
    )


def object_type(identity: str, *fields: str) -> ObjectType:
    origin = Origin(identity)
    return ObjectType(
        DeclarationId(identity),
        tuple(Field(name, AnyValue(), Omittable(), origin) for name in fields),
        origin,
    )


def client(
    operations: list[Operation] | tuple[Operation, ...] = (),
    declarations: list[Declaration] | tuple[Declaration, ...] = (),
) -> Client:
    return Client(
        *("T", "1", NO_DOCS, (), (), tuple(operations)),
        {declaration.id: declaration for declaration in declarations},
    )


OPERATIONS = st.lists(
    st.builds(
        operation,
        _METHODS,
        _PATHS,
        WIRE_NAMES,
        st.lists(WIRE_NAMES, max_size=2).map(tuple),
    ),
    max_size=8,
    unique_by=lambda o: o.id,
)


def _ids(name: str, field: str) -> list[str]:
    component = join_pointer("/components/schemas", name)
    return [component, join_pointer(component, "properties", field)]


DECLARATIONS = st.lists(st.builds(_ids, WIRE_NAMES, WIRE_NAMES), max_size=6).map(
    lambda found: [object_type(i) for i in {i: 0 for ids in found for i in ids}]
)
CLIENTS = st.builds(client, OPERATIONS, DECLARATIONS)
