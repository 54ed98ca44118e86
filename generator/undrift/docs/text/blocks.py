"""What a page is made of: frozen blocks with 1-based line numbers.

Whatever the markup (Markdown, HTML tables, Markdoc and GitBook tags), readers of facts
see only these values. `markdown.py` makes them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A run of inline text; `code` where it stood in backticks or `<code>`."""

    text: str
    code: bool = False
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """Inline text without its markup; line breaks are kept as newlines."""

    spans: tuple[Span, ...] = ()

    @property
    def plain(self) -> str:
        """Return the text of all spans, no-break spaces as spaces."""
        return "".join(span.text for span in self.spans).replace("\xa0", " ").strip()

    @property
    def codes(self) -> tuple[str, ...]:
        """Return the texts of the code spans."""
        return tuple(span.text.strip() for span in self.spans if span.code)

    @property
    def lines(self) -> tuple[str, ...]:
        """Return the plain text line by line."""
        whole = "".join(span.text for span in self.spans).replace("\xa0", " ")
        return tuple(line.strip() for line in whole.split("\n"))


@dataclass(frozen=True, slots=True)
class Frontmatter:
    """The metadata before a page: its raw text and its flat `key: value` pairs."""

    raw: str
    values: tuple[tuple[str, str], ...]
    line: int

    def get(self, key: str) -> str:
        """Return the value of a key, or ""."""
        return dict(self.values).get(key, "")

    def line_of(self, key: str) -> int:
        """Return the line that a key stands on, or the first one."""
        for offset, line in enumerate(self.raw.split("\n"), 1):
            if line.startswith(f"{key}:"):
                return self.line + offset
        return self.line


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, without its `{#anchor}`."""

    level: int
    text: Text
    line: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. `text.lines[i]` stands at `line + i`."""

    text: Text
    line: int


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced block. The text's first line is `first_line` of the page.

    `indent` is how many characters stand before the text on its lines (in a list, a
    quotation, a tab); `marker` is the length of the opening fence.
    """

    info: str
    text: str
    first_line: int
    closed: bool
    indent: int
    marker: int

    @property
    def line(self) -> int:
        """Return the line of the opening fence."""
        return self.first_line - 1

    @property
    def language(self) -> str:
        """Return the info string's first word, in lower case."""
        words = self.info.split(maxsplit=1)
        return words[0].casefold() if words else ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table."""

    cells: tuple[Text, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Table:
    """A pipe table or an HTML table, hidden columns left out; one cell per column."""

    header: tuple[Text, ...]
    rows: tuple[Row, ...]
    line: int
    html: bool = False


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list; every item is blocks again."""

    items: tuple[tuple[Block, ...], ...]
    ordered: bool
    line: int


@dataclass(frozen=True, slots=True)
class BlockQuote:
    """A block quotation. Its headings are not the page's."""

    blocks: tuple[Block, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Tag:
    """A Markdoc or GitBook tag, `{% name key="value" %}` or `{% endname %}`."""

    name: str
    attributes: tuple[tuple[str, str], ...]
    closing: bool
    line: int

    def get(self, key: str) -> str:
        """Return an attribute's value, or ""."""
        return dict(self.attributes).get(key, "")


@dataclass(frozen=True, slots=True)
class HtmlBlock:
    """Other markup: a comment, or a line of HTML or MDX tags."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class ThematicBreak:
    """A rule across the page."""

    line: int


Block = (
    Frontmatter
    | Heading
    | Paragraph
    | Fence
    | Table
    | ListBlock
    | BlockQuote
    | Tag
    | HtmlBlock
    | ThematicBreak
)


def flat(blocks: Iterable[Block], *, quotes: bool = True) -> Iterator[Block]:
    """Yield blocks in the order of the page, those inside lists (and quotes) too."""
    for block in blocks:
        yield block
        if isinstance(block, ListBlock):
            for item in block.items:
                yield from flat(item, quotes=quotes)
        elif isinstance(block, BlockQuote) and quotes:
            yield from flat(block.blocks, quotes=quotes)
