"""Every folder of `cases` is a document (`openapi.yaml`) and the IR it lowers to.

`expected.txt` has the problems, then what was refused, then the client. To add a case,
copy a folder and run with `UPDATE_EXPECTED=1`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import cast

import pytest

from tests.cases import expect, folders
from tests.lower.dump import dump
from undrift.diagnostics import errors
from undrift.ir import (
    Content,
    DocumentedResponse,
    ObjectType,
    Operation,
    Origin,
    Parameter,
    Webhook,
)
from undrift.lower import lower
from undrift.openapi import (
    Document,
    Folder,
    Loaded,
    check_document,
    load_source,
    upgraded,
)

CASES = Path(__file__).with_name("cases")
DOCUMENT = "openapi.yaml"


def document(case: Path) -> Document:
    loaded = load_source(DOCUMENT, (case / DOCUMENT).read_bytes())
    assert isinstance(loaded, Loaded), loaded
    return upgraded(Document.of(loaded, Folder(case, main=DOCUMENT)))


def lines(case: Path) -> Iterator[str]:
    found = document(case)
    yield from map(str, check_document(found))
    lowered = lower(found)
    yield from map(str, lowered.diagnostics)
    for problem in errors(lowered.diagnostics):
        if problem not in lowered.contained:
            yield f"stops everything: {problem.code} {problem.place.pointer}"
    for refusal in lowered.refused:
        yield f"refused: {refusal.operation} ({refusal.reason.code})"
    yield from dump(lowered.client)


@pytest.mark.parametrize("case", folders(CASES), ids=lambda path: path.name)
def test_case(case: Path) -> None:
    expect("\n".join(lines(case)) + "\n", case / "expected.txt")


@pytest.mark.parametrize("case", folders(CASES), ids=lambda path: path.name)
def test_lowering_is_pure(case: Path) -> None:
    assert lower(document(case)) == lower(document(case))


@pytest.mark.parametrize("case", folders(CASES), ids=lambda path: path.name)
def test_everything_says_where_it_stands(case: Path) -> None:
    found = document(case)
    for thing, origin in origins(lower(found).client):
        if isinstance(thing, ObjectType):
            continue  # one of several unions' branches together stands nowhere
        node = found.at(origin.pointer)
        assert node is not None, (thing, origin)
        match thing:
            case Parameter(name=name):
                assert node.text("name") == name
            case Operation(method=method) | Webhook(method=method):
                assert origin.pointer.endswith(f"/{method.lower()}")
            case DocumentedResponse() | Content():
                above = origin.pointer.rpartition("/")[0]
                assert above.endswith(("/responses", "/content"))
            case _:
                pass


def origins(value: object) -> Iterator[tuple[object, Origin]]:
    """Yield everything in an IR that has an origin, and where it came from."""
    if is_dataclass(value):
        for member in fields(value):
            inner: object = getattr(value, member.name)
            if isinstance(inner, Origin):
                yield value, inner
            else:
                yield from origins(inner)
    elif isinstance(value, dict):
        yield from origins(tuple(cast("dict[object, object]", value).values()))
    elif isinstance(value, tuple):
        for inner in cast("tuple[object, ...]", value):
            yield from origins(inner)
