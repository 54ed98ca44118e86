"""Writing: exactly the package, only what differs, nothing that is somebody else's."""

import errno
import fcntl
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.output.samples import INPUTS, NEW, OLD, beside, on_disk, package
from undrift.diagnostics import Severity
from undrift.output import (
    OutputRefused,
    Package,
    Replaced,
    WriteOutcome,
    digest,
    replace_files,
    write_package,
)
from undrift.output.lock import acquire


def written(outcome: WriteOutcome | OutputRefused) -> WriteOutcome:
    assert isinstance(outcome, WriteOutcome), outcome
    return outcome


def refusal(outcome: WriteOutcome | OutputRefused) -> str:
    assert isinstance(outcome, OutputRefused), outcome
    assert all(p.severity is Severity.ERROR for p in outcome.problems)
    return "\n".join(map(str, outcome.problems))


@pytest.fixture
def acme(tmp_path: Path) -> Path:
    directory = tmp_path / "generated" / "acme"
    written(write_package(package(directory)))
    return directory


def test_a_first_run_writes_everything(acme: Path) -> None:
    assert on_disk(acme) == OLD
    assert beside(acme) == []


def test_the_record_is_sorted_and_says_what_and_from_what(tmp_path: Path) -> None:
    directory = tmp_path / "acme"
    inputs = {"specs/b": digest(b"2"), "specs/a": digest(b"1")}
    write_package(Package(directory, {"b.py": b"b", "a/ü.py": b"a"}, inputs))
    empty, one, two = digest(b"a"), digest(b"1"), digest(b"2")
    assert (directory / ".undrift.json").read_text("utf-8") == (
        '{\n  "files": {\n'
        f'    "a/ü.py": "{empty}",\n    "b.py": "{digest(b"b")}"\n'
        '  },\n  "inputs": {\n'
        f'    "specs/a": "{one}",\n    "specs/b": "{two}"\n'
        '  },\n  "undrift": 1\n}\n'
    )


def test_only_what_differs_is_touched(acme: Path) -> None:
    for file in acme.rglob("*"):
        os.utime(file, (1, 1))
    outcome = written(write_package(package(acme, NEW)))
    assert on_disk(acme) == NEW
    assert outcome.added == ("types/fresh/deep.py",)
    assert outcome.changed == ("__init__.py", "resources/invoices.py", ".undrift.json")
    assert outcome.removed == ("types/gone/deep.py",)
    assert (outcome.overwritten, outcome.foreign, outcome.warnings) == ((), (), ())
    assert not (acme / "types/gone").exists()
    for kept in ("py.typed", "resources/orders.py"):
        assert (acme / kept).stat().st_mtime == 1


def test_a_second_run_touches_nothing(acme: Path) -> None:
    for file in [*acme.rglob("*"), acme]:
        os.utime(file, (1, 1))
    assert written(write_package(package(acme))).unchanged
    assert {file.stat().st_mtime for file in [*acme.rglob("*"), acme]} == {1}


def test_an_edited_file_is_generated_again_and_said_so(acme: Path) -> None:
    (acme / "__init__.py").write_text("mine = 1\n")
    outcome = written(write_package(package(acme)))
    assert on_disk(acme) == OLD
    assert outcome.overwritten == ("__init__.py",)
    assert [str(w) for w in outcome.warnings] == [
        "generated/acme/__init__.py: warning[UD061] "
        "the file was edited by hand, and was generated again"
    ]


def test_a_stale_file_that_was_edited_stays(acme: Path) -> None:
    (acme / "types/gone/deep.py").write_text("mine = 1\n")
    outcome = written(write_package(package(acme, NEW)))
    assert (acme / "types/gone/deep.py").read_text() == "mine = 1\n"
    assert outcome.foreign == ("types/gone/deep.py",)
    assert "no longer generated, but was edited" in str(outcome.warnings[0])
    # From now on it is simply not undrift's.
    again = written(write_package(package(acme, NEW)))
    assert "is not undrift's" in str(again.warnings[0])


def test_foreign_files_stay_and_caches_are_not_mentioned(acme: Path) -> None:
    (acme / "mine.py").write_text("mine = 1\n")
    (acme / "__pycache__").mkdir()
    (acme / "__pycache__/x.cpython-312.pyc").write_bytes(b"x")
    (acme / "types/stray.pyc").write_bytes(b"x")
    outcome = written(write_package(package(acme, NEW)))
    assert outcome.foreign == ("mine.py",)
    assert (acme / "mine.py").read_text() == "mine = 1\n"
    assert (acme / "__pycache__/x.cpython-312.pyc").exists()


def test_a_foreign_file_in_the_way_stops_the_run(acme: Path) -> None:
    mine = acme / "types/fresh/deep.py"
    mine.parent.mkdir()
    mine.write_text("mine = 1\n")
    text = refusal(write_package(package(acme, NEW)))
    assert "generated/acme/types/fresh/deep.py: error[UD062]" in text
    assert on_disk(acme) == {**OLD, "types/fresh/deep.py": b"mine = 1\n"}
    mine.write_bytes(NEW["types/fresh/deep.py"])
    written(write_package(package(acme, NEW)))


def test_a_folder_of_somebody_elses_is_not_taken_over(tmp_path: Path) -> None:
    mine = tmp_path / "acme"
    mine.mkdir()
    (mine / "__init__.py").write_text("mine = 1\n")
    assert "was not written by undrift" in refusal(write_package(package(mine)))
    assert on_disk(mine) == {"__init__.py": b"mine = 1\n"}


def test_conflicting_branches_are_resolved_by_generating(acme: Path) -> None:
    record = acme / ".undrift.json"
    record.write_bytes(b"<<<<<<< ours\n" + record.read_bytes())
    (acme / "__init__.py").write_bytes(b"<<<<<<< ours\n")
    outcome = written(write_package(package(acme, NEW)))
    assert outcome.overwritten == ("__init__.py", "resources/invoices.py")
    # Nothing says whose it is, so it stays.
    assert outcome.foreign == ("types/gone/deep.py",)
    (acme / "types/gone/deep.py").unlink()
    assert on_disk(acme) == NEW


def test_a_record_of_another_format_stops_the_run(acme: Path) -> None:
    (acme / ".undrift.json").write_text('{"undrift": 2}')
    assert "its format is 2" in refusal(write_package(package(acme, NEW)))
    assert on_disk(acme) == OLD


def test_a_record_cannot_name_files_outside(acme: Path) -> None:
    outside = acme.parent / "outside.py"
    outside.write_bytes(b"mine")
    record = acme / ".undrift.json"
    listed = f'{{"../outside.py": "{digest(b"mine")}"}}'
    record.write_text(f'{{"files": {listed}, "inputs": {{}}, "undrift": 1}}')
    written(write_package(package(acme, NEW)))
    assert outside.read_bytes() == b"mine"


@pytest.mark.parametrize(
    "name",
    [
        "../x.py",
        "a/../../x.py",
        "/etc/x.py",
        "a//x.py",
        "./x.py",
        "",
        "a\\x.py",
        "C:x.py",
        "x.py:stream",
        "x\0.py",
        "x\n.py",
        "x.py ",
        "a./x.py",
        "x\u202e.py",
        "x\ud800.py",
        ".undrift.json",
        ".UNDRIFT.json",
    ],
)
def test_names_that_could_land_elsewhere_are_refused(tmp_path: Path, name: str) -> None:
    directory = tmp_path / "acme"
    text = refusal(write_package(package(directory, {"ok.py": b"", name: b"x"})))
    assert text.startswith("generated/acme: error[UD062] the name ")
    assert text.isascii()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("a/Invoice.py", "a/invoice.py"),
        ("Types/a.py", "types/b.py"),
        ("stra\u00dfe.py", "strasse.py"),
        ("caf\u00e9.py", "cafe\u0301.py"),
        ("types", "types/a.py"),
    ],
)
def test_names_that_are_one_somewhere_are_refused(
    tmp_path: Path, first: str, second: str
) -> None:
    directory = tmp_path / "acme"
    files = {second: b"", "other/a.py": b"", "other/b.py": b"", first: b""}
    assert "are one on some file systems" in refusal(
        write_package(package(directory, files))
    )
    assert not directory.exists()


def test_a_link_out_of_the_folder_is_not_followed(acme: Path) -> None:
    outside = acme.parent / "outside"
    (acme / "types/gone").rename(outside)
    (acme / "types/gone").symlink_to(outside)
    (acme / "types/fresh").symlink_to(outside)
    text = refusal(write_package(package(acme, NEW)))
    assert "types/fresh/deep.py: error[UD062] a link or a folder stands" in text
    (acme / "types/fresh").unlink()
    outcome = written(write_package(package(acme, NEW)))
    # Stale by the record, but reached through a link only.
    assert outcome.foreign == ("types/gone",)
    assert (outside / "deep.py").read_bytes() == OLD["types/gone/deep.py"]


def test_a_file_that_is_a_link_is_not_written_through(acme: Path) -> None:
    outside = acme.parent / "outside.py"
    outside.write_text("mine = 1\n")
    (acme / "__init__.py").unlink()
    (acme / "__init__.py").symlink_to(outside)
    assert "__init__.py: error[UD062] a link" in refusal(
        write_package(package(acme, NEW))
    )
    assert outside.read_text() == "mine = 1\n"


@pytest.mark.parametrize("kind", ["file", "link"])
def test_a_package_folder_that_is_no_folder(tmp_path: Path, kind: str) -> None:
    directory = tmp_path / "acme"
    (tmp_path / "other").mkdir()
    if kind == "file":
        directory.write_text("mine")
    else:
        directory.symlink_to(tmp_path / "other")
    assert "generated/acme: error[UD062]" in refusal(write_package(package(directory)))
    assert list((tmp_path / "other").iterdir()) == []


def test_a_folder_where_a_file_belongs(acme: Path) -> None:
    (acme / "__init__.py").unlink()
    (acme / "__init__.py").mkdir()
    assert "a link or a folder stands" in refusal(write_package(package(acme, NEW)))


def test_a_file_where_a_folder_belongs(tmp_path: Path) -> None:
    directory = tmp_path / "acme"
    directory.mkdir()
    (directory / "types").write_text("mine")
    text = refusal(write_package(package(directory, NEW)))
    assert "Not a directory (generated/acme/types/fresh)" in text
    assert on_disk(directory) == {"types": b"mine"}
    assert beside(directory) == []


def test_a_folder_that_may_not_be_written() -> None:
    with tempfile.TemporaryDirectory() as name:
        parent = Path(name)
        directory = parent / "acme"
        written(write_package(package(directory)))
        for folder in (parent, directory):
            folder.chmod(0o555)
        root = os.geteuid() == 0
        if root:
            os.seteuid(65534)
        try:
            text = refusal(write_package(package(directory, NEW)))
        finally:
            if root:
                os.seteuid(0)
            parent.chmod(0o755)
            directory.chmod(0o755)
        assert "Permission denied (.undrift-acme.lock)" in text
        assert "nothing was changed" in text
        assert on_disk(directory) == OLD


def test_a_second_run_at_the_same_time_says_so(acme: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from undrift.output.lock import acquire;"
        "lock = acquire(Path(sys.argv[1])); print(lock is not None, flush=True);"
        "sys.stdin.read()"
    )
    lock = acme.with_name(".undrift-acme.lock")
    with subprocess.Popen(
        [sys.executable, "-c", program, str(lock)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"True\n"
        text = refusal(write_package(package(acme, NEW)))
        assert "error[UD062] another run of undrift is writing here\n" in text
        assert "wait until it has ended, then try again" in text
        assert on_disk(acme) == OLD
        other.kill()
    # Its lock died with it, though the file is still there.
    assert lock.exists()
    written(write_package(package(acme, NEW)))
    assert beside(acme) == []


def test_a_lock_is_one_file_that_is_closed(tmp_path: Path) -> None:
    opened = Path("/proc/self/fd")
    if not opened.exists():
        pytest.skip("open files are listed on Linux only")
    file = tmp_path / "acme.lock"
    before = len(list(opened.iterdir()))
    lock = acquire(file)
    assert lock is not None
    with lock:
        assert acquire(file) is None
        assert len(list(opened.iterdir())) == before + 1
    assert len(list(opened.iterdir())) == before
    assert not file.exists()


def test_a_lock_is_no_link(tmp_path: Path) -> None:
    (tmp_path / "mine").write_bytes(b"mine")
    (tmp_path / "acme.lock").symlink_to(tmp_path / "mine")
    with pytest.raises(OSError, match="symbolic links"):
        acquire(tmp_path / "acme.lock")


def test_a_lock_whose_file_was_removed_meanwhile_is_taken_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "acme.lock"
    lock = fcntl.flock
    tries: list[int] = []

    def late(handle: int, how: int) -> None:
        tries.append(handle)
        if len(tries) == 1:
            file.unlink()
        lock(handle, how)

    monkeypatch.setattr(fcntl, "flock", late)
    taken = acquire(file)
    assert taken is not None
    assert len(tries) == 2
    with taken:
        assert file.exists()


def test_inputs_alone_change_the_record_alone(acme: Path) -> None:
    outcome = written(
        write_package(package(acme, OLD, {**INPUTS, "more": digest(b"")}))
    )
    assert outcome.changed == (".undrift.json",)
    assert not outcome.unchanged


def test_caches_hide_no_file_beside_them(acme: Path) -> None:
    (acme / "a.pyc").write_bytes(b"x")
    (acme / "mine.py").write_text("mine = 1\n")
    assert written(write_package(package(acme))).foreign == ("mine.py",)


def test_a_file_that_is_no_longer_made_is_all_that_changes(acme: Path) -> None:
    left = {name: data for name, data in OLD.items() if "deep" not in name}
    outcome = written(write_package(package(acme, left)))
    assert outcome.removed == ("types/gone/deep.py",)
    assert outcome.changed == (".undrift.json",)
    assert not outcome.unchanged
    assert on_disk(acme) == left


def test_files_of_a_folder_that_people_keep(tmp_path: Path) -> None:
    folder = tmp_path / "specs" / "acme"
    folder.mkdir(parents=True)
    (folder / "notes.txt").write_bytes(b"mine")
    files = {"docs/a.md": b"a\r\n", "fetched.json": b"{}"}
    assert replace_files(folder, files, "specs/acme") == Replaced(
        ("docs/a.md", "fetched.json"), None
    )
    assert on_disk(folder) == {**files, "notes.txt": b"mine"}
    again = replace_files(folder, {**files, "notes.txt": b"ours"}, "specs/acme")
    assert again == Replaced(("notes.txt",), None)
    assert beside(folder) == []


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("../evil.md", "is not a plain relative path"),
        ("docs/a.md\n", "holds a control character"),
        ("link.md", "specs/acme/link.md: error[UD062] a link or a folder stands where"),
        ("linked/a.md", "specs/acme/linked/a.md: error[UD062] a link or a folder"),
    ],
)
def test_files_that_are_never_written(tmp_path: Path, name: str, said: str) -> None:
    folder, outside = tmp_path / "specs" / "acme", tmp_path / "outside"
    folder.mkdir(parents=True)
    outside.mkdir()
    (outside / "a.md").write_bytes(b"old")
    (folder / "link.md").symlink_to(outside / "a.md")
    (folder / "linked").symlink_to(outside)
    found = replace_files(folder, {"a.md": b"new", name: b"new"}, "specs/acme")
    assert isinstance(found, OutputRefused)
    assert said in str(found.problems[0])
    assert (outside / "a.md").read_bytes() == b"old"
    assert not (folder / "a.md").exists()


def _no_links(*_: object) -> None:
    raise OSError(errno.EPERM, os.strerror(errno.EPERM))


def test_file_systems_without_hard_links(
    acme: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", _no_links)
    assert written(write_package(package(acme, NEW))).changed
    assert on_disk(acme) == NEW
    # The copies serve to undo a run as well.
    replace = Path.replace

    def full(source: Path, target: Path) -> Path:
        if target.name == "orders.py" and source.parent.name == "new":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return replace(source, target)

    monkeypatch.setattr(Path, "replace", full)
    other = {**OLD, "resources/orders.py": b"other = 3\n"}
    assert "No space left on device" in refusal(write_package(package(acme, other)))
    assert on_disk(acme) == NEW
    assert beside(acme) == []
