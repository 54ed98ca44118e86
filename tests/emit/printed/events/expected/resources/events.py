# SPDX-License-Identifier: MIT-0
"""The calls of `acme.events`."""

from typing import Any

from .._runtime import (
    AsyncResource,
    AsyncStream,
    DateTime,
    Omit,
    OperationSpec,
    QueryParameter,
    ResponseSpec,
    RetryPolicy,
    Stream,
    SyncResource,
    omit,
)
from ..types.event import Event
from ..types.events_messages import EventsMessagesResponse

WATCH: OperationSpec[Event] = OperationSpec(
    name="events.watch",
    method="GET",
    path="/events",
    parameters=(QueryParameter("since", "since", DateTime),),
    responses=(ResponseSpec("200", Event, media="sse"),),
    errors=(ResponseSpec("429", Any),),
    accept="text/event-stream",
    retry=RetryPolicy.SAFE,
)

MESSAGES: OperationSpec[EventsMessagesResponse] = OperationSpec(
    name="events.messages",
    method="GET",
    path="/messages",
    responses=(ResponseSpec("200", EventsMessagesResponse, media="sse-event"),),
    accept="text/event-stream",
    retry=RetryPolicy.SAFE,
)

TEXTS: OperationSpec[str] = OperationSpec(
    name="events.texts",
    method="GET",
    path="/texts",
    responses=(ResponseSpec("200", str, media="sse"),),
    accept="text/event-stream",
    retry=RetryPolicy.SAFE,
)


class Events(SyncResource):
    """The calls under `client.events`."""

    def watch(self, *, since: DateTime | Omit = omit) -> Stream[Event]:
        """Watch what happens.

        Raises:
            RateLimitError: 429. Too often.
        """
        return self._stream(WATCH, {"since": since})

    def messages(self) -> Stream[EventsMessagesResponse]:
        """GET /messages"""
        return self._stream(MESSAGES, {})

    def texts(self) -> Stream[str]:
        """GET /texts"""
        return self._stream(TEXTS, {})

    @property
    def with_raw_response(self) -> "EventsWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return EventsWithRawResponse(self._raw())


class AsyncEvents(AsyncResource):
    """The calls under `client.events`."""

    async def watch(self, *, since: DateTime | Omit = omit) -> AsyncStream[Event]:
        """Watch what happens.

        Raises:
            RateLimitError: 429. Too often.
        """
        return await self._stream(WATCH, {"since": since})

    async def messages(self) -> AsyncStream[EventsMessagesResponse]:
        """GET /messages"""
        return await self._stream(MESSAGES, {})

    async def texts(self) -> AsyncStream[str]:
        """GET /texts"""
        return await self._stream(TEXTS, {})

    @property
    def with_raw_response(self) -> "AsyncEventsWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return AsyncEventsWithRawResponse(self._raw())


class EventsWithRawResponse:
    """The calls of `Events`, each returning the reply as it arrived."""

    def __init__(self, resource: Events) -> None:
        pass


class AsyncEventsWithRawResponse:
    """The calls of `AsyncEvents`, each returning the reply as it arrived."""

    def __init__(self, resource: AsyncEvents) -> None:
        pass
