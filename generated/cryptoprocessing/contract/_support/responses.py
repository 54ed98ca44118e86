# SPDX-License-Identifier: MIT-0
"""What a call makes of a success, as documented and as documentation gets it wrong."""

from __future__ import annotations

from dataclasses import replace

import pytest

from . import variations
from .applicability import (
    any_success,
    applies_if,
    is_nothing,
    is_raw,
    is_read,
    may_be_cut_off,
    shows_xml,
    successes_show,
)
from .base import RETRYING, STRICT, ContractBase, varied
from .decoding import cases_of, contradictions, lost, misread, xml_cases_of
from .json_values import write_json
from .session import ClientMode
from .variations import Variation

UNREADABLE = {
    "html": b"<!doctype html><title>Just a moment</title>",
    "cut off": b'{"id": "7c9e66',
    "wrong encoding": b'{"id": "\xff\xfe"}',
    "too deep": b"[" * 100_000,
    "not a number": b'{"id": NaN}',
    "two values": b"{} {}",
}

HOSTILE_XML = {
    "entity": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
    "external": '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
    "doctype": "<!DOCTYPE a><a/>",
    "too deep": "<a>" * 5_000 + "</a>" * 5_000,
    "no character": "<a>\x00</a>",
}

KEPT = {
    "text": "a,b\r\n1,\u20ac\n".encode(),
    "JSON": b'{"id": 1.50}',
    "blanks": b" \n\t ",
}


class ReplyTests(ContractBase):
    """A success is read exactly, and nothing a server may send breaks the call."""

    def test_example_matches_schema(self) -> None:
        """Documented examples contradict their schema where that is listed, only."""
        contract = self.contract
        for case in cases_of((*contract.successes, *contract.failures)):
            listed = sorted(defect.pointer for defect in case.example.defects)
            assert contradictions(case.spots(case.document)) == listed

    @applies_if(successes_show(variations.UNCHANGED))
    def test_response_example_roundtrip(self, mode: ClientMode) -> None:
        """Every documented example is read, field by field, with exact types."""
        self.holds(mode, variations.UNCHANGED)

    def test_raw_response_keeps_bytes(self, mode: ClientMode) -> None:
        """Raw access shows status and content exactly as they arrived."""
        for reply in self.contract.successes:
            for content in [example.content for example in reply.examples] or [""]:
                self.server.play(self.answer(reply.status, content))
                raw = self.client(mode).call_raw()
                assert raw.status_code == reply.status
                assert raw.content == content.encode()

    @applies_if(successes_show(variations.MANY_DIGITS))
    def test_number_exact(self, mode: ClientMode) -> None:
        """A number keeps every digit, also those that a float has no room for."""
        self.holds(mode, variations.MANY_DIGITS)

    @applies_if(successes_show(variations.MANY_DIGITS_IN_TEXT))
    def test_amount_text_exact(self, mode: ClientMode) -> None:
        """An amount written as a string is the same exact number."""
        self.holds(mode, variations.MANY_DIGITS_IN_TEXT)

    @applies_if(successes_show(variations.ADDED_FIELD))
    def test_unknown_field_tolerated(self, mode: ClientMode) -> None:
        """A field that a server adds later is kept, wherever it appears."""
        self.holds(mode, variations.ADDED_FIELD)

    @applies_if(successes_show(variations.MISSING_OPTIONAL))
    def test_missing_optional_tolerated(self, mode: ClientMode) -> None:
        """Each optional field may be absent, and then reads None."""
        self.holds(mode, variations.MISSING_OPTIONAL)

    @applies_if(successes_show(variations.MISSING_REQUIRED))
    def test_missing_required_recorded(self, mode: ClientMode) -> None:
        """A required field that is absent reads None, and is told."""
        self.holds(mode, variations.MISSING_REQUIRED)

    @applies_if(successes_show(variations.NULL_OPTIONAL))
    def test_null_optional_tolerated(self, mode: ClientMode) -> None:
        """An optional field may be null, which is not absent; told if undocumented."""
        self.holds(mode, variations.NULL_OPTIONAL)

    @applies_if(successes_show(variations.UNKNOWN_ENUM))
    def test_unknown_enum_tolerated(self, mode: ClientMode) -> None:
        """A value that a server adds later is read as it is, and told."""
        self.holds(mode, variations.UNKNOWN_ENUM)

    @applies_if(successes_show(variations.WRONG_TYPE))
    def test_wrong_type_recorded(self, mode: ClientMode) -> None:
        """A value of the wrong type stays as it arrived, and is told."""
        self.holds(mode, variations.WRONG_TYPE)

    @applies_if(successes_show(variations.WRONG_TYPE))
    def test_wrong_type_refused_when_strict(self, mode: ClientMode) -> None:
        """Strict validation refuses the same values."""
        for case, document in varied(variations.WRONG_TYPE, self.contract.successes):
            self.server.play(self.answer(case.reply.status, write_json(document)))
            self.fails(self.client(mode, STRICT), self.errors.validation)

    @applies_if(successes_show(variations.UNCHANGED))
    def test_strict_accepts_example(self, mode: ClientMode) -> None:
        """Strict validation takes what is documented, in request and reply."""
        client = self.client(mode, STRICT)
        for case, document in varied(variations.UNCHANGED, self.contract.successes):
            self.server.play(self.answer(case.reply.status, case.example.content))
            if case.example.defects:
                self.fails(client, self.errors.validation)
            else:
                assert misread(client.call(), case.spots(document)) == []

    @applies_if(shows_xml)
    def test_xml_roundtrip(self, mode: ClientMode) -> None:
        """XML is read as what it says, field by field; strict validation takes it."""
        for case in xml_cases_of(self.contract.successes):
            reply, spots = case.reply, case.spots(case.document)
            answer = self.answer(reply.status, case.example.content, reply.media_type)
            self.server.play(answer)
            raw = self.client(mode).call_raw()
            assert misread(raw.parse(), spots) == []
            assert lost(raw.parse(), case.document) == []
            assert list(raw.deviations) == []
            self.server.play(answer)
            assert misread(self.client(mode, STRICT).call(), spots) == []

    @applies_if(shows_xml)
    @pytest.mark.parametrize("content", HOSTILE_XML.values(), ids=HOSTILE_XML)
    def test_xml_refused(self, mode: ClientMode, content: str) -> None:
        """XML that declares entities, or nests without end, is not read."""
        for case in xml_cases_of(self.contract.successes):
            self.server.play(
                self.answer(case.reply.status, content, case.reply.media_type)
            )
            self.fails(self.client(mode), self.errors.decoding)

    @applies_if(any_success(is_read))
    @pytest.mark.parametrize("content", UNREADABLE.values(), ids=UNREADABLE)
    def test_not_json_handled(self, mode: ClientMode, content: bytes) -> None:
        """A success that is no JSON is an error of its own, and not asked for again."""
        for reply in filter(is_read, self.contract.successes):
            self.server.play(self.answer(reply.status, content))
            if reply.holds == "none" and not reply.examples:
                # Nothing is documented of its content, so nothing is asked of it.
                assert self.client(mode).call() is None
            else:
                self.fails(self.client(mode), self.errors.decoding)
            assert len(self.server.received) == 1

    @applies_if(may_be_cut_off)
    def test_cut_off_transfer_handled(self, mode: ClientMode) -> None:
        """A connection lost in the middle of a reply is an error, and not resent."""
        self.server.play(replace(self.success, missing=10))
        broken = (self.errors.connection, self.errors.decoding)
        with pytest.raises(broken):
            self.client(mode, RETRYING).call()
        assert len(self.server.received) == 1

    @applies_if(any_success(is_read))
    def test_empty_body_handled(self, mode: ClientMode) -> None:
        """An empty success is None where that is documented, else an error."""
        for reply in filter(is_read, self.contract.successes):
            self.server.play(self.answer(reply.status, media_type=""))
            if reply.holds == "none" or reply.empty_is_none:
                assert self.client(mode).call() is None
            else:
                self.fails(self.client(mode), self.errors.decoding)

    @applies_if(any_success(is_raw))
    @pytest.mark.parametrize("content", KEPT.values(), ids=KEPT)
    def test_content_kept(self, mode: ClientMode, content: bytes) -> None:
        """Text and octets that are no JSON come out exactly as they arrived."""
        for reply in filter(is_raw, self.contract.successes):
            wanted = content if reply.holds == "octets" else content.decode()
            media_type = reply.media_type.replace("*", "x")
            self.server.play(self.answer(reply.status, content, media_type))
            assert self.client(mode).call() == wanted

    @applies_if(any_success(is_nothing))
    def test_no_value_ignored(self, mode: ClientMode) -> None:
        """Where no value is documented, whatever arrives is None."""
        for reply in filter(is_nothing, self.contract.successes):
            for content in ("{}", "[]", '{"id": 1}', "null", '"text"'):
                self.server.play(self.answer(reply.status, content))
                assert self.client(mode).call() is None

    def holds(self, mode: ClientMode, variation: Variation) -> None:
        """Fail unless each variation of each example is read right, and told right."""
        for case, document in varied(variation, self.contract.successes):
            self.server.play(self.answer(case.reply.status, write_json(document)))
            raw = self.client(mode).call_raw()
            result, spots = raw.parse(), case.spots(document)
            assert misread(result, spots) == []
            assert lost(result, document) == []
            if variation is variations.UNCHANGED:
                assert misread(result, case.variant_spots()) == []
            told = sorted(deviation.pointer for deviation in raw.deviations)
            assert told == contradictions(spots)
