# SPDX-License-Identifier: MIT-0
"""How the contract tests make clients of `meum`."""

from .. import (
    APIConnectionError,
    APIStatusError,
    AsyncMeum,
    AuthenticationError,
    BadRequestError,
    ConflictError,
    InternalServerError,
    Meum,
    MeumError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    ResponseDecodingError,
    ResponseValidationError,
    UnprocessableEntityError,
)
from ._support import Errors, ProviderUnderTest

API_KEY = "canary-meum-api-key"

PROVIDER: ProviderUnderTest[Meum, AsyncMeum] = ProviderUnderTest(
    open=lambda base_url, options: Meum(
        api_key=API_KEY,
        base_url=base_url,
        max_retries=options.max_retries,
        validation=options.validation,
    ),
    open_async=lambda base_url, options: AsyncMeum(
        api_key=API_KEY,
        base_url=base_url,
        max_retries=options.max_retries,
        validation=options.validation,
    ),
    base_path="",
    secrets=(API_KEY,),
    errors=Errors(
        base=MeumError,
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
