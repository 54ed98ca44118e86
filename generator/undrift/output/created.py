"""Making a folder that was not there, whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from ..diagnostics import Diagnostic, Place
from .names import collisions, file_name_problem


def create_folder(
    folder: Path, files: Mapping[str, bytes], shown: str
) -> Diagnostic | None:
    """Make a folder that holds these files, or leave everything as it is and say why.

    The folders above are made too. The files are written beside the folder first and
    appear under its name in one step.
    """
    place = Place(shown)
    for name in files:
        if problem := file_name_problem(name):
            return Diagnostic("UD062", f"the name {name!a} {problem}", place)
    for first, second in collisions(files):
        message = f"the names {first!a} and {second!a} are one on some file systems"
        return Diagnostic("UD062", message, place)
    if os.path.lexists(folder):
        return Diagnostic("UD062", "there is such a folder already", place)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        prefix = f".undrift-{folder.name}-"
        staging = Path(tempfile.mkdtemp(dir=folder.parent, prefix=prefix))
        try:
            made = staging / "new"
            made.mkdir()
            for name, data in files.items():
                target = made / name
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(data)
            # Over a folder that another run has filled meanwhile this fails.
            made.rename(folder)
        finally:
            shutil.rmtree(staging, ignore_errors=True)
    except OSError as error:
        message = error.strerror or type(error).__name__
        return Diagnostic("UD062", message, place, "nothing was changed")
    return None
