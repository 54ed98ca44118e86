"""`CHANGES.md`: what changed in a provider's API and when, the newest first.

    # API changes of storno

    ## 2026-11-21

    - **breaking** docs/invoices-cancel.md: the body field reason is required now

People may edit it; undrift only adds. What documentation says is text in it, never
markup.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from ...drift.finding import Finding
from ...drift.report.markdown import escape_markdown

CHANGES = "CHANGES.md"

_CALL = re.compile(r"[\w.]+")
_SECTION = re.compile(rb"^## ", re.MULTILINE)


def with_entry(
    before: bytes, provider: str, today: date, findings: Sequence[Finding]
) -> bytes:
    """Return the file with today's changes added, all else byte for byte."""
    heading = f"## {today.isoformat()}\n\n".encode()
    lines = "".join(_line(provider, finding) for finding in findings).encode()
    if not before.strip():
        return f"# API changes of {provider}\n\n".encode() + heading + lines
    first = _SECTION.search(before)
    if first is None:
        return before.rstrip(b"\n") + b"\n\n" + heading + lines
    start = first.start()
    if before.startswith(heading, start):
        at = start + len(heading)
        return before[:at] + lines + before[at:]
    return before[:start] + heading + lines + b"\n" + before[start:]


def _line(provider: str, finding: Finding) -> str:
    pages = dict.fromkeys(place.file for place in finding.pages)
    names = [escape_markdown(file.rpartition(f"/{provider}/")[2]) for file in pages]
    where = ", ".join(names[:3]) + (f" and {len(names) - 3} more" * (len(names) > 3))
    message = escape_markdown(finding.message[:500])
    # Names of Python, and nothing else, are safe as they are.
    calls = ", ".join(f"`{c}`" for c in finding.calls[:3] if _CALL.fullmatch(c))
    said = ": ".join(filter(None, (where, message)))
    return f"- **{finding.level}** {said}{f' ({calls})' if calls else ''}\n"
