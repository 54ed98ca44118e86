"""Values as XML, as documents and contract tests show it.

Written here once more, apart from the runtime, because contract tests are to notice
when that is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from xml.sax.saxutils import escape

from ...ir import Client
from ...ir.xml import (
    ChoiceShape,
    ElementMembers,
    ElementShape,
    ListShape,
    MapShape,
    MemberShape,
    NodeKind,
    ObjectShape,
    OpenShape,
    QualifiedName,
    TextKind,
    TextShape,
    XmlRoot,
)
from ..examples.validate import JsonValue

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
_SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
_TEXT = {"\r": "&#13;"}
_ATTRIBUTE = {**_TEXT, '"': "&quot;", "\n": "&#10;", "\t": "&#9;"}


def expected_xml(client: Client, root: XmlRoot, value: JsonValue) -> str:
    """Return the document that a value is as XML."""
    # A list whose root nobody names is shown in one all the same.
    name = root.name if root.name.local else QualifiedName("root")
    tree = _Tree(client).tree(name, root.shape, value)
    declared: dict[str, str] = {}
    begin = len(f"<{tree.tag(declared)}")
    body = "".join(_printed(tree, "", declared))
    head, tail = body[:begin], body[begin:]
    spaces = "".join(f' xmlns:{p}="{_quoted(u)}"' for p, u in declared.items())
    return f"{_HEAD}{head}{spaces}{tail}"


@dataclass(slots=True)
class _Element:
    """An element before namespaces are declared; text is in `content`, escaped."""

    name: QualifiedName
    attributes: list[tuple[QualifiedName, str]] = field(
        default_factory=list[tuple[QualifiedName, str]]
    )
    content: list[_Element | str] = field(default_factory=list["_Element | str"])

    def tag(self, declared: dict[str, str]) -> str:
        """Return the name as it is written."""
        return _written(self.name, declared)


def _written(name: QualifiedName, declared: dict[str, str]) -> str:
    if not (name.prefix and name.namespace):
        return name.local
    prefix, number = name.prefix, 1
    while declared.setdefault(prefix, name.namespace) != name.namespace:
        number += 1
        prefix = f"{name.prefix}{number}"
    return f"{prefix}:{name.local}"


def _printed(element: _Element, around: str, declared: dict[str, str]) -> Iterator[str]:
    tag = element.tag(declared)
    yield f"<{tag}"
    own = element.name.namespace
    if own and not element.name.prefix and own != around:
        around = own
        yield f' xmlns="{_quoted(own)}"'
    for name, value in element.attributes:
        yield f' {_written(name, declared)}="{_quoted(value)}"'
    inner = [
        piece
        for part in element.content
        for piece in (
            [part] if isinstance(part, str) else _printed(part, around, declared)
        )
    ]
    content = "".join(inner)
    yield f">{content}</{tag}>" if content else "/>"


def _quoted(text: str) -> str:
    return escape(text, _ATTRIBUTE)


def _plain(value: JsonValue) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case Decimal():
            return format(value, "f")
        case list():
            return " ".join(map(_plain, value))
        case _:
            return str(value)


@dataclass(frozen=True, slots=True)
class _Tree:
    """Makes elements of values."""

    client: Client

    def tree(
        self, name: QualifiedName, shape: ElementShape, value: JsonValue
    ) -> _Element:
        """Return the element of a value."""
        found = _Element(name)
        if value is None:
            found.attributes.append(
                (QualifiedName("nil", _SCHEMA_INSTANCE, "xsi"), "true")
            )
            return found
        described = self.described(shape, value)
        if described is not None and isinstance(value, dict):
            self._fill(found, described, value)
        else:
            found.content = list(self._inside(shape, value))
        return found

    def described(self, shape: ElementShape, value: JsonValue) -> ElementMembers | None:
        """Return the object that a shape stands for, given the value."""
        match shape:
            case ObjectShape(target):
                return self.client.xml_objects[target]
            case ChoiceShape(key, variants, otherwise) if isinstance(value, dict):
                chosen = [v for tags, v in variants if value.get(key) in tags]
                for variant in chosen[:1]:
                    found = self.client.xml_objects[variant.target]
                    if any(member.key == key for member in found.members):
                        return found
                    tag = MemberShape(
                        key, NodeKind.ELEMENT, QualifiedName(key), TextShape()
                    )
                    return ElementMembers((tag, *found.members), found.extra)
                if otherwise is not None:
                    return self.client.xml_objects[otherwise.target]
        return None

    def _fill(
        self, element: _Element, described: ElementMembers, value: dict[str, JsonValue]
    ) -> None:
        for member in described.members:
            if member.key not in value:
                continue
            given = value[member.key]
            match member.node:
                case NodeKind.ELEMENT:
                    element.content.append(self.tree(member.name, member.shape, given))
                case NodeKind.ITEMS:
                    if given is not None:
                        element.content += self._inside(member.shape, given)
                case NodeKind.ATTRIBUTE:
                    if given is not None:
                        element.attributes.append((member.name, _plain(given)))
                case NodeKind.TEXT:
                    element.content.append(escape(_plain(given), _TEXT))
                case NodeKind.CDATA:
                    element.content.append(_cdata(_plain(given)))
        known = {member.key for member in described.members}
        for key, given in value.items():
            if key not in known:
                element.content += self._named(key, described.extra, given)

    def _inside(
        self, shape: ElementShape, value: JsonValue
    ) -> Iterator[_Element | str]:
        match shape, value:
            case ListShape(name, item), list():
                named = name if name.local else QualifiedName("item")
                for one in value:
                    yield self.tree(named, item, one)
            case MapShape(inner), dict():
                for key, one in value.items():
                    yield from self._named(key, inner, one)
            case _, dict():
                for key, one in value.items():
                    yield from self._named(key, OpenShape(), one)
            case _:
                yield escape(_plain(value), _TEXT)

    def _named(
        self, key: str, shape: ElementShape, value: JsonValue
    ) -> Iterator[_Element]:
        several = isinstance(value, list) and not isinstance(shape, ListShape)
        for one in value if several and isinstance(value, list) else [value]:
            yield self.tree(QualifiedName(key), shape, one)


def as_xml_says(client: Client, shape: ElementShape, value: JsonValue) -> JsonValue:
    """Return what a value is after it stood in XML, which knows fewer kinds of it."""
    match shape, value:
        case _, None:
            return None
        case OpenShape(), _:
            return value if isinstance(value, str) else "text"
        case TextShape(kinds), _ if TextKind.STRING in kinds:
            return _plain(value)
        case ListShape(_, item), list():
            return [as_xml_says(client, item, one) for one in value]
        case MapShape(inner), dict():
            return {key: as_xml_says(client, inner, one) for key, one in value.items()}
        case (ObjectShape() | ChoiceShape()), dict():
            described = _Tree(client).described(shape, value)
            return value if described is None else _said(client, described, value)
        case _:
            return value


def _said(
    client: Client, described: ElementMembers, value: dict[str, JsonValue]
) -> dict[str, JsonValue]:
    members = {member.key: member for member in described.members}
    found: dict[str, JsonValue] = {}
    for key, given in value.items():
        member = members.get(key)
        if member is None:
            found[key] = as_xml_says(client, described.extra, given)
            continue
        in_text = member.node in {NodeKind.TEXT, NodeKind.CDATA}
        unsaid = given is None and member.node is not NodeKind.ELEMENT
        unsaid = unsaid or (in_text and given == "")
        if member.node is NodeKind.ITEMS and given in (None, []):
            if member.required:
                found[key] = []
        elif not unsaid or member.required:
            found[key] = as_xml_says(client, member.shape, given)
    return found


def _cdata(text: str) -> str:
    if not text or "\r" in text:
        return escape(text, _TEXT)
    return f"<![CDATA[{text.replace(']]>', ']]]]><![CDATA[>')}]]>"
