# SPDX-License-Identifier: MIT-0
"""A file that is replaced by a whole new one, or not at all."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from types import TracebackType


class Replacement:
    """A new file beside another one, which it replaces once it is whole."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._path = Path(path)
        name = f".{self._path.name}.{secrets.token_hex(4)}.part"
        self._part = self._path.with_name(name)

    def __enter__(self) -> Replacement:
        """Begin the new file."""
        self._file = self._part.open("xb")
        return self

    def write(self, piece: bytes) -> None:
        """Write on."""
        self._file.write(piece)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Put the new file in place if nothing went wrong, else remove it."""
        self._file.close()
        try:
            if kind is None:
                self._part.replace(self._path)
        finally:
            self._part.unlink(missing_ok=True)
