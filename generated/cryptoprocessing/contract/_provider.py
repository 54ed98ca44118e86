# SPDX-License-Identifier: MIT-0
"""How the contract tests make clients of `cryptoprocessing`."""

from .. import (
    APIConnectionError,
    APIStatusError,
    AsyncCryptoprocessing,
    AuthenticationError,
    BadRequestError,
    ConflictError,
    Cryptoprocessing,
    CryptoprocessingError,
    InternalServerError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    ResponseDecodingError,
    ResponseValidationError,
    UnprocessableEntityError,
)
from ._support import Errors, ProviderUnderTest

API_KEY = "canary-cryptoprocessing-api-key"
SECRET_KEY = "canary-cryptoprocessing-secret-key"

PROVIDER: ProviderUnderTest[Cryptoprocessing, AsyncCryptoprocessing] = (
    ProviderUnderTest(
        open=lambda base_url, options: Cryptoprocessing(
            api_key=API_KEY,
            secret_key=SECRET_KEY,
            base_url=base_url,
            max_retries=options.max_retries,
            validation=options.validation,
        ),
        open_async=lambda base_url, options: AsyncCryptoprocessing(
            api_key=API_KEY,
            secret_key=SECRET_KEY,
            base_url=base_url,
            max_retries=options.max_retries,
            validation=options.validation,
        ),
        base_path="/api/v2",
        secrets=(API_KEY, SECRET_KEY),
        errors=Errors(
            base=CryptoprocessingError,
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
)
