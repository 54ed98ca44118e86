"""Credentials and signatures: the published vectors, over the bytes that are sent."""

from __future__ import annotations

import base64
import calendar
import hashlib
import hmac

import pytest

from undrift.runtime import (
    ApiKeyScheme,
    Argument,
    BasicScheme,
    BearerScheme,
    ConfigurationError,
    HmacScheme,
    HttpSignatureScheme,
    JsonBody,
    MissingCredentialError,
    OperationSpec,
    PathParameter,
    QueryParameter,
    ResponseSpec,
    Scheme,
    Service,
    SyncClient,
    SyncResource,
)
from undrift.runtime.auth import authorize
from undrift.runtime.call import prepare_call
from undrift.runtime.limits import Clock, Limits
from undrift.runtime.request import RequestDraft
from undrift.runtime.secret import Secret
from undrift.runtime.settings import ClientSettings, settings_of

BODY = b'{"currency":"BTC","foreign_id":"123456"}'
HMAC_SECRET = "AbCdEfG123456"
HMAC_HEX = (
    "03c25fcf7cd35e7d995e402cd5d51edd72d48e1471e865907967809a0c189ba5"
    "5b90815f20e2bb10f82c7a9e9d865546fda58989c2ae9e8e2ff7bc29195fa1ec"
)
SIGNATURE_SECRET = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
DATE = calendar.timegm((2024, 7, 18, 0, 18, 3))

SIGNED = HttpSignatureScheme(
    header="Signature",
    algorithm="sha256",
    algorithm_name="HmacSHA256",
    key_encoding="base64",
    headers=("host", "date", "request-target", "digest", "v-c-merchant-id"),
    bodiless_headers=("host", "date", "request-target", "v-c-merchant-id"),
    header_arguments=(("v-c-merchant-id", "merchant_id"),),
    key_id_argument="key_id",
    secret_argument="secret_key",
)
CREDENTIALS = {
    "merchant_id": Secret("testmerchant"),
    "key_id": Secret("key-1"),
    "secret_key": Secret(SIGNATURE_SECRET),
}


def draft(target: str, content: bytes | None, host: str = "h") -> RequestDraft:
    return RequestDraft("POST", f"https://{host}", host, target, (), content)


def test_hmac_vector() -> None:
    scheme = HmacScheme("X-Signature", "sha512", "hex", "utf-8", "secret")
    signed = authorize(draft("/", BODY), (scheme,), {"secret": Secret(HMAC_SECRET)}, 0)
    assert signed.headers == (("X-Signature", HMAC_HEX),)


@pytest.mark.parametrize("algorithm", ["sha256", "sha384", "sha512"])
def test_hmac_encodings(algorithm: str) -> None:
    scheme = HmacScheme("S", algorithm, "base64", "hex", "secret")  # type: ignore[arg-type]
    signed = authorize(draft("/", None), (scheme,), {"secret": Secret("00ff")}, 0)
    expected = base64.b64encode(hmac.digest(b"\x00\xff", b"", algorithm)).decode()
    assert signed.headers == (("S", expected),)


def test_http_signature_vector() -> None:
    signed = authorize(
        draft(
            "/invoicing/v2/invoices/2675/cancelation",
            b"{}",
            "apitest.visaacceptance.com",
        ),
        (SIGNED,),
        CREDENTIALS,
        DATE,
    )
    digest = base64.b64encode(hashlib.sha256(b"{}").digest()).decode()
    assert signed.headers == (
        ("v-c-merchant-id", "testmerchant"),
        ("Date", "Thu, 18 Jul 2024 00:18:03 GMT"),
        ("Digest", f"SHA-256={digest}"),
        (
            "Signature",
            'keyid="key-1", algorithm="HmacSHA256", '
            'headers="host date request-target digest v-c-merchant-id", '
            'signature="i+mgeEmzW2VEuo6zJNKHbomFEAK5fY3JhB7RLw6BMI4="',
        ),
    )


def test_http_signature_without_a_body_and_with_a_port_and_a_query_key() -> None:
    query = ApiKeyScheme("query", "k", "merchant_id")
    signed = authorize(
        draft("/x?a=1", None, "localhost:8443"), (SIGNED, query), CREDENTIALS, DATE
    )
    assert signed.target == "/x?a=1&k=testmerchant"
    lines = (
        "host: localhost:8443\ndate: Thu, 18 Jul 2024 00:18:03 GMT\n"
        "request-target: post /x?a=1&k=testmerchant\nv-c-merchant-id: testmerchant"
    )
    key = base64.b64decode(SIGNATURE_SECRET)
    mac = base64.b64encode(hmac.digest(key, lines.encode(), "sha256")).decode()
    headers = dict(signed.headers)
    assert "Digest" not in headers
    assert f'signature="{mac}"' in headers["Signature"]


SCHEMES: dict[str, Scheme] = {
    "bearer": BearerScheme("token"),
    "basic": BasicScheme("user", "password"),
    "cookie": ApiKeyScheme("cookie", "sid", "token"),
    "hmac": HmacScheme("X-Signature", "sha512", "hex", "base64", "password"),
}


def settings(**arguments: str) -> ClientSettings:
    optional = (
        Argument("token", secret=True, required=False),
        Argument("user", secret=False, required=False),
        Argument("password", secret=True, required=False),
    )
    return settings_of(
        Service("Any", "NO_SUCH", {"": "https://any.example"}, optional, SCHEMES),
        arguments=arguments,
        base_url=None,
        environment=None,
        limits=Limits(),
        validation="record",
        on_deviation=None,
    )


def sent(settings: ClientSettings, *security: tuple[str, ...]) -> RequestDraft:
    operation: OperationSpec[None] = OperationSpec(
        "any.call",
        "GET",
        "/{a}",
        (ResponseSpec("200", None),),
        parameters=(PathParameter("a", "a"), QueryParameter("b", "b")),
        security=security,
    )
    plan = prepare_call(settings, operation, {"a": "x"}).plan(Clock())
    attempt = next(plan)
    return attempt.draft  # type: ignore[union-attr]


def test_the_first_alternative_that_can_be_met_is_used() -> None:
    both = settings(token="t0", user="u", password="cGFzcw==")
    assert ("Authorization", "Bearer t0") in sent(both, ("bearer",), ("basic",)).headers
    one = settings(user="u", password="cGFzcw==")
    basic = ("Authorization", "Basic dTpjR0Z6Y3c9PQ==")
    assert basic in sent(one, ("bearer",), ("basic",)).headers
    none = settings()
    assert "Authorization" not in dict(sent(none, ("bearer",), ()).headers)
    assert ("Authorization", "Bearer t0") in sent(both, ("bearer",), ()).headers
    together = dict(sent(both, ("cookie", "basic", "hmac")).headers)
    assert together["Cookie"] == "sid=t0"
    assert {"Authorization", "X-Signature"} < set(together)
    with pytest.raises(MissingCredentialError) as raised:
        sent(none, ("bearer",), ("basic",), ("cookie",))
    assert str(raised.value) == (
        "any.call needs token= (or NO_SUCH_TOKEN in the environment), or user= "
        "(or NO_SUCH_USER in the environment) and password= "
        "(or NO_SUCH_PASSWORD in the environment)"
    )


def test_who_can_say_who_calls_does_where_nobody_must() -> None:
    for security in (((), ("bearer",)), (("bearer",), ())):
        assert ("Authorization", "Bearer t0") in sent(
            settings(token="t0"), *security
        ).headers
        assert "Authorization" not in dict(sent(settings(), *security).headers)


def test_a_scheme_of_one_token_is_sent_by_its_name() -> None:
    draft = RequestDraft("GET", "https://any.example", "any.example", "/", (), None)
    scheme = BearerScheme("key", "SharedAccessKey")
    signed = authorize(draft, (scheme,), {"key": Secret("k0")}, DATE)
    assert signed.headers == (("Authorization", "SharedAccessKey k0"),)


def only_basic(username: str, password: str) -> ClientSettings:
    arguments = (Argument("user", secret=False), Argument("password", secret=True))
    basic: dict[str, Scheme] = {"basic": BasicScheme("user", "password")}
    return settings_of(
        Service("Any", "NO_SUCH", {"": "https://any.example"}, arguments, basic),
        arguments={"user": username, "password": password},
        base_url=None,
        environment=None,
        limits=Limits(),
        validation="record",
        on_deviation=None,
    )


def test_basic_credentials_are_utf_8() -> None:
    found = dict(sent(only_basic("test", "123\u00a3"), ("basic",)).headers)
    # RFC 7617, section 2.1
    assert found["Authorization"] == "Basic dGVzdDoxMjPCow=="


@pytest.mark.parametrize(
    ("username", "password", "problem"),
    [
        ("a:b", "secret-0", "user must hold no colon"),
        ("a", "secret-0\n", "password must not hold control characters"),
        ("a\x85", "secret-0", "user must not hold control characters"),
        ("a", "secret-0\udcff", "password is not valid Unicode"),
    ],
)
def test_basic_credentials_that_cannot_be_sent_are_refused(
    username: str, password: str, problem: str
) -> None:
    with pytest.raises(ConfigurationError) as raised:
        only_basic(username, password)
    assert str(raised.value) == problem


def test_a_signing_secret_in_the_wrong_encoding_is_refused_without_showing_it() -> None:
    with pytest.raises(ConfigurationError, match="password is not base64") as caught:
        settings(password="not base64!")
    assert "not base64!" not in str(caught.value)
    assert caught.value.__context__ is None


def test_signatures_cover_the_bytes_that_are_sent() -> None:
    from tests.runtime.server import Server, json_reply

    service = Service(
        "Signed",
        "NO_SUCH",
        {},
        (Argument("secret", secret=True),),
        {"hmac": HmacScheme("X-Signature", "sha512", "hex", "utf-8", "secret")},
    )
    operation: OperationSpec[object] = OperationSpec(
        "signed.call",
        "POST",
        "/x",
        (ResponseSpec("200", object),),
        body=JsonBody(whole="body"),
        security=(("hmac",),),
    )

    class Calls(SyncResource):
        def call(self, body: object) -> object:
            return self._call(operation, {"body": body})

    with (
        Server([json_reply("{}")]) as server,
        SyncClient(
            service, arguments={"secret": HMAC_SECRET}, base_url=server.url
        ) as client,
    ):
        bodies: list[object] = [{"z": "é\U0001f600", "a": 1}, {}, "", None]
        for body in bodies:
            Calls(client).call(body)
        for seen in server.seen:
            mac = hmac.digest(HMAC_SECRET.encode(), seen.body, "sha512").hex()
            assert seen.header("X-Signature") == [mac]
            assert seen.header("Content-Length") == [str(len(seen.body))]
