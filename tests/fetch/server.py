"""A site on loopback: what it says at each path, and what it was asked."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from tests.runtime.server import Say, Seen, Server
from undrift.fetch import FetchPolicy, World, host_of

Answer = Say | Callable[[Seen], Say]


def page(text: str | bytes, kind: str = "text/markdown", **headers: str) -> Say:
    """Return a page; `etag="…"` and the like become headers."""
    data = text.encode() if isinstance(text, str) else text
    named = tuple((k.replace("_", "-"), v) for k, v in headers.items())
    typed = (("Content-Type", kind),) if kind else ()
    return Say(200, data, (*typed, *named))


def redirect(to: str, status: int = 302) -> Say:
    return Say(status, b"", (("Location", to),))


@dataclass
class Site:
    """A running site."""

    server: Server
    url: str

    def asked(self, path: str) -> list[Seen]:
        """Return the requests for a path."""
        return [seen for seen in self.server.seen if seen.target == path]

    @property
    def paths(self) -> list[str]:
        """Return every path that was asked for, in order, but for robots.txt."""
        return [s.target for s in self.server.seen if s.target != "/robots.txt"]


def turns(*says: Say) -> Answer:
    """Answer with each in turn, then with the last for ever."""
    left = list(says)
    return lambda seen: left.pop(0) if len(left) > 1 else left[0]


@contextmanager
def site(answers: Mapping[str, Answer]) -> Generator[Site]:
    """Serve answers by path; any other path is not found."""

    def answer(seen: Seen) -> Say:
        said = answers.get(seen.target, Say(404, b"no such page"))
        return said if isinstance(said, Say) else said(seen)

    with Server([answer]) as server:
        yield Site(server, server.url)


@dataclass
class Clock:
    """Time that passes only where somebody sleeps, and remembers each sleep."""

    time: float = 1000.0
    slept: list[float] = field(default_factory=list[float])

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += seconds

    def world(self) -> World:
        return World(now=lambda: self.time, sleep=self.sleep)


def policy(*sites: Site) -> FetchPolicy:
    """Return a policy for sites, with no limit of rate."""
    return FetchPolicy(frozenset(host_of(site.url) for site in sites), rate=0)
