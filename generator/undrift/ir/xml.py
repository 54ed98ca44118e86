"""How values stand in XML: elements, attributes and text (OpenAPI 3.2, XML Object).

A shape says how one value is written, whatever its Python type; objects refer to each
other by key, because schemas refer to themselves.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class QualifiedName:
    """A name of an element or attribute; "" is any name, which can only be read."""

    local: str
    namespace: str = ""
    prefix: str = ""


class TextKind(StrEnum):
    """What text stands for."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"


@dataclass(frozen=True, slots=True)
class TextShape:
    """Text that stands for one of these, the first that it can be."""

    kinds: tuple[TextKind, ...] = (TextKind.STRING,)


@dataclass(frozen=True, slots=True)
class OpenShape:
    """Undescribed: elements are members, text is a string."""


@dataclass(frozen=True, slots=True)
class ObjectShape:
    """An object by its key in `Client.xml_objects`."""

    target: str


@dataclass(frozen=True, slots=True)
class ListShape:
    """Elements one after the other."""

    name: QualifiedName
    item: ElementShape


@dataclass(frozen=True, slots=True)
class MapShape:
    """An element for each key."""

    value: ElementShape


@dataclass(frozen=True, slots=True)
class ChoiceShape:
    """One of several objects: `property` says which, by each variant's tags."""

    property: str
    variants: tuple[tuple[tuple[str, ...], ObjectShape], ...]
    otherwise: ObjectShape | None = None
    """What it is where no tag says: the parent of subtypes."""


ElementShape = TextShape | OpenShape | ObjectShape | ListShape | MapShape | ChoiceShape


class NodeKind(StrEnum):
    """What a member of an object becomes."""

    ELEMENT = "element"
    ATTRIBUTE = "attribute"
    TEXT = "text"
    CDATA = "cdata"
    ITEMS = "items"
    """The items of a list, without an element around them."""


@dataclass(frozen=True, slots=True)
class MemberShape:
    """One property of an object, and where it stands."""

    key: str
    node: NodeKind
    name: QualifiedName
    shape: ElementShape
    required: bool = False
    nullable: bool = False


@dataclass(frozen=True, slots=True)
class ElementMembers:
    """An object: its members, and what further elements hold."""

    members: tuple[MemberShape, ...]
    extra: ElementShape = OpenShape()


@dataclass(frozen=True, slots=True)
class XmlRoot:
    """A whole document."""

    name: QualifiedName
    shape: ElementShape
