"""What holds for all tests.

None reaches a network: an address beyond this machine is refused, loudly. None is
judged by how long it takes, on machines that have other things to do; none is red by
chance.
"""

import ipaddress
import sys
from typing import cast

from hypothesis import settings

from tests.properties import EVERY_RUN, NEW_ONES, TIMES

settings.register_profile("undrift", NEW_ONES if TIMES else EVERY_RUN)
settings.load_profile("undrift")

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
