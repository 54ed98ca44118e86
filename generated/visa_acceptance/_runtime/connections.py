# SPDX-License-Identifier: MIT-0
"""What requests of a client travel over, where its user brings no client of httpx2.

Straight to servers; or, where the environment names proxies, over a client of httpx2,
which finds its way through them.
"""

from __future__ import annotations

import ssl
from functools import cache
from http.cookiejar import CookieJar, DefaultCookiePolicy
from urllib.request import getproxies

import httpx2

from .client_connections import AsyncClientConnections, ClientConnections
from .exchange import AsyncConnections, Connections


def own_connections(*, direct: bool) -> Connections:
    """Return connections for one client alone.

    With `direct`, no proxy of the environment is used: none can reach our loopback.
    """
    if getproxies() and not direct:
        http = httpx2.Client(verify=_tls(), cookies=_no_cookies())
        return ClientConnections(http)
    from .direct import DirectConnections  # loads what only connecting needs

    return DirectConnections(_tls())


def own_async_connections(*, direct: bool) -> AsyncConnections:
    """Return connections for one async client alone; see `own_connections`."""
    if getproxies() and not direct:
        http = httpx2.AsyncClient(verify=_tls(), cookies=_no_cookies())
        return AsyncClientConnections(http)
    from .direct import AsyncDirectConnections  # loads what only connecting needs

    return AsyncDirectConnections(_tls())


@cache
def _tls() -> ssl.SSLContext:
    """Return the one context that verifies all peers: its roots take 30 ms to load."""
    return httpx2.create_ssl_context(verify=True)


def _no_cookies() -> CookieJar:
    return CookieJar(DefaultCookiePolicy(allowed_domains=[]))
