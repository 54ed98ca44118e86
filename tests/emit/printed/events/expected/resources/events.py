# SPDX-License-Identifier: MIT-0
"""The calls of `acme.events`."""

from typing import Any

from .._runtime import (
    AsyncResource,
    AsyncStream,
    DateTime,
    Omit,
    Operation,
    QueryParameter,
    Reply,
    Resend,
    Stream,
    SyncResource,
    omit,
)
from ..types.event import Event
from ..types.events_messages import EventsMessagesResponse

WATCH: Operation[Event] = Operation(
    name="events.watch",
    method="GET",
    path="/events",
    parameters=(QueryParameter("since", "since", DateTime),),
    replies=(Reply("200", Event, media="sse"),),
    errors=(Reply("429", Any),),
    accept="text/event-stream",
    resend=Resend.SAFE,
)

MESSAGES: Operation[EventsMessagesResponse] = Operation(
    name="events.messages",
    method="GET",
    path="/messages",
    replies=(Reply("200", EventsMessagesResponse, media="sse-event"),),
    accept="text/event-stream",
    resend=Resend.SAFE,
)

TEXTS: Operation[str] = Operation(
    name="events.texts",
    method="GET",
    path="/texts",
    replies=(Reply("200", str, media="sse"),),
    accept="text/event-stream",
    resend=Resend.SAFE,
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
