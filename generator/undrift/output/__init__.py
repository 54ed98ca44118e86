"""The only writer of packages and providers' folders, and the judge of packages.

Either is written as one transaction: what differs is staged, journalled and then put
in place, so that a run that is interrupted anywhere is completed or undone by the next.
"""

from __future__ import annotations

from .check import (
    Checked,
    Difference,
    Kind,
    Normalise,
    Reason,
    check,
    quick_check,
    recorded,
)
from .created import create_folder
from .folder import digest
from .names import RECORD
from .package import Package, Refused
from .single import replace_file
from .transaction import Recovered
from .write import Replaced, Written, recover, recovery_notice, replace_files, write

__all__ = [
    "RECORD",
    "Checked",
    "Difference",
    "Kind",
    "Normalise",
    "Package",
    "Reason",
    "Recovered",
    "Refused",
    "Replaced",
    "Written",
    "check",
    "create_folder",
    "digest",
    "quick_check",
    "recorded",
    "recover",
    "recovery_notice",
    "replace_file",
    "replace_files",
    "write",
]
