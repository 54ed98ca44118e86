# SPDX-License-Identifier: MIT-0
"""`Event`."""

from __future__ import annotations

from .._runtime import DateTime, Maybe, Model


class Event(Model):
    """`Event`, as it arrives."""

    id: str
    at: Maybe[DateTime] = None
