"""`undrift diff OLD NEW`: two specs, pages or folders of pages held together."""

from __future__ import annotations

from pathlib import Path

from ..drift.report import ReportContext, passages
from ..reading.reader import Reader
from ..usecases.diff import compare_snapshots, snapshot_of_path, unusable
from .opening import UNUSABLE
from .reporting import deliver
from .terminal import Terminal


def run_diff(
    old: Path,
    new: Path,
    *,
    form: str,
    output: Path | None,
    fail_on: str,
    name: str = "",
) -> int:
    """Compare, print the report, and return the exit code."""
    terminal = Terminal()
    reader = Reader()
    before, after = snapshot_of_path(reader, old), snapshot_of_path(reader, new)
    problems = [*unusable(before), *unusable(after)]
    if problems:
        terminal.diagnostics(problems)
        return UNUSABLE
    terminal.diagnostics(dict.fromkeys((*before.problems, *after.problems)))
    report = compare_snapshots(before, after, name)
    return deliver(
        terminal,
        report,
        form,
        output=output,
        context=ReportContext(passages(_read), (name,) if name else ()),
        fail_on=fail_on,
    )


def _read(file: str) -> str | None:
    try:
        return Path(file).read_text("utf-8")
    except (OSError, ValueError):
        return None
