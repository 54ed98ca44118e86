"""A drift report in five forms, and what a process says of it when it ends.

    text = render(report, "html", ReportContext(passages(read)))
    code = exit_code(report, "breaking", new_only=True)

Everything that pages say is shown as text, whatever it says.
"""

from __future__ import annotations

from ..finding import DriftReport
from .context import Passage, ReportContext, passages
from .github import as_github
from .html import as_html
from .jsonform import as_json, schema_path
from .markdown import as_markdown
from .outcome import FAIL_ON, exit_code, summary
from .terminal import as_lines, as_text

__all__ = [
    "FAIL_ON",
    "FORMS",
    "Passage",
    "ReportContext",
    "as_lines",
    "exit_code",
    "passages",
    "render",
    "schema_path",
    "summary",
]

FORMS = ("text", "json", "markdown", "github", "html")
"""The names of the forms, as `--format` takes them."""


def render(report: DriftReport, form: str, context: ReportContext | None = None) -> str:
    """Return a report in one of `FORMS`."""
    context = context or ReportContext()
    match form:
        case "text":
            return as_text(report)
        case "json":
            return as_json(report)
        case "markdown":
            return as_markdown(report)
        case "github":
            return as_github(report)
        case "html":
            return as_html(report, context)
        case _:
            raise ValueError(f"not a form of reports: {form!a}")
