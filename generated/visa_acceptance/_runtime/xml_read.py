# SPDX-License-Identifier: MIT-0
"""XML → JSON-like values, by the documented shape; `decode` then makes types of them.

Names are matched; namespaces tell apart what is called alike.
What is documented nowhere is kept: elements by their name, attributes as `@name`, text
as `#text`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import assert_never

from .deviation import Deviation, child
from .jsontext import Json
from .xml_shape import (
    XmlAnything,
    XmlChoice,
    XmlDocument,
    XmlList,
    XmlMap,
    XmlMember,
    XmlName,
    XmlObject,
    XmlRef,
    XmlScalar,
    XmlShape,
    XmlText,
)
from .xml_tree import XmlElement, XmlNames, is_nil, own_attributes, parse_xml

_INTEGER = re.compile(r"[+-]?[0-9]{1,4300}")
_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,9})?")
_BOOLEANS = {"true": True, "1": True, "false": False, "0": False}


def read_xml(
    content: bytes, charset: str, document: XmlDocument
) -> tuple[Json, tuple[Deviation, ...]]:
    """Return the JSON-like value of XML content, and what it says besides."""
    root = parse_xml(content, charset)
    reader = _Reader(document)
    if not _is_called(root, document.name):
        reader.note("", f"the element {document.name.local}", root)
    return reader.value(root, document.shape, ""), tuple(reader.noted)


def _is_called(element: XmlElement, name: XmlName) -> bool:
    return not name.local or element.names[1] == name.local


class _Members:
    """The members of one object by the names that they have in XML."""

    def __init__(self, found: XmlObject) -> None:
        self.found = found
        self.keys = frozenset(member.key for member in found.members)
        self.attributes: dict[str, list[tuple[str, XmlMember]]] = {}
        self.elements: dict[str, list[tuple[str, XmlMember]]] = {}
        self.text: XmlMember | None = None
        for member in found.members:
            name = member.name
            match member.node:
                case "attribute":
                    by_name = self.attributes
                case "element":
                    by_name = self.elements
                case "items":
                    by_name = self.elements
                    assert isinstance(member.shape, XmlList), "items are of a list"
                    name = member.shape.name
                case "text" | "cdata":
                    self.text = member
                    continue
                case _:
                    assert_never(member.node)
            by_name.setdefault(name.local, []).append((name.namespace, member))


def _named(
    by_name: dict[str, list[tuple[str, XmlMember]]], names: XmlNames
) -> XmlMember | None:
    """Return the member of a name; the namespace decides between several."""
    found = by_name.get(names[1])
    if not found:
        return None
    return next((m for namespace, m in found if namespace == names[0]), found[0][1])


@dataclass(slots=True)
class _Reader:
    """Reads one document."""

    document: XmlDocument
    noted: list[Deviation] = field(default_factory=list[Deviation])
    _known: dict[str, _Members] = field(default_factory=dict[str, _Members])

    def note(self, at: str, expected: str, element: XmlElement) -> None:
        """Note that another element is there than should be."""
        self.noted.append(Deviation(at, expected, f"element {element.names[1]}"))

    def value(self, element: XmlElement, shape: XmlShape, at: str) -> Json:
        """Return the value of an element."""
        if is_nil(element):
            return None
        match shape:
            case XmlText():
                return self._text(element, shape, at)
            case XmlAnything():
                return self._anything(element)
            case XmlRef(target):
                return self._object(element, self._members(target), at)
            case XmlList():
                self._text_aside(element, at)
                return self._items(element.children, shape, at)
            case XmlMap(inner):
                return self._map(element, inner, at)
            case XmlChoice():
                return self._choice(element, shape, at)
            case _:
                assert_never(shape)

    def _members(self, target: str) -> _Members:
        if target not in self._known:
            self._known[target] = _Members(self.document.objects[target])
        return self._known[target]

    def _text(self, element: XmlElement, shape: XmlText, at: str) -> Json:
        if element.children:
            return self._anything(element)
        for names, _ in own_attributes(element):
            self.noted.append(Deviation(at, "no attributes", f"attribute {names[1]}"))
        return _scalar(element.text, shape.kinds)

    def _items(self, elements: list[XmlElement], shape: XmlList, at: str) -> list[Json]:
        found: list[Json] = []
        for index, element in enumerate(elements):
            here = child(at, index)
            if not _is_called(element, shape.name):
                self.note(here, f"the element {shape.name.local}", element)
            found.append(self.value(element, shape.item, here))
        return found

    def _text_aside(self, element: XmlElement, at: str) -> None:
        """Note text and attributes where there is no place for them."""
        if element.text.strip():
            self.noted.append(Deviation(at, "elements only", "text"))
        for names, _ in own_attributes(element):
            self.noted.append(Deviation(at, "no attributes", f"attribute {names[1]}"))

    def _map(self, element: XmlElement, inner: XmlShape, at: str) -> Json:
        self._text_aside(element, at)
        return _gathered(
            (one.names[1], self.value(one, inner, child(at, one.names[1])))
            for one in element.children
        )

    def _object(self, element: XmlElement, members: _Members, at: str) -> Json:
        found: dict[str, Json] = {}
        several: dict[str, list[Json]] = {}
        for names, value in own_attributes(element):
            member = _named(members.attributes, names)
            if member is None:
                found[f"@{names[1]}"] = value
            else:
                found[member.key] = _attribute(value, member)
        for member in members.found.members:
            if member.node == "items" and member.required:
                found[member.key] = []
            elif member.node == "attribute" and member.required and member.nullable:
                # null and absence are the same for an attribute
                found.setdefault(member.key, None)
        for one in element.children:
            member = _named(members.elements, one.names)
            if member is None:
                key = _further(one.names, members)
                further = self.value(one, members.found.extra, child(at, key))
                several.setdefault(key, []).append(further)
            else:
                key = member.key
                if member.node == "items" and isinstance(member.shape, XmlList):
                    listed = found.setdefault(key, [])
                    assert isinstance(listed, list), "items are gathered in a list"
                    item = child(child(at, key), len(listed))
                    listed.append(self.value(one, member.shape.item, item))
                    continue
                read = self.value(one, member.shape, child(at, key))
                several.setdefault(key, []).append(read)
        for key, values in several.items():
            found[key] = values if len(values) > 1 else values[0]
        self._own_text(element, members, found)
        return found

    def _own_text(
        self, element: XmlElement, members: _Members, found: dict[str, Json]
    ) -> None:
        """Read the text of an object's element."""
        text, member = element.text, members.text
        if member is not None:
            content = text.strip() if element.children else text
            if content and isinstance(member.shape, XmlText):
                found[member.key] = _scalar(content, member.shape.kinds)
            elif not content and member.required:
                # no text and empty text are the same
                found[member.key] = None if member.nullable else ""
        elif text.strip():
            found["#text"] = text.strip()

    def _choice(self, element: XmlElement, shape: XmlChoice, at: str) -> Json:
        for tags, variant in shape.variants:
            if self._tag(element, shape.property, variant) in tags:
                read = self.value(element, variant, at)
                if isinstance(read, dict) and shape.property not in read:
                    # The variant does not declare what tells it from others.
                    self._take_tag(element, shape.property, read)
                return read
        if shape.otherwise is not None:
            return self.value(element, shape.otherwise, at)
        return self._anything(element)

    def _take_tag(self, element: XmlElement, key: str, read: dict[str, Json]) -> None:
        read.pop(f"@{key}", None)
        read[key] = _tag_of(element, key)

    def _tag(self, element: XmlElement, key: str, variant: XmlRef) -> str | None:
        for member in self.document.objects[variant.target].members:
            if member.key == key:
                name = member.name.local
                if member.node == "attribute":
                    return _attribute_named(element, name)
                return _tag_of(element, name)
        return _tag_of(element, key)

    def _anything(self, element: XmlElement) -> Json:
        """Return what is in an undescribed element."""
        if is_nil(element):
            return None
        attributes = [(f"@{n[1]}", v) for n, v in own_attributes(element)]
        if not element.children and not attributes:
            return element.text
        pairs: list[tuple[str, Json]] = [*attributes]
        pairs += [(one.names[1], self._anything(one)) for one in element.children]
        if element.text.strip():
            pairs.append(("#text", element.text.strip()))
        return _gathered(pairs)


def _tag_of(element: XmlElement, name: str) -> str | None:
    """Return the text of a child element, else of an attribute."""
    for one in element.children:
        if one.names[1] == name:
            return one.text.strip()
    return _attribute_named(element, name)


def _attribute_named(element: XmlElement, name: str) -> str | None:
    return next((v for n, v in own_attributes(element) if n[1] == name), None)


def _attribute(value: str, member: XmlMember) -> Json:
    """Return an attribute's value; a list's items are parted by blanks."""
    match member.shape:
        case XmlText(kinds):
            return _scalar(value, kinds)
        case XmlList(item=XmlText(kinds)):
            return [_scalar(one, kinds) for one in value.split()]
        case _:
            return value


def _further(names: XmlNames, members: _Members) -> str:
    """Return the key of an undocumented element, which is no documented member's."""
    return names[1] if names[1] not in members.keys else f"{{{names[0]}}}{names[1]}"


def _gathered(pairs: Iterable[tuple[str, Json]]) -> Json:
    """Return an object; what comes several times is a list."""
    several: dict[str, list[Json]] = {}
    for key, value in pairs:
        several.setdefault(key, []).append(value)
    return {
        key: values if len(values) > 1 else values[0] for key, values in several.items()
    }


def _scalar(text: str, kinds: tuple[XmlScalar, ...]) -> Json:
    """Return what a text stands for; the text itself if for none of these."""
    if "string" in kinds:
        return text
    trimmed = text.strip()
    if not trimmed:
        return None
    for kind in kinds:
        if kind == "boolean" and trimmed in _BOOLEANS:
            return _BOOLEANS[trimmed]
        if kind == "integer" and _INTEGER.fullmatch(trimmed):
            return int(trimmed)
        if kind == "number" and _NUMBER.fullmatch(trimmed):
            return _number(trimmed)
    return trimmed


def _number(text: str) -> Json:
    """Return an exact number as JSON's reader gives it."""
    return int(text) if _INTEGER.fullmatch(text) else Decimal(text)
