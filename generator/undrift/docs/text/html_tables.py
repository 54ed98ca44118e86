"""HTML tables; the only file that knows the HTML parser."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from .blocks import Row, Span, Table, Text

_CELLS = 100_000
_TABLE_SIZE = 2_000_000
_DEPTH = 100
"""Elements open at once; the parser's time is quadratic in them."""

_TAG = re.compile(
    r"<(/?)([A-Za-z][A-Za-z0-9]*)"
    r"((?:[^>\"']{1,200}+|\"[^\"]{0,200}\"|'[^']{0,200}'){0,12}+(?=>)|[^>]*)>?"
)
_NEVER_LEFT_OPEN = frozenset(
    "area base br col hr img input link meta source wbr "
    "caption colgroup li option p tbody td tfoot th thead tr".split()
)
_KEPT = re.compile(r"(?<![\w-])(data-hidden|checked|type=[\"']?checkbox)(?![\w-])")
_ROW = re.compile(r"<tr(?=[\s/>])[^<>]*+>\s*+", re.IGNORECASE)
_SPACES = re.compile(r"\s+")


def html_table(source: str, line: int) -> Table | None:
    """Read one `<table>` that begins at this line, or None if it cannot be read."""
    plain = _plain_tags(source) if len(source) <= _TABLE_SIZE else ""
    element = LexborHTMLParser(plain).css_first("table") if plain else None
    if element is None:
        return None
    rows = element.css("tr")
    cells = [[c for c in row.iter() if c.tag in ("td", "th")] for row in rows]
    if not rows or sum(map(len, cells)) > _CELLS:
        return None
    has_header = all(cell.tag == "th" for cell in cells[0])
    header = cells[0] if has_header else []
    visible = [
        n
        for n in range(max(map(len, cells)))
        if n >= len(header) or "data-hidden" not in header[n].attributes
    ]
    lines = _row_lines(source, line, len(rows))
    body = [
        Row(_texts(row, visible), at)
        for row, at in zip(cells, lines, strict=True)
        if row is not header
    ]
    width = [n for n in visible if n < len(header)]
    return Table(_texts(header, width), tuple(body), line, html=True)


def _plain_tags(source: str) -> str:
    """Rewrite every tag with only the attributes that matter here; "" if too deep.

    A tag with many attributes costs the parser quadratic time, as open elements do.
    """
    still_open: Counter[str] = Counter()
    depth = deepest = 0

    def rewrite(match: re.Match[str]) -> str:
        nonlocal depth, deepest
        slash, name, attributes = match[1], match[2].casefold(), match[3]
        if slash:
            if still_open[name]:
                still_open[name] -= 1
                depth -= 1
            return f"</{name}>"
        if name not in _NEVER_LEFT_OPEN:
            still_open[name] += 1
            depth += 1
            deepest = max(deepest, depth)
        kept = " ".join(dict.fromkeys(_KEPT.findall(attributes)))
        return f"<{name} {kept.replace(chr(34), '').replace(chr(39), '')}>"

    plain = _TAG.sub(rewrite, source)
    return plain if deepest <= _DEPTH else ""


def _row_lines(source: str, line: int, count: int) -> list[int]:
    """Return the line of each row's first cell; the parser keeps no positions."""
    starts = [match.end() for match in _ROW.finditer(source)]
    if len(starts) != count:
        return [line] * count
    lines: list[int] = []
    before = 0
    for start in starts:
        line += source.count("\n", before, start)
        before = start
        lines.append(line)
    return lines


def _texts(cells: list[LexborNode], columns: list[int]) -> tuple[Text, ...]:
    return tuple(
        Text(_trimmed(_spans(cells[n], code=False))) if n < len(cells) else Text()
        for n in columns
    )


def _spans(node: LexborNode, *, code: bool) -> Iterator[Span]:
    for child in node.iter(include_text=True):
        if child.is_text_node:
            text = child.text_content or ""
            yield Span(text if code else _SPACES.sub(" ", text), code)
        elif child.tag == "br":
            yield Span(" ")
        elif child.tag == "input" and child.attributes.get("type") == "checkbox":
            yield Span("true" if "checked" in child.attributes else "false")
        elif child.tag in ("p", "li", "div"):
            yield Span(" ")
            yield from _spans(child, code=code)
            yield Span(" ")
        else:
            yield from _spans(child, code=code or child.tag == "code")


def _trimmed(spans: Iterator[Span]) -> tuple[Span, ...]:
    """Drop what is empty, so that equal cells are equal values."""
    kept: list[Span] = []
    for span in spans:
        spaced = not kept or kept[-1].text.endswith(" ")
        if span.text and not (spaced and span.text.isspace()):
            kept.append(span)
    while kept and kept[-1].text.isspace():
        kept.pop()
    return tuple(kept)
