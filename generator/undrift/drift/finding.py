"""What a drift check finds: one finding for one cause, each with its places."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from ..diagnostics import Place


class Level(StrEnum):
    """What a finding means for code that calls the API."""

    BREAKING = "breaking"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """Return 0 for info, 1 for warning, 2 for breaking."""
        return ("info", "warning", "breaking").index(self.value)


class Seen(StrEnum):
    """Whether a finding was there before."""

    NEW = "new"
    KNOWN = "known"
    IGNORED = "ignored"


@dataclass(frozen=True, slots=True)
class Finding:
    """One cause, with every page that it shows on.

    `subject` is what changed in the API's own words and without line numbers, such as
    `request body /reason` or `component Invoice /status`. `operations` are those
    affected (`POST /invoices/{id}/cancel`), `calls` their Python names
    (`storno.invoices.cancel`), in the same order and possibly none. `before` and
    `after` are JSON texts or short words, None where there is nothing to show.
    """

    code: str
    level: Level
    provider: str
    subject: str
    message: str
    remedy: str = ""
    operations: tuple[str, ...] = ()
    calls: tuple[str, ...] = ()
    pages: tuple[Place, ...] = ()
    old: Place | None = None
    new: Place | None = None
    before: str | None = None
    after: str | None = None
    seen: Seen = Seen.NEW

    @property
    def id(self) -> str:
        """Return the name by which people refer to this finding.

        Made of what is found and never of where it stands, so that it stays the same
        while lines move and pages are added.
        """
        parts = (
            self.code,
            self.provider,
            self.operations[0] if self.operations else "",
            self.subject,
            self.before or "",
            self.after or "",
        )
        text = "\x1f".join(parts).encode("utf-8", "surrogatepass")
        return f"{self.code}-{hashlib.sha256(text).hexdigest()[:10]}"


@dataclass(frozen=True, slots=True)
class Unreachable:
    """A page that could not be checked, why, and when it last could (ISO 8601)."""

    provider: str
    page: str
    url: str
    reason: str
    last_checked: str = ""
    tolerated: bool = False
    """Whether it was checked recently enough: a warning, and not a failed check."""


@dataclass(frozen=True, slots=True)
class DriftReport:
    """The outcome of one check: `checked` counts pages or documents that were read."""

    findings: tuple[Finding, ...]
    checked: int
    unreachable: tuple[Unreachable, ...] = ()
