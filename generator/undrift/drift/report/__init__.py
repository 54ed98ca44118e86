"""A drift report in five forms, and what a process says of it when it ends.

    text = render(report, "html", ReportContext(passages(read)))
    code = exit_code(report, "breaking", new_only=True)

Everything that pages say is shown as text, whatever it says.
"""

from __future__ import annotations

from ..finding import DriftReport
from .context import Passage, ReportContext, passages
from .github import github_report
from .html import html_report
from .jsonform import json_report, report_schema_path
from .markdown import markdown_report
from .outcome import exit_code, summary
from .terminal import report_lines, text_report

__all__ = [
    "Passage",
    "ReportContext",
    "exit_code",
    "passages",
    "render_report",
    "report_lines",
    "report_schema_path",
    "summary",
]


def render_report(
    report: DriftReport, form: str, context: ReportContext | None = None
) -> str:
    """Return a report in one of the `forms`."""
    context = context or ReportContext()
    match form:
        case "text":
            return text_report(report)
        case "json":
            return json_report(report)
        case "markdown":
            return markdown_report(report)
        case "github":
            return github_report(report)
        case "html":
            return html_report(report, context)
        case _:
            raise ValueError(f"not a form of reports: {form!a}")
