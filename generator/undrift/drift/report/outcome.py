"""What a report says in short: the words and the exit code that all forms share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ...diagnostics import Place, counted
from ..finding import DriftReport, Finding, Level, Seen

_DIFFERS, _NOT_CHECKED = 1, 3


def exit_code(report: DriftReport, fail_on: str, *, new_only: bool = False) -> int:
    """Return 1 for findings at or above a level, else 3 if a page was not checked.

    Ignored findings never count, and with `new_only` only those not seen before do.
    """
    counting = {Seen.NEW} if new_only else {Seen.NEW, Seen.KNOWN}
    if fail_on != "never":
        least = Level(fail_on).rank
        if any(f.seen in counting and f.level.rank >= least for f in report.findings):
            return _DIFFERS
    unchecked = any(not page.tolerated for page in report.unreachable)
    return _NOT_CHECKED if unchecked else 0


def by_provider(
    report: DriftReport, more: Iterable[str] = ()
) -> dict[str, tuple[Finding, ...]]:
    """Return findings by provider, the gravest first, otherwise as they were found."""
    names = {*more, *(f.provider for f in report.findings)}
    names |= {u.provider for u in report.unreachable}
    ordered = sorted(report.findings, key=lambda f: -f.level.rank)
    return {n: tuple(f for f in ordered if f.provider == n) for n in sorted(names)}


def heading_of(provider: str) -> str:
    """Return what a provider's part is called; two folders compared have none."""
    return provider or "changes"


def subject_of(finding: Finding) -> str:
    """Return what a finding is about, as its reader would call it.

    "" where the message or the place says it already.
    """
    first = (*finding.calls, *finding.operations, finding.subject)[0]
    place = first_place(finding)
    known = {finding.message, place.file if place else ""}
    return "" if first in known else first


def one_line(finding: Finding) -> str:
    """Return a finding in one line."""
    subject = subject_of(finding)
    return f"{subject}: {finding.message}" if subject else finding.message


def change_of(finding: Finding, longest: int) -> str:
    """Return `changed: string → integer`, or what was added or removed, if anything.

    "" also where the message says so in the same words.
    """
    before, after = (
        v if v is None or len(v) <= longest else f"{v[:longest]} …"
        for v in (finding.before, finding.after)
    )
    if before is None:
        return "" if after is None else f"added: {after}"
    if after is None:
        return f"removed: {before}"
    change = f"{before} → {after}"
    return "" if change in finding.message else f"changed: {change}"


def first_place(finding: Finding) -> Place | None:
    """Return where to look first."""
    if finding.new is not None and "://" not in finding.new.file:
        return finding.new
    return finding.pages[0] if finding.pages else finding.old


def other_places(finding: Finding) -> tuple[Place, ...]:
    """Return the other places, each line once; first what it is held against."""
    first = first_place(finding)
    places: dict[tuple[str, int], Place] = {}
    for place in (finding.old, *finding.pages):
        if place is not None:
            places.setdefault((place.file, place.line), place)
    if first is not None:
        places.pop((first.file, first.line), None)
    return tuple(places.values())


def levels(findings: Iterable[Finding]) -> str:
    """Count findings by level, those that nobody ignored: `2 breaking, 1 info`."""
    found = Counter(f.level for f in findings if f.seen is not Seen.IGNORED)
    parts: list[str] = []
    if found[Level.BREAKING]:
        parts.append(f"{found[Level.BREAKING]} breaking")
    if found[Level.WARNING]:
        parts.append(counted(found[Level.WARNING], "warning"))
    if found[Level.INFO]:
        parts.append(f"{found[Level.INFO]} info")
    return ", ".join(parts)


def summary(report: DriftReport) -> str:
    """Return the whole outcome in one line."""
    seen = Counter(f.seen for f in report.findings)
    beside = [
        f"{seen[state]} {word}"
        for state, word in ((Seen.KNOWN, "seen before"), (Seen.IGNORED, "ignored"))
        if seen[state]
    ]
    found = levels(report.findings) or "no drift"
    if found == "no drift" and report.unreachable:
        # What was not checked is never called unchanged.
        found = "no drift in what was checked"
    parts = [f"{found} ({', '.join(beside)})" if beside else found]
    parts.append(f"{counted(report.checked, 'page')} checked")
    if report.unreachable:
        parts.append(f"{counted(len(report.unreachable), 'page')} not checked")
    return "; ".join(parts)
