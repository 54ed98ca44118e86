"""A report as commands to GitHub's runner, which shows them beside the lines."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics import Place
from ...escaping import inert_line, visible
from ..finding import DriftReport, Finding, Level, Seen
from .outcome import first_place, heading_of, one_line, summary

_COMMANDS = {Level.BREAKING: "error", Level.WARNING: "warning", Level.INFO: "notice"}


def github_report(report: DriftReport) -> str:
    """Return one command for each finding that nobody ignored, and a summary."""
    return "".join(f"{line}\n" for line in _lines(report))


def _lines(report: DriftReport) -> Iterator[str]:
    for finding in sorted(report.findings, key=lambda f: -f.level.rank):
        if finding.seen is not Seen.IGNORED:
            yield _finding(finding)
    for page in report.unreachable:
        title = f"{page.provider}: a page was not checked"
        message = f"{page.page or page.url}: {page.reason}"
        yield _command("warning", {"title": title}, message)
    yield inert_line(f"undrift drift: {summary(report)}")


def _finding(finding: Finding) -> str:
    properties: dict[str, str] = {}
    place = _in_repository(finding)
    if place is not None:
        properties["file"] = place.file
        if place.line:
            properties["line"] = str(place.line)
        if place.line and place.column:
            properties["col"] = str(place.column)
    heading = heading_of(finding.provider)
    known = "" if finding.seen is Seen.NEW else " (seen before)"
    properties["title"] = f"{heading}: {finding.level} {finding.code}{known}"
    lines = [one_line(finding)]
    other = first_place(finding) if place == finding.old else finding.old
    if other not in {None, place}:
        lines.append(f"{'seen on' if place == finding.old else 'against'} {other}")
    lines.append(f"{finding.id}: {finding.remedy}" if finding.remedy else finding.id)
    return _command(_COMMANDS[finding.level], properties, "\n".join(lines))


def _in_repository(finding: Finding) -> Place | None:
    """Return where to look first, and never an address: it is no file to annotate."""
    for place in (first_place(finding), finding.old):
        if place is not None and "://" not in place.file:
            return place
    return None


def _command(name: str, properties: dict[str, str], message: str) -> str:
    listed = ",".join(f"{key}={_property(text)}" for key, text in properties.items())
    return f"::{name} {listed}::{_data(message)}"


def _data(text: str) -> str:
    """Escape a message as the runner reads it: it unescapes these and no others."""
    text = visible(text.replace("\r\n", "\n").replace("\r", "\n"))
    # Other runners take `##[…]` for a command, anywhere in a line.
    text = text.replace("##", r"#\x23")
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
