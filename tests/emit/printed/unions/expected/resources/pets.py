# SPDX-License-Identifier: MIT-0
"""The calls of `acme.pets`."""

from typing import Any, Literal

from .._runtime import (
    AsyncResource,
    BodyField,
    JsonBody,
    Number,
    Omit,
    OperationSpec,
    ResponseSpec,
    RetryPolicy,
    SyncResource,
    omit,
    to_raw,
    to_raw_async,
)
from ..types.one_or_more_params import OneOrMoreParams
from ..types.pet import Pet
from ..types.pet_params import PetParams
from ..types.pets_list import PetsListResponse
from ..types.when import When

LIST: OperationSpec[PetsListResponse] = OperationSpec(
    name="pets.list",
    method="GET",
    path="/pets",
    responses=(ResponseSpec("200", PetsListResponse),),
    retry=RetryPolicy.SAFE,
)

ADD: OperationSpec[Pet] = OperationSpec(
    name="pets.add",
    method="POST",
    path="/pets",
    body=JsonBody(
        fields=(
            BodyField("pet", "pet", PetParams, required=True),
            BodyField("when", "when", When, required=True),
            BodyField("many", "many", OneOrMoreParams),
            BodyField("mode", "mode", Literal["fast", "slow", 3]),
            BodyField("loose", "loose", str | Number | int | None),
            BodyField("whatever", "whatever", Any),
            BodyField("nameless", "nameless", str | None),
        )
    ),
    responses=(ResponseSpec("200", Pet),),
    retry=RetryPolicy.UNSENT,
)


class Pets(SyncResource):
    """The calls under `client.pets`."""

    def list(self) -> PetsListResponse:
        """GET /pets"""
        return self._call(LIST, {})

    def add(
        self,
        *,
        pet: PetParams,
        when: When,
        many: OneOrMoreParams | Omit = omit,
        mode: Literal["fast", "slow", 3] | Omit = omit,
        loose: str | Number | int | Omit | None = omit,
        whatever: Any | Omit = omit,
        nameless: str | Omit | None = omit,
    ) -> Pet:
        """POST /pets

        Args:
            pet: A pet.
            when: A day, or a time.
        """
        return self._call(
            ADD,
            {
                "pet": pet,
                "when": when,
                "many": many,
                "mode": mode,
                "loose": loose,
                "whatever": whatever,
                "nameless": nameless,
            },
        )

    @property
    def with_raw_response(self) -> "PetsWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return PetsWithRawResponse(self._raw())


class AsyncPets(AsyncResource):
    """The calls under `client.pets`."""

    async def list(self) -> PetsListResponse:
        """GET /pets"""
        return await self._call(LIST, {})

    async def add(
        self,
        *,
        pet: PetParams,
        when: When,
        many: OneOrMoreParams | Omit = omit,
        mode: Literal["fast", "slow", 3] | Omit = omit,
        loose: str | Number | int | Omit | None = omit,
        whatever: Any | Omit = omit,
        nameless: str | Omit | None = omit,
    ) -> Pet:
        """POST /pets

        Args:
            pet: A pet.
            when: A day, or a time.
        """
        return await self._call(
            ADD,
            {
                "pet": pet,
                "when": when,
                "many": many,
                "mode": mode,
                "loose": loose,
                "whatever": whatever,
                "nameless": nameless,
            },
        )

    @property
    def with_raw_response(self) -> "AsyncPetsWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return AsyncPetsWithRawResponse(self._raw())


class PetsWithRawResponse:
    """The calls of `Pets`, each returning the reply as it arrived."""

    def __init__(self, resource: Pets) -> None:
        self.list = to_raw(resource.list)
        self.add = to_raw(resource.add)


class AsyncPetsWithRawResponse:
    """The calls of `AsyncPets`, each returning the reply as it arrived."""

    def __init__(self, resource: AsyncPets) -> None:
        self.list = to_raw_async(resource.list)
        self.add = to_raw_async(resource.add)
