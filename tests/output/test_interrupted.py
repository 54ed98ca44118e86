"""A run that is stopped anywhere leaves the old package or the new one."""

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.output.faults import KILLED, REFUSED, WRITTEN
from tests.output.samples import NEW, OLD, beside, on_disk, package
from tests.waiting import HANGS
from undrift.diagnostics import Diagnostic
from undrift.output import (
    OutputRefused,
    Recovered,
    Replaced,
    WriteOutcome,
    recover,
    replace_files,
    write_package,
)

ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}
ROOT = Path(__file__).parents[2]


def faults(folder: Path, mode: str) -> list[dict[str, object]]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.output.faults", str(folder), mode],
        env=ENVIRONMENT,
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
        timeout=HANGS,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def steps(lines: list[dict[str, object]], existing: bool) -> list[dict[str, object]]:
    return [line for line in lines if line["existing"] is existing]


def test_killed_at_every_step(tmp_path: Path) -> None:
    lines = faults(tmp_path, "kill")
    for existing in (True, False):
        ran = steps(lines, existing)
        assert len(ran) > 20
        old = "old" if existing else "none"
        afters = [line["after"] for line in ran]
        # Old up to the journal, new from then on, and nothing in between.
        turn = afters.index("new")
        assert afters == [old] * turn + ["new"] * (len(ran) - turn)
        assert turn > 5
        assert "mixed" in [line["before"] for line in ran]
        for line in ran:
            assert line["code"] == KILLED
            assert line["noticed"] == line["interrupted"]
            assert line["interrupted"] or line["before"] in (old, "new")
            assert line["again"] == "new"
            assert ".undrift-acme" not in str(line["left"]).replace(
                ".undrift-acme.lock", ""
            )


def test_a_step_that_fails_undoes_the_run(tmp_path: Path) -> None:
    for line in faults(tmp_path, "fail"):
        old = "old" if line["existing"] else "none"
        if line["code"] == REFUSED:
            assert line["before"] == old, line
            assert "No space left on device" in str(line["said"])
            assert "nothing was changed" in str(line["said"])
            assert "generated/acme: error[UD062]" in str(line["said"])
        else:
            assert line["code"] == WRITTEN
            assert line["before"] == "new", line
        assert line["after"] == line["before"]
        assert line["again"] == "new"


def test_a_disk_that_stays_broken_is_recovered_from_later(tmp_path: Path) -> None:
    lines = faults(tmp_path, "broken")
    assert "mixed" in [line["before"] for line in lines]
    for line in lines:
        old = "old" if line["existing"] else "none"
        assert line["after"] in (old, "new"), line
        assert line["again"] == "new"
        if line["before"] == "mixed":
            assert line["code"] == REFUSED
            assert "the next command undoes or completes it" in str(line["said"])


def test_killed_at_any_time(tmp_path: Path) -> None:
    directory = tmp_path / "acme"
    write_package(package(directory))
    chance = random.Random(1)
    for _ in range(8):
        command = [sys.executable, "-m", "tests.output.faults", str(directory), "loop"]
        with subprocess.Popen(
            command, env=ENVIRONMENT, cwd=ROOT, stdout=subprocess.PIPE
        ) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(chance.uniform(0.005, 0.03))
            process.kill()
        recovered = recover(directory)
        assert recovered is None or isinstance(recovered, Recovered)
        assert on_disk(directory) in (OLD, NEW)
        assert not directory.with_name(".undrift-acme").exists()


@pytest.fixture
def interrupted(tmp_path: Path) -> Path:
    """Return a package that a run has half replaced."""
    directory = tmp_path / "acme"
    faults(directory, "half")
    found = on_disk(directory)
    assert found["__init__.py"] == NEW["__init__.py"]
    assert found["resources/invoices.py"] == OLD["resources/invoices.py"]
    return directory


def test_the_next_run_says_that_it_recovered(interrupted: Path) -> None:
    outcome = write_package(package(interrupted, NEW))
    assert isinstance(outcome, WriteOutcome)
    assert outcome.recovered is Recovered.COMPLETED
    assert [str(w) for w in outcome.warnings] == [
        "generated/acme: warning[UD063] an interrupted run was completed: "
        "all is as that run meant it"
    ]
    assert outcome.unchanged
    assert beside(interrupted) == []


def test_single_files_wait_for_an_interrupted_run_too(interrupted: Path) -> None:
    outcome = replace_files(interrupted, {"py.typed": b"partial\n", "new/a": b"a"})
    assert outcome == Replaced(("new/a", "py.typed"), Recovered.COMPLETED)
    assert on_disk(interrupted) == {**NEW, "py.typed": b"partial\n", "new/a": b"a"}
    assert beside(interrupted) == []


def test_what_a_power_cut_tore_is_undone(interrupted: Path) -> None:
    for staged in interrupted.with_name(".undrift-acme").joinpath("new").iterdir():
        staged.write_bytes(b"")
    assert recover(interrupted) is Recovered.UNDONE
    assert on_disk(interrupted) == OLD


def test_a_checkout_in_between_is_respected(interrupted: Path) -> None:
    for name, data in OLD.items():
        file = interrupted / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    assert recover(interrupted) is Recovered.UNDONE
    assert on_disk(interrupted) == OLD


def test_an_edit_in_between_is_not_lost(interrupted: Path) -> None:
    (interrupted / "resources/invoices.py").write_bytes(b"mine = 1\n")
    found = on_disk(interrupted)
    assert recover(interrupted) is Recovered.ABANDONED
    assert on_disk(interrupted) == found
    outcome = write_package(package(interrupted, NEW))
    assert isinstance(outcome, WriteOutcome)
    assert outcome.overwritten == ("resources/invoices.py",)
    assert on_disk(interrupted) == NEW


@pytest.mark.parametrize(
    "journal",
    [
        b"",
        b"{}",
        b"[1]",
        b'[["../outside.py", null, "x"]]',
        b'[["/etc/x", null, null]]',
        b"[" * 100_000,
    ],
)
def test_a_journal_is_believed_in_nothing(tmp_path: Path, journal: bytes) -> None:
    directory = tmp_path / "acme"
    write_package(package(directory))
    (tmp_path / "outside.py").write_bytes(b"mine")
    staging = tmp_path / ".undrift-acme"
    (staging / "new").mkdir(parents=True)
    (staging / "new" / "0").write_bytes(b"hostile")
    (staging / "journal.json").write_bytes(journal)
    assert recover(directory) is Recovered.ABANDONED
    assert (tmp_path / "outside.py").read_bytes() == b"mine"
    assert on_disk(directory) == OLD
    assert not staging.exists()


def test_a_staging_folder_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    directory = tmp_path / "acme"
    mine = tmp_path / "elsewhere" / "new"
    mine.mkdir(parents=True)
    (mine / "file").write_bytes(b"mine")
    (tmp_path / ".undrift-acme").symlink_to(mine.parent)
    assert recover(directory) is None
    outcome = write_package(package(directory))
    assert isinstance(outcome, OutputRefused)
    assert [type(p) for p in outcome.problems] == [Diagnostic]
    assert (mine / "file").read_bytes() == b"mine"
