"""One run at a time for each package.

The operating system holds the lock and drops it when the process ends, however it ends:
there is no stale lock to detect. The file's own existence means nothing.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from types import TracebackType

if sys.platform == "win32":  # pragma: no cover
    import msvcrt

    def _try(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


class Lock:
    """A lock that is held until the `with` block ends."""

    def __init__(self, path: Path, handle: int) -> None:
        self._path = path
        self._handle = handle

    def __enter__(self) -> Lock:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        # Removed while held, so that nobody's new lock goes; an open file cannot be
        # removed everywhere, and then stays.
        with suppress(OSError):
            self._path.unlink()
        os.close(self._handle)


def acquire(path: Path) -> Lock | None:
    """Take the lock, or return None if another run holds it. Raises OSError."""
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
    while True:
        handle = os.open(path, flags, 0o644)
        if not _try(handle):
            os.close(handle)
            return None
        if _is_at(handle, path):
            return Lock(path, handle)
        # Its last holder removed the file between our opening and our locking it.
        os.close(handle)


def _is_at(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.lstat())
    except FileNotFoundError:
        return False
