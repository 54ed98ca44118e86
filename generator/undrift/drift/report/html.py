"""A report as one page that stands by itself."""

from __future__ import annotations

from html import escape

from ..finding import DriftReport
from .context import ReportContext
from .outcome import summary


def as_html(report: DriftReport, context: ReportContext) -> str:
    """Return the page."""
    del context
    return f"<!doctype html><title>{escape(summary(report))}</title>\n"
