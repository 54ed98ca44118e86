# SPDX-License-Identifier: MIT-0
"""How long calls may take, how large replies may be, and the clock that tells."""

from __future__ import annotations

import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final

DEFAULT_TIMEOUT: Final = 30.0
DEFAULT_DEADLINE: Final = 90.0
DEFAULT_MAX_RETRIES: Final = 2
MAX_BYTES: Final = 64 * 1024 * 1024
"""How large a reply may be, decompressed."""
MAX_ERROR_BYTES: Final = 1024 * 1024
"""How much of a reply that reports no success is kept, decompressed."""


async def _asleep(seconds: float) -> None:
    import asyncio  # slow to import, and sync clients do without

    await asyncio.sleep(seconds)


@dataclass(frozen=True, slots=True)
class Clock:
    """Time and chance, so that tests need not wait."""

    monotonic: Callable[[], float] = time.monotonic
    now: Callable[[], float] = time.time
    sleep: Callable[[float], object] = time.sleep
    asleep: Callable[[float], Awaitable[object]] = _asleep
    chance: Callable[[], float] = random.random


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a call may take and how often it may be tried again."""

    timeout: float = DEFAULT_TIMEOUT
    deadline: float = DEFAULT_DEADLINE
    max_retries: int = DEFAULT_MAX_RETRIES
    max_bytes: int = MAX_BYTES
