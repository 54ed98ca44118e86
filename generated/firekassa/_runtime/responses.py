# SPDX-License-Identifier: MIT-0
"""What a finished exchange means: the documented value, or a typed error."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from http import HTTPStatus
from typing import Any, Generic, TypeVar

from . import jsontext
from .decode import decode
from .deviation import Deviation, Validation, type_name
from .errors import (
    APIConnectionError,
    APIStatusError,
    APITimeoutError,
    PackageError,
    ResponseDecodingError,
    ResponseValidationError,
    TokenError,
    status_error_class,
)
from .events import StreamItem
from .exchange import TIMED_OUT
from .jsontext import Json
from .operation import OperationSpec, ResponseSpec
from .response import Decoded, Headers, Response, lifted, request_id_of
from .response_body import CUT, Arrival, AsyncArrival
from .retry import Failed, Finished, Opened, Received, Refused
from .secret import Redactor

_R = TypeVar("_R")

_LONGEST_MESSAGE = 200
_MESSAGE_KEYS = ("message", "detail", "title", "error", "error_description", "reason")


@dataclass(frozen=True, slots=True)
class ResponseReader(Generic[_R]):
    """Reads the replies of one operation."""

    operation: OperationSpec[_R]
    validation: Validation
    redactor: Redactor

    def response(self, finished: Finished) -> Response | Opened:
        """Return a successful response, whole or opened, or raise what came instead."""
        outcome = finished.outcome
        if isinstance(outcome, Opened):
            return outcome
        if isinstance(outcome, Failed):
            raise self._connection_error(outcome, finished.may_have_been_processed)
        if isinstance(outcome, Refused):
            raise self._token_error(outcome)
        if not _is_success(self.operation.responses, outcome.response.status_code):
            raise self._status_error(outcome)
        if outcome.broken:
            raise self._undecodable(outcome.response, outcome.broken)
        return outcome.response

    def decoded(self, response: Response) -> Decoded[Any]:
        """Return a successful reply's value, or raise that it is not as documented."""
        reply = documented(self.operation.responses, response)
        if reply is None:
            # Nothing is said of success: what comes is returned as it is.
            return Decoded(_leniently(response))
        if reply.annotation is None and not reply.empty:
            return Decoded(None)
        problem = ""
        value: Any = None
        noted: tuple[Deviation, ...] = ()
        try:
            value, noted = _content(response, reply)
        except ValueError as error:
            problem = str(error)
        if problem:
            raise self._undecodable(response, problem)
        if value is None and not response.content.strip():
            if reply.empty:
                return Decoded(None)
            raise self._undecodable(response, "the content is empty")
        if reply.annotation is None:
            decoded: Decoded[Any] = _nothing(value)
        else:
            decoded = decode(value, reply.annotation)
        if noted:
            decoded = Decoded(decoded.value, (*noted, *decoded.deviations))
        return self._checked(response, decoded)

    def item(
        self, head: Response, item: StreamItem, reply: ResponseSpec
    ) -> Decoded[Any]:
        """Return the value of one item of a stream, or raise that it has none."""
        response = Response(head.status_code, head.headers, item.content)
        problem = ""
        value: Any = None
        try:
            if reply.media == "sse-event":
                value = _event(item)
            elif reply.annotation is str:
                value = item.content.decode("utf-8", "replace")
            else:
                value = jsontext.read(item.content)
        except jsontext.JsonTextError as error:
            problem = str(error)
        if problem:
            raise self._undecodable(response, f"an item of the stream: {problem}")
        return self._checked(response, decode(value, reply.annotation))

    def broken(self, head: Response, reason: str) -> PackageError:
        """Return the error of a stream that broke off, or that cannot be read."""
        if reason in (TIMED_OUT, CUT):
            return self._connection_error(
                Failed(f"{reason} while the reply was read", True, reason == TIMED_OUT),
                processed=True,
            )
        return self._undecodable(head, reason)

    def _checked(self, response: Response, decoded: Decoded[Any]) -> Decoded[Any]:
        if decoded.deviations and self.validation == "strict":
            raise self._invalid(response, decoded.deviations)
        return decoded

    def _token_error(self, refused: Refused) -> TokenError:
        code = refused.code
        return TokenError(
            self._line(
                "no access token for", refused.reason, f"code {code}" if code else ""
            ),
            operation=self.operation.name,
            status_code=refused.status,
            code=None if code is None else self.redactor.text(code),
        )

    def _connection_error(self, failed: Failed, processed: bool) -> PackageError:
        error = APITimeoutError if failed.timed_out else APIConnectionError
        known = "it may have been processed" if processed else "nothing was sent"
        return error(
            self._line("no reply to", failed.reason, known),
            operation=self.operation.name,
            may_have_been_processed=processed,
        )

    def _status_error(self, received: Received) -> APIStatusError:
        response = self._masked(received.response)
        reply = documented(self.operation.errors, response)
        body = _leniently(response, reply)
        code = lifted(body, ("code",))
        request_id = request_id_of(response, body)
        status = response.status_code
        message = _message(body)
        line = self._line(
            f"{status} {_phrase(status)} from",
            f"code {code}" if code else "",
            "" if message == code else message,
            f"but {received.broken}" if received.broken else "",
            f"request {request_id}" if request_id else "",
        )
        modelled = reply is not None and isinstance(body, dict | list)
        return status_error_class(status)(
            line.strip(),
            operation=self.operation.name,
            response=response,
            body=decode(body, reply.annotation).value if reply and modelled else body,
            request_id=request_id,
            code=code,
        )

    def _undecodable(self, response: Response, problem: str) -> ResponseDecodingError:
        masked = self._masked(response)
        request_id = request_id_of(masked, None)
        return ResponseDecodingError(
            self._line(
                f"{response.status_code} from",
                f"the reply is not as documented: {problem}",
                "the request has most likely been processed",
                f"request {request_id}" if request_id else "",
            ),
            operation=self.operation.name,
            response=masked,
            body=masked.text,
            request_id=request_id,
        )

    def _invalid(
        self, response: Response, deviations: tuple[Deviation, ...]
    ) -> ResponseValidationError:
        masked = self._masked(response)
        body = _leniently(masked)
        request_id = request_id_of(masked, body)
        first = deviations[0]
        more = f" and {len(deviations) - 1} more" if len(deviations) > 1 else ""
        return ResponseValidationError(
            self._line(
                f"{response.status_code} from",
                f'the reply deviates at "{first.pointer}": expected {first.expected}, '
                f"got {first.got_type}{more}",
                "the request has been processed",
                f"request {request_id}" if request_id else "",
            ),
            operation=self.operation.name,
            response=masked,
            body=body,
            request_id=request_id,
            deviations=deviations,
        )

    def _line(self, start: str, *parts: str) -> str:
        """Return one line of text, control characters escaped, secrets masked."""
        said = "; ".join(part for part in parts if part)
        line = f"{start} {self.operation.name}{': ' if said else ''}{said}"
        return _printable(self.redactor.text(line))

    def _masked(self, response: Response) -> Response:
        """Return the response without what the server echoed of our secrets."""
        text = self.redactor.text
        fields = response.headers.fields
        return Response(
            response.status_code,
            Headers(tuple((text(name), text(value)) for name, value in fields)),
            self.redactor.content(response.content),
        )


def _nothing(value: Any) -> Decoded[Any]:
    """Return None for a reply that is documented to hold nothing."""
    if value is None or value == {}:
        return Decoded(None)
    return Decoded(None, (Deviation("", "an empty object", type_name(value)),))


def documented(
    replies: tuple[ResponseSpec, ...], response: Response | Arrival | AsyncArrival
) -> ResponseSpec | None:
    """Return the reply documented for a status; for a success, rather any than none."""
    status = response.status_code
    for wanted in (str(status), f"{status // 100}XX", "default"):
        for reply in replies:
            if reply.status.upper() == wanted.upper():
                return reply
    return replies[0] if replies and status < 300 else None


def _is_success(replies: tuple[ResponseSpec, ...], status: int) -> bool:
    """Tell whether a status is one of success: 2xx, or a redirect so documented."""
    redirects = {str(status), "3XX"} if 300 <= status < 400 else set[str]()
    return 200 <= status < 300 or any(r.status.upper() in redirects for r in replies)


def _event(item: StreamItem) -> Json:
    """Return a server-sent event as a JSON object (OpenAPI 3.2, section 4.14.4.1)."""
    event: dict[str, Json] = {"data": item.content.decode("utf-8", "replace")}
    if item.event != "message":
        event["event"] = item.event
    if item.id:
        event["id"] = item.id
    if item.retry is not None:
        event["retry"] = item.retry
    return event


def _content(
    response: Response, reply: ResponseSpec
) -> tuple[Any, tuple[Deviation, ...]]:
    """Return what a reply holds, and where it is not written as documented."""
    match reply.media:
        case "bytes":
            return response.content, ()
        case "text":
            return response.text, ()
        case "xml" if reply.xml is not None and response.content.strip():
            from .xml_read import read_xml  # imported by the clients that have XML

            return read_xml(response.content, response.charset, reply.xml)
        case _:
            return (response.json() if response.content.strip() else None), ()


def _leniently(response: Response, reply: ResponseSpec | None = None) -> Json:
    """Return parsed content whatever the media type says, else text, else None."""
    if not response.content.strip():
        return None
    if reply is not None and reply.xml is not None:
        with suppress(ValueError):
            value: Json = _content(response, reply)[0]
            return value
    try:
        return response.json()
    except jsontext.JsonTextError:
        return response.text


def _message(body: Json) -> str:
    """Return what an error body says to a person, shortened; markup says nothing."""
    if isinstance(body, str):
        text = "" if body.lstrip().startswith("<") else body.strip()
    else:
        text = lifted(body, _MESSAGE_KEYS) or ""
    if len(text) > _LONGEST_MESSAGE:
        text = f"{text[:_LONGEST_MESSAGE]}…"
    return text


def _printable(text: str) -> str:
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode()
        for char in text
    )


@lru_cache(maxsize=128)
def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "status"
