"""A report for people at a terminal, and for logs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...escaping import inert_line
from ..finding import DriftReport, Finding, Level, Seen, Unreachable
from .outcome import (
    by_provider,
    change_of,
    first_place,
    heading_of,
    levels,
    one_line,
    other_places,
    summary,
)

Line = tuple[tuple[str, str], ...]
"""Texts with their styles; "" is no style."""

_STYLES = {Level.BREAKING: "bold red", Level.WARNING: "yellow", Level.INFO: "cyan"}
_NAMED = 3
_UNREACHED = 20
_LONGEST = 200


def text_report(report: DriftReport) -> str:
    """Return the lines without styles."""
    texts = ("".join(text for text, _ in line) for line in report_lines(report))
    return "".join(f"{inert_line(text)}\n" for text in texts)


def report_lines(report: DriftReport) -> tuple[Line, ...]:
    """Return a report as lines, each in parts that have a style.

    What is ignored is only counted.
    """
    return tuple(_lines(report))


def _lines(report: DriftReport) -> Iterator[Line]:
    for provider, findings in by_provider(report).items():
        shown = [f for f in findings if f.seen is not Seen.IGNORED]
        missing = [u for u in report.unreachable if u.provider == provider]
        if not shown and not missing:
            continue
        yield (
            (f"{heading_of(provider)}: {levels(shown) or 'no drift found'}", "bold"),
        )
        for finding in shown:
            yield from _finding(finding)
        for page in missing[:_UNREACHED]:
            yield _unreachable(page)
        if len(missing) > _UNREACHED:
            yield ((f"and {len(missing) - _UNREACHED} more pages not checked", ""),)
        yield ()
    yield ((summary(report), "bold"),)


def _finding(finding: Finding) -> Iterator[Line]:
    place = first_place(finding)
    known = ("", "") if finding.seen is Seen.NEW else (" (seen before)", "dim")
    yield (
        (f"{place or heading_of(finding.provider)}: ", "bold"),
        (f"{finding.level}[{finding.code}]", _STYLES[finding.level]),
        (f" {one_line(finding)}", ""),
        known,
    )
    yield from (((f"    {hint}", "dim"),) for hint in _hints(finding))


def _hints(finding: Finding) -> Iterator[str]:
    if change := change_of(finding, _LONGEST):
        yield change
    others = [str(place) for place in other_places(finding)]
    if finding.old is not None and str(finding.old) in others[:1]:
        yield f"against {others.pop(0)}"
    if others:
        yield f"also on {_listed(others)}"
    if len(finding.operations) > 1:
        named = len(finding.calls) == len(finding.operations)
        yield f"affects {_listed(finding.calls if named else finding.operations)}"
    yield f"{finding.id}: {finding.remedy}" if finding.remedy else finding.id


def _listed(names: Sequence[str]) -> str:
    more = len(names) - _NAMED
    rest = f" and {more} more" if more > 0 else ""
    return f"{', '.join(names[:_NAMED])}{rest}"


def _unreachable(page: Unreachable) -> Line:
    last = f"last checked {page.last_checked}" if page.last_checked else "never checked"
    where = page.page or page.url
    address = f" ({page.url})" if page.url and page.url != where else ""
    return (
        (f"{where}: ", "bold"),
        ("not checked", "yellow"),
        (f": {page.reason}{address}; {last}", ""),
    )
