# SPDX-License-Identifier: MIT-0
"""Types for annotations: plain Python types that say how they travel as JSON.

Each marker builds a schema that runs in pydantic's core, without Python callbacks.
Values are taken only in their documented JSON type; nothing is coerced.
"""

from __future__ import annotations

import base64
import datetime
import decimal
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, Final, TypeAlias, TypeVar, Union, get_args

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema as cs


@dataclass(frozen=True, slots=True)
class _Text:
    """A string of one shape that stands for a value."""

    expected: str
    pattern: str
    inner: Callable[[], CoreSchema]
    instance: Callable[[], CoreSchema]
    longest: int | None = None

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        text = cs.str_schema(strict=True, pattern=self.pattern, max_length=self.longest)
        return cs.union_schema(
            [cs.chain_schema([text, self.inner()]), self.instance()],
            mode="left_to_right",
        )


_NUMERIC = r"^[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?$"


@dataclass(frozen=True, slots=True)
class _Decimal:
    """An exact number, read from a JSON number and, if `text`, from a string."""

    expected: str
    text: bool

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        exact = cs.decimal_schema(strict=False)
        choices: list[CoreSchema] = [
            cs.is_instance_schema(decimal.Decimal),
            cs.chain_schema([cs.int_schema(strict=True), exact]),
        ]
        if self.text:
            numeric = cs.str_schema(strict=True, pattern=_NUMERIC)
            choices.insert(0, cs.chain_schema([numeric, exact]))
        return cs.union_schema([*choices], mode="left_to_right")


@dataclass(frozen=True, slots=True)
class _Float:
    expected: str = "number"

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        number = cs.is_instance_schema(decimal.Decimal)
        inexact = cs.float_schema(strict=False)
        return cs.union_schema(
            [cs.chain_schema([number, inexact]), cs.float_schema(strict=True)],
            mode="left_to_right",
        )


@dataclass(frozen=True, slots=True)
class _Base64:
    expected: str = "base64 text"

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return cs.no_info_plain_validator_function(_from_base64)


def _from_base64(value: object) -> bytes:
    match value:
        case bytes():
            return value
        case str():
            return base64.b64decode(value, validate=True)
        case _:
            raise ValueError("not base64 text")


@dataclass(frozen=True, slots=True)
class Open:
    """Marks `Literal[...] | str`: any value may come, the listed ones are known.

    Only the listed ones validate, so that another one is seen as a deviation.
    """

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return handler.generate_schema(get_args(source)[0])


@dataclass(frozen=True, slots=True)
class Discriminated:
    """Marks a union whose `property` says which variant came.

    `tags` has one entry for each variant, in order: the values that mean it.
    """

    property: str
    tags: tuple[tuple[str, ...], ...]

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        choices = {
            tag: handler.generate_schema(variant)
            for variant, tags in zip(get_args(source), self.tags, strict=True)
            for tag in tags
        }
        return cs.tagged_union_schema(choices, discriminator=self.property)


class NullSeen:
    """The context of a validation: told of a null where none is documented."""

    __slots__ = ("anywhere",)

    def __init__(self) -> None:
        self.anywhere = False


def _note_null(value: None, info: cs.ValidationInfo) -> None:
    if isinstance(info.context, NullSeen):
        info.context.anywhere = True


@dataclass(frozen=True, slots=True)
class Absent:
    """Marks `T | None` of a member that may be absent, and then reads None.

    null is not documented: it is taken, and noted.
    """

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        kinds = [kind for kind in get_args(source) if kind is not type(None)]
        null = cs.with_info_after_validator_function(_note_null, cs.none_schema())
        # As many kinds as there are: `|` has no form for that.
        documented = handler.generate_schema(Union[tuple(kinds)])  # noqa: UP007
        return cs.union_schema([documented, null], mode="left_to_right")


@dataclass(frozen=True, slots=True)
class WireName:
    """Marks a `TypedDict` key whose name in JSON is another one."""

    name: str


@dataclass(frozen=True, slots=True)
class AsString:
    """Marks a number that is written as a JSON string."""


ABSENT: Final = Absent()
OPEN: Final = Open()
AS_STRING: Final = AsString()

T = TypeVar("T")
Maybe: TypeAlias = Annotated[T | None, ABSENT]

_DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_TIME = r"[0-9]{2}:[0-9]{2}:[0-9]{2}"
_HEX = "[0-9A-Fa-f]"

Date = Annotated[
    datetime.date,
    _Text(
        "date",
        f"^{_DATE}$",
        lambda: cs.date_schema(strict=False),
        lambda: cs.date_schema(strict=True),
    ),
]
DateTime = Annotated[
    datetime.datetime,
    _Text(
        "date-time",
        f"^{_DATE}[Tt ]{_TIME}",
        lambda: cs.datetime_schema(strict=False),
        lambda: cs.datetime_schema(strict=True),
    ),
]
Time = Annotated[
    datetime.time,
    _Text(
        "time",
        f"^{_TIME}",
        lambda: cs.time_schema(strict=False),
        lambda: cs.time_schema(strict=True),
    ),
]
Uuid = Annotated[
    uuid.UUID,
    _Text(
        "uuid",
        f"^{_HEX}{{8}}-",
        lambda: cs.uuid_schema(strict=False),
        lambda: cs.uuid_schema(strict=True),
        longest=36,
    ),
]
Base64 = Annotated[bytes, _Base64()]
Number = Annotated[decimal.Decimal, _Decimal("number", text=False)]
Amount = Annotated[decimal.Decimal, _Decimal("number or numeric string", text=True)]
Float = Annotated[float, _Float()]
