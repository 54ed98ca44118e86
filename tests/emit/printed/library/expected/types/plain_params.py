# SPDX-License-Identifier: MIT-0
"""`PlainParams`."""

from __future__ import annotations

from typing import Required, TypedDict

from .plain import PlainKind


class PlainParams(TypedDict, total=False):
    """`PlainParams`, as it is sent."""

    kind: Required[PlainKind]
    colour: str
