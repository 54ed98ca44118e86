"""What a change is called in one line, and what to do about it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..rules import DRIFT_RULES

_NAMED = frozenset(("property", "parameter", "status", "header", "deprecated", "null"))
"""Families whose place already names what came or went."""

_TITLED = frozenset(("default", "enum", "format", "pattern"))
"""Limits that titles name."""

_LONGEST = 120
_DIRECTION = re.compile(r"\b(request|response)(s?)\b")
_OF_VALUES = frozenset(("DR22", "DR23", "DR24", "DR32", "DR33"))
"""Rules about values that travel one way; others name requests and responses."""

_THING = re.compile(r"(?:parameter |header |/)([^/ ]+)$")


def message_of(
    where: str,
    code: str,
    family: str,
    before: str | None,
    after: str | None,
    operations: Sequence[str],
) -> str:
    """Return `request body /reason: request type changed (string → integer)`."""
    title = _directed(code, where, operations)
    # Some titles begin with the place: "request body is now required".
    is_told = title == where or title.startswith(f"{where} ")
    message = title if is_told else f"{where}: {title}"
    values = _values(code, family, before, after)
    if " → " in values and not is_told:
        values = f" ({values})"
    elif values:
        values = f": {values}"
    many = f", in {len(operations)} operations" if len(operations) > 1 else ""
    return f"{message}{values}{many}"


def remedy_of(code: str, where: str) -> str:
    """Return what to do, with the name of what a change is about."""
    found = _THING.search(where)
    thing = f"`{found[1]}`" if found else "it"
    return DRIFT_RULES[code].remedy.replace("{it}", thing)


def _directed(code: str, where: str, operations: Sequence[str]) -> str:
    """Return a rule's title; of a webhook the caller receives what is asked."""
    title = DRIFT_RULES[code].title
    if where.startswith("callback "):
        sender = "callback"
    elif operations and all(key.startswith("webhook ") for key in operations):
        sender = "webhook"
    else:
        return title
    if code[:4] not in _OF_VALUES:
        return title.replace("webhook", sender)

    def said(found: re.Match[str]) -> str:
        kind = f"{sender} response" if found[1] == "request" else sender
        return f"{kind}{found[2]}"

    return _DIRECTION.sub(said, title)


def _values(code: str, family: str, before: str | None, after: str | None) -> str:
    """Return what there was and what there is, as far as the rest does not say it."""
    old, new = (None if v is None else _short(v) for v in (before, after))
    if family == "required" and {old, new} == {"yes", "no"}:
        return ""
    if family == "default":
        return f"{old or 'none'} → {new or 'none'}"
    if family.startswith("limit "):
        key = f"{family.removeprefix('limit ')}: "
        sides = " → ".join((v or "none").removeprefix(key) for v in (old, new))
        return sides if key[:-2] in _TITLED else f"{key}{sides}"
    if family == "security":
        # One of the ways may be none at all.
        ways = (f"none{v}" if v[:4] == " or " else v for v in (old, new) if v)
        return " → ".join(ways)
    if family == "enum" and (old is None) is (code in ("DR228", "DR328")):
        # Values are listed now, or no longer.
        return f"{old or 'any'} → {new or 'any'}"
    match old, new:
        case None, None:
            return ""
        case (None, str(value)) | (str(value), None):
            return "" if family in _NAMED else value
        case _:
            return f"{old} → {new}"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
