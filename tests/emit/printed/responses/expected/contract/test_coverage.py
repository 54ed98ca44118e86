# SPDX-License-Identifier: MIT-0
"""Every operation of `acme` is under contract."""

from . import (
    test_files,
    test_jobs,
)
from ._provider import PROVIDER
from ._support import assert_every_operation_covered


def test_every_operation_covered() -> None:
    """The contracts are the operations; those shown without an example are listed."""
    assert_every_operation_covered(
        PROVIDER,
        contracts=(
            *test_files.CONTRACTS,
            *test_jobs.CONTRACTS,
        ),
        without_example=(
            "files.move",
            "files.read",
            "files.text",
            "files.touch",
            "jobs.clear",
            "jobs.find",
            "jobs.list",
            "jobs.retry",
        ),
    )
