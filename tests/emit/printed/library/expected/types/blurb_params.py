# SPDX-License-Identifier: MIT-0
"""`BlurbParams`."""

from __future__ import annotations

from typing import TypedDict


class BlurbParams(TypedDict, total=False):
    """`BlurbParams`, as it is sent."""

    html: str
