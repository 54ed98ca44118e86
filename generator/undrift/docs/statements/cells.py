"""What the cells of a parameter table say: type, requiredness, constraints."""

from __future__ import annotations

import json
import re

from ...facts import Stated
from ..text.blocks import Text
from ..vocabulary.lookup import words_of
from ..vocabulary.words import (
    AND,
    AT_LEAST,
    AT_MOST,
    BETWEEN,
    BY_DEFAULT,
    CHARACTERS,
    CONDITIONAL,
    NO,
    ONE_OF,
    TYPES,
    YES,
)

ValueKeywords = tuple[tuple[str, str], ...]
"""`(keyword, value)` pairs: numbers and words as they are, `enum` as a JSON array."""

_CELL = 2_000
_TYPE_WORD = re.compile(r"[^\W\d][\w-]*")
_RANGE = re.compile(r"[(\[]\s*(\d{1,12})\s*(?:-|–|\.\.|,)\s*(\d{1,12})\s*[)\]]")
_LIMIT = re.compile(r"\((?:max\.?\s*)?(\d{1,12})\)")
_LIST_OF = re.compile(r"\b(?:array|list|массив|liste|lista)\b|\[\]", re.IGNORECASE)
_LEAST_CHARACTERS = re.compile(
    rf"\b(?:{AT_LEAST})[\s:]+(\d{{1,12}})\s+(?:{CHARACTERS})\b", re.IGNORECASE
)
_MOST_CHARACTERS = re.compile(
    rf"\b(?:{AT_MOST})[\s:]+(\d{{1,12}})\s+(?:{CHARACTERS})\b", re.IGNORECASE
)
_RANGE_CHARACTERS = re.compile(
    rf"\b(\d{{1,12}})\s*(?:-|–|{AND})\s*(\d{{1,12}})\s+(?:{CHARACTERS})\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    rf"\b(?:{BETWEEN})\s+(\d{{1,12}})\s+(?:{AND})\s+(\d{{1,12}})\b(?!\s*(?:{CHARACTERS}))",
    re.IGNORECASE,
)
_LEAST = re.compile(rf"\b(?:{AT_LEAST})[\s:]+(-?\d{{1,12}}(?:\.\d+)?)", re.IGNORECASE)
_MOST = re.compile(
    rf"\b(?:{AT_MOST})[\s:]+(-?\d{{1,12}}(?:\.\d+)?)(?!\w)", re.IGNORECASE
)
_LENGTH_LEAST = re.compile(r"\b(?:min(?:imum)? ?length)[\s:]+(\d{1,12})", re.IGNORECASE)
_LENGTH_MOST = re.compile(r"\b(?:max(?:imum)? ?length)[\s:]+(\d{1,12})", re.IGNORECASE)
_ONE_OF = re.compile(rf"\b(?:{ONE_OF})\b", re.IGNORECASE)
_BY_DEFAULT = re.compile(
    rf"\b(?:{BY_DEFAULT})[\s:]+(?:`([^`]+)`|[\"']([^\"']+)[\"']"
    r"|(-?\d+(?:\.\d+)?|true|false|null)\b(?![\w-])"
    r"|([^\s`\"',;()]+)(?=\s*(?:[),;]|\.(?:\s|$)|$)))",
    re.IGNORECASE,
)
"""A value is code, quoted, a number, or the one word that ends a clause: *Defaults to
the company's currency* tells none."""
_SPAN = re.compile(r"(?<![\d.,–-])(\d{1,12})\s?–\s?(\d{1,12})(?![\d.–%-]|,\d)")
_BOUND = re.compile(r"(≥|≤|>=|<=)\s?(-?\d{1,12}(?:\.\d+)?)(?![\w%])")
_LISTED = re.compile(
    r"(?:^|(?<![.\s])[:—]\s|\b(?:either|must be)\s)\s*((?:`[^`\s]+`(?:\s*\([^()]*\))?"
    r"(?:\s*,\s*(?:or\s|and\s)?\s*|\s+or\s+|\s*[/|]\s*)?){2,50})"
    r"(?=\s*(?:$|[.;]|\(\s*default\b))",
    re.IGNORECASE,
)
_CHOICE = re.compile(r"`([^`]+)`(?:\s*\(([^()]*)\))?")
_NO_CHOICE = re.compile(
    r"(?:examples?|e\.g\.?|sample)\s*$|[.;]\s|\b(?:returns?|requires?|includes?|contains?"
    r"|fields?|properties|keys)\b",
    re.IGNORECASE,
)
"""What before a list of codes says that they are no values to choose from."""
_ITEMS = re.compile(
    r"\((?:(\d{1,12})\s?[-–]\s?)?(\d{1,12}) items?\)|\b(?:(minimum|at least)|maximum|at"
    r" most|up to)[\s:]+(\d{1,12})(?=\s*(?:items?|elements?|entries|[).,;]|$))",
    re.IGNORECASE,
)
_QUALIFIED = re.compile(r"([^\W\d_]+)\s*(\*+|\([^()]+\))")
_SAID_REQUIRED = re.compile(r"^\(?(\w+)\)?[.:,]|\((\w+)\)$|(?:^|\.\s)(\w+)\.$")


def read_type(cell: str) -> tuple[str, ValueKeywords]:
    """Read a type cell, such as `string(1-19)`, `uuid \\| null` or `array of objects`.

    The type is one of JSON Schema's words, or "" where the cell names none.
    """
    text = cell[:_CELL].replace("\\|", "|").casefold()
    if _LIST_OF.search(text):
        return "array", ()
    kind, format_ = TYPES.get(words_of(text), ("", ""))
    nullable = False
    for match in _TYPE_WORD.finditer(text):
        word = match[0]
        if word in ("null", "nullable"):
            nullable = True
        elif not kind and word in TYPES:
            kind, format_ = TYPES[word]
    constraints: list[tuple[str, str]] = []
    if format_:
        constraints.append(("format", format_))
    low, high = (
        ("minLength", "maxLength") if kind == "string" else ("minimum", "maximum")
    )
    if kind in ("string", "integer", "number"):
        if between := _RANGE.search(text):
            constraints += [(low, between[1]), (high, between[2])]
        elif kind == "string" and (limit := _LIMIT.search(text)):
            constraints.append((high, limit[1]))
    if nullable:
        constraints.append(("nullable", "true"))
    return kind, tuple(constraints)


def is_type(cell: str) -> bool:
    """Return whether a cell looks like a type, whatever its column is called."""
    return len(cell) < 40 and bool(read_type(cell)[0])


def read_required(cell: str) -> Stated:
    """Read a cell of a column that says whether something is required."""
    text = cell[:_CELL].casefold().strip().rstrip(".")
    words = words_of(text).split() or [text]
    if text in YES:
        return Stated.YES
    if qualified := _QUALIFIED.fullmatch(text):
        aside = qualified[2].strip("() ")
        if qualified[1] in YES and aside not in YES:
            return Stated.CONDITIONAL
    if any(word in CONDITIONAL for word in words):
        return Stated.CONDITIONAL
    if words[0] in YES:
        return Stated.YES
    if text in NO or words[0] in NO:
        return Stated.NO
    return Stated.UNSTATED


def is_yes_or_no(cell: str) -> bool:
    """Return whether a cell answers a yes-or-no question, and nothing else."""
    return cell.casefold().strip() in YES | NO | {"conditional"}


def read_remark(description: str) -> Stated:
    """Read what a description says by the way: `Required. The …`, `… (optional)`."""
    words = words_of(description).split()[:2]
    if len(words) > 1 and words[0] in YES and words[1] in CONDITIONAL:
        return Stated.CONDITIONAL
    for match in _SAID_REQUIRED.finditer(description[:_CELL].casefold()):
        word = match[1] or match[2] or match[3]
        if len(word) > 1:
            stated = read_required(word)
            if stated is not Stated.UNSTATED and word not in CONDITIONAL:
                return stated
    return Stated.UNSTATED


def read_constraints(description: Text, kind: str) -> ValueKeywords:
    """Read limits from a description: `minimum 10 characters`, `one of a, b`."""
    text = description.plain[:_CELL]
    found: dict[str, str] = {}
    if match := _RANGE_CHARACTERS.search(text):
        found |= {"minLength": match[1], "maxLength": match[2]}
    for keyword, patterns in (
        ("minLength", (_LEAST_CHARACTERS, _LENGTH_LEAST)),
        ("maxLength", (_MOST_CHARACTERS, _LENGTH_MOST)),
    ):
        for pattern in patterns:
            if keyword not in found and (match := pattern.search(text)):
                found[keyword] = match[1]
    if kind in ("integer", "number"):
        if match := _BETWEEN.search(text):
            found |= {"minimum": match[1], "maximum": match[2]}
        if match := _SPAN.search(text):
            found |= {"minimum": match[1], "maximum": match[2]}
        for match in _BOUND.finditer(text):
            low = match[1] in ("≥", ">=")
            found["minimum" if low else "maximum"] = match[2]
        if match := _LEAST.search(text):
            found["minimum"] = match[1]
        if match := _MOST.search(text):
            found["maximum"] = match[1]
    if kind == "array":
        found |= _items(text)
    if match := _ONE_OF.search(text):
        values = _codes_after(description, match.end())
        if values:
            found["enum"] = json.dumps(values, ensure_ascii=False)
    marked = "".join(f"`{s.text}`" if s.code else s.text for s in description.spans)
    if match := _BY_DEFAULT.search(marked[:_CELL]):
        value = next(group for group in match.groups() if group is not None)
        found["default"] = value.strip().removesuffix(".")
    if "enum" not in found and kind in ("string", "integer"):
        found |= {k: v for k, v in _choices(marked).items() if k not in found}
    return tuple(found.items())


def _choices(marked: str) -> dict[str, str]:
    """Read a description that is, or ends in, a list of codes: *Order: `asc` or …*."""
    match = _LISTED.search(marked[:_CELL])
    if match is None or _NO_CHOICE.search(marked[: match.start()]):
        return {}
    choices = _CHOICE.findall(match[1])
    values = list(dict.fromkeys(value for value, _ in choices))
    if len(values) < 2 or any(value.startswith(".") for value in values):
        return {}
    found = {"enum": json.dumps(values, ensure_ascii=False)}
    for value, aside in choices:
        if aside.strip().casefold() == "default":
            found["default"] = value
    return found


def _items(text: str) -> dict[str, str]:
    """Read how many items a list may have: `(1–100 items)`, `minimum 2`.

    `(20 items)` may mean just as many, or no more: both are a maximum.
    """
    found: dict[str, str] = {}
    for match in _ITEMS.finditer(text):
        low, high, least, number = match.groups()
        if number:
            found["minItems" if least else "maxItems"] = number
        else:
            found |= {"minItems": low, "maxItems": high} if low else {"maxItems": high}
    return found


def _codes_after(description: Text, offset: int) -> list[str]:
    """Return the code spans of the sentence that begins there."""
    at = 0
    values: list[str] = []
    for span in description.spans:
        if span.code and at >= offset:
            values.append(span.text.strip())
        elif not span.code and at >= offset and re.search(r"[.;](?:\s|$)", span.text):
            break
        at += len(span.text)
    return list(dict.fromkeys(values))
