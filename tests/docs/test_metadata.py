"""Metadata before a page: its values, and the date of its last change."""

from __future__ import annotations

import pytest

from undrift.docs import PageText, revision_of
from undrift.docs.text.frontmatter import split_frontmatter


@pytest.mark.parametrize(
    ("text", "values", "line"),
    [
        ("---\na: 1\nb: 'x # y'\n---\n", {"a": "1", "b": "x # y"}, 1),
        ("\n\n---\na: x # y # z\n...\n", {"a": "x"}, 3),
        ('---\na: "q"\na: later\nb: \'\n---\n', {"a": "q", "b": "'"}, 1),
        ("---\na: |\n  text: x\nb: >-\nc:\nd: x#y\n---\n", {"d": "x#y"}, 1),
        ("---\n\na.b-c : 1\n- item\n---\n", {"a.b-c": "1"}, 1),
        ("---\na: 'x\"\n---\n", {"a": "'x\""}, 1),
        ("---\n---\n", {}, 1),
        ("---\n# Heading\n---\n", None, 0),
        ("---\na: 1\n", None, 0),
        ("text\n---\na: 1\n---\n", None, 0),
        ("", None, 0),
    ],
)
def test_values(text: str, values: dict[str, str] | None, line: int) -> None:
    front = split_frontmatter(text.split("\n"))
    if front is None:
        assert values is None
    else:
        assert (dict(front.values), front.line) == (values, line)


def test_lines_of_keys() -> None:
    front = split_frontmatter(["", "---", "ab: 1", "a: 2", "---"])
    assert front is not None
    assert (front.line_of("a"), front.line_of("ab"), front.line_of("c")) == (4, 3, 2)
    assert (front.get("a"), front.get("c")) == ("2", "")


@pytest.mark.parametrize(
    ("metadata", "revision"),
    [
        ("date: 2026-01-02", "2026-01-02T00:00"),
        ("updated: 2026-01-02T03:04:05.678Z", "2026-01-02T03:04:05"),
        ("updated_at: 2026-01-02 03:04", "2026-01-02T03:04"),
        ("updatedAt: 2026-01-02T03:04+00:00", "2026-01-02T03:04"),
        ("lastModified: 2026-01-02", "2026-01-02T00:00"),
        ("last_modified: 2026-01-02", "2026-01-02T00:00"),
        ("date: 2026-01-02\nlastmod: 2026-02-02", "2026-02-02T00:00"),
        ("date: 2026-01-02T03:04+02:00", ""),
        ("date: January", ""),
        ("title: x", ""),
    ],
)
def test_revisions(metadata: str, revision: str) -> None:
    assert revision_of(PageText("page.md", f"---\n{metadata}\n---\n")) == revision


def test_a_page_without_metadata_has_no_revision() -> None:
    assert revision_of(PageText("page.md", "date: 2026-01-02\n")) == ""
