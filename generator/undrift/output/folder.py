"""A package's folder on disk: what is there, by digest, and what to call it."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from ..diagnostics import Diagnostic, Place

NOT_A_FILE = "not a regular file"
"""Stands where a digest would, for links, folders and whatever lies behind a link."""


def digest(data: bytes) -> str:
    """Return the digest by which contents are compared: SHA-256, lower-case hex."""
    return hashlib.sha256(data).hexdigest()


@dataclass(frozen=True, slots=True)
class OutputFolder:
    """The folder of one package; `shown` is what messages call it."""

    path: Path
    shown: str

    @classmethod
    def of(cls, directory: Path, shown: str = "") -> OutputFolder:
        """Take a folder as given, except that what lies above it may be a link."""
        path = Path(os.path.abspath(directory))
        above = Path(os.path.realpath(path.parent))
        return cls(above / path.name, shown or directory.as_posix())

    @property
    def staging(self) -> Path:
        """Return the folder beside this one where a run keeps its work."""
        return self.path.with_name(f".undrift-{self.path.name}")

    @property
    def lock(self) -> Path:
        """Return the file beside this folder that a run holds locked."""
        return self.path.with_name(f".undrift-{self.path.name}.lock")

    def place(self, name: str = "") -> Place:
        """Return the place of a file in this folder."""
        return Place(f"{self.shown}/{name}" if name else self.shown)

    def problem(self) -> Diagnostic | None:
        """Return why nothing can be kept here at all."""
        if not os.path.lexists(self.path):
            return None
        if os.path.isdir(self.path) and not os.path.islink(self.path):
            return None
        return Diagnostic(
            "UD062",
            "a link or a file stands where the package's folder belongs",
            self.place(),
            "undrift does not follow links out of the output folder; remove it",
        )

    def digest_at(self, name: str) -> str | None:
        """Return the digest of a file, None where there is nothing.

        A link is never followed, neither the file itself nor a folder above it.
        """
        # Paths as text: a large package asks for a thousand files, more than once.
        path = str(self.path)
        for part in name.split("/"):
            if os.path.islink(path):
                return NOT_A_FILE
            path = f"{path}/{part}"
        try:
            mode = os.lstat(path).st_mode
        except (FileNotFoundError, NotADirectoryError):
            return None
        return digest(Path(path).read_bytes()) if stat.S_ISREG(mode) else NOT_A_FILE

    def scan(self) -> dict[str, str]:
        """Return the digest of every file here, by name; Python's caches are left out.

        Raises OSError where something cannot be read.
        """
        found: dict[str, str] = {}
        if not self.path.exists():
            return found
        for above, folders, files in os.walk(self.path, onerror=_fail):
            folders[:] = sorted(f for f in folders if f != "__pycache__")
            links = [f for f in folders if os.path.islink(os.path.join(above, f))]
            for file in sorted([*files, *links]):
                if file.endswith(".pyc"):
                    continue
                name = Path(above, file).relative_to(self.path).as_posix()
                # A name that is not text is foreign, and has to be printable.
                shown = os.fsencode(name).decode("utf-8", "replace")
                found[shown] = self.digest_at(name) or NOT_A_FILE
        return found


def _fail(error: OSError) -> None:
    raise error
