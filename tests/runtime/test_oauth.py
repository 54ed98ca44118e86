"""OAuth 2.0 client credentials: fetched once, renewed in time, shown nowhere."""

from __future__ import annotations

import asyncio
import base64
import logging
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest

from tests.runtime.server import Say, Seen, Server, json_reply
from undrift.runtime import (
    APIConnectionError,
    APITimeoutError,
    Argument,
    AsyncClient,
    AsyncResource,
    AuthenticationError,
    Clock,
    ConfigurationError,
    MissingCredentialError,
    OAuth2ClientCredentialsScheme,
    OperationSpec,
    ResponseSpec,
    Service,
    SyncClient,
    SyncResource,
    TokenError,
)

SCHEME = OAuth2ClientCredentialsScheme("/oauth/token", ("read", "write"))
SECRET = "s3cret:of/mine+1"

CALL: OperationSpec[Any] = OperationSpec(
    name="things.make",
    method="POST",
    path="/things",
    responses=(ResponseSpec("200", Any),),
    security=(("oauth",),),
)

Answer = Callable[[Seen], Say]


def service(scheme: OAuth2ClientCredentialsScheme = SCHEME) -> Service:
    return Service(
        name="Things",
        prefix="THINGS",
        servers={},
        arguments=(
            Argument("client_id", secret=False, required=False),
            Argument("client_secret", secret=True, required=False),
            Argument("access_token", secret=True, required=False),
        ),
        schemes={"oauth": scheme},
    )


class Things(SyncResource):
    def make(self) -> Any:
        return self._call(CALL, {})


class AsyncThings(AsyncResource):
    async def make(self) -> Any:
        return await self._call(CALL, {})


GIVEN: dict[str, str | None] = {"client_id": "me", "client_secret": SECRET}


def sync_client(server: Server, given: dict[str, str | None] = GIVEN) -> SyncClient:
    return SyncClient(service(), arguments=given, base_url=f"{server.url}/v1")


def async_client(server: Server) -> AsyncClient:
    return AsyncClient(service(), arguments=GIVEN, base_url=f"{server.url}/v1")


def made(client: SyncClient) -> object:
    return Things(client).make()


async def amade(client: AsyncClient) -> object:
    return await AsyncThings(client).make()


class Endpoint:
    """A token endpoint and the API behind it."""

    def __init__(self, life: int | None = 3600, reply: Say | None = None) -> None:
        self.tokens: list[str] = []
        self.refused: set[str] = set()
        self._life = life
        self._reply = reply

    def __call__(self, seen: Seen) -> Say:
        if seen.target.startswith("/oauth/token"):
            if self._reply is not None:
                return self._reply
            time.sleep(0.02)
            self.tokens.append(f"token-number-{len(self.tokens) + 1}")
            life = "" if self._life is None else f',"expires_in":{self._life}'
            return json_reply(
                f'{{"access_token":"{self.tokens[-1]}","token_type":"Bearer"{life}}}'
            )
        [header] = seen.header("Authorization")
        token = header.removeprefix("Bearer ")
        if token in self.refused or token not in self.tokens:
            return json_reply(f'{{"message":"no {token}"}}', 401)
        return json_reply("{}")


def test_a_token_is_asked_for_as_documented_and_kept() -> None:
    endpoint = Endpoint()
    with Server([endpoint]) as server, sync_client(server) as client:
        made(client)
        made(client.with_options(timeout=5))
        asked, *calls = server.seen
        assert (asked.method, asked.target) == ("POST", "/oauth/token")
        assert asked.body == b"grant_type=client_credentials&scope=read+write"
        pair = base64.b64encode(b"me:s3cret%3Aof%2Fmine%2B1").decode()
        assert asked.header("Authorization") == [f"Basic {pair}"]
        assert [call.header("Authorization") for call in calls] == [
            ["Bearer token-number-1"]
        ] * 2


def test_credentials_may_travel_in_the_form_to_another_path() -> None:
    scheme = replace(SCHEME, token_url="token", scopes=(), authentication="body")
    with Server([json_reply('{"access_token":"t","token_type":"bearer"}')]) as server:
        url = f"{server.url}/v1"
        with SyncClient(service(scheme), arguments=GIVEN, base_url=url) as client:
            made(client)
        asked = server.seen[0]
        assert asked.target == "/v1/token"
        assert asked.header("Authorization") == []
        assert asked.body == (
            b"grant_type=client_credentials&client_id=me"
            b"&client_secret=s3cret%3Aof%2Fmine%2B1"
        )


def test_a_static_token_is_used_as_it_is() -> None:
    with Server([json_reply("{}")]) as server:
        with sync_client(server, {"access_token": "mine"}) as client:
            made(client)
        [seen] = server.seen
        assert seen.header("Authorization") == ["Bearer mine"]


def test_one_of_both_must_be_there() -> None:
    with Server([json_reply("{}")]) as server:
        with (
            sync_client(server, {"client_id": "me"}) as client,
            pytest.raises(MissingCredentialError, match="client_secret="),
        ):
            made(client)
        assert server.seen == []


def test_a_token_is_renewed_before_it_expires() -> None:
    now = [0.0]

    class Timed(SyncClient):
        _clock = Clock(monotonic=lambda: now[0])

    endpoint = Endpoint(life=100)
    with Server([endpoint]) as server:
        url = f"{server.url}/v1"
        with Timed(service(), arguments=GIVEN, base_url=url) as client:
            for now[0] in (0, 50, 89, 91, 92):
                made(client)
    assert len(endpoint.tokens) == 2


def test_a_token_that_lives_for_no_time_is_used_once() -> None:
    endpoint = Endpoint(life=0)
    with Server([endpoint]) as server, sync_client(server) as client:
        made(client)
    assert len(endpoint.tokens) == 1


def test_a_refused_token_is_renewed_once() -> None:
    endpoint = Endpoint()
    endpoint.refused = {"token-number-1"}
    with Server([endpoint]) as server, sync_client(server) as client:
        made(client)
        assert len(endpoint.tokens) == 2
        endpoint.refused |= {"token-number-2", "token-number-3"}
        with pytest.raises(AuthenticationError) as caught:
            made(client)
        assert len(endpoint.tokens) == 3
        assert caught.value.body == {"message": "no ***"}


def test_an_async_client_does_the_same_with_one_fetch_for_all() -> None:
    endpoint = Endpoint()
    endpoint.refused = {"token-number-1"}

    async def use(server: Server) -> None:
        async with async_client(server) as client:
            await asyncio.gather(*(amade(client) for _ in range(8)))

    with Server([endpoint]) as server:
        asyncio.run(use(server))
    assert len(endpoint.tokens) == 2


def test_threads_share_one_fetch() -> None:
    endpoint = Endpoint()
    barrier = threading.Barrier(8)
    with (
        Server([endpoint]) as server,
        sync_client(server) as client,
        ThreadPoolExecutor(8) as pool,
    ):

        def call(_: int) -> None:
            barrier.wait()
            made(client)

        list(pool.map(call, range(8)))
    assert len(endpoint.tokens) == 1


@pytest.mark.parametrize(
    ("reply", "status", "code"),
    [
        (json_reply('{"error":"invalid_client"}', 401), 401, "invalid_client"),
        (Say(400, b"<p>no</p>"), 400, None),
        (json_reply("[]"), 200, None),
        (json_reply('{"access_token":"a\\nb","token_type":"bearer"}'), 200, None),
        (json_reply('{"access_token":"ab","token_type":"mac"}'), 200, None),
        (json_reply('{"access_token":"\\u00e9","token_type":"bearer"}'), 200, None),
        (Say(302, headers=(("Location", "https://other.example"),)), 302, None),
    ],
)
def test_no_token_is_a_typed_error(reply: Say, status: int, code: str | None) -> None:
    async def use(server: Server) -> None:
        async with async_client(server) as client:
            await amade(client)

    with Server([Endpoint(reply=reply)]) as server:
        with sync_client(server) as client, pytest.raises(TokenError) as caught:
            made(client)
        assert (caught.value.status_code, caught.value.code) == (status, code)
        with pytest.raises(TokenError):
            asyncio.run(use(server))
        assert {seen.target for seen in server.seen} == {"/oauth/token"}


def test_a_token_endpoint_that_does_not_answer_means_nothing_was_sent() -> None:
    slow = Endpoint(reply=Say(chunks=(b"{", b"}", b""), drip=0.3))
    for endpoint, kind in (
        (slow, APITimeoutError),
        (Endpoint(reply=Say(drop=True)), APIConnectionError),
    ):
        with (
            Server([endpoint]) as server,
            sync_client(server) as client,
            pytest.raises(kind) as caught,
        ):
            made(client.with_options(deadline=0.4, max_retries=0))
        assert not caught.value.may_have_been_processed


@pytest.mark.parametrize(
    "url", ["http://auth.example/token", "https://u:p@auth.example", "//a b/", "ftp:x"]
)
def test_a_secret_goes_to_safe_places_only(url: str) -> None:
    scheme = replace(SCHEME, token_url=url)
    client = SyncClient(
        service(scheme), arguments=GIVEN, base_url="https://api.example"
    )
    with client, pytest.raises(ConfigurationError, match="the token URL"):
        made(client)


def test_neither_secret_nor_token_is_shown(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    endpoint = Endpoint()
    with Server([endpoint]) as server, sync_client(server) as client:
        made(client)
        endpoint.refused = {"token-number-1", "token-number-2"}
        with pytest.raises(AuthenticationError) as caught:
            made(client)
        shown = [repr(client), repr(client.__dict__), str(caught.value), caplog.text]
        shown += [repr(vars(caught.value)), repr(caught.value.response.content)]
    for secret in (SECRET, "token-number", "czNjcmV0"):
        assert not any(secret in text for text in shown)
