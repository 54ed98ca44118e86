"""Base URLs: https, whole, and nothing that could send a secret elsewhere."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest

from undrift.runtime import (
    Argument,
    ConfigurationError,
    OperationSpec,
    ResponseSpec,
    Service,
    SyncClient,
)
from undrift.runtime.address import address_of, target_of
from undrift.runtime.call import prepare_call
from undrift.runtime.limits import Limits
from undrift.runtime.settings import settings_of


@pytest.mark.parametrize(
    ("base_url", "shown", "host"),
    [
        ("https://api.example", "https://api.example", "api.example"),
        ("https://api.example/", "https://api.example", "api.example"),
        ("HTTPS://API.example:443/v1//", "https://api.example/v1", "api.example"),
        (
            "https://api.example:8443/v1",
            "https://api.example:8443/v1",
            "api.example:8443",
        ),
        ("https://exämple.com", "https://xn--exmple-cua.com", "xn--exmple-cua.com"),
        ("http://localhost:80/x", "http://localhost/x", "localhost"),
        ("http://127.0.0.2:8000", "http://127.0.0.2:8000", "127.0.0.2:8000"),
        ("http://[::1]:8000/a", "http://[::1]:8000/a", "[::1]:8000"),
        ("https://api.example/a%20b", "https://api.example/a%20b", "api.example"),
    ],
)
def test_addresses(base_url: str, shown: str, host: str) -> None:
    address = address_of(base_url)
    assert str(address) == shown
    assert address.host == host


@pytest.mark.parametrize(
    ("base_url", "problem"),
    [
        ("", "absolute"),
        ("api.example", "absolute"),
        ("//api.example", "absolute"),
        ("ftp://api.example", "absolute"),
        ("https:/api.example", "absolute"),
        ("https://", "no host"),
        ("https:///path", "no host"),
        ("http://api.example", "https"),
        ("http://127.0.0.1.example", "https"),
        ("http://localhost.example", "https"),
        ("https://user@api.example", "user name"),
        ("https://user:pass@api.example", "user name"),
        ("https://api.example?x=1", "query"),
        ("https://api.example?", "query"),
        ("https://api.example/#", "query"),
        ("https://{{your_api_domain}}", "placeholder"),
        ("https://<host>/api", "placeholder"),
        ("https://%7B%7Byour_api_domain%7D%7D", "placeholder"),
        ("https://-", "host name"),
        ("https://api%2eexample", "host name|not a URL"),
        ("https://api.example /", "blank"),
        ("https://api.example\n", "blank"),
        ("https://api.example\\@evil.example", "backslash"),
        ("https://api.example/a/../b", "segment"),
        ("https://api.example/%2e%2E/b", "segment"),
        ("https://api.example:99999", "port|not a URL"),
        ("https://api.example:0", "port"),
        ("https://api.example:x", "not a URL"),
        ("https://" + "a" * 64 + ".example", "host name|not a URL"),
        ("https://a..example", "host name|not a URL"),
    ],
)
def test_what_is_no_address(base_url: str, problem: str) -> None:
    with pytest.raises(ConfigurationError, match=problem) as caught:
        address_of(base_url)
    assert caught.value.__context__ is None


@pytest.mark.parametrize("base_url", [5, b"https://api.example", ["https://a.example"]])
def test_what_is_no_string(base_url: Any) -> None:
    with pytest.raises(ConfigurationError, match="string"):
        address_of(base_url)


def service(**servers: str) -> Service:
    return Service("Any", "NO_SUCH", {k.strip("_"): v for k, v in servers.items()})


def test_which_server_is_used() -> None:
    one = service(_="https://one.example/v1")
    many = service(production="https://live.example", test="https://test.example")

    def url(kind: Service, **options: str) -> str:
        client = SyncClient(kind, arguments={}, **options)  # type: ignore[arg-type]
        with client:
            return repr(client)

    assert url(one) == "SyncClient(base_url='https://one.example/v1')"
    assert "https://mine.example" in url(one, base_url="https://mine.example")
    assert "https://test.example" in url(many, environment="test")
    both = {"environment": "test", "base_url": "https://mine.example"}
    assert "https://mine.example" in url(many, **both)
    for kind, options, message in (
        (service(), {}, "needs base_url= .*: its documentation names no host"),
        (many, {}, 'needs environment="production" or "test" .*, or base_url='),
        (many, {"environment": "prod"}, 'environment="production" or "test"'),
        (one, {"environment": "test"}, "no environments"),
    ):
        with pytest.raises(ConfigurationError, match=message):
            url(kind, **options)


def test_an_operation_can_have_hosts_of_its_own() -> None:
    kind = Service(
        "Any",
        "NO_SUCH",
        {"live": "https://live.example", "test": "https://test.example"},
        (Argument("token", secret=True, required=False),),
    )
    operation: OperationSpec[None] = OperationSpec(
        "files.get",
        "GET",
        "/f",
        (ResponseSpec("200", None),),
        servers=(
            ("live", "https://files.example/a"),
            ("test", "https://f.test.example"),
        ),
    )

    def origin(environment: str, base_url: str | None) -> str:
        settings = settings_of(
            kind,
            arguments={},
            base_url=base_url,
            environment=environment,
            limits=Limits(),
            validation="record",
            on_deviation=None,
        )
        draft = prepare_call(settings, operation, {}).draft
        return draft.origin + draft.target

    assert origin("live", None) == "https://files.example/a/f"
    assert origin("test", None) == "https://f.test.example/f"
    assert origin("test", "https://mine.example/x/") == "https://mine.example/x/f"


def test_plain_http_is_for_a_host_that_the_user_gives_and_allows() -> None:
    def address(base_url: str | None, **option: bool) -> str:
        # What a document names is no host of the user's.
        service = Service("Any", "NO_SUCH", {"": "http://documented.example"})
        return str(
            settings_of(
                service,
                arguments={},
                base_url=base_url,
                environment=None,
                limits=Limits(),
                validation="record",
                on_deviation=None,
                **option,
            ).address
        )

    assert address("http://api:8080/v1", allow_http=True) == "http://api:8080/v1"
    assert address("https://api.example", allow_http=True) == "https://api.example"
    with pytest.raises(ConfigurationError, match="allow_http=True"):
        address("http://api:8080/v1")
    with pytest.raises(ConfigurationError, match="begin with https"):
        address(None, allow_http=True)
    with pytest.raises(ConfigurationError, match="allow_http must be"):
        address("http://api:8080", allow_http=1)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("", "/"),
        ("?a=b", "/?a=b"),
        ("/a b/é", "/a%20b/%C3%A9"),
        ("/a%20b?c=%7Bd%7D&e=f,g", "/a%20b?c=%7Bd%7D&e=f,g"),
        ('/a"<>\\^`{|}[]#', "/a%22%3C%3E%5C%5E%60%7B%7C%7D%5B%5D%23"),
        ("/a\r\nX-Evil: 1", "/a%0D%0AX-Evil:%201"),
        ("/{id}:act;v=1/@me/~$(x)!*'+", "/%7Bid%7D:act;v=1/@me/~$(x)!*'+"),
    ],
)
def test_a_target_is_sent_as_it_is_signed(text: str, sent: str) -> None:
    assert target_of(text) == sent
    if text:
        assert httpx2.URL(f"https://a.example{sent}").raw_path.decode() == sent


def test_options_may_come_from_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    many = Service(
        "Any",
        "ANY",
        {"production": "https://live.example", "test": "https://test.example"},
    )
    monkeypatch.setenv("ANY_ENVIRONMENT", "test")
    with SyncClient(many, arguments={}) as client:
        assert "https://test.example" in repr(client)
    with SyncClient(many, arguments={}, environment="production") as client:
        assert "https://live.example" in repr(client)
    monkeypatch.setenv("ANY_BASE_URL", "https://mine.example")
    with SyncClient(many, arguments={}) as client:
        assert "https://mine.example" in repr(client)
