"""Where hand-written pages of every dialect state their endpoints.

The method and path stand in a fence (`POST /path`), in a heading, on a line of their
own, in a table that lists several, or in the frontmatter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ..dialects import DIALECTS
from ..statements.endpoint_headings import endpoints_in_headings
from ..statements.endpoints import (
    Endpoint,
    QueryName,
    StatedEndpoint,
    query_names,
    read_host,
    read_statement,
    read_target,
    read_title,
    unique,
)
from ..statements.tables import Columns, columns_of
from ..text.blocks import Block, Fence, Frontmatter, Paragraph, Row, Table, Tag
from ..text.sections import Outline, Section
from ..vocabulary.lookup import column_of, concept_of
from ..vocabulary.words import ALIKE, METHODS, UNSUPPORTED, Column, Concept

_STATEMENTS = 50
_ROWS = 500
_LINE = 500
_NEARBY = 300
"""Characters of a sentence that is about the next block, not about the page."""
_LANGUAGES = frozenset(
    ("", "http", "https", "text", "txt", "plaintext", "endpoint", "url")
)
_PIECES = {
    Concept.METHOD: Column.METHOD,
    Concept.URL: Column.PATH,
    Concept.ENDPOINT: Column.PATH,
}
_SEVERAL = re.compile(r"(?<!\s)\s*+,\s*+|(?<!\s)\s++[/|]\s++")


def stated_endpoints(outline: Outline) -> tuple[StatedEndpoint, ...]:
    """Return every endpoint that a page states in the forms that all pages share."""
    found = [(section, list(_stated(section))) for section in outline.sections]
    calls = {_key(start) for _, stated in found for start in stated if not start.listed}
    starts = list(_in_frontmatter(outline))
    homes = _homes(found)
    for section, stated in found:
        for start in stated:
            # With several operations, one starts at the heading above its endpoint.
            above = len(calls) > 1 and not start.listed and section.line in homes
            line = homes[section.line] if above else start.line
            starts.append(
                StatedEndpoint(start.endpoint, line, start.listed, start.together)
            )
    return tuple(starts or endpoints_in_headings(outline.sections))


def _homes(found: Sequence[tuple[Section, list[StatedEndpoint]]]) -> Mapping[int, int]:
    """Return the outermost heading that is about one operation alone, by section."""
    # Two headings may stand on one line: only lines further up are above.
    above = {s.line: s.parent for s, _ in found if s.parent < s.line}
    inside: dict[int, set[tuple[str, str]]] = {s.line: set() for s, _ in found}
    for section, stated in found:
        calls = {_key(start) for start in stated if not start.listed}
        line: int | None = section.line if calls else None
        while line in inside:
            inside[line] |= calls
            line = above.get(line)
    homes: dict[int, int] = {}
    for section, _ in found:
        line = section.line
        if len(inside[line]) == 1:
            while len(inside.get(above.get(line, -1), ())) == 1:
                line = above[line]
            homes[section.line] = line
    return homes


def _key(start: StatedEndpoint) -> tuple[str, str]:
    return start.endpoint.method, start.endpoint.path


def _stated(section: Section) -> Iterator[StatedEndpoint]:
    """Yield what a section states: as a statement, or else piece by piece."""
    whole = list(_whole(section))
    yield from whole or _in_pieces(section)


def _in_pieces(section: Section) -> Iterator[StatedEndpoint]:
    """Pair `Method: GET` with `URL: /path`, in either order."""
    found: dict[Column, tuple[str, int]] = {}
    for block in section.blocks:
        if not isinstance(block, Paragraph):
            continue
        for offset, text in enumerate(block.text.lines[:_STATEMENTS]):
            label, colon, value = text[:_LINE].partition(":")
            column = _piece(label) if colon else None
            value = value.strip("` *")
            fits = (column is Column.METHOD and value.upper() in METHODS) or (
                column is Column.PATH and read_target(value) is not None
            )
            if column is not None and fits:
                found.setdefault(column, (value, block.line + offset))
        if len(found) == 2:
            (method, at), (path, line) = found[Column.METHOD], found[Column.PATH]
            endpoint = read_statement(f"{method.upper()} {path}", at)
            if endpoint is not None:
                yield StatedEndpoint(replace(endpoint, path_line=line), min(at, line))
            found.clear()


def _piece(label: str) -> Column | None:
    """Return which piece of an endpoint a label names: it may read as a heading too."""
    concept = concept_of(label)
    return column_of(label) or (_PIECES.get(concept) if concept else None)


def _whole(section: Section) -> Iterator[StatedEndpoint]:
    """Yield what a section states, unless it says that there is no such thing."""
    if heading := read_title(section.title, section.line):
        yield StatedEndpoint(heading, heading.line)
    for tag in (block for block in section.blocks if isinstance(block, Tag)):
        for dialect in DIALECTS:
            if endpoint := dialect.endpoint_of_tag(tag):
                yield StatedEndpoint(endpoint, tag.line)
    blocks = [block for block in section.blocks if not isinstance(block, Tag)]
    for before, block, after in _neighbours(blocks):
        match block:
            case Paragraph() if not UNSUPPORTED.search(block.text.plain[:_NEARBY]):
                yield from _together(_in_paragraph(block), block.line)
            case Fence() if block.language in _LANGUAGES:
                if not _is_denied(before, after):
                    yield from _together(_in_fence(block), block.line)
            case Table() if not _is_denied(before, None):
                together = block.line if _is_shared(before) else 0
                for endpoint in _in_table(block):
                    yield StatedEndpoint(endpoint, endpoint.line, True, together)
            case _:
                pass


def _neighbours(
    blocks: Sequence[Block],
) -> Iterator[tuple[Block | None, Block, Block | None]]:
    for n, block in enumerate(blocks):
        before = blocks[n - 1] if n else None
        after = blocks[n + 1] if n + 1 < len(blocks) else None
        yield before, block, after


def _is_denied(before: Block | None, after: Block | None) -> bool:
    """Return whether the sentence before or after says that there is no such thing."""
    if isinstance(before, Paragraph):
        text = before.text.plain[-_NEARBY:]
        if text.endswith(":") and UNSUPPORTED.search(text):
            return True
    if isinstance(after, Paragraph):
        match = UNSUPPORTED.search(after.text.plain[:_NEARBY])
        return match is not None and match.start() < 40
    return False


def _is_shared(before: Block | None) -> bool:
    """Return whether the sentence before a table says that its endpoints are alike."""
    return isinstance(before, Paragraph) and (
        ALIKE.search(before.text.plain[-_NEARBY:]) is not None
    )


def _together(endpoints: Iterator[Endpoint], line: int) -> Iterator[StatedEndpoint]:
    found = unique(endpoints)
    for endpoint in found:
        yield StatedEndpoint(
            endpoint, endpoint.line, together=line if len(found) > 1 else 0
        )


def _in_paragraph(paragraph: Paragraph) -> Iterator[Endpoint]:
    for offset, text in enumerate(paragraph.text.lines[:_STATEMENTS]):
        if endpoint := read_statement(text, paragraph.line + offset):
            yield endpoint


def _in_fence(fence: Fence) -> Iterator[Endpoint]:
    """Read a fence that holds an HTTP request, or nothing but statements."""
    lines = fence.text[:10_000].split("\n")[:_STATEMENTS]
    numbered = [(n, line) for n, line in enumerate(lines) if line.strip()]
    read = [read_statement(line, fence.first_line + n) for n, line in numbered]
    stated = [endpoint for endpoint in read if endpoint is not None]
    if len(stated) == len(read):
        yield from stated
    elif read and read[0] is not None and len(stated) == 1:
        host, query = "", list(read[0].query)
        for n, line in numbered[1:]:
            name, colon, value = line.partition(":")
            if colon and name.strip().casefold() == "host":
                host = value.strip()
            if line.lstrip().startswith(("?", "&")):
                names = query_names("?" + line.strip().lstrip("?&"))
                query += [QueryName(name, fence.first_line + n) for name in names]
        first = read[0]
        target = read_host(host, first.path)
        server = first.server or (target.server if target else "")
        yield Endpoint(first.method, first.path, first.line, server, query=tuple(query))


def _in_table(table: Table) -> Iterator[Endpoint]:
    """Read the rows of a table that lists endpoints: `Method | Path | Purpose`."""
    columns = columns_of(table)
    for row in table.rows[:_ROWS]:
        if any(UNSUPPORTED.search(cell.plain[:_NEARBY]) for cell in row.cells):
            continue
        if endpoint := _in_row(row, columns):
            yield endpoint


def _in_row(row: Row, columns: Columns) -> Endpoint | None:
    cells = [cell.plain for cell in row.cells]
    for cell in cells[:3]:
        if endpoint := read_statement(cell, row.line):
            return endpoint
    method, path = columns.get(Column.METHOD), columns.get(Column.PATH)
    if method is None or path is None or max(method, path) >= len(cells):
        return None
    return read_statement(f"{cells[method].upper()} {cells[path]}", row.line)


def _in_frontmatter(outline: Outline) -> Iterator[StatedEndpoint]:
    """Read `method` and `endpoint`, which may each name several: `GET/POST`.

    One method is that of all paths, one path that of all methods.
    """
    front = outline.frontmatter
    if front is None:
        return
    line, path_line, methods, paths = _named(front)
    if len(paths) == 1:
        paths *= len(methods)
    if len(methods) == 1:
        methods *= len(paths)
    for method, path in zip(methods, paths, strict=False):
        endpoint = read_statement(f"{method.upper()} {path}", line)
        if endpoint is not None:
            yield StatedEndpoint(replace(endpoint, path_line=path_line), front.line)


def _named(front: Frontmatter) -> tuple[int, int, list[str], list[str]]:
    """Return the lines of the method and of the path, and what stands there."""
    for dialect in DIALECTS:
        if named := dialect.call_in_metadata(front):
            key, method, path = named
            line = front.line_of(key)
            return line, line, [method], [path]
    method = front.get("method") or front.get("httpMethod")
    for key in ("endpoint", "path", "url", "route"):
        if path := front.get(key):
            line = front.line_of("method")
            methods = re.split(r"\s*[,/|]\s*", method)
            return line, front.line_of(key), methods, _SEVERAL.split(path)
    return front.line, front.line, [], []
