"""What the declared types are called, and which module each lives in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import unquote

from ..ir import DeclarationId
from .words import bounded, pascal, singular

_LONGEST_TYPE = 120
"""Characters of a type's name; names.yaml takes a little more."""

RESERVED_TYPES = frozenset(
    {
        "aliased",
        "amount",
        "annotated",
        "any",
        "base64",
        "date",
        "datetime",
        "decimal",
        "field",
        "float",
        "literal",
        "model",
        "number",
        "omit",
        "open",
        "required",
        "time",
        "typealias",
        "typeddict",
        "uuid",
        "wire",
    }
)
"""Names that modules of types import, lower-case: a schema must not hide them."""


def type_problem(name: str) -> str:
    """Return what a type's recorded name would hide, or ""."""
    hidden = name.lower() in RESERVED_TYPES
    return f"`{name}` hides what types are made of" if hidden else ""


_COMPONENT = re.compile(
    r"/(?:components/(?:schemas|responses|parameters|requestBodies|headers)|definitions)"
    r"/([^/]+)"
)
_STATUS = re.compile(r"/responses/([^/]+)/content/")


def decoded(token: str) -> str:
    """Return a JSON pointer token's text (RFC 6901, section 4)."""
    return unquote(token).replace("~1", "/").replace("~0", "~")


def wanted_type_name(
    declaration: DeclarationId,
    operations: Mapping[str, str],
    named: Mapping[DeclarationId, str],
) -> str:
    """Return the class name that a declaration's place in the document suggests.

    A component has its own name; what is nested is named after the way to it from the
    nearest type that is `named`, list items in the singular. `operations` maps the
    pointers of operations to CapWords base names.
    """
    pointer = str(declaration)
    base = "Type"
    rest = pointer
    parent = pointer.rpartition("/")[0]
    while parent and DeclarationId(parent) not in named:
        parent = parent.rpartition("/")[0]
    if parent:
        base = named[DeclarationId(parent)]
        rest = pointer[len(parent) :]
    elif found := _COMPONENT.match(pointer):
        base = pascal(decoded(found[1]))
        rest = pointer[found.end() :]
    elif operation := _above(pointer, operations):
        base = operations[operation]
        rest = pointer[len(operation) :]
        if status := _STATUS.search(rest):
            code = decoded(status[1])
            base += "Response" if code.startswith("2") else f"{pascal(code, 'Error')}"
            rest = rest[status.end() :]
        elif rest.startswith("/requestBody"):
            base += "Request"
    name = _nested(base, rest.split("/")[1:])
    return bounded(name, pointer, _LONGEST_TYPE)


def _above(pointer: str, operations: Mapping[str, str]) -> str:
    """Return the pointer of the operation that a schema stands in, or ""."""
    while pointer and pointer not in operations:
        pointer = pointer.rpartition("/")[0]
    return pointer


def _nested(base: str, tokens: list[str]) -> str:
    """Append the property names and variants that lead to a nested schema."""
    name = base
    i = 0
    while i < len(tokens):
        token = tokens[i]
        following = decoded(tokens[i + 1]) if i + 1 < len(tokens) else ""
        if (
            token in {"properties", "patternProperties", "$defs", "definitions"}
            and following
        ):
            own = pascal(following)
            # `Invoice.invoiceInformation` needs no second `Invoice`.
            name = own if own.startswith(name) and own != name else name + own
            i += 2
        elif token in {"oneOf", "anyOf", "allOf", "prefixItems"} and following:
            name += f"Option{int(following) + 1}" if following.isdigit() else ""
            i += 2
        elif token == "items":
            name = _item(name)
            i += 1
        elif token == "additionalProperties":
            name += "Value"
            i += 1
        else:
            i += 1
    return name


def _item(name: str) -> str:
    """Return the name of a list's item: `InvoiceEvents` gives `InvoiceEvent`."""
    found = re.search(r"[A-Z][a-z]+$", name)
    if found is None:
        return f"{name}Item"
    last = found[0]
    one = singular(last.lower())
    if one == last.lower():
        return f"{name}Item"
    return name[: found.start()] + one.capitalize()
