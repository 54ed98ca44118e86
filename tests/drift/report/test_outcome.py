from __future__ import annotations

import pytest

from undrift.drift.finding import DriftReport, Finding, Level, Seen, Unreachable
from undrift.drift.forms import FAIL_ON
from undrift.drift.report import exit_code

MISSING = Unreachable("acme", "a.md", "https://docs.acme.example/a.md", "503")


def report(*findings: tuple[Level, Seen], missing: bool = False) -> DriftReport:
    made = tuple(
        Finding("DR201", level, "acme", str(number), "changed", seen=seen)
        for number, (level, seen) in enumerate(findings)
    )
    return DriftReport(made, 1, (MISSING,) if missing else ())


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("fail_on", FAIL_ON)
def test_what_fails(level: Level, fail_on: str) -> None:
    order = ["info", "warning", "breaking", "never"]
    fails = order.index(level.value) >= order.index(fail_on)
    assert exit_code(report((level, Seen.NEW)), fail_on) == int(fails)
    assert exit_code(report((level, Seen.KNOWN)), fail_on) == int(fails)
    assert exit_code(report((level, Seen.IGNORED)), fail_on) == 0


def test_only_what_is_new() -> None:
    known = report((Level.BREAKING, Seen.KNOWN), (Level.INFO, Seen.NEW))
    assert exit_code(known, "breaking", new_only=True) == 0
    assert exit_code(known, "info", new_only=True) == 1
    ignored = report((Level.BREAKING, Seen.IGNORED))
    assert exit_code(ignored, "info", new_only=True) == 0


def test_what_was_not_checked_is_never_called_unchanged() -> None:
    assert exit_code(report(), "breaking") == 0
    assert exit_code(report(missing=True), "breaking") == 3
    assert exit_code(report(missing=True), "never") == 3
    found = report((Level.BREAKING, Seen.NEW), missing=True)
    assert exit_code(found, "breaking") == 1
    assert exit_code(report((Level.INFO, Seen.NEW), missing=True), "breaking") == 3
