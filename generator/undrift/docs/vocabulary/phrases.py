"""How lists of words are written: phrases in one text, with `|` between them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeVar

_K = TypeVar("_K")


def phrases(text: str) -> frozenset[str]:
    """Return the phrases of a text."""
    return frozenset(text.split(" | "))


def by_phrase(table: Mapping[_K, str]) -> Mapping[str, _K]:
    """Turn `{concept: phrases}` around; the first concept to name a phrase has it."""
    found: dict[str, _K] = {}
    for key, text in table.items():
        for phrase in text.split(" | "):
            found.setdefault(phrase, key)
    return found


def pattern(alternatives: str) -> re.Pattern[str]:
    """Return a pattern that finds one of the alternatives, whatever its case."""
    return re.compile(f"(?:{alternatives})", re.IGNORECASE)


def whole_words(alternatives: str) -> re.Pattern[str]:
    """Return a pattern that finds one of the alternatives as words of their own."""
    return pattern(rf"\b(?:{alternatives})\b")
