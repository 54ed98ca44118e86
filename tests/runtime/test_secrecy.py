"""A canary secret appears nowhere, however a call ends and whoever logs."""

from __future__ import annotations

import base64
import html
import json
import logging
import pickle
import traceback
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest

from tests.runtime.server import Say, Seen, Server, json_reply
from undrift.runtime import (
    ApiKeyScheme,
    Argument,
    BasicScheme,
    BearerScheme,
    HmacScheme,
    JsonBody,
    OperationSpec,
    PackageError,
    ResponseSpec,
    RetryPolicy,
    Scheme,
    Service,
    SyncClient,
    SyncResource,
)
from undrift.runtime.exchange import OutgoingRequest
from undrift.runtime.secret import Redactor, Secret

CANARY = 'kn4rie/+"&<7f3a'

SCHEMES: dict[str, Scheme] = {
    "header": ApiKeyScheme("header", "X-Key", "secret"),
    "query": ApiKeyScheme("query", "api_key", "secret"),
    "bearer": BearerScheme("secret"),
    "basic": BasicScheme("user", "secret"),
    "hmac": HmacScheme("X-Signature", "sha512", "hex", "utf-8", "secret"),
}


class Call(SyncResource):
    """One call with one scheme."""

    def make(self, scheme: str) -> Any:
        operation: OperationSpec[Any] = OperationSpec(
            name="things.make",
            method="POST",
            path="/things",
            body=JsonBody(required=True),
            security=((scheme,),),
            responses=(ResponseSpec("200", dict[str, str]),),
            retry=RetryPolicy.SAFE,
        )
        return self._call(operation, {})


def client_of(server: Server, **options: Any) -> SyncClient:
    service = Service(
        "Things",
        "THINGS",
        {},
        (Argument("user", secret=False), Argument("secret", secret=True)),
        SCHEMES,
    )
    return SyncClient(
        service,
        arguments={"user": "someone", "secret": CANARY},
        base_url=server.url,
        **options,
    )


def forms() -> tuple[str, ...]:
    """Return every way in which the secret could be read from a text."""
    basic = base64.b64encode(f"someone:{CANARY}".encode()).decode()
    return CANARY, quote(CANARY, safe=""), basic, "kn4rie"


def assert_clean(text: str | bytes) -> None:
    for form in forms():
        assert form.encode() not in (text.encode() if isinstance(text, str) else text)


def echo(seen: Seen) -> Say:
    """Answer with everything that was received, in the body and in headers."""
    headers = "\n".join(f"{name}: {value}" for name, value in seen.headers)
    return Say(400, f"{seen.target}\n{headers}".encode())


def json_echo(status: int) -> Any:
    def reply(seen: Seen) -> Say:
        text = json.dumps({"message": seen.target, "error": dict(seen.headers)})
        return json_reply(text.replace("/", "\\/"), status)

    return reply


def html_echo(seen: Seen) -> Say:
    text = " ".join(f"{name} {value}" for name, value in seen.headers)
    return Say(200, f"<p>{html.escape(seen.target + text)}".encode())


ENDINGS: dict[str, Any] = {
    "success": json_reply('{"a":"b"}'),
    "deviation": json_reply('{"a":1}'),
    "echo": echo,
    "json echo": json_echo(422),
    "json echo in a success": json_echo(200),
    "html echo": html_echo,
    "server error": Say(500, b"no"),
    "redirect": Say(302, headers=(("Location", "https://elsewhere.example/"),)),
    "dropped": Say(drop=True),
    "cut off": Say(200, b"{", length=10),
    "slow": Say(200, chunks=(b"a",), drip=0.2),
}


@pytest.fixture
def log() -> Iterator[list[str]]:
    lines: list[str] = []

    class Keep(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(self.format(record))

    handler = Keep(level=logging.DEBUG)
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield lines
    root.removeHandler(handler)
    root.setLevel(level)


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_canary_stays_in_its_cage(scheme: str, ending: str, log: list[str]) -> None:
    with (
        Server([ENDINGS[ending]]) as server,
        client_of(server, timeout=0.1, max_retries=0, validation="strict") as client,
    ):
        texts = [repr(client), str(client), repr(Call(client)), repr(vars(client))]
        try:
            assert Call(client).make(scheme) == {"a": "b"}
        except PackageError as error:
            texts += [
                str(error),
                repr(error),
                "".join(traceback.format_exception(error)),
            ]
            texts += [repr(vars(error)), repr(getattr(error, "body", None))]
            assert_clean(pickle.dumps(error))
            response = getattr(error, "response", None)
            if response is not None:
                texts += [response.text, repr(response), repr(response.headers.fields)]
    assert server.seen
    assert log
    for text in (*texts, *log):
        assert_clean(text)


def test_the_server_does_get_the_secret() -> None:
    with Server([json_reply("{}")]) as server, client_of(server) as client:
        for scheme in SCHEMES:
            Call(client).make(scheme)
        header, query, bearer, basic, signature = server.seen
    assert header.header("x-key") == [CANARY]
    assert query.target == f"/things?api_key={quote(CANARY, safe='')}"
    assert bearer.header("authorization") == [f"Bearer {CANARY}"]
    assert basic.header("authorization") == [f"Basic {forms()[2]}"]
    assert len(signature.header("x-signature")[0]) == 128


def test_a_secret_shows_itself_to_nobody() -> None:
    secret = Secret(CANARY)
    assert_clean(f"{secret} {secret!r} {secret!s} {secret:>40} {[secret]}")
    with pytest.raises(TypeError):
        pickle.dumps(secret)
    assert secret.reveal() == CANARY


def test_very_short_secrets_do_not_blot_out_ordinary_text() -> None:
    assert Redactor(["token"]).text("no such token") == "no such token"
    assert Redactor(["tok_12345"]).text("no tok_12345") == "no ***"


def test_a_request_on_its_way_shows_nothing_that_may_be_secret() -> None:
    shown = repr(
        OutgoingRequest(
            "GET",
            "https://a.test",
            "/?key=hush",
            [(b"Authorization", b"hush")],
            b"hush",
            {"read": 1.0},
        )
    )
    assert "https://a.test" in shown
    assert "hush" not in shown
