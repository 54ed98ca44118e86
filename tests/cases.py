"""Cases are folders: input, and what is expected of it; no code for each.

`UPDATE_EXPECTED=1 pytest tests/lower` writes what the code gives now as what is
expected. Read the difference before committing it.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

UPDATE = os.environ.get("UPDATE_EXPECTED") == "1"


def folders(cases: Path) -> list[Path]:
    """Return the case folders; an empty listing would test nothing, silently."""
    found = sorted(path for path in cases.iterdir() if path.is_dir())
    assert found, f"{cases} holds no case"
    return found


def expect(actual: str, file: Path) -> None:
    """Compare a text with a file, or write that file when asked to."""
    if UPDATE:
        file.write_text(actual, encoding="utf-8", newline="\n")
    assert actual == file.read_text(encoding="utf-8")


def expect_files(actual: Mapping[str, str], folder: Path) -> None:
    """Compare texts by relative path with a folder, or write that folder anew."""
    if UPDATE:
        shutil.rmtree(folder, ignore_errors=True)
        for path, text in actual.items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
    there = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert actual.keys() == there.keys()
    for path, text in actual.items():
        assert text == there[path], path
