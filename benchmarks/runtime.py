"""What a generated client costs: a call, decoding, importing. Prints ratios.

    python -m benchmarks.runtime

Both sides of a ratio take turns in one process, and CPU time is measured, so that a
busy machine disturbs both alike. The server is a process of its own.
"""

from __future__ import annotations

import json
import multiprocessing
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.connection import Connection

import httpx2
from pydantic import BaseModel, ConfigDict, Field

from tests.runtime.sample import Shop
from tests.runtime.sample.types.invoice import Invoice
from undrift.runtime import jsontext
from undrift.runtime.decode import decode

ROUNDS = 300
CALLS = 5
CONTENT = json.dumps(
    {
        "id": "inv_1",
        "number": 7,
        "issueDate": "2024-07-18",
        "rate": 1.25,
        "closed": False,
        "status": "issued",
        "labels": {"kind": "plain"},
        "events": [{"kind": "made"}, {"kind": "sent"}],
    }
).encode()


class _Event(BaseModel):
    model_config = ConfigDict(extra="allow")

    kind: str
    at: str | None = None


class _Invoice(BaseModel):
    """The same object as a person would write it."""

    model_config = ConfigDict(extra="allow", populate_by_name=True)

    id: str
    number: int | None = None
    issue_date: date | None = Field(default=None, alias="issueDate")
    rate: Decimal | None = None
    closed: bool | None = None
    status: str | None = None
    events: list[_Event] | None = None
    labels: dict[str, str] | None = None
    parent: _Invoice | None = None


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # head and content in one packet
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        """Answer as ever."""
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(CONTENT)))
        self.end_headers()
        self.wfile.write(CONTENT)
        self.wfile.flush()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def _serve(pipe: Connection) -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    pipe.send(server.server_address[1])
    server.serve_forever()


def ratio(
    ours: Callable[[], object], theirs: Callable[[], object], times: int
) -> tuple[float, float, float]:
    """Return medians of both in microseconds and their ratio, taking turns."""
    spent: tuple[list[float], list[float]] = ([], [])
    for turn in range(ROUNDS):
        for one in (0, 1) if turn % 2 else (1, 0):
            act = (ours, theirs)[one]
            started = time.process_time()
            for _ in range(times):
                act()
            spent[one].append((time.process_time() - started) / times * 1e6)
    mine, other = (statistics.median(side) for side in spent)
    return mine, other, mine / other


def call_ratio() -> tuple[float, float, float]:
    """Compare a typed call with the same request by httpx2 alone."""
    pipe, far = multiprocessing.Pipe()
    server = multiprocessing.Process(target=_serve, args=(far,), daemon=True)
    server.start()
    url = f"http://127.0.0.1:{pipe.recv()}"
    headers = {"Accept": "application/json", "Authorization": "Bearer tok_12345678"}
    try:
        with (
            Shop(token="tok_12345678", base_url=url) as shop,
            httpx2.Client(trust_env=False) as http,
        ):
            return ratio(
                lambda: shop.invoices.get("inv_1"),
                lambda: http.get(f"{url}/invoices/inv_1", headers=headers).json(),
                CALLS,
            )
    finally:
        server.terminate()
        server.join()


def decode_ratio() -> tuple[float, float, float]:
    """Compare decoding with a model written by hand, numbers exact in both."""
    return ratio(
        lambda: decode(jsontext.read(CONTENT), Invoice),
        lambda: _Invoice.model_validate(json.loads(CONTENT, parse_float=Decimal)),
        100,
    )


def import_seconds(module: str) -> float:
    """Return what importing a module adds to importing pydantic and httpx2."""
    code = (
        "import time, httpx2; from pydantic import BaseModel, Field, TypeAdapter;"
        f"started = time.process_time(); import {module};"
        "print(time.process_time() - started)"
    )
    command = [sys.executable, "-c", code]
    return statistics.median(
        float(subprocess.check_output(command, text=True)) for _ in range(7)
    )


def main() -> None:
    """Print every figure."""
    for name, measured in (("a call", call_ratio()), ("decoding", decode_ratio())):
        mine, other, times = measured
        print(f"{name:10} {mine:8.1f} us against {other:8.1f} us: {times:.2f} x")
    for name in ("tests.runtime.sample", "tests.runtime.sample.resources.invoices"):
        seconds = import_seconds(name)
        print(f"importing {name}: {seconds * 1000:.1f} ms beyond pydantic and httpx2")


if __name__ == "__main__":
    main()
