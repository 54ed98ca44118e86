"""Fetching pages: the conversation with one server after another.

request ─▶ address ─▶ robots.txt ─▶ reply ─▶ redirect, pause, or content ─▶ Fetched
"""

from __future__ import annotations

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http.cookiejar import CookieJar, DefaultCookiePolicy
from urllib.parse import urlsplit

import httpx2

from .addresses import (
    address_problem,
    downgrades,
    host_of,
    inner_address,
    is_login,
    next_address,
    shown_address,
)
from .content import (
    ACCEPT,
    CODING,
    BoundedBody,
    Garbled,
    TooLarge,
    content_problem,
    media_type,
    says_gone,
)
from .hosts import Hosts, Rules
from .model import (
    Fetched,
    FetchPolicy,
    Missed,
    Moved,
    Ok,
    PageContent,
    PageRequest,
    State,
    Unchanged,
    World,
)

_HERE = ("127.0.0.1", "localhost", "[::1]")
_REDIRECTS = (301, 302, 303, 307, 308)
_ROBOTS_SIZE = 512 * 1024
_READ_SECONDS = 15.0
"""How long a server may say nothing at all."""


class _Missing(Exception):
    """There is no page."""

    def __init__(self, state: State, reason: str) -> None:
        super().__init__(reason)
        self.state = state
        self.reason = reason


@dataclass(frozen=True, slots=True)
class _Reply:
    """What a server said, whole."""

    url: str
    status: int
    headers: Mapping[str, str]
    data: bytes

    def header(self, name: str) -> str:
        return self.headers.get(name, "")


@dataclass(frozen=True, slots=True)
class FetchSession:
    """One run: a client, the policy, and what was learnt about each host."""

    client: httpx2.Client
    policy: FetchPolicy
    world: World
    hosts: Hosts
    ends_at: float

    def fetch(self, request: PageRequest) -> Fetched:
        """Fetch one page; whatever goes wrong is part of the result."""
        try:
            return self._follow(request)
        except _Missing as missing:
            return Missed(request.url, missing.state, missing.reason)

    def _follow(self, request: PageRequest) -> Fetched:
        asked = request.url.partition("#")[0]
        url = asked
        for _ in range(self.policy.redirects + 1):
            self._admit(url)
            # What is known is known of the page's own address only.
            known = _validators(request) if url == asked else {}
            reply = self._ask(url, known)
            if reply.status == 304 and known:
                return Unchanged(request.url)
            if reply.status not in _REDIRECTS:
                content = _content(request, reply, moved=url != asked)
                if url == asked:
                    return Ok(request.url, content)
                return Moved(request.url, url, content)
            url = self._target(reply)
        reason = f"more than {self.policy.redirects} redirects"
        raise _Missing(State.UNREADABLE, reason)

    def _target(self, reply: _Reply) -> str:
        target = next_address(reply.url, reply.header("location"))
        if not reply.header("location") or not target:
            raise _Missing(State.UNREADABLE, "a redirect that leads nowhere")
        where = f"redirected to {shown_address(target)}"
        problem = address_problem(target, self.policy.hosts)
        if problem and is_login(target) and not is_login(reply.url):
            raise _Missing(State.LOGIN, f"{where}, where one logs in")
        if downgrades(reply.url, target):
            problem = "that leaves https"
        if problem:
            raise _Missing(State.BLOCKED, f"{where}: {problem}")
        return target

    def _admit(self, url: str) -> None:
        """Refuse what must not be asked, and what the host does not want asked."""
        self._check(url)
        if not self.policy.robots:
            return
        rules = self.hosts.of(host_of(url)).rules(lambda: self._robots(url))
        if refusal := rules.refusal(url):
            raise _Missing(State.BLOCKED, refusal)

    def _check(self, url: str) -> None:
        if problem := address_problem(url, self.policy.hosts):
            raise _Missing(State.BLOCKED, problem)
        host = urlsplit(url).hostname or ""
        if inner := inner_address(url, self.world.resolve(host)):
            reason = f"the host {host} leads to this machine or network ({inner})"
            raise _Missing(State.BLOCKED, reason)

    def _robots(self, url: str) -> Rules:
        """Read a host's robots.txt as RFC 9309 has it: none there means all is allowed.

        Secrets are not sent: what it says is meant for anybody.
        """
        parts = urlsplit(url)
        address = f"{parts.scheme}://{parts.netloc}/robots.txt"
        for _ in range(self.policy.redirects + 1):
            try:
                reply = self._ask(address, {}, secret=False, largest=_ROBOTS_SIZE)
            except _Missing as missing:
                return Rules(problem=f"its robots.txt cannot be read: {missing.reason}")
            if reply.status not in _REDIRECTS:
                return _rules(reply)
            try:
                address = self._target(reply)
                self._check(address)
            except _Missing:
                break
        return Rules()

    def _ask(
        self,
        url: str,
        headers: Mapping[str, str],
        *,
        secret: bool = True,
        largest: int = 0,
    ) -> _Reply:
        """Send a request, and again when the host says when."""
        host = self.hosts.of(host_of(url))
        sent = {**headers, **(self.policy.headers if secret else {})}
        turn = 1
        while True:
            host.wait()
            with _said():
                reply = self._once(url, sent, largest or self.policy.largest)
            pause = _pause(reply)
            if pause is None or turn >= self.policy.tries:
                return reply
            if pause > self.policy.longest_wait or not self._has(pause):
                reason = f"HTTP {reply.status}, to be asked again in {pause:.0f} s"
                raise _Missing(State.BLOCKED, reason)
            host.pause(pause)
            turn += 1

    def _has(self, seconds: float) -> bool:
        return self.world.now() + seconds < self.ends_at

    def _once(self, url: str, headers: Mapping[str, str], largest: int) -> _Reply:
        now = self.world.now()
        ends_at = min(now + self.policy.page_seconds, self.ends_at)
        if ends_at <= now:
            reason = f"no time was left: {self.policy.total_seconds:g} s for all pages"
            raise _Missing(State.UNREADABLE, reason)
        # What was checked and what is asked must be one host, read by whichever parser.
        if host_of(str(httpx2.URL(url))) != host_of(url):
            raise _Missing(State.BLOCKED, "the address can be read in two ways")
        timeout = httpx2.Timeout(min(ends_at - now, _READ_SECONDS))
        with self.client.stream("GET", url, headers=headers, timeout=timeout) as reply:
            stated = reply.headers.get("content-length", "")
            if stated.isdecimal() and int(stated[:20]) > largest:
                raise TooLarge
            body = BoundedBody(reply.headers.get("content-encoding", ""), largest)
            for piece in reply.iter_raw():
                body.feed(piece)
                if self.world.now() > ends_at:
                    reason = f"not whole after {self.policy.page_seconds:g} s"
                    raise _Missing(State.UNREADABLE, reason)
            return _Reply(url, reply.status_code, reply.headers, body.whole())


def new_client(policy: FetchPolicy) -> httpx2.Client | str:
    """Return a client that keeps nothing and follows nothing by itself.

    Proxies and certificates come from the environment, as everywhere else; what is on
    this machine is asked directly. A text says which variable cannot be used: not what
    it holds, since an address of a proxy may hold a password.
    """
    try:
        return _client(policy)
    except OSError as error:
        return f"the certificates of SSL_CERT_FILE or SSL_CERT_DIR: {error.strerror}"
    except ImportError:
        return "a SOCKS proxy is set, which needs the package socksio"
    except (ValueError, httpx2.InvalidURL):
        return "HTTPS_PROXY, HTTP_PROXY or ALL_PROXY holds no proxy's address"


def _client(policy: FetchPolicy) -> httpx2.Client:
    keeps_none = CookieJar(DefaultCookiePolicy(allowed_domains=[]))
    return httpx2.Client(
        headers={
            "User-Agent": policy.agent,
            "Accept": ACCEPT,
            "Accept-Encoding": CODING,
        },
        cookies=keeps_none,
        follow_redirects=False,
        trust_env=True,
        mounts={f"all://{host}": None for host in _HERE},
        limits=httpx2.Limits(max_connections=policy.parallel),
    )


def _rules(reply: _Reply) -> Rules:
    if reply.status >= 500 or reply.status == 429:
        return Rules(problem=f"its robots.txt answers with {reply.status}")
    if reply.status != 200 or media_type(reply.header("content-type")) == "text/html":
        return Rules()
    return Rules.of(reply.data.decode("utf-8", "replace"))


def _validators(request: PageRequest) -> dict[str, str]:
    """Return the headers of a conditional request; what could not be sent is not."""
    known = {
        "If-None-Match": request.etag,
        "If-Modified-Since": request.last_modified,
    }
    return {k: v for k, v in known.items() if v and v.isascii() and v.isprintable()}


def _content(request: PageRequest, reply: _Reply, *, moved: bool) -> PageContent:
    """Return a page's content, or raise what its status or content says instead."""
    # A form to log in with may come with any status.
    kind = media_type(reply.header("content-type"))
    problem = content_problem(kind, reply.data, html=request.html)
    to_login = moved and is_login(reply.url) and not is_login(request.url)
    barrier = problem if problem and problem[0] is not State.UNREADABLE else None
    match reply.status:
        case 404 | 410:
            raise _Missing(State.GONE, f"HTTP {reply.status}")
        case 401:
            raise _Missing(State.LOGIN, "HTTP 401: the page asks for credentials")
        case 200 | 203 if to_login and problem:
            reason = f"redirected to {shown_address(reply.url)}, where one logs in"
            raise _Missing(State.LOGIN, reason)
        case 200 | 203 if problem:
            raise _Missing(*problem)
        case 200 | 203 if says_gone(reply.data):
            raise _Missing(State.GONE, "the site says that there is no such page")
        case 200 | 203:
            pass
        case status if barrier:
            raise _Missing(barrier[0], f"HTTP {status}: {barrier[1]}")
        case status if status >= 400:
            raise _Missing(State.BLOCKED, f"HTTP {status}")
        case status:
            raise _Missing(State.UNREADABLE, f"HTTP {status} is no answer with a page")
    return PageContent(
        reply.data, kind, _kept(reply, "etag"), _kept(reply, "last-modified")
    )


def _kept(reply: _Reply, name: str) -> str:
    """Return a header that is kept for the next time, if it is worth keeping."""
    text = reply.header(name)
    return text if len(text) <= 200 and text.isascii() and text.isprintable() else ""


def _pause(reply: _Reply) -> float | None:
    """Return the seconds after which a host wants to be asked again, if it says so."""
    text = reply.header("retry-after").strip()
    if reply.status not in (429, 503) or not text:
        return None
    if text.isascii() and text.isdecimal():
        return float(text[:12])
    try:
        until = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    aware = until if until.tzinfo else until.replace(tzinfo=UTC)
    return max(0.0, (aware - datetime.now(UTC)).total_seconds())


@contextmanager
def _said() -> Generator[None]:
    """Turn what goes wrong on the way into a state and a line.

    Of errors about what was sent nothing is quoted: that might be a secret.
    """
    try:
        yield
    except TooLarge:
        raise _Missing(State.UNREADABLE, "the page is too large") from None
    except Garbled:
        reason = "the content is not in the coding that the reply names"
        raise _Missing(State.UNREADABLE, reason) from None
    except httpx2.TimeoutException:
        raise _Missing(State.UNREADABLE, "no answer in time") from None
    except (httpx2.ConnectError, httpx2.ProxyError) as error:
        said = " ".join(str(error).split())[:200]
        raise _Missing(State.UNREADABLE, f"no connection: {said}") from None
    except (httpx2.HTTPError, httpx2.InvalidURL) as error:
        reason = f"the connection failed ({type(error).__name__})"
        raise _Missing(State.UNREADABLE, reason) from None
