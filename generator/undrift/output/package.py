"""What a run wants on disk, and why it might not be allowed there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..diagnostics import Diagnostic
from .folder import OutputFolder, digest
from .names import RECORD_FILE, collisions, file_name_problem
from .record import Record, render_record
from .transaction import is_interrupted


@dataclass(frozen=True, slots=True)
class Package:
    """One generated package, whole.

    `files` are relative names with forward slashes and the exact bytes; `inputs` are
    the digests of what the package was made from, by path. `shown` is what messages
    call the folder, such as `generated/storno`. `maker` and `summary` are recorded for
    a run that would only repeat this one.
    """

    directory: Path
    files: Mapping[str, bytes]
    inputs: Mapping[str, str]
    shown: str = ""
    maker: str = ""
    summary: str = ""

    @property
    def folder(self) -> OutputFolder:
        """Return the folder that the package belongs in."""
        return OutputFolder.of(self.directory, self.shown)

    @property
    def record(self) -> Record:
        """Return what `.undrift.json` will say."""
        digests = {name: digest(data) for name, data in self.files.items()}
        return Record(digests, self.inputs, self.maker, self.summary)

    def contents(self) -> dict[str, bytes]:
        """Return every file to be on disk, the record included, which comes last."""
        return {**self.files, RECORD_FILE: render_record(self.record)}


@dataclass(frozen=True, slots=True)
class OutputRefused:
    """Nothing was done, and why."""

    problems: tuple[Diagnostic, ...]


def package_problems(package: Package) -> tuple[Diagnostic, ...]:
    """Return what is wrong with a package's folder and names, before the disk."""
    return file_problems(package.folder, package.files)


def file_problems(folder: OutputFolder, files: Iterable[str]) -> tuple[Diagnostic, ...]:
    """Return why files of these names cannot be kept in a folder."""
    names = tuple(files)
    found: list[Diagnostic] = []
    if problem := folder.problem():
        found.append(problem)
    for name in names:
        reason = file_name_problem(name)
        if name.casefold() == RECORD_FILE:
            reason = "is the name of undrift's own record"
        if reason:
            # Not part of the place: such a name may be anything.
            message = f"the name {name!a} {reason}"
            found.append(Diagnostic("UD062", message, folder.place()))
    for first, second in collisions(names):
        message = f"the names {first!a} and {second!a} are one on some file systems"
        found.append(Diagnostic("UD062", message, folder.place()))
    return tuple(found)


def cannot_write(folder: OutputFolder, error: OSError) -> Diagnostic:
    """Return what the operating system said, as a problem."""
    return Diagnostic(
        "UD062",
        f"{error.strerror or type(error).__name__} ({_shown(folder, error)})",
        folder.place(),
        (
            "a run is half done; the next command undoes or completes it"
            if is_interrupted(folder)
            else "nothing was changed"
        ),
    )


def cannot_read(folder: OutputFolder, error: OSError) -> Diagnostic:
    """Return what the operating system said when reading, as a problem."""
    message = f"{error.strerror or type(error).__name__} ({_shown(folder, error)})"
    return Diagnostic("UD001", message, folder.place())


def _shown(folder: OutputFolder, error: OSError) -> str:
    """Name the file that an error is about as people would, without the way there."""
    if not isinstance(error.filename, str):
        return folder.shown
    path = Path(error.filename)
    if path.is_relative_to(folder.path):
        return f"{folder.shown}/{path.relative_to(folder.path).as_posix()}"
    return path.name
