"""What a page claims of an operation, before it is known which one that is."""

from __future__ import annotations

from dataclasses import dataclass

from ..facts import StatusFact, ValueFact
from .calls import Call
from .endpoints import Target
from .examples import JsonField
from .words import Concept


@dataclass(frozen=True, slots=True)
class FieldClaim:
    """A row about one value, and where it travels."""

    line: int
    concept: Concept
    fact: ValueFact
    variant: int = 0
    """The line of the alternative that it belongs to: a body for each grant type."""
    inner: bool = False
    """Whether it is inside another field, so that it is no alternative's own."""


@dataclass(frozen=True, slots=True)
class StatusClaim:
    """A row about one status or error code."""

    line: int
    fact: StatusFact


@dataclass(frozen=True, slots=True)
class ReplyClaim:
    """An example of a reply; `status` is "" where the page names none."""

    line: int
    status: str
    text: str
    fields: tuple[JsonField, ...]


@dataclass(frozen=True, slots=True)
class BodyClaim:
    """An example of a request body."""

    line: int
    text: str
    fields: tuple[JsonField, ...] | None


@dataclass(frozen=True, slots=True)
class CallClaim:
    """An example request."""

    line: int
    call: Call


@dataclass(frozen=True, slots=True)
class UrlClaim:
    """A URL that stands alone, with example values in it."""

    line: int
    target: Target


@dataclass(frozen=True, slots=True)
class AuthClaim:
    """A line about authentication that names the scheme."""

    line: int
    scheme: str


@dataclass(frozen=True, slots=True)
class ReplyText:
    """What a section about the response says in words."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class NameText:
    """A sentence about one name, such as *The `{id}` is …*."""

    line: int
    name: str
    text: str


Claim = (
    FieldClaim
    | StatusClaim
    | ReplyClaim
    | BodyClaim
    | CallClaim
    | UrlClaim
    | AuthClaim
    | ReplyText
    | NameText
)
