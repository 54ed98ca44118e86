"""The facts of all pages → one document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..diagnostics import Diagnostic
from ..facts import OperationFacts, PageFacts
from ..spec import Value, yaml_text
from .marks import mark
from .operations import operation_of
from .security import ASK_AUTH, ASK_TOGETHER, requirement, schemes

_METHODS = frozenset(
    ("get", "put", "post", "delete", "options", "head", "patch", "trace")
)
ASK_HOST = "Which host is it? The page names none that is called by https."
ASK_ANY_AUTH = "How are requests authorised? No page says so."


@dataclass(frozen=True, slots=True)
class Draft:
    """A drafted spec as text, and what could not be drafted."""

    value: dict[str, Value]
    text: bytes = field(repr=False)
    problems: tuple[Diagnostic, ...] = ()


def draft_of(pages: Sequence[PageFacts], title: str) -> Draft:
    """Draft a spec of everything that pages document."""
    documented = [o for page in pages for o in page.operations]
    # Of an operation on two pages the later one counts, as where a spec is held
    # against its pages.
    by_call = {(o.method, o.path): o for o in documented}
    titles = {
        id(page.operations[0]): page.title
        for page in pages
        if len(page.operations) == 1
    }
    problems = tuple(
        _unknown(o) for o in by_call.values() if o.method.casefold() not in _METHODS
    )
    operations = [o for o in by_call.values() if o.method.casefold() in _METHODS]
    servers = _usual([_callable(o) for o in operations])
    auth = _usual([o.auth for o in operations])
    paths: dict[str, dict[str, Value]] = {}
    for facts in operations:
        written = operation_of(facts, titles.get(id(facts), ""))
        written |= _own(facts, servers, auth)
        paths.setdefault(facts.path, {})[facts.method.casefold()] = written
    value: dict[str, Value] = {
        "openapi": "3.1.0",
        "info": {"title": title, "version": "draft"},
    }
    if servers:
        value["servers"] = _servers(servers)
    if auth:
        value["security"] = requirement(auth)
    elif operations:
        value |= mark(operations[0].place, ASK_ANY_AUTH)
    value["paths"] = {**paths}
    words = [(word, o.place) for o in operations for word in o.auth]
    if words:
        value["components"] = {"securitySchemes": schemes(words)}
    return Draft(value, yaml_text(value).encode(), problems)


def _unknown(facts: OperationFacts) -> Diagnostic:
    message = f"OpenAPI has no method {facts.method!a} ({facts.path})"
    return Diagnostic("UD020", message, facts.place)


def _usual(stated: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Return what most operations state, of those that state anything."""
    counted = Counter(words for words in stated if words)
    return counted.most_common(1)[0][0] if counted else ()


def _own(
    facts: OperationFacts, servers: tuple[str, ...], auth: tuple[str, ...]
) -> dict[str, Value]:
    """Return what an operation says differently from the rest, and its questions."""
    found: dict[str, Value] = {}
    own = _callable(facts)
    if own and set(own) != set(servers):
        found["servers"] = _servers(own)
    if facts.auth and set(facts.auth) != set(auth):
        found["security"] = requirement(facts.auth)
    host = ASK_HOST if facts.servers and not own else ""
    credentials = ASK_AUTH if auth and not facts.auth else ""
    if len(facts.auth) > 1:
        credentials = ASK_TOGETHER.format(", ".join(facts.auth))
    return found | mark(facts.place, host, credentials)


def _callable(facts: OperationFacts) -> tuple[str, ...]:
    """Return the hosts that a client may call: credentials never travel in the open."""
    allowed = ("https://", "http://localhost", "http://127.0.0.1")
    return tuple(server for server in facts.servers if server.startswith(allowed))


def _servers(urls: Sequence[str]) -> list[Value]:
    return [{"url": url} for url in dict.fromkeys(urls)]
