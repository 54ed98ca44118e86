# SPDX-License-Identifier: MIT-0
"""What both libraries raise where a request does not come through, in one place.

Their names are the same on purpose: httpx2 renames each error of httpcore2 to its own.
"""

from __future__ import annotations

import httpcore2
import httpx2

NETWORK_ERRORS = (
    httpx2.HTTPError,
    httpcore2.TimeoutException,
    httpcore2.NetworkError,
    httpcore2.ProtocolError,
    httpcore2.ProxyError,
    httpcore2.UnsupportedProtocol,
    OSError,
)
TIMEOUTS = (httpx2.TimeoutException, httpcore2.TimeoutException, TimeoutError)
UNSENT = (
    httpx2.ConnectError,
    httpx2.ConnectTimeout,
    httpx2.PoolTimeout,
    httpx2.ProxyError,
    httpx2.UnsupportedProtocol,
    httpcore2.ConnectError,
    httpcore2.ConnectTimeout,
    httpcore2.PoolTimeout,
    httpcore2.ProxyError,
    httpcore2.UnsupportedProtocol,
)
"""Where certainly nothing was sent."""
TELLING = (
    httpx2.ConnectError,
    httpx2.ProxyError,
    httpcore2.ConnectError,
    httpcore2.ProxyError,
    OSError,
)
"""Whose text says what is wrong, and holds nothing of the request."""
