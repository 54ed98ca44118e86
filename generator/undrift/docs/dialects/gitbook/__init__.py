"""GitBook: tags for tabs, hints and whole operations.

On pages written by hand the method and the URL may each have a heading of their own,
in any language.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....diagnostics import Diagnostic
from ....facts import StatusFact
from ...statements.endpoint_headings import endpoints_in_headings
from ...statements.endpoints import Endpoint, StatedEndpoint
from ...text.blocks import Block, Tag
from ...text.page import PageText, excerpt
from ...text.sections import Outline, Section
from ..protocol import Dialect, DialectField
from .swagger import operation_of, parameter_of, status_of

_TAGS = frozenset(("hint", "content-ref", "stepper", "code", "embed"))
_SPECS = frozenset(("openapi", "openapi-operation", "swagger"))
_TRAILER = "Agent Instructions: Querying This Documentation"


class GitBook(Dialect):
    """GitBook."""

    kind = "gitbook"

    def recognises(self, outline: Outline) -> bool:
        """Return whether GitBook made this page."""
        return _TRAILER in outline.text or any(
            isinstance(block, Tag) and _is_own(block) for block in outline.blocks
        )

    def endpoints(self, sections: Sequence[Section]) -> tuple[StatedEndpoint, ...]:
        """Pair each heading of a method with the next one of a URL."""
        return tuple(endpoints_in_headings(sections))

    def endpoint_of_tag(self, tag: Tag) -> Endpoint | None:
        """Read `{% swagger %}`."""
        return operation_of(tag)

    def fields(self, page: PageText, blocks: Sequence[Block]) -> Iterator[DialectField]:
        """Read `{% swagger-parameter %}`."""
        for number, block in enumerate(blocks):
            if isinstance(block, Tag) and (parameter := parameter_of(page, block)):
                yield number, *parameter

    def status_of_tag(self, page: PageText, tag: Tag) -> StatusFact | None:
        """Read `{% swagger-response %}`."""
        return status_of(page, tag)

    def title_of_tag(self, tag: Tag) -> str:
        """Return a tab's title."""
        return tag.get("title")

    def problems_of_tag(self, page: PageText, tag: Tag) -> Iterator[Diagnostic]:
        """Report tags that only name a spec, which the page does not hold."""
        if tag.name not in _SPECS or tag.closing:
            return
        source = tag.get("src") or tag.get("spec")
        if not source and tag.get("baseUrl"):
            return  # It holds the operation itself.
        message = f"the page only refers to a spec kept elsewhere: {excerpt(source)}"
        hint = "fetch the published page, which holds the spec, or give the spec itself"
        yield Diagnostic("UD024", message, page.place(tag.line), hint)


def _is_own(tag: Tag) -> bool:
    """Return whether a tag is not Markdoc's, whose tabs have a `label`."""
    return tag.name in _TAGS or (tag.name == "tab" and bool(tag.get("title")))
