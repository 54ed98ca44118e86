from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from undrift.drift.report.changes import WordSpan, changed_words


def marked(parts: tuple[WordSpan, ...]) -> str:
    return "".join(f"<{text}>" if changed else text for text, changed in parts)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ('["a", "b"]', '["a", "b", "c"]', ('["a", "b"]', '["a", "b"<, "c">]')),
        ('["a", "b"]', '["b"]', ('[<"a", >"b"]', '["b"]')),
        ('{"max": 10}', '{"max": 12}', ('{"max": <10>}', '{"max": <12>}')),
        ("optional", "required", ("optional", "required")),
        ("", "x", ("", "x")),
        ("same", "same", ("same", "same")),
        ("a " * 2_000, "b", ("a " * 2_000, "b")),
    ],
)
def test_what_is_marked(before: str, after: str, expected: tuple[str, str]) -> None:
    old, new = changed_words(before, after)
    assert (marked(old), marked(new)) == expected


@given(st.text(), st.text())
def test_no_word_is_lost(before: str, after: str) -> None:
    old, new = changed_words(before, after)
    assert "".join(text for text, _ in old) == before
    assert "".join(text for text, _ in new) == after
