"""What a dialect of pages may know; whatever it does not know is left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ...diagnostics import Diagnostic
from ...facts import StatusFact, ValueFact
from ..statements.endpoints import Endpoint, StatedEndpoint
from ..text.blocks import Block, Fence, Frontmatter, Tag
from ..text.page import PageText
from ..text.sections import Outline, Section
from ..vocabulary.words import Concept


@dataclass(frozen=True, slots=True)
class Candidate:
    """A fence of YAML or JSON, which may describe operations.

    `section` is the heading it stands under, `keys` those of its own first level.
    """

    fence: Fence
    section: str
    keys: frozenset[str]

    @property
    def is_openapi(self) -> bool:
        """Return whether the text says itself that it is OpenAPI."""
        return bool(
            self.keys & {"openapi", "swagger"}
            and self.keys & {"paths", "components", "webhooks"}
        )


@dataclass(frozen=True, slots=True)
class NamedCall:
    """What is said beside a description: the spec it is taken from, and for which call.

    `method` is in capitals; what is not named is "".
    """

    spec_file: str = ""
    webhook: bool = False
    method: str = ""
    path: str = ""


@dataclass(frozen=True, slots=True)
class Description:
    """What a dialect takes a fence for. `kind` is what its page is called.

    `is_openapi` is false where the text is in another language, `problem` then says
    what is wrong with that, and the hint what helps.
    """

    kind: str
    named: NamedCall = field(default_factory=NamedCall)
    is_openapi: bool = True
    problem: tuple[str, str] | None = None


DialectField = tuple[int, Concept, ValueFact]
"""A field, the number of the block that tells it, and where its value travels."""


class Dialect:
    """One way of writing pages.

    Pages mix dialects: each is asked about every tag, fence, component and metadata.
    A page is of the kind of the first that recognises it, which may also state
    endpoints in a form of its own.
    """

    kind: str
    """What a page written by hand in this dialect is called."""

    def recognises(self, outline: Outline) -> bool:
        """Return whether a page is written by hand in this dialect."""
        return False

    def endpoints(self, sections: Sequence[Section]) -> tuple[StatedEndpoint, ...]:
        """Return endpoints that are stated in a form of its own.

        Where there are none, the forms that all pages share are read.
        """
        return ()

    def endpoint_of_tag(self, tag: Tag) -> Endpoint | None:
        """Return the endpoint that a tag states."""
        return None

    def call_in_metadata(self, front: Frontmatter) -> tuple[str, str, str] | None:
        """Return the key that names a call in the metadata, its method and path."""
        return None

    def fields(self, page: PageText, blocks: Sequence[Block]) -> Iterator[DialectField]:
        """Yield the fields that tags or components of a section tell."""
        yield from ()

    def status_of_tag(self, page: PageText, tag: Tag) -> StatusFact | None:
        """Return the status that a tag is about; what follows is its example."""
        return None

    def title_of_tag(self, tag: Tag) -> str:
        """Return what a tag calls what stands inside it, or ""."""
        return ""

    def described(self, candidate: Candidate) -> Description | None:
        """Return what a fence is, if it describes operations in a language for it."""
        return None

    def problems_of_tag(self, page: PageText, tag: Tag) -> Iterator[Diagnostic]:
        """Yield what a tag promises that the page does not hold."""
        yield from ()

    def reason(self, kind: str) -> str:
        """Return why pages of a kind make no client, or ""."""
        return ""
