"""A hand-written spec, held against the pages that it was written from.

Whatever the spec states must be on a page or carry `x-undrift-undocumented` with a
reason, which also covers what a page has wrong; whatever a page states must be in the
spec and agree with it. *Unstated* agrees
with everything.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
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
    """One thing about which a hand-written spec and its pages part company.

    `told` says what, without places, so that it stays the same while lines move.
    `claimed` is its place in the spec, `stated` on a page, None where one is silent;
    `documented` is what the page says where the two disagree.
    """

    code: str
    operation: str
    told: str
    claimed: Place | None = None
    stated: Place | None = None
    documented: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """Return what tells it from others, wherever they stand."""
        return self.code, self.operation, self.told

    @property
    def place(self) -> Place:
        """Return where to look first: at the spec, if it says anything at all."""
        place = self.claimed or self.stated
        assert place is not None
        return place

    def diagnostic(self) -> Diagnostic:
        """Return the problem that it is for whoever generates."""
        message, hint = self.told, _MARK
        if self.claimed is None:
            hint = _ADD
        elif self.stated is not None:
            message = f"{self.told}, but {self.stated} says {self.documented}"
        return Diagnostic(self.code, message, self.place, hint)


def conformance_problems(
    claims: Sequence[OperationFacts],
    pages: Sequence[PageFacts],
    refused: Collection[str] = (),
) -> tuple[Diagnostic, ...]:
    """Return where a hand-written spec and its pages part company, as problems."""
    return tuple(p.diagnostic() for p in mismatches(claims, pages, refused))


def mismatches(
    claims: Sequence[OperationFacts],
    pages: Sequence[PageFacts],
    refused: Collection[str] = (),
) -> Iterator[Mismatch]:
    """Yield where a hand-written spec and its pages part company.

    `refused` are operations (`METHOD path`) that the spec has and that could not be
    read: why is said elsewhere.
    """
    documented = {
        (operation.method, operation.path): operation
        for page in pages
        for operation in page.operations
        if call_of(operation) not in refused
    }
    for claim in claims:
        fact = documented.pop((claim.method, claim.path), None)
        if fact is not None:
            yield from _Both(claim, fact).partings()
        elif not claim.unsupported:
            call = call_of(claim)
            yield Mismatch("UD050", call, f"no page documents {call}", claim.place)
    for fact in documented.values():
        call = call_of(fact)
        yield Mismatch("UD051", call, f"the spec lacks {call}", stated=fact.place)


def call_of(operation: OperationFacts) -> str:
    """Return `METHOD path`."""
    return f"{operation.method} {operation.path}"


def page_places(
    claims: Sequence[OperationFacts], pages: Sequence[PageFacts]
) -> dict[str, Place]:
    """Return where a page documents what a spec claims, by the spec's pointer."""
    documented = {(o.method, o.path): o for page in pages for o in page.operations}
    found: dict[str, Place] = {}
    for claim in claims:
        fact = documented.get((claim.method, claim.path))
        if fact is None:
            continue
        found[claim.place.pointer] = fact.place
        for claimed, stated in (
            (claim.headers, fact.headers),
            (claim.path_params, fact.path_params),
            (claim.query_params, fact.query_params),
            (claim.body_fields, fact.body_fields),
            (claim.response_fields, fact.response_fields),
        ):
            places = {value.name: value.place for value in stated}
            for value in claimed:
                if value.name in places:
                    found[value.place.pointer] = places[value.name]
        statuses = {s.status: s.place for s in (*fact.responses, *fact.errors)}
        for status in (*claim.responses, *claim.errors):
            if status.status in statuses:
                found[status.place.pointer] = statuses[status.status]
    return found


@dataclass(frozen=True, slots=True)
class _Both:
    """An operation as the spec claims it, and as a page documents it."""

    claim: OperationFacts
    fact: OperationFacts

    def partings(self) -> Iterator[Mismatch]:
        claim, fact = self.claim, self.fact
        yield from self._servers()
        yield from self._values("header", claim.headers, _parameters(claim, fact))
        in_path = [p for p in fact.path_params if f"{{{p.name}}}" in fact.path]
        yield from self._values("path parameter", claim.path_params, in_path)
        words = (*claim.auth, *claim.assumed_auth)
        query = [p for p in fact.query_params if f"query {p.name}" not in words]
        yield from self._values("query parameter", claim.query_params, query)
        yield from self._values("body field", claim.body_fields, fact.body_fields)
        yield from self._values(
            "response field", claim.response_fields, fact.response_fields
        )
        yield from self._statuses()
        yield from self._auth()
        if fact.body and claim.body != fact.body:
            told = f"the request body is {claim.body}"
            yield self._contradicts(claim.place, told, fact.body, fact.place)

    def _unsupported(
        self, place: Place, what: str, verb: str = "documents"
    ) -> Mismatch:
        return Mismatch("UD050", call_of(self.claim), f"no page {verb} {what}", place)

    def _lacking(self, place: Place, what: str) -> Mismatch:
        call = call_of(self.claim)
        return Mismatch("UD051", call, f"the spec lacks {what}", stated=place)

    def _contradicts(
        self, place: Place, told: str, documented: str, where: Place
    ) -> Mismatch:
        call = call_of(self.claim)
        return Mismatch("UD052", call, told, place, where, documented)

    def _servers(self) -> Iterator[Mismatch]:
        # Whoever calls gives the address where a page names none that may be called.
        documented = {s.rstrip("/"): s for s in self.fact.servers if _is_callable(s)}
        if not documented:
            return
        named = {server.rstrip("/") for server in self.fact.servers}
        claimed = {server.rstrip("/"): server for server in self.claim.servers}
        for address, server in claimed.items():
            if address not in named:
                yield self._unsupported(self.claim.place, f"the host {server}", "names")
        for address, server in documented.items():
            if address not in claimed:
                yield self._lacking(self.fact.place, f"the host {server}")

    def _values(
        self, what: str, claims: Sequence[ValueFact], facts: Sequence[ValueFact]
    ) -> Iterator[Mismatch]:
        by_name = {_called(what, fact): fact for fact in _by_weight(facts)}
        for claim in claims:
            fact = by_name.pop(_called(what, claim), None)
            if claim.unsupported:
                continue
            name = f"{what} {claim.name!r}"
            if fact is not None:
                yield from self._value(name, claim, fact)
            else:
                yield self._unsupported(claim.place, name)
        for fact in by_name.values():
            if len(_LEVELS.findall(fact.name)) > DEEPEST or not fact.name.strip("[]"):
                continue  # Nothing so deep is claimed, nor an item without a name.
            yield self._lacking(fact.place, f"{what} {fact.name!r}")

    def _value(
        self, name: str, claim: ValueFact, fact: ValueFact
    ) -> Iterator[Mismatch]:
        def against(told: str, documented: str) -> Mismatch:
            return self._contradicts(claim.place, told, documented, fact.place)

        if not _types_agree(claim.type, fact.type):
            yield against(f"{name} is {claim.type}", fact.type)
        if {claim.required, fact.required} == {Stated.YES, Stated.NO}:
            negated = "" if claim.required is Stated.YES else "not "
            yield against(f"{name} is {negated}required", "the opposite")
        claimed = dict(claim.constraints)
        for keyword, value in fact.constraints:
            limit = claimed.get(keyword)
            if keyword in COMPARED and not _is_same_limit(limit, value):
                told = f"{name} has {keyword} {limit or 'unstated'}"
                yield against(told, f"{keyword} {value}")

    def _statuses(self) -> Iterator[Mismatch]:
        told = (*self.fact.responses, *self.fact.errors)
        documented = {fact.status: fact for fact in told if fact.status}
        claimed = {c.status: c for c in (*self.claim.responses, *self.claim.errors)}
        for status, claim in claimed.items():
            if status not in documented and not claim.unsupported:
                yield self._unsupported(claim.place, f"status {status}")
        for status, fact in documented.items():
            if status not in claimed:
                yield self._lacking(fact.place, f"status {status}")

    def _auth(self) -> Iterator[Mismatch]:
        claim, fact = self.claim, self.fact
        for word in claim.auth:
            if word not in fact.auth:
                yield self._unsupported(claim.place, f"auth by {word}")
        for word in fact.auth:
            if word not in (*claim.auth, *claim.assumed_auth):
                yield self._lacking(fact.place, f"auth by {word}")


def _parameters(claim: OperationFacts, fact: OperationFacts) -> list[ValueFact]:
    """Return the headers that a spec lists: not those that it has other words for."""
    words = (*fact.auth, *claim.auth, *claim.assumed_auth)
    credentials = {word.partition(" ")[2].casefold() for word in words}
    others = _NOT_PARAMETERS | credentials
    return [
        header
        for header in fact.headers
        if header.name.casefold() not in others and _HEADER.fullmatch(header.name)
    ]


def _is_callable(server: str) -> bool:
    """Return whether a client may call a host at all: no secrets travel in the open."""
    return server.startswith(("https://", "http://localhost", "http://127.0.0.1"))


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


def _is_same_limit(claimed: str | None, documented: str) -> bool:
    try:
        return claimed is not None and Decimal(claimed) == Decimal(documented)
    except InvalidOperation:
        return claimed == documented


def _types_agree(claimed: str, documented: str) -> bool:
    """Return whether a page's word allows a spec's; an integer is a number too."""
    if not claimed or not documented:
        return True
    choices = set(claimed.split(" or "))
    if documented == "integer" and "number" in choices:
        return True
    return documented in choices
