"""What a page states of an operation, before it is known which one that is."""

from __future__ import annotations

from dataclasses import dataclass

from ...facts import StatusFact, ValueFact
from ..vocabulary.words import Concept
from .endpoints import RequestTarget
from .examples import JsonField
from .requests import ExampleRequest


@dataclass(frozen=True, slots=True)
class FieldStatement:
    """A row about one value, and where it travels."""

    line: int
    concept: Concept
    fact: ValueFact
    variant: int = 0
    """The line of the alternative that it belongs to: a body for each grant type."""
    inner: bool = False
    """Whether it is inside another field, so that it is no alternative's own."""


@dataclass(frozen=True, slots=True)
class StatusStatement:
    """A row about one status or error code."""

    line: int
    fact: StatusFact


@dataclass(frozen=True, slots=True)
class ResponseStatement:
    """An example of a reply; `status` is "" where the page names none."""

    line: int
    status: str
    text: str
    fields: tuple[JsonField, ...]


@dataclass(frozen=True, slots=True)
class BodyStatement:
    """An example of a request body."""

    line: int
    text: str
    fields: tuple[JsonField, ...] | None


@dataclass(frozen=True, slots=True)
class RequestStatement:
    """An example request."""

    line: int
    call: ExampleRequest


@dataclass(frozen=True, slots=True)
class AddressStatement:
    """A URL that stands alone, with example values in it."""

    line: int
    target: RequestTarget


@dataclass(frozen=True, slots=True)
class AuthStatement:
    """A line about authentication that names the scheme."""

    line: int
    scheme: str


@dataclass(frozen=True, slots=True)
class ResponseText:
    """What a section about the response says in words."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class NameText:
    """A sentence about one name, such as *The `{id}` is …*."""

    line: int
    name: str
    text: str


Statement = (
    FieldStatement
    | StatusStatement
    | ResponseStatement
    | BodyStatement
    | RequestStatement
    | AddressStatement
    | AuthStatement
    | ResponseText
    | NameText
)
