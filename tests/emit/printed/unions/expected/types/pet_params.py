# SPDX-License-Identifier: MIT-0
"""`PetParams`."""

from __future__ import annotations

from typing import TypeAlias

from .cat_params import CatParams
from .dog_params import DogParams

PetParams: TypeAlias = CatParams | DogParams
"""A pet."""
