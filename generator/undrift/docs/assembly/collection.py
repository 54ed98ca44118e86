"""What a page's sections state, before it is known which operation it belongs to.

A statement's concept comes from the nearest thing that announces one: a tab's title, a
label (a short line such as *Response* above an example), else the heading.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from ...diagnostics import Diagnostic
from ...facts import StatusFact, ValueFact
from ..dialects import DIALECTS
from ..statements.curl import curls_in
from ..statements.endpoints import RequestTarget, read_statement, read_target
from ..statements.examples import (
    JsonField,
    json_fields,
    looks_like_json,
    read_response_message,
)
from ..statements.list_parameters import described_parameters, listed_parameters
from ..statements.nesting import Container, container_of, owner_of, placed
from ..statements.requests import read_request_message
from ..statements.statement import (
    AddressStatement,
    AuthStatement,
    BodyStatement,
    FieldStatement,
    NameText,
    RequestStatement,
    ResponseStatement,
    ResponseText,
    Statement,
    StatusStatement,
)
from ..statements.tables import (
    columns_of,
    is_parameter_table,
    is_status_table,
    names_fields,
    read_parameters,
    read_statuses,
    single_spaced,
)
from ..text.blocks import (
    Block,
    Fence,
    HtmlBlock,
    ListBlock,
    Paragraph,
    Table,
    Tag,
)
from ..text.page import PageText
from ..text.sections import Section, marked, within
from ..vocabulary.lookup import (
    announced_successes,
    concept_of,
    leading_status,
    words_of,
)
from ..vocabulary.words import AUTHENTICATION, Column, Concept

_LISTS = (Concept.BODY, Concept.PARAMETERS, Concept.QUERY, Concept.REQUEST)
_LISTED = (
    Concept.HEADERS,
    Concept.PATH,
    Concept.QUERY,
    Concept.PARAMETERS,
    Concept.BODY,
)
_EXAMPLES = (Concept.REQUEST, Concept.BODY, Concept.RESPONSE, Concept.ERRORS)
_FENCE_TITLE = re.compile(r"title=(?:\"([^\"]*)\"|'([^']*)')")
_LABEL_WORDS = 6
_ASIDE = re.compile(r"\([^()]*\)")
_LABEL = 80
_STATED_STATUS = re.compile(
    r"(?:^\W*|\bHTTP[\s/:]+|\bstatus(?: code)?:?\s+|[(:–—-]\s*)([1-5]\d\d)\b"
    r"(?![-.\d])",
    re.IGNORECASE,
)
_AUTHENTICATION = re.compile(
    rf"\W*(?:{AUTHENTICATION})\b\W+(?:.*\W)?(bearer|basic)\b", re.IGNORECASE
)
_SHELLS = frozenset(
    ("", "sh", "bash", "shell", "zsh", "console", "curl", "http", "text")
)
_JSON_EXAMPLES = frozenset(("", "json", "json5", "jsonc", "http", "text", "javascript"))


def statements_of(
    page: PageText,
    sections: Sequence[Section],
    stated: Mapping[int, str] = MappingProxyType({}),
) -> tuple[tuple[Statement, ...], tuple[Diagnostic, ...]]:
    """Return what the sections state, in the page's order.

    `stated` are the methods of endpoints by the line that states them: a table right
    below one is about it, whether or not a heading says so.
    """
    collector = _Collector(page)
    statements: list[Statement] = []
    lines = sorted(stated)
    for section, following in zip(sections, [*sections[1:], None], strict=True):
        if section.concept is Concept.OTHER:
            continue
        end = bisect_left(lines, following.line) if following else len(lines)
        inside = lines[bisect_left(lines, section.line) : end]
        statements.extend(collector.read(section, {at: stated[at] for at in inside}))
    return tuple(statements), tuple(collector.problems)


@dataclass(slots=True)
class _Context:
    """What the next block of a section is about."""

    concept: Concept | None
    status: str
    prefix: str = ""
    """What the names of fields begin with, inside another field."""
    variant: int = 0
    lists: bool = False
    """Whether parameters are announced right here, so that a list may tell them."""


class _Collector:
    def __init__(self, page: PageText) -> None:
        self._page = page
        self.problems: list[Diagnostic] = []
        self._lists = _Lists()

    def read(self, section: Section, stated: Mapping[int, str]) -> Iterator[Statement]:
        outer = self._lists.enter(section)
        now = base = outer
        fields = self._dialect_fields(section)
        tabled = any(isinstance(block, Table) for block in section.blocks)
        told: set[int] = set()
        yield from self._announced(section.title, section.line, outer.concept)
        for number, block in enumerate(section.blocks):
            if isinstance(block, Paragraph):
                yield from _authentication(block)
            match block:
                case Tag() if said := self._status_of_tag(block):
                    yield StatusStatement(block.line, said)
                    now = replace(base, concept=Concept.RESPONSE, status=said.status)
                case Tag() | HtmlBlock() if number in fields:
                    yield from fields[number]
                case Tag() if block.closing:
                    now = base
                case Tag() if title := _title_of_tag(block):
                    now = self._inside(base, title, block.line)
                    if leading_status(title):
                        now = replace(now, concept=Concept.RESPONSE)
                    if now.concept is base.concept:
                        now.variant = block.line
                    yield from self._announced(title, block.line, now.concept)
                case ListBlock() if now.lists and not tabled:
                    for statement in self._told(
                        listed_parameters(self._page, block), now
                    ):
                        told.add(statement.line)
                        yield statement
                case Paragraph() if block.line in told:
                    pass
                case Paragraph() if (
                    now.lists
                    and not tabled
                    and (
                        defined := self._defined(
                            block, section.blocks[number + 1 :], now
                        )
                    )
                ):
                    yield from defined
                case Paragraph() if _is_label(block):
                    text = block.text.plain
                    if not read_statement(text, block.line):
                        now = base = self._inside(outer, marked(block.text), block.line)
                        yield from self._announced(text, block.line, now.concept)
                case Paragraph():
                    yield from self._sentences(block, now.concept)
                case Table():
                    about = _about_statement(now, block, stated)
                    yield from self._table(block, about)
                case Fence():
                    about = _about_statement(now, block, stated)
                    titled = concept_of(_fence_title(block))
                    if titled in _EXAMPLES:
                        about = replace(about, concept=within(titled, about.concept))
                    yield from self._fence(block, about.concept, about.status)
                case _:
                    pass

    def _defined(
        self, block: Paragraph, after: Sequence[Block], now: _Context
    ) -> list[FieldStatement]:
        following = after[0] if after else None
        return list(self._told(described_parameters(self._page, block, following), now))

    def _dialect_fields(self, section: Section) -> Mapping[int, list[FieldStatement]]:
        """Return what tags and components tell, by the number of their block."""
        found: dict[int, list[FieldStatement]] = {}
        for dialect in DIALECTS:
            for number, concept, fact in dialect.fields(self._page, section.blocks):
                line = section.blocks[number].line
                statement = FieldStatement(line, concept, fact)
                found.setdefault(number, []).append(statement)
        return found

    def _status_of_tag(self, tag: Tag) -> StatusFact | None:
        told = (dialect.status_of_tag(self._page, tag) for dialect in DIALECTS)
        return next(filter(None, told), None)

    def _told(
        self, parameters: Iterable[tuple[Concept | None, ValueFact]], now: _Context
    ) -> Iterator[FieldStatement]:
        for location, fact in parameters:
            where = location or now.concept
            if where is not None:
                named = replace(fact, name=placed(now.prefix, fact.name))
                self._lists.add(named)
                yield FieldStatement(
                    self._line(fact), where, named, now.variant, bool(now.prefix)
                )

    def _inside(self, outer: _Context, title: str, line: int) -> _Context:
        """Return what follows a tab's title or a label in a section."""
        plain = title.replace("`", "")
        announced = concept_of(plain)
        concept = within(announced, outer.concept)
        prefix = self._lists.inner(title, "") if concept is outer.concept else ""
        return _Context(
            concept,
            _status(plain) or outer.status,
            prefix or outer.prefix,
            outer.variant,
            announced in _LISTED,
        )

    def _announced(
        self, text: str, line: int, concept: Concept | None
    ) -> Iterator[Statement]:
        """Yield the status that a heading, tab or label is about."""
        if concept in (Concept.RESPONSE, Concept.ERRORS):
            place = self._page.place(line)
            if stated := leading_status(text):
                fact = StatusFact(stated.status, place, description=stated.text)
                yield StatusStatement(line, fact)
            elif status := _status(text):
                yield StatusStatement(line, StatusFact(status, place))

    def _table(self, table: Table, now: _Context) -> Iterator[Statement]:
        columns = columns_of(table)
        page, concept = self._page, now.concept
        about_replies = concept in (Concept.RESPONSE, None)
        if concept is Concept.ERRORS or (
            about_replies and is_status_table(table, columns, first=concept is None)
        ):
            for fact in read_statuses(page, table, columns, now.status):
                yield StatusStatement(self._line(fact), fact)
        elif concept is not None and is_parameter_table(table, columns):
            for location, value in read_parameters(page, table, columns):
                stated = None if concept is Concept.RESPONSE else location
                where = stated or concept
                value = replace(value, name=placed(now.prefix, value.name))
                self._lists.add(value)
                yield FieldStatement(
                    self._line(value), where, value, now.variant, bool(now.prefix)
                )

    def _line(self, fact: ValueFact | StatusFact) -> int:
        """Return a fact's line in the page, which may be a part of its file."""
        return fact.place.line - self._page.first_line + 1

    def _fence(
        self, fence: Fence, concept: Concept | None, status: str
    ) -> Iterator[Statement]:
        text, line = fence.text, fence.first_line
        if response := read_response_message(text, line):
            yield self._response(
                fence, response.status, response.line, response.body, response.body_line
            )
        elif looks_like_json(text) and fence.language in _JSON_EXAMPLES:
            if concept in (Concept.RESPONSE, Concept.ERRORS):
                named = _info_status(fence.info)
                if concept is Concept.RESPONSE or named or status:
                    at = fence.line if named else line
                    yield self._response(fence, named or status, at, text, line)
            elif concept in (Concept.REQUEST, Concept.BODY):
                yield BodyStatement(line, text.strip(), self._fields(fence, text, line))
        elif message := read_request_message(text, line):
            yield RequestStatement(message.line, message)
        elif fence.language in _SHELLS:
            for curl in curls_in(text, line):
                yield RequestStatement(curl.line, curl)
        if target := _lone_url(text):
            yield AddressStatement(line, target)

    def _response(
        self, fence: Fence, status: str, line: int, text: str, first_line: int
    ) -> ResponseStatement:
        fields: tuple[JsonField, ...] | None = ()
        if looks_like_json(text):
            fields = self._fields(fence, text, first_line)
        return ResponseStatement(line, status, text.strip(), fields or ())

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

    def _sentences(
        self, paragraph: Paragraph, concept: Concept | None
    ) -> Iterator[Statement]:
        text, codes = paragraph.text, paragraph.text.codes
        if concept is Concept.RESPONSE or concept is Concept.ERRORS:
            yield from self._statuses(paragraph, concept)
        if concept is Concept.RESPONSE:
            yield ResponseText(paragraph.line, single_spaced(text.plain))
        names = {code[1:-1] for code in codes if re.fullmatch(r"\{[\w-]+\}", code)}
        for offset, line in enumerate(text.lines):
            if read_statement(line, paragraph.line + offset):
                continue
            for name in sorted(names):
                if f"{{{name}}}" in line:
                    yield NameText(paragraph.line + offset, name, line)

    def _statuses(self, paragraph: Paragraph, concept: Concept) -> Iterator[Statement]:
        """Yield the status that begins a sentence, or the success it announces."""
        plain = paragraph.text.plain
        for offset, line in enumerate(paragraph.text.lines):
            at = paragraph.line + offset
            place = self._page.place(at)
            begins = leading_status(line)
            if begins is not None:
                fact = StatusFact(begins.status, place, description=begins.text)
                yield StatusStatement(at, fact)
            elif concept is Concept.RESPONSE:
                for status in announced_successes(line):
                    fact = StatusFact(status, place, description=single_spaced(plain))
                    yield StatusStatement(at, fact)


@dataclass(slots=True)
class _Lists:
    """The fields of the list that the page is in, and the headings it goes on below."""

    concept: Concept | None = None
    level: int = 0
    variant: int = 0
    containers: list[Container] = field(default_factory=list[Container])
    taken: set[str] = field(default_factory=set[str])

    def enter(self, section: Section) -> _Context:
        """Return what a section is about: a list of its own, or a field's inside."""
        status = _status(section.title)
        inside = self.concept is not None and section.level > self.level
        if inside and section.concept in {self.concept, *_LISTS}:
            intro = " ".join(
                marked(block.text)
                for block in section.blocks[:3]
                if isinstance(block, Paragraph)
            )
            if prefix := self.inner(section.source, intro):
                return _Context(self.concept, status, prefix, self.variant)
        if section.announced is not None or not inside:
            self.concept, self.level = section.concept, section.level
            self.variant = section.parent
            self.containers.clear()
            self.taken.clear()
        lists = section.announced in _LISTED and section.concept in _LISTED
        return _Context(section.concept, status, "", self.variant, lists)

    def inner(self, title: str, intro: str) -> str:
        """Return what the names of a field's children begin with, or ""."""
        owner = owner_of(title, intro, self.containers, self.taken)
        if owner is None:
            return ""
        self.taken.add(owner.prefix)
        return owner.prefix

    def add(self, fact: ValueFact) -> None:
        """Remember a field that tables further down may be about."""
        if container := container_of(fact):
            self.containers.append(container)


def _title_of_tag(tag: Tag) -> str:
    return next(filter(None, (dialect.title_of_tag(tag) for dialect in DIALECTS)), "")


def _about_statement(
    now: _Context, block: Table | Fence, stated: Mapping[int, str]
) -> _Context:
    """Return what a table or example right below an endpoint is about."""
    if now.concept not in (None, Concept.ENDPOINT, Concept.METHOD, Concept.URL):
        return now
    methods = [method for line, method in stated.items() if line < block.line]
    if not methods:
        return now
    reads = methods[-1] == "GET"
    if isinstance(block, Fence):
        return replace(now, concept=Concept.RESPONSE) if reads else now
    columns = columns_of(block)
    if Column.TYPE not in columns and Column.REQUIRED not in columns:
        return now
    replies = reads and Column.REQUIRED not in columns and names_fields(block, columns)
    return replace(now, concept=Concept.RESPONSE if replies else Concept.PARAMETERS)


def _authentication(paragraph: Paragraph) -> Iterator[Statement]:
    for offset, line in enumerate(paragraph.text.lines):
        if match := _AUTHENTICATION.match(line[:_LABEL]):
            yield AuthStatement(paragraph.line + offset, match[1].casefold())


def _is_label(paragraph: Paragraph) -> bool:
    text = paragraph.text.plain
    return (
        len(text) <= _LABEL
        and "\n" not in text
        and not text.endswith((".", "!", "?"))
        and (
            words_of(_ASIDE.sub(" ", text)).count(" ") < _LABEL_WORDS
            or (text.endswith(":") and concept_of(text) is not None)
        )
    )


def _status(text: str) -> str:
    match = _STATED_STATUS.search(text[:_LABEL])
    return match[1] if match else ""


def _info_status(info: str) -> str:
    """Return the status that an info string names: `json 200 theme={null}`."""
    words = info[:_LABEL].split()[1:]
    return next((w for w in words if re.fullmatch(r"[1-5]\d\d", w)), "") or (
        _status(info)
    )


def _fence_title(fence: Fence) -> str:
    """Return what an info string calls its fence: `json title="Response"`."""
    info = fence.info[:_LABEL]
    if match := _FENCE_TITLE.search(info):
        return match[1] or match[2] or ""
    return " ".join(word for word in info.split()[1:] if "=" not in word)


def _lone_url(text: str) -> RequestTarget | None:
    """Return the URL that is all a fence holds."""
    bare = text[:2_000].strip()
    if not bare.startswith(("http://", "https://")) or len(bare.split()) != 1:
        return None
    return read_target(bare)
