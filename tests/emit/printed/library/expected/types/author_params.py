# SPDX-License-Identifier: MIT-0
"""`AuthorParams`."""

from __future__ import annotations

from typing import Required, TypedDict

from .._runtime import DateTime


class AuthorParams(TypedDict, total=False):
    """`AuthorParams`, as it is sent."""

    born: DateTime
    name: Required[str]
