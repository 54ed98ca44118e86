# SPDX-License-Identifier: MIT-0
"""`Paid`."""

from __future__ import annotations

from .._runtime import Maybe, Model, Number, Uuid


class Paid(Model):
    """`Paid`, as it arrives."""

    id: Uuid
    amount: Maybe[Number] = None
