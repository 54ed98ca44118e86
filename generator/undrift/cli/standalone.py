"""`undrift generate --from`: one document to one package, from any directory."""

from __future__ import annotations

import json
from pathlib import Path

from ..diagnostics import Severity
from ..output import Written, replace_file, write
from ..sources import Stopped
from ..standalone import generate_from
from .opening import UNUSABLE
from .terminal import Terminal, counted

_REFUSED = 1


def run(
    source: Path, into: Path, name: str, report: Path | None, *, allow_skips: bool
) -> int:
    """Generate, report, and return the exit code."""
    terminal = Terminal()
    outcome = generate_from(source, into, name, allow_skips=allow_skips)
    if isinstance(outcome, Stopped):
        terminal.diagnostics(outcome.diagnostics)
        terminal.problem("nothing was written")
        return UNUSABLE
    if report is not None:
        text = json.dumps(outcome.report, indent=2) + "\n"
        if problem := replace_file(report, text.encode(), str(report)):
            terminal.diagnostics([problem])
            return UNUSABLE
    refused = outcome.understood.refused
    for refusal in refused:
        terminal.diagnostics([refusal.reason])
    warnings = [d for d in outcome.diagnostics if d.severity is Severity.WARNING]
    if outcome.package is None:
        terminal.problem(
            f"{counted(len(refused), 'operation')} refused: nothing was written;"
            " --allow-skips leaves them out"
        )
        return _REFUSED
    written = write(outcome.package)
    if not isinstance(written, Written):
        terminal.diagnostics(written.problems)
        return UNUSABLE
    client = outcome.understood.lowered.client
    terminal.diagnostics(written.warnings)
    terminal.line(
        f"{outcome.package.shown}: {counted(len(client.operations), 'call')},"
        f" {counted(len(client.declarations), 'type')},"
        f" {counted(len(outcome.package.files), 'file')}"
        + (f", {counted(len(refused), 'operation')} left out" if refused else ""),
        "green",
    )
    if warnings:
        terminal.line(
            f"{counted(len(warnings), 'warning')}; --report FILE.json lists them"
        )
    return 0
