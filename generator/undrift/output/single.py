"""Replacing one file that stands by itself."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from ..diagnostics import Diagnostic, Place


def replace_file(path: Path, data: bytes, shown: str) -> Diagnostic | None:
    """Make a file hold these bytes, or leave it as it is and say why."""
    try:
        if path.is_file() and path.read_bytes() == data:
            return None
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            Path(temporary).chmod(path.stat().st_mode if path.exists() else 0o644)
            Path(temporary).replace(path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        message = error.strerror or type(error).__name__
        return Diagnostic("UD062", message, Place(shown), "nothing was changed")
    return None
