"""What a page's sections claim, before it is known which operation it belongs to.

A claim's concept comes from the nearest thing that announces one: a tab's title, a
label (a short line such as *Response* above an example), else the heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..diagnostics import Diagnostic
from ..facts import StatusFact, ValueFact
from .blocks import Fence, Paragraph, Table, Tag
from .calls import Call, read_message
from .curl import curls_in
from .endpoints import Target, read_statement, read_target
from .examples import JsonField, json_fields, looks_like_json, read_reply
from .page import PageText
from .parameters import (
    columns_of,
    is_parameter_table,
    is_status_table,
    one_line,
    read_parameters,
    read_statuses,
)
from .sections import Section, within
from .vocabulary import concept_of, leading_status, words_of
from .words import Concept

_LABEL_WORDS = 6
_LABEL = 80
_STATED_STATUS = re.compile(
    r"(?:^\W*|\bHTTP[\s/:]+|\bstatus(?: code)?:?\s+)([1-5]\d\d)\b", re.IGNORECASE
)
_SHELLS = frozenset(
    ("", "sh", "bash", "shell", "zsh", "console", "curl", "http", "text")
)
_JSON_EXAMPLES = frozenset(("", "json", "json5", "jsonc", "http", "text", "javascript"))


@dataclass(frozen=True, slots=True)
class FieldClaim:
    """A row about one value, and where it travels."""

    line: int
    concept: Concept
    fact: ValueFact


@dataclass(frozen=True, slots=True)
class StatusClaim:
    """A row about one status or error code."""

    line: int
    fact: StatusFact


@dataclass(frozen=True, slots=True)
class ReplyClaim:
    """An example of a reply; `status` is "" where the page names none."""

    line: int
    status: str
    text: str
    fields: tuple[JsonField, ...]


@dataclass(frozen=True, slots=True)
class BodyClaim:
    """An example of a request body."""

    line: int
    text: str
    fields: tuple[JsonField, ...] | None


@dataclass(frozen=True, slots=True)
class CallClaim:
    """An example request."""

    line: int
    call: Call


@dataclass(frozen=True, slots=True)
class UrlClaim:
    """A URL that stands alone, with example values in it."""

    line: int
    target: Target


@dataclass(frozen=True, slots=True)
class ReplyText:
    """What a section about the response says in words."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class NameText:
    """A sentence about one name, such as *The `{id}` is …*."""

    line: int
    name: str
    text: str


Claim = (
    FieldClaim
    | StatusClaim
    | ReplyClaim
    | BodyClaim
    | CallClaim
    | UrlClaim
    | ReplyText
    | NameText
)


def claims_of(
    page: PageText, sections: Iterable[Section]
) -> tuple[tuple[Claim, ...], tuple[Diagnostic, ...]]:
    """Return what the sections claim, in the page's order."""
    collector = _Collector(page)
    claims = [
        claim
        for section in sections
        if section.concept is not Concept.OTHER
        for claim in collector.read(section)
    ]
    return tuple(claims), tuple(collector.problems)


class _Collector:
    def __init__(self, page: PageText) -> None:
        self._page = page
        self.problems: list[Diagnostic] = []

    def read(self, section: Section) -> Iterator[Claim]:
        outer = section.concept
        concept, status = outer, _status(section.title)
        yield from self._announced(section.title, section.line, outer)
        for block in section.blocks:
            match block:
                case Tag() if block.closing:
                    concept, status = outer, _status(section.title)
                case Tag() if title := block.get("title"):
                    concept = within(concept_of(title), outer)
                    status = _status(title) or _status(section.title)
                    yield from self._announced(title, block.line, concept)
                case Paragraph() if _is_label(block):
                    text = block.text.plain
                    concept = within(concept_of(text), outer)
                    status = _status(text) or _status(section.title)
                    yield from self._announced(text, block.line, concept)
                case Paragraph():
                    yield from _sentences(block, concept)
                case Table():
                    yield from self._table(block, concept, status)
                case Fence():
                    yield from self._fence(block, concept, status)
                case _:
                    pass

    def _announced(
        self, text: str, line: int, concept: Concept | None
    ) -> Iterator[Claim]:
        """Yield the status that a heading, tab or label is about."""
        if concept in (Concept.RESPONSE, Concept.ERRORS):
            stated = leading_status(text)
            if stated is not None:
                place = self._page.place(line)
                fact = StatusFact(stated.status, place, description=stated.text)
                yield StatusClaim(line, fact)

    def _table(
        self, table: Table, concept: Concept | None, status: str
    ) -> Iterator[Claim]:
        columns = columns_of(table)
        page = self._page
        about_replies = concept in (Concept.RESPONSE, None)
        if concept is Concept.ERRORS or (
            about_replies and is_status_table(table, columns)
        ):
            for fact in read_statuses(page, table, columns, status):
                yield StatusClaim(fact.place.line, fact)
        elif concept is not None and is_parameter_table(columns):
            for location, value in read_parameters(page, table, columns):
                stated = None if concept is Concept.RESPONSE else location
                where = stated or concept
                yield FieldClaim(value.place.line, where, value)

    def _fence(
        self, fence: Fence, concept: Concept | None, status: str
    ) -> Iterator[Claim]:
        text, line = fence.text, fence.first_line
        if reply := read_reply(text, line):
            yield self._reply(
                fence, reply.status, reply.line, reply.body, reply.body_line
            )
        elif looks_like_json(text) and fence.language in _JSON_EXAMPLES:
            if concept in (Concept.RESPONSE, Concept.ERRORS):
                shown_status = _status(fence.info) or status
                if concept is Concept.RESPONSE or shown_status:
                    yield self._reply(fence, shown_status, line, text, line)
            elif concept in (Concept.REQUEST, Concept.BODY):
                yield BodyClaim(line, text.strip(), self._fields(fence, text, line))
        elif message := read_message(text, line):
            yield CallClaim(message.line, message)
        elif fence.language in _SHELLS:
            for curl in curls_in(text, line):
                yield CallClaim(curl.line, curl)
        if target := _lone_url(text):
            yield UrlClaim(line, target)

    def _reply(
        self, fence: Fence, status: str, line: int, text: str, first_line: int
    ) -> ReplyClaim:
        fields: tuple[JsonField, ...] | None = ()
        if looks_like_json(text):
            fields = self._fields(fence, text, first_line)
        return ReplyClaim(line, status, text.strip(), fields or ())

    def _fields(
        self, fence: Fence, text: str, first_line: int
    ) -> tuple[JsonField, ...] | None:
        fields = json_fields(text, first_line)
        if fields is None and fence.language == "json":
            message = "this example is marked as JSON and is not"
            hint = "its fields are not read; comments and ... are not JSON"
            place = self._page.place(first_line, fence.indent + 1)
            self.problems.append(Diagnostic("UD024", message, place, hint))
        return fields


def _is_label(paragraph: Paragraph) -> bool:
    text = paragraph.text.plain
    return (
        len(text) <= _LABEL
        and "\n" not in text
        and not text.endswith((".", "!", "?"))
        and words_of(text).count(" ") < _LABEL_WORDS
    )


def _status(text: str) -> str:
    match = _STATED_STATUS.search(text[:_LABEL])
    return match[1] if match else ""


def _lone_url(text: str) -> Target | None:
    """Return the URL that is all a fence holds."""
    bare = text[:2_000].strip()
    if not bare.startswith(("http://", "https://")) or len(bare.split()) != 1:
        return None
    return read_target(bare)


def _sentences(paragraph: Paragraph, concept: Concept | None) -> Iterator[Claim]:
    if concept is Concept.RESPONSE:
        yield ReplyText(paragraph.line, one_line(paragraph.text.plain))
    names = {
        code[1:-1] for code in paragraph.text.codes if re.fullmatch(r"\{[\w-]+\}", code)
    }
    for offset, line in enumerate(paragraph.text.lines):
        if read_statement(line, paragraph.line + offset):
            continue
        for name in sorted(names):
            if f"{{{name}}}" in line:
                yield NameText(paragraph.line + offset, name, line)
