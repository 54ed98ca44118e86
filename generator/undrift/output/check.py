"""What differs between a package and the disk, and why; nothing is touched."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from .folder import OutputFolder, digest
from .names import RECORD_FILE
from .package import OutputRefused, Package, cannot_read, package_problems
from .record import BrokenRecord, Record, parse_record, recorded_files, render_record
from .transaction import is_interrupted

Normalise = Callable[[bytes], bytes]
"""Formats Python source; returns what it cannot read as it came."""


class DifferenceKind(StrEnum):
    """How a file differs."""

    MISSING = "missing"
    CHANGED = "changed"
    STALE = "stale"
    """No longer part of the package."""
    FOREIGN = "foreign"
    """Never part of it; no reason to fail, since `generate` leaves it alone too."""


class Reason(StrEnum):
    """Why a file differs."""

    NEVER = "not generated yet"
    EDITED = "edited by hand"
    FORMATTING = "formatting only"
    INPUTS = "docs or spec changed"
    UNDRIFT = "undrift itself"
    FOREIGN = "not undrift's"


@dataclass(frozen=True, slots=True, order=True)
class Difference:
    """One file that is not as it should be."""

    path: str
    kind: DifferenceKind
    reason: Reason


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found; `inputs` are those that changed since the last run."""

    differences: tuple[Difference, ...]
    inputs: tuple[str, ...]
    interrupted: bool

    @property
    def up_to_date(self) -> bool:
        """Return whether `generate` would change nothing."""
        return not (
            self.interrupted
            or self.inputs
            or any(d.kind is not DifferenceKind.FOREIGN for d in self.differences)
        )

    @property
    def untouched(self) -> bool:
        """Return whether the folder holds this package and nothing else."""
        return self.up_to_date and not self.differences


def recorded(directory: Path) -> Record | None:
    """Return what a folder's record says, None where there is none to be used."""
    try:
        record = read_record(OutputFolder.of(directory))
    except OSError:
        return None
    return record if isinstance(record, Record) else None


def check_package(
    package: Package, normalise: Normalise | None = None
) -> Checked | OutputRefused:
    """Compare a rendered package with the disk, file by file."""
    if problems := package_problems(package):
        return OutputRefused(problems)
    folder = package.folder
    try:
        record = read_record(folder)
        disk = folder.scan()
        found = _Comparison(package, folder, record, disk, normalise).differences()
        return Checked(
            tuple(sorted(found)),
            changed_inputs(record, package.inputs),
            is_interrupted(folder),
        )
    except OSError as error:
        return OutputRefused((cannot_read(folder, error),))


def quick_check(
    directory: Path, inputs: Mapping[str, str], shown: str = ""
) -> Checked | OutputRefused:
    """Compare the inputs, and the files as they were last written, by digest alone.

    Needs no rendering, and so cannot see that undrift itself would now write otherwise.
    """
    folder = OutputFolder.of(directory, shown)
    if problem := folder.problem():
        return OutputRefused((problem,))
    try:
        record = read_record(folder)
        disk = folder.scan()
        interrupted = is_interrupted(folder)
    except OSError as error:
        return OutputRefused((cannot_read(folder, error),))
    if not isinstance(record, Record):
        return Checked((_no_record(record, disk),), (), interrupted)
    found: list[Difference] = []
    for name in sorted({*record.files, *disk} - {RECORD_FILE}):
        if name not in record.files:
            found.append(Difference(name, DifferenceKind.FOREIGN, Reason.FOREIGN))
        elif name not in disk:
            found.append(Difference(name, DifferenceKind.MISSING, Reason.EDITED))
        elif disk[name] != record.files[name]:
            found.append(Difference(name, DifferenceKind.CHANGED, Reason.EDITED))
    return Checked(tuple(found), changed_inputs(record, inputs), interrupted)


def read_record(folder: OutputFolder) -> Record | BrokenRecord | None:
    """Return the record on disk, None where there is none. Raises OSError."""
    path = folder.path / RECORD_FILE
    if path.is_symlink() or path.is_dir():
        return BrokenRecord("it is not a file")
    return parse_record(path.read_bytes()) if path.exists() else None


def changed_inputs(
    record: Record | BrokenRecord | None, inputs: Mapping[str, str]
) -> tuple[str, ...]:
    """Return the inputs that are not what they were at the last run, added or gone."""
    if not isinstance(record, Record):
        return ()
    names = sorted({*record.inputs, *inputs})
    return tuple(n for n in names if record.inputs.get(n) != inputs.get(n))


def _no_record(record: BrokenRecord | None, disk: Mapping[str, str]) -> Difference:
    kind = DifferenceKind.MISSING if record is None else DifferenceKind.CHANGED
    return Difference(RECORD_FILE, kind, Reason.EDITED if disk else Reason.NEVER)


@dataclass(frozen=True, slots=True)
class _Comparison:
    package: Package
    folder: OutputFolder
    record: Record | BrokenRecord | None
    disk: Mapping[str, str]
    normalise: Normalise | None

    def differences(self) -> list[Difference]:
        """Return every difference, in no order."""
        wanted = self.package.record
        written = recorded_files(self.record)
        found: list[Difference] = []
        for name, intended in wanted.files.items():
            stands = self.disk.get(name)
            if stands is None:
                gone = Reason.EDITED if name in written else self._cause()
                found.append(Difference(name, DifferenceKind.MISSING, gone))
            elif stands != intended:
                edited = stands != written.get(name)
                reason = self._edit(name) if edited else self._cause()
                found.append(Difference(name, DifferenceKind.CHANGED, reason))
        for name in self.disk.keys() - wanted.files.keys() - {RECORD_FILE}:
            if name not in written:
                found.append(Difference(name, DifferenceKind.FOREIGN, Reason.FOREIGN))
            else:
                edited = self.disk[name] != written[name]
                reason = Reason.EDITED if edited else self._cause()
                found.append(Difference(name, DifferenceKind.STALE, reason))
        if not isinstance(self.record, Record):
            found.append(_no_record(self.record, self.disk))
        elif self.record != wanted:
            found.append(Difference(RECORD_FILE, DifferenceKind.CHANGED, self._cause()))
        elif self.disk.get(RECORD_FILE) != digest(render_record(wanted)):
            found.append(
                Difference(RECORD_FILE, DifferenceKind.CHANGED, Reason.FORMATTING)
            )
        return found

    def _cause(self) -> Reason:
        """Say why undrift would now write something else than it wrote."""
        if not isinstance(self.record, Record):
            return Reason.NEVER
        changed = changed_inputs(self.record, self.package.inputs)
        return Reason.INPUTS if changed else Reason.UNDRIFT

    def _edit(self, name: str) -> Reason:
        """Tell an edit that means something from one that a formatter made."""
        path = self.folder.path / name
        if path.is_symlink() or not path.is_file():
            return Reason.EDITED
        ours = self.package.files[name]
        theirs = path.read_bytes().replace(b"\r\n", b"\n")
        same = theirs == ours.replace(b"\r\n", b"\n")
        if not same and self.normalise is not None and name.endswith(".py"):
            same = self.normalise(theirs) == self.normalise(ours)
        return Reason.FORMATTING if same else Reason.EDITED
