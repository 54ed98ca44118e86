# SPDX-License-Identifier: MIT-0
"""`Acme` and `AsyncAcme`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import httpx2

from ._runtime import (
    DEFAULT_DEADLINE,
    DEFAULT_MAX_RETRIES,
    DEFAULT_TIMEOUT,
    ApiKeyScheme,
    Argument,
    AsyncClient,
    BasicScheme,
    BearerScheme,
    HmacScheme,
    HttpSignatureScheme,
    OAuth2ClientCredentialsScheme,
    OnDeviation,
    Service,
    SyncClient,
    Validation,
)

if TYPE_CHECKING:
    from .resources.keys import (
        AsyncKeys,
        AsyncKeysWithRawResponse,
        Keys,
        KeysWithRawResponse,
    )
    from .resources.signed import (
        AsyncSigned,
        AsyncSignedWithRawResponse,
        Signed,
        SignedWithRawResponse,
    )
    from .resources.tokens import (
        AsyncTokens,
        AsyncTokensWithRawResponse,
        Tokens,
        TokensWithRawResponse,
    )

SERVICE = Service(
    name="Acme",
    prefix="ACME",
    servers={"": "https://api.example/v2"},
    arguments=(
        Argument("header_key", secret=True, required=False),
        Argument("query_key", secret=True, required=False),
        Argument("session_id", secret=True, required=False),
        Argument("bearer", secret=True, required=False),
        Argument("shared_key", secret=True, required=False),
        Argument("username", secret=False, required=False),
        Argument("password", secret=True, required=False),
        Argument("client_id", secret=False, required=False),
        Argument("client_secret", secret=True, required=False),
        Argument("access_token", secret=True, required=False),
        Argument("shared_secret", secret=True, required=False),
        Argument("merchant_id", secret=False, required=False),
        Argument("key_id", secret=False, required=False),
        Argument("secret_key", secret=True, required=False),
    ),
    schemes={
        "headerKey": ApiKeyScheme("header", "X-Key", "header_key"),
        "queryKey": ApiKeyScheme("query", "key", "query_key"),
        "cookieKey": ApiKeyScheme("cookie", "sid", "session_id"),
        "bearer": BearerScheme("bearer"),
        "shared": BearerScheme("shared_key", "SharedAccessKey"),
        "basic": BasicScheme("username", "password"),
        "oauth": OAuth2ClientCredentialsScheme(
            token_url="/oauth/token", scopes=("write",)
        ),
        "hmac": HmacScheme(
            header="X-Signature",
            algorithm="sha512",
            encoding="base64",
            key_encoding="base64",
            secret_argument="shared_secret",
        ),
        "signature": HttpSignatureScheme(
            header="Signature",
            algorithm="sha256",
            algorithm_name="hmac-sha256",
            key_encoding="hex",
            headers=(
                "host",
                "date",
                "request-target",
                "digest",
                "v-merchant",
            ),
            bodiless_headers=(
                "host",
                "date",
                "request-target",
                "v-merchant",
            ),
            header_arguments=(("v-merchant", "merchant_id"),),
            key_id_argument="key_id",
            secret_argument="secret_key",
        ),
    },
)


class Acme(SyncClient):
    """Acme client."""

    def __init__(
        self,
        *,
        header_key: str | None = None,
        query_key: str | None = None,
        session_id: str | None = None,
        bearer: str | None = None,
        shared_key: str | None = None,
        username: str | None = None,
        password: str | None = None,
        client_id: str | None = None,
        client_secret: str | None = None,
        access_token: str | None = None,
        shared_secret: str | None = None,
        merchant_id: str | None = None,
        key_id: str | None = None,
        secret_key: str | None = None,
        base_url: str | None = None,
        allow_http: bool = False,
        timeout: float = DEFAULT_TIMEOUT,
        deadline: float = DEFAULT_DEADLINE,
        max_retries: int = DEFAULT_MAX_RETRIES,
        validation: Validation = "record",
        http_client: httpx2.Client | None = None,
        on_deviation: OnDeviation | None = None,
    ) -> None:
        """Make a client; nothing is sent yet.

        Args:
            header_key: From the console. Default: `ACME_HEADER_KEY` in the
                environment.
            query_key: Default: `ACME_QUERY_KEY` in the environment.
            session_id: Default: `ACME_SESSION_ID` in the environment.
            bearer: A token. Default: `ACME_BEARER` in the environment.
            shared_key: Default: `ACME_SHARED_KEY` in the environment.
            username: Default: `ACME_USERNAME` in the environment.
            password: Default: `ACME_PASSWORD` in the environment.
            client_id: Ask for a client. Default: `ACME_CLIENT_ID` in the
                environment.
            client_secret: Ask for a client. Default: `ACME_CLIENT_SECRET` in the
                environment.
            access_token: Ask for a client. Default: `ACME_ACCESS_TOKEN` in the
                environment.
            shared_secret: Default: `ACME_SHARED_SECRET` in the environment.
            merchant_id: Default: `ACME_MERCHANT_ID` in the environment.
            key_id: Default: `ACME_KEY_ID` in the environment.
            secret_key: Default: `ACME_SECRET_KEY` in the environment.
            base_url: Replaces https://api.example/v2, path included.
            allow_http: Let `base_url` be a plain http one of another machine, as in
                a cluster or of a test server; credentials then travel unencrypted.
            timeout: Seconds that connecting, sending or reading may each take.
            deadline: Seconds that a whole call may take, retries included.
            max_retries: How often a call is sent again where that is safe.
            validation: `"record"` returns what deviates from the documentation as
                it arrived; `"strict"` raises.
            http_client: Your own httpx2 client; it is never closed here.
            on_deviation: Called with each deviation of a reply.
        """
        super().__init__(
            SERVICE,
            arguments={
                "header_key": header_key,
                "query_key": query_key,
                "session_id": session_id,
                "bearer": bearer,
                "shared_key": shared_key,
                "username": username,
                "password": password,
                "client_id": client_id,
                "client_secret": client_secret,
                "access_token": access_token,
                "shared_secret": shared_secret,
                "merchant_id": merchant_id,
                "key_id": key_id,
                "secret_key": secret_key,
            },
            base_url=base_url,
            allow_http=allow_http,
            timeout=timeout,
            deadline=deadline,
            max_retries=max_retries,
            validation=validation,
            http_client=http_client,
            on_deviation=on_deviation,
        )

    @cached_property
    def keys(self) -> Keys:
        """The calls under `keys`."""
        from .resources.keys import Keys

        return Keys(self)

    @cached_property
    def signed(self) -> Signed:
        """The calls under `signed`."""
        from .resources.signed import Signed

        return Signed(self)

    @cached_property
    def tokens(self) -> Tokens:
        """The calls under `tokens`."""
        from .resources.tokens import Tokens

        return Tokens(self)

    @property
    def with_raw_response(self) -> AcmeWithRawResponse:
        """The same calls, each returning the reply as it arrived."""
        return AcmeWithRawResponse(self)


class AsyncAcme(AsyncClient):
    """Acme client for asyncio."""

    def __init__(
        self,
        *,
        header_key: str | None = None,
        query_key: str | None = None,
        session_id: str | None = None,
        bearer: str | None = None,
        shared_key: str | None = None,
        username: str | None = None,
        password: str | None = None,
        client_id: str | None = None,
        client_secret: str | None = None,
        access_token: str | None = None,
        shared_secret: str | None = None,
        merchant_id: str | None = None,
        key_id: str | None = None,
        secret_key: str | None = None,
        base_url: str | None = None,
        allow_http: bool = False,
        timeout: float = DEFAULT_TIMEOUT,
        deadline: float = DEFAULT_DEADLINE,
        max_retries: int = DEFAULT_MAX_RETRIES,
        validation: Validation = "record",
        http_client: httpx2.AsyncClient | None = None,
        on_deviation: OnDeviation | None = None,
    ) -> None:
        """Make a client; nothing is sent yet.

        Args:
            header_key: From the console. Default: `ACME_HEADER_KEY` in the
                environment.
            query_key: Default: `ACME_QUERY_KEY` in the environment.
            session_id: Default: `ACME_SESSION_ID` in the environment.
            bearer: A token. Default: `ACME_BEARER` in the environment.
            shared_key: Default: `ACME_SHARED_KEY` in the environment.
            username: Default: `ACME_USERNAME` in the environment.
            password: Default: `ACME_PASSWORD` in the environment.
            client_id: Ask for a client. Default: `ACME_CLIENT_ID` in the
                environment.
            client_secret: Ask for a client. Default: `ACME_CLIENT_SECRET` in the
                environment.
            access_token: Ask for a client. Default: `ACME_ACCESS_TOKEN` in the
                environment.
            shared_secret: Default: `ACME_SHARED_SECRET` in the environment.
            merchant_id: Default: `ACME_MERCHANT_ID` in the environment.
            key_id: Default: `ACME_KEY_ID` in the environment.
            secret_key: Default: `ACME_SECRET_KEY` in the environment.
            base_url: Replaces https://api.example/v2, path included.
            allow_http: Let `base_url` be a plain http one of another machine, as in
                a cluster or of a test server; credentials then travel unencrypted.
            timeout: Seconds that connecting, sending or reading may each take.
            deadline: Seconds that a whole call may take, retries included.
            max_retries: How often a call is sent again where that is safe.
            validation: `"record"` returns what deviates from the documentation as
                it arrived; `"strict"` raises.
            http_client: Your own httpx2 client; it is never closed here.
            on_deviation: Called with each deviation of a reply.
        """
        super().__init__(
            SERVICE,
            arguments={
                "header_key": header_key,
                "query_key": query_key,
                "session_id": session_id,
                "bearer": bearer,
                "shared_key": shared_key,
                "username": username,
                "password": password,
                "client_id": client_id,
                "client_secret": client_secret,
                "access_token": access_token,
                "shared_secret": shared_secret,
                "merchant_id": merchant_id,
                "key_id": key_id,
                "secret_key": secret_key,
            },
            base_url=base_url,
            allow_http=allow_http,
            timeout=timeout,
            deadline=deadline,
            max_retries=max_retries,
            validation=validation,
            http_client=http_client,
            on_deviation=on_deviation,
        )

    @cached_property
    def keys(self) -> AsyncKeys:
        """The calls under `keys`."""
        from .resources.keys import AsyncKeys

        return AsyncKeys(self)

    @cached_property
    def signed(self) -> AsyncSigned:
        """The calls under `signed`."""
        from .resources.signed import AsyncSigned

        return AsyncSigned(self)

    @cached_property
    def tokens(self) -> AsyncTokens:
        """The calls under `tokens`."""
        from .resources.tokens import AsyncTokens

        return AsyncTokens(self)

    @property
    def with_raw_response(self) -> AsyncAcmeWithRawResponse:
        """The same calls, each returning the reply as it arrived."""
        return AsyncAcmeWithRawResponse(self)


class AcmeWithRawResponse:
    """`Acme`, its calls returning replies as they arrived."""

    def __init__(self, client: Acme) -> None:
        self._client = client

    @property
    def keys(self) -> KeysWithRawResponse:
        """The calls under `keys`."""
        return self._client.keys.with_raw_response

    @property
    def signed(self) -> SignedWithRawResponse:
        """The calls under `signed`."""
        return self._client.signed.with_raw_response

    @property
    def tokens(self) -> TokensWithRawResponse:
        """The calls under `tokens`."""
        return self._client.tokens.with_raw_response


class AsyncAcmeWithRawResponse:
    """`AsyncAcme`, its calls returning replies as they arrived."""

    def __init__(self, client: AsyncAcme) -> None:
        self._client = client

    @property
    def keys(self) -> AsyncKeysWithRawResponse:
        """The calls under `keys`."""
        return self._client.keys.with_raw_response

    @property
    def signed(self) -> AsyncSignedWithRawResponse:
        """The calls under `signed`."""
        return self._client.signed.with_raw_response

    @property
    def tokens(self) -> AsyncTokensWithRawResponse:
        """The calls under `tokens`."""
        return self._client.tokens.with_raw_response
