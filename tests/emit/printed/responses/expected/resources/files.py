# SPDX-License-Identifier: MIT-0
"""The calls of `acme.files`."""

from typing import Any

from .._runtime import (
    AsyncResource,
    OperationSpec,
    PathParameter,
    ResponseSpec,
    RetryPolicy,
    SyncResource,
    to_raw,
    to_raw_async,
    to_streaming,
    to_streaming_async,
)

READ: OperationSpec[bytes] = OperationSpec(
    name="files.read",
    method="GET",
    path="/files/{id}",
    parameters=(PathParameter("id", "id", str),),
    responses=(ResponseSpec("200", bytes, media="bytes"),),
    errors=(ResponseSpec("404", Any), ResponseSpec("422", Any)),
    accept="application/pdf",
    retry=RetryPolicy.SAFE,
)

TEXT: OperationSpec[str] = OperationSpec(
    name="files.text",
    method="PUT",
    path="/files/{id}",
    parameters=(PathParameter("id", "id", str),),
    responses=(ResponseSpec("200", str, media="text"),),
    accept="text/csv",
    retry=RetryPolicy.SAFE,
)

MOVE: OperationSpec[None] = OperationSpec(
    name="files.move",
    method="POST",
    path="/files/{id}",
    parameters=(PathParameter("id", "id", str),),
    responses=(ResponseSpec("303", None),),
    errors=(ResponseSpec("304", Any),),
    retry=RetryPolicy.UNSENT,
)

TOUCH: OperationSpec[Any] = OperationSpec(
    name="files.touch",
    method="PATCH",
    path="/files/{id}",
    parameters=(PathParameter("id", "id", str),),
    responses=(ResponseSpec("200", Any), ResponseSpec("201", None)),
    retry=RetryPolicy.UNSENT,
)


class Files(SyncResource):
    """The calls under `client.files`."""

    def read(self, id: str) -> bytes:
        """GET /files/{id}

        Raises:
            NotFoundError: 404. No such file.
            UnprocessableEntityError: 422. Not readable.
        """
        return self._call(READ, {"id": id})

    def text(self, id: str) -> str:
        """PUT /files/{id}"""
        return self._call(TEXT, {"id": id})

    def move(self, id: str) -> None:
        """POST /files/{id}

        Returns:
            None: 303. Elsewhere.

                The raw reply's `Location` header says where it leads.

        Raises:
            APIStatusError: 304. Not changed.
        """
        return self._call(MOVE, {"id": id})

    def touch(self, id: str) -> Any:
        """Touch it.

        Unconfirmed: Does it make one? (b.md:1)
        """
        return self._call(TOUCH, {"id": id})

    @property
    def with_raw_response(self) -> "FilesWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return FilesWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> "FilesWithStreamingResponse":
        """The calls that load content, each returning the reply while it arrives."""
        return FilesWithStreamingResponse(self._streaming())


class AsyncFiles(AsyncResource):
    """The calls under `client.files`."""

    async def read(self, id: str) -> bytes:
        """GET /files/{id}

        Raises:
            NotFoundError: 404. No such file.
            UnprocessableEntityError: 422. Not readable.
        """
        return await self._call(READ, {"id": id})

    async def text(self, id: str) -> str:
        """PUT /files/{id}"""
        return await self._call(TEXT, {"id": id})

    async def move(self, id: str) -> None:
        """POST /files/{id}

        Returns:
            None: 303. Elsewhere.

                The raw reply's `Location` header says where it leads.

        Raises:
            APIStatusError: 304. Not changed.
        """
        return await self._call(MOVE, {"id": id})

    async def touch(self, id: str) -> Any:
        """Touch it.

        Unconfirmed: Does it make one? (b.md:1)
        """
        return await self._call(TOUCH, {"id": id})

    @property
    def with_raw_response(self) -> "AsyncFilesWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return AsyncFilesWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> "AsyncFilesWithStreamingResponse":
        """The calls that load content, each returning the reply while it arrives."""
        return AsyncFilesWithStreamingResponse(self._streaming())


class FilesWithRawResponse:
    """The calls of `Files`, each returning the reply as it arrived."""

    def __init__(self, resource: Files) -> None:
        self.read = to_raw(resource.read)
        self.text = to_raw(resource.text)
        self.move = to_raw(resource.move)
        self.touch = to_raw(resource.touch)


class AsyncFilesWithRawResponse:
    """The calls of `AsyncFiles`, each returning the reply as it arrived."""

    def __init__(self, resource: AsyncFiles) -> None:
        self.read = to_raw_async(resource.read)
        self.text = to_raw_async(resource.text)
        self.move = to_raw_async(resource.move)
        self.touch = to_raw_async(resource.touch)


class FilesWithStreamingResponse:
    """The calls of `Files` that load content, read while it arrives."""

    def __init__(self, resource: Files) -> None:
        self.read = to_streaming(resource.read)


class AsyncFilesWithStreamingResponse:
    """The calls of `AsyncFiles` that load content, read while it arrives."""

    def __init__(self, resource: AsyncFiles) -> None:
        self.read = to_streaming_async(resource.read)
