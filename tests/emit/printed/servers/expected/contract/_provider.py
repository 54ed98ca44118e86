# SPDX-License-Identifier: MIT-0
"""How the contract tests make clients of `acme`."""

from typing import Final

from .. import (
    Acme,
    AcmeError,
    APIConnectionError,
    APIStatusError,
    AsyncAcme,
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
)
from ._support import Errors, ProviderUnderTest

TOKEN = "canary-acme-token"
TENANT = "test-acme-tenant"
VERSION: Final = "v2"
REGION = "eu"
PORT = "8443"
BASE = "/api/v2"
SERVER_TOKEN = "up"

PROVIDER: ProviderUnderTest[Acme, AsyncAcme] = ProviderUnderTest(
    open=lambda base_url, options: Acme(
        token=TOKEN,
        tenant=TENANT,
        version=VERSION,
        region=REGION,
        port=PORT,
        base=BASE,
        server_token=SERVER_TOKEN,
        base_url=base_url,
        max_retries=options.max_retries,
        validation=options.validation,
    ),
    open_async=lambda base_url, options: AsyncAcme(
        token=TOKEN,
        tenant=TENANT,
        version=VERSION,
        region=REGION,
        port=PORT,
        base=BASE,
        server_token=SERVER_TOKEN,
        base_url=base_url,
        max_retries=options.max_retries,
        validation=options.validation,
    ),
    base_path="/v2",
    secrets=(TOKEN,),
    errors=Errors(
        base=AcmeError,
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
