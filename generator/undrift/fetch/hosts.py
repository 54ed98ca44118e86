"""What is known of each host while pages are fetched: its pace and its robots.txt."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.robotparser import RobotFileParser

from .model import World

AGENT = "undrift"
"""The name by which a robots.txt means us."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What a robots.txt allows; `problem` says why nothing is allowed at all."""

    parser: RobotFileParser | None = None
    problem: str = ""

    @classmethod
    def of(cls, text: str) -> Rules:
        """Read the text of a robots.txt."""
        parser = RobotFileParser()
        parser.parse(text.splitlines())
        return cls(parser)

    def refusal(self, url: str) -> str:
        """Return why a page may not be fetched, or ""."""
        if self.problem:
            return self.problem
        if self.parser is None or self.parser.can_fetch(AGENT, url):
            return ""
        return "robots.txt asks programs to stay away"

    @property
    def delay(self) -> float:
        """Return the seconds to leave between two requests."""
        delay = self.parser.crawl_delay(AGENT) if self.parser else None
        return float(delay or 0)


@dataclass(slots=True)
class Host:
    """One host: when it may be asked again, and what its robots.txt says."""

    world: World
    gap: float
    longest_wait: float
    _free_at: float = 0
    _rules: Rules | None = None
    _turn: threading.Lock = field(default_factory=threading.Lock)
    _reading: threading.Lock = field(default_factory=threading.Lock)

    def wait(self) -> None:
        """Wait for this request's turn."""
        with self._turn:
            now = self.world.now()
            start = max(now, self._free_at)
            self._free_at = start + self.gap
        if start > now:
            self.world.sleep(start - now)

    def pause(self, seconds: float) -> None:
        """Ask nothing for some time: the host said so to one request, for all."""
        with self._turn:
            self._free_at = max(self._free_at, self.world.now() + seconds)

    def rules(self, read: Callable[[], Rules]) -> Rules:
        """Return what robots.txt says, which is read once."""
        with self._reading:
            if self._rules is None:
                self._rules = read()
                self.gap = max(self.gap, min(self._rules.delay, self.longest_wait))
            return self._rules


@dataclass(slots=True)
class Hosts:
    """Every host that was asked, made when first needed."""

    world: World
    gap: float
    longest_wait: float
    _known: dict[str, Host] = field(default_factory=dict[str, Host])
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def of(self, name: str) -> Host:
        """Return what is known of a host."""
        with self._lock:
            if name not in self._known:
                self._known[name] = Host(self.world, self.gap, self.longest_wait)
            return self._known[name]
