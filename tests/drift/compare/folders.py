"""Folders of pages held against one another, as `undrift diff` does it."""

from collections.abc import Mapping

from undrift.drift.finding import DriftReport
from undrift.reading.reader import Reader
from undrift.reading.snapshot import files_of_folder, snapshot_of_files
from undrift.usecases.diff import compare_snapshots


def compare_folders(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> DriftReport:
    """Return what changed from one folder to the other."""
    reader = Reader()
    before, after = (
        snapshot_of_files(reader, files_of_folder(pages, shown), shown)
        for pages, shown in ((old, "old"), (new, "new"))
    )
    return compare_snapshots(before, after)
