# SPDX-License-Identifier: MIT-0
"""`Left`, `Right`."""

from __future__ import annotations

from .._runtime import Maybe, Model
from .tags import Tags


class Left(Model):
    """`Left`, as it arrives."""

    right: Maybe[Right] = None

    tags: Maybe[Tags] = None
    """By name."""


class Right(Model):
    """`Right`, as it arrives."""

    left: Maybe[list[Left]] = None
