# SPDX-License-Identifier: MIT-0
"""Types of the Acme client, loaded on demand."""

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_attributes

if TYPE_CHECKING:
    from .job import Job, JobState
    from .jobs_retry import JobsRetryError412
    from .problem import Problem
else:
    __getattr__ = lazy_attributes(
        __name__,
        {
            "Job": ".job",
            "JobState": ".job",
            "JobsRetryError412": ".jobs_retry",
            "Problem": ".problem",
        },
    )

__all__ = [
    "Job",
    "JobState",
    "JobsRetryError412",
    "Problem",
]
