# SPDX-License-Identifier: MIT-0
"""What a call makes of a failure, documented or not."""

from __future__ import annotations

import logging
import pickle
from typing import Any, cast

import pytest

from . import variations
from .applicability import applies_if, failures_show
from .base import BODILESS, RECORD, STRICT, ContractBase, varied
from .contract import ExpectedResponse, Options, StatusError
from .decoding import RAW, json_kind, lost, misread, shown_locations, xml_cases_of
from .json_values import AnyJson, is_object, read_json, write_json
from .leaks import leaked, printed_forms, stored
from .scalars import wrong_value
from .server import Answer, HangUp
from .session import ClientMode, ClientSession
from .variations import Variation

GENERIC = '{"code": "some_code", "message": "Something is wrong."}'

BODIES = {
    "json": GENERIC.encode(),
    "nested": b'{"error": {"code": 1234, "request_id": "req_from_body"}}',
    "html": b"<!doctype html><title>Bad gateway</title>",
    "empty": b"",
    "cut off": b'{"error": {"code": "so',
    "wrong encoding": b"\xff\xfe\x00",
    "too deep": b'{"error":' * 50_000,
    "a list": b'["first", {"code": "second"}]',
    "a number": b"9007199254740993.01",
    "wrong types": b'{"error": [], "code": {"a": 1}, "errors": "none", "message": 7}',
}

UNDOCUMENTED = frozenset(
    {301, 302, 307, 308, 400, 401, 402, 403, 404, 405, 408, 409, 410, 418, 422, 423}
    | {429, 451, 500, 501, 502, 503, 504, 599}
)


class FailureTests(ContractBase):
    """A failure is raised, typed and complete, whatever its content looks like."""

    def test_error_example_typed(self, mode: ClientMode) -> None:
        """Each documented failure raises its class and carries what it says."""
        for reply in self.contract.failures:
            for content in [example.content for example in reply.examples] or [GENERIC]:
                if not reply.xml:
                    self.check_failure(mode, reply, content)
        for case in xml_cases_of(self.contract.failures):
            self.check_failure(mode, case.reply, case.example.content, case.document)

    def test_undocumented_status_typed(self, mode: ClientMode) -> None:
        """Any other failing status, redirects too, raises the class of its kind."""
        known = (*self.contract.successes, *self.contract.failures)
        documented = {reply.status for reply in known}
        for status in sorted(UNDOCUMENTED - documented):
            self.check_failure(
                mode, ExpectedResponse(status=status, holds="any"), GENERIC
            )

    @applies_if(failures_show(variations.ADDED_FIELD))
    def test_error_unknown_field_typed(self, mode: ClientMode) -> None:
        """A failure with a field that a server adds later is typed all the same."""
        self.check_varied(mode, variations.ADDED_FIELD)

    @applies_if(failures_show(variations.NULL_OPTIONAL))
    def test_error_null_optional_typed(self, mode: ClientMode) -> None:
        """A failure with null for an optional field is typed all the same."""
        self.check_varied(mode, variations.NULL_OPTIONAL)

    @applies_if(failures_show(variations.UNKNOWN_ENUM))
    def test_error_unknown_enum_typed(self, mode: ClientMode) -> None:
        """A failure with a value that a server adds later is typed all the same."""
        self.check_varied(mode, variations.UNKNOWN_ENUM)

    @applies_if(failures_show(variations.WRONG_TYPE))
    def test_error_wrong_type_typed(self, mode: ClientMode) -> None:
        """A failure with a value of the wrong type is typed all the same."""
        self.check_varied(mode, variations.WRONG_TYPE)

    @pytest.mark.parametrize("content", BODIES.values(), ids=BODIES)
    def test_error_content_tolerated(self, mode: ClientMode, content: bytes) -> None:
        """A failure keeps its class when its content makes no sense."""
        statuses = {reply.status for reply in self.contract.failures} | {400, 500}
        for status in sorted(statuses):
            self.server.play(self.answer(status, content))
            self.status_error(self.client(mode, STRICT), status, content)

    def test_raw_access_raises(self, mode: ClientMode) -> None:
        """Raw access raises the same errors as the plain call."""
        self.server.play(self.answer(404, GENERIC))
        with pytest.raises(self.errors.for_status(404)):
            self.client(mode).call_raw()

    def test_secret_not_in_error(
        self, mode: ClientMode, caplog: pytest.LogCaptureFixture
    ) -> None:
        """No credential shows in what is printed, logged, copied or pickled."""
        caplog.set_level(logging.DEBUG)
        secrets = self.contract.provider.secrets
        for options, answer in self.failing():
            self.server.play(answer)
            client = self.client(mode, options)
            with pytest.raises(self.errors.base) as caught:
                client.call()
            assert leaked(secrets, client.printed_forms()) == []
            assert leaked(secrets, printed_forms(caught.value)) == []
            assert leaked(secrets, stored(caught.value)) == []
        logged = "\n".join(f"{r.getMessage()} {r.__dict__}" for r in caplog.records)
        assert leaked(secrets, logged) == []

    def test_echoed_secret_not_shown(self, mode: ClientMode) -> None:
        """A server that repeats a credential does not make the client keep it."""
        secrets = self.contract.provider.secrets
        for secret in secrets:
            content = f'{{"code": "{secret}", "message": "{secret}"}}'
            headers = (("X-Request-Id", secret), ("X-Debug", f"key={secret}"))
            self.server.play(self.answer(403, content, headers=headers))
            error = self.fails(self.client(mode), self.errors.for_status(403))
            assert leaked(secrets, printed_forms(error) + stored(error)) == []

    def failing(self) -> list[tuple[Options, Answer | HangUp]]:
        """Return the ways to fail after the request went out."""
        return [
            (RECORD, self.answer(404, GENERIC)),
            (RECORD, self.answer(500, "<!doctype html>")),
            (RECORD, Answer(500, b"<!doctype", missing=10)),
            (RECORD, HangUp()),
            *self.unreadable(),
        ]

    def unreadable(self) -> list[tuple[Options, Answer]]:
        """Return the ways in which a success can be none."""
        return [
            attempt
            for reply in self.contract.successes
            if reply.holds not in {"none", "any", *RAW} and reply.status not in BODILESS
            for attempt in (
                (RECORD, self.answer(reply.status, "<!doctype html>")),
                (
                    STRICT,
                    self.answer(
                        reply.status, write_json(wrong_value(json_kind(reply)))
                    ),
                ),
            )
        ]

    def check_varied(self, mode: ClientMode, variation: Variation) -> None:
        """Fail unless each variation of each documented failure is typed."""
        for case, document in varied(variation, self.contract.failures):
            self.check_failure(mode, case.reply, write_json(document))

    def check_failure(
        self,
        mode: ClientMode,
        reply: ExpectedResponse,
        content: str,
        value: AnyJson = None,
    ) -> None:
        """Fail unless the error carries all of a reply, and survives being stored."""
        self.server.play(
            self.answer(
                reply.status,
                content,
                reply.media_type,
                headers=(
                    ("X-Request-Id", "req_from_header"),
                    ("Location", f"{self.server.url}/elsewhere"),
                ),
            )
        )
        error = self.status_error(self.client(mode), reply.status, content.encode())
        assert len(self.server.received) == 1
        document = value
        if error.response.content and not reply.xml:
            document = read_json(content)
        elif not error.response.content:
            document = None
        assert error.code == lifted_fields(document, "code")
        request_id = lifted_fields(document, "request_id", "requestId", "correlationId")
        assert error.request_id == (request_id or "req_from_header")
        if document is not None:
            assert misread(error.body, shown_locations(document, reply)) == []
        assert lost(error.body, document) == []
        assert type(pickle.loads(pickle.dumps(error))) is type(error)

    def status_error(
        self, client: ClientSession[Any], status: int, content: bytes
    ) -> StatusError:
        """Make the call; return its error, of exactly this status and content."""
        error = self.fails(client, self.errors.for_status(status))
        # The class is the client's own: what it must have is checked by reading it.
        found = cast(StatusError, error)
        assert found.status_code == status
        assert found.response.content == self.answer(status, content).content
        return found


def lifted_fields(document: AnyJson, *keys: str) -> str | None:
    """Return what documentation calls by these keys, at the top or inside `error`."""
    inner = document.get("error") if is_object(document) else None
    for level in (document, inner):
        for key in keys:
            value = level.get(key) if is_object(level) else None
            if isinstance(value, str | int) and not isinstance(value, bool):
                return str(value)
    return None
