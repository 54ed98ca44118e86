"""black, as a library and with everything it could ask a machine for set here."""

from __future__ import annotations

import black

_MODE = black.Mode(
    target_versions={
        black.TargetVersion.PY311,
        black.TargetVersion.PY312,
        black.TargetVersion.PY313,
        black.TargetVersion.PY314,
    },
    line_length=88,
)


def formatted(source: str) -> str:
    """Return Python source as black's stable style has it."""
    return black.format_str(source, mode=_MODE)


def normalised(content: bytes) -> bytes:
    """Return a Python file as black would leave it; as it is if black cannot read it."""
    try:
        return formatted(content.decode()).encode()
    except (UnicodeDecodeError, black.InvalidInput):
        return content
