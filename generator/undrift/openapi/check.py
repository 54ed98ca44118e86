"""What a document says against what OpenAPI allows.

Real documents are sloppy. Only a broken frame is an error here; every other departure
is a warning at its own place, so that one bad schema never costs the whole document,
and what cannot be generated is for `lower` to refuse, one operation at a time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from ..diagnostics import Diagnostic
from ..jsontext import kind_of
from .document import Document, Node
from .groups import OPERATION_METHODS
from .pointer import is_under, join_pointer
from .value import Value, quoted

if TYPE_CHECKING:
    from pydantic import BaseModel

_COMPONENTS = {
    "schemas": "Schema",
    "responses": "Response",
    "parameters": "Parameter",
    "examples": "Example",
    "requestBodies": "RequestBody",
    "headers": "Header",
    "securitySchemes": "SecurityScheme",
    "links": "Link",
    "pathItems": "PathItem",
}
_FRAME = {"info": "Info", "servers": "Server", "tags": "Tag"}


def check_document(document: Document) -> tuple[Diagnostic, ...]:
    """Return every departure from OpenAPI, in the order of the document."""
    return tuple(check_frame(document)) or check_parts(document)


def check_parts(document: Document) -> tuple[Diagnostic, ...]:
    """Return the departures inside a document whose frame is sound."""
    problems: list[Diagnostic] = []
    if document.version in ("3.0", "3.1"):
        models = _models(document.version)
        for name, at in _objects(document.root):
            problems += _complaints(document, models[name], at)
    return tuple(problems)


def check_frame(document: Document) -> Iterator[Diagnostic]:
    """Check what everything else hangs on."""
    root = document.root
    if not isinstance(root.value, dict):
        message = f"an OpenAPI document is an object, not {kind_of(root.value)}"
        yield Diagnostic("UD014", message, document.place(""))
        return
    if not document.version:
        stated = root.get("openapi") or root.get("swagger")
        message = "the document does not state its OpenAPI version"
        if stated is not None:
            message = f"{quoted(str(stated.value))} is no OpenAPI version undrift reads"
        place = document.place(stated.pointer if stated else "")
        yield Diagnostic("UD014", message, place, "write `openapi: 3.1.0`")
    for key in ("paths", "webhooks", "components"):
        at = root.get(key)
        if at is not None and not isinstance(at.value, dict):
            message = f"{key} is an object, not {kind_of(at.value)}"
            yield Diagnostic("UD014", message, document.place(at.pointer))
    if not any(root.get(key) for key in ("paths", "webhooks", "components")):
        message = "the document describes nothing"
        yield Diagnostic("UD014", message, document.place(""), "add `paths`")


def _objects(root: Node) -> Iterator[tuple[str, Node]]:
    """Yield the parts that are checked by themselves, with their model's name."""
    for key, name in _FRAME.items():
        if at := root.get(key):
            if isinstance(at.value, list):
                yield from ((name, item) for _, item in at.items())
            else:
                yield name, at
    for key in ("paths", "webhooks"):
        for path, item in _members(root, key):
            if not path.startswith("x-"):
                yield from _path_item(item)
    if components := root.get("components"):
        for key, name in _COMPONENTS.items():
            yield from ((name, at) for _, at in _members(components, key))


def _members(at: Node, key: str) -> Iterator[tuple[str, Node]]:
    member = at.get(key)
    if member is not None:
        yield from member.items()


def _path_item(at: Node) -> Iterator[tuple[str, Node]]:
    """Yield a path item's operations, each by itself, and the rest of it."""
    if not isinstance(at.value, dict):
        yield "PathItem", at
        return
    rest = {key: item for key, item in at.value.items() if key not in OPERATION_METHODS}
    yield "PathItem", Node(rest, at.pointer)
    for method in OPERATION_METHODS:
        if operation := at.get(method):
            yield "Operation", operation


def _models(version: str) -> Mapping[str, type[BaseModel]]:
    # Imported here because it takes a quarter of a second.
    from openapi_pydantic.v3 import v3_0, v3_1

    models = v3_0 if version == "3.0" else v3_1
    names = {"Operation", "PathItem", *_COMPONENTS.values(), *_FRAME.values()}
    return {name: getattr(models, name) for name in names}


def _complaints(
    document: Document, model: type[BaseModel], at: Node
) -> Iterator[Diagnostic]:
    from pydantic import ValidationError

    if isinstance(at.value, dict) and "$ref" in at.value:
        return
    try:
        model.model_validate(at.value)
    except ValidationError as error:
        details = error.errors(
            include_url=False, include_input=False, include_context=False
        )
        found: dict[str, str] = {}
        for detail in details:
            pointer = _pointer_of(detail["loc"], at)
            if pointer is not None and not _is_boolean_schema(document, pointer):
                missing = detail["type"] == "missing"
                text = (
                    f"{quoted(str(detail['loc'][-1]))} is missing"
                    if missing
                    else detail["msg"]
                )
                found.setdefault(pointer, text)
        for pointer, message in found.items():
            # Where a variant of a union got further, its complaint is the one to hear.
            if not any(p != pointer and is_under(p, pointer) for p in found):
                place = document.place(pointer)
                yield Diagnostic("UD015", f"{model.__name__}: {message}", place)
    except RecursionError:
        message = "nested too deeply to be checked"
        yield Diagnostic("UD015", message, document.place(at.pointer))


def _pointer_of(location: tuple[int | str, ...], at: Node) -> str | None:
    """Return the pointer of a complaint, or None if it says nothing.

    The location also names the variants of unions on its way. A complaint that a
    description is no reference, or that a reference is no description, says nothing.
    """
    value: Value = at.value
    pointer = at.pointer
    for index, key in enumerate(location):
        match value, key:
            case dict(), str() if key in value:
                value, pointer = value[key], join_pointer(pointer, key)
            case list(), int() if key < len(value):
                value, pointer = value[key], join_pointer(pointer, key)
            case dict(), str() if index == len(location) - 1 and key[:1].islower():
                break  # a member that is missing
            case _ if (key == "Reference") != _is_reference(value):
                return None
            case _:
                pass
    return pointer


def _is_boolean_schema(document: Document, pointer: str) -> bool:
    """Tell whether a complaint is about what the models do not know of 3.1."""
    at = document.at(pointer)
    return document.version == "3.1" and at is not None and isinstance(at.value, bool)


def _is_reference(value: Value) -> bool:
    return isinstance(value, dict) and "$ref" in value
