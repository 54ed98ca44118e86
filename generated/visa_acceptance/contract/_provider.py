# SPDX-License-Identifier: MIT-0
"""How the contract tests make clients of `visa_acceptance`."""

from .. import (
    APIConnectionError,
    APIStatusError,
    AsyncVisaAcceptance,
    AuthenticationError,
    BadRequestError,
    ConflictError,
    InternalServerError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    ResponseDecodingError,
    ResponseValidationError,
    UnprocessableEntityError,
    VisaAcceptance,
    VisaAcceptanceError,
)
from ._support import Errors, ProviderUnderTest

MERCHANT_ID = "test-visa-acceptance-merchant-id"
KEY_ID = "test-visa-acceptance-key-id"
SECRET_KEY = "Y2FuYXJ5LXNlY3JldC1rZXktb2YtdGhlLXRlc3RzLTA="

PROVIDER: ProviderUnderTest[VisaAcceptance, AsyncVisaAcceptance] = ProviderUnderTest(
    open=lambda base_url, options: VisaAcceptance(
        merchant_id=MERCHANT_ID,
        key_id=KEY_ID,
        secret_key=SECRET_KEY,
        base_url=base_url,
        max_retries=options.max_retries,
        validation=options.validation,
    ),
    open_async=lambda base_url, options: AsyncVisaAcceptance(
        merchant_id=MERCHANT_ID,
        key_id=KEY_ID,
        secret_key=SECRET_KEY,
        base_url=base_url,
        max_retries=options.max_retries,
        validation=options.validation,
    ),
    base_path="",
    secrets=(SECRET_KEY,),
    errors=Errors(
        base=VisaAcceptanceError,
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
