"""A report for programs: `findings.schema.json` says what it holds."""

from __future__ import annotations

import json
from pathlib import Path

from ...diagnostics import Place
from ..finding import DriftReport, Finding, Unreachable


def report_schema_path() -> Path:
    """Return the file that holds the JSON Schema of reports."""
    return Path(__file__).with_name("findings.schema.json")


def json_report(report: DriftReport) -> str:
    """Return a report as JSON text, in ASCII."""
    document = {
        "findings": [_finding(finding) for finding in report.findings],
        "checked": report.checked,
        "unreachable": [_unreachable(page) for page in report.unreachable],
    }
    return json.dumps(document, indent=2, ensure_ascii=True) + "\n"


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "id": finding.id,
        "code": finding.code,
        "level": finding.level.value,
        "provider": finding.provider,
        "subject": finding.subject,
        "operation": finding.operations[0] if finding.operations else "",
        "operations": list(finding.operations),
        "call": finding.calls[0] if finding.calls else "",
        "calls": list(finding.calls),
        "message": finding.message,
        "remedy": finding.remedy,
        "state": finding.seen.value,
        "pages": [{"page": page.file, "line": page.line} for page in finding.pages],
        "old": _place(finding.old),
        "new": _place(finding.new),
        "before": finding.before,
        "after": finding.after,
    }


def _place(place: Place | None) -> dict[str, object] | None:
    return None if place is None else {"file": place.file, "line": place.line}


def _unreachable(page: Unreachable) -> dict[str, object]:
    return {
        "provider": page.provider,
        "page": page.page,
        "url": page.url,
        "reason": page.reason,
        "last_checked": page.last_checked,
    }
