"""When a call is sent again: decisions without I/O, then over a real connection."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from email.utils import formatdate

import pytest

from tests.runtime.sample import AsyncShop, Shop
from tests.runtime.server import Say, Server, json_reply
from undrift.runtime import APIError, APIStatusError, APITimeoutError, RetryPolicy
from undrift.runtime.limits import Clock, Limits
from undrift.runtime.request import RequestDraft
from undrift.runtime.response import Headers, Response
from undrift.runtime.retry import (
    Attempt,
    Failed,
    Finished,
    Outcome,
    Pause,
    Received,
    plan,
    retry_after,
)

NOW = 1_700_000_000.0
UNSENT = Failed("refused", sent=False)
LOST = Failed("reset", sent=True)
OK = Received(Response(200, Headers(), b"{}"))
CUT = Received(Response(200, Headers(), b"{"), "it was cut off")


def status(code: int, **headers: str) -> Received:
    fields = tuple((name.replace("_", "-"), text) for name, text in headers.items())
    return Received(Response(code, Headers(fields), b""))


class _Once:
    def draft(self, expires: float) -> RequestDraft:
        return RequestDraft("POST", "", "", "/", (), None)

    def renew(self) -> bool:
        return False


@dataclass
class Story:
    """What a plan did with some outcomes."""

    attempts: list[Attempt] = field(default_factory=list[Attempt])
    pauses: list[float] = field(default_factory=list[float])
    finished: Finished | None = None


def tell(
    retry: RetryPolicy,
    outcomes: list[Outcome],
    limits: Limits,
    *,
    takes: float = 0,
    renews: bool = False,
) -> Story:
    """Run a plan against outcomes; each attempt takes some seconds."""
    time = [0.0]
    clock = Clock(monotonic=lambda: time[0], now=lambda: NOW, chance=lambda: 1.0)
    signed: list[int] = []

    class Signer:
        def draft(self, expires: float) -> RequestDraft:
            signed.append(1)
            return RequestDraft("POST", "", "", f"/{len(signed)}", (), b"same")

        def renew(self) -> bool:
            return renews

    steps = plan(Signer(), retry, limits, clock)
    story = Story()
    outcome: Outcome | None = None
    left = list(outcomes)
    while True:
        try:
            step = steps.send(outcome)
        except StopIteration as stop:
            story.finished = stop.value
            return story
        match step:
            case Attempt():
                story.attempts.append(step)
                time[0] += takes
                outcome = left.pop(0)
            case Pause():
                story.pauses.append(step.seconds)
                time[0] += step.seconds
                outcome = None
            case _:
                raise AssertionError(step)


def tries(retry: RetryPolicy, *outcomes: Outcome) -> int:
    story = tell(retry, [*outcomes, OK, OK, OK], Limits())
    return len(story.attempts)


def test_a_call_that_is_not_idempotent_goes_again_only_if_nothing_was_sent() -> None:
    assert tries(RetryPolicy.UNSENT, UNSENT) == 2
    assert tries(RetryPolicy.UNSENT, status(429)) == 2
    statuses = [status(code) for code in (302, 400, 408, 409, 500, 502, 503, 504)]
    outcomes: list[Outcome] = [LOST, CUT, *statuses]
    for outcome in outcomes:
        assert tries(RetryPolicy.UNSENT, outcome) == 1, outcome


def test_an_idempotent_call_goes_again_after_what_may_pass() -> None:
    statuses = [status(code) for code in (408, 429, 500, 502, 503, 504)]
    outcomes: list[Outcome] = [UNSENT, LOST, CUT, *statuses]
    for outcome in outcomes:
        assert tries(RetryPolicy.SAFE, outcome) == 2, outcome
    for outcome in map(status, [200, 302, 400, 401, 404, 409, 422, 501]):
        assert tries(RetryPolicy.SAFE, outcome) == 1, outcome


def test_tries_are_counted_signed_anew_and_further_and_further_apart() -> None:
    story = tell(RetryPolicy.SAFE, [LOST] * 9, Limits(max_retries=6, deadline=1000))
    assert [attempt.draft.target for attempt in story.attempts] == [
        f"/{number}" for number in range(1, 8)
    ]
    assert {attempt.draft.content for attempt in story.attempts} == {b"same"}
    assert story.pauses == [0.5, 1, 2, 4, 8, 8]
    assert tell(RetryPolicy.SAFE, [LOST], Limits(max_retries=0)).pauses == []


def test_time_left_bounds_each_try_and_each_pause() -> None:
    story = tell(RetryPolicy.SAFE, [LOST] * 9, Limits(timeout=4, deadline=10), takes=4)
    assert [attempt.timeout for attempt in story.attempts] == [4, 4, 0.5]
    assert {attempt.expires for attempt in story.attempts} == {10}
    slow = tell(RetryPolicy.SAFE, [LOST] * 9, Limits(deadline=10), takes=9.8)
    assert len(slow.attempts) == 1


def test_whether_any_try_may_have_been_processed() -> None:
    def processed(retry: RetryPolicy, *outcomes: Outcome) -> bool:
        finished = tell(retry, list(outcomes), Limits()).finished
        assert finished is not None
        return finished.may_have_been_processed

    assert not processed(RetryPolicy.UNSENT, UNSENT, UNSENT, UNSENT)
    assert not processed(RetryPolicy.UNSENT, status(429), UNSENT, UNSENT)
    assert processed(RetryPolicy.SAFE, LOST, UNSENT, UNSENT)
    assert processed(RetryPolicy.SAFE, status(503), UNSENT, UNSENT)


def test_what_says_that_nothing_was_done_is_not_processed() -> None:
    def processed(outcome: Outcome) -> bool:
        finished = tell(RetryPolicy.UNSENT, [outcome], Limits(max_retries=0)).finished
        assert finished is not None
        assert finished.outcome == outcome
        return finished.may_have_been_processed

    assert processed(LOST)
    assert processed(OK)
    assert processed(CUT)
    assert all(processed(status(code)) for code in (302, 400, 428, 430, 500))
    assert not processed(UNSENT)
    assert not processed(status(429))


def test_a_cut_off_error_is_no_cut_off_success() -> None:
    for code in (300, 400, 404):
        cut = Received(Response(code, Headers(), b"{"), "it was cut off")
        assert tries(RetryPolicy.SAFE, cut) == 1
    assert tries(RetryPolicy.SAFE, Received(Response(299, Headers(), b"{"), "cut")) == 2


def test_a_token_is_had_anew_once_and_no_try_is_counted() -> None:
    outcomes: list[Outcome] = [status(401), status(503), OK]
    story = tell(RetryPolicy.SAFE, outcomes, Limits(max_retries=1), renews=True)
    assert story.finished == Finished(OK, may_have_been_processed=True)
    assert len(story.attempts) == 3
    twice: list[Outcome] = [status(401), status(401), OK]
    story = tell(RetryPolicy.SAFE, twice, Limits(), renews=True)
    assert story.finished == Finished(twice[1], may_have_been_processed=True)
    assert len(story.attempts) == 2
    story = tell(
        RetryPolicy.UNSENT, [status(401), UNSENT], Limits(max_retries=0), renews=True
    )
    assert story.finished == Finished(UNSENT, may_have_been_processed=False)
    story = tell(RetryPolicy.SAFE, [status(403), OK], Limits(), renews=True)
    assert len(story.attempts) == 1


def test_only_a_live_call_gets_a_pace() -> None:
    steps = plan(_Once(), RetryPolicy.SAFE, Limits(timeout=3), Clock(), live=True)
    live = steps.send(None)
    assert isinstance(live, Attempt)
    assert live.pace == 3
    assert tell(RetryPolicy.SAFE, [OK], Limits(timeout=3)).attempts[0].pace is None
    assert tell(RetryPolicy.SAFE, [OK], Limits(max_bytes=7)).attempts[0].max_bytes == 7


def test_a_pause_that_ends_with_the_deadline_is_not_made() -> None:
    assert tell(RetryPolicy.SAFE, [LOST, OK], Limits(deadline=0.5)).pauses == []
    assert tell(RetryPolicy.SAFE, [LOST, OK], Limits(deadline=0.51)).pauses == [0.5]


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"Retry_After": "1.2.3"}, None),
        ({"Retry_After": "-1"}, None),
        ({"Retry_After": "."}, None),
        ({"Retry_After": "\u0661"}, None),
        ({"retry_after_ms": "soon", "Retry_After": "7"}, 7),
        ({"Retry_After": "7"}, 7),
        ({"Retry_After": " 1.5 "}, 1.5),
        ({"retry_after_ms": "250", "Retry_After": "7"}, 0.25),
        ({"Retry_After": formatdate(NOW + 9, usegmt=True)}, 9),
        ({"Retry_After": formatdate(NOW - 9, usegmt=True)}, 0),
        ({"Retry_After": "soon"}, None),
        ({"Retry_After": "-5"}, None),
        ({"Retry_After": "nan"}, None),
        ({"Retry_After": "٣"}, None),
        ({"Retry_After": "Mon, 99 Jan 2024 00:00:00 GMT"}, None),
    ],
)
def test_retry_after(headers: dict[str, str], seconds: float | None) -> None:
    assert retry_after(status(429, **headers).response.headers, NOW) == seconds


def test_a_server_is_obeyed_or_not_asked_again() -> None:
    limits = Limits(deadline=100)
    outcomes: list[Outcome] = [status(429, Retry_After="60"), OK]
    assert tell(RetryPolicy.UNSENT, outcomes, limits).pauses == [60]
    outcomes = [status(429, Retry_After="61"), OK]
    assert tell(RetryPolicy.UNSENT, outcomes, limits).pauses == []
    outcomes = [status(429, Retry_After="20"), OK]
    assert tell(RetryPolicy.UNSENT, outcomes, Limits(deadline=10)).pauses == []


QUICK = Clock(chance=lambda: 0.0)


class QuickShop(Shop):
    _clock = QUICK


class QuickAsyncShop(AsyncShop):
    _clock = QUICK


def test_over_a_connection() -> None:
    busy = Say(429, b"{}", (("Retry-After", "0"),))
    script = [busy, busy, json_reply('{"id":"1"}')]
    with Server(script) as server:
        with QuickShop(token="t", company="c", base_url=server.url) as client:
            assert client.invoices.cancel("1", reason="r").id == "1"
        assert len(server.seen) == 3
        assert len({(seen.headers, seen.body) for seen in server.seen}) == 1
    with Server(script) as server:

        async def main() -> str:
            async with QuickAsyncShop(
                token="t", company="c", base_url=server.url
            ) as client:
                return (await client.invoices.cancel("1", reason="r")).id

        assert asyncio.run(main()) == "1"
        assert len(server.seen) == 3


@pytest.mark.parametrize(
    "first", [json_reply("{}", 409), json_reply("{}", 503), Say(drop=True)]
)
def test_a_payment_is_not_sent_twice(first: Say) -> None:
    with (
        Server([first, json_reply('{"id":"1"}')]) as server,
        QuickShop(token="t", company="c", base_url=server.url) as client,
        pytest.raises(APIError),
    ):
        client.invoices.cancel("1", reason="r")
    assert len(server.seen) == 1


@pytest.mark.parametrize("first", [Say(503), Say(drop=True), Say(200, b"{", length=9)])
def test_reading_goes_on(first: Say) -> None:
    with (
        Server([first, json_reply('{"id":"1"}')]) as server,
        QuickShop(token="t", base_url=server.url) as client,
    ):
        assert client.invoices.get("1").id == "1"
    assert len(server.seen) == 2


def test_the_last_answer_is_the_one_that_is_told() -> None:
    with (
        Server([Say(503), Say(500), Say(502, b"last")]) as server,
        QuickShop(token="t", base_url=server.url) as client,
        pytest.raises(APIStatusError) as caught,
    ):
        client.invoices.get("1")
    assert (caught.value.status_code, caught.value.body) == (502, "last")
    assert len(server.seen) == 3


def test_the_deadline_covers_tries_and_pauses() -> None:
    slow = Say(200, chunks=(b"x",), drip=0.3)
    with (
        Server([slow]) as server,
        QuickShop(token="t", base_url=server.url, timeout=0.1, deadline=0.25) as client,
        pytest.raises(APITimeoutError),
    ):
        client.invoices.get("1")
    assert len(server.seen) <= 3
