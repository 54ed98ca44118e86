# SPDX-License-Identifier: MIT-0
"""`Problem`."""

from __future__ import annotations

from .._runtime import Maybe, Model


class Problem(Model):
    """`Problem`, as it arrives."""

    title: Maybe[str] = None
    fields: Maybe[dict[str, list[str]]] = None
