# SPDX-License-Identifier: MIT-0
"""One way to call both clients of a package, so that each test is written once."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from .contract import AsyncT, Contract, Options, RawResponseView, SyncT, ValueT

ClientMode = Literal["sync", "async"]

ResultT = TypeVar("ResultT")


@dataclass(frozen=True, slots=True)
class ClientSession(Generic[ValueT]):
    """An open client, reduced to the one call under test."""

    call: Callable[[], ValueT]
    call_raw: Callable[[], RawResponseView[ValueT]]
    printed_forms: Callable[[], str]
    """What the client says of itself."""


@contextmanager
def open_session(
    mode: ClientMode,
    contract: Contract[SyncT, AsyncT, ValueT],
    url: str,
    options: Options,
) -> Generator[ClientSession[ValueT]]:
    """Open a client on the server at `url`, and close it in the end."""
    base_url = f"{url}{contract.provider.base_path}"
    if mode == "sync":
        client = contract.provider.open(base_url, options)
        with client:
            yield ClientSession(
                call=lambda: contract.call(client),
                call_raw=lambda: contract.call_raw(client),
                printed_forms=lambda: f"{client!r} {client!s}",
            )
        return
    with asyncio.Runner() as runner:
        async_client = contract.provider.open_async(base_url, options)
        try:
            yield ClientSession(
                call=lambda: runner.run(_wait(contract.call_async(async_client))),
                call_raw=lambda: runner.run(
                    _wait(contract.call_raw_async(async_client))
                ),
                printed_forms=lambda: f"{async_client!r} {async_client!s}",
            )
        finally:
            runner.run(_wait(async_client.__aexit__(None, None, None)))


async def _wait(awaitable: Awaitable[ResultT]) -> ResultT:
    return await awaitable
