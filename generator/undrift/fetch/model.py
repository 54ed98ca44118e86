"""What is asked of the network, within which bounds, and what came of it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from .addresses import resolved


class State(StrEnum):
    """What became of a page."""

    OK = "ok"
    UNCHANGED = "unchanged"
    MOVED = "moved"
    GONE = "gone"
    BLOCKED = "blocked"
    LOGIN = "login"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class PageRequest:
    """One page to fetch, with what its server said of it the last time, if anything.

    With `html` an HTML page is content like any other; without, it is a page that was
    not given as text.
    """

    url: str
    etag: str = ""
    last_modified: str = ""
    html: bool = False


@dataclass(frozen=True, slots=True)
class PageContent:
    """A page's bytes, as served, and what the server said about them."""

    data: bytes
    media_type: str = ""
    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True)
class Ok:
    """The page stands where it was asked for."""

    url: str
    content: PageContent

    @property
    def state(self) -> State:
        """Return the state that people read."""
        return State.OK


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The server says that nothing has changed since the last time."""

    url: str

    @property
    def state(self) -> State:
        """Return the state that people read."""
        return State.UNCHANGED


@dataclass(frozen=True, slots=True)
class Moved:
    """The page was found at the address `to`."""

    url: str
    to: str
    content: PageContent

    @property
    def state(self) -> State:
        """Return the state that people read."""
        return State.MOVED


@dataclass(frozen=True, slots=True)
class Missed:
    """There is no page; `reason` is one line."""

    url: str
    state: State
    reason: str


Fetched = Ok | Unchanged | Moved | Missed


@dataclass(frozen=True, slots=True)
class FetchPolicy:
    """Whom to ask, as whom, and the bounds.

    `hosts` are the only hosts that are ever spoken to, each with its port where that is
    not the usual one. `headers` hold secrets: they go to these hosts only, and are
    never printed. `rate` is requests a second to one host, 0 for no limit.
    """

    hosts: frozenset[str]
    headers: Mapping[str, str] = field(
        default_factory=lambda: MappingProxyType(dict[str, str]()), repr=False
    )
    agent: str = "undrift"
    offline: bool = False
    robots: bool = True
    largest: int = 5 * 1024 * 1024
    page_seconds: float = 30
    total_seconds: float = 900
    parallel: int = 4
    rate: float = 4
    longest_wait: float = 30
    tries: int = 3
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class World:
    """What tests replace: the clock, and the lookup of names."""

    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], object] = time.sleep
    resolve: Callable[[str], Iterable[str]] = resolved
