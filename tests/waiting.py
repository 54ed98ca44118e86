"""What ends a test that hangs.

Nothing is judged by the clock on the wall: machines have other things to do.
"""

from __future__ import annotations

import signal

HANGS = 900
"""Seconds on the wall after which a process is taken to wait for nothing."""


class TooMuchWork(BaseException):
    """Something took more of the processor than it may."""


def limit_work(seconds: int) -> None:
    """Raise `TooMuchWork` when this process has worked as long; 0 lifts the limit."""
    signal.signal(signal.SIGPROF, _stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)


def _stop(*_: object) -> None:
    raise TooMuchWork
