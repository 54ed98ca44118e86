"""What a command line may ask of a report: its form, and when it fails."""

from __future__ import annotations

from .finding import Level

FORMS = ("text", "json", "markdown", "github", "html")
"""The forms of a report, as `--format` takes them."""

FAIL_ON = (*(level.value for level in Level), "never")
"""The levels of findings, as `--fail-on` takes them."""
