# SPDX-License-Identifier: MIT-0
"""What all contract tests share: the contract, a server, and a client for each mode."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack
from typing import Any, ClassVar

import pytest

from .contract import Contract, Errors, ExpectedResponse, Options
from .decoding import Case, cases_of
from .json_values import AnyJson
from .server import Answer, LoopbackServer, ReceivedRequest
from .session import ClientMode, ClientSession, open_session
from .variations import Variation

RECORD = Options()
STRICT = Options(validation="strict")
RETRYING = Options(max_retries=2)


BODILESS = frozenset({204, 304})
"""Statuses whose replies never have content (RFC 9110, section 6.4.1)."""


class ContractBase:
    """A contract and the server that its client is held to."""

    contract: ClassVar[Contract[Any, Any, Any]]
    server: ClassVar[LoopbackServer]
    _opened: ClassVar[ExitStack]
    _clients: ClassVar[dict[tuple[ClientMode, Options], ClientSession[Any]]]

    @classmethod
    def setup_class(cls) -> None:
        """Start the server."""
        cls._opened = ExitStack()
        cls._clients = {}
        cls.server = LoopbackServer()
        cls._opened.callback(cls.server.close)

    @classmethod
    def teardown_class(cls) -> None:
        """Close the clients, then the server."""
        cls._opened.close()

    @pytest.fixture(params=["sync", "async"])
    def mode(self, request: pytest.FixtureRequest) -> ClientMode:
        """Return the client under test: each test is run with both."""
        return "async" if request.param == "async" else "sync"

    @property
    def errors(self) -> Errors:
        """Return the error classes of the package under test."""
        return self.contract.provider.errors

    @property
    def success(self) -> Answer:
        """Return the first documented success."""
        if not self.contract.successes:
            return self.answer(200, "{}")
        reply = self.contract.successes[0]
        content = reply.examples[0].content if reply.examples else ""
        return self.answer(reply.status, content, reply.media_type)

    def answer(
        self,
        status: int,
        content: str | bytes = "",
        media_type: str = "application/json",
        headers: tuple[tuple[str, str], ...] = (),
    ) -> Answer:
        """Return a reply of any kind."""
        data = content.encode() if isinstance(content, str) else content
        if status in BODILESS or self.contract.request.method == "HEAD":
            data = b""
        return Answer(status, data, media_type, headers)

    def client(self, mode: ClientMode, options: Options = RECORD) -> ClientSession[Any]:
        """Return a client on the server: one for all tests, as in a real program."""
        if (mode, options) not in self._clients:
            opened = self._opened.enter_context(self.new_client(mode, options))
            self._clients[mode, options] = opened
        return self._clients[mode, options]

    def new_client(
        self, mode: ClientMode, options: Options = RECORD
    ) -> AbstractContextManager[ClientSession[Any]]:
        """Open a client without a connection, for one test."""
        return open_session(mode, self.contract, self.server.url, options)

    def request(self, mode: ClientMode) -> ReceivedRequest:
        """Make the documented call, and return the one request that arrived."""
        self.server.play(self.success)
        self.client(mode).call()
        (received,) = self.server.received
        return received

    def fails(self, client: ClientSession[Any], wanted: type[Exception]) -> Exception:
        """Make the call; return its error, which must be of exactly this class."""
        with pytest.raises(self.errors.base) as caught:
            client.call()
        assert type(caught.value) is wanted
        return caught.value


def varied(
    variation: Variation, replies: Iterable[ExpectedResponse]
) -> Iterator[tuple[Case, AnyJson]]:
    """Yield every variation of every documented example."""
    for case in cases_of(replies):
        for document in variation.documents(case.document, case.spots(case.document)):
            yield case, document
