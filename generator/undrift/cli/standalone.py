"""`undrift generate --from`: one document to one package, from any directory."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ..diagnostics import Severity
from ..output import Package, Written, replace_file, write
from ..rerun import unchanged
from ..sources import Stopped
from .opening import UNUSABLE
from .terminal import Terminal, counted

if TYPE_CHECKING:
    from ..standalone import Generated

_REFUSED = 1


def run(
    source: Path, into: Path, name: str, report: Path | None, *, allow_skips: bool
) -> int:
    """Generate, report, and return the exit code."""
    terminal = Terminal()
    if report is None and (known := unchanged(source, into, name)) is not None:
        _tell(terminal, str(known[0]), known[1])
        return 0
    # Imported here: what is known already need not wait for it.
    from ..standalone import generate_from

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
    if outcome.package is None:
        terminal.problem(
            f"{counted(len(refused), 'operation')} refused: nothing was written;"
            " --allow-skips leaves them out"
        )
        return _REFUSED
    package = replace(outcome.package, summary=_summary(outcome, outcome.package))
    written = write(package)
    if not isinstance(written, Written):
        terminal.diagnostics(written.problems)
        return UNUSABLE
    terminal.diagnostics(written.warnings)
    _tell(terminal, package.shown, package.summary)
    return 0


def _summary(outcome: Generated, package: Package) -> str:
    """Return in one line what a package holds, in a second one what is doubtful."""
    client = outcome.understood.lowered.client
    refused = len(outcome.understood.refused)
    parts = [
        counted(len(client.operations), "call"),
        counted(len(client.declarations), "type"),
        counted(len(package.files), "file"),
    ]
    if refused:
        parts.append(f"{counted(refused, 'operation')} left out")
    warnings = [d for d in outcome.diagnostics if d.severity is Severity.WARNING]
    more = f"{counted(len(warnings), 'warning')}; --report FILE.json lists them"
    return ", ".join(parts) + (f"\n{more}" if warnings else "")


def _tell(terminal: Terminal, shown: str, summary: str) -> None:
    first, _, rest = summary.partition("\n")
    terminal.line(f"{shown}: {first}", "green")
    if rest:
        terminal.line(rest)
