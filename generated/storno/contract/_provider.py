# SPDX-License-Identifier: MIT-0
"""How the contract tests make clients of `storno`."""

from .. import (
    APIConnectionError,
    APIStatusError,
    AsyncStorno,
    AuthenticationError,
    BadRequestError,
    ConflictError,
    InternalServerError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    ResponseDecodingError,
    ResponseValidationError,
    Storno,
    StornoError,
    UnprocessableEntityError,
)
from ._support import Errors, ProviderUnderTest

TOKEN = "canary-storno-token"
COMPANY = "550e8400-e29b-41d4-a716-446655440000"

PROVIDER: ProviderUnderTest[Storno, AsyncStorno] = ProviderUnderTest(
    open=lambda base_url, options: Storno(
        token=TOKEN,
        company=COMPANY,
        base_url=base_url,
        max_retries=options.max_retries,
        validation=options.validation,
    ),
    open_async=lambda base_url, options: AsyncStorno(
        token=TOKEN,
        company=COMPANY,
        base_url=base_url,
        max_retries=options.max_retries,
        validation=options.validation,
    ),
    base_path="",
    secrets=(TOKEN,),
    errors=Errors(
        base=StornoError,
        connection=APIConnectionError,
        decoding=ResponseDecodingError,
        validation=ResponseValidationError,
        status=APIStatusError,
        server=InternalServerError,
        by_status={
            400: BadRequestError,
            401: AuthenticationError,
            403: PermissionDeniedError,
            404: NotFoundError,
            409: ConflictError,
            422: UnprocessableEntityError,
            429: RateLimitError,
        },
    ),
)
