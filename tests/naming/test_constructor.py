"""What credentials, defaults and hosts are called at a client's constructor."""

from __future__ import annotations

import pytest

from undrift.diagnostics import Place
from undrift.ir import (
    NO_DOCS,
    AnyValue,
    ApiKey,
    Client,
    Credential,
    Location,
    Omittable,
    Operation,
    OperationId,
    Origin,
    Parameter,
    Resend,
    Server,
)
from undrift.naming import (
    constructor_problems,
    credential_argument,
    default_argument,
    environment_names,
)

HERE = Origin("/components/securitySchemes/key")
STATED = Origin(f"{HERE.pointer}/x-undrift-credential")


@pytest.mark.parametrize(
    ("word", "scheme", "expected"),
    [
        ("api_key", "", "api_key"),
        ("Merchant-Id", "", "merchant_id"),
        ("base_url", "", "base_url_"),
        ("class", "", "class_"),
        ("", "firstKey", "first_key"),
        ("client_id", "otherFlow", "other_flow_client_id"),
    ],
)
def test_credentials(word: str, scheme: str, expected: str) -> None:
    assert (
        credential_argument(Credential(word, True, HERE, NO_DOCS, scheme)) == expected
    )


def server(environment: str, url: str = "https://api.example") -> Server:
    return Server(url, environment, Origin("/servers/0"))


def test_environments_are_told_apart() -> None:
    servers = (
        server("production", "https://a.example"),
        server("Test system", "https://b.example"),
        server("testSystem", "https://c.example"),
        server("plain.example", "https://plain.example"),
    )
    production, test, other, plain = environment_names(servers)
    assert (production, test, plain) == ("production", "test_system", "plain_example")
    assert other.startswith("test_system_")


def test_the_only_host_needs_no_name() -> None:
    assert environment_names((server(""),)) == ("",)


def header(client_default: str) -> Parameter:
    return Parameter(
        "X-Account",
        Location.HEADER,
        AnyValue(),
        Omittable(),
        Origin("/paths/~1a/get/parameters/0"),
        client_default=client_default,
    )


def client(credential: Credential, default: str = "") -> Client:
    key = ApiKey("key", Location.HEADER, "X-Key", credential, HERE)
    operation = Operation(
        OperationId("GET /a"),
        "GET",
        "/a",
        "",
        (),
        (header(default),),
        None,
        (),
        (),
        Resend.SAFE,
        Origin("/paths/~1a/get"),
    )
    return Client("T", "1", NO_DOCS, (), (key,), (operation,), {})


def problems(found: Client) -> list[str]:
    return [
        str(problem)
        for problem in constructor_problems(
            found, lambda pointer: Place("openapi.yaml", 1, 1, pointer)
        )
    ]


@pytest.mark.parametrize("word", ["base_url", "class"])
def test_a_stated_word_must_be_free(word: str) -> None:
    (problem,) = problems(client(Credential(word, True, STATED)))
    assert "error[UD042]" in problem
    assert f"#{STATED.pointer}: no argument can be called `{word}`" in problem


def test_a_word_that_is_not_stated_makes_way() -> None:
    assert not problems(client(Credential("", True, HERE, NO_DOCS, "environment")))


def test_a_default_is_named_as_stated() -> None:
    assert default_argument(header("account_id")) == "account_id"
    assert default_argument(header("")) == ""
    found = client(Credential("api_key", True, HERE), "timeout")
    (problem,) = problems(found)
    assert "/parameters/0/x-undrift-client-default" in problem
