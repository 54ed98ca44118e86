"""Where a drift report goes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.drift.report.sample import HOSTILE, NOTHING, REPORT
from undrift.cli.reporting import deliver
from undrift.cli.terminal import Terminal
from undrift.drift.finding import DriftReport
from undrift.drift.forms import FORMS
from undrift.drift.report import render_report

Captured = pytest.CaptureFixture[str]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("report", [REPORT, HOSTILE], ids=["report", "hostile"])
def test_what_is_printed_is_what_is_rendered(
    form: str, report: DriftReport, capsys: Captured
) -> None:
    assert deliver(Terminal(), report, form) == 1
    assert capsys.readouterr().out == render_report(report, form)


def test_a_file_is_written_and_the_outcome_told(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert deliver(Terminal(), NOTHING, "json", output=Path("a.json")) == 0
    assert Path("a.json").read_text("utf-8") == render_report(NOTHING, "json")
    assert capsys.readouterr().out == "a.json: no drift; 3 pages checked\n"


def test_a_file_that_cannot_be_written(tmp_path: Path, capsys: Captured) -> None:
    output = tmp_path / "nowhere" / "a.html"
    assert deliver(Terminal(), REPORT, "html", output=output) == 2
    assert "error[UD062]" in capsys.readouterr().err


def test_the_exit_code_is_the_checks() -> None:
    assert deliver(Terminal(), REPORT, "text", fail_on="never") == 3
    assert deliver(Terminal(), REPORT, "text", fail_on="info", new_only=True) == 1
