# SPDX-License-Identifier: MIT-0
"""The calls of `acme.notes`."""

from collections.abc import Sequence

from .._runtime import (
    AsyncResource,
    OperationSpec,
    ResponseSpec,
    RetryPolicy,
    SyncResource,
    XmlBody,
    XmlDocument,
    XmlList,
    XmlName,
    XmlText,
    to_raw,
    to_raw_async,
)
from .._xml import XML_OBJECTS
from ..types.note import Note

LIST: OperationSpec[Note] = OperationSpec(
    name="notes.list",
    method="GET",
    path="/notes",
    responses=(ResponseSpec("200", Note),),
    retry=RetryPolicy.SAFE,
)

ADD: OperationSpec[str] = OperationSpec(
    name="notes.add",
    method="POST",
    path="/notes",
    body=XmlBody(
        XmlDocument(XmlName("notes"), XmlList(XmlName("note"), XmlText()), XML_OBJECTS),
        whole="body",
        annotation=Sequence[str],
    ),
    responses=(ResponseSpec("200", str, media="text"),),
    accept="application/xml",
    retry=RetryPolicy.UNSENT,
)


class Notes(SyncResource):
    """The calls under `client.notes`."""

    def list(self) -> Note:
        """GET /notes"""
        return self._call(LIST, {})

    def add(self, *, body: Sequence[str]) -> str:
        """POST /notes"""
        return self._call(ADD, {"body": body})

    @property
    def with_raw_response(self) -> "NotesWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return NotesWithRawResponse(self._raw())


class AsyncNotes(AsyncResource):
    """The calls under `client.notes`."""

    async def list(self) -> Note:
        """GET /notes"""
        return await self._call(LIST, {})

    async def add(self, *, body: Sequence[str]) -> str:
        """POST /notes"""
        return await self._call(ADD, {"body": body})

    @property
    def with_raw_response(self) -> "AsyncNotesWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return AsyncNotesWithRawResponse(self._raw())


class NotesWithRawResponse:
    """The calls of `Notes`, each returning the reply as it arrived."""

    def __init__(self, resource: Notes) -> None:
        self.list = to_raw(resource.list)
        self.add = to_raw(resource.add)


class AsyncNotesWithRawResponse:
    """The calls of `AsyncNotes`, each returning the reply as it arrived."""

    def __init__(self, resource: AsyncNotes) -> None:
        self.list = to_raw_async(resource.list)
        self.add = to_raw_async(resource.add)
