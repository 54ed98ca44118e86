"""Changing many files as if they were one.

    staging/new/<n>       what the n-th change puts in place
    staging/old/<n>       what stood there before
    staging/journal.json  the changes; from the moment it exists the run is committed

A run that ends before the journal exists has changed nothing. One that ends later is
carried out again from the start, or, if that cannot be, carried out in reverse: every
change is from one digest to another, so that each step can tell whether it was done
already. Where a file is neither (somebody edited it meanwhile), nothing is touched.

Nothing is forced to the disk: after a power cut the digests show what did not reach it,
and a package can always be made again.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import cast

from .folder import OutputFolder, digest
from .names import file_name_problem


@dataclass(frozen=True, slots=True)
class FileChange:
    """One file from one digest to another; None is no file."""

    name: str
    before: str | None
    after: str | None

    def reversed(self) -> FileChange:
        """Return the change that undoes this one."""
        return FileChange(self.name, self.after, self.before)


class Recovered(StrEnum):
    """What became of a run that was interrupted."""

    COMPLETED = "completed: all is as that run meant it"
    UNDONE = "undone: all is as it was before"
    ABANDONED = "neither completed nor undone: files were changed since"


def commit(
    folder: OutputFolder, changes: tuple[FileChange, ...], contents: Mapping[str, bytes]
) -> None:
    """Carry out changes, all or none.

    Raises OSError when that cannot be, after undoing what was done; where even that
    fails the journal stays, and the next command finds it.
    """
    staging = folder.staging
    staging.mkdir()
    try:
        _stage(folder, changes, contents)
        _write_journal(staging, changes)
    except OSError:
        _clear(staging)
        raise
    try:
        _apply(folder, changes, staging / "new")
    except OSError:
        _apply(folder, _reversed(changes), staging / "old")
        _clear(staging)
        raise
    _clear(staging)


def is_interrupted(folder: OutputFolder) -> bool:
    """Return whether a run was interrupted, or is still going on."""
    return os.path.isdir(folder.staging) and not os.path.islink(folder.staging)


def settle(folder: OutputFolder) -> Recovered | None:
    """Complete or undo what an interrupted run left; the lock is the caller's.

    Raises OSError when neither can be done now.
    """
    staging = folder.staging
    if not is_interrupted(folder):
        return None
    if not any(staging.iterdir()):
        staging.rmdir()
        return None
    outcome = _replay(folder)
    _clear(staging)
    return outcome


def _replay(folder: OutputFolder) -> Recovered:
    staging = folder.staging
    if not (staging / "journal.json").exists():
        return Recovered.UNDONE
    changes = _read_journal(staging)
    if changes is None:
        return Recovered.ABANDONED
    failure: OSError | None = None
    for wanted, store, outcome in (
        (changes, staging / "new", Recovered.COMPLETED),
        (_reversed(changes), staging / "old", Recovered.UNDONE),
    ):
        if _is_possible(folder, wanted, store):
            try:
                _apply(folder, wanted, store)
            except OSError as error:
                failure = error
            else:
                return outcome
    if failure is not None:
        raise failure
    return Recovered.ABANDONED


def _stage(
    folder: OutputFolder, changes: tuple[FileChange, ...], contents: Mapping[str, bytes]
) -> None:
    new, old = folder.staging / "new", folder.staging / "old"
    new.mkdir()
    old.mkdir()
    for number, change in enumerate(changes):
        if change.after is not None:
            (new / str(number)).write_bytes(contents[change.name])
        if change.before is not None:
            _keep(folder.path / change.name, old / str(number))


def _keep(file: Path, kept: Path) -> None:
    try:
        os.link(file, kept)
    except OSError:
        # Not every file system knows links.
        shutil.copy2(file, kept)


def _apply(folder: OutputFolder, changes: tuple[FileChange, ...], store: Path) -> None:
    for number, change in enumerate(changes):
        target = folder.path / change.name
        stands = folder.digest_at(change.name)
        if change.after is None:
            if stands is not None and stands == change.before:
                target.unlink()
            _prune(folder, target.parent)
        elif stands == change.before:
            target.parent.mkdir(parents=True, exist_ok=True)
            (store / str(number)).replace(target)


def _is_possible(
    folder: OutputFolder, changes: tuple[FileChange, ...], store: Path
) -> bool:
    for number, change in enumerate(changes):
        stands = folder.digest_at(change.name)
        if stands == change.after:
            continue
        if stands != change.before:
            return False
        stored = store / str(number)
        if change.after is not None and (
            not stored.is_file() or digest(stored.read_bytes()) != change.after
        ):
            return False
    return True


def _prune(folder: OutputFolder, emptied: Path) -> None:
    """Remove a folder that holds nothing any more, and those above it likewise."""
    while emptied != folder.path.parent:
        try:
            emptied.rmdir()
        except FileNotFoundError:
            pass
        except OSError:
            return
        emptied = emptied.parent


def _clear(staging: Path) -> None:
    # The journal goes last: while it stands, a later command knows what was done. What
    # cannot be removed now is removed by that command.
    with suppress(OSError):
        for made in (staging / "new", staging / "old"):
            if made.exists():
                shutil.rmtree(made)
        for file in ("journal.json.new", "journal.json"):
            (staging / file).unlink(missing_ok=True)
        staging.rmdir()


def _reversed(changes: tuple[FileChange, ...]) -> tuple[FileChange, ...]:
    return tuple(change.reversed() for change in changes)


def _write_journal(staging: Path, changes: tuple[FileChange, ...]) -> None:
    rows = [[change.name, change.before, change.after] for change in changes]
    unfinished = staging / "journal.json.new"
    unfinished.write_text(json.dumps(rows), encoding="utf-8")
    unfinished.replace(staging / "journal.json")


def _read_journal(staging: Path) -> tuple[FileChange, ...] | None:
    try:
        rows: object = json.loads((staging / "journal.json").read_bytes())
    except (ValueError, RecursionError):
        return None
    if not isinstance(rows, list):
        return None
    changes: list[FileChange] = []
    for row in cast("list[object]", rows):
        match row:
            case [
                str() as name,
                str() | None as before,
                str() | None as after,
            ] if not file_name_problem(name):
                changes.append(FileChange(name, before, after))
            case _:
                return None
    return tuple(changes)
