# SPDX-License-Identifier: MIT-0
"""Compare the operations that a client offers with those under contract."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Collection, Iterator
from functools import cached_property
from typing import Any

from .contract import AsyncT, Contract, Options, ProviderUnderTest, SyncT

_NOWHERE = "http://127.0.0.1:9"


def assert_every_operation_covered(
    provider: ProviderUnderTest[SyncT, AsyncT],
    *,
    contracts: Collection[Contract[SyncT, AsyncT, Any]],
    without_example: Collection[str],
    streaming: Collection[str] = (),
) -> None:
    """Fail unless contracts and operations, sync and async, are the same.

    `without_example` names the operations whose documentation shows no reply of
    success. The list is held true: an example that appears must be taken off it.
    `streaming` names the calls that return items one by one: no contract plays those.
    """
    covered = sorted([*(contract.name for contract in contracts), *streaming])
    client = provider.open(_NOWHERE, Options())
    with client:
        assert sorted(operations_of(client)) == covered
    asyncio.run(_assert_async_covered(provider, covered))
    undocumented = {c.name for c in contracts if not c.documented}
    assert undocumented == set(without_example)


async def _assert_async_covered(
    provider: ProviderUnderTest[SyncT, AsyncT], covered: list[str]
) -> None:
    client = provider.open_async(_NOWHERE, Options())
    async with client:
        assert sorted(operations_of(client)) == covered


def operations_of(holder: object, prefix: str = "") -> Iterator[str]:
    """Return the dotted names of all calls that hang below a client or resource."""
    for name, member in inspect.getmembers_static(type(holder)):
        if isinstance(member, cached_property) and not name.startswith("_"):
            yield from _calls_of(getattr(holder, name), f"{prefix}{name}.")


def _calls_of(resource: object, prefix: str) -> Iterator[str]:
    for name, member in inspect.getmembers_static(type(resource)):
        if inspect.isfunction(member) and not name.startswith("_"):
            yield prefix + name
    yield from operations_of(resource, prefix)
