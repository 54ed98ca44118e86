"""Wire values as the Python that a call is given."""

from __future__ import annotations

import base64
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import assert_never

from ...ir import Client, ListOf, MapOf, ObjectType, OneOf, Primitive, Type
from ...ir.walk import resolved_type
from ...naming import ClientNames, fields
from ..code import Code, identifier, join, literal, octets, string
from ..examples.requests import variant_of
from ..examples.validate import JsonValue
from ..imports import Imports
from ..kinds import Made, Spelling, scalar_kind


@dataclass(frozen=True, slots=True)
class Literals:
    """Prints values for one module."""

    client: Client
    names: ClientNames
    imports: Imports

    def of(self, type_: Type, value: JsonValue) -> Code:
        """Return the expression of a value that fits its type."""
        match resolved_type(self.client, type_), value:
            case Primitive() as found, Decimal() if not scalar_kind(found).is_exact:
                return Code(str(value))
            case Primitive() as found, str():
                return self._text(scalar_kind(found).spelling, value)
            case ListOf(item), list():
                return Code(f"[{join(self.of(item, entry) for entry in value)}]")
            case MapOf(inner), dict():
                return _dict((key, self.of(inner, v)) for key, v in value.items())
            case ObjectType() as found, dict():
                names = fields(found)
                types = {field.name: field.type for field in found.fields}
                return _dict(
                    (names[key], self.of(types[key], v)) for key, v in value.items()
                )
            case OneOf(variants), _ if value is not None:
                return self._variant(variant_of(self.client, variants, value), value)
            case _:
                return self._plain(value)

    def _variant(self, type_: Type, value: JsonValue) -> Code:
        """Return a variant's value, an object by its name: keys may fit several."""
        match resolved_type(self.client, type_), value:
            case ObjectType() as found, dict() if "self" not in value:
                names = fields(found)
                types = {field.name: field.type for field in found.fields}
                make = self.imports.name("..types", self.names.params[found.id])
                given = join(
                    Code(f"{identifier(names[key])}={self.of(types[key], item)}")
                    for key, item in value.items()
                )
                return Code(f"{make}({given})")
            case _:
                return self.of(type_, value)

    def octets(self, value: JsonValue) -> Code:
        """Return the expression of raw content."""
        return octets((value if isinstance(value, str) else "").encode())

    def _plain(self, value: JsonValue) -> Code:
        match value:
            case list():
                return Code(f"[{join(self._plain(item) for item in value)}]")
            case dict():
                return _dict((key, self._plain(item)) for key, item in value.items())
            case Decimal():
                self.imports.name("decimal", "Decimal")
                return literal(value)
            case _:
                return literal(value)

    def _text(self, spelling: Made | Spelling, value: str) -> Code:
        match spelling:
            case Made(module, name, method):
                make = self.imports.name(module, name)
                called = f"{make}.{identifier(method)}" if method else make
                return Code(f"{called}({string(value)})")
            case Spelling.OCTETS:
                return octets(base64.b64decode(value))
            case Spelling.TEXT:
                return string(value)
            case _:
                assert_never(spelling)


def _dict(pairs: Iterable[tuple[str, Code]]) -> Code:
    return Code("{" + join(Code(f"{string(key)}: {v}") for key, v in pairs) + "}")
