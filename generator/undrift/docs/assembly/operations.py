"""Endpoints and statements become operations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ...facts import OperationFacts, StatusFact, ValueFact
from ..statements.endpoints import (
    Endpoint,
    RequestTarget,
    StatedEndpoint,
    path_parameters,
    prefix_of,
)
from ..statements.examples import JsonField, json_fields
from ..statements.requests import RequestPart
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
from ..text.page import PageText
from ..text.sections import Section
from ..vocabulary.words import Concept
from .alternatives import merged_variants, once
from .attribution import attribute, by_operation

_BODILESS = frozenset(("GET", "HEAD", "DELETE", "OPTIONS", "TRACE"))
_NOT_PARAMETERS = frozenset(
    ("authorization", "content-type", "accept", "user-agent", "host", "content-length")
)
_CREDENTIAL = re.compile(
    r"(?<!idempotency)(?:^|[-_])(?:api[-_]?key|key|token|secret|signature|sign|auth|apikey)$",
    re.IGNORECASE,
)
_ANY_STATUS = re.compile(r"\b[1-5]\d\d\b")
_SCHEME = re.compile(r"\b(bearer|basic)\b", re.IGNORECASE)


def assemble_operations(
    page: PageText,
    starts: Sequence[StatedEndpoint],
    statements: Sequence[Statement],
    sections: Sequence[Section] = (),
) -> tuple[OperationFacts, ...]:
    """Return one operation for each method and path, with the statements about it."""
    groups = by_operation(starts)
    shares = attribute(groups, statements, sections)
    return tuple(
        _Assembly(page, [start.endpoint for start in group], share).operation()
        for group, share in zip(groups, shares, strict=True)
    )


class _Assembly:
    """Puts one operation together."""

    def __init__(
        self,
        page: PageText,
        endpoints: Sequence[Endpoint],
        statements: Sequence[Statement],
    ) -> None:
        self._page = page
        self._endpoints = endpoints
        self._statements = statements
        self._method = endpoints[0].method
        self._servers, self._path = self._address()
        self._path_names = path_parameters(self._path)
        calls = [c.call for c in statements if isinstance(c, RequestStatement)]
        self._calls = [
            c for c in calls if prefix_of(endpoints[0].path, c.target.path) is not None
        ]

    def operation(self) -> OperationFacts:
        """Return the facts."""
        body_fields = merged_variants(
            statement
            for statement in self._statements
            if isinstance(statement, FieldStatement)
            and self._location(statement) is Concept.BODY
        )
        example = self._body_example()
        if not body_fields and example is not None:
            body_fields = tuple(map(self._from_example, example.fields or ()))
        elif not body_fields:
            body_fields = once(self._form())
        responses, errors = self._replies()
        return OperationFacts(
            self._method,
            self._path,
            self._page.place(self._endpoints[0].line),
            servers=self._servers,
            auth=tuple(dict.fromkeys(self._auth())),
            headers=self._headers(),
            path_params=self._path_params(),
            query_params=self._query_params(),
            body_fields=body_fields,
            response_fields=self._response_fields(),
            responses=responses,
            errors=errors,
            body_example=example.text if example is not None else None,
            body=self._body(body_fields, example),
        )

    def _address(self) -> tuple[tuple[str, ...], str]:
        """Return the servers, and the path after the origin.

        An example may show that the documented path begins further down the URL.
        """
        path = self._endpoints[0].path
        servers = [e.server for e in self._endpoints if e.server]
        complete = bool(servers)
        prefix = ""
        for target in self._targets():
            before = prefix_of(path, target.path)
            if before is None or (before and complete):
                continue
            if target.server and (not prefix or before == prefix):
                prefix = prefix or before
                servers.append(target.server)
        return tuple(dict.fromkeys(servers)), prefix + path

    def _targets(self) -> Iterator[RequestTarget]:
        for statement in self._statements:
            if isinstance(statement, RequestStatement):
                yield statement.call.target
            elif isinstance(statement, AddressStatement):
                yield statement.target

    def _located(self, concept: Concept) -> tuple[ValueFact, ...]:
        return once(
            statement.fact
            for statement in self._statements
            if isinstance(statement, FieldStatement)
            and self._location(statement) is concept
        )

    def _location(self, statement: FieldStatement) -> Concept:
        """Return where a value travels: what the path names is part of the path."""
        if statement.concept is Concept.RESPONSE:
            return Concept.RESPONSE
        if statement.concept is Concept.PATH and self._is_sent_in_query(
            statement.fact.name
        ):
            return Concept.QUERY
        wanders = statement.concept in (
            Concept.QUERY,
            Concept.PARAMETERS,
            Concept.REQUEST,
            Concept.URL,
            Concept.ENDPOINT,
            Concept.METHOD,
        )
        if not wanders:
            return statement.concept
        if statement.fact.name in self._path_names:
            return Concept.PATH
        if statement.concept is Concept.QUERY or self._method in _BODILESS:
            return Concept.QUERY
        return Concept.BODY

    def _is_sent_in_query(self, name: str) -> bool:
        """Return whether a *URL parameter* is none of the path but of the query."""
        return name not in self._path_names and any(
            name in call.query_names for call in self._calls
        )

    def _path_params(self) -> tuple[ValueFact, ...]:
        listed = self._located(Concept.PATH)
        apart = not {fact.name for fact in listed} & set(self._path_names)
        if apart and len(listed) == len(self._path_names):
            # The list calls them otherwise; the path is what is sent.
            named = zip(listed, self._path_names, strict=True)
            listed = tuple(replace(fact, name=name) for fact, name in named)
        facts = {fact.name: fact for fact in listed}
        texts = {c.name: c for c in self._statements if isinstance(c, NameText)}
        for name in self._path_names:
            text = texts.get(name)
            first = self._endpoints[0]
            line = text.line if text else first.path_line or first.line
            description = text.text if text else ""
            fact = ValueFact(name, self._page.place(line), description=description)
            facts.setdefault(name, fact)
        return tuple(facts.values())

    def _headers(self) -> tuple[ValueFact, ...]:
        """Return the listed headers, and those that only an example sends."""
        listed = self._located(Concept.HEADERS)
        known = {fact.name.casefold() for fact in listed} | _NOT_PARAMETERS
        sent = (
            ValueFact(name, self._page.place(value.line))
            for name, value in self._sent_headers()
            if name.casefold() not in known
        )
        return (*listed, *once(sent))

    def _sent_headers(self) -> Iterator[tuple[str, RequestPart]]:
        for call in self._calls:
            for header in call.headers:
                name, colon, _ = header.text.partition(":")
                if colon and re.fullmatch(r"[A-Za-z][\w-]*", name.strip()):
                    yield name.strip(), header

    def _query_params(self) -> tuple[ValueFact, ...]:
        """Return the listed parameters; then what URLs and examples show, too."""
        stated = [
            ValueFact(query.name, self._page.place(query.line))
            for endpoint in self._endpoints
            for query in endpoint.query
        ]
        listed = self._located(Concept.QUERY)
        return once([*listed, *stated, *self._sent_query()])

    def _sent_query(self) -> Iterator[ValueFact]:
        for call in self._calls:
            yield from self._pairs(call.query)

    def _form(self) -> Iterator[ValueFact]:
        for call in self._calls:
            yield from self._pairs((*call.data, *call.form))

    def _pairs(self, values: Iterable[RequestPart]) -> Iterator[ValueFact]:
        """Yield the names in `a=1&b=2`."""
        for value in values:
            for pair in value.text.split("&"):
                name, equals, _ = pair.partition("=")
                if equals and re.fullmatch(r"[\w.\[\]-]+", name):
                    yield ValueFact(name, self._page.place(value.line))

    def _auth(self) -> Iterator[str]:
        for fact in self._located(Concept.HEADERS):
            if fact.name.casefold() == "authorization":
                said = f"{fact.description} {fact.example or ''}"
                scheme = _SCHEME.search(said)
                yield scheme[1].casefold() if scheme else "header Authorization"
            elif _CREDENTIAL.search(fact.name):
                yield f"header {fact.name}"
        for statement in self._statements:
            if isinstance(statement, AuthStatement):
                yield statement.scheme
        for name, value in self._sent_headers():
            if name.casefold() == "authorization":
                scheme = _SCHEME.match(value.text.partition(":")[2].strip())
                yield scheme[1].casefold() if scheme else "header Authorization"
            elif _CREDENTIAL.search(name):
                yield f"header {name}"
        if any(call.basic for call in self._calls):
            yield "basic"

    def _body_example(self) -> BodyStatement | None:
        for statement in self._statements:
            if isinstance(statement, BodyStatement):
                return statement
        for call in self._calls:
            for data in call.data:
                if fields := json_fields(data.text, data.line):
                    return BodyStatement(data.line, data.text, fields)
                if data.text.strip() == "{}":
                    return BodyStatement(data.line, "{}", ())
        return None

    def _body(self, fields: Sequence[ValueFact], example: BodyStatement | None) -> str:
        if fields:
            return "fields"
        if example is not None:
            return (
                "empty-object" if example.text.split() in (["{}"], ["{", "}"]) else ""
            )
        sent = any(call.data or call.form for call in self._calls)
        return "none" if self._calls and not sent else ""

    def _response_fields(self) -> tuple[ValueFact, ...]:
        shown = [
            self._from_example(field)
            for statement in self._statements
            if isinstance(statement, ResponseStatement)
            and not _is_error(statement.status)
            for field in statement.fields
        ]
        return once([*self._located(Concept.RESPONSE), *shown])

    def _from_example(self, field: JsonField) -> ValueFact:
        place = self._page.place(field.line)
        return ValueFact(field.name, place, field.type, example=field.text)

    def _statuses(self) -> list[StatusFact]:
        """Return every status and code once, where it is described best."""
        stated_statuses = [
            c.fact for c in self._statements if isinstance(c, StatusStatement)
        ]
        best = sorted(stated_statuses, key=lambda fact: not fact.description)
        stated: list[StatusFact] = []
        for fact in best:
            if _is_new(fact, stated):
                stated.append(fact)
        return sorted(stated, key=lambda fact: fact.place.line)

    def _replies(self) -> tuple[tuple[StatusFact, ...], tuple[StatusFact, ...]]:
        """Return responses and errors, an example joined to what a table says."""
        stated = self._statuses()
        texts = [c for c in self._statements if isinstance(c, ResponseText)]
        successes = [f for f in stated if f.status.startswith("2")]
        for statement in self._statements:
            if not isinstance(statement, ResponseStatement):
                continue
            same = [f for f in stated if f.status == statement.status and not f.code]
            if not statement.status and len(successes) == 1:
                same = successes
            if same and same[0].example is None:
                known = same[0]
                stated[stated.index(known)] = StatusFact(
                    known.status,
                    known.place,
                    known.code,
                    known.description,
                    statement.text,
                )
                successes = [f for f in stated if f.status.startswith("2")]
            elif not same:
                before = [t.text for t in texts if t.line < statement.line]
                described = (
                    before[0] if before and not _is_error(statement.status) else ""
                )
                if statement.status not in described and _ANY_STATUS.search(described):
                    described = ""
                place = self._page.place(statement.line)
                stated.append(
                    StatusFact(
                        statement.status,
                        place,
                        description=described,
                        example=statement.text,
                    )
                )
        responses = [f for f in stated if not _is_error(f.status) and not f.code]
        errors = [f for f in stated if _is_error(f.status) or f.code]
        return tuple(responses), tuple(errors)


def _is_new(fact: StatusFact, before: Sequence[StatusFact]) -> bool:
    return all(
        (fact.status, fact.code) != (known.status, known.code) for known in before
    )


def _is_error(status: str) -> bool:
    return status.startswith(("4", "5"))
