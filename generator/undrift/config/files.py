"""Reading a file that people keep, or saying in one problem why it cannot be read."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

from ..diagnostics import Diagnostic, Place

LARGEST_FILE = 64 * 1024 * 1024
"""Bytes of a page or a specification; readers have tighter limits of their own."""


def read_file(
    path: Path, shown: str, largest: int = LARGEST_FILE
) -> bytes | Diagnostic:
    """Return a file's bytes. `shown` is what messages call it."""
    place = Place(shown)
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            return Diagnostic("UD001", "this is a folder, not a file", place)
        # Reading a pipe or a device might never end.
        if not stat.S_ISREG(found.st_mode):
            return Diagnostic("UD001", "this is not a regular file", place)
        if found.st_size > largest:
            message = f"the file has {found.st_size} bytes, more than {largest}"
            return Diagnostic("UD012", message, place)
        return path.read_bytes()
    except FileNotFoundError:
        hint = did_you_mean(path.name, neighbours(path))
        return Diagnostic("UD001", "there is no such file", place, hint)
    except OSError as error:
        message = error.strerror or type(error).__name__
        return Diagnostic("UD001", message, place)
    except ValueError:
        # A NUL in the name.
        return Diagnostic("UD001", "no file can have this name", place)


def did_you_mean(word: str, options: Iterable[str]) -> str:
    """Return a hint that names what was probably meant, or ""."""
    close = get_close_matches(word, list(options), 1, 0.6)
    return f"did you mean {close[0]}?" if close else ""


def is_inside(path: Path, folder: Path) -> bool:
    """Return whether a path stays in a folder once links are followed."""
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def neighbours(path: Path) -> list[str]:
    """Return the names of the files in a path's folder."""
    try:
        return sorted(p.name for p in path.parent.iterdir() if p.is_file())
    except OSError:
        return []
