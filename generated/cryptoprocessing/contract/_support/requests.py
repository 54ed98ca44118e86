# SPDX-License-Identifier: MIT-0
"""What a call puts on the wire."""

from __future__ import annotations

import pytest

from .applicability import applies_if, is_idempotent, is_not_idempotent, is_signed
from .base import RETRYING, ContractBase
from .multipart import multipart_parts
from .network import watch
from .server import HangUp
from .session import ClientMode
from .signature import derived_headers, signature_problems

TRANSPORT_HEADERS = frozenset(
    {"host", "accept", "accept-encoding", "connection", "user-agent", "content-length"}
)
"""What HTTP itself, and good manners, add to a request."""


class RequestTests(ContractBase):
    """The request is what the documentation shows, to the byte."""

    def test_request_line_exact(self, mode: ClientMode) -> None:
        """Method and target are as documented."""
        expected = self.contract.request
        wanted = f"{expected.method} {expected.target} HTTP/1.1"
        assert self.request(mode).line == wanted

    def test_request_body_bytes(self, mode: ClientMode) -> None:
        """The body is exactly this, announced with its length; or there is none."""
        received = self.request(mode)
        if (parts := self.contract.request.parts) is not None:
            assert multipart_parts(received) == parts
            return
        expected = self.contract.request.body
        assert received.body == (expected or "").encode()
        lengths = [["0"], []] if expected is None else [[str(len(received.body))]]
        assert received.values("Content-Length") in lengths
        assert received.values("Transfer-Encoding") == []

    def test_required_headers_present(self, mode: ClientMode) -> None:
        """Every documented header is there once, and no other is made up."""
        received = self.request(mode)
        expected = self.contract.request
        for name, value in expected.headers.items():
            assert received.values(name) == [value], name
        host, port = self.server.address
        assert received.values("Host") == [f"{host}:{port}"]
        known = {name.lower() for name in expected.headers}
        known |= TRANSPORT_HEADERS | {*derived_headers(expected.signature)}
        if expected.parts is not None:
            known.add("content-type")
        assert {name.lower() for name, _ in received.headers} <= known

    @applies_if(is_signed)
    def test_request_signature_vector(self, mode: ClientMode) -> None:
        """The signature is the one that the received bytes have."""
        signature = self.contract.request.signature
        assert signature is not None
        assert signature_problems(self.request(mode), signature) == []

    def test_no_network(
        self, mode: ClientMode, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Nothing is looked up or connected to but the host that was given."""
        seen = watch(monkeypatch)
        self.server.play(self.success)
        with self.new_client(mode) as client:
            client.call()
        assert set(seen) == {self.server.address}

    @applies_if(is_not_idempotent)
    @pytest.mark.parametrize("status", [500, 502, 503, 504, 409, 408])
    def test_post_not_resent(self, mode: ClientMode, status: int) -> None:
        """A failure after the server took the request is the caller's to judge."""
        self.server.play(self.answer(status, headers=(("Retry-After", "0"),)))
        self.fails(self.client(mode, RETRYING), self.errors.for_status(status))
        assert len(self.server.received) == 1

    @applies_if(is_not_idempotent)
    @pytest.mark.parametrize("warm", [False, True])
    def test_post_not_resent_when_dropped(self, mode: ClientMode, warm: bool) -> None:
        """A connection lost after the request was read leaves it unknown, not unsent.

        On a connection used before (`warm`), too, where a lost request is commonly
        taken for one that was never read.
        """
        script = [self.success] if warm else []
        self.server.play(*script, HangUp())
        with self.new_client(mode, RETRYING) as client:
            for _ in script:
                client.call()
            error = self.fails(client, self.errors.connection)
        assert len(self.server.received) == len(script) + 1
        assert getattr(error, "may_have_been_processed", None) is True

    @applies_if(is_idempotent)
    def test_safe_is_resent(self, mode: ClientMode) -> None:
        """An idempotent call gets over a server that is briefly not there."""
        self.server.play(
            self.answer(503, headers=(("Retry-After", "0"),)), self.success
        )
        self.client(mode, RETRYING).call()
        assert len(self.server.received) == 2

    def test_limited_is_resent(self, mode: ClientMode) -> None:
        """A 429 says that nothing was done: the same request goes out again."""
        self.server.play(
            self.answer(429, headers=(("Retry-After", "0"),)), self.success
        )
        self.client(mode, RETRYING).call()
        first, second = self.server.received
        assert (first.line, first.body) == (second.line, second.body)
        if signature := self.contract.request.signature:
            assert signature_problems(second, signature) == []
