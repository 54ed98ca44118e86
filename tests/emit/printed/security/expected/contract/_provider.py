# SPDX-License-Identifier: MIT-0
"""How the contract tests make clients of `acme`."""

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

HEADER_KEY = "canary-acme-header-key"
QUERY_KEY = "canary-acme-query-key"
SESSION_ID = "canary-acme-session-id"
BEARER = "canary-acme-bearer"
SHARED_KEY = "canary-acme-shared-key"
USERNAME = "test-acme-username"
PASSWORD = "canary-acme-password"
CLIENT_ID = "test-acme-client-id"
CLIENT_SECRET = "canary-acme-client-secret"
ACCESS_TOKEN = "canary-acme-access-token"
SHARED_SECRET = "Y2FuYXJ5LXNlY3JldC1rZXktb2YtdGhlLXRlc3RzLTA="
MERCHANT_ID = "test-acme-merchant-id"
KEY_ID = "test-acme-key-id"
SECRET_KEY = "63616e6172792d7365637265742d6b6579"

PROVIDER: ProviderUnderTest[Acme, AsyncAcme] = ProviderUnderTest(
    open=lambda base_url, options: Acme(
        header_key=HEADER_KEY,
        query_key=QUERY_KEY,
        session_id=SESSION_ID,
        bearer=BEARER,
        shared_key=SHARED_KEY,
        username=USERNAME,
        password=PASSWORD,
        client_id=CLIENT_ID,
        client_secret=CLIENT_SECRET,
        access_token=ACCESS_TOKEN,
        shared_secret=SHARED_SECRET,
        merchant_id=MERCHANT_ID,
        key_id=KEY_ID,
        secret_key=SECRET_KEY,
        base_url=base_url,
        max_retries=options.max_retries,
        validation=options.validation,
    ),
    open_async=lambda base_url, options: AsyncAcme(
        header_key=HEADER_KEY,
        query_key=QUERY_KEY,
        session_id=SESSION_ID,
        bearer=BEARER,
        shared_key=SHARED_KEY,
        username=USERNAME,
        password=PASSWORD,
        client_id=CLIENT_ID,
        client_secret=CLIENT_SECRET,
        access_token=ACCESS_TOKEN,
        shared_secret=SHARED_SECRET,
        merchant_id=MERCHANT_ID,
        key_id=KEY_ID,
        secret_key=SECRET_KEY,
        base_url=base_url,
        max_retries=options.max_retries,
        validation=options.validation,
    ),
    base_path="/v2",
    secrets=(
        HEADER_KEY,
        QUERY_KEY,
        SESSION_ID,
        BEARER,
        SHARED_KEY,
        PASSWORD,
        CLIENT_SECRET,
        ACCESS_TOKEN,
        SHARED_SECRET,
        SECRET_KEY,
    ),
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
