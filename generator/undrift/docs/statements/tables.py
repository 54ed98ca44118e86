"""Tables of parameters, fields and statuses.

Columns are found by what their header says, in any language `words` knows, and
otherwise by what their cells look like.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from ...facts import Stated, StatusFact, ValueFact
from ..text.blocks import Row, Span, Table, Text
from ..text.page import PageText
from ..vocabulary.lookup import column_of, words_of
from ..vocabulary.words import (
    FIELD_COLUMNS,
    LOCATIONS,
    OPTIONAL_COLUMNS,
    Column,
    Concept,
)
from .cells import (
    ValueKeywords,
    is_type,
    is_yes_or_no,
    read_constraints,
    read_remark,
    read_required,
    read_type,
)

NAME = re.compile(r"[A-Za-z_$@][\w$@.:\[\]-]{0,199}")
# Runs are taken whole, from their beginning: no cell can make these slow.
_NAME_MARKS = re.compile(r"^[\s:{<*↳└├─→∟»]++|(?<![\s}>*?])[\s}>*?]++$")
_BRANCH = re.compile(r"^\s*+([↳└├─→∟»-]++)[\s─-]*+(?=[\w`])")
_WORDS = re.compile(r"[^\W\d_]{2}")
_SEPARATED = re.compile(r"\s*(?:,|/|\bor\b|\band\b)\s*")
_STATUS = re.compile(
    r"(?:HTTP\s+)?([1-5](?:\d\d|[xX]{2}))\b[\s:–—-]*(.{0,500})", re.DOTALL
)
_CODE = re.compile(r"[A-Za-z0-9][\w.:-]{0,99}")
_MARKED_CODE = re.compile(r"[\d_.:]|^[A-Z]{2,}$|[a-z][A-Z]")
_NOTHING = frozenset(("", "-", "–", "—"))

Columns = Mapping[Column, int]


def columns_of(table: Table) -> Columns:
    """Return which column holds what."""
    found: dict[Column, int] = {}
    unknown: list[int] = []
    for index, header in enumerate(table.header):
        column = column_of(header.plain)
        if column is None or column in found:
            unknown.append(index)
        else:
            found[column] = index
    guesses: tuple[tuple[Column, Callable[[str], bool]], ...] = (
        (Column.TYPE, is_type),
        (Column.REQUIRED, is_yes_or_no),
        (Column.NAME, lambda text: NAME.fullmatch(text.strip("*")) is not None),
    )
    for column, fits in guesses:
        for index in unknown:
            if column not in found and _all(table.rows, index, fits):
                found[column] = index
                unknown.remove(index)
                break
    if Column.DESCRIPTION not in found and unknown:
        found[Column.DESCRIPTION] = unknown[-1]
    return found


def is_parameter_table(table: Table, columns: Columns) -> bool:
    """Return whether a table tells names and something about them.

    Names that only look like some are not enough: `Kind | Effect` lists no fields.
    """
    about = {Column.TYPE, Column.REQUIRED, Column.DESCRIPTION, Column.EXAMPLE}
    if Column.NAME not in columns or not about & columns.keys():
        return False
    if Column.TYPE in columns or Column.REQUIRED in columns:
        return True
    return column_of(table.header[columns[Column.NAME]].plain) is Column.NAME


def names_fields(table: Table, columns: Columns) -> bool:
    """Return whether a table's names are called fields rather than parameters."""
    index = columns.get(Column.NAME, len(table.header))
    return index < len(table.header) and (
        words_of(table.header[index].plain) in FIELD_COLUMNS
    )


def read_parameters(
    page: PageText, table: Table, columns: Columns
) -> Iterator[tuple[Concept | None, ValueFact]]:
    """Yield what the rows say, with the location that a row states itself."""
    optional = Column.REQUIRED in columns and (
        words_of(table.header[columns[Column.REQUIRED]].plain) in OPTIONAL_COLUMNS
    )
    tree = _Tree()
    more = _further_descriptions(table, columns)
    for row in table.rows:
        cell = _cell(row, columns, Column.NAME)
        names, remark = _names(cell)
        if not names:
            continue
        description = _description(row, columns, more)
        kind, limits = read_type(_cell(row, columns, Column.TYPE).plain)
        stated = read_required(_cell(row, columns, Column.REQUIRED).plain)
        if optional:
            stated = _opposite(stated)
        if stated is Stated.UNSTATED:
            stated = remark
        if stated is Stated.UNSTATED:
            stated = read_remark(description.plain)
        if stated is Stated.UNSTATED and _WORDS.match(
            _cell(row, columns, Column.REQUIRED).plain
        ):
            stated = Stated.CONDITIONAL  # `Required | when shipped`
        default = _value(_cell(row, columns, Column.DEFAULT))
        location = words_of(_cell(row, columns, Column.LOCATION).plain)
        for name in names:
            yield LOCATIONS.get(location), ValueFact(
                tree.place(cell, name, kind),
                page.place(row.line),
                kind,
                stated,
                _constraints(limits, read_constraints(description, kind), default),
                single_spaced(description.plain),
                _example(_cell(row, columns, Column.EXAMPLE).plain, kind),
            )


class _Tree:
    """Rows that draw a tree: `↳ city` below `address` is `address.city`."""

    def __init__(self) -> None:
        self._above: list[str] = []

    def place(self, cell: Text, name: str, kind: str) -> str:
        """Return a row's full name, and remember it for the rows below."""
        marks = _BRANCH.match(cell.plain)
        depth = len(marks[1].replace("─", "")) if marks else 0
        depth = min(depth, len(self._above))
        full = f"{self._above[depth - 1]}.{name}" if depth else name
        del self._above[depth:]
        self._above.append(f"{full}[]" if kind == "array" else full)
        return full


def read_statuses(
    page: PageText, table: Table, columns: Columns, status: str
) -> Iterator[StatusFact]:
    """Yield the statuses and error codes of a table.

    `status` is the one that the surroundings are about, for tables of codes only.
    """
    for row in table.rows:
        stated, rest = status, ""
        codes: tuple[str, ...] = ()
        for column in (Column.STATUS, Column.CODE, Column.NAME):
            text = _cell(row, columns, column)
            if match := _STATUS.fullmatch(text.plain):
                stated, rest = match[1].upper(), match[2]
            elif not codes and column is not Column.NAME:
                sure = column is Column.CODE and Column.STATUS in columns
                codes = _error_codes(text, sure=sure)
        if not stated and not codes:
            continue
        description = _cell(row, columns, Column.DESCRIPTION).plain or rest
        for code in codes or ("",):
            yield StatusFact(
                stated, page.place(row.line), code, single_spaced(description)
            )


def is_status_table(table: Table, columns: Columns, *, first: bool = False) -> bool:
    """Return whether every row states a status; with `first`, begins with one."""
    at = min(
        (columns[c] for c in (Column.STATUS, Column.CODE, Column.NAME) if c in columns),
        default=0,
    )
    if first and at > 0:
        return False
    return _all(table.rows, at, lambda text: _STATUS.fullmatch(text) is not None)


def single_spaced(text: str) -> str:
    """Return text with every run of white space as one space."""
    return " ".join(text.split())


def _all(rows: Sequence[Row], index: int, fits: Callable[[str], bool]) -> bool:
    texts = [row.cells[index].plain for row in rows if index < len(row.cells)]
    texts = [text for text in texts if text]
    return bool(texts) and all(map(fits, texts))


def _cell(row: Row, columns: Columns, column: Column) -> Text:
    index = columns.get(column, len(row.cells))
    return row.cells[index] if index < len(row.cells) else Text()


def _further_descriptions(table: Table, columns: Columns) -> tuple[int, ...]:
    """Return the columns that describe beside the first: `Description | Notes`."""
    first = columns.get(Column.DESCRIPTION)
    return tuple(
        index
        for index, header in enumerate(table.header)
        if index != first and column_of(header.plain) is Column.DESCRIPTION
    )


def _description(row: Row, columns: Columns, more: tuple[int, ...]) -> Text:
    """Return what all columns say that describe."""
    first = _cell(row, columns, Column.DESCRIPTION)
    others = [row.cells[i] for i in more if i < len(row.cells)]
    told = [text for text in (first, *others) if _WORDS.search(text.plain)]
    if len(told) < 2:
        return told[0] if told else first
    spans = [span for text in told for span in (*text.spans, Span(". "))]
    return Text(tuple(spans[:-1]))


def _names(cell: Text) -> tuple[tuple[str, ...], Stated]:
    """Read a name cell, which may hold several: `` `from`, `to` ``."""
    if cell.codes:
        between = [span.text for span in cell.spans if not span.code and span.text]
        if all(_SEPARATED.fullmatch(text) for text in between):
            names = tuple(_NAME_MARKS.sub("", code) for code in cell.codes)
            if all(map(NAME.fullmatch, names)):
                return names, Stated.UNSTATED
    if not cell.codes and "," in cell.plain:
        listed = tuple(name.strip() for name in cell.plain[:300].split(","))
        if all(map(NAME.fullmatch, listed)):
            return listed, Stated.UNSTATED
    name, remark = _name(cell)
    return ((name,) if name else ()), remark


def _name(cell: Text) -> tuple[str, Stated]:
    """Read a name cell: `` `id` ``, `id*`, `id (required)`, `:id`."""
    plain = _BRANCH.sub("", cell.plain[:300], count=1)
    first = (cell.codes or tuple(plain.split(maxsplit=1)) or ("",))[0]
    name = _NAME_MARKS.sub("", first)
    if not NAME.fullmatch(name):
        return "", Stated.UNSTATED
    rest = plain.partition(name)[2].strip()
    if rest.startswith("*") or plain.startswith("*"):
        return name, Stated.YES
    if rest == "?":
        return name, Stated.NO
    remark = read_required(rest.strip("()[] "))
    if rest and not cell.codes and remark is Stated.UNSTATED and not is_type(rest):
        return "", Stated.UNSTATED  # Words, not a name.
    return name, remark


def _error_codes(cell: Text, *, sure: bool) -> tuple[str, ...]:
    """Read a cell of error codes: `` `A` `` or `` `A` / `B` ``.

    A word without any mark of a code is one only where the column must hold them.
    """
    parts = tuple(part for part in _SEPARATED.split(cell.plain[:500]) if part)
    if not all(map(_CODE.fullmatch, parts)):
        return ()
    if sure or cell.codes or all(map(_MARKED_CODE.search, parts)):
        return parts
    return ()


def _opposite(stated: Stated) -> Stated:
    match stated:
        case Stated.YES:
            return Stated.NO
        case Stated.NO:
            return Stated.YES
        case Stated.CONDITIONAL | Stated.UNSTATED:
            return stated


def _constraints(
    limits: ValueKeywords, described: ValueKeywords, default: str
) -> ValueKeywords:
    merged = dict(described) | dict(limits)
    if default not in _NOTHING:
        merged["default"] = default
    return tuple(merged.items())


def _value(cell: Text) -> str:
    """Return a cell of one value: prose such as *current year* is none."""
    whole = len(cell.spans) == 1 and cell.spans[0].code
    return cell.plain if whole or len(cell.plain.split()) == 1 else ""


def _example(cell: str, kind: str) -> str | None:
    if cell in _NOTHING:
        return None
    if kind in ("integer", "number", "boolean", "object", "array"):
        return cell
    return json.dumps(cell.strip("\"'"), ensure_ascii=False)
