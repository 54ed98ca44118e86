"""How a change is told in one line."""

from __future__ import annotations

_NAMED = frozenset(("property", "parameter", "status", "header", "deprecated", "null"))
"""Families whose place already names what there is before and after."""

_LONGEST = 120


def message_of(
    where: str,
    title: str,
    family: str,
    before: str | None,
    after: str | None,
    operations: int,
) -> str:
    """Return `request body /reason: the type … changed (string → integer)`."""
    told = ""
    if family not in _NAMED:
        values = [_short(value) for value in (before, after) if value is not None]
        told = f" ({' → '.join(values)})" if values else ""
    many = f", in {operations} operations" if operations > 1 else ""
    return f"{where}: {title}{told}{many}"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
