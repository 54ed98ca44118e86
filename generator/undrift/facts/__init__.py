"""What documentation or a spec states: flat, partial, each fact with its place.

A fragment or a client's IR yields complete facts, a page of tables partial ones.
*Unstated* is a value of its own and never contradicts anything, so that documentation
against spec, and old against new, are one comparison: facts against facts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import MISSING, dataclass, fields, replace
from enum import StrEnum
from typing import Any, Protocol, TypeVar, cast

from ..diagnostics import Place


class Stated(StrEnum):
    """What a page says about whether something is required."""

    YES = "yes"
    NO = "no"
    CONDITIONAL = "conditional"
    UNSTATED = "unstated"


@dataclass(frozen=True, slots=True)
class ValueFact:
    """A documented parameter, header, body field or response field.

    `name` is the wire name; nested fields are written `parent.child`, fields of list
    items `parent[].child`. `type` is the page's own normalised word (`string`,
    `integer`, `number`, `boolean`, `object`, `array`) or "" where unstated.
    `constraints` are `(keyword, value)` pairs in JSON Schema's words, such as
    `("minLength", "10")`.
    """

    name: str
    place: Place
    type: str = ""
    required: Stated = Stated.UNSTATED
    constraints: tuple[tuple[str, str], ...] = ()
    description: str = ""
    example: str | None = None
    unsupported: str = ""
    """Only in a spec: why it states this although no page does."""

    def merge(self, other: ValueFact) -> ValueFact:
        """Return this fact, with what it leaves unstated taken from another."""
        unstated = {
            field.name: getattr(other, field.name)
            for field in fields(self)
            if field.default is not MISSING
            and getattr(self, field.name) == field.default
        }
        return replace(self, **unstated)


@dataclass(frozen=True, slots=True)
class StatusFact:
    """A documented status. `example` is the documented reply's text, if any."""

    status: str
    place: Place
    code: str = ""
    description: str = ""
    example: str | None = None
    unsupported: str = ""


Fact = TypeVar("Fact", bound=ValueFact | StatusFact)


class FactChange(Protocol):
    """Makes another fact of a fact, whichever kind it is."""

    def __call__(self, fact: Fact, /) -> Fact:
        """Return the other fact."""
        ...


@dataclass(frozen=True, slots=True)
class OperationFacts:
    """Everything that one page (or spec) states about one operation.

    `path` stands after the origin, with `{name}` parameters; `servers` are URLs before
    it, empty where none is stated. `auth` are short words such as `bearer` or
    `header X-Processing-Key`, empty where unstated.
    """

    method: str
    path: str
    place: Place
    servers: tuple[str, ...] = ()
    auth: tuple[str, ...] = ()
    assumed_auth: tuple[str, ...] = ()
    """Only in a spec: what it says of authentication although no page does."""
    deprecated: bool = False
    headers: tuple[ValueFact, ...] = ()
    path_params: tuple[ValueFact, ...] = ()
    query_params: tuple[ValueFact, ...] = ()
    body_fields: tuple[ValueFact, ...] = ()
    response_fields: tuple[ValueFact, ...] = ()
    responses: tuple[StatusFact, ...] = ()
    errors: tuple[StatusFact, ...] = ()
    body_example: str | None = None
    body: str = ""
    """`none`, `empty-object` or `fields`; "" where unstated."""
    unsupported: str = ""

    @property
    def key(self) -> str:
        """Return `POST /invoices/{id}/cancel`."""
        return f"{self.method} {self.path}"

    @property
    def callable_servers(self) -> tuple[str, ...]:
        """Return the hosts that a client may call: no secrets travel in the open."""
        allowed = ("https://", "http://localhost", "http://127.0.0.1")
        return tuple(server for server in self.servers if server.startswith(allowed))

    def values(self) -> Iterator[tuple[str, tuple[ValueFact, ...]]]:
        """Yield what is sent and received, by where it is."""
        yield "header", self.headers
        yield "path", self.path_params
        yield "query", self.query_params
        yield "body", self.body_fields
        yield "response", self.response_fields

    def statuses(self) -> tuple[StatusFact, ...]:
        """Return the statuses of success, then those of errors."""
        return (*self.responses, *self.errors)

    def map_facts(self, change: FactChange) -> OperationFacts:
        """Return these facts with every value and status changed."""
        changed: dict[str, Any] = {
            member.name: _changed(getattr(self, member.name), change)
            for member in fields(self)
        }
        return replace(self, **changed)


def _changed(member: object, change: FactChange) -> object:
    """Return a member of an operation; whichever holds facts is found by itself."""
    if not isinstance(member, tuple):
        return member
    items = cast("tuple[object, ...]", member)
    return tuple(
        change(item) if isinstance(item, ValueFact | StatusFact) else item
        for item in items
    )


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What one page states."""

    page: str
    kind: str
    title: str
    operations: tuple[OperationFacts, ...] = ()
