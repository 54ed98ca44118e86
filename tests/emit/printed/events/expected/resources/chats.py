# SPDX-License-Identifier: MIT-0
"""The calls of `acme.chats`."""

from .._runtime import (
    AsyncResource,
    AsyncStream,
    BodyField,
    JsonBody,
    Omit,
    OperationSpec,
    ResponseSpec,
    RetryPolicy,
    Stream,
    SyncResource,
    omit,
    to_raw,
    to_raw_async,
)
from ..types.event import Event

CREATE: OperationSpec[Event] = OperationSpec(
    name="chats.create",
    method="POST",
    path="/chat",
    body=JsonBody(
        fields=(
            BodyField("prompt", "prompt", str, required=True),
            BodyField("stream", "stream", bool),
        )
    ),
    responses=(ResponseSpec("200", Event),),
    retry=RetryPolicy.UNSENT,
)

CREATE_STREAM: OperationSpec[Event] = OperationSpec(
    name="chats.create_stream",
    method="POST",
    path="/chat",
    body=JsonBody(
        fields=(
            BodyField("prompt", "prompt", str, required=True),
            BodyField("stream", "stream", bool),
        )
    ),
    responses=(ResponseSpec("200", Event, media="sse"),),
    accept="text/event-stream",
    retry=RetryPolicy.UNSENT,
)

RECORDS: OperationSpec[Event] = OperationSpec(
    name="chats.records",
    method="GET",
    path="/records",
    responses=(ResponseSpec("200", Event, media="json-seq"),),
    accept="application/json-seq",
    retry=RetryPolicy.SAFE,
)


class Chats(SyncResource):
    """The calls under `client.chats`."""

    def create(self, *, prompt: str, stream: bool | Omit = omit) -> Event:
        """POST /chat"""
        return self._call(CREATE, {"prompt": prompt, "stream": stream})

    def create_stream(
        self, *, prompt: str, stream: bool | Omit = omit
    ) -> Stream[Event]:
        """POST /chat"""
        return self._stream(CREATE_STREAM, {"prompt": prompt, "stream": stream})

    def records(self) -> Stream[Event]:
        """GET /records"""
        return self._stream(RECORDS, {})

    @property
    def with_raw_response(self) -> "ChatsWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return ChatsWithRawResponse(self._raw())


class AsyncChats(AsyncResource):
    """The calls under `client.chats`."""

    async def create(self, *, prompt: str, stream: bool | Omit = omit) -> Event:
        """POST /chat"""
        return await self._call(CREATE, {"prompt": prompt, "stream": stream})

    async def create_stream(
        self, *, prompt: str, stream: bool | Omit = omit
    ) -> AsyncStream[Event]:
        """POST /chat"""
        return await self._stream(CREATE_STREAM, {"prompt": prompt, "stream": stream})

    async def records(self) -> AsyncStream[Event]:
        """GET /records"""
        return await self._stream(RECORDS, {})

    @property
    def with_raw_response(self) -> "AsyncChatsWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return AsyncChatsWithRawResponse(self._raw())


class ChatsWithRawResponse:
    """The calls of `Chats`, each returning the reply as it arrived."""

    def __init__(self, resource: Chats) -> None:
        self.create = to_raw(resource.create)


class AsyncChatsWithRawResponse:
    """The calls of `AsyncChats`, each returning the reply as it arrived."""

    def __init__(self, resource: AsyncChats) -> None:
        self.create = to_raw_async(resource.create)
