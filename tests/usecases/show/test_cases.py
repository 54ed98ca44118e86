"""Every folder of `cases` is a document (`openapi.yaml`) and how it is described.

`expected.txt` is what people read, `expected.json` what programs do. To add a case,
copy a folder and run with `UPDATE_EXPECTED=1`.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cases import expect, folders
from undrift.pipeline import Analysis, analyse, name
from undrift.reading.provider import ProviderSources
from undrift.reading.reader import Reader
from undrift.usecases.show import ProviderInfo, as_json, as_text, describe

CASES = Path(__file__).with_name("cases")
SPEC = "openapi.yaml"


def described(case: Path) -> ProviderInfo:
    sources = ProviderSources(
        case, "acme", {}, (SPEC, (case / SPEC).read_bytes()), None
    )
    found = analyse(sources, Reader())
    assert isinstance(found, Analysis), found
    client, names = found.lowered.client, name(found)
    pages = ("https://docs.acme.example/cancel",)
    return describe("acme", "Acme", "Acme", pages, client, names, found.sources())


@pytest.mark.parametrize("case", folders(CASES), ids=lambda path: path.name)
def test_for_people(case: Path) -> None:
    expect(as_text(described(case)), case / "expected.txt")


@pytest.mark.parametrize("case", folders(CASES), ids=lambda path: path.name)
def test_for_programs(case: Path) -> None:
    shown = json.dumps(as_json(described(case)), indent=2, ensure_ascii=False)
    expect(f"{shown}\n", case / "expected.json")
