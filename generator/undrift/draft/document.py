"""The facts of all pages → one document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..diagnostics import Diagnostic
from ..facts import OperationFacts, PageFacts
from ..openapi import Value, yaml_text
from .marks import mark
from .operations import draft_operation
from .security import ASK_AUTH, ASK_TOGETHER, requirement, security_schemes

_METHODS = frozenset(
    ("get", "put", "post", "delete", "options", "head", "patch", "trace")
)
ASK_HOST = "Which host is it? The page names none that is called by https."
ASK_ANY_HOST = "Which host is called? No page names one."
ASK_OWN_HOST = "Which host is yours? The page leaves it open: base_url has to be given."
ASK_ANY_AUTH = "How are requests authorised? No page says so."


@dataclass(frozen=True, slots=True)
class SpecDraft:
    """A drafted spec as text, and what could not be drafted."""

    value: dict[str, Value]
    text: bytes = field(repr=False)
    problems: tuple[Diagnostic, ...] = ()


def draft_of(
    pages: Sequence[PageFacts], title: str, server: str = "", *, own_host: bool = False
) -> SpecDraft:
    """Draft a spec of everything that pages document.

    `server` is called where no page names a host; `own_host` says that pages leave it
    to whoever calls.
    """
    documented = [o for page in pages for o in page.operations]
    # Of an operation on two pages the later one counts, as where a spec is held
    # against its pages.
    by_call = {(o.method, o.path): o for o in documented}
    titles = {
        id(page.operations[0]): page.title
        for page in pages
        if len(page.operations) == 1
    }
    problems = [
        _unknown(o) for o in by_call.values() if o.method.casefold() not in _METHODS
    ]
    operations = [o for o in by_call.values() if o.method.casefold() in _METHODS]
    servers = _usual([o.callable_servers for o in operations])
    servers = servers or ((server,) if server else ())
    auth = _usual([o.auth for o in operations])
    paths: dict[str, dict[str, Value]] = {}
    for facts in operations:
        written = draft_operation(facts, titles.get(id(facts), ""))
        written |= _own(facts, servers, auth)
        paths.setdefault(facts.path, {})[facts.method.casefold()] = written
    value: dict[str, Value] = {
        "openapi": "3.1.0",
        "info": {"title": title, "version": "draft"},
    }
    if servers:
        value["servers"] = _servers(servers)
    elif operations and not own_host:
        problems.append(_hostless(operations[0]))
    if auth:
        value["security"] = requirement(auth)
    if operations:
        open_host = ASK_OWN_HOST if own_host else ASK_ANY_HOST
        host, credentials = "" if servers else open_host, "" if auth else ASK_ANY_AUTH
        value |= mark(operations[0].place, host, credentials)
    value["paths"] = {**paths}
    words = [(word, o.place) for o in operations for word in o.auth]
    if words:
        value["components"] = {"securitySchemes": security_schemes(words)}
    return SpecDraft(value, yaml_text(value).encode(), tuple(problems))


def _hostless(facts: OperationFacts) -> Diagnostic:
    message = "no page names a host that is called by https"
    hint = (
        "give it with --server, or as `servers` in openapi.yaml; until then whoever"
        " calls has to give base_url"
    )
    return Diagnostic("UD029", message, facts.place, hint)


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
    own = facts.callable_servers
    if own and set(own) != set(servers):
        found["servers"] = _servers(own)
    if facts.auth and set(facts.auth) != set(auth):
        found["security"] = requirement(facts.auth)
    host = ASK_HOST if facts.servers and not own else ""
    credentials = ASK_AUTH if auth and not facts.auth else ""
    if len(facts.auth) > 1:
        credentials = ASK_TOGETHER.format(", ".join(facts.auth))
    return found | mark(facts.place, host, credentials)


def _servers(urls: Sequence[str]) -> list[Value]:
    return [{"url": url} for url in dict.fromkeys(urls)]
