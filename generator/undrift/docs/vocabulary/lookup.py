"""Looking words up: what a heading, a column or a cell says, in any known language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus

from .words import COLUMNS, HEADINGS, Column, Concept

_NOT_A_WORD = re.compile(r"[^\w'-]+|(?<!\w)['-]+|['-]+(?!\w)")
_HEADING_WORDS = 6
_LEADING_STATUS = re.compile(
    r"(?:HTTP(?:/[\d.]+)?\s+)?(?:status(?: code)?:?\s+)?([1-5]\d\d)\b[\s:–—-]*+(.*)$",
    re.IGNORECASE | re.DOTALL,
)
_SUCCESS = re.compile(
    r"(HTTP(?:/[\d.]+)?[ :]+|status(?: code)?(?: of)?:? |code:? )?"
    r"\b([23]\d\d)\b(?!\.\d)",
    re.IGNORECASE,
)
_STATUS_WORDS = ("status", "response", "http", "code")
_REASONS = {str(status.value): status.phrase.casefold() for status in HTTPStatus}


def words_of(text: str) -> str:
    """Return text as its words in lower case, one space between them."""
    return _NOT_A_WORD.sub(" ", text[:200].casefold().replace("'", " ")).strip()


def concept_of(heading: str) -> Concept | None:
    """Return what a heading announces: its longest known phrase, then the first.

    In a long heading a phrase counts only at its start: *What happens to the response
    when …* announces nothing.
    """
    status = leading_status(heading)
    if status is not None and status.standard:
        return Concept.RESPONSE
    said = words_of(heading).split()
    long = len(said) > _HEADING_WORDS
    best = (0, 0)
    found: Concept | None = None
    for start in range(1 if long else len(said)):
        for end in range(len(said), start, -1):
            phrase = " ".join(said[start:end])
            if phrase in HEADINGS and (len(phrase), -start) > best:
                best, found = (len(phrase), -start), HEADINGS[phrase]
    return found


@dataclass(frozen=True, slots=True)
class LeadingStatus:
    """A status that a heading or label begins with, and what it says about it."""

    status: str
    text: str
    standard: bool
    """Whether the text is HTTP's own phrase, so that it cannot mean anything else."""


def leading_status(heading: str) -> LeadingStatus | None:
    """Read `204 No Content`, `HTTP 404`, `200: OK …`."""
    match = _LEADING_STATUS.match(heading[:200].strip())
    if match is None:
        return None
    status, text = match[1], match[2].strip()
    phrase = _REASONS.get(status)
    standard = phrase is not None and text.casefold().startswith(phrase)
    return LeadingStatus(status, text, standard)


def announced_successes(line: str) -> Iterator[str]:
    """Yield what a line calls the status of a success: `201 Created`, *status 204*."""
    for match in _SUCCESS.finditer(line[:1_000]):
        status = match[2]
        phrase = _REASONS.get(status, "")
        rest = line[match.end() : match.end() + 40].casefold().lstrip()
        named = bool(phrase) and rest.startswith(phrase)
        if phrase and (match[1] or named or rest.startswith(_STATUS_WORDS)):
            yield status


def column_of(header: str) -> Column | None:
    """Return what a column's header announces; a header is one of the phrases."""
    return COLUMNS.get(words_of(header))
