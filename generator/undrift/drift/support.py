"""A hand-written spec, held against the pages that it was written from.

Whatever the spec states must be on a page or carry `x-undrift-undocumented` with a
reason, which also covers what a page has wrong; whatever a page states must be in the
spec and agree with it. *Unstated* agrees
with everything.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal, InvalidOperation

from ..diagnostics import Diagnostic, Place
from ..facts import OperationFacts, PageFacts, Stated, StatusFact, ValueFact
from .claims import COMPARED, DEEPEST

_MARK = "correct the spec, or mark it with x-undrift-undocumented and a reason"
_ADD = "add it to the spec, or correct the page's reading with a reason"

_HEADER = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
_LEVELS = re.compile(r"\.|\[\]")

# OpenAPI has other words for these headers.
_NOT_PARAMETERS = frozenset({"accept", "authorization", "content-type"})


def unsupported_claims(
    claims: Sequence[OperationFacts],
    pages: Sequence[PageFacts],
    refused: Collection[str] = (),
) -> tuple[Diagnostic, ...]:
    """Return where a hand-written spec and its pages part company.

    `refused` are operations (`METHOD path`) that the spec has and that could not be
    read: why is said elsewhere.
    """
    documented = [
        operation
        for page in pages
        for operation in page.operations
        if f"{operation.method} {operation.path}" not in refused
    ]
    return tuple(_compare(claims, documented))


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


def _compare(
    claims: Sequence[OperationFacts], documented: Sequence[OperationFacts]
) -> Iterator[Diagnostic]:
    by_call = {(fact.method, fact.path): fact for fact in documented}
    for claim in claims:
        fact = by_call.pop((claim.method, claim.path), None)
        if fact is not None:
            yield from _operation(claim, fact)
        elif not claim.unsupported:
            call = f"{claim.method} {claim.path}"
            yield _lacks_support(claim.place, f"no page documents {call}")
    for fact in by_call.values():
        yield Diagnostic(
            "UD051", f"the spec lacks {fact.method} {fact.path}", fact.place, _ADD
        )


def _operation(claim: OperationFacts, fact: OperationFacts) -> Iterator[Diagnostic]:
    yield from _servers(claim, fact)
    yield from _values("header", claim.headers, _parameters(claim, fact))
    in_path = [p for p in fact.path_params if f"{{{p.name}}}" in fact.path]
    yield from _values("path parameter", claim.path_params, in_path)
    words = (*claim.auth, *claim.assumed_auth)
    query = [p for p in fact.query_params if f"query {p.name}" not in words]
    yield from _values("query parameter", claim.query_params, query)
    yield from _values("body field", claim.body_fields, fact.body_fields)
    yield from _values("response field", claim.response_fields, fact.response_fields)
    yield from _statuses(
        (*claim.responses, *claim.errors), (*fact.responses, *fact.errors)
    )
    yield from _auth(claim, fact)
    if fact.body and claim.body != fact.body:
        yield _contradicts(
            claim.place, f"the request body is {claim.body}", fact.body, fact.place
        )


def _auth(claim: OperationFacts, fact: OperationFacts) -> Iterator[Diagnostic]:
    for word in claim.auth:
        if word not in fact.auth:
            yield _lacks_support(claim.place, f"no page documents auth by {word}")
    for word in fact.auth:
        if word not in (*claim.auth, *claim.assumed_auth):
            yield Diagnostic(
                "UD051", f"the spec lacks auth by {word}", fact.place, _ADD
            )


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


def _servers(claim: OperationFacts, fact: OperationFacts) -> Iterator[Diagnostic]:
    # Whoever calls gives the address where a page names none that may be called.
    if not any(map(_is_callable, fact.servers)):
        return
    for server in claim.servers:
        if server.rstrip("/") not in {s.rstrip("/") for s in fact.servers}:
            yield _lacks_support(claim.place, f"no page names the host {server}")
    for server in fact.servers:
        if not _is_callable(server):
            continue
        if server.rstrip("/") not in {s.rstrip("/") for s in claim.servers}:
            yield Diagnostic(
                "UD051", f"the spec lacks the host {server}", fact.place, _ADD
            )


def _is_callable(server: str) -> bool:
    """Return whether a client may call a host at all: no secrets travel in the open."""
    return server.startswith(("https://", "http://localhost", "http://127.0.0.1"))


def _values(
    what: str, claims: Sequence[ValueFact], facts: Sequence[ValueFact]
) -> Iterator[Diagnostic]:
    by_name = {_called(what, fact): fact for fact in _by_weight(facts)}
    for claim in claims:
        fact = by_name.pop(_called(what, claim), None)
        if claim.unsupported:
            continue
        if fact is not None:
            yield from _value(what, claim, fact)
        else:
            yield _lacks_support(
                claim.place, f"no page documents {what} {claim.name!r}"
            )
    for fact in by_name.values():
        if len(_LEVELS.findall(fact.name)) > DEEPEST or not fact.name.strip("[]"):
            continue  # Nothing so deep is claimed, nor an item without a name.
        yield Diagnostic(
            "UD051", f"the spec lacks {what} {fact.name!r}", fact.place, _ADD
        )


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


def _value(what: str, claim: ValueFact, fact: ValueFact) -> Iterator[Diagnostic]:
    name = f"{what} {claim.name!r}"
    if not _types_agree(claim.type, fact.type):
        yield _contradicts(
            claim.place, f"{name} is {claim.type}", fact.type, fact.place
        )
    stated = {Stated.YES, Stated.NO}
    if {claim.required, fact.required} == stated:
        yield _contradicts(
            claim.place,
            f"{name} is {'' if claim.required is Stated.YES else 'not '}required",
            "the opposite",
            fact.place,
        )
    claimed = dict(claim.constraints)
    for keyword, value in fact.constraints:
        if keyword in COMPARED and not _is_same_limit(claimed.get(keyword), value):
            yield _contradicts(
                claim.place,
                f"{name} has {keyword} {claimed.get(keyword, 'unstated')}",
                f"{keyword} {value}",
                fact.place,
            )


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


def _statuses(
    claims: Sequence[StatusFact], facts: Sequence[StatusFact]
) -> Iterator[Diagnostic]:
    documented = {fact.status: fact for fact in facts if fact.status}
    claimed = {claim.status for claim in claims}
    for claim in claims:
        if claim.status not in documented and not claim.unsupported:
            yield _lacks_support(
                claim.place, f"no page documents status {claim.status}"
            )
    for status, fact in documented.items():
        if status not in claimed:
            yield Diagnostic(
                "UD051", f"the spec lacks status {status}", fact.place, _ADD
            )


def _lacks_support(place: Place, message: str) -> Diagnostic:
    return Diagnostic("UD050", message, place, _MARK)


def _contradicts(
    place: Place, claimed: str, documented: str, where: Place
) -> Diagnostic:
    return Diagnostic(
        "UD052", f"{claimed}, but {where} says {documented}", place, _MARK
    )
