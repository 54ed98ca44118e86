"""What a server sees of us: robots.txt, pace, names, secrets."""

from __future__ import annotations

import shutil
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from tests.fetch.server import Clock, page, policy, redirect, site
from tests.runtime.server import Say, Seen
from undrift.fetch import (
    FetchPolicy,
    Missed,
    Moved,
    PageRequest,
    State,
    World,
    fetch_pages,
    header_problem,
    hosts_of,
    user_agent,
)
from undrift.fetch.addresses import address_problem, downgrades, inner_address

SECRET = "canary-s3cret"


def robots(text: str) -> Say:
    return page(text, "text/plain")


def test_robots_are_asked_once_and_obeyed() -> None:
    text = "User-agent: *\nDisallow: /\n\nUser-agent: undrift\nDisallow: /private/\n"
    with site({"/robots.txt": robots(text), "/a": page("a"), "/b": page("b")}) as it:
        requests = [PageRequest(f"{it.url}/{p}") for p in ("a", "b", "private/c")]
        found = fetch_pages(requests, policy(it))
        assert sorted(it.paths) == ["/a", "/b"]
        assert len(it.asked("/robots.txt")) == 1
    assert [f.state for f in found] == [State.OK, State.OK, State.BLOCKED]
    assert isinstance(found[2], Missed)
    assert found[2].reason == "robots.txt asks programs to stay away"


def test_robots_are_asked_of_where_a_redirect_leads() -> None:
    closed = robots("User-agent: *\nDisallow: /b")
    with site({"/robots.txt": closed, "/b": page("b")}) as second:
        with site({"/a": redirect(f"{second.url}/b")}) as first:
            (found,) = fetch_pages(
                [PageRequest(f"{first.url}/a")], policy(first, second)
            )
        assert second.paths == []
    assert found.state is State.BLOCKED


@pytest.mark.parametrize(
    ("answer", "allowed"),
    [
        (Say(404), True),
        (Say(403), True),
        (Say(401), True),
        (Say(500), False),
        (Say(503), False),
        (Say(429), False),
        (Say(429, b"", (("Retry-After", "999"),)), False),
        (Say(drop=True), False),
        (page("<html>Disallow: /</html>", "text/html"), True),
        (page(b"\xffUser-agent: *\nDisallow: /", "text/plain"), True),
        (page("User-agent: *\r\nDisallow: /", "text/plain"), False),
        (page("User-agent: *\nDisallow: /" + " " * 600_000, "text/plain"), False),
        (redirect("/other.txt"), False),
        (redirect("https://elsewhere.example/robots.txt"), True),
        (redirect("/robots.txt"), True),
    ],
)
def test_robots_that_cannot_be_read(answer: Say, allowed: bool) -> None:
    closed = robots("User-agent: undrift\nDisallow: /")
    answers = {"/robots.txt": answer, "/other.txt": closed, "/a": page("a")}
    with site(answers) as it:
        (found,) = fetch_pages(
            [PageRequest(f"{it.url}/a")], policy(it), world=Clock().world()
        )
        assert it.paths.count("/a") == int(allowed)
    assert found.state is (State.OK if allowed else State.BLOCKED)


def test_one_host_is_asked_at_a_steady_pace() -> None:
    clock = Clock()
    with site({f"/{name}": page(name) for name in "abcd"}) as it:
        bounds = replace(policy(it), rate=4, parallel=1)
        fetch_pages(
            [PageRequest(f"{it.url}/{n}") for n in "abcd"], bounds, world=clock.world()
        )
    # The robots.txt came first.
    assert clock.slept == [0.25] * 4


def test_a_delay_asked_for_is_kept_within_bounds() -> None:
    for asked, kept in ((2, 2), (900, 30)):
        clock = Clock()
        text = f"User-agent: *\nCrawl-delay: {asked}\n"
        with site(
            {"/robots.txt": robots(text), **{f"/{n}": page(n) for n in "ab"}}
        ) as it:
            bounds = replace(policy(it), parallel=1)
            fetch_pages(
                [PageRequest(f"{it.url}/{n}") for n in "ab"],
                bounds,
                world=clock.world(),
            )
        assert clock.slept == [kept]


def test_no_more_at_once_than_allowed() -> None:
    lock, now, most = threading.Lock(), [0], [0]
    gathered = threading.Barrier(3)

    def answer(seen: Seen) -> Say:
        with lock:
            now[0] += 1
            most[0] = max(most[0], now[0])
        # Passes only when three are here together.
        gathered.wait(5)
        with lock:
            now[0] -= 1
        return page(seen.target)

    with site({f"/{n}": answer for n in "abcdef"}) as it:
        bounds = replace(policy(it), parallel=3)
        fetch_pages([PageRequest(f"{it.url}/{n}") for n in "abcdef"], bounds)
    assert most == [3]


def test_who_asks() -> None:
    with site({"/a": page("a", Set_Cookie="track=1"), "/b": page("b")}) as it:
        agent = user_agent("1.2", "mailto:docs@acme.example")
        bounds = replace(policy(it), agent=agent, parallel=1)
        fetch_pages([PageRequest(f"{it.url}/{n}") for n in "ab"], bounds)
        for seen in it.server.seen:
            assert seen.header("user-agent") == [
                "undrift/1.2 (+mailto:docs@acme.example)"
            ]
            assert seen.header("accept-encoding") == ["gzip"]
            assert not seen.header("cookie")
    assert user_agent("1.2") == "undrift/1.2"


def secretive(*urls: str) -> FetchPolicy:
    headers = {"Authorization": f"Bearer {SECRET}"}
    return FetchPolicy(hosts_of(urls), headers, rate=0)


def test_a_secret_goes_to_allowed_hosts_only() -> None:
    with site({"/b": page("b")}) as other, site({"/x": page("x")}) as foreign:
        answers = {"/a": redirect(f"{other.url}/b"), "/f": redirect(f"{foreign.url}/x")}
        with site(answers) as it:
            requests = [PageRequest(f"{it.url}/a"), PageRequest(f"{it.url}/f")]
            bounds = secretive(it.url, other.url)
            moved, blocked = fetch_pages(requests, bounds)
            sent = [
                s.header("authorization") for s in it.server.seen if s.target == "/a"
            ]
            (asked,) = it.asked("/robots.txt")
        assert sent == [[f"Bearer {SECRET}"]]
        assert not asked.header("authorization")
        (seen,) = other.asked("/b")
        assert seen.header("authorization") == [f"Bearer {SECRET}"]
        assert not foreign.server.seen
    assert isinstance(moved, Moved)
    assert blocked.state is State.BLOCKED
    assert SECRET not in repr((moved, blocked, bounds))


@pytest.mark.parametrize(
    "value", ["", " x", "a\r\nX-Evil: 1", "a\0", "ключ", "a\u2028"]
)
def test_a_secret_that_is_no_header_is_never_quoted(value: str) -> None:
    with site({"/a": page("a")}) as it:
        bounds = replace(policy(it), headers={"X-Token": SECRET + value + " "})
        (found,) = fetch_pages([PageRequest(f"{it.url}/a")], bounds)
        assert not it.server.seen
    assert SECRET not in repr(found)
    assert header_problem("X-Token", value)


@pytest.mark.parametrize("name", ["", "a b", "a:b", "a\n", "ä"])
def test_names_that_no_header_has(name: str) -> None:
    assert header_problem(name, "x") == "its name is not that of a header"


HOSTS = frozenset({"docs.example", "docs.example:8443", "127.0.0.1:80", "[::1]:8080"})


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("https://docs.example/a", ""),
        ("https://docs.example:443/a", ""),
        ("https://docs.example:8443/a", ""),
        ("https://DOCS.example/a", ""),
        ("https://docs.example:8444/a", "docs.example:8444 is not among"),
        ("http://docs.example/a", "is not https"),
        ("ftp://docs.example/a", "is not https"),
        ("file:///etc/passwd", "is not an address of the web"),
        ("https://other.example/a", "the host other.example is not among"),
        ("https://docs.example.evil.example/a", "is not among"),
        ("https://docs.example@evil.example/a", "holds a password"),
        ("https://user:pass@docs.example/a", "holds a password"),
        ("https://docs.example:x/a", "is not an address of the web"),
        ("https://docs.example/a b", "characters that no address holds"),
        ("https://docs.example\\@evil.example/", "characters that no address holds"),
        ("https://docs.example\\.evil.example/", "characters that no address holds"),
        ("https://docs.example/a\r\nb", "characters that no address holds"),
        ("https://docs。example/a", "characters that no address holds"),
        ("https://127.0.0.1:8080/", "is not among"),
        ("//docs.example/a", "is not https"),
        ("a.md", "is not an address of the web"),
    ],
)
def test_addresses(url: str, problem: str) -> None:
    found = address_problem(url, HOSTS)
    assert (problem in found) if problem else (not found), found


def test_a_redirect_never_leaves_tls() -> None:
    assert downgrades("https://docs.example/", "http://127.0.0.1/")
    assert not downgrades("https://docs.example/", "https://docs.example/b")
    assert not downgrades("http://127.0.0.1/", "http://127.0.0.1/b")


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.8.8.8",
        "::1",
        "0.0.0.0",
        "169.254.169.254",
        "::ffff:127.0.0.1",
        "fe80::1%lo",
    ],
)
def test_a_name_that_leads_to_this_machine_is_refused(address: str) -> None:
    bounds = FetchPolicy(frozenset({"docs.example"}), rate=0)
    world = World(resolve=lambda host: ("192.0.2.1", address))
    (found,) = fetch_pages([PageRequest("https://docs.example/a")], bounds, world=world)
    assert isinstance(found, Missed)
    assert found.state is State.BLOCKED
    assert found.reason.startswith("the host docs.example leads to this machine")
    assert not inner_address("https://docs.example/a", ["192.0.2.1", "10.1.2.3"])


def test_robots_lead_nobody_to_this_machine() -> None:
    inner = "https://docs.example/robots.txt"
    with site({"/robots.txt": redirect(inner), "/a": page("a")}) as it:
        bounds = FetchPolicy(hosts_of([it.url, inner]), rate=0)
        world = World(resolve=lambda host: ("127.0.0.1",))
        (found,) = fetch_pages([PageRequest(f"{it.url}/a")], bounds, world=world)
    assert found.state is State.OK


def test_proxies_are_used_but_not_for_this_machine(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(seen: Seen) -> Say:
        return Say(502)

    with site({"docs.example:443": refuse}) as proxy, site({"/a": page("a")}) as it:
        for name in ("HTTPS_PROXY", "HTTP_PROXY", "https_proxy", "http_proxy"):
            monkeypatch.setenv(name, proxy.url)
        monkeypatch.delenv("NO_PROXY", raising=False)
        monkeypatch.delenv("no_proxy", raising=False)
        bounds = replace(
            policy(it), hosts=hosts_of([it.url, "https://docs.example"]), robots=False
        )
        requests = [PageRequest(f"{it.url}/a"), PageRequest("https://docs.example/b")]
        world = World(resolve=lambda host: ())
        found = fetch_pages(requests, bounds, world=world)
        (asked,) = proxy.server.seen
    assert (asked.method, asked.target) == ("CONNECT", "docs.example:443")
    assert [f.state for f in found] == [State.OK, State.UNREADABLE]


@pytest.mark.skipif(not shutil.which("openssl"), reason="makes a certificate")
def test_certificates_come_from_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.fetch.tls import serving

    with serving(tmp_path) as (url, certificate):
        bounds = FetchPolicy(hosts_of([url]), rate=0, robots=False)
        monkeypatch.delenv("SSL_CERT_FILE", raising=False)
        (refused,) = fetch_pages([PageRequest(f"{url}/a.md")], bounds)
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        found = fetch_pages(
            [PageRequest(f"{url}/a.md"), PageRequest(f"{url}/down")], bounds
        )
    assert isinstance(refused, Missed)
    assert refused.state is State.UNREADABLE
    assert "CERTIFICATE_VERIFY_FAILED" in refused.reason
    assert [f.state for f in found] == [State.OK, State.BLOCKED]
    assert isinstance(found[1], Missed)
    assert found[1].reason.endswith("that leaves https")


@pytest.mark.parametrize(
    ("variable", "value", "said"),
    [
        ("SSL_CERT_FILE", "/nowhere/ca.pem", "SSL_CERT_FILE"),
        ("SSL_CERT_FILE", __file__, "SSL_CERT_FILE"),
        ("HTTPS_PROXY", "http://user:hush@proxy:port", "HTTPS_PROXY"),
        ("ALL_PROXY", "ftp://proxy.example", "ALL_PROXY"),
    ],
)
def test_an_environment_that_cannot_be_used_is_said(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str, said: str
) -> None:
    monkeypatch.setenv(variable, value)
    with site({"/a.md": page("# A")}) as docs:
        (missed,) = fetch_pages([PageRequest(f"{docs.url}/a.md")], policy(docs))
    assert isinstance(missed, Missed)
    assert said in missed.reason
    assert "hush" not in missed.reason
