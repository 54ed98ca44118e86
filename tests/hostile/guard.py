"""What neither generating from a document nor importing what was made may do."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Generator
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

SECRET = "secret.yaml"
"""The file beside the attacks' folder that none of them may reach."""

_REFUSED = (
    "ctypes.",
    "ftplib.",
    "http.client.",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.putenv",
    "os.spawn",
    "os.startfile",
    "os.system",
    "os.unsetenv",
    "pty.",
    "smtplib.",
    "socket.",
    "subprocess.",
    "urllib.Request",
    "webbrowser.",
)
_WRITING = {
    "os.chmod": 1,
    "os.chown": 1,
    "os.link": 2,
    "os.mkdir": 1,
    "os.remove": 1,
    "os.rename": 2,
    "os.rmdir": 1,
    "os.symlink": 2,
    "os.truncate": 1,
    "os.utime": 1,
    "shutil.rmtree": 1,
}
"""Events that change the disk, and how many of their arguments are paths."""

_BELOW = {"os.mkdir": 2, "os.remove": 1, "os.rmdir": 1}
"""Which of their arguments is the open folder that a path begins at, if any."""

# `socket.gethostname` and the like are no connection; httpx2 asks at import.
_HARMLESS = frozenset({"socket.__new__", "socket.gethostname"})


class Forbidden(BaseException):
    """Something that no document may bring about; no `except Exception` hides it."""


@dataclass(slots=True)
class Guard:
    """Refuses and notes what must not happen; only `writable` may be written, and
    nothing that is `hidden` read.
    """

    writable: tuple[Path, ...] = ()
    hidden: frozenset[str] = frozenset()
    active: bool = False
    noted: list[str] = field(default_factory=list[str])

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        """Judge one audit event."""
        if not self.active:
            return
        if event.startswith(_REFUSED) and event not in _HARMLESS:
            self._refuse(f"{event}{arguments!r:.200}")
        elif event == "open":
            self._opened(*arguments)
        elif event in _WRITING:
            for path in arguments[: _WRITING[event]]:
                self._written(event, _placed(path, event, arguments))

    def _opened(self, path: object, mode: object, flags: object) -> None:
        where = _named(path)
        if where is None:
            return
        writing = isinstance(flags, int) and flags & (
            os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
        )
        if writing:
            self._written("open", path)
        elif self._is_hidden(where):
            self._refuse(f"read {where}")

    def _is_hidden(self, where: str) -> bool:
        if os.path.basename(where) in {SECRET, "passwd", "zero"}:
            return True
        return os.path.realpath(where) in self.hidden

    def _written(self, event: str, path: object) -> None:
        where = _named(path)
        if where is None:
            return
        # Not resolved: a link on the way would be the attack.
        target = Path(os.path.abspath(where))
        if not any(target.is_relative_to(folder) for folder in self.writable):
            self._refuse(f"{event} {target}")

    def _refuse(self, what: str) -> None:
        self.noted.append(what)
        raise Forbidden(what)

    @contextlib.contextmanager
    def watch(self, *writable: Path) -> Generator[None]:
        """Refuse while this lasts, except to write below these."""
        self.writable, self.active = writable, True
        try:
            yield
        finally:
            self.active = False


def _placed(path: object, event: str, arguments: tuple[object, ...]) -> object:
    """Return a path with the folder that it begins at, where that is an open one."""
    folder = arguments[_BELOW[event]] if event in _BELOW else -1
    named = _named(path)
    if named is None or not isinstance(folder, int) or folder < 0:
        return path
    return os.path.join(os.readlink(f"/proc/self/fd/{folder}"), named)


def _named(path: object) -> str | None:
    """Return the path that an event is about; a file descriptor has none."""
    if isinstance(path, os.PathLike):
        path = str(cast("os.PathLike[str]", path))
    return os.fsdecode(path) if isinstance(path, str | bytes) else None
