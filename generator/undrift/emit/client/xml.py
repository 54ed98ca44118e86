"""How values stand in XML → descriptors, and the module that holds what they share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import assert_never

from ...ir import Client
from ...ir.media import xml_roots
from ...ir.xml import (
    ChoiceShape,
    ElementMembers,
    ElementShape,
    ListShape,
    MapShape,
    MemberShape,
    ObjectShape,
    OpenShape,
    QualifiedName,
    TextKind,
    TextShape,
    XmlRoot,
)
from ..code import Code, docstring, items_tuple, join, string
from ..imports import Imports


@dataclass(frozen=True, slots=True)
class XmlObjectView:
    """One entry of the table."""

    key: Code
    value: Code


@dataclass(frozen=True, slots=True)
class XmlModuleView:
    """`_xml.py`."""

    doc: Code
    imports: tuple[Code, ...]
    objects: tuple[XmlObjectView, ...]


def xml_module(client: Client, title: str) -> XmlModuleView:
    """Return the view of the module that says how objects stand in XML."""
    imports = Imports()
    imports.name("__future__", "annotations")
    imports.name("collections.abc", "Mapping")
    imports.name("typing", "Final")
    keys = xml_keys(client)
    printer = _Printer(lambda name: imports.name("._runtime", name), keys)
    printer.make("XmlObject")
    views = tuple(
        XmlObjectView(string(key), printer.object(client.xml_objects[target]))
        for target, key in sorted(keys.items(), key=lambda pair: pair[1])
    )
    about = f"How objects of the {title} client stand in XML."
    return XmlModuleView(docstring(about, 0), imports.lines(), views)


def xml_keys(client: Client) -> dict[str, str]:
    """Return the objects that documents of a client lead to, each with a short key."""
    waiting = [root.shape for root in xml_roots(client)]
    found: set[str] = set()
    while waiting:
        match waiting.pop():
            case ObjectShape(target) if target not in found:
                found.add(target)
                described = client.xml_objects[target]
                waiting += [member.shape for member in described.members]
                waiting.append(described.extra)
            case ListShape(_, item):
                waiting.append(item)
            case MapShape(value):
                waiting.append(value)
            case ChoiceShape(_, variants, otherwise):
                waiting += [variant for _, variant in variants]
                waiting += [otherwise] if otherwise is not None else []
            case ObjectShape() | TextShape() | OpenShape():
                pass
    short = {target: target.rpartition("/")[2] for target in found}
    times = Counter(short.values())
    return {
        target: key if times[key] == 1 else f"#{target}"
        for target, key in short.items()
    }


def xml_document(
    make: Callable[[str], Code], objects: Code, keys: Mapping[str, str], root: XmlRoot
) -> Code:
    """Return the descriptor of a whole document; `make` imports from the runtime."""
    printer = _Printer(make, keys)
    parts = [printer.name(root.name), printer.shape(root.shape), objects]
    return Code(f"{make('XmlDocument')}({join(parts)})")


@dataclass(frozen=True, slots=True)
class _Printer:
    """Prints shapes; `make` imports a name from the runtime."""

    make: Callable[[str], Code]
    keys: Mapping[str, str]

    def name(self, name: QualifiedName) -> Code:
        """Return a name."""
        parts = [string(name.local)]
        if name.namespace:
            parts.append(string(name.namespace))
        if name.namespace and name.prefix:
            parts.append(string(name.prefix))
        return Code(f"{self.make('XmlName')}({join(parts)})")

    def shape(self, shape: ElementShape) -> Code:
        """Return a shape."""
        match shape:
            case TextShape(kinds):
                told = items_tuple([string(kind.value) for kind in kinds])
                usual = kinds == (TextKind.STRING,)
                return Code(f"{self.make('XmlText')}({'' if usual else told})")
            case OpenShape():
                return Code(f"{self.make('XmlAnything')}()")
            case ObjectShape(target):
                return Code(f"{self.make('XmlRef')}({string(self.keys[target])})")
            case ListShape(name, item):
                inner = join([self.name(name), self.shape(item)])
                return Code(f"{self.make('XmlList')}({inner})")
            case MapShape(value):
                return Code(f"{self.make('XmlMap')}({self.shape(value)})")
            case ChoiceShape(key, variants, otherwise):
                listed = [
                    items_tuple(
                        [items_tuple([string(t) for t in tags]), self.shape(variant)]
                    )
                    for tags, variant in variants
                ]
                parts = [string(key), items_tuple(listed)]
                parts += [self.shape(otherwise)] if otherwise is not None else []
                return Code(f"{self.make('XmlChoice')}({join(parts)})")
            case _:
                assert_never(shape)

    def object(self, found: ElementMembers) -> Code:
        """Return an object, printed as one entry of the table."""
        parts = [items_tuple([self._member(m) for m in found.members])]
        if found.extra != OpenShape():
            parts.append(Code(f"extra={self.shape(found.extra)}"))
        return Code(f"{self.make('XmlObject')}({join(parts)})")

    def _member(self, member: MemberShape) -> Code:
        parts = [
            string(member.key),
            string(member.node.value),
            self.name(member.name),
            self.shape(member.shape),
        ]
        if member.required:
            parts.append(Code("required=True"))
        if member.nullable:
            parts.append(Code("nullable=True"))
        return Code(f"{self.make('XmlMember')}({join(parts)})")
