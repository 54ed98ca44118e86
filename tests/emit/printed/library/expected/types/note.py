# SPDX-License-Identifier: MIT-0
"""`Note`."""

from __future__ import annotations

from .._runtime import Maybe, Model


class Note(Model):
    """`Note`, as it arrives."""

    text: Maybe[str] = None
