# SPDX-License-Identifier: MIT-0
"""`NamesClosedParams`, `NamesMaybeParams`, `NamesMoreDeepParams` and 1 more."""

from __future__ import annotations

from typing import TypedDict


class NamesClosedParams(TypedDict, total=False):
    """`NamesClosedParams`, as it is sent."""

    x: str


class NamesMaybeParams(TypedDict, total=False):
    """`NamesMaybeParams`, as it is sent."""

    y: str


class NamesMoreDeepParams(TypedDict, total=False):
    """`NamesMoreDeepParams`, as it is sent."""

    er: str


class NamesMoreParams(TypedDict, total=False):
    """`NamesMoreParams`, as it is sent."""

    deep: NamesMoreDeepParams
