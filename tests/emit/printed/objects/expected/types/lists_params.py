# SPDX-License-Identifier: MIT-0
"""`ListsBoxLidParams`, `ListsBoxParams`."""

from __future__ import annotations

from typing import TypedDict


class ListsBoxLidParams(TypedDict, total=False):
    """`ListsBoxLidParams`, as it is sent."""

    lock: str


class ListsBoxParams(TypedDict, total=False):
    """`ListsBoxParams`, as it is sent."""

    lid: ListsBoxLidParams
