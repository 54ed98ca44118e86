"""What a value can be: a closed union of frozen types, recursion by declaration id.

Wire names only. Nothing here knows OpenAPI or Python text; `lower` makes these values
and `emit` prints them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import NewType

DeclarationId = NewType("DeclarationId", str)
"""The JSON pointer, in the effective document, of the schema that declares a type."""

Literal = str | int | bool | Decimal | None
"""A scalar as documents write it; numbers with a fraction are `Decimal`."""


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """Where a thing was documented: a JSON pointer in the effective document.

    File, line and column are looked up from it only when someone asks
    (`spec.Document.place`), because a large document has a million nodes and a run
    usually reports none.
    """

    pointer: str


class Kind(StrEnum):
    """The scalar kinds a client tells apart."""

    STRING = "string"
    INTEGER = "integer"
    DECIMAL = "decimal"
    """A number that must stay exact: `type: number` without a float format."""
    FLOAT = "float"
    BOOLEAN = "boolean"
    DATE = "date"
    DATE_TIME = "date-time"
    TIME = "time"
    UUID = "uuid"
    BYTES = "bytes"
    """Base64 text (`format: byte`, `contentEncoding: base64`)."""
    BINARY = "binary"
    """Raw octets: a file part or a whole body."""


class Wire(StrEnum):
    """How a decimal is written in JSON."""

    NUMBER = "number"
    STRING = "string"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class Constraints:
    """Documented limits; a client checks them only when it is asked to be strict."""

    minimum: int | Decimal | None = None
    maximum: int | Decimal | None = None
    exclusive_minimum: int | Decimal | None = None
    exclusive_maximum: int | Decimal | None = None
    multiple_of: int | Decimal | None = None
    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None
    min_items: int | None = None
    max_items: int | None = None
    unique_items: bool = False


NO_CONSTRAINTS = Constraints()


@dataclass(frozen=True, slots=True)
class Primitive:
    """A scalar. `format` is kept for people: text, facts and drift."""

    kind: Kind
    format: str = ""
    wire: Wire = Wire.NUMBER
    constraints: Constraints = NO_CONSTRAINTS


@dataclass(frozen=True, slots=True)
class AnyValue:
    """Anything at all: an empty schema, or none."""


@dataclass(frozen=True, slots=True)
class Ref:
    """A declaration, by id."""

    target: DeclarationId


@dataclass(frozen=True, slots=True)
class ListOf:
    """An array of one item type."""

    item: Type
    constraints: Constraints = NO_CONSTRAINTS


@dataclass(frozen=True, slots=True)
class MapOf:
    """An object whose keys are data."""

    value: Type


@dataclass(frozen=True, slots=True)
class Nullable:
    """The inner type, or null. Never nested, never around `AnyValue`."""

    inner: Type


@dataclass(frozen=True, slots=True)
class Discriminator:
    """The property that tells variants apart, and which value means which variant."""

    property: str
    tags: tuple[tuple[str, ...], ...]
    """The values that mean each variant, in the order of the variants."""


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of several types; the documents' oneOf and anyOf alike.

    Real documents say `oneOf` where every object matches every branch, so that
    exclusiveness cannot be enforced: the first variant that fits best is taken.
    """

    variants: tuple[Type, ...]
    discriminator: Discriminator | None = None


@dataclass(frozen=True, slots=True)
class Constant:
    """Exactly this value."""

    value: Literal


Type = Primitive | AnyValue | Ref | ListOf | MapOf | Nullable | OneOf | Constant


@dataclass(frozen=True, slots=True)
class Required:
    """The key is always there."""


@dataclass(frozen=True, slots=True)
class Omittable:
    """The key may be absent, which is not the same as null."""


@dataclass(frozen=True, slots=True)
class Default:
    """The key may be absent, and then the server takes this value (JSON text)."""

    json: str


Presence = Required | Omittable | Default


@dataclass(frozen=True, slots=True)
class Docs:
    """What the documentation says about a thing, as text; "" is unstated."""

    summary: str = ""
    description: str = ""
    deprecated: bool = False
    unconfirmed: str = ""
    """Why a spec says it although no page does."""
    question: str = ""
    """What a drafted spec leaves for a person to confirm."""

    @property
    def unsupported(self) -> str:
        """Return why no page has to support this, "" where one does."""
        return self.unconfirmed or self.question

    """Why this is not (yet) supported by a page: reason and source."""


NO_DOCS = Docs()


@dataclass(frozen=True, slots=True)
class Field:
    """One property of an object."""

    name: str
    type: Type
    presence: Presence
    origin: Origin
    docs: Docs = NO_DOCS
    read_only: bool = False
    write_only: bool = False
    example: str | None = None
    """A documented example of this property, as JSON text."""


class Extra(StrEnum):
    """What an object says about keys that it does not name."""

    UNSTATED = "unstated"
    ALLOWED = "allowed"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class ObjectType:
    """An object with named properties."""

    id: DeclarationId
    fields: tuple[Field, ...]
    origin: Origin
    docs: Docs = NO_DOCS
    title: str = ""
    """The schema's own title, a hint for naming what has no other name."""
    extra: Extra = Extra.UNSTATED
    extra_type: Type | None = None
    examples: tuple[Example, ...] = ()
    needs: tuple[tuple[str, ...], ...] = ()
    """Groups of optional properties of which one group has to be there."""


@dataclass(frozen=True, slots=True)
class EnumType:
    """Known values. Open: a server may add to them at any time."""

    id: DeclarationId
    values: tuple[Literal, ...]
    origin: Origin
    docs: Docs = NO_DOCS
    title: str = ""


@dataclass(frozen=True, slots=True)
class AliasType:
    """A named type that is neither an object nor an enum: a union, list or scalar."""

    id: DeclarationId
    target: Type
    origin: Origin
    docs: Docs = NO_DOCS
    title: str = ""


Declaration = ObjectType | EnumType | AliasType


@dataclass(frozen=True, slots=True)
class Example:
    """A documented example: JSON text where it is JSON, else the text itself."""

    name: str
    text: str
    is_json: bool
    origin: Origin
    summary: str = field(default="")
