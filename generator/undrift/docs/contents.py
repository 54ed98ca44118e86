"""What a hand-written page documents, as facts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ..diagnostics import Diagnostic
from ..facts import OperationFacts, PageFacts
from .assembly.collection import statements_of
from .assembly.endpoint_conflicts import resolve_conflicts
from .assembly.operations import assemble_operations
from .assembly.stated_endpoints import stated_endpoints
from .dialects import DIALECTS, Description
from .fragments import Fragment, descriptions_in, fragments_in
from .statements.endpoints import Endpoint, StatedEndpoint
from .statements.statement import FieldStatement, RequestStatement, Statement
from .statements.tables import single_spaced
from .text.blocks import Block, Fence, Frontmatter, Heading
from .text.markdown import parse
from .text.page import PageText, line_breaks
from .text.rendered import refused
from .text.sections import Outline, sections_of
from .vocabulary.lookup import concept_of
from .vocabulary.words import DEPRECATED, Concept


def blocks_of(page: PageText) -> tuple[Block, ...]:
    """Return a page's blocks, in order."""
    return parse(page.text).blocks


def title_of(page: PageText) -> str:
    """Return a page's title: its first heading, else what its metadata say."""
    return _title(blocks_of(page))


def facts_of_page(page: PageText) -> tuple[PageFacts, tuple[Diagnostic, ...]]:
    """Return what a page documents, and what in it cannot be read as facts.

    A page with OpenAPI fragments yields no operations here: the document made of them
    says it all. What is wrong with a page as text is reported by `fragments_of`.
    """
    return _facts_in(page, blocks_of(page))


@dataclass(frozen=True, slots=True)
class Contents:
    """All that a page holds: fragments, or else facts, and what is wrong with it."""

    facts: PageFacts
    fragments: tuple[Fragment, ...]
    text_problems: tuple[Diagnostic, ...] = ()
    """What is wrong with the page as text, or with the fragments in it."""
    fact_problems: tuple[Diagnostic, ...] = ()
    """What cannot be read as facts."""
    blocks: tuple[Block, ...] = field(default=(), repr=False)

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        """Return everything that is wrong."""
        return (*self.text_problems, *self.fact_problems)


def contents_of(page: PageText) -> Contents:
    """Read a page once, whatever it holds."""
    parsed = parse(page.text)
    fragments, problems = fragments_in(page, parsed)
    facts, more = _facts_in(page, parsed.blocks)
    return Contents(facts, fragments, problems, more, parsed.blocks)


def _facts_in(
    page: PageText, blocks: tuple[Block, ...]
) -> tuple[PageFacts, tuple[Diagnostic, ...]]:
    title = _title(blocks)
    if refusal := refused(page):
        return PageFacts(page.file, refusal[0], title), (refusal[1],)
    described = tuple(descriptions_in(blocks))
    if described:
        kind = described[0][1].kind
        named = tuple(_named(page, described, kind))
        return PageFacts(page.file, kind, title, named), ()
    sections = tuple(s for s in sections_of(blocks) if s.concept is not Concept.OTHER)
    outline = Outline(line_breaks(page.text), blocks, sections)
    dialect = next(dialect for dialect in DIALECTS if dialect.recognises(outline))
    starts = dialect.endpoints(sections) or stated_endpoints(outline)
    stated = {s.endpoint.line: s.endpoint.method for s in starts if not s.listed}
    statements, problems = statements_of(page, sections, stated)
    metadata = outline.frontmatter.line if outline.frontmatter else 0
    starts, contradictions = resolve_conflicts(page, starts, metadata, statements)
    operations = assemble_operations(
        page, starts or _called(statements), statements, sections
    )
    if _is_deprecated(blocks, title):
        operations = tuple(map(_deprecated, operations))
    if not operations:
        return PageFacts(page.file, "prose", title), ()
    facts = PageFacts(page.file, dialect.kind, title, operations)
    return facts, (*contradictions, *problems)


def _title(blocks: tuple[Block, ...]) -> str:
    """Return the first top heading; then what the metadata say; then any heading."""
    headings = [
        (block.level, single_spaced(block.text.plain))
        for block in blocks
        if isinstance(block, Heading)
    ]
    first = blocks[0] if blocks else None
    named = first.get("title") if isinstance(first, Frontmatter) else ""
    top = [t for level, t in headings if level == 1 and not _is_trailer(t)]
    return next(
        (text for text in [*top[:1], named, *(t for _, t in headings)] if text), ""
    )


def _is_trailer(heading: str) -> bool:
    return concept_of(heading) is Concept.OTHER


def _named(
    page: PageText, described: Sequence[tuple[Fence, Description]], kind: str
) -> Iterator[OperationFacts]:
    """Yield what is named beside descriptions whose own text is not read."""
    for fence, description in described:
        call = description.named
        if description.is_openapi or description.kind != kind or call.webhook:
            continue
        if call.method and call.path:
            yield OperationFacts(call.method, call.path, page.place(fence.line))


def reason_left_out(kind: str) -> str:
    """Return why pages of a kind make no client, or "" where that depends."""
    return next(filter(None, (dialect.reason(kind) for dialect in DIALECTS)), "")


def _called(statements: tuple[Statement, ...]) -> tuple[StatedEndpoint, ...]:
    """Return the endpoint that the first example calls, where none is stated.

    A guide that calls one after the other and lists no fields documents none of them.
    """
    called = {
        (statement.call.method, statement.call.target.path)
        for statement in statements
        if isinstance(statement, RequestStatement)
    }
    if len(called) > 1 and not any(
        isinstance(statement, FieldStatement) for statement in statements
    ):
        return ()
    for statement in statements:
        if isinstance(statement, RequestStatement):
            call, target = statement.call, statement.call.target
            endpoint = Endpoint(call.method, target.path, call.line, target.server)
            return (StatedEndpoint(endpoint, call.line),)
    return ()


def _is_deprecated(blocks: tuple[Block, ...], title: str) -> bool:
    first = blocks[0] if blocks else None
    if isinstance(first, Frontmatter) and first.get("deprecated").casefold() == "true":
        return True
    return any(word in title.casefold() for word in DEPRECATED)


def _deprecated(operation: OperationFacts) -> OperationFacts:
    return replace(operation, deprecated=True)
