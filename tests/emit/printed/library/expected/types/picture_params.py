# SPDX-License-Identifier: MIT-0
"""`PictureParams`."""

from __future__ import annotations

from typing import Required, TypedDict

from .picture import PictureKind


class PictureParams(TypedDict, total=False):
    """`PictureParams`, as it is sent."""

    kind: Required[PictureKind]
    width: int
