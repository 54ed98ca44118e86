"""No test reaches a network: an address beyond this machine is refused, loudly."""

import ipaddress
import sys
from typing import cast

_CONNECTING = frozenset({"socket.connect", "socket.sendto"})
_RESOLVING = frozenset({"socket.getaddrinfo", "socket.gethostbyname"})


class NetworkError(BaseException):
    """A test tried to leave this machine; no `except Exception` may hide it."""


def _is_here(host: object) -> bool:
    if host in {None, "", b"", "localhost", b"localhost"}:
        return True
    try:
        return ipaddress.ip_address(str(host)).is_loopback
    except ValueError:
        return False


def _guard(event: str, arguments: tuple[object, ...]) -> None:
    if event in _CONNECTING:
        address = arguments[1]
        # An address that is no host and port (a Unix socket's path) is local.
        if not isinstance(address, tuple):
            return
        host = cast("tuple[object, ...]", address)[0]
    elif event in _RESOLVING:
        host = arguments[0]
    else:
        return
    if not _is_here(host):
        raise NetworkError(f"{event}: {host!r}")


sys.addaudithook(_guard)
