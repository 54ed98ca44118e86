"""A page as sections, each knowing what its heading announces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ..vocabulary.lookup import concept_of
from ..vocabulary.words import Concept
from .blocks import Block, BlockQuote, Frontmatter, Heading, Paragraph, Text, flat


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it, up to the next heading of any level.

    `announced` is what this heading itself says, `concept` that in the light of the
    headings above: a *Body* under *Response* is a response.
    """

    title: str
    level: int
    line: int
    announced: Concept | None
    concept: Concept | None
    blocks: tuple[Block, ...]
    source: str = ""
    """The title with its code marked by backticks."""
    parent: int = 0
    """The line of the heading that this one stands below, or 0."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A page's text, blocks and sections, without those that are no documentation."""

    text: str
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]

    @property
    def frontmatter(self) -> Frontmatter | None:
        """Return the page's metadata, if it has any."""
        first = self.blocks[0] if self.blocks else None
        return first if isinstance(first, Frontmatter) else None


@dataclass(slots=True)
class _Open:
    title: str = ""
    level: int = 0
    line: int = 0
    announced: Concept | None = None
    concept: Concept | None = None
    source: str = ""
    parent: int = 0
    blocks: list[Block] = field(default_factory=list[Block])

    def close(self) -> Section:
        return Section(
            self.title,
            self.level,
            self.line,
            self.announced,
            self.concept,
            tuple(self.blocks),
            self.source,
            self.parent,
        )


def sections_of(blocks: Iterable[Block]) -> tuple[Section, ...]:
    """Split a page at its headings; quotations stay out, lists are opened."""
    return tuple(section.close() for section in _split(blocks))


def _split(blocks: Iterable[Block]) -> Iterator[_Open]:
    above: list[_Open] = []
    current = _Open()
    titled = False
    for block in flat(blocks, quotes=False):
        if not isinstance(block, Heading):
            if not isinstance(block, BlockQuote):
                current.blocks.append(block)
            elif label := _quoted_label(block):
                current.blocks.append(label)
            continue
        yield current
        while above and above[-1].level >= block.level:
            above.pop()
        inherited = above[-1].concept if above else None
        title = block.text.plain
        # The page's own title is a name: "Request a refund" announces no request.
        named = block.level == 1 and not titled
        titled = titled or named
        announced = None if named else concept_of(title)
        concept = within(announced, inherited)
        parent = above[-1].line if above else 0
        current = _Open(
            title,
            block.level,
            block.line,
            announced,
            concept,
            marked(block.text),
            parent,
        )
        above.append(current)
    yield current


def _quoted_label(quote: BlockQuote) -> Paragraph | None:
    """Return the line of a quotation that announces what follows: `> Response:`."""
    match quote.blocks:
        case (Paragraph() as label,) if label.text.plain.endswith(":"):
            return label if "\n" not in label.text.plain else None
        case _:
            return None


def marked(text: Text) -> str:
    """Return text with its code in backticks again."""
    return "".join(f"`{s.text.strip()}`" if s.code else s.text for s in text.spans)


def within(announced: Concept | None, outer: Concept | None) -> Concept | None:
    """Return what a heading or label means inside something else."""
    match outer, announced:
        case _, None:
            return outer
        case Concept.OTHER, _:
            return Concept.OTHER
        case (
            Concept.RESPONSE | Concept.ERRORS,
            Concept.ENDPOINT | Concept.URL | Concept.METHOD,
        ):
            return outer
        case Concept.RESPONSE, Concept.HEADERS:
            return Concept.OTHER
        case Concept.RESPONSE, Concept.BODY | Concept.PARAMETERS:
            return Concept.RESPONSE
        case Concept.ERRORS, Concept.BODY | Concept.PARAMETERS | Concept.RESPONSE:
            return Concept.ERRORS
        case _:
            return announced
