"""What documentation or a spec claims: flat, partial, each claim with its place.

A fragment or a client's IR yields complete facts, a page of tables partial ones.
*Unstated* is a value of its own and never contradicts anything, so that documentation
against spec, and old against new, are one comparison: facts against facts.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

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


@dataclass(frozen=True, slots=True)
class StatusFact:
    """A documented status. `example` is the documented reply's text, if any."""

    status: str
    place: Place
    code: str = ""
    description: str = ""
    example: str | None = None
    unsupported: str = ""


@dataclass(frozen=True, slots=True)
class OperationFacts:
    """Everything that one page (or spec) claims about one operation.

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


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What one page claims."""

    page: str
    kind: str
    title: str
    operations: tuple[OperationFacts, ...] = ()
