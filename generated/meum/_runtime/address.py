# SPDX-License-Identifier: MIT-0
"""Where requests go: a base URL that is safe to append documented paths to."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import quote, unquote

import httpx2

from .errors import ConfigurationError

# RFC 1123, section 2.1; the underscore is not in it but in use.
_LABEL = re.compile(r"(?!-)[A-Za-z0-9_-]{1,63}(?<!-)")
_IN_TARGET = "/?%:@!$&'()*+,;="
"""What stands in a target beside letters, digits and `-._~` (RFC 3986, section 3)."""
_LONGEST_HOST = 253
_LARGEST_PORT = 65535


@dataclass(frozen=True, slots=True)
class Address:
    """A checked base URL. `path` is "" or begins with a slash and ends without one."""

    origin: str
    host: str
    """The value of the Host header: the port is there unless it is the default."""
    path: str

    @property
    def is_loopback(self) -> bool:
        """Whether requests stay on this machine."""
        host = self.origin.partition("://")[2]
        if host.startswith("["):
            return _is_loopback(host[1:].partition("]")[0])
        return _is_loopback(host.partition(":")[0])

    def __str__(self) -> str:
        return f"{self.origin}{self.path}"


def address_of(base_url: str, *, allow_http: bool = False) -> Address:
    """Return the address, or raise `ConfigurationError` saying what is wrong.

    Plain http leads to this machine only, unless a caller allows it elsewhere.
    """
    # Asked at run time as well: not everybody runs a type checker.
    problem = _text_problem(base_url) if type(base_url) is str else "must be a string"
    if problem:
        raise ConfigurationError(f"base_url {problem}")
    url = _parsed(base_url)
    if url is None:
        raise ConfigurationError("base_url is not a URL")
    problem = _url_problem(url, allow_http=allow_http)
    if problem:
        raise ConfigurationError(f"base_url {problem}")
    host = url.netloc.decode("ascii")
    path = url.raw_path.decode("ascii").rstrip("/")
    return Address(f"{url.scheme}://{host}", host, path)


def target_of(text: str) -> str:
    """Return path and query as they are sent and signed; documents hold anything.

    What is escaped already stays as it is.
    """
    return quote(text if text.startswith("/") else f"/{text}", safe=_IN_TARGET)


def _text_problem(text: str) -> str:
    if any(mark in unquote(text) for mark in "{}<>"):
        return "still holds a placeholder: put your own host in its place"
    if any(ord(char) <= 0x20 or ord(char) == 0x7F or char == "\\" for char in text):
        return "holds a blank, a control character or a backslash"
    scheme, separator, rest = text.partition("://")
    if not separator or scheme.lower() not in ("http", "https"):
        return "must be absolute and begin with https://"
    if "?" in rest or "#" in rest:
        return "must have no query and no fragment"
    authority, _, path = rest.partition("/")
    if "@" in authority:
        return "must hold no user name or password"
    if any(part.replace("%2e", ".") in (".", "..") for part in path.lower().split("/")):
        return "must hold no . or .. segment"
    return ""


def _parsed(text: str) -> httpx2.URL | None:
    scheme, _, rest = text.partition("://")
    try:
        return httpx2.URL(f"{scheme.lower()}://{rest}")
    except (httpx2.InvalidURL, ValueError):
        return None


def _url_problem(url: httpx2.URL, *, allow_http: bool) -> str:
    host = url.raw_host.decode("ascii")
    labels = host.removesuffix(".").split(".")
    if not host:
        return "names no host"
    if ":" not in host and (
        len(host) > _LONGEST_HOST
        or any(_LABEL.fullmatch(label) is None for label in labels)
    ):
        return "has no valid host name"
    if url.port is not None and not 0 < url.port <= _LARGEST_PORT:
        return "has no valid port"
    if url.scheme == "http" and not (allow_http or _is_loopback(host)):
        return (
            "must begin with https:// (plain http is for loopback only, or where"
            " allow_http=True accepts that everybody on the way can read along)"
        )
    return ""


def _is_loopback(host: str) -> bool:
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
