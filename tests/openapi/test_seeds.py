"""Every key of the five providers' documents has the place where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from undrift.openapi import Document, Loaded, Node, load_source

SPECS = Path(__file__).parents[2] / "specs"
FENCE = "````"


def fragment(page: str) -> tuple[str, int]:
    """Return the fragment of a page that has one, and its first line."""
    head, _, rest = page.partition(FENCE)
    _, _, text = rest.partition("\n")
    return text.partition(FENCE)[0], head.count("\n") + 2


def texts() -> dict[str, tuple[str, str, int]]:
    """Return each file's whole text, the part that is read, and its first line."""
    found: dict[str, tuple[str, str, int]] = {}
    for name in ("cryptoprocessing", "meum"):
        page = (SPECS / name / "docs/invoices-cancel.md").read_text("utf-8")
        found[name] = (page, *fragment(page))
    for file in SPECS.glob("*/*.yaml"):
        text = file.read_text("utf-8")
        found[file.relative_to(SPECS).as_posix()] = (text, text, 1)
    return found


TEXTS = texts()


@pytest.mark.parametrize("name", TEXTS)
def test_every_key_stands_at_its_place(name: str) -> None:
    page, text, first_line = TEXTS[name]
    loaded = load_source(name, text, first_line=first_line)
    assert isinstance(loaded, Loaded), loaded
    document = Document.of(loaded)
    lines = page.split("\n")
    seen = 0

    def look(at: Node) -> None:
        nonlocal seen
        for key, member in at.items():
            place = document.place(member.pointer)
            before = lines[place.line - 1][: place.column - 1]
            after = lines[place.line - 1][place.column - 1 :]
            if isinstance(at.value, dict):
                assert after.lstrip("\"'").startswith(key), place
            else:
                assert before.strip()[-1:] in ("-", "[", ",", ""), place
            seen += 1
            look(member)

    look(document.root)
    assert seen > 3
