"""The only code that speaks to the network: pages by address, politely and bounded.

policy = FetchPolicy(hosts=hosts_of(urls), agent=user_agent(version, contact))
for fetched in fetch_pages([PageRequest(url) for url in urls], policy):
    match fetched:
        case Ok(url, content) | Moved(url, _, content): ...
        case Unchanged(url): ...
        case Missed(url, state, reason): ...
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed

from .addresses import address_problem, host_of, shown_address
from .content import content_problem
from .hosts import Hosts
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
from .session import FetchSession, new_client

__all__ = [
    "FetchPolicy",
    "Fetched",
    "Missed",
    "Moved",
    "Ok",
    "PageContent",
    "PageRequest",
    "Progress",
    "State",
    "Unchanged",
    "World",
    "address_problem",
    "content_problem",
    "fetch_pages",
    "header_problem",
    "host_of",
    "hosts_of",
    "shown_address",
    "user_agent",
]

Progress = Callable[[Fetched], None]
"""Told of each page when it is done; pages that are asked for twice are told once."""


def fetch_pages(
    requests: Sequence[PageRequest],
    policy: FetchPolicy,
    progress: Progress | None = None,
    world: World | None = None,
) -> tuple[Fetched, ...]:
    """Fetch pages, several at a time, and return what became of each, in order."""
    tell = progress or _silent
    every = tuple(dict.fromkeys(requests))
    if not every:
        return ()
    problem = "--offline: nothing was fetched" if policy.offline else ""
    if any(header_problem(*header) for header in policy.headers.items()):
        problem = "a header to be sent with it is not one"
    client = problem or new_client(policy)
    if isinstance(client, str):
        found = {r: Missed(r.url, State.BLOCKED, client) for r in every}
        for missed in found.values():
            tell(missed)
        return tuple(found[request] for request in requests)
    stop = threading.Event()
    world = world or World(sleep=stop.wait)
    hosts = Hosts(world, 1 / policy.rate if policy.rate else 0, policy.longest_wait)
    with client:
        ends_at = world.now() + policy.total_seconds
        session = FetchSession(client, policy, world, hosts, ends_at)
        results = _in_parallel(session, every, tell, stop)
    return tuple(results[request] for request in requests)


def _in_parallel(
    session: FetchSession,
    requests: Sequence[PageRequest],
    tell: Progress,
    stop: threading.Event,
) -> dict[PageRequest, Fetched]:
    workers = ThreadPoolExecutor(max(1, session.policy.parallel), "fetch")
    try:
        futures: dict[Future[Fetched], PageRequest] = {
            workers.submit(session.fetch, request): request for request in requests
        }
        results: dict[PageRequest, Fetched] = {}
        for future in as_completed(futures):
            results[futures[future]] = future.result()
            tell(future.result())
        return results
    except BaseException:
        # Ctrl-C: begin nothing new, wait for nothing, and let what is under way fail.
        stop.set()
        session.client.close()
        workers.shutdown(wait=False, cancel_futures=True)
        raise
    finally:
        workers.shutdown()


def hosts_of(urls: Iterable[str]) -> frozenset[str]:
    """Return the hosts of addresses, as a policy names them."""
    return frozenset(host for host in map(host_of, urls) if host)


def user_agent(version: str, contact: str = "") -> str:
    """Return who asks: undrift, which one, and how to reach whoever runs it."""
    return f"undrift/{version} (+{contact})" if contact else f"undrift/{version}"


def header_problem(name: str, value: str) -> str:
    """Return why a header cannot be sent, or ""; the value is never part of it."""
    if not re.fullmatch(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+", name):
        return "its name is not that of a header"
    if not value or value != value.strip():
        return "its value is empty, or begins or ends with a space"
    if not value.isascii() or not value.isprintable():
        return "its value holds a character that headers cannot hold"
    return ""


def _silent(fetched: Fetched) -> None:
    """Tell nobody."""
