# SPDX-License-Identifier: MIT-0
"""`Problem`."""

from __future__ import annotations

from .._runtime import Maybe, Model


class Problem(Model):
    """`Problem`, as it arrives."""

    code: str
    detail: Maybe[str] = None
    cause: Maybe[Problem] = None
