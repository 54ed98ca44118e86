"""Types → annotations, for what arrives and for what is sent."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import assert_never

from ..ir import (
    AnyValue,
    Constant,
    Constraints,
    DeclarationId,
    Kind,
    ListOf,
    MapOf,
    Nullable,
    OneOf,
    Primitive,
    Ref,
    Type,
    Wire,
)
from .code import Code, identifier, join, literal
from .imports import Imports

_ALIASES = {
    Kind.DATE: "Date",
    Kind.DATE_TIME: "DateTime",
    Kind.TIME: "Time",
    Kind.UUID: "Uuid",
    Kind.BYTES: "Base64",
    Kind.FLOAT: "Float",
}
_BUILTINS = {
    Kind.STRING: "str",
    Kind.INTEGER: "int",
    Kind.BOOLEAN: "bool",
    Kind.BINARY: "bytes",
}


class Annotator:
    """Prints annotations for one module and remembers what they import.

    `runtime` is the relative path of the runtime package; `refer` returns the name of a
    declaration, importing it where it lives in another module.
    """

    def __init__(
        self,
        imports: Imports,
        runtime: str,
        refer: Callable[[DeclarationId], Code],
        shadowed: frozenset[str] = frozenset(),
    ) -> None:
        """Print for the module whose imports are gathered in `imports`.

        `shadowed` are builtins that mean something else where annotations stand, such
        as `list` in a class with a method of that name.
        """
        self._shadowed = shadowed
        self._imports = imports
        self._runtime = runtime
        self._refer = refer

    def runtime(self, name: str) -> Code:
        """Import a name from the runtime."""
        return self._imports.name(self._runtime, name)

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
                return self._refer(target)
            case ListOf(item):
                return Code(f"{self.builtin('list')}[{self.response(item)}]")
            case MapOf(value):
                text = self.builtin("str")
                return Code(f"{self.builtin('dict')}[{text}, {self.response(value)}]")
            case Nullable(inner):
                return Code(f"{self.response(inner)} | None")
            case OneOf(variants):
                return self._union([self.response(v) for v in variants])
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
            case OneOf(variants):
                return self._union([self.request(v) for v in variants])
            case Primitive() | AnyValue() | Ref() | Constant():
                return self.response(type_)
            case _:
                assert_never(type_)

    def checked(self, type_: Type) -> Code:
        """Return a request annotation with documented constraints, for a descriptor."""
        annotation = self.request(type_)
        inner = type_.inner if isinstance(type_, Nullable) else type_
        if isinstance(inner, Primitive | ListOf):
            markers = list(self._markers(inner.constraints))
            if isinstance(inner, Primitive) and inner.wire is Wire.STRING:
                markers.append(self.runtime("AS_STRING"))
            if markers:
                annotated = self._imports.name("typing", "Annotated")
                return Code(f"{annotated}[{join([annotation, *markers])}]")
        return annotation

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
        if type_.kind is Kind.DECIMAL:
            return self.runtime("Number" if type_.wire is Wire.NUMBER else "Amount")
        if type_.kind in _ALIASES:
            return self.runtime(_ALIASES[type_.kind])
        return self.builtin(_BUILTINS[type_.kind])

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
