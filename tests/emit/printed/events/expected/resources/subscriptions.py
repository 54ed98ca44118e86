# SPDX-License-Identifier: MIT-0
"""The calls of `acme.subscriptions`."""

from .._runtime import (
    AsyncResource,
    BodyField,
    JsonBody,
    OperationSpec,
    ResponseSpec,
    RetryPolicy,
    SyncResource,
    to_raw,
    to_raw_async,
)

SUBSCRIBE: OperationSpec[None] = OperationSpec(
    name="subscriptions.subscribe",
    method="POST",
    path="/subscriptions",
    body=JsonBody(fields=(BodyField("url", "url", str, required=True),)),
    responses=(ResponseSpec("204", None),),
    retry=RetryPolicy.UNSENT,
)


class Subscriptions(SyncResource):
    """The calls under `client.subscriptions`."""

    def subscribe(self, *, url: str) -> None:
        """POST /subscriptions"""
        return self._call(SUBSCRIBE, {"url": url})

    @property
    def with_raw_response(self) -> "SubscriptionsWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return SubscriptionsWithRawResponse(self._raw())


class AsyncSubscriptions(AsyncResource):
    """The calls under `client.subscriptions`."""

    async def subscribe(self, *, url: str) -> None:
        """POST /subscriptions"""
        return await self._call(SUBSCRIBE, {"url": url})

    @property
    def with_raw_response(self) -> "AsyncSubscriptionsWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return AsyncSubscriptionsWithRawResponse(self._raw())


class SubscriptionsWithRawResponse:
    """The calls of `Subscriptions`, each returning the reply as it arrived."""

    def __init__(self, resource: Subscriptions) -> None:
        self.subscribe = to_raw(resource.subscribe)


class AsyncSubscriptionsWithRawResponse:
    """The calls of `AsyncSubscriptions`, each returning the reply as it arrived."""

    def __init__(self, resource: AsyncSubscriptions) -> None:
        self.subscribe = to_raw_async(resource.subscribe)
