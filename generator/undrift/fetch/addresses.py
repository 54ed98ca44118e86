"""Which addresses may be asked, decided without asking anybody.

A page's address comes from a manifest, a redirect's from a server that may be hostile:
both pass the same rules before anything is sent. Plain http is for this machine only,
so that a name which leads here only after it was looked up still meets TLS.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Collection, Iterable
from urllib.parse import SplitResult, urljoin, urlsplit

_USUAL = {"https": 443, "http": 80}
_LOGIN_PART = re.compile(r"(?:log|sign)[-_]?in|sso|saml2?|authorize")
_LOGIN_HOST = re.compile(r"(?:login|signin|sso|auth|accounts?|id|idp)\.")


def host_of(url: str) -> str:
    """Return the host of an address, with its port unless that is the usual one.

    "" if the address has none, or is no address.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return ""
    if not host or port in (None, _USUAL.get(parts.scheme)):
        return host
    return f"{host}:{port}"


def address_problem(url: str, hosts: Collection[str]) -> str:
    """Return why an address must not be asked, or ""."""
    if not url.isascii() or any(c <= " " or c in "\\\x7f" for c in url):
        return "the address holds characters that no address holds"
    host = host_of(url)
    if not host:
        return "this is not an address of the web"
    parts = urlsplit(url)
    if parts.username is not None or parts.password is not None:
        return "the address holds a password; name a header in provider.yaml instead"
    if parts.scheme != "https" and not (parts.scheme == "http" and _is_here(parts)):
        return "the address is not https"
    if host not in hosts:
        return f"the host {host} is not among those allowed"
    return ""


def next_address(url: str, location: str) -> str:
    """Return the address that a redirect leads to, "" if it leads nowhere."""
    try:
        return urljoin(url, location.strip()).partition("#")[0]
    except ValueError:
        return ""


def downgrades(url: str, target: str) -> bool:
    """Return whether a redirect leaves TLS."""
    return url.startswith("https:") and not target.startswith("https:")


def is_login(url: str) -> bool:
    """Return whether an address looks like that of a form to log in with."""
    try:
        parts = urlsplit(url.lower())
        host = parts.hostname or ""
    except ValueError:
        return False
    names = parts.path.replace(".", "/").split("/")
    return any(map(_LOGIN_PART.fullmatch, names)) or bool(_LOGIN_HOST.match(host))


def shown_address(url: str) -> str:
    """Return an address as messages may show it: a query may hold a secret."""
    return url.partition("?")[0].partition("#")[0][:300]


def inner_address(url: str, addresses: Iterable[str]) -> str:
    """Return which of a host's addresses is this machine's own, "" if none is.

    A host that is named by such an address may have it; any other is led astray.
    """
    if _is_here(urlsplit(url)):
        return ""
    return next((text for text in addresses if _is_inner(text)), "")


def resolved(host: str) -> tuple[str, ...]:
    """Return the addresses of a host; none if this machine cannot find it.

    A proxy may still find it.
    """
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return ()
    return tuple(dict.fromkeys(str(address[0]) for *_, address in found))


def _is_here(parts: SplitResult) -> bool:
    host = parts.hostname or ""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _is_inner(text: str) -> bool:
    try:
        address = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return False
    inside = getattr(address, "ipv4_mapped", None) or address
    return inside.is_loopback or inside.is_unspecified or inside.is_link_local
