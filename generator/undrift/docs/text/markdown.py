"""Page text to blocks; with `markup.py` the only code that knows the Markdown parser.

Indented code is not recognised: sites indent what stands inside a tab or a list, and a
fence, table or heading there is what it looks like.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from .blocks import (
    Block,
    BlockQuote,
    Fence,
    Heading,
    HtmlBlock,
    ListBlock,
    Paragraph,
    Row,
    Span,
    Table,
    Tag,
    Text,
    ThematicBreak,
)
from .fence_skipping import restore_fences, skip_fences
from .frontmatter import split_frontmatter
from .html_tables import html_table
from .markdown_extensions import Budget, Markup, pipe_table, template_tag
from .page import line_breaks

_STEPS = 50_000
_TOKENS = 80_000
_HTML_TABLES = 5_000
_INLINE_SOURCE = 10_000
_INLINE_TOTAL = 150_000
_MARKUP = re.compile(r"[\\`*_\[\]<>&!]")
_TEMPLATE_TAG = re.compile(r"\{%((?:[^%]|%(?!\}))*+)%\}")
_NOT_A_NAME = re.compile(r"[^\w-]")
_TAG_SIZE = 5_000
_TAGS_SIZE = 100_000
_ATTRIBUTE = re.compile(
    r"(?<![\w-])([\w-]++)=(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"']++))"
)
_PLACEHOLDER = re.compile(r"<[A-Za-z_][\w-]*>")
_TERMINATES = ["paragraph", "blockquote", "list"]


class UnreadPart(NamedTuple):
    """A part of the page that could not be read, and why."""

    line: int
    reason: str


class Blocks(NamedTuple):
    """The blocks of a page, and what of it is not among them."""

    blocks: tuple[Block, ...]
    unread: tuple[UnreadPart, ...]


def parse(text: str) -> Blocks:
    """Parse a page; CRLF and CR end lines as LF does."""
    text = line_breaks(text)
    lines = text.split("\n")
    front = split_frontmatter(lines)
    if front is not None:
        # Blank lines in its place keep every later line where it is.
        after = front.line + front.raw.count("\n") + 2 if front.raw else front.line + 1
        text = "\n" * after + "\n".join(lines[after:])
    text = text if text.endswith("\n") else text + "\n"
    parser, budget, tokens = _parsed(text)
    reader = _Reader(parser, lines)
    blocks = tuple(reader.read(_Cursor(tokens)))
    unread = list(reader.unread)
    if budget.stopped_at:
        unread.append(UnreadPart(budget.stopped_at, "the page has too many blocks"))
    return Blocks(blocks if front is None else (front, *blocks), tuple(sorted(unread)))


def _parsed(text: str) -> tuple[MarkdownIt, Budget, list[Token]]:
    """Return a page's tokens with the parser and what is left of its budget."""
    lines = text.split("\n")[:-1]
    skipped = skip_fences(lines)
    budget = Budget(_STEPS, _TOKENS)
    parser = _parser(budget)
    if skipped.ends:
        tokens = parser.parse("\n".join(skipped.lines) + "\n")
        if not budget.stopped_at and restore_fences(tokens, lines, skipped):
            return parser, budget, tokens
        budget = Budget(_STEPS, _TOKENS)
        parser = _parser(budget)
    return parser, budget, parser.parse(text)


def _parser(budget: Budget) -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True})
    parser.disable(["code", "reference", "html_block", "normalize", "text_join"])
    rules = parser.block.ruler
    rules.before("table", "budget", budget.rule, {"alt": _TERMINATES})
    rules.before("table", "template_tag", template_tag, {"alt": _TERMINATES})
    rules.before("table", "markup", Markup().rule, {"alt": _TERMINATES})
    rules.before("table", "pipe_table", pipe_table, {"alt": ["paragraph"]})
    # Inline text is parsed by the reader, within a budget.
    parser.core.ruler.disable("inline")
    return parser


class _Cursor:
    """Walks the flat token list."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._at = 0

    def next(self) -> Token | None:
        if self._at >= len(self._tokens):
            return None
        self._at += 1
        return self._tokens[self._at - 1]


class _Reader:
    """Turns tokens into blocks."""

    def __init__(self, parser: MarkdownIt, lines: Sequence[str]) -> None:
        self._parser = parser
        self._lines = lines
        self._inline_left = _INLINE_TOTAL
        self._html_tables_left = _HTML_TABLES
        self.unread: list[UnreadPart] = []

    def read(self, cursor: _Cursor, until: str = "") -> Iterator[Block]:
        """Yield blocks up to the closing token named `until`."""
        while (token := cursor.next()) is not None and token.type != until:
            line = _line(token)
            match token.type:
                case "heading_open":
                    text = _without_anchor(self._inline_of(cursor, "heading_close"))
                    yield Heading(int(token.tag[1:]), text, line)
                case "paragraph_open":
                    yield Paragraph(self._inline_of(cursor, "paragraph_close"), line)
                case "fence":
                    yield self._fence(token)
                case "table_open":
                    yield self._table(cursor, line)
                case "bullet_list_open" | "ordered_list_open":
                    yield self._list(cursor, token.type.replace("open", "close"), line)
                case "blockquote_open":
                    inner = tuple(self.read(cursor, "blockquote_close"))
                    yield BlockQuote(inner, line)
                case "template_tag":
                    yield from _tags(token.content, line)
                case "html_table":
                    yield self._html_table(token.content, line)
                case "open_comment":
                    self.unread.append(UnreadPart(line, "a comment is not closed"))
                    yield HtmlBlock(token.content, line)
                case "html_block" | "comment":
                    yield HtmlBlock(token.content, line)
                case "hr":
                    yield ThematicBreak(line)
                case _:
                    pass

    def _fence(self, token: Token) -> Fence:
        start, after = token.map or [0, 1]
        closed = token.content.count("\n") == after - start - 2
        indent = self._indent(token, start)
        return Fence(
            token.info.strip(),
            token.content,
            start + 2,
            closed,
            indent,
            len(token.markup),
        )

    def _indent(self, token: Token, start: int) -> int:
        """Return how many characters of its lines are not the fence's."""
        for n, line in enumerate(token.content.split("\n")):
            if line.strip():
                raw = self._lines[start + 1 + n]
                return len(raw) - len(line) if raw.endswith(line) else 0
        opening = self._lines[start]
        return max(0, opening.find(token.markup))

    def _list(self, cursor: _Cursor, until: str, line: int) -> ListBlock:
        items: list[tuple[Block, ...]] = []
        while (token := cursor.next()) is not None and token.type != until:
            if token.type == "list_item_open":
                items.append(tuple(self.read(cursor, "list_item_close")))
        return ListBlock(tuple(items), until.startswith("ordered"), line)

    def _table(self, cursor: _Cursor, line: int) -> Table:
        header: tuple[Text, ...] = ()
        rows: list[Row] = []
        cells: list[Text] = []
        at = line
        while (token := cursor.next()) is not None and token.type != "table_close":
            match token.type:
                case "tr_open":
                    at, cells = _line(token), []
                case "inline":
                    cells.append(self._text(token.content, at))
                case "thead_close":
                    header = tuple(cells)
                case "tr_close" if header:
                    rows.append(Row(tuple(cells), at))
                case _:
                    pass
        return Table(header, tuple(rows), line)

    def _html_table(self, source: str, line: int) -> Block:
        self._html_tables_left -= 1
        table = html_table(source, line) if self._html_tables_left >= 0 else None
        if table is None:
            self.unread.append(UnreadPart(line, "the HTML table cannot be read"))
            return HtmlBlock(source, line)
        return table

    def _inline_of(self, cursor: _Cursor, until: str) -> Text:
        text = Text()
        while (token := cursor.next()) is not None and token.type != until:
            if token.type == "inline":
                text = self._text(token.content, _line(token))
        return text

    def _text(self, source: str, line: int) -> Text:
        if not _MARKUP.search(source):
            return Text((Span(source),) if source else ())
        if len(source) > _INLINE_SOURCE or len(source) > self._inline_left:
            reason = "there is too much inline markup"
            if not any(unread.reason == reason for unread in self.unread):
                self.unread.append(UnreadPart(line, reason))
            return Text((Span(source),))
        self._inline_left -= len(source)
        tokens: list[Token] = []
        self._parser.inline.parse(source, self._parser, {}, tokens)
        return Text(tuple(_merged(_spans(tokens))))


def _line(token: Token) -> int:
    return token.map[0] + 1 if token.map else 0


def _spans(tokens: Sequence[Token]) -> Iterator[Span]:
    strong = 0
    before = ""
    for token in tokens:
        inside_path, before = before.endswith("/"), token.content
        match token.type:
            case "code_inline":
                yield Span(token.content, code=True, strong=strong > 0)
            case "text" | "text_special":
                yield Span(token.content, strong=strong > 0)
            case "softbreak" | "hardbreak":
                yield Span("\n", strong=strong > 0)
            case "strong_open" | "strong_close":
                strong += token.nesting
            case "image":
                yield Span(token.content, strong=strong > 0)
            case "html_inline":
                breaks = "\n" * token.content.count("\n")
                is_break = token.content.casefold().startswith("<br")
                if (
                    inside_path
                    and not is_break
                    and _PLACEHOLDER.fullmatch(token.content)
                ):
                    # `/hooks/<id>`: no tag, whatever it looks like.
                    yield Span(token.content, strong=strong > 0)
                    continue
                yield Span(breaks or (" " if is_break else ""), strong=strong > 0)
            case _:
                pass


def _merged(spans: Iterator[Span]) -> Iterator[Span]:
    """Join neighbours of one kind, except code: two code spans stay two."""
    last: Span | None = None
    for span in spans:
        if not span.text:
            continue
        if last is not None and _joins(last, span):
            last = Span(last.text + span.text, strong=last.strong)
            continue
        if last is not None:
            yield last
        last = span
    if last is not None:
        yield last


def _joins(last: Span, span: Span) -> bool:
    if last.code or span.code:
        return False
    return last.strong == span.strong or span.text.isspace()


def _without_anchor(text: Text) -> Text:
    """Drop a trailing `{#anchor}`."""
    if not text.spans or text.spans[-1].code:
        return text
    *head, tail = text.spans
    kept = tail.text.rstrip()
    start = kept.rfind("{#")
    if not kept.endswith("}") or start < 0 or "}" in kept[start:-1]:
        return text
    rest = kept[:start].rstrip()
    return Text((*head, Span(rest, strong=tail.strong)) if rest else tuple(head))


def _tags(content: str, line: int) -> Iterator[Tag]:
    counted = 0
    for match in _TEMPLATE_TAG.finditer(content[:_TAGS_SIZE]):
        inner = match[1].strip(" \t\n-")
        name = _NOT_A_NAME.split(inner.removeprefix("/").lstrip(), maxsplit=1)[0]
        line += content.count("\n", counted, match.start())
        counted = match.start()
        closing = inner.startswith("/") or name.startswith("end")
        attributes = tuple(
            (m[1], "".join(filter(None, m.groups()[1:])))
            for m in _ATTRIBUTE.finditer(inner[:_TAG_SIZE])
        )
        yield Tag(
            name.removeprefix("end") if closing else name, attributes, closing, line
        )
