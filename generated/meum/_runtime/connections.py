# SPDX-License-Identifier: MIT-0
"""Connections of our own, which do what a call says and nothing else."""

from __future__ import annotations

import ssl
from functools import cache
from http.cookiejar import CookieJar, DefaultCookiePolicy

import httpx2


def own_client(*, direct: bool) -> httpx2.Client:
    """Return a client for us alone: it follows no redirect and keeps no cookie.

    With `direct`, no proxy of the environment is used: none can reach our loopback.
    """
    return httpx2.Client(
        verify=_tls(),
        follow_redirects=False,
        cookies=_no_cookies(),
        trust_env=not direct,
    )


def own_async_client(*, direct: bool) -> httpx2.AsyncClient:
    """Return an async client for us alone; see `own_client`."""
    return httpx2.AsyncClient(
        verify=_tls(),
        follow_redirects=False,
        cookies=_no_cookies(),
        trust_env=not direct,
    )


@cache
def _tls() -> ssl.SSLContext:
    """Return the one context that verifies all peers: its roots take 30 ms to load."""
    return httpx2.create_ssl_context(verify=True)


def _no_cookies() -> CookieJar:
    return CookieJar(DefaultCookiePolicy(allowed_domains=[]))
