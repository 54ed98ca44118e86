"""Cases are folders: input, and what is expected of it; no code for each.

`UPDATE_EXPECTED=1 pytest tests/lower` writes what the code gives now as what is
expected. Read the difference before committing it.
"""

from __future__ import annotations

import os
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
