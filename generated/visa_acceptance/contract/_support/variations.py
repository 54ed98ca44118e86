# SPDX-License-Identifier: MIT-0
"""Ways in which a real reply differs from the documented one, one place at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from .decoding import JsonLocation
from .json_values import AnyJson, with_value, without
from .scalars import unknown_value, wrong_value

UNKNOWN_FIELD = "aFieldAddedLater"
UNKNOWN_VALUE = {"kept": [1, "two", {"three": None}]}

LONG_NUMBER = Decimal("9007199254740993.01")
"""A float would make it 9007199254740994."""


@dataclass(frozen=True, slots=True)
class Variation:
    """An edit of a document at each place to which it applies."""

    applies: Callable[[JsonLocation], bool]
    edit: Callable[[AnyJson, JsonLocation], AnyJson]

    def documents(self, document: AnyJson, spots: list[JsonLocation]) -> list[AnyJson]:
        """Return one edited document for each place."""
        return [
            self.edit(document, spot)
            for spot in spots
            if spot.present and self.applies(spot)
        ]


def _is_member(spot: JsonLocation) -> bool:
    """Return whether this is a named field, not an item or an entry."""
    return spot.probe.pointer != "" and not spot.probe.pointer.endswith("/*")


def _is_optional(spot: JsonLocation) -> bool:
    return _is_member(spot) and not spot.probe.required


UNCHANGED = Variation(
    applies=lambda spot: not spot.path,
    edit=lambda document, spot: document,
)

MISSING_OPTIONAL = Variation(
    applies=_is_optional,
    edit=lambda document, spot: without(document, spot.path),
)

MISSING_REQUIRED = Variation(
    applies=lambda spot: _is_member(spot) and spot.probe.required,
    edit=lambda document, spot: without(document, spot.path),
)

NULL_OPTIONAL = Variation(
    applies=_is_optional,
    edit=lambda document, spot: with_value(document, spot.path, None),
)

ADDED_FIELD = Variation(
    applies=lambda spot: spot.probe.kind == "object" and isinstance(spot.value, dict),
    edit=lambda document, spot: with_value(
        document, (*spot.path, UNKNOWN_FIELD), UNKNOWN_VALUE
    ),
)

UNKNOWN_ENUM = Variation(
    applies=lambda spot: spot.probe.kind == "enum",
    edit=lambda document, spot: with_value(
        document, spot.path, unknown_value(spot.probe)
    ),
)

WRONG_TYPE = Variation(
    applies=lambda spot: spot.probe.kind != "any",
    edit=lambda document, spot: with_value(
        document, spot.path, wrong_value(spot.probe.kind)
    ),
)

MANY_DIGITS = Variation(
    applies=lambda spot: spot.probe.kind in {"number", "amount"}
    or (spot.probe.kind == "any" and not spot.path),
    edit=lambda document, spot: with_value(document, spot.path, LONG_NUMBER),
)

MANY_DIGITS_IN_TEXT = Variation(
    applies=lambda spot: spot.probe.kind == "amount",
    edit=lambda document, spot: with_value(document, spot.path, str(LONG_NUMBER)),
)
