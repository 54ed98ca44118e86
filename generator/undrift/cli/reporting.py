"""Hand over a drift report: to the terminal or a file, in the form asked for."""

from __future__ import annotations

from pathlib import Path

from ..drift.finding import DriftReport
from ..drift.report import (
    ReportContext,
    exit_code,
    render_report,
    report_lines,
    summary,
)
from ..output import replace_file
from .opening import UNUSABLE
from .terminal import Terminal


def deliver(
    terminal: Terminal,
    report: DriftReport,
    form: str,
    *,
    output: Path | None = None,
    context: ReportContext | None = None,
    fail_on: str = "breaking",
    new_only: bool = False,
) -> int:
    """Print or write a report, and return the exit code of the check."""
    if output is not None:
        text = render_report(report, form, context)
        if problem := replace_file(output, text.encode(), str(output)):
            terminal.diagnostics([problem])
            return UNUSABLE
        terminal.line(f"{output}: {summary(report)}")
    elif form == "text":
        for line in report_lines(report):
            terminal.parts(*line)
    else:
        # These are files for programs: every character as it is.
        print(render_report(report, form, context), end="")
    return exit_code(report, fail_on, new_only=new_only)
