"""black, as a library and with everything it could ask a machine for set here."""

from __future__ import annotations

import black
from black.mode import TargetVersion
from black.parsing import InvalidInput

_MODE = black.Mode(
    target_versions={
        TargetVersion.PY311,
        TargetVersion.PY312,
        TargetVersion.PY313,
        TargetVersion.PY314,
    },
    line_length=88,
)


def formatted(source: str) -> str:
    """Return Python source as black's stable style has it."""
    return black.format_str(source, mode=_MODE)


def normalised(content: bytes) -> bytes:
    """Return a Python file as black would leave it; as it came if that cannot be."""
    try:
        return formatted(content.decode()).encode()
    except (UnicodeDecodeError, InvalidInput):
        return content
