"""A hand-written spec, held against the pages that it was written from.

Whatever the spec states must be on a page or carry `x-undrift-undocumented` with a
reason, which also covers what a page has wrong; whatever a page states must be in the
spec and agree with it. *Unstated* agrees
with everything.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from ..diagnostics import Diagnostic, Place
from ..facts import OperationFacts, PageFacts, Stated, ValueFact
from .client_facts import COMPARED, DEEPEST

_MARK = "correct the spec, or mark it with x-undrift-undocumented and a reason"
_ADD = "add it to the spec, or correct the page's reading with a reason"

_HEADER = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
_LEVELS = re.compile(r"\.|\[\]")

# OpenAPI has other words for these headers.
_NOT_PARAMETERS = frozenset({"accept", "authorization", "content-type"})


@dataclass(frozen=True, slots=True)
class Mismatch:
    """One thing about which a hand-written spec and its pages disagree.

    `message` says what, without places, so that it stays the same while lines move.
    `in_spec` and `on_page` are its places, None where one is silent; `documented` is
    what the page says where the two contradict one another.
    """

    code: str
    operation: str
    message: str
    in_spec: Place | None = None
    on_page: Place | None = None
    documented: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """Return what tells it from others, wherever they stand."""
        return self.code, self.operation, self.message

    @property
    def place(self) -> Place:
        """Return where to look first: at the spec, if it says anything at all."""
        place = self.in_spec or self.on_page
        assert place is not None
        return place

    def diagnostic(self) -> Diagnostic:
        """Return the problem that it is for whoever generates."""
        message, hint = self.message, _MARK
        if self.in_spec is None:
            hint = _ADD
        elif self.on_page is not None:
            message = f"{self.message}, but {self.on_page} says {self.documented}"
        return Diagnostic(self.code, message, self.place, hint)


def conformance_problems(
    spec: Sequence[OperationFacts],
    pages: Sequence[PageFacts],
    refused: Collection[str] = (),
) -> tuple[Diagnostic, ...]:
    """Return where a hand-written spec and its pages disagree, as problems."""
    return tuple(m.diagnostic() for m in mismatches(spec, pages, refused))


def mismatches(
    spec: Iterable[OperationFacts],
    pages: Sequence[PageFacts],
    refused: Collection[str] = (),
) -> Iterator[Mismatch]:
    """Yield where a hand-written spec and its pages disagree.

    `refused` are operations (`METHOD path`) that the spec has and that could not be
    read: why is said elsewhere.
    """
    documented = _documented(pages)
    for key in refused:
        documented.pop(key, None)
    for operation in spec:
        key = operation.key
        page = documented.pop(key, None)
        if page is not None:
            yield from _Both(operation, page).mismatches()
        elif not operation.unsupported:
            yield Mismatch("UD050", key, f"no page documents {key}", operation.place)
    for key, page in documented.items():
        yield Mismatch("UD051", key, f"the spec lacks {key}", on_page=page.place)


def page_places(
    spec: Sequence[OperationFacts], pages: Sequence[PageFacts]
) -> dict[str, Place]:
    """Return where a page documents what a spec states, by the spec's pointer."""
    documented = _documented(pages)
    found: dict[str, Place] = {}
    for operation in spec:
        page = documented.get(operation.key)
        if page is None:
            continue
        found[operation.place.pointer] = page.place
        sides = zip(operation.values(), page.values(), strict=True)
        for (_, stated), (_, shown) in sides:
            places = {value.name: value.place for value in shown}
            for value in stated:
                if value.name in places:
                    found[value.place.pointer] = places[value.name]
        statuses = {status.status: status.place for status in page.statuses()}
        for status in operation.statuses():
            if status.status in statuses:
                found[status.place.pointer] = statuses[status.status]
    return found


def _documented(pages: Sequence[PageFacts]) -> dict[str, OperationFacts]:
    """Return the operations of all pages; of one on two pages the later counts."""
    return {o.key: o for page in pages for o in page.operations}


@dataclass(frozen=True, slots=True)
class _Both:
    """An operation as the spec states it, and as a page documents it."""

    spec: OperationFacts
    page: OperationFacts

    def mismatches(self) -> Iterator[Mismatch]:
        spec, page = self.spec, self.page
        yield from self._servers()
        yield from self._values("header", spec.headers, _parameters(spec, page))
        in_path = [p for p in page.path_params if f"{{{p.name}}}" in page.path]
        yield from self._values("path parameter", spec.path_params, in_path)
        words = (*spec.auth, *spec.assumed_auth)
        query = [p for p in page.query_params if f"query {p.name}" not in words]
        yield from self._values("query parameter", spec.query_params, query)
        yield from self._values("body field", spec.body_fields, page.body_fields)
        yield from self._values(
            "response field", spec.response_fields, page.response_fields
        )
        yield from self._statuses()
        yield from self._auth()
        if page.body and spec.body != page.body:
            message = f"the request body is {spec.body}"
            yield self._contradicts(spec.place, message, page.body, page.place)

    def _unsupported(
        self, place: Place, what: str, verb: str = "documents"
    ) -> Mismatch:
        return Mismatch("UD050", self.spec.key, f"no page {verb} {what}", place)

    def _missing(self, place: Place, what: str) -> Mismatch:
        message = f"the spec lacks {what}"
        return Mismatch("UD051", self.spec.key, message, on_page=place)

    def _contradicts(
        self, place: Place, message: str, documented: str, where: Place
    ) -> Mismatch:
        return Mismatch("UD052", self.spec.key, message, place, where, documented)

    def _servers(self) -> Iterator[Mismatch]:
        # Whoever calls gives the address where a page names none that may be called.
        documented = {s.rstrip("/"): s for s in self.page.callable_servers}
        if not documented:
            return
        named = {server.rstrip("/") for server in self.page.servers}
        stated = {server.rstrip("/"): server for server in self.spec.servers}
        for address, server in stated.items():
            if address not in named:
                yield self._unsupported(self.spec.place, f"the host {server}", "names")
        for address, server in documented.items():
            if address not in stated:
                yield self._missing(self.page.place, f"the host {server}")

    def _values(
        self, what: str, stated: Sequence[ValueFact], shown: Sequence[ValueFact]
    ) -> Iterator[Mismatch]:
        by_name = {_called(what, fact): fact for fact in _by_weight(shown)}
        for fact in stated:
            documented = by_name.pop(_called(what, fact), None)
            if fact.unsupported:
                continue
            name = f"{what} {fact.name!r}"
            if documented is not None:
                yield from self._value(name, fact, documented)
            else:
                yield self._unsupported(fact.place, name)
        for fact in by_name.values():
            if len(_LEVELS.findall(fact.name)) > DEEPEST or not fact.name.strip("[]"):
                continue  # A spec states nothing so deep, nor an item without a name.
            yield self._missing(fact.place, f"{what} {fact.name!r}")

    def _value(
        self, name: str, stated: ValueFact, shown: ValueFact
    ) -> Iterator[Mismatch]:
        def against(message: str, documented: str) -> Mismatch:
            return self._contradicts(stated.place, message, documented, shown.place)

        if not _types_agree(stated.type, shown.type):
            yield against(f"{name} is {stated.type}", shown.type)
        if {stated.required, shown.required} == {Stated.YES, Stated.NO}:
            negated = "" if stated.required is Stated.YES else "not "
            yield against(f"{name} is {negated}required", "the opposite")
        limits = dict(stated.constraints)
        for keyword, value in shown.constraints:
            limit = limits.get(keyword)
            if keyword in COMPARED and not _is_same_limit(limit, value):
                message = f"{name} has {keyword} {limit or 'unstated'}"
                yield against(message, f"{keyword} {value}")

    def _statuses(self) -> Iterator[Mismatch]:
        documented = {f.status: f for f in self.page.statuses() if f.status}
        stated = {fact.status: fact for fact in self.spec.statuses()}
        for status, fact in stated.items():
            if status not in documented and not fact.unsupported:
                yield self._unsupported(fact.place, f"status {status}")
        for status, fact in documented.items():
            if status not in stated:
                yield self._missing(fact.place, f"status {status}")

    def _auth(self) -> Iterator[Mismatch]:
        spec, page = self.spec, self.page
        for word in spec.auth:
            if word not in page.auth:
                yield self._unsupported(spec.place, f"auth by {word}")
        for word in page.auth:
            if word not in (*spec.auth, *spec.assumed_auth):
                yield self._missing(page.place, f"auth by {word}")


def _parameters(spec: OperationFacts, page: OperationFacts) -> list[ValueFact]:
    """Return the headers that a spec lists: not those that it has other words for."""
    words = (*page.auth, *spec.auth, *spec.assumed_auth)
    credentials = {word.partition(" ")[2].casefold() for word in words}
    others = _NOT_PARAMETERS | credentials
    return [
        header
        for header in page.headers
        if header.name.casefold() not in others and _HEADER.fullmatch(header.name)
    ]


def _by_weight(facts: Sequence[ValueFact]) -> list[ValueFact]:
    """Return facts so that of two about one name the one that counts comes last."""
    items = [fact for fact in facts if fact.name.endswith("[]")]
    others = [fact for fact in facts if not fact.name.endswith("[]")]
    return [*reversed(items), *reversed(others)]


def _called(what: str, value: ValueFact) -> str:
    """Return a name as it compares: headers in any case, `tags[]` as `tags`."""
    if what == "header":
        return value.name.casefold()
    if what.endswith("field"):
        return value.name.rstrip("[]") or value.name
    return value.name


def _is_same_limit(stated: str | None, documented: str) -> bool:
    try:
        return stated is not None and Decimal(stated) == Decimal(documented)
    except InvalidOperation:
        return stated == documented


def _types_agree(stated: str, documented: str) -> bool:
    """Return whether a page's word allows a spec's; an integer is a number too."""
    if not stated or not documented:
        return True
    choices = set(stated.split(" or "))
    if documented == "integer" and "number" in choices:
        return True
    return documented in choices
