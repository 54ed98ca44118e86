# SPDX-License-Identifier: MIT-0
"""The calls of `acme.files`."""

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

DOWNLOAD: OperationSpec[bytes] = OperationSpec(
    name="files.download",
    method="GET",
    path="/files/{id}",
    parameters=(PathParameter("id", "id", int),),
    security=(("oauth",),),
    servers=(("", "https://cdn.example"),),
    responses=(ResponseSpec("200", bytes, media="bytes"),),
    accept="application/octet-stream",
    retry=RetryPolicy.SAFE,
)

UPLOAD: OperationSpec[None] = OperationSpec(
    name="files.upload",
    method="PUT",
    path="/files/{id}",
    parameters=(PathParameter("id", "id", int),),
    security=(("oauth",),),
    servers=(
        ("production", "https://files.example"),
        ("sandbox", "https://files.sandbox.example"),
    ),
    responses=(ResponseSpec("204", None),),
    retry=RetryPolicy.SAFE,
)


class Files(SyncResource):
    """The calls under `client.files`."""

    def download(self, id: int) -> bytes:
        """GET /files/{id}"""
        return self._call(DOWNLOAD, {"id": id})

    def upload(self, id: int) -> None:
        """PUT /files/{id}"""
        return self._call(UPLOAD, {"id": id})

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

    async def download(self, id: int) -> bytes:
        """GET /files/{id}"""
        return await self._call(DOWNLOAD, {"id": id})

    async def upload(self, id: int) -> None:
        """PUT /files/{id}"""
        return await self._call(UPLOAD, {"id": id})

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
        self.download = to_raw(resource.download)
        self.upload = to_raw(resource.upload)


class AsyncFilesWithRawResponse:
    """The calls of `AsyncFiles`, each returning the reply as it arrived."""

    def __init__(self, resource: AsyncFiles) -> None:
        self.download = to_raw_async(resource.download)
        self.upload = to_raw_async(resource.upload)


class FilesWithStreamingResponse:
    """The calls of `Files` that load content, read while it arrives."""

    def __init__(self, resource: Files) -> None:
        self.download = to_streaming(resource.download)


class AsyncFilesWithStreamingResponse:
    """The calls of `AsyncFiles` that load content, read while it arrives."""

    def __init__(self, resource: AsyncFiles) -> None:
        self.download = to_streaming_async(resource.download)
