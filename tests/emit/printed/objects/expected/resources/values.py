# SPDX-License-Identifier: MIT-0
"""The calls of `acme.values`."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from .._runtime import (
    AS_STRING,
    Amount,
    AsyncResource,
    Base64,
    BodyField,
    Date,
    DateTime,
    Float,
    JsonBody,
    Number,
    Omit,
    OperationSpec,
    ResponseSpec,
    RetryPolicy,
    SyncResource,
    Time,
    UniqueItems,
    Uuid,
    omit,
    to_raw,
    to_raw_async,
)
from ..types.lists import Lists
from ..types.lists_params import ListsBoxParams
from ..types.values import Values

STORE: OperationSpec[Values] = OperationSpec(
    name="values.store",
    method="PUT",
    path="/values",
    body=JsonBody(
        fields=(
            BodyField("text", "text", str, required=True),
            BodyField("whole", "whole", int, required=True),
            BodyField("exact", "exact", Number | int, required=True),
            BodyField("quick", "quick", Float, required=True),
            BodyField("yes", "yes", bool, required=True),
            BodyField("day", "day", Date, required=True),
            BodyField("at", "at", DateTime, required=True),
            BodyField("hour", "hour", Time, required=True),
            BodyField("key", "key", Uuid, required=True),
            BodyField("bytes", "bytes", Base64, required=True),
            BodyField("octets", "octets", str, required=True),
            BodyField(
                "price", "price", Annotated[Amount | int, AS_STRING], required=True
            ),
            BodyField("either", "either", Amount | int, required=True),
            BodyField("mail", "mail", str),
            BodyField("host", "host", str),
            BodyField("coded", "coded", Base64),
            BodyField("anything", "anything", Any),
            BodyField("nothing", "nothing", None),
        )
    ),
    responses=(ResponseSpec("200", Values),),
    retry=RetryPolicy.SAFE,
)

STORE_LISTS: OperationSpec[Lists] = OperationSpec(
    name="values.store_lists",
    method="PUT",
    path="/lists",
    body=JsonBody(
        fields=(
            BodyField("days", "days", Sequence[Date], required=True),
            BodyField("times", "times", Sequence[Time | None], required=True),
            BodyField("prices", "prices", Mapping[str, Number | int]),
            BodyField("ratios", "ratios", Mapping[str, Sequence[Float]]),
            BodyField("keys", "keys", Annotated[Sequence[Uuid], UniqueItems()]),
            BodyField("blobs", "blobs", Sequence[Base64] | None),
            BodyField("box", "box", ListsBoxParams),
        )
    ),
    responses=(ResponseSpec("200", Lists),),
    retry=RetryPolicy.SAFE,
)


class ValuesResource(SyncResource):
    """The calls under `client.values`."""

    def store(
        self,
        *,
        text: str,
        whole: int,
        exact: Number | int,
        quick: Float,
        yes: bool,
        day: Date,
        at: DateTime,
        hour: Time,
        key: Uuid,
        bytes: Base64,
        octets: str,
        price: Amount | int,
        either: Amount | int,
        mail: str | Omit = omit,
        host: str | Omit = omit,
        coded: Base64 | Omit = omit,
        anything: Any | Omit = omit,
        nothing: Omit | None = omit,
    ) -> Values:
        """PUT /values"""
        return self._call(
            STORE,
            {
                "text": text,
                "whole": whole,
                "exact": exact,
                "quick": quick,
                "yes": yes,
                "day": day,
                "at": at,
                "hour": hour,
                "key": key,
                "bytes": bytes,
                "octets": octets,
                "price": price,
                "either": either,
                "mail": mail,
                "host": host,
                "coded": coded,
                "anything": anything,
                "nothing": nothing,
            },
        )

    def store_lists(
        self,
        *,
        days: Sequence[Date],
        times: Sequence[Time | None],
        prices: Mapping[str, Number | int] | Omit = omit,
        ratios: Mapping[str, Sequence[Float]] | Omit = omit,
        keys: Sequence[Uuid] | Omit = omit,
        blobs: Sequence[Base64] | Omit | None = omit,
        box: ListsBoxParams | Omit = omit,
    ) -> Lists:
        """PUT /lists"""
        return self._call(
            STORE_LISTS,
            {
                "days": days,
                "times": times,
                "prices": prices,
                "ratios": ratios,
                "keys": keys,
                "blobs": blobs,
                "box": box,
            },
        )

    @property
    def with_raw_response(self) -> "ValuesResourceWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return ValuesResourceWithRawResponse(self._raw())


class AsyncValuesResource(AsyncResource):
    """The calls under `client.values`."""

    async def store(
        self,
        *,
        text: str,
        whole: int,
        exact: Number | int,
        quick: Float,
        yes: bool,
        day: Date,
        at: DateTime,
        hour: Time,
        key: Uuid,
        bytes: Base64,
        octets: str,
        price: Amount | int,
        either: Amount | int,
        mail: str | Omit = omit,
        host: str | Omit = omit,
        coded: Base64 | Omit = omit,
        anything: Any | Omit = omit,
        nothing: Omit | None = omit,
    ) -> Values:
        """PUT /values"""
        return await self._call(
            STORE,
            {
                "text": text,
                "whole": whole,
                "exact": exact,
                "quick": quick,
                "yes": yes,
                "day": day,
                "at": at,
                "hour": hour,
                "key": key,
                "bytes": bytes,
                "octets": octets,
                "price": price,
                "either": either,
                "mail": mail,
                "host": host,
                "coded": coded,
                "anything": anything,
                "nothing": nothing,
            },
        )

    async def store_lists(
        self,
        *,
        days: Sequence[Date],
        times: Sequence[Time | None],
        prices: Mapping[str, Number | int] | Omit = omit,
        ratios: Mapping[str, Sequence[Float]] | Omit = omit,
        keys: Sequence[Uuid] | Omit = omit,
        blobs: Sequence[Base64] | Omit | None = omit,
        box: ListsBoxParams | Omit = omit,
    ) -> Lists:
        """PUT /lists"""
        return await self._call(
            STORE_LISTS,
            {
                "days": days,
                "times": times,
                "prices": prices,
                "ratios": ratios,
                "keys": keys,
                "blobs": blobs,
                "box": box,
            },
        )

    @property
    def with_raw_response(self) -> "AsyncValuesResourceWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return AsyncValuesResourceWithRawResponse(self._raw())


class ValuesResourceWithRawResponse:
    """The calls of `ValuesResource`, each returning the reply as it arrived."""

    def __init__(self, resource: ValuesResource) -> None:
        self.store = to_raw(resource.store)
        self.store_lists = to_raw(resource.store_lists)


class AsyncValuesResourceWithRawResponse:
    """The calls of `AsyncValuesResource`, each returning the reply as it arrived."""

    def __init__(self, resource: AsyncValuesResource) -> None:
        self.store = to_raw_async(resource.store)
        self.store_lists = to_raw_async(resource.store_lists)
