"""Work that several processes share comes back as if one had done it."""

from __future__ import annotations

import errno
import os
import signal
import threading
import time
from collections.abc import Callable
from functools import partial

import pytest

from undrift.workers import beside, spread


def square(number: int) -> tuple[int, int]:
    return number * number, os.getpid()


def jobs(count: int) -> list[Callable[[], tuple[int, int]]]:
    return [partial(square, number) for number in range(count)]


@pytest.mark.parametrize("worth", [True, False])
@pytest.mark.parametrize("count", [0, 1, 2, 500])
def test_results_come_in_order(count: int, worth: bool) -> None:
    found = [value for value, _ in spread(jobs(count), worth=worth)]
    assert found == [number * number for number in range(count)]


def test_little_work_stays_here() -> None:
    assert {process for _, process in spread(jobs(50), worth=False)} == {os.getpid()}


def test_an_exception_arrives_whoever_met_it() -> None:
    def fail() -> int:
        raise ValueError("the reason")

    with pytest.raises(ValueError, match="the reason"):
        spread([fail] * 20, worth=True)
    with pytest.raises(ValueError, match="the reason"):
        beside(fail)()


def test_what_a_killed_process_had_taken_is_done_again() -> None:
    here = os.getpid()

    def job(number: int) -> int:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    assert spread([partial(job, n) for n in range(20)], worth=True) == list(range(20))
    assert beside(partial(job, 7))() == 7


def test_a_result_too_large_for_a_pipe_arrives() -> None:
    def job() -> bytes:
        return b"x" * 3_000_000

    assert spread([job] * 4, worth=True) == [b"x" * 3_000_000] * 4


def test_beside_threads_nothing_is_forked() -> None:
    """A lock that another thread holds would stay held in a forked process."""
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        found = spread(jobs(50), worth=True)
    finally:
        done.set()
        thread.join()
    assert {process for _, process in found} == {os.getpid()}


def test_where_no_process_may_be_had_the_work_is_done_here(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fork() -> int:
        raise BlockingIOError(errno.EAGAIN, "as many processes as allowed")

    monkeypatch.setattr(os, "fork", fork)
    found = spread(jobs(50), worth=True)
    found.append(beside(partial(square, 50))())
    assert found == [(number * number, os.getpid()) for number in range(51)]


def test_no_process_is_left_behind() -> None:
    spread(jobs(200), worth=True)
    beside(partial(time.sleep, 60))  # whose result nobody waits for
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_there_may_be_more_jobs_than_tickets() -> None:
    found = spread(jobs(20_000), worth=True)
    assert [value for value, _ in found] == [n * n for n in range(20_000)]
