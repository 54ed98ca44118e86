"""Every folder of `cases` is a document (`openapi.yaml`) and the IR it lowers to.

`expected.txt` has the problems, then what was refused, then the client. To add a case,
copy a folder and run with `UPDATE_EXPECTED=1`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cases import expect, folders
from tests.lower.dump import dump
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
    for refusal in lowered.refused:
        yield f"refused: {refusal.operation} ({refusal.reason.code})"
    yield from dump(lowered.client)


@pytest.mark.parametrize("case", folders(CASES), ids=lambda path: path.name)
def test_case(case: Path) -> None:
    expect("\n".join(lines(case)) + "\n", case / "expected.txt")


@pytest.mark.parametrize("case", folders(CASES), ids=lambda path: path.name)
def test_lowering_is_pure(case: Path) -> None:
    assert lower(document(case)) == lower(document(case))
