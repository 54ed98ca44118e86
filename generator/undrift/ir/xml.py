"""How values stand in XML: elements, attributes and text (OpenAPI 3.2, XML Object).

A shape says how one value is written, whatever its Python type; objects refer to each
other by key, because schemas refer to themselves.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class XmlName:
    """A name of an element or attribute; "" is any name, which can only be read."""

    local: str
    namespace: str = ""
    prefix: str = ""


class XmlScalar(StrEnum):
    """What text stands for."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"


@dataclass(frozen=True, slots=True)
class XmlText:
    """Text that stands for one of these, the first that it can be."""

    kinds: tuple[XmlScalar, ...] = (XmlScalar.STRING,)


@dataclass(frozen=True, slots=True)
class XmlAnything:
    """Undescribed: elements are members, text is a string."""


@dataclass(frozen=True, slots=True)
class XmlRef:
    """An object by its key in `Client.xml_objects`."""

    target: str


@dataclass(frozen=True, slots=True)
class XmlList:
    """Elements one after the other."""

    name: XmlName
    item: XmlShape


@dataclass(frozen=True, slots=True)
class XmlMap:
    """An element for each key."""

    value: XmlShape


@dataclass(frozen=True, slots=True)
class XmlChoice:
    """One of several objects: `property` says which, by each variant's tags."""

    property: str
    variants: tuple[tuple[tuple[str, ...], XmlRef], ...]


XmlShape = XmlText | XmlAnything | XmlRef | XmlList | XmlMap | XmlChoice


class XmlNode(StrEnum):
    """What a member of an object becomes."""

    ELEMENT = "element"
    ATTRIBUTE = "attribute"
    TEXT = "text"
    CDATA = "cdata"
    ITEMS = "items"
    """The items of a list, without an element around them."""


@dataclass(frozen=True, slots=True)
class XmlMember:
    """One property of an object, and where it stands."""

    key: str
    node: XmlNode
    name: XmlName
    shape: XmlShape
    required: bool = False
    nullable: bool = False


@dataclass(frozen=True, slots=True)
class XmlObject:
    """An object: its members, and what further elements hold."""

    members: tuple[XmlMember, ...]
    extra: XmlShape = XmlAnything()


@dataclass(frozen=True, slots=True)
class XmlRoot:
    """A whole document."""

    name: XmlName
    shape: XmlShape
