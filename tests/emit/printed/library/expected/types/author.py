# SPDX-License-Identifier: MIT-0
"""`Author`."""

from __future__ import annotations

from .._runtime import DateTime, Maybe, Model


class Author(Model):
    """`Author`, as it arrives."""

    born: Maybe[DateTime] = None
    name: str
