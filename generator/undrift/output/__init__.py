"""The only writer of packages and providers' folders, and the judge of packages.

Either is written as one transaction: what differs is staged, journalled and then put
in place, so that a run that is interrupted anywhere is completed or undone by the next.
"""

from __future__ import annotations

from .check import (
    Checked,
    Difference,
    DifferenceKind,
    Normalise,
    Reason,
    check_package,
    quick_check,
    recorded,
)
from .created import create_folder
from .folder import digest
from .names import RECORD_FILE
from .package import OutputRefused, Package
from .single import replace_file
from .transaction import Recovered
from .write import (
    Replaced,
    WriteOutcome,
    recover,
    recovery_notice,
    replace_files,
    write_package,
)

__all__ = [
    "RECORD_FILE",
    "Checked",
    "Difference",
    "DifferenceKind",
    "Normalise",
    "OutputRefused",
    "Package",
    "Reason",
    "Recovered",
    "Replaced",
    "WriteOutcome",
    "check_package",
    "create_folder",
    "digest",
    "quick_check",
    "recorded",
    "recover",
    "recovery_notice",
    "replace_file",
    "replace_files",
    "write_package",
]
