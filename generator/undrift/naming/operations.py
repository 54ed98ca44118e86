"""Which resource a call belongs to, and what its method is called there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..ir import Operation
from .words import module_name, name_words, singular, snake

_ARTICLES = frozenset({"a", "an", "the"})
_VERSION = re.compile(r"v\d+(\.\d+)*|\d+(\.\d+)*|api|rest")
_PARAMETER = re.compile(r"\{[^{}]*\}")

# What the client itself is called upon for; a resource must not hide it.
_CLIENT_ATTRIBUTES = frozenset(
    {"close", "aclose", "with_options", "with_raw_response", "base_url"}
)
_RESOURCE_ATTRIBUTES = frozenset(
    {"property", "with_raw_response", "with_streaming_response"}
)


def call_problem(resource: str, method: str) -> str:
    """Return what a call's recorded name would hide, or ""."""
    if resource in _CLIENT_ATTRIBUTES:
        return f"every client has a `{resource}` of its own"
    if method in _RESOURCE_ATTRIBUTES:
        return f"every resource has a `{method}` of its own"
    return ""


def _segments(path: str) -> tuple[str, ...]:
    """Return a path template's segments that are not empty."""
    return tuple(part for part in path.split("/") if part)


def _static(path: str) -> list[str]:
    """Return the literal segments that say what a path is about."""
    parts = [p for p in _segments(path) if not _PARAMETER.search(p)]
    meaningful = [p for p in parts if not _VERSION.fullmatch(p.lower())]
    return meaningful or parts


def resource_name(operation: Operation) -> str:
    """Return the client attribute that an operation hangs from."""
    text = operation.tags[0] if operation.tags else ""
    if not name_words(text):
        static = _static(operation.path)
        text = static[0] if static else "root"
    name = module_name(snake(text, "resource"))
    return f"{name}_" if name in _CLIENT_ATTRIBUTES else name


def _without(words: tuple[str, ...], resource: str) -> tuple[str, ...]:
    """Drop articles and the resource's own words, singular or plural."""
    own = {singular(word) for word in resource.split("_")}
    return tuple(w for w in words if w not in _ARTICLES and singular(w) not in own)


def _from_path(operation: Operation, resource: str) -> str:
    """Name a method after HTTP method and path, where no operationId helps."""
    parts = _segments(operation.path)
    ends_in_item = bool(parts) and bool(_PARAMETER.search(parts[-1]))
    match operation.method:
        case "GET":
            verb = "get" if ends_in_item else "list"
        case "POST":
            verb = "update" if ends_in_item else "create"
        case "PUT":
            verb = "replace"
        case "PATCH":
            verb = "update"
        case other:
            verb = other.lower()
    rest = [w for part in _static(operation.path) for w in name_words(part)]
    rest = list(_without(tuple(rest), resource))
    if operation.method == "POST" and rest and parts and not ends_in_item:
        # `POST /invoices/{id}/cancel` is an action: the last segment says it.
        action = _without(name_words(parts[-1]), resource)
        if action and len(parts) > 1 and _PARAMETER.search(parts[-2]):
            return "_".join(action)
    return "_".join((verb, *rest))


def _verb(operation: Operation, words: tuple[str, ...]) -> str:
    """Return what an operation does whose id says its HTTP method and resource."""
    ends_in_item = operation.path.rstrip("/").endswith("}")
    match operation.method:
        case "GET" if words[0] == "get" and not ends_in_item:
            # `getInvoices`, but `getInvoice` and `Invoices_Get`.
            return "list" if words[-1] != singular(words[-1]) else "get"
        case "POST":
            return "update" if ends_in_item else "create"
        case method:
            return method.lower()


def _own_id(operation: Operation) -> str:
    """Return an operationId without what frameworks add to the function's name.

    FastAPI adds path and method (`read_items_items__item_id__get`), NSwag the method
    and a number (`ItemsGET2`); what says path and method alone says nothing more than
    they do (Swashbuckle's `ApiItemsByIdGet`).
    """
    text = operation.operation_id
    method, _, path = operation.id.partition(" ")
    ending = re.sub(r"\W", "_", path) + f"_{method.lower()}"
    if text.endswith(ending) and text != ending:
        return text[: -len(ending)].rstrip("_")
    if found := re.fullmatch(rf"(\w*[a-z_])?{method}\d*", text):
        return found[1] or ""
    words = name_words(text)
    said = sorted(word for word in words if word != "by")
    stated = [word for part in _segments(path) for word in name_words(part)]
    spelled = "by" in words and said == sorted([*stated, method.lower()])
    return "" if spelled else text


def method_names(operation: Operation, resource: str) -> Iterator[str]:
    """Yield what an operation may be called on its resource, the best name first.

    None depends on which other operations there are, so that none of these can rename
    this one by being added.
    """
    words = name_words(_own_id(operation))
    short = _without(words, resource)
    if short == (operation.method.lower(),):
        short = (_verb(operation, words),)
    path = _from_path(operation, resource)
    last = (_PARAMETER.findall(operation.path) or [""])[-1]
    names = ("_".join(short), path, "_".join(words), f"{path}_by_{last}")
    for name in (snake(name) for name in names if name):
        yield f"{name}_" if name in _RESOURCE_ATTRIBUTES else name
