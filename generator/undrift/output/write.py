"""Write a package: only what differs, all of it or nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from ..diagnostics import Diagnostic
from .check import read_record
from .folder import NOT_A_FILE, OutputFolder, digest
from .lock import acquire
from .names import RECORD_FILE
from .package import (
    OutputRefused,
    Package,
    cannot_write,
    file_problems,
    package_problems,
)
from .record import BrokenRecord, Record, recorded_files
from .transaction import FileChange, Recovered, commit, is_interrupted, settle

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class WriteOutcome:
    """What a run did to the disk, by file name; nothing else was touched.

    `overwritten` are those of `changed` that somebody had edited by hand, `foreign`
    the files that are not undrift's and stay. `warnings` say both, with places.
    """

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    overwritten: tuple[str, ...]
    foreign: tuple[str, ...]
    recovered: Recovered | None
    warnings: tuple[Diagnostic, ...]

    @property
    def unchanged(self) -> bool:
        """Return whether the disk held the package already."""
        return not (self.added or self.changed or self.removed)


def write_package(package: Package) -> WriteOutcome | OutputRefused:
    """Make the disk hold exactly this package, or leave it as it is.

    Files that undrift wrote are replaced, edited or not, and removed only unedited; a
    file that it did not write is never replaced or removed.
    """
    if problems := package_problems(package):
        return OutputRefused(problems)
    return _alone(package.folder, lambda: _write(package))


@dataclass(frozen=True, slots=True)
class Replaced:
    """The names of the files that were put in place; the others were so already."""

    names: tuple[str, ...]
    recovered: Recovered | None


def replace_files(
    directory: Path, files: Mapping[str, bytes], shown: str = ""
) -> Replaced | OutputRefused:
    """Make files of a folder that people keep hold these bytes: all of them, or none.

    Every other file is left alone.
    """
    folder = OutputFolder.of(directory, shown)
    if problems := file_problems(folder, files):
        return OutputRefused(problems)

    def work() -> Replaced | OutputRefused:
        recovered = settle(folder)
        changes = _changes(folder, files, {})
        if problems := tuple(
            _not_a_file(folder, c.name) for c in changes if c.before == NOT_A_FILE
        ):
            return OutputRefused(problems)
        if changes:
            commit(folder, changes, files)
        return Replaced(tuple(change.name for change in changes), recovered)

    return _alone(folder, work)


def recover(directory: Path, shown: str = "") -> Recovered | OutputRefused | None:
    """Complete or undo what an interrupted run left; None if there is nothing."""
    folder = OutputFolder.of(directory, shown)
    if not is_interrupted(folder):
        return None
    return _alone(folder, lambda: settle(folder))


def recovery_notice(
    directory: Path, recovered: Recovered, shown: str = ""
) -> Diagnostic:
    """Return what to tell people about an interrupted run."""
    message = f"an interrupted run was {recovered}"
    place = OutputFolder.of(directory, shown).place()
    return Diagnostic("UD063", message, place)


def _alone(folder: OutputFolder, work: Callable[[], _T]) -> _T | OutputRefused:
    """Do something while no other run works on the same package."""
    try:
        folder.path.parent.mkdir(parents=True, exist_ok=True)
        lock = acquire(folder.lock)
        if lock is None:
            message = "another run of undrift is writing here"
            hint = "wait until it has ended, then try again"
            return OutputRefused((Diagnostic("UD062", message, folder.place(), hint),))
        with lock:
            return work()
    except OSError as error:
        return OutputRefused((cannot_write(folder, error),))


def _write(package: Package) -> WriteOutcome | OutputRefused:
    folder = package.folder
    recovered = settle(folder)
    record = read_record(folder)
    if isinstance(record, BrokenRecord) and record.other_format:
        hint = "use the undrift that wrote it, or delete the folder"
        place = folder.place(RECORD_FILE)
        return OutputRefused((Diagnostic("UD062", record.reason, place, hint),))
    contents = package.contents()
    disk = folder.scan()
    changes = _changes(folder, contents, disk)
    if problems := _in_the_way(folder, changes, record):
        return OutputRefused(problems)
    written = recorded_files(record)
    left = disk.keys() - contents.keys()
    stale = sorted(name for name in left if disk[name] == written.get(name))
    removals = tuple(FileChange(name, disk[name], None) for name in stale)
    if changes:  # Where something is removed, the record changes too.
        # Removed first: a file system that ignores case must not lose the new file.
        commit(folder, removals + changes, contents)
    changed = tuple(c.name for c in changes if c.before is not None)
    overwritten = tuple(
        name
        for name in changed
        if name != RECORD_FILE and disk[name] != written.get(name)
    )
    foreign = tuple(sorted(left - set(stale)))
    return WriteOutcome(
        added=tuple(c.name for c in changes if c.before is None),
        changed=changed,
        removed=tuple(stale),
        overwritten=overwritten,
        foreign=foreign,
        recovered=recovered,
        warnings=tuple(_warnings(package, recovered, overwritten, foreign, written)),
    )


def _changes(
    folder: OutputFolder, contents: Mapping[str, bytes], disk: Mapping[str, str]
) -> tuple[FileChange, ...]:
    changes: list[FileChange] = []
    # Sorted, the record last: it says that everything else is there.
    for name in sorted(contents, key=lambda name: (name == RECORD_FILE, name)):
        before = disk.get(name) or folder.digest_at(name)
        after = digest(contents[name])
        if before != after:
            changes.append(FileChange(name, before, after))
    return tuple(changes)


def _in_the_way(
    folder: OutputFolder,
    changes: tuple[FileChange, ...],
    record: Record | BrokenRecord | None,
) -> tuple[Diagnostic, ...]:
    """Return what stands where a file belongs and cannot be replaced."""
    found: list[Diagnostic] = []
    for change in changes:
        name = change.name
        if change.before == NOT_A_FILE:
            found.append(_not_a_file(folder, name))
        elif (
            change.before is None
            or name == RECORD_FILE
            or isinstance(record, BrokenRecord)
        ):
            # A broken record still says that the folder is undrift's: conflicting
            # branches are resolved by generating again.
            continue
        elif record is None or name not in record.files:
            message = "the file was not written by undrift, and would be replaced"
            hint = "move it, or delete it if it was generated"
            found.append(Diagnostic("UD062", message, folder.place(name), hint))
    return tuple(found)


def _not_a_file(folder: OutputFolder, name: str) -> Diagnostic:
    message = "a link or a folder stands where a file belongs"
    hint = "remove it; undrift neither follows nor replaces it"
    return Diagnostic("UD062", message, folder.place(name), hint)


def _warnings(
    package: Package,
    recovered: Recovered | None,
    overwritten: tuple[str, ...],
    foreign: tuple[str, ...],
    written: Mapping[str, str],
) -> list[Diagnostic]:
    folder = package.folder
    found: list[Diagnostic] = []
    if recovered is not None:
        found.append(recovery_notice(package.directory, recovered, package.shown))
    for name in overwritten:
        message = "the file was edited by hand, and was generated again"
        found.append(Diagnostic("UD061", message, folder.place(name)))
    for name in foreign:
        message = (
            "the file is no longer generated, but was edited by hand; it was left alone"
            if name in written
            else "the file is not undrift's, and was left alone"
        )
        found.append(Diagnostic("UD061", message, folder.place(name)))
    return found
