"""Chromium without a window, spoken to over a pipe: no driver, no port, no network.

What it is told are messages of the DevTools protocol, each ended by a NUL.
"""

from __future__ import annotations

import json
import os
import select
import shutil
import subprocess
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
PATIENCE = 60

Message: TypeAlias = dict[str, Any]
"""Whatever the browser says: the protocol is its own, and large."""

FLAGS = (
    "--headless=new",
    "--no-sandbox",  # CI runs as root; the pages are our own
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-extensions",
    "--no-first-run",
    "--no-default-browser-check",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--remote-debugging-pipe",
)

# The browser reads from 3 and writes to 4.
WIRED = 'read=$1 write=$2; shift 2; exec "$@" 3<&"$read" 4>&"$write"'


def found() -> str | None:
    """Return the browser of this machine, if there is one."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


@contextmanager
def browser(program: str, profile: Path) -> Generator[Browser]:
    """Start a browser, and stop it."""
    to_read, to_write = os.pipe()
    answers, answering = os.pipe()
    command = ["bash", "-c", WIRED, "chromium", str(to_read), str(answering)]
    with (profile / "log").open("wb") as log:
        process = subprocess.Popen(
            [*command, program, *FLAGS, f"--user-data-dir={profile}", "about:blank"],
            pass_fds=(to_read, answering),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
        os.close(to_read)
        os.close(answering)
        try:
            yield Browser(answers, to_write)
        finally:
            os.close(to_write)
            process.terminate()
            process.wait(PATIENCE)
            os.close(answers)


@dataclass
class Browser:
    """The two ends of the pipe."""

    answers: int
    commands: int
    buffer: bytes = b""
    number: int = 0
    heard: Callable[[Message], None] = lambda _: None

    def call(self, method: str, session: str = "", **parameters: object) -> Message:
        """Ask for something and return the answer."""
        self.number += 1
        message: Message = {"id": self.number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        os.write(self.commands, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.next_message()
            if answer.get("id") == self.number:
                assert "error" not in answer, f"{method}: {answer['error']}"
                result: Message = answer["result"]
                return result

    def next_message(self) -> Message:
        """Wait for a message; what nobody asked for is handed on to `heard`."""
        until = time.monotonic() + PATIENCE
        while b"\0" not in self.buffer:
            left = until - time.monotonic()
            ready, _, _ = select.select([self.answers], [], [], max(0, left))
            assert ready, "the browser does not answer"
            data = os.read(self.answers, 65_536)
            assert data, "the browser has gone"
            self.buffer += data
        text, _, self.buffer = self.buffer.partition(b"\0")
        message: Message = json.loads(text)
        if "method" in message:
            self.heard(message)
        return message


@dataclass
class Page:
    """One page, with everything that it complained about or asked for."""

    browser: Browser
    session: str
    problems: list[str] = field(default_factory=list[str])
    requests: list[str] = field(default_factory=list[str])
    loaded: int = 0

    @classmethod
    def new(cls, browser: Browser) -> Page:
        """Open an empty page, and listen to it."""
        target = browser.call("Target.createTarget", url="about:blank")["targetId"]
        attached = browser.call("Target.attachToTarget", targetId=target, flatten=True)
        page = cls(browser, attached["sessionId"])
        browser.heard = page.hear
        for domain in ("Page", "Runtime", "Log", "Network"):
            page.call(f"{domain}.enable")
        return page

    def hear(self, message: Message) -> None:
        """Note what matters of what the page does."""
        match message:
            case {"sessionId": session} if session != self.session:
                pass
            case {"method": "Runtime.exceptionThrown", "params": said}:
                self.problems.append(json.dumps(said))
            case {"method": "Runtime.consoleAPICalled", "params": said}:
                self.problems.append(json.dumps(said))
            case {"method": "Log.entryAdded", "params": {"entry": {"text": said}}}:
                self.problems.append(str(said))
            case {
                "method": "Network.requestWillBeSent",
                "params": {"request": {"url": url}},
            }:
                self.requests.append(str(url))
            case {"method": "Page.loadEventFired"}:
                self.loaded += 1
            case _:
                pass

    def call(self, method: str, **parameters: object) -> Message:
        """Ask the page for something."""
        return self.browser.call(method, self.session, **parameters)

    def open(self, file: Path, fragment: str = "") -> None:
        """Load a file afresh, and wait until it is there."""
        self.call("Page.navigate", url="about:blank")
        self.problems.clear()
        self.requests.clear()
        before = self.loaded
        self.call("Page.navigate", url=f"{file.as_uri()}{fragment}")
        while (
            self.loaded == before or self.evaluate("document.readyState") != "complete"
        ):
            if self.loaded == before:
                self.browser.next_message()

    def evaluate(self, expression: str) -> Any:
        """Return the value of an expression in the page."""
        answer = self.call(
            "Runtime.evaluate",
            expression=expression,
            returnByValue=True,
            awaitPromise=True,
        )
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def press(self, key: str, code: int) -> None:
        """Press a key and let it go."""
        text = {"text": key} if len(key) == 1 else {}
        for kind in ("keyDown", "keyUp"):
            self.call(
                "Input.dispatchKeyEvent",
                type=kind,
                key=key,
                windowsVirtualKeyCode=code,
                **(text if kind == "keyDown" else {}),
            )
