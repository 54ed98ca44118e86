"""Work shared among processes, where there is enough of it to be worth their start.

Processes are forked: what they work on is there already and only results travel. Where
forking is not safe, or fails, the work is done here; results are the same either way.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import struct
import sys
import threading
import weakref
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, NoReturn, TypeVar, cast

_T = TypeVar("_T")

_TICKET = struct.Struct("i")
_MOST_TICKETS = 8192
"""So many fit into a pipe before anyone reads from it."""


def spread(jobs: Sequence[Callable[[], _T]], *, worth: bool) -> list[_T]:
    """Return what each job returns, in order; `worth` says that there is much to do.

    Each process takes one job after the other, so the longest should come first.
    """
    count = min(_processors(), len(jobs))
    if not worth or count < 2 or not _may_fork():
        return [job() for job in jobs]
    stride = min(len(jobs), _MOST_TICKETS)
    tickets, filling = os.pipe()
    os.write(filling, b"".join(_TICKET.pack(n) for n in range(stride)))
    os.close(filling)

    def take() -> dict[int, _T]:
        done: dict[int, _T] = {}
        while ticket := os.read(tickets, _TICKET.size):
            first = cast(int, _TICKET.unpack(ticket)[0])
            for number in range(first, len(jobs), stride):
                done[number] = jobs[number]()
        return done

    started = (_forked(take) for _ in range(count - 1))
    helpers = [helper for helper in started if helper is not None]
    try:
        done = take()
    finally:
        # If a job failed here, nobody need go on with the others.
        while os.read(tickets, 1 << 16):
            pass
        os.close(tickets)
        brought = [helper.result() for helper in helpers]
    for result in brought:
        if result is not None:
            done |= result[0]
    # What a helper took and did not bring, because it was killed, is done here.
    return [done[n] if n in done else jobs[n]() for n in range(len(jobs))]


def beside(job: Callable[[], _T], *, worth: bool = True) -> Callable[[], _T]:
    """Begin a job beside what follows; call what is returned to wait for its result.

    Where that is not worth another process, or there is no second processor, the job is
    done when its result is asked for.
    """
    if not worth or _processors() < 2 or not _may_fork():
        return job
    helper = _forked(job)
    if helper is None:
        return job

    def wait() -> _T:
        abandoned.detach()
        result = helper.result()
        # Without one, do the job here and meet what is wrong.
        return job() if result is None else result[0]

    # Where nobody asks for the result, the process ends with what was returned here.
    abandoned = weakref.finalize(wait, helper.abandon)
    return wait


def _forked(job: Callable[[], _T]) -> _Forked[_T] | None:
    """Begin a job in a process of its own, if another may be had."""
    reading, writing = os.pipe()
    try:
        child = os.fork()
    except OSError:
        os.close(reading)
        os.close(writing)
        return None
    if child == 0:
        os.close(reading)
        _work(job, writing)
    os.close(writing)
    return _Forked(child, reading)


@dataclass(frozen=True, slots=True)
class _Forked(Generic[_T]):
    """A job that another process does."""

    child: int
    reading: int

    def result(self) -> tuple[_T] | None:
        """Wait for the process; return what it brought, or None."""
        with os.fdopen(self.reading, "rb") as pipe:
            data = pipe.read()
        _, status = os.waitpid(self.child, 0)
        if status != 0:
            return None
        return (cast(_T, pickle.loads(data)),)  # our own child wrote it

    def abandon(self) -> None:
        """End the process; nobody wants what it would bring."""
        os.close(self.reading)
        os.kill(self.child, signal.SIGKILL)
        os.waitpid(self.child, 0)


def _work(job: Callable[[], _T], writing: int) -> NoReturn:
    """Do a job in a forked process and leave without touching what the parent has."""
    try:
        gc.disable()  # It lives too briefly to be worth collecting.
        data = pickle.dumps(job(), pickle.HIGHEST_PROTOCOL)
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(data)
    except BaseException:  # noqa: BLE001  # the parent does the job again and sees it
        os._exit(1)
    os._exit(0)


def _processors() -> int:
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _may_fork() -> bool:
    """Tell whether forking is safe: on Linux, and without threads."""
    return sys.platform == "linux" and threading.active_count() == 1
