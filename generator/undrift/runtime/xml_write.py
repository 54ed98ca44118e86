# SPDX-License-Identifier: MIT-0
"""JSON-like values → XML, by the documented shape.

Namespaces with a prefix are declared on the root element, those without where they
begin.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import assert_never

from . import jsontext
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
    XmlShape,
    XmlText,
)
from .xml_tree import MAX_XML_DEPTH, XSI, XmlTextError

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'

_FORBIDDEN = re.compile(
    "[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)  # XML 1.0, production 2
_TAG = re.compile(r"<[^ />]+")
_NAME = re.compile(r"[^\W\d][\w.\-]*")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_QUOTED = _ESCAPES | str.maketrans({'"': "&quot;", "\n": "&#10;", "\t": "&#9;"})

_NIL = XmlName("nil", XSI, "xsi")


def write_xml(value: Json, document: XmlDocument) -> bytes:
    """Return a value as a document in UTF-8."""
    writer = _Writer(document)
    content = "".join(writer.element(document.name, document.shape, value, "", 0))
    # Only now it is known which prefixes the root has to declare.
    declared = "".join(
        f' xmlns:{prefix}="{_escaped(uri, _QUOTED)}"'
        for prefix, uri in writer.prefixes.items()
    )
    tag = _TAG.match(content)
    assert tag is not None, "a document begins with its root"
    end = tag.end()
    return f"{_DECLARATION}{content[:end]}{declared}{content[end:]}".encode()


@dataclass(slots=True)
class _Writer:
    document: XmlDocument
    prefixes: dict[str, str] = field(default_factory=dict[str, str])

    def element(
        self, name: XmlName, shape: XmlShape, value: Json, default: str, depth: int
    ) -> Iterator[str]:
        """Yield an element; `default` is the namespace without prefix around it."""
        if depth == MAX_XML_DEPTH:
            raise XmlTextError(f"a value nests deeper than {MAX_XML_DEPTH} levels")
        tag = self._qualified(name)
        attributes: list[str] = []
        if name.namespace and not name.prefix and name.namespace != default:
            default = name.namespace
            attributes.append(f' xmlns="{_escaped(default, _QUOTED)}"')
        if value is None:
            attributes.append(f' {self._qualified(_NIL)}="true"')
            yield f"<{tag}{''.join(attributes)}/>"
            return
        found = self._chosen(shape, value)
        content: list[str] = []
        if isinstance(found, XmlObject) and isinstance(value, dict):
            attributes += self._attributes(found, value)
            content += self._members(found, value, default, depth + 1)
        else:
            content += self._content(shape, value, default, depth + 1)
        inner = "".join(content)
        yield f"<{tag}{''.join(attributes)}"
        yield f">{inner}</{tag}>" if inner else "/>"

    def _chosen(self, shape: XmlShape, value: Json) -> XmlObject | None:
        """Return the object that a shape stands for, given the value."""
        match shape:
            case XmlRef(target):
                return self.document.objects[target]
            case XmlChoice(key, variants, otherwise) if isinstance(value, dict):
                tag = value.get(key)
                for tags, variant in variants:
                    if tag in tags:
                        return self._tagged(self.document.objects[variant.target], key)
                if otherwise is not None:
                    return self.document.objects[otherwise.target]
            case _:
                pass
        return None

    def _tagged(self, found: XmlObject, key: str) -> XmlObject:
        """Return an object that has the member by which it is told from others."""
        if any(member.key == key for member in found.members):
            return found
        tag = XmlMember(key, "element", XmlName(key), XmlText())
        return XmlObject((tag, *found.members), found.extra)

    def _attributes(self, found: XmlObject, value: dict[str, Json]) -> Iterator[str]:
        for member in found.members:
            given = value.get(member.key)
            if member.node != "attribute" or given is None:
                continue
            items = given if isinstance(given, list) else [given]
            text = " ".join(map(_scalar_text, items))
            yield f' {self._qualified(member.name)}="{_escaped(text, _QUOTED)}"'

    def _members(
        self, found: XmlObject, value: dict[str, Json], default: str, depth: int
    ) -> Iterator[str]:
        known: set[str] = set()
        for member in found.members:
            known.add(member.key)
            if member.key in value:
                yield from self._member(member, value[member.key], default, depth)
        for key, given in value.items():
            if key not in known:
                yield from self._further(key, found.extra, given, default, depth)

    def _member(
        self, member: XmlMember, given: Json, default: str, depth: int
    ) -> Iterator[str]:
        match member.node:
            case "attribute":
                return
            case "element":
                yield from self.element(
                    member.name, member.shape, given, default, depth
                )
            case "items":
                if given is not None:
                    yield from self._content(member.shape, given, default, depth)
            case "text":
                if given is not None:
                    yield _escaped(_scalar_text(given), _ESCAPES)
            case "cdata":
                if given is not None:
                    yield _cdata(_scalar_text(given))
            case _:
                assert_never(member.node)

    def _further(
        self, key: str, shape: XmlShape, given: Json, default: str, depth: int
    ) -> Iterator[str]:
        name = XmlName(_checked_name(key))
        # A member that came several times was read as a list.
        repeated = isinstance(given, list) and not isinstance(shape, XmlList)
        for one in given if isinstance(given, list) and repeated else [given]:
            yield from self.element(name, shape, one, default, depth)

    def _content(
        self, shape: XmlShape, value: Json, default: str, depth: int
    ) -> Iterator[str]:
        """Yield what is inside an element of a value that is no described object."""
        match shape, value:
            case XmlList(name, item), list():
                for one in value:
                    yield from self.element(name, item, one, default, depth)
            case XmlMap(inner), dict():
                for key, one in value.items():
                    yield from self._further(key, inner, one, default, depth)
            case (
                XmlAnything() | XmlRef() | XmlChoice() | XmlMap() | XmlText()
            ), dict():
                for key, one in value.items():
                    yield from self._further(key, XmlAnything(), one, default, depth)
            case _, list():
                raise XmlTextError("a list stands where XML has no place for one")
            case _, dict():
                raise XmlTextError("an object stands where XML has no place for one")
            case _:
                yield _escaped(_scalar_text(value), _ESCAPES)

    def _qualified(self, name: XmlName) -> str:
        """Return a name as it is written; its prefix will be declared."""
        local = _checked_name(name.local)
        if not name.prefix or not name.namespace:
            return local
        prefix = name.prefix
        number = 1
        while self.prefixes.setdefault(prefix, name.namespace) != name.namespace:
            # The same prefix for another namespace: one of them needs another one.
            number += 1
            prefix = f"{name.prefix}{number}"
        return f"{prefix}:{local}"


def _checked_name(name: str) -> str:
    if not _NAME.fullmatch(name):
        raise XmlTextError("a key cannot be the name of an XML element")
    return name


def _scalar_text(value: Json) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case str():
            return value
        case int() | float() | Decimal():
            return jsontext.number_text(value)
        case list() | dict():
            raise XmlTextError("a list or an object stands where XML has text only")


def _escaped(text: str, escapes: dict[int, str]) -> str:
    if _FORBIDDEN.search(text):
        raise XmlTextError("a string holds a character that XML does not allow")
    return text.translate(escapes)


def _cdata(text: str) -> str:
    """Return a CDATA section; carriage returns survive in plain text only."""
    if "\r" in text or not text:
        return _escaped(text, _ESCAPES)
    _escaped(text, {})
    return f"<![CDATA[{text.replace(']]>', ']]]]><![CDATA[>')}]]>"
