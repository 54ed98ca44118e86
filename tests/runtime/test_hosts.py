"""Hosts with parts that a caller fills in, and paths at a host that a caller names."""

from __future__ import annotations

import pytest

from undrift.runtime import (
    Argument,
    ConfigurationError,
    HostTemplate,
    HostVariable,
    OperationSpec,
    ResponseSpec,
    Service,
)
from undrift.runtime.call import prepare_call
from undrift.runtime.hosts import ServiceHost
from undrift.runtime.limits import Limits
from undrift.runtime.settings import settings_of

TENANT = HostTemplate(
    "https://{tenant}.acme.test/{version}/x",
    (
        HostVariable("tenant", "tenant"),
        HostVariable("version", "version", "v2"),
    ),
)
REGION = HostTemplate(
    "https://{region}.acme.test",
    (HostVariable("region", "region", "eu", ("eu", "us")),),
)
PATH = HostTemplate("/api/{version}", (HostVariable("version", "version", "v2"),))


def target(
    host: ServiceHost | dict[str, ServiceHost],
    *,
    base_url: str | None = None,
    environment: str | None = None,
    servers: tuple[tuple[str, ServiceHost], ...] = (),
    allow_http: bool = False,
    arguments: dict[str, str] | None = None,
) -> str:
    names = ("tenant", "version", "region")
    service = Service(
        "Any",
        "NO_SUCH",
        host if isinstance(host, dict) else {"": host},
        tuple(Argument(name, secret=False, required=False) for name in names),
    )
    settings = settings_of(
        service,
        arguments=arguments or {},
        base_url=base_url,
        environment=environment,
        limits=Limits(),
        validation="record",
        on_deviation=None,
        allow_http=allow_http,
    )
    operation: OperationSpec[None] = OperationSpec(
        "any.call", "GET", "/c", (ResponseSpec("200", None),), servers=servers
    )
    draft = prepare_call(settings, operation, {}).draft
    return draft.origin + draft.target


@pytest.mark.parametrize(
    ("host", "arguments", "sent"),
    [
        (TENANT, {"tenant": "me"}, "https://me.acme.test/v2/x/c"),
        (TENANT, {"tenant": "me", "version": "a b/é"}, "https://me.acme.test/a%20b/%C3%A9/x/c"),
        (TENANT, {"tenant": "me", "version": "/v3/"}, "https://me.acme.test/v3/x/c"),
        (TENANT, {"tenant": "me", "version": "a?b#c"}, "https://me.acme.test/a%3Fb%23c/x/c"),
        (REGION, {}, "https://eu.acme.test/c"),
        (REGION, {"region": "us"}, "https://us.acme.test/c"),
    ],
)  # fmt: skip
def test_parts_are_filled_in(
    host: ServiceHost, arguments: dict[str, str], sent: str
) -> None:
    assert target(host, arguments=arguments) == sent


@pytest.mark.parametrize(
    "tenant", ["evil.test/", "evil.test?", "evil.test#", "a@evil.test", "a\\b", "a b"]
)
def test_no_part_leads_to_another_host(tenant: str) -> None:
    with pytest.raises(ConfigurationError, match="tenant is no part of a host"):
        target(TENANT, arguments={"tenant": tenant})


@pytest.mark.parametrize(
    ("host", "arguments", "problem"),
    [
        (TENANT, {}, r"needs tenant= \(or NO_SUCH_TENANT .*\), or base_url="),
        (TENANT, {"tenant": "evil.test:1"}, "not a URL|no valid"),
        (TENANT, {"tenant": "me", "version": ".."}, "no . or .. segment"),
        (TENANT, {"tenant": "me", "version": "{x}"}, "placeholder"),
        (REGION, {"region": "asia"}, 'region must be "eu" or "us"'),
        (PATH, {}, "needs base_url="),
    ],
)
def test_what_cannot_be_called_is_said(
    host: ServiceHost, arguments: dict[str, str], problem: str
) -> None:
    with pytest.raises(ConfigurationError, match=problem):
        target(host, arguments=arguments)


def test_a_path_is_kept_at_the_host_that_is_given() -> None:
    assert target(PATH, base_url="https://mine.test") == "https://mine.test/api/v2/c"
    assert target(PATH, base_url="https://mine.test/all") == "https://mine.test/all/c"
    third = {"version": "v3"}
    cluster = target(PATH, base_url="http://api:80", allow_http=True, arguments=third)
    assert cluster == "http://api/api/v3/c"
    # Nothing lacks where the host is given.
    assert target(TENANT, base_url="https://mine.test") == "https://mine.test/c"


def test_a_call_with_hosts_of_its_own_goes_to_no_other() -> None:
    own: tuple[tuple[str, ServiceHost], ...] = (("", "/own"),)
    assert target(REGION, servers=own) == "https://eu.acme.test/own/c"
    mine = target(REGION, servers=own, base_url="http://x:8/v1", allow_http=True)
    assert mine == "http://x:8/own/c"
    uncallable: tuple[tuple[str, ServiceHost], ...] = (("", ""),)
    with pytest.raises(ConfigurationError, match=r"any\.call needs base_url="):
        target(REGION, servers=uncallable)
    assert target(REGION, servers=uncallable, base_url="https://m.test") == (
        "https://m.test/c"
    )
    hosts: dict[str, ServiceHost] = {
        "live": "https://live.test",
        "test": "https://t.test",
    }
    live: tuple[tuple[str, ServiceHost], ...] = (
        ("live", "https://files.test"),
        ("a", ""),
    )
    assert target(hosts, environment="live", servers=live) == "https://files.test/c"
    with pytest.raises(ConfigurationError, match=r"any\.call needs base_url="):
        target(hosts, environment="test", servers=live)


def test_a_variable_that_a_url_does_not_hold_changes_nothing() -> None:
    host = HostTemplate("https://a.test/x", (HostVariable("region", "region", "eu"),))
    assert host.filled({}) == "https://a.test/x"
