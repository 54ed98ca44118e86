# SPDX-License-Identifier: MIT-0
"""`Pet`."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from .._runtime import Discriminated
from .cat import Cat
from .dog import Dog

Pet: TypeAlias = Annotated[
    Cat | Dog, Discriminated("kind", (("feline", "kitten"), ("canine",)))
]
"""A pet."""
