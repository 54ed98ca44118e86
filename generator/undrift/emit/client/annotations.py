"""Types → annotations, for what arrives and for what is sent."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import assert_never

from ...ir import (
    AnyValue,
    Constant,
    Constraints,
    DeclarationId,
    Discriminator,
    ListOf,
    MapOf,
    Nullable,
    OneOf,
    Primitive,
    Ref,
    Type,
)
from ...naming import ClientNames
from ..code import Code, identifier, items_tuple, join, literal, string
from ..imports import Imports
from ..kinds import scalar_kind
from .layout import Layout

_XML_TABLE = "XML_OBJECTS"
"""What the template of `_xml.py` defines."""


class Annotator:
    """Prints annotations for one module and remembers what they import.

    `runtime` is the relative path of the runtime package; `received` and `sent` return
    the name of a declaration, importing it where it lives in another module.
    """

    def __init__(
        self,
        imports: Imports,
        runtime: str,
        received: Callable[[DeclarationId], Code],
        sent: Callable[[DeclarationId], Code],
        shadowed: frozenset[str] = frozenset(),
    ) -> None:
        """Print for the module whose imports are gathered in `imports`.

        `shadowed` are builtins that mean something else where annotations stand, such
        as `list` in a class with a method of that name.
        """
        self._shadowed = shadowed
        self._imports = imports
        self._runtime = runtime
        self._received = received
        self._sent = sent

    def runtime(self, name: str) -> Code:
        """Import a name from the runtime."""
        return self._imports.name(self._runtime, name)

    def xml_objects(self) -> Code:
        """Import the table of what stands in XML as an element with members."""
        return self._imports.name(f"{self._runtime[:-len('_runtime')]}_xml", _XML_TABLE)

    def builtin(self, name: str) -> Code:
        """Return a builtin type's name, whatever hides it."""
        if name not in self._shadowed:
            return identifier(name)
        self._imports.module("builtins")
        return Code(f"builtins.{identifier(name)}")

    def any_value(self) -> Code:
        """Return the annotation of anything at all."""
        return self._imports.name("typing", "Any")

    def response(self, type_: Type) -> Code:
        """Return the annotation of a value that arrives."""
        match type_:
            case Primitive():
                return self._primitive(type_)
            case AnyValue():
                return self.any_value()
            case Ref(target):
                return self._received(target)
            case ListOf(item):
                return Code(f"{self.builtin('list')}[{self.response(item)}]")
            case MapOf(value):
                text = self.builtin("str")
                return Code(f"{self.builtin('dict')}[{text}, {self.response(value)}]")
            case Nullable(inner):
                return Code(f"{self.response(inner)} | None")
            case OneOf(variants, discriminator):
                union = self._union([self.response(v) for v in variants])
                return self._tagged(union, discriminator)
            case Constant(value):
                return self._constant(value)
            case _:
                assert_never(type_)

    def request(self, type_: Type) -> Code:
        """Return the annotation of a value that is sent."""
        match type_:
            case ListOf(item):
                sequence = self._imports.name("collections.abc", "Sequence")
                return Code(f"{sequence}[{self.request(item)}]")
            case MapOf(value):
                mapping = self._imports.name("collections.abc", "Mapping")
                text = self.builtin("str")
                return Code(f"{mapping}[{text}, {self.request(value)}]")
            case Nullable(inner):
                return Code(f"{self.request(inner)} | None")
            case OneOf(variants) if choice := _choice(variants):
                name = self._imports.name("typing", "Literal")
                return Code(f"{name}[{join(literal(value) for value in choice)}]")
            case OneOf(variants):
                sent = [self.request(v) for v in variants]
                # Where anything will do, nothing is to be chosen from.
                return Code("Any") if "Any" in sent else self._union(sent)
            case Ref(target):
                return self._sent(target)
            case Primitive():
                also = scalar_kind(type_).also_sent
                other = f" | {self.builtin(also)}" if also else ""
                return Code(f"{self._primitive(type_)}{other}")
            case AnyValue() | Constant():
                return self.response(type_)
            case _:
                assert_never(type_)

    def checked(self, type_: Type, markers: Sequence[Code] = ()) -> Code:
        """Return a request annotation with documented constraints, for a descriptor."""
        annotation = self.request(type_)
        found = list(markers)
        inner = type_.inner if isinstance(type_, Nullable) else type_
        if isinstance(inner, Primitive | ListOf):
            found += self._markers(inner.constraints)
            if isinstance(inner, Primitive) and (marker := scalar_kind(inner).marker):
                found.append(self.runtime(marker))
        return self.annotated(annotation, found)

    def annotated(self, annotation: Code, markers: list[Code]) -> Code:
        """Return an annotation with markers, by itself where there are none."""
        if not markers:
            return annotation
        make = self._imports.name("typing", "Annotated")
        return Code(f"{make}[{join([annotation, *markers])}]")

    def _tagged(self, union: Code, found: Discriminator | None) -> Code:
        """Return a union whose variants are told apart by one property."""
        if found is None:
            return union
        listed = items_tuple(
            [items_tuple([string(tag) for tag in tags]) for tags in found.tags]
        )
        marker = Code(
            f"{self.runtime('Discriminated')}({string(found.property)}, {listed})"
        )
        return self.annotated(union, [marker])

    def _markers(self, limits: Constraints) -> list[Code]:
        pairs: list[tuple[str, int | Decimal | str | None]] = [
            ("Minimum", limits.minimum),
            ("Maximum", limits.maximum),
            ("ExclusiveMinimum", limits.exclusive_minimum),
            ("ExclusiveMaximum", limits.exclusive_maximum),
            ("MultipleOf", limits.multiple_of),
            ("MinLength", limits.min_length),
            ("MaxLength", limits.max_length),
            ("Pattern", limits.pattern),
            ("MinItems", limits.min_items),
            ("MaxItems", limits.max_items),
        ]
        markers: list[Code] = []
        for name, value in pairs:
            if value is None:
                continue
            if isinstance(value, Decimal):
                self._imports.name("decimal", "Decimal")
            markers.append(Code(f"{self.runtime(name)}({literal(value)})"))
        if limits.unique_items:
            markers.append(Code(f"{self.runtime('UniqueItems')}()"))
        return markers

    def _primitive(self, type_: Primitive) -> Code:
        kind = scalar_kind(type_)
        name = self.builtin if kind.is_builtin else self.runtime
        return name(kind.annotation)

    def _constant(self, value: str | int | bool | Decimal | None) -> Code:
        if value is None:
            return Code("None")
        if isinstance(value, Decimal):
            return self.runtime("Number")
        return Code(f"{self._imports.name('typing', 'Literal')}[{literal(value)}]")

    def _union(self, variants: list[Code]) -> Code:
        # None goes last, as people write it.
        distinct = sorted(dict.fromkeys(variants), key=lambda v: v == "None")
        return join(distinct, " | ")


def _choice(variants: tuple[Type, ...]) -> list[str | int | bool]:
    """Return the values of a union of constants, [] for any other one."""
    values = [v.value for v in variants if isinstance(v, Constant)]
    plain = [value for value in values if isinstance(value, str | int)]
    return plain if len(plain) == len(variants) else []


def annotator_of(
    imports: Imports,
    names: ClientNames,
    layout: Layout,
    root: str,
    module: str = "",
    shadowed: frozenset[str] = frozenset(),
) -> Annotator:
    """Return what prints annotations in one module of a package.

    `root` is the dots that lead to the package; `module` is the module's own name where
    it is one of `types`.
    """
    types = "." if module else f"{root}types."

    def refer(home: str, name: str) -> Code:
        if home == module:
            return identifier(name)
        return imports.name(f"{types}{home}", name)

    def received(target: DeclarationId) -> Code:
        return refer(layout.received[target], names.types[target])

    def sent(target: DeclarationId) -> Code:
        if target not in layout.sent:
            return received(target)
        return refer(layout.sent[target], names.params[target])

    return Annotator(imports, f"{root}_runtime", received, sent, shadowed)
