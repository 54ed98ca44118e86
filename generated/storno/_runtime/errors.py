# SPDX-License-Identifier: MIT-0
"""Everything that a client raises, in one tree under `PackageError`.

An error carries no request and no secret: it can be logged, pickled and copied. What a
server echoed of a secret is masked in its text, `body` and `response`.
"""

from __future__ import annotations

from typing import Any

from .deviation import Deviation, Violation
from .response import Response


class PackageError(Exception):
    """The base of everything that this package raises on purpose."""

    def __reduce__(self) -> tuple[Any, ...]:
        return _revive, (type(self), self.args, self.__dict__.copy())


def _revive(
    cls: type[PackageError], args: tuple[object, ...], state: dict[str, object]
) -> PackageError:
    error = cls.__new__(cls, *args)
    error.__dict__.update(state)
    return error


class ConfigurationError(PackageError, ValueError):
    """The client was constructed with something that cannot work."""


class MissingCredentialError(ConfigurationError):
    """A credential is given neither as an argument nor in the environment."""


class RequestError(PackageError, ValueError):
    """A request was refused before anything was sent."""


class RequestValidationError(RequestError):
    """A request breaks documented constraints (`validation="strict"` only)."""

    def __init__(self, message: str, *, violations: tuple[Violation, ...]) -> None:
        super().__init__(message)
        self.violations = violations


class APIError(PackageError):
    """The base of what can happen once a request is on its way."""

    def __init__(self, message: str, *, operation: str) -> None:
        super().__init__(message)
        self.operation = operation


class APIConnectionError(APIError):
    """No complete reply arrived.

    `may_have_been_processed` is False only where certainly nothing was sent.
    """

    def __init__(
        self, message: str, *, operation: str, may_have_been_processed: bool
    ) -> None:
        super().__init__(message, operation=operation)
        self.may_have_been_processed = may_have_been_processed


class APITimeoutError(APIConnectionError):
    """A phase took longer than `timeout`, or the whole call than `deadline`."""


class TokenError(APIError):
    """No access token could be had, so the call was not made.

    `status_code` is what the token endpoint answered, and `code` its `error` (RFC 6749,
    section 5.2) where it gave one.
    """

    def __init__(
        self, message: str, *, operation: str, status_code: int, code: str | None
    ) -> None:
        super().__init__(message, operation=operation)
        self.status_code = status_code
        self.code = code


class APIReplyError(APIError):
    """The base of errors that carry a reply."""

    def __init__(
        self,
        message: str,
        *,
        operation: str,
        response: Response,
        body: Any,
        request_id: str | None,
    ) -> None:
        super().__init__(message, operation=operation)
        self.response = response
        self.body = body
        self.request_id = request_id

    @property
    def status_code(self) -> int:
        """The reply's HTTP status."""
        return self.response.status_code


class APIStatusError(APIReplyError):
    """The server answered with a status that is no success.

    `body` is the documented error model, else parsed JSON, else text, else None.
    """

    def __init__(
        self,
        message: str,
        *,
        operation: str,
        response: Response,
        body: Any,
        request_id: str | None,
        code: str | None,
    ) -> None:
        super().__init__(
            message,
            operation=operation,
            response=response,
            body=body,
            request_id=request_id,
        )
        self.code = code


class BadRequestError(APIStatusError):
    """400."""


class AuthenticationError(APIStatusError):
    """401."""


class PermissionDeniedError(APIStatusError):
    """403."""


class NotFoundError(APIStatusError):
    """404."""


class ConflictError(APIStatusError):
    """409."""


class UnprocessableEntityError(APIStatusError):
    """422."""


class RateLimitError(APIStatusError):
    """429."""


class InternalServerError(APIStatusError):
    """500 to 599."""


class ResponseDecodingError(APIReplyError):
    """The server reported success with content that is not what is documented at all.

    `body` is the content as text. The request has most likely been processed.
    """

    may_have_been_processed = True


class ResponseValidationError(APIReplyError):
    """A successful reply deviates from its documentation (`validation="strict"`).

    `body` is the parsed JSON. The request has been processed.
    """

    may_have_been_processed = True

    def __init__(
        self,
        message: str,
        *,
        operation: str,
        response: Response,
        body: Any,
        request_id: str | None,
        deviations: tuple[Deviation, ...],
    ) -> None:
        super().__init__(
            message,
            operation=operation,
            response=response,
            body=body,
            request_id=request_id,
        )
        self.deviations = deviations


def status_error_class(status: int) -> type[APIStatusError]:
    """Return the error class of a status that is no success."""
    match status:
        case 400:
            return BadRequestError
        case 401:
            return AuthenticationError
        case 403:
            return PermissionDeniedError
        case 404:
            return NotFoundError
        case 409:
            return ConflictError
        case 422:
            return UnprocessableEntityError
        case 429:
            return RateLimitError
        case _ if 500 <= status <= 599:
            return InternalServerError
        case _:
            return APIStatusError
