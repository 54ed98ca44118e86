"""How many examples properties are held against, and whether each run has its own.

`make test` takes the same ones every time: it fails for what was changed, never by
chance. `make properties` takes others on each run, and more of them.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

TIMES = int(os.environ.get("UNDRIFT_EXAMPLES", "0"))
"""How many times as many new examples are wanted; 0 means those of every run."""

EVERY_RUN = settings(
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
NEW_ONES = settings(
    EVERY_RUN,
    derandomize=False,
    max_examples=100 * max(TIMES, 1),
    print_blob=True,
)


def examples(count: int) -> settings:
    """Return the settings of a property that takes more or fewer than a hundred."""
    return settings(max_examples=count * max(TIMES, 1))
