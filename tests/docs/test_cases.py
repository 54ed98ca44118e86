"""Every folder of `cases` is a page and what is read from it.

`page.md` (or `page.path`, naming a page of `specs`), `expected.json` with each fact's
line, and `expected-diagnostics.txt` where there is something to say. To add a case,
make a folder with a page and run with `UPDATE_EXPECTED=1`; then read what was written.
"""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import cast

import pytest

from tests.cases import UPDATE, expect, folders
from undrift.docs import PageText, facts_of_page, fragments_of, read_page
from undrift.facts import PageFacts

ROOT = Path(__file__).parents[2]
CASES = folders(Path(__file__).parent / "cases")
WIDTH = 120


def load(case: Path) -> PageText:
    named = case / "page.path"
    if named.exists():
        name = named.read_text(encoding="utf-8").strip()
        page = read_page(name, (ROOT / name).read_bytes())
    else:
        page = read_page("page.md", (case / "page.md").read_bytes())
    assert isinstance(page, PageText)
    return page


def plain(value: object) -> object:
    """Return facts as JSON values: what is unstated left out, places as lines."""
    if isinstance(value, tuple):
        return [plain(item) for item in cast(tuple[object, ...], value)]
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return value
    found: dict[str, object] = {}
    for field in dataclasses.fields(value):
        content = getattr(value, field.name)
        if field.name == "place":
            found["line"] = content.line
        elif content not in (field.default, (), ""):
            found[field.name] = plain(content)
    return found


def read(page: PageText) -> tuple[dict[str, object], str]:
    fragments, problems = fragments_of(page)
    facts, more = facts_of_page(page)
    assert isinstance(facts, PageFacts)
    shown: dict[str, object] = {
        "kind": facts.kind,
        "title": facts.title,
        "operations": plain(facts.operations),
        "fragments": [
            {
                key: content
                for key, content in dataclasses.asdict(fragment).items()
                if key != "text" and content not in ("", False)
            }
            | {"lines": fragment.text.count("\n"), "begins": fragment.text[:12]}
            for fragment in fragments
        ],
    }
    return shown, "".join(f"{problem}\n" for problem in (*problems, *more))


def as_json(value: object, before: int = 0, indent: str = "") -> str:
    """Return JSON in which whatever fits on a line stands on one.

    `before` characters stand on the line already.
    """
    short = json.dumps(value, ensure_ascii=False)
    if before + len(short) < WIDTH or not value:
        return short
    inner = f"{indent}  "
    match value:
        case dict():
            named = cast(dict[str, object], value).items()
            keys = [(json.dumps(key, ensure_ascii=False), item) for key, item in named]
            lines = [
                f"{key}: {as_json(item, len(inner) + len(key) + 2, inner)}"
                for key, item in keys
            ]
            opening, closing = "{}"
        case list():
            items = cast(list[object], value)
            lines = [as_json(item, len(inner), inner) for item in items]
            opening, closing = "[]"
        case _:
            return short
    joined = f",\n{inner}".join(lines)
    return f"{opening}\n{inner}{joined}\n{indent}{closing}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Path) -> None:
    shown, diagnostics = read(load(case))
    expect(as_json(shown) + "\n", case / "expected.json")
    listed = case / "expected-diagnostics.txt"
    if diagnostics or listed.exists():
        expect(diagnostics, listed)
    if UPDATE and not diagnostics:
        listed.unlink(missing_ok=True)
