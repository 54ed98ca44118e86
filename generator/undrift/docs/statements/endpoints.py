"""Where a page says which method and path it is about.

An endpoint is a whole statement (a line of a fence, a heading, a line that holds
nothing else), never a method and a path met in running text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ..vocabulary.words import METHODS

_LINE = 2_000
_STATEMENT = re.compile(
    rf"(?:[^:`/]{{1,40}}:\s*)?({'|'.join(sorted(METHODS))})\s+(\S+)(?:\s+HTTP/[\d.]+)?"
    r"(?:\s+\([^()]{1,60}\))?"
)
_TITLED = re.compile(rf".{{1,120}}\s[%|–—-]\s+((?:{'|'.join(sorted(METHODS))})\s.+)")
_QUERY_NAME = re.compile(
    r"[`{\[ ]*+([A-Za-z_$](?:[\w$.-]|\[[\w$.-]+\]){0,99})[`{}\[\] ]*+"
)
"""`filter[a]` is a name; `b[]` is a list `b`, and `[a]` may be left out."""
_URL = re.compile(r"(https?://)([^/?#\s]+)([^?#\s]*)")
_PLACEHOLDER_BASE = re.compile(r"\{\{[^{}]*\}\}(\w[^?#\s]*/[^?#\s]*)")
_PLACEHOLDER_HOST = re.compile(r"(?:\{\{[^{}]*\}\}|\$\{?\w+\}?|<[^<>]*>)(/[^?#\s]*)")
_HOST = re.compile(r"[\w.-]+(?::\d+)?|\[[0-9a-fA-F:]+\](?::\d+)?")
_OWN_HOST = re.compile(
    r"https?://[\w.-]{0,60}(?:[{<$]|your)|(?<![\w/}])\{\{[^{}\n]{1,60}\}\}/",
    re.IGNORECASE,
)
_ESCAPED_PARAMETER = re.compile(r"%7B([^%{}/]+)%7D", re.IGNORECASE)
_LINKED_PARAMETER = re.compile(r"\{([^{}/#]+)#[^{}\s]*\}")
_OTHER_PARAMETER = re.compile(
    r"(?<=/)\$\{?([A-Za-z_]\w*)\}?(?=/|$)" r"|(?<=/):([A-Za-z_]\w*)|<([A-Za-z_][\w-]*)>"
)
PATH_PARAMETER = re.compile(r"(?<!\{)\{([^{}/]+)\}(?!\})")


@dataclass(frozen=True, slots=True)
class RequestTarget:
    """What stands after a method: an origin, or "" where unknown, and a path."""

    server: str
    path: str


@dataclass(frozen=True, slots=True)
class QueryName:
    """A name in the query that an endpoint is stated with, and its line."""

    name: str
    line: int


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A documented method and path. `server` is "" where the page names no host."""

    method: str
    path: str
    line: int
    server: str = ""
    path_line: int = 0
    """Where the path stands, if not on the method's line."""
    query: tuple[QueryName, ...] = ()


@dataclass(frozen=True, slots=True)
class StatedEndpoint:
    """An endpoint, and the line from which the page is about it.

    One that a table lists is only named there. `together` is the line of the block that
    states several at once, or 0.
    """

    endpoint: Endpoint
    line: int
    listed: bool = False
    together: int = 0


def read_statement(text: str, line: int) -> Endpoint | None:
    """Read `[Label:] METHOD /path` or `METHOD https://host/path`."""
    bare = text[:_LINE].replace("`", "").replace("\xa0", " ").strip()
    match = _STATEMENT.fullmatch(bare)
    if match is None:
        return None
    target = read_target(match[2])
    if target is None:
        return None
    names = tuple(QueryName(name, line) for name in query_names(match[2]))
    return Endpoint(match[1], target.path, line, target.server, query=names)


def read_title(text: str, line: int) -> Endpoint | None:
    """Read a heading: a statement, or a name and one: `Add a note – POST /notes`."""
    bare = text[:_LINE].replace("`", "").strip()
    named = _TITLED.fullmatch(bare)
    return read_statement(named[1] if named else bare, line)


def query_names(text: str) -> tuple[str, ...]:
    """Return the names in a URL's query."""
    _, _, query = text[:_LINE].partition("?")
    pairs = query.partition("#")[0].split("&")
    names = (_QUERY_NAME.fullmatch(pair.partition("=")[0]) for pair in pairs)
    return tuple(dict.fromkeys(name[1] for name in names if name))


def read_target(text: str) -> RequestTarget | None:
    """Read a path or a URL; placeholders for hosts are no servers.

    Parameters come in many spellings (`:id`, `<id>`, `%7Bid%7D`) and leave as `{id}`.
    """
    text = text[:_LINE].strip().rstrip(".,;")
    server = ""
    if match := _URL.match(text):
        if _HOST.fullmatch(match[2]):
            server = match[1] + match[2].casefold()
        text = match[3] or "/"
    elif match := _PLACEHOLDER_HOST.match(text):
        text = match[1]
    elif match := _PLACEHOLDER_BASE.match(text):
        text = "/" + match[1]
    if not text.startswith("/") or text.startswith("//"):
        return None
    text = _LINKED_PARAMETER.sub(r"{\1}", text)
    path = re.split(r"[?#]", text, maxsplit=1)[0]
    path = _ESCAPED_PARAMETER.sub(r"{\1}", path)
    path = _OTHER_PARAMETER.sub(lambda m: f"{{{m[1] or m[2] or m[3]}}}", path)
    return RequestTarget(server, path)


def read_host(host: str, path: str) -> RequestTarget | None:
    """Read the value of a `Host` header and the path there; two words are no host."""
    return read_target(f"https://{host}{path}") if len(host.split()) == 1 else None


def names_own_host(text: str) -> bool:
    """Tell whether a page leaves the host to its reader: `https://{{your_domain}}/…`."""
    return _OWN_HOST.search(text) is not None


def path_parameters(path: str) -> tuple[str, ...]:
    """Return the names of a path's parameters, in order."""
    return tuple(dict.fromkeys(m[1].strip() for m in PATH_PARAMETER.finditer(path)))


def prefix_of(path: str, sample: str) -> str | None:
    """Return what a sample path has before a documented one, or None if it differs.

    `/invoices/{id}` and `/api/v2/invoices/2675` give `/api/v2`; `/api/v2` itself is
    then part of the path after the origin.
    """
    wanted = path.split("/")[1:]
    given = sample.split("/")[1:]
    start = len(given) - len(wanted)
    if start < 0 or not wanted:
        return None
    for template, actual in zip(wanted, given[start:], strict=True):
        if PATH_PARAMETER.search(template):
            if not _fits(PATH_PARAMETER.split(template)[::2], actual):
                return None
        elif template != actual:
            return None
    return "".join(f"/{segment}" for segment in given[:start])


def _fits(literals: list[str], actual: str) -> bool:
    """Return whether a segment has these literals in order, something between them."""
    *inner, last = literals
    at = 0
    for n, literal in enumerate(inner):
        found = actual.find(literal, at + 1 if n else 0)
        if found < 0 or (n == 0 and found > 0):
            return False
        at = found + len(literal)
    return actual.endswith(last) and len(actual) - len(last) > at


def unique(endpoints: Iterable[Endpoint]) -> tuple[Endpoint, ...]:
    """Return endpoints in the page's order, each statement once."""
    return tuple(dict.fromkeys(sorted(endpoints, key=lambda e: e.line)))
