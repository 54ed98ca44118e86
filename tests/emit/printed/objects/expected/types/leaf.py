# SPDX-License-Identifier: MIT-0
"""`LeafOption3Colour`, `LeafOption3Size`, `LeafOption3Scale` and 3 more."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from .._runtime import OPEN, Maybe, Model, Number
from .kind import Kind
from .node import Node

LeafOption3Colour: TypeAlias = Annotated[Literal["red", "green"] | str, OPEN]

LeafOption3Size: TypeAlias = Annotated[Literal[1, 2, 3] | int, OPEN]

LeafOption3Scale: TypeAlias = Number

LeafOption3Mixed: TypeAlias = Annotated[Literal["a", 1, True] | bool | int | str, OPEN]

LeafOption3Half: TypeAlias = Annotated[Literal["b"] | str | Number, OPEN]


class Leaf(Model):
    """`Leaf`, as it arrives."""

    id: int
    """Its number."""

    kind: Maybe[Kind] = None
    """What a node is."""

    name: str
    children: Maybe[list[Node]] = None
    colour: LeafOption3Colour | None
    size: Maybe[LeafOption3Size] = None
    scale: Maybe[LeafOption3Scale] = None
    mixed: Maybe[LeafOption3Mixed] = None
    half: Maybe[LeafOption3Half] = None

    old: Maybe[str] = None
    """Not used any more.

    Deprecated.
    """

    fixed: Maybe[Literal["leaf"]] = None
    version: Maybe[Literal[2]] = None
    always: Maybe[Literal[True]] = None
    rate: Maybe[Number] = None
