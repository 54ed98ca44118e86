"""Every fact's line shows what the fact is about."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from undrift.docs import PageText, facts_of_page, fragments_of, read_page
from undrift.facts import OperationFacts

CASES = sorted(p for p in (Path(__file__).parent / "cases").iterdir() if p.is_dir())
ROOT = Path(__file__).parents[2]


def page_of(case: Path) -> PageText:
    named = case / "page.path"
    file = (
        ROOT / named.read_text(encoding="utf-8").strip()
        if named.exists()
        else case / "page.md"
    )
    page = read_page(file.name, file.read_bytes())
    assert isinstance(page, PageText)
    return page


def shown(operation: OperationFacts) -> Iterator[tuple[int, str]]:
    """Yield each fact's line, and what has to stand there."""
    for values in (
        operation.headers,
        operation.path_params,
        operation.query_params,
        operation.body_fields,
        operation.response_fields,
    ):
        for value in values:
            yield value.place.line, value.name.rpartition(".")[2].removesuffix("[]")
    for status in (*operation.responses, *operation.errors):
        yield status.place.line, status.status
        yield status.place.line, status.code


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_facts_stand_where_they_say(case: Path) -> None:
    page = page_of(case)
    lines = page.text.replace("\r\n", "\n").split("\n")
    for operation in facts_of_page(page)[0].operations:
        for line, text in shown(operation):
            assert text in lines[line - 1]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_fragments_are_the_lines_they_say(case: Path) -> None:
    page = page_of(case)
    lines = page.text.replace("\r\n", "\n").split("\n")
    for fragment in fragments_of(page)[0]:
        for offset, text in enumerate(fragment.text.split("\n")[:-1]):
            raw = lines[fragment.first_line - 1 + offset]
            assert raw[fragment.column - 1 :] == text
