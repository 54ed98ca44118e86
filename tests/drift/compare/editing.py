"""A document, and changes of it by JSON pointer."""

import copy
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import cast

from undrift.diagnostics import Diagnostic
from undrift.drift.compare import DocumentSide, compare_documents
from undrift.drift.finding import Finding
from undrift.openapi import Document, load_source, split_pointer

SHOP = Path(__file__).with_name("shop.yaml")
EXPECTED = Path(__file__).with_name("expected")
"""What findings say; `UPDATE_EXPECTED=1` writes it anew."""

GONE = object()
"""What stands in an edit for the removal of a value."""

Edit = tuple[str, object]
I = "/components/schemas/Invoice/allOf/1"  # noqa: E741  # as short as it is frequent
S = "/components/schemas"
LIST = "/paths/~1invoices/get"
MAKE = "/paths/~1invoices/post"
CANCEL = "/paths/~1invoices~1{id}~1cancel/post"
REASON = f"{CANCEL}/requestBody/content/application~1json/schema/properties/reason"


def shop() -> dict[str, object]:
    """Return the document as plain values."""
    loaded = load_source("shop.yaml", SHOP.read_bytes())
    assert not isinstance(loaded, Diagnostic), loaded
    assert isinstance(loaded.value, dict)
    return {**copy.deepcopy(loaded.value)}


def edited(edits: Sequence[Edit]) -> dict[str, object]:
    """Return the document with changes; a pointer ending in `/-` adds to a list."""
    document = shop()
    for pointer, value in edits:
        value = value if value is GONE else copy.deepcopy(value)
        last = split_pointer(pointer)[-1]
        node = member(document, "/".join(pointer.split("/")[:-1]))
        if isinstance(node, list):
            items = cast("list[object]", node)
            if value is GONE:
                del items[int(last)]
            elif last == "-":
                items.append(value)
            else:
                items[int(last)] = value
        elif value is GONE:
            del cast("dict[str, object]", node)[last]
        else:
            cast("dict[str, object]", node)[last] = value
    return document


def member(document: object, pointer: str) -> object:
    """Return what a pointer names."""
    for token in split_pointer(pointer):
        document = _member(document, token)
    return document


def _member(node: object, token: str) -> object:
    if isinstance(node, list):
        return cast("list[object]", node)[int(token)]
    return cast("dict[str, object]", node)[token]


def document_of(value: Mapping[str, object], file: str) -> Document:
    """Return a value as a document that was read from a file."""
    loaded = load_source(file, json.dumps(value))
    assert not isinstance(loaded, Diagnostic), loaded
    return Document.of(loaded)


def findings_of(
    old: Mapping[str, object], new: Mapping[str, object], *, prose: bool = False
) -> tuple[Finding, ...]:
    """Compare two documents."""
    sides = DocumentSide(document_of(old, "old.json")), DocumentSide(
        document_of(new, "new.json")
    )
    return compare_documents("shop", *sides, prose=prose)


def in_full(findings: Iterable[Finding]) -> Iterator[str]:
    """Yield all that findings say, a few lines for each."""
    for finding in findings:
        yield f"  {finding.level} {finding.code}: {finding.message}"
        yield f"    {finding.id}: {finding.remedy}"
        yield f"    {finding.before} -> {finding.after}"
        yield f"    {', '.join(finding.operations)}"
        for name, place in (("old", finding.old), ("new", finding.new)):
            if place is not None:
                yield f"    {name} {place.file}:{place.line} #{place.pointer}"
        yield f"    on {', '.join(f'{p.file}:{p.line}' for p in finding.pages)}"
