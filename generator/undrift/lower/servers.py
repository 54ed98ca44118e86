"""Where calls go: documented hosts, the parts of them to fill in, and paths alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urljoin, urlsplit

from ..ir import Server, ServerVariable
from ..openapi import Node
from .reading import Problems, docs, elements, members, origin, text

_WORD = re.compile(r"[^\W_]+")
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")

# Defaults that stand for a value: `your-tenant`, `<tenant>`, `example.com`, `xxx`.
_STAND_IN = re.compile(
    r".*[<>{}\[\]$*].*|.*\.\.\..*|x{2,}"
    r"|(?:.*[^a-z])?(?:your|my|example|sample|placeholder|change[-_ ]?me|todo)"
    r"(?:[^a-z].*)?|your.*",
    re.DOTALL,
)
_RELATIVE = "the call goes there on the host that the client calls"
# What ends no URL's authority.
_IN_AUTHORITY = re.compile(r"[A-Za-z0-9._:-]+")
_NO_HOST = "the client will ask for `base_url`"


def client_servers(problems: Problems) -> tuple[Server, ...]:
    """Return the document's hosts, each with an environment where there are several."""
    found = list(_servers(problems, problems.document.root, _NO_HOST))
    hosts = [server for server in found if _names_host(server)]
    paths = [server for server in found if server.url not in {"", "/"}]
    return _told_apart(problems, hosts or paths[:1])


def servers_of(problems: Problems, item: Node, node: Node) -> tuple[Server, ...]:
    """Return an operation's own hosts, those of its path where it has none.

    Where none of them can be called, the call needs `base_url`: it goes to no host that
    is documented for others.
    """
    at = node if elements(node, "servers") else item
    hint = "the call needs `base_url`"
    found = list(_servers(problems, at, hint))
    possible = [server for server in found if server.url]
    hosts = [server for server in possible if _names_host(server)]
    return _told_apart(problems, hosts or possible[:1] or found[:1])


def _names_host(server: Server) -> bool:
    return "://" in server.url


def _servers(problems: Problems, at: Node, hint: str) -> Iterator[Server]:
    """Yield what is documented; the url of what cannot be called is ""."""
    for entry in elements(at, "servers"):
        url, variables = _with_variables(problems, entry)
        sample = _sample(url, variables)
        if not _names_scheme(url) and _is_host(f"https://localhost{sample}"):
            problems.report(
                "UD043",
                f"server {text(entry, 'url')!r} names no host that can be called",
                entry,
                (hint if at.pointer == "" else _RELATIVE),
            )
        elif not _is_host(sample):
            problems.report(
                "UD043",
                f"server {text(entry, 'url')!r} names no host that can be called",
                entry,
                hint,
            )
            url, variables = "", ()
        environment = text(entry, "x-undrift-environment") or text(entry, "name")
        yield Server(url, environment, origin(entry), docs(entry), variables)


def _with_variables(
    problems: Problems, entry: Node
) -> tuple[str, tuple[ServerVariable, ...]]:
    """Return a server's URL and those of its variables that a caller may fill in."""
    url = text(entry, "url")
    found: list[ServerVariable] = []
    for name, at in members(entry, "variables"):
        mark = f"{{{name}}}"
        if mark not in url:
            continue
        default = text(at, "default")
        values = tuple(str(item.value) for item in elements(at, "enum"))
        if url.startswith(mark):
            # The scheme, or a whole URL.
            secure = url.startswith(f"{mark}://") and "https" in values
            url = url.replace(mark, "https" if secure else default)
            continue
        if (
            default.startswith("/")
            and "/" not in url.partition("://")[2].partition(mark)[0]
        ):
            url = url.replace(mark, f"/{mark}")
        if len(values) == 1:
            url = url.replace(mark, values[0])
            continue
        is_real = default in values or not _stands_in(name, default)
        if not _in_path(url, mark):
            is_real = is_real and _IN_AUTHORITY.fullmatch(default) is not None
        if not is_real:
            problems.report(
                "UD043",
                f"{default!r} only stands for a value of server variable {name!r}",
                at,
                "the client asks for one",
            )
        usual = default if is_real and (not values or default in values) else None
        found.append(ServerVariable(name, usual, values, origin(at), docs(at)))
    if not _names_scheme(url):
        source, _ = problems.document.origin(entry.pointer)
        address = problems.addresses.get(source.file, "")
        if address and _is_host(_sample(urljoin(address, url), tuple(found))):
            problems.report(
                "UD043",
                f"server {url!r} is relative to where the document came from",
                entry,
                f"calls go to {urljoin(address, url)}",
            )
            return urljoin(address, url), tuple(found)
        url = urljoin("https://localhost/", url)
        url = (
            f"https:{url}"
            if url.startswith("//")
            else url.removeprefix("https://localhost")
        )
    return url, tuple(found)


def _in_path(url: str, mark: str) -> bool:
    before = url.partition(mark)[0]
    return "/" in before.partition("://")[2] or not _names_scheme(before)


def _names_scheme(url: str) -> bool:
    return _SCHEME.match(url) is not None or url.startswith("{")


def _stands_in(name: str, default: str) -> bool:
    """Tell whether a default is no value but says what one would be."""
    words = _WORD.findall(default.casefold())
    return _STAND_IN.fullmatch(default.lower()) is not None or "".join(
        words
    ) == "".join(_WORD.findall(name.casefold()))


def _sample(url: str, variables: tuple[ServerVariable, ...]) -> str:
    """Return a URL with something in place of each of its variables."""
    for variable in variables:
        text = variable.default or (variable.values[0] if variable.values else "1")
        url = url.replace(f"{{{variable.name}}}", text)
    return url


def _is_host(url: str) -> bool:
    """Return whether a URL is one that requests may go to: https, or loopback."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return False
    loopback = host in {"localhost", "127.0.0.1", "::1"}
    return (
        (parts.scheme == "https" or (parts.scheme == "http" and loopback))
        and re.fullmatch(r"[A-Za-z0-9._:-]+", host) is not None
        and (port is None or port > 0)
        and not (parts.username or parts.password or parts.query or parts.fragment)
        and re.fullmatch(r"[!$&-;=@-Z_a-z~%]*", parts.path) is not None
    )


def _told_apart(problems: Problems, found: list[Server]) -> tuple[Server, ...]:
    """Return hosts, each with an environment where there are several."""
    if len(found) <= 1:
        return tuple(found)
    named: dict[str, Server] = {}
    for server in found:
        word = server.environment or (
            server.docs.description or server.url.partition("://")[2].partition("/")[0]
        )
        # Neither case nor punctuation tells two names apart.
        key = " ".join(_WORD.findall(word)).casefold() or word
        at = problems.document.at(server.origin.pointer)
        if key in named and at is not None:
            message = f"two servers are called {word!r}: the first is kept"
            problems.report("UD043", message, at)
        named.setdefault(key, replace(server, environment=word))
    return tuple(named.values())
