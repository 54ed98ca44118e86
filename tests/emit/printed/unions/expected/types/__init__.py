# SPDX-License-Identifier: MIT-0
"""Types of the Acme client, loaded on demand."""

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_attributes

if TYPE_CHECKING:
    from .absent import Absent, AbsentState
    from .cat import Cat
    from .cat_params import CatParams
    from .dog import Dog, DogOwner
    from .dog_params import DogOwnerParams, DogParams
    from .given import Given, GivenState
    from .one_or_more import OneOrMore
    from .one_or_more_params import OneOrMoreParams
    from .pet import Pet
    from .pet_params import PetParams
    from .pets_list import PetsListResponse
    from .state import State
    from .tagged import Tagged
    from .when import When
else:
    __getattr__ = lazy_attributes(
        __name__,
        {
            "Absent": ".absent",
            "AbsentState": ".absent",
            "Cat": ".cat",
            "CatParams": ".cat_params",
            "Dog": ".dog",
            "DogOwner": ".dog",
            "DogOwnerParams": ".dog_params",
            "DogParams": ".dog_params",
            "Given": ".given",
            "GivenState": ".given",
            "OneOrMore": ".one_or_more",
            "OneOrMoreParams": ".one_or_more_params",
            "Pet": ".pet",
            "PetParams": ".pet_params",
            "PetsListResponse": ".pets_list",
            "State": ".state",
            "Tagged": ".tagged",
            "When": ".when",
        },
    )

__all__ = [
    "Absent",
    "AbsentState",
    "Cat",
    "CatParams",
    "Dog",
    "DogOwner",
    "DogOwnerParams",
    "DogParams",
    "Given",
    "GivenState",
    "OneOrMore",
    "OneOrMoreParams",
    "Pet",
    "PetParams",
    "PetsListResponse",
    "State",
    "Tagged",
    "When",
]
