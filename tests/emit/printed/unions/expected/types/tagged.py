# SPDX-License-Identifier: MIT-0
"""`Tagged`."""

from __future__ import annotations

from .._runtime import Maybe, Model


class Tagged(Model):
    """`Tagged`, as it arrives."""

    kind: str
    tag: str
    lives: Maybe[str] = None
