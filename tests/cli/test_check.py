"""`generate --check` says which files differ, and why, and touches nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from undrift.cli import undrift

BASE = Path(__file__).parent / "base"
MODEL = Path("generated/acme/types/bill.py")

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs undrift in a project that was generated once."""
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)

    def invoke(*arguments: str) -> Result:
        return CliRunner().invoke(undrift, ["generate", *arguments])

    assert invoke().exit_code == 0
    return invoke


def snapshot() -> dict[Path, bytes]:
    return {p: p.read_bytes() for p in Path().rglob("*") if p.is_file()}


@pytest.mark.parametrize("full", [(), ("--full",)])
def test_nothing_differs(run: Run, full: tuple[str, ...]) -> None:
    result = run("--check", *full)
    assert result.exit_code == 0
    assert "up to date" in result.stdout


@pytest.mark.parametrize("full", [(), ("--full",)])
def test_an_edit_by_hand(run: Run, full: tuple[str, ...]) -> None:
    MODEL.write_text(MODEL.read_text().replace("class Bill", "class Invoice"))
    before = snapshot()
    result = run("--check", *full)
    assert result.exit_code == 1
    assert f"{MODEL}: changed (edited by hand)" in result.stdout
    assert snapshot() == before


def test_formatting_only(run: Run) -> None:
    text = MODEL.read_text()
    MODEL.write_text(text.replace("id: Maybe[str] = None", "id : Maybe[str]=None"))
    result = run("--check", "--full")
    assert result.exit_code == 1
    assert f"{MODEL}: changed (formatting only)" in result.stdout


def test_docs_changed(run: Run) -> None:
    spec = Path("specs/acme/openapi.yaml")
    text = spec.read_text("utf-8")
    spec.write_text(text.replace("Cancel a bill", "Cancel one bill"), "utf-8")
    before = snapshot()
    result = run("--check")
    assert result.exit_code == 1
    assert "specs/acme/openapi.yaml: changed since generated" in result.stdout
    assert "bills.py: changed (docs or spec changed)" in result.stdout
    assert "bill.py" not in result.stdout
    assert snapshot() == before
    assert run().exit_code == 0
    assert run("--check", "--full").exit_code == 0


def test_a_changed_description_changes_only_its_lines(run: Run) -> None:
    resource = Path("generated/acme/resources/bills.py")
    before = resource.read_text("utf-8").splitlines()
    spec = Path("specs/acme/openapi.yaml")
    text = spec.read_text("utf-8")
    spec.write_text(text.replace("Cancel a bill", "Cancel one bill"), "utf-8")
    assert run().exit_code == 0
    after = resource.read_text("utf-8").splitlines()
    changed = [new for old, new in zip(before, after, strict=True) if old != new]
    assert changed
    assert all("Cancel one bill." in line for line in changed)


def test_a_missing_and_a_foreign_file(run: Run) -> None:
    MODEL.unlink()
    foreign = Path("generated/acme/mine.txt")
    foreign.write_text("kept")
    result = run("--check", "--full")
    assert result.exit_code == 1
    assert f"{MODEL}: missing" in result.stdout
    assert f"{foreign}: not undrift's: left alone" in result.stdout
    assert run().exit_code == 0
    assert MODEL.exists()
    assert foreign.read_text() == "kept"


def test_never_generated(run: Run) -> None:
    shutil.rmtree("generated")
    result = run("--check")
    assert result.exit_code == 1
    assert "not generated yet" in result.stdout
    assert not Path("generated").exists()


def test_names_stay_and_may_be_changed(run: Run) -> None:
    names = Path("specs/acme/names.yaml")
    text = names.read_text("utf-8")
    assert '"POST /v1/bills/{id}/cancel": bills.cancel' in text
    names.write_text(text.replace("bills.cancel", "bills.void"), "utf-8")
    assert run("--check").exit_code == 1
    assert run().exit_code == 0
    assert "def void(" in Path("generated/acme/resources/bills.py").read_text("utf-8")
    spec = Path("specs/acme/openapi.yaml")
    described = spec.read_text("utf-8")
    spec.write_text(described.replace("operationId: cancelBill", "operationId: x"))
    assert run().exit_code == 0
    assert "bills.void" in names.read_text("utf-8")
    assert "def void(" in Path("generated/acme/resources/bills.py").read_text("utf-8")


def test_piped_output_is_plain(run: Run) -> None:
    result = run("--check")
    assert "\x1b" not in result.stdout + result.stderr
