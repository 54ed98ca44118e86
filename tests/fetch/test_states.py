"""Every state of a page, as a real server brings it about."""

from __future__ import annotations

import gzip
import socket
import tracemalloc
from dataclasses import replace

import pytest

from tests.fetch.server import Answer, Clock, page, policy, redirect, site, turns
from tests.runtime.server import Say
from undrift.fetch import (
    Fetched,
    Missed,
    Moved,
    Ok,
    PageContent,
    PageRequest,
    State,
    Unchanged,
    fetch_pages,
)
from undrift.fetch.content import BoundedBody, TooLarge

PAGE = "# Cancel\n"
FORM = '<html><form><input name=p type="password"></form></html>'
HTML = "<!DOCTYPE html><html><body><h1>Cancel</h1></body></html>"
BOMB = gzip.compress(bytes(64 * 1024 * 1024))


def fetched(answer: Answer, *, known: str = "", html: bool = False) -> Fetched:
    with site({"/cancel.md": answer, "/new.md": page(PAGE)}) as running:
        request = PageRequest(f"{running.url}/cancel.md", known, html=html)
        (found,) = fetch_pages([request], policy(running), world=Clock().world())
    return found


def missed(answer: Answer, *, html: bool = False) -> tuple[State, str]:
    found = fetched(answer, html=html)
    assert isinstance(found, Missed), found
    assert "\n" not in found.reason
    return found.state, found.reason


@pytest.mark.parametrize(
    "kind",
    [
        "text/markdown",
        "text/plain; charset=utf-8",
        "text/x-markdown",
        "application/json",
        "application/vnd.oai.openapi+json;version=3.1",
        "application/yaml",
        "Application/X-YAML",
        "application/octet-stream",
        "",
    ],
)
def test_a_page_is_kept_as_served(kind: str) -> None:
    text = "\ufeff# Счёт\r\n".encode()
    found = fetched(page(text, kind, ETag='"7"', Last_Modified="Mon, 1 Jan 2024"))
    assert isinstance(found, Ok)
    assert found.state is State.OK
    assert found.content == PageContent(
        text, kind.partition(";")[0].lower(), '"7"', "Mon, 1 Jan 2024"
    )


def test_compressed_content_is_undone() -> None:
    packed = gzip.compress(PAGE.encode()) + gzip.compress(b"more\n")
    found = fetched(page(packed, Content_Encoding="gzip"))
    assert isinstance(found, Ok)
    assert found.content.data == b"# Cancel\nmore\n"


def test_html_is_content_where_it_was_asked_for() -> None:
    assert isinstance(fetched(page(HTML, "text/html"), html=True), Ok)
    assert missed(page(FORM, "text/html"), html=True)[0] is State.LOGIN


def test_unchanged() -> None:
    with site({"/cancel.md": Say(304)}) as running:
        request = PageRequest(f"{running.url}/cancel.md", '"7"', "Mon, 1 Jan 2024")
        (found,) = fetch_pages([request], policy(running))
        (seen,) = running.asked("/cancel.md")
    assert found == Unchanged(request.url)
    assert seen.header("if-none-match") == ['"7"']
    assert seen.header("if-modified-since") == ["Mon, 1 Jan 2024"]


def test_unchanged_needs_something_that_was_known() -> None:
    assert missed(Say(304))[0] is State.UNREADABLE


def test_what_could_not_be_sent_is_not() -> None:
    assert isinstance(fetched(page(PAGE), known='"a"\r\nX-Evil: 1'), Ok)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_moved(status: int) -> None:
    found = fetched(redirect("/new.md#top", status), known='"7"')
    assert isinstance(found, Moved)
    assert found.state is State.MOVED
    assert found.to.endswith("/new.md")
    assert found.content.data == PAGE.encode()


def test_what_is_known_is_known_of_the_first_address_only() -> None:
    with site({"/a.md": redirect("/b.md"), "/b.md": page(PAGE)}) as running:
        fetch_pages([PageRequest(f"{running.url}/a.md", '"7"')], policy(running))
        (seen,) = running.asked("/b.md")
    assert not seen.header("if-none-match")


@pytest.mark.parametrize("status", [404, 410])
def test_gone(status: int) -> None:
    assert missed(Say(status)) == (State.GONE, f"HTTP {status}")


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("# Page not found\n\nThe page `/cancel` does not exist.\n", True),
        ("---\ntitle: x\n---\n\n# 404\n", True),
        ("# 404 Not Found\n\n| Code | Meaning |\n|---|---|\n| 404 | Gone |\n", False),
        ("# Not founded in 1999\n", False),
        ("# Cancel\n\n# Not found\n", False),
    ],
)
def test_gone_by_a_notice(text: str, gone: bool) -> None:
    found = fetched(page(text))
    assert isinstance(found, Missed if gone else Ok)
    if isinstance(found, Missed):
        assert found.state is State.GONE


@pytest.mark.parametrize("status", [400, 403, 407, 418, 429, 451, 500, 502, 503])
def test_blocked_by_status(status: int) -> None:
    assert missed(Say(status)) == (State.BLOCKED, f"HTTP {status}")


@pytest.mark.parametrize("status", [200, 403, 503])
def test_blocked_by_a_captcha(status: int) -> None:
    text = b"<html><title>Just a moment</title><div class=cf-chl-widget></div></html>"
    state, reason = missed(Say(status, text, (("Content-Type", "text/html"),)))
    assert state is State.BLOCKED
    assert "a captcha stands where the page was" in reason


def test_a_page_with_a_captcha_of_its_own_is_no_challenge() -> None:
    long = HTML + "<script src=recaptcha.js></script>" + "<p>text</p>" * 4000
    state, reason = missed(page(long, "text/html"))
    assert state is State.UNREADABLE
    assert "HTML, where a page as text was expected" in reason


def test_login_by_status() -> None:
    state, reason = missed(Say(401, b"", (("WWW-Authenticate", "Basic"),)))
    assert (state, reason) == (State.LOGIN, "HTTP 401: the page asks for credentials")


@pytest.mark.parametrize(
    "kind", ["text/html", "text/markdown", "application/xhtml+xml"]
)
@pytest.mark.parametrize(
    "form", [FORM, "<html><form id='x' action=/user/sign-in><input></form></html>"]
)
def test_login_by_a_form(kind: str, form: str) -> None:
    assert missed(page(f"\n<!-- x -->\n{form}", kind))[0] is State.LOGIN


@pytest.mark.parametrize(
    "to",
    ["https://login.acme.example/?token=s3cret", "https://id.example/oauth/authorize"],
)
def test_login_by_a_redirect_elsewhere(to: str) -> None:
    state, reason = missed(redirect(to))
    assert state is State.LOGIN
    assert "s3cret" not in reason


def test_login_by_a_redirect_on_the_site() -> None:
    answers = {
        "/a.md": redirect("/log-in?to=/a.md"),
        "/log-in?to=/a.md": page(HTML, "text/html"),
    }
    with site(answers) as running:
        (found,) = fetch_pages([PageRequest(f"{running.url}/a.md")], policy(running))
    assert isinstance(found, Missed)
    assert found.state is State.LOGIN
    assert found.reason.endswith("/log-in, where one logs in")


def test_a_page_about_login_is_a_page() -> None:
    with site({"/login": redirect("/api/login.md"), "/api/login.md": page(PAGE)}) as it:
        found = fetch_pages(
            [PageRequest(f"{it.url}/login"), PageRequest(f"{it.url}/api/login.md")],
            policy(it),
        )
    assert [f.state for f in found] == [State.MOVED, State.OK]


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (page(HTML, "text/html"), "HTML, where a page as text was expected; try the"),
        (page(HTML, "text/plain"), "HTML, where a page as text was expected; try the"),
        (page(b"%PDF-1.7", "application/pdf"), "application/pdf is not a type of text"),
        (page(b"\x89PNG", "image/png"), "image/png is not a type of text"),
        (page("Стоп\n".encode("cp1251")), "byte 0xd1 in line 1 is not UTF-8"),
        (page(b"# A\n\xff"), "byte 0xff in line 2 is not UTF-8"),
        (page(b"a\0b", "text/plain"), "the page holds NUL: it is not text"),
        (page(b" \n"), "the page is empty"),
        (Say(204), "HTTP 204 is no answer with a page"),
        (Say(302), "a redirect that leads nowhere"),
        (redirect("http://[::1"), "a redirect that leads nowhere"),
        (redirect("/cancel.md"), "more than 5 redirects"),
        (page(BOMB, Content_Encoding="gzip"), "the page is too large"),
        (page(bytes(5 * 1024 * 1024 + 1)), "the page is too large"),
        (
            Say(200, PAGE.encode(), (("Content-Type", "text/plain"),), length=10**9),
            "the page is too large",
        ),
        (page(PAGE, Content_Encoding="gzip"), "is not in the coding that the reply"),
        (page(PAGE, Content_Encoding="br"), "is not in the coding that the reply"),
        (
            page(gzip.compress(PAGE.encode())[:-9], Content_Encoding="gzip"),
            "is not in the coding that the reply",
        ),
        (Say(200, b"cut", length=9), "the connection failed (RemoteProtocolError)"),
        (Say(drop=True), "the connection failed (RemoteProtocolError)"),
    ],
)
def test_unreadable(answer: Answer, reason: str) -> None:
    state, said = missed(answer)
    assert (state, reason in said) == (State.UNREADABLE, True), said


def test_a_bomb_never_unfolds() -> None:
    body = BoundedBody("gzip", 1024 * 1024)
    tracemalloc.start()
    with pytest.raises(TooLarge):
        body.feed(BOMB)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 8 * 1024 * 1024


def test_nobody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as unused:
        url = f"http://127.0.0.1:{unused.getsockname()[1]}/a.md"
    bounds = replace(policy(), hosts=frozenset({url[7:-5]}), robots=False)
    (found,) = fetch_pages([PageRequest(url)], bounds)
    assert isinstance(found, Missed)
    assert found.state is State.UNREADABLE
    assert found.reason.startswith("no connection: ")


def test_a_page_that_drips_is_given_up() -> None:
    drip = Say(200, chunks=(b"# A\n",) * 50, drip=0.05)
    with site({"/a.md": drip}) as running:
        bounds = replace(policy(running), page_seconds=0.2)
        (found,) = fetch_pages([PageRequest(f"{running.url}/a.md")], bounds)
    assert isinstance(found, Missed)
    assert (found.state, found.reason) == (State.UNREADABLE, "not whole after 0.2 s")


def test_a_server_that_says_nothing_is_given_up() -> None:
    slow = Say(200, PAGE.encode(), drip=0.5)
    with site({"/a.md": slow, "/robots.txt": Say(404)}) as running:
        bounds = replace(policy(running), page_seconds=0.1)
        (found,) = fetch_pages([PageRequest(f"{running.url}/a.md")], bounds)
    assert isinstance(found, Missed)
    assert found.state is State.UNREADABLE


def test_time_for_all_pages_is_limited() -> None:
    clock = Clock()
    with site({"/a": page(PAGE), "/b": page(PAGE), "/c": page(PAGE)}) as running:
        bounds = replace(policy(running), rate=0.1, parallel=1, total_seconds=25)
        requests = [PageRequest(f"{running.url}/{name}") for name in "abc"]
        found = fetch_pages(requests, bounds, world=clock.world())
        assert running.paths == ["/a", "/b"]
    assert [f.state for f in found] == [State.OK, State.OK, State.UNREADABLE]
    assert isinstance(found[2], Missed)
    assert found[2].reason == "no time was left: 25 s for all pages"


def test_results_come_in_order_and_each_page_once() -> None:
    told: list[Fetched] = []
    with site({"/a": page("a"), "/b": page("b")}) as running:
        requests = [PageRequest(f"{running.url}/{name}") for name in "baab"]
        found = fetch_pages(requests, policy(running), told.append)
        assert sorted(running.paths) == ["/a", "/b"]
    assert [f.url[-1] for f in found] == ["b", "a", "a", "b"]
    assert len(told) == 2


def test_offline_asks_nobody() -> None:
    with site({"/a": page("a")}) as running:
        bounds = replace(policy(running), offline=True)
        (found,) = fetch_pages([PageRequest(f"{running.url}/a")], bounds)
        assert not running.server.seen
    assert isinstance(found, Missed)
    assert found.reason == "--offline: nothing was fetched"


def test_nothing_asked_nothing_found() -> None:
    assert fetch_pages([], policy()) == ()


@pytest.mark.parametrize("after", ["3", " 3 "])
@pytest.mark.parametrize("status", [429, 503])
def test_retry_after_is_obeyed(after: str, status: int) -> None:
    clock = Clock()
    wait = Say(status, b"", (("Retry-After", after),))
    with site({"/a.md": turns(wait, wait, page(PAGE))}) as running:
        (found,) = fetch_pages(
            [PageRequest(f"{running.url}/a.md")], policy(running), world=clock.world()
        )
    assert isinstance(found, Ok)
    assert clock.slept == [3, 3]


def test_retry_after_a_date_that_is_past() -> None:
    wait = Say(429, b"", (("Retry-After", "Mon, 01 Jan 2024 00:00:00 GMT"),))
    assert isinstance(fetched(turns(wait, page(PAGE))), Ok)


@pytest.mark.parametrize(
    ("after", "reason"),
    [
        ("31", "HTTP 429, to be asked again in 31 s"),
        ("9" * 30, "to be asked again in 999999999999 s"),
        ("Mon, 01 Jan 2997 00:00:00 GMT", "HTTP 429, to be asked again in"),
        ("soon", "HTTP 429"),
        ("-1", "HTTP 429"),
        ("1", "HTTP 429"),
    ],
)
def test_retry_after_is_bounded(after: str, reason: str) -> None:
    state, said = missed(Say(429, b"", (("Retry-After", after),)))
    assert (state, reason in said) == (State.BLOCKED, True), said
