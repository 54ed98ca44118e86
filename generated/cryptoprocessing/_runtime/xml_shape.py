# SPDX-License-Identifier: MIT-0
"""How values stand in XML, as descriptors say it: elements, attributes and text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

XmlScalar = Literal["string", "integer", "number", "boolean"]

XmlNode = Literal["element", "attribute", "text", "cdata", "items"]
"""What a member becomes; `items` are a list's elements, with nothing around them."""


@dataclass(frozen=True, slots=True)
class XmlName:
    """A name of an element or attribute; "" is any, which can only be read."""

    local: str
    namespace: str = ""
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class XmlText:
    """Text that stands for one of `kinds`, the first that it can be."""

    kinds: tuple[XmlScalar, ...] = ("string",)


@dataclass(frozen=True, slots=True)
class XmlAnything:
    """Undescribed: elements are members, text is a string."""


@dataclass(frozen=True, slots=True)
class XmlRef:
    """An object by its key in `XmlDocument.objects`."""

    target: str


@dataclass(frozen=True, slots=True)
class XmlList:
    """Elements one after the other, of this name each."""

    name: XmlName
    item: XmlShape


@dataclass(frozen=True, slots=True)
class XmlMap:
    """An element for each key."""

    value: XmlShape


@dataclass(frozen=True, slots=True)
class XmlChoice:
    """One of several objects: `property` says which, by the tags of each."""

    property: str
    variants: tuple[tuple[tuple[str, ...], XmlRef], ...]
    otherwise: XmlRef | None = None
    """What it is where no tag says: the parent of subtypes."""


XmlShape = XmlText | XmlAnything | XmlRef | XmlList | XmlMap | XmlChoice


@dataclass(frozen=True, slots=True)
class XmlMember:
    """One member of an object: `key` is its name in JSON, and in types."""

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
class XmlDocument:
    """A whole document: the root element, and the objects that it leads to."""

    name: XmlName
    shape: XmlShape
    objects: Mapping[str, XmlObject]
