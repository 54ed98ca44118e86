# SPDX-License-Identifier: MIT-0
"""`Cover`."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from .._runtime import Discriminated
from .picture import Picture
from .plain import Plain

Cover: TypeAlias = Annotated[
    Picture | Plain, Discriminated("kind", (("picture",), ("plain",)))
]
