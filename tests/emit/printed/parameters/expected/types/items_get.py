# SPDX-License-Identifier: MIT-0
"""`ItemsGetResponse`."""

from __future__ import annotations

from .._runtime import Model


class ItemsGetResponse(Model):
    """`ItemsGetResponse`, as it arrives."""

    id: str
