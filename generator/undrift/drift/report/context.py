"""What a report shows beside its findings: the lines that they are about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ...diagnostics import Place

Passage = tuple[int, tuple[str, ...]]
"""The number of the first line, and lines."""

_LONGEST = 400


def _no_passage(_: Place) -> Passage | None:
    return None


@dataclass(frozen=True, slots=True)
class ReportContext:
    """How to read around a place, which providers were checked, and when.

    `providers` adds those without a finding; `checked_at` is shown as it is.
    """

    passage: Callable[[Place], Passage | None] = _no_passage
    providers: tuple[str, ...] = ()
    checked_at: str = ""


def passages(
    read: Callable[[str], str | None], around: int = 4
) -> Callable[[Place], Passage | None]:
    """Return a function that gives the lines around a place.

    `read` returns a file's text by the name that places have, None if there is none;
    it is asked once for each file.
    """
    texts: dict[str, tuple[str, ...]] = {}

    def passage(place: Place) -> Passage | None:
        if place.file not in texts:
            text = read(place.file)
            texts[place.file] = () if text is None else _lines(text)
        lines = texts[place.file]
        if not 0 < place.line <= len(lines):
            return None
        first = max(1, place.line - around)
        shown = lines[first - 1 : place.line + around]
        return first, tuple(_shortened(line) for line in shown)

    return passage


def _lines(text: str) -> tuple[str, ...]:
    """Split as editors do, and as places count: not at form feeds and the like."""
    return tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))


def _shortened(line: str) -> str:
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]} …"
