"""Checking: what differs and why, without touching anything."""

import errno
import os
from pathlib import Path

import pytest

from tests.output.samples import INPUTS, NEW, OLD, on_disk, package
from undrift.output import (
    Checked,
    Difference,
    DifferenceKind,
    OutputRefused,
    Reason,
    check_package,
    digest,
    quick_check,
    recorded,
    write_package,
)

PAGE = "specs/acme/docs/cancel.md"
OTHER_INPUTS = {PAGE: digest(b"another page"), "specs/acme/new": digest(b"")}


def squeeze(source: bytes) -> bytes:
    return source.replace(b" ", b"")


def checked(outcome: Checked | OutputRefused) -> Checked:
    assert isinstance(outcome, Checked), outcome
    return outcome


def kinds(outcome: Checked | OutputRefused) -> dict[str, str]:
    return {d.path: f"{d.kind}: {d.reason}" for d in checked(outcome).differences}


@pytest.fixture
def acme(tmp_path: Path) -> Path:
    directory = tmp_path / "generated" / "acme"
    write_package(package(directory))
    return directory


def test_nothing_differs(acme: Path) -> None:
    for outcome in (check_package(package(acme)), quick_check(acme, INPUTS)):
        assert outcome == Checked((), (), interrupted=False)
        assert checked(outcome).up_to_date


def test_never_generated(tmp_path: Path) -> None:
    directory = tmp_path / "acme"
    assert kinds(check_package(package(directory, {"a.py": b""}))) == {
        ".undrift.json": "missing: not generated yet",
        "a.py": "missing: not generated yet",
    }
    quick = checked(quick_check(directory, INPUTS))
    assert kinds(quick) == {".undrift.json": "missing: not generated yet"}
    assert not quick.up_to_date
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("inputs", "reason"),
    [(OTHER_INPUTS, Reason.INPUTS), (INPUTS, Reason.UNDRIFT)],
)
def test_what_would_be_written_changed(
    acme: Path, inputs: dict[str, str], reason: Reason
) -> None:
    outcome = checked(check_package(package(acme, NEW, inputs)))
    assert outcome.differences == (
        Difference(".undrift.json", DifferenceKind.CHANGED, reason),
        Difference("__init__.py", DifferenceKind.CHANGED, reason),
        Difference("resources/invoices.py", DifferenceKind.CHANGED, reason),
        Difference("types/fresh/deep.py", DifferenceKind.MISSING, reason),
        Difference("types/gone/deep.py", DifferenceKind.STALE, reason),
    )
    assert outcome.inputs == (tuple(sorted(inputs)) if inputs is OTHER_INPUTS else ())
    assert not outcome.up_to_date
    assert on_disk(acme) == OLD


def test_inputs_that_changed_without_effect(acme: Path) -> None:
    outcome = check_package(package(acme, OLD, OTHER_INPUTS))
    assert kinds(outcome) == {".undrift.json": "changed: docs or spec changed"}
    quick = checked(quick_check(acme, OTHER_INPUTS))
    assert quick.differences == ()
    assert quick.inputs == (PAGE, "specs/acme/new")
    assert not quick.up_to_date
    assert checked(quick_check(acme, {})).inputs == (PAGE,)


def test_edits_by_hand(acme: Path) -> None:
    (acme / "__init__.py").write_text("mine = 1\n")
    (acme / "resources/invoices.py").unlink()
    (acme / "mine.py").write_text("mine = 1\n")
    expected = {
        "__init__.py": "changed: edited by hand",
        "resources/invoices.py": "missing: edited by hand",
        "mine.py": "foreign: not undrift's",
    }
    assert kinds(check_package(package(acme), squeeze)) == expected
    assert kinds(quick_check(acme, INPUTS)) == expected


def test_an_edit_counts_more_than_changed_docs(acme: Path) -> None:
    (acme / "__init__.py").write_text("mine = 1\n")
    outcome = kinds(check_package(package(acme, NEW, OTHER_INPUTS)))
    assert outcome["__init__.py"] == "changed: edited by hand"
    assert outcome["resources/invoices.py"] == "changed: docs or spec changed"


@pytest.mark.parametrize("text", [b"old=1\n", b"old = 1\r\n"])
def test_formatting_only(acme: Path, text: bytes) -> None:
    (acme / "__init__.py").write_bytes(text)
    found = kinds(check_package(package(acme), squeeze))
    assert found == {"__init__.py": "changed: formatting only"}


def test_only_python_is_normalised(acme: Path) -> None:
    (acme / "py.typed").write_bytes(b"  ")
    found = kinds(check_package(package(acme), squeeze))
    assert found == {"py.typed": "changed: edited by hand"}


def test_foreign_files_alone_are_no_failure(acme: Path) -> None:
    (acme / "mine.py").write_text("mine = 1\n")
    (acme / "mine").symlink_to(acme.parent)
    for outcome in (check_package(package(acme)), quick_check(acme, INPUTS)):
        assert kinds(outcome) == {
            "mine": "foreign: not undrift's",
            "mine.py": "foreign: not undrift's",
        }
        assert checked(outcome).up_to_date


@pytest.mark.parametrize(
    "record",
    [
        b"",
        b"<<<<<<< ours",
        b"[]",
        b"{}",
        b'{"undrift": true, "files": {}, "inputs": {}}',
        b'{"undrift": 1, "files": {}}',
        b'{"undrift": 1, "files": {"a": 1}, "inputs": {}}',
        b'{"undrift": 1, "files": {"a": "00"}, "inputs": {}}',
        b"[" * 100_000,
        b"\xff",
    ],
)
def test_a_broken_record_is_a_difference(acme: Path, record: bytes) -> None:
    (acme / ".undrift.json").write_bytes(record)
    expected = {".undrift.json": "changed: edited by hand"}
    assert kinds(check_package(package(acme))) == expected
    assert kinds(quick_check(acme, INPUTS)) == expected


def test_a_missing_record_is_a_difference(acme: Path) -> None:
    (acme / ".undrift.json").unlink()
    expected = {".undrift.json": "missing: edited by hand"}
    assert kinds(check_package(package(acme))) == expected
    assert kinds(quick_check(acme, INPUTS)) == expected


def test_a_reformatted_record_is_a_difference(acme: Path) -> None:
    record = acme / ".undrift.json"
    record.write_bytes(record.read_bytes() + b"\n")
    expected = {".undrift.json": "changed: formatting only"}
    assert kinds(check_package(package(acme))) == expected


def test_the_words_for_why_a_file_differs() -> None:
    assert [str(reason) for reason in Reason] == [
        "not generated yet",
        "edited by hand",
        "formatting only",
        "docs or spec changed",
        "undrift itself",
        "not undrift's",
    ]


def test_a_folder_that_holds_the_package_and_nothing_else(acme: Path) -> None:
    assert checked(quick_check(acme, INPUTS)).untouched
    assert not checked(quick_check(acme, OTHER_INPUTS)).untouched
    (acme / "mine.py").write_text("mine = 1\n")
    foreign = checked(quick_check(acme, INPUTS))
    assert foreign.up_to_date
    assert not foreign.untouched
    (acme / "mine.py").unlink()
    (acme / "py.typed").unlink()
    assert not checked(quick_check(acme, INPUTS)).untouched


def test_what_a_folder_s_record_says(acme: Path) -> None:
    record = recorded(acme)
    assert record is not None
    assert record.inputs == INPUTS
    assert record.files.keys() == OLD.keys()
    (acme / ".undrift.json").write_bytes(b"{}")
    assert recorded(acme) is None
    (acme / ".undrift.json").unlink()
    assert recorded(acme) is None
    (acme / ".undrift.json").mkdir()
    assert recorded(acme) is None
    assert kinds(check_package(package(acme)))[".undrift.json"] == (
        "changed: edited by hand"
    )


@pytest.mark.parametrize("name", ["py.typed", ".undrift.json"])
def test_what_cannot_be_read_is_said(
    acme: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    read = Path.read_bytes

    def refusing(path: Path) -> bytes:
        if path.name == name:
            raise OSError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refusing)
    for outcome in (check_package(package(acme)), quick_check(acme, INPUTS, "acme")):
        assert isinstance(outcome, OutputRefused)
        (problem,) = outcome.problems
        assert problem.code == "UD001"
        assert problem.message.startswith("Permission denied (")
        assert problem.message.endswith(f"acme/{name})")


def test_an_interrupted_run_is_noticed_and_left(acme: Path) -> None:
    staging = acme.with_name(".undrift-acme")
    staging.mkdir()
    for outcome in (check_package(package(acme)), quick_check(acme, INPUTS)):
        assert checked(outcome).interrupted
        assert not checked(outcome).up_to_date
    assert staging.exists()


def test_generate_settles_every_difference(acme: Path) -> None:
    (acme / "__init__.py").write_text("mine = 1\n")
    (acme / "resources/orders.py").unlink()
    (acme / ".undrift.json").write_text("broken")
    (acme / "types/gone/deep.py").unlink()
    new = package(acme, NEW, OTHER_INPUTS)
    assert not checked(check_package(new)).up_to_date
    write_package(new)
    assert check_package(new) == Checked((), (), interrupted=False)
    assert quick_check(acme, OTHER_INPUTS) == Checked((), (), interrupted=False)


def test_what_cannot_be_checked_is_refused(tmp_path: Path) -> None:
    directory = tmp_path / "acme"
    directory.write_text("mine")
    for outcome in (check_package(package(directory)), quick_check(directory, INPUTS)):
        assert isinstance(outcome, OutputRefused)
        assert outcome.problems[0].code == "UD062"
