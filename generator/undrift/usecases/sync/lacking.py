"""What pages document and a hand-written spec does not, each with the edits it needs.

The counterpart of `drift.conformance`, which only says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

from ...diagnostics import Place
from ...draft.operations import draft_operation
from ...facts import OperationFacts, PageFacts, Stated, StatusFact, ValueFact
from ...openapi import Document, Value, join_pointer
from .yamltext import ChangedMember, Edit, Item, Member

_NUMBERS = frozenset(
    ("minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems")
)
_ABOVE_PARAMETERS = ("tags", "summary", "description", "operationId", "deprecated")


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing that the spec lacks; `edits` add it to its text, if they can."""

    message: str
    place: Place
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Spec:
    """A hand-written spec as the pipeline read it; `file` is what places call it."""

    document: Document
    file: str

    def own(self, pointer: str) -> str | None:
        """Return where a node stands in the spec's own text, None if not there."""
        source, inner = self.document.origin(pointer)
        return inner if source.file == self.file else None

    def has(self, pointer: str) -> bool:
        """Tell whether there is such a node."""
        return self.document.at(pointer) is not None


def lacks_of(
    spec: Spec, claims: Sequence[OperationFacts], pages: Sequence[PageFacts]
) -> Iterator[Lack]:
    """Yield what the spec lacks and could be given, in the order of the pages."""
    claimed = {(claim.method, claim.path): claim for claim in claims}
    # Of an operation on two pages the later one counts, as in `drift.conformance`.
    documented = {
        (fact.method, fact.path): (page, fact)
        for page in pages
        for fact in page.operations
    }
    for call, (page, fact) in documented.items():
        claim = claimed.get(call)
        if claim is None:
            title = page.title if len(page.operations) == 1 else ""
            yield _operation(spec, claims, fact, title)
            continue
        pointer = spec.own(claim.place.pointer)
        if pointer is not None:
            yield from _parameters(spec, pointer, claim, fact)
            yield from _body(spec, pointer, claim, fact)
            yield from _replies(spec, claim, fact)
            yield from _statuses(pointer, claim, fact)
        yield from _limits(spec, claim, fact)


def _limits(spec: Spec, claim: OperationFacts, fact: OperationFacts) -> Iterator[Lack]:
    """Yield the limits that a page states otherwise than the spec."""
    for claims, facts in (
        (claim.headers, fact.headers),
        (claim.path_params, fact.path_params),
        (claim.query_params, fact.query_params),
        (claim.body_fields, fact.body_fields),
        (claim.response_fields, fact.response_fields),
    ):
        stated = {value.name: value for value in facts}
        for value in claims:
            found = stated.get(value.name)
            if found is None or value.unsupported:
                continue
            at = value.place.pointer
            at = f"{at}/schema" if spec.has(f"{at}/schema") else at
            schema, known = spec.own(at), dict(value.constraints)
            for keyword, text in found.constraints:
                limit = _number(text) if keyword in _NUMBERS else None
                if schema is None or limit is None:
                    continue
                if keyword not in known:
                    edit: Edit = Member(schema, keyword, limit, ("type", "format"))
                elif _number(known[keyword]) != limit:
                    edit = ChangedMember(schema, keyword, limit)
                else:
                    continue
                yield Lack(f"{keyword} of {value.name!r}", found.place, (edit,))


def _number(text: str) -> Value:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return int(number) if number == number.to_integral_value() else number


def _operation(
    spec: Spec, claims: Sequence[OperationFacts], fact: OperationFacts, title: str
) -> Lack:
    method, written = fact.method.casefold(), draft_operation(fact, title)
    there = [c.place.pointer for c in claims if c.path == fact.path]
    beside = spec.own(there[0].rpartition("/")[0]) if there else None
    edit = (
        Member(beside, method, written)
        if beside is not None
        else Member("/paths", fact.path, {method: written})
    )
    return Lack(f"{fact.method} {fact.path}", fact.place, (edit,))


def _parameters(
    spec: Spec, pointer: str, claim: OperationFacts, fact: OperationFacts
) -> Iterator[Lack]:
    none = _only(fact)
    for what, alone, claimed in (
        *(("header", replace(none, headers=(f,)), claim.headers) for f in fact.headers),
        *(
            ("query parameter", replace(none, query_params=(f,)), claim.query_params)
            for f in fact.query_params
        ),
    ):
        (value,) = (*alone.headers, *alone.query_params)
        written = _parameter(draft_operation(alone, ""), value.name)
        if value.name in {c.name for c in claimed} or written is None:
            continue
        if spec.has(f"{claim.place.pointer}/parameters"):
            edit: Edit = Item(f"{pointer}/parameters", written)
        else:
            edit = Member(pointer, "parameters", [written], _ABOVE_PARAMETERS)
        yield Lack(f"{what} {value.name!r}", value.place, (edit,))


def _parameter(operation: dict[str, Value], name: str) -> Value:
    parameters = operation.get("parameters")
    for parameter in parameters if isinstance(parameters, list) else ():
        if isinstance(parameter, dict) and parameter["name"] == name:
            return parameter
    return None


def _body(
    spec: Spec, pointer: str, claim: OperationFacts, fact: OperationFacts
) -> Iterator[Lack]:
    if not fact.body_fields:
        return
    if not spec.has(f"{claim.place.pointer}/requestBody"):
        written = draft_operation(fact, "").get("requestBody")
        above = (*_ABOVE_PARAMETERS, "parameters")
        edit = Member(pointer, "requestBody", written, above)
        yield Lack("a request body", fact.body_fields[0].place, (edit,))
        return
    for root, fields in _roots(claim.body_fields, fact.body_fields):
        alone = replace(_only(fact), body_fields=fields, body_example="{}")
        request = draft_operation(alone, "").get("requestBody")
        schema = _in(request, "content", None, "schema")
        edits = tuple(_field(spec, claim.body_fields, root, schema, sent=True))
        yield Lack(f"body field {root.name!r}", root.place, edits)


def _replies(spec: Spec, claim: OperationFacts, fact: OperationFacts) -> Iterator[Lack]:
    for root, fields in _roots(claim.response_fields, fact.response_fields):
        reply = StatusFact("200", root.place)
        alone = replace(_only(fact), response_fields=fields, responses=(reply,))
        responses = draft_operation(alone, "")["responses"]
        schema = _in(responses, "200", "content", None, "schema")
        edits = tuple(_field(spec, claim.response_fields, root, schema, sent=False))
        yield Lack(f"response field {root.name!r}", root.place, edits)


def _roots(
    claims: Sequence[ValueFact], facts: Sequence[ValueFact]
) -> Iterator[tuple[ValueFact, tuple[ValueFact, ...]]]:
    """Yield each field that is lacking while its parent is not, and all below it."""
    claimed = {claim.name for claim in claims}
    lacking = [fact for fact in facts if fact.name not in claimed]
    for root in lacking:
        above = [f for f in lacking if f is not root and _is_below(root.name, f.name)]
        if not above:
            below = (f for f in lacking if _is_below(f.name, root.name))
            yield root, (root, *below)


def _is_below(name: str, parent: str) -> bool:
    return name.startswith((f"{parent}.", f"{parent}[]"))


def _field(
    spec: Spec,
    claims: Sequence[ValueFact],
    root: ValueFact,
    schema: Value,
    *,
    sent: bool,
) -> Iterator[Edit]:
    """Yield the edits that add a field beside one that stands in the same object."""
    above, _, name = root.name.rpartition(".")
    siblings = (c for c in claims if c.name.rpartition(".")[0] == above)
    beside = next(siblings, None)
    written = _in(schema, *_way(root.name))
    if beside is None or written is None or name.endswith("[]"):
        return
    properties = spec.own(beside.place.pointer.rpartition("/")[0])
    if properties is None or not properties.endswith("/properties"):
        return
    yield Member(properties, name, written)
    if sent and root.required is Stated.YES:
        owner = properties.removesuffix("/properties")
        shown = beside.place.pointer.rpartition("/")[0].removesuffix("/properties")
        if spec.has(f"{shown}/required"):
            yield Item(f"{owner}/required", name)
        else:
            yield Member(owner, "required", [name], ("type",))


def _way(name: str) -> Iterator[str]:
    """Yield the keys that lead from a body's schema to a field's."""
    for part in name.split("."):
        key = part
        while key.endswith("[]"):
            key = key[:-2]
        if key:
            yield from ("properties", key)
        yield from ["items"] * part.count("[]")


def _in(value: Value, *keys: str | None) -> Value:
    """Return what some keys lead to; None is the first key there is."""
    for key in keys:
        if not isinstance(value, dict) or not value:
            return None
        value = value.get(next(iter(value)) if key is None else key)
    return value


def _statuses(
    pointer: str, claim: OperationFacts, fact: OperationFacts
) -> Iterator[Lack]:
    claimed = {status.status for status in (*claim.responses, *claim.errors)}
    documented = (*fact.responses, *fact.errors)
    alone = replace(_only(fact), responses=fact.responses, errors=fact.errors)
    written = draft_operation(alone, "")["responses"]
    for status, first in {s.status: s for s in reversed(documented)}.items():
        reply = _in(written, status)
        if status and status not in claimed and reply is not None:
            smaller = tuple(sorted(s for s in claimed if s < status))
            edit = Member(join_pointer(pointer, "responses"), status, reply, smaller)
            yield Lack(f"status {status}", first.place, (edit,))


def _only(fact: OperationFacts) -> OperationFacts:
    """Return an operation of which nothing is said but how it is called."""
    return OperationFacts(fact.method, fact.path, fact.place, auth=fact.auth)
