"""Parameters told in lists, definitions and paragraphs instead of a table.

`- `page` (integer, optional): …`, a name in bold above its description, or a name with
`: …` below it. Only where a heading or label right above announces parameters:
elsewhere such lists are about anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...facts import Stated, ValueFact
from ..text.blocks import ListBlock, Paragraph, Text
from ..text.page import PageText
from ..vocabulary.lookup import words_of
from ..vocabulary.words import CONDITIONAL, LOCATIONS, Concept
from .cells import is_type, read_constraints, read_remark, read_required, read_type
from .tables import NAME, single_spaced

Located = tuple[Concept | None, ValueFact]

_ITEMS = 500
_ASIDE = re.compile(r"\s*[*]?\s*[(\[]([^()\[\]]{1,120})[)\]]")
_PARTS = re.compile(r"\s*[,;|]\s*|\s+-\s+")
_THEN = re.compile(r"\s*(?::|–|—|-(?=\s)|$)\s*")
_DEFINED = re.compile(r"[:*\s]*([^\s:*]+)[*\s]*")
_DEFINITION = re.compile(r":\s+(?:\{\{\s*\}\}\s*)?")


def listed_parameters(page: PageText, block: ListBlock) -> Iterator[Located]:
    """Yield the parameters of a list, if most of its items begin with a name."""
    firsts = [item[0] for item in block.items[:_ITEMS] if item]
    told = [
        (paragraph.line, read)
        for paragraph in firsts
        if isinstance(paragraph, Paragraph)
        and (read := _item(page, paragraph)) is not None
    ]
    if told and len(told) * 2 > len(block.items):
        yield from (read for _, read in told)


def described_parameters(
    page: PageText, paragraph: Paragraph, following: object
) -> Iterator[Located]:
    """Yield what a paragraph defines: a bold name, or lines of `name` and `: text`."""
    lines = paragraph.text.lines
    for at, (line, below) in enumerate(pairwise(lines)):
        name = _DEFINED.fullmatch(line)
        said = _DEFINITION.match(below)
        if name and said and NAME.fullmatch(name[1]):
            text = below[said.end() :]
            yield _fact(page, name[1], paragraph.line + at, [], Text(), text)
    first = paragraph.text.spans[:1]
    if first and first[0].strong and isinstance(following, Paragraph):
        bold = first[0].text.strip()
        rest = paragraph.text.plain[len(bold) :].strip(" ():")
        bold = bold.rstrip("*:")
        if NAME.fullmatch(bold) and _is_remark(rest):
            told, parts = following.text, _PARTS.split(rest)
            yield _fact(page, bold, paragraph.line, parts, told, told.plain)


def _is_remark(rest: str) -> bool:
    """Return whether text beside a name is about its type or requiredness."""
    words = words_of(rest).split()
    return (
        not words
        or any(word in CONDITIONAL for word in words[:2])
        or all(
            is_type(part) or read_required(part) is not Stated.UNSTATED
            for part in _PARTS.split(rest)
        )
    )


def _item(page: PageText, paragraph: Paragraph) -> Located | None:
    """Read one item: a name in code or bold, an aside, a separator, a description."""
    spans = paragraph.text.spans
    if not spans or not (spans[0].code or spans[0].strong):
        return None
    first = spans[0].text.strip()
    name, colon, value = first.partition(":")
    if colon and spans[0].code and value:  # `Accept: application/json`
        example = value.strip()
    else:
        name, example = first.rstrip("*:"), ""
    if not NAME.fullmatch(name):
        return None
    rest = Text(spans[1:])
    plain = "".join(span.text for span in spans[1:])
    aside = _ASIDE.match(plain)
    parts = _PARTS.split(aside[1]) if aside else []
    end = aside.end() if aside else 0
    then = _THEN.match(plain, end)
    if then is None and not first.endswith(":"):
        return None
    description = plain[then.end() if then else end :]
    if first.endswith("*"):
        parts.append("required")
    return _fact(page, name, paragraph.line, parts, rest, description, example)


def _fact(
    page: PageText,
    name: str,
    line: int,
    parts: Sequence[str],
    rest: Text,
    description: str,
    example: str = "",
) -> Located:
    kind, limits, stated, location = "", dict[str, str](), Stated.UNSTATED, None
    for part in parts:
        located = LOCATIONS.get(words_of(part))
        if located is not None and not is_type(part):
            location = located
        elif is_type(part):
            kind, more = read_type(part)
            limits |= dict(more)
        elif stated is Stated.UNSTATED:
            stated = read_required(part)
    if stated is Stated.UNSTATED:
        stated = read_remark(description)
    limits = dict(read_constraints(rest, kind)) | limits
    return location, ValueFact(
        name,
        page.place(line),
        kind,
        stated,
        tuple(limits.items()),
        single_spaced(description),
        f'"{example}"' if example else None,
    )
