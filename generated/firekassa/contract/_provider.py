# SPDX-License-Identifier: MIT-0
"""How the contract tests make clients of `firekassa`."""

from .. import (
    APIConnectionError,
    APIStatusError,
    AsyncFireKassa,
    AuthenticationError,
    BadRequestError,
    ConflictError,
    FireKassa,
    FireKassaError,
    InternalServerError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    ResponseDecodingError,
    ResponseValidationError,
    UnprocessableEntityError,
)
from ._support import Errors, ProviderUnderTest

TOKEN = "canary-firekassa-token"

PROVIDER: ProviderUnderTest[FireKassa, AsyncFireKassa] = ProviderUnderTest(
    open=lambda base_url, options: FireKassa(
        token=TOKEN,
        base_url=base_url,
        max_retries=options.max_retries,
        validation=options.validation,
    ),
    open_async=lambda base_url, options: AsyncFireKassa(
        token=TOKEN,
        base_url=base_url,
        max_retries=options.max_retries,
        validation=options.validation,
    ),
    base_path="",
    secrets=(TOKEN,),
    errors=Errors(
        base=FireKassaError,
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
