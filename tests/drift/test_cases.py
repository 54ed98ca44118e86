"""Every folder of `cases` is a page and a hand-written spec, held against each other.

`page.md`, `openapi.yaml`; `expected.txt` has the problems, then where the page
documents what the spec claims. To add a case, copy a folder and run with
`UPDATE_EXPECTED=1`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cases import expect, folders
from undrift.drift.client_facts import facts_of_client
from undrift.drift.conformance import page_places
from undrift.pipeline import Analysis, analyse
from undrift.reading.provider import ProviderSources
from undrift.reading.reader import Reader

CASES = Path(__file__).with_name("cases")
PAGE, SPEC = "page.md", "openapi.yaml"


def analysis(case: Path) -> Analysis:
    pages = {PAGE: (case / PAGE).read_bytes()}
    spec = (SPEC, (case / SPEC).read_bytes())
    found = analyse(ProviderSources(case, case.name, pages, spec, None), Reader())
    assert isinstance(found, Analysis), found
    return found


def lines(found: Analysis) -> Iterator[str]:
    yield from map(str, found.diagnostics)
    claims = facts_of_client(found.lowered.client, found.document.place)
    for pointer, place in sorted(page_places(claims, found.pages).items()):
        yield f"#{pointer} is documented at {place}"


@pytest.mark.parametrize("case", folders(CASES), ids=lambda path: path.name)
def test_case(case: Path) -> None:
    expect("\n".join(lines(analysis(case))) + "\n", case / "expected.txt")
