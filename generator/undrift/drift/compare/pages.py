"""Facts of hand-written pages against facts of other pages.

What one side leaves unstated contradicts nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

from ...diagnostics import Place
from ...facts import OperationFacts, PageFacts, Stated, StatusFact, ValueFact
from ..finding import Finding
from ..rules import DRIFT_RULES
from .described import PARAMETER, template_of
from .message import message_of, remedy_of
from .moving import heirs, way_between
from .values import limit_code

_HOLLOW = ("[]", "{}", "null")
_ELIDED = re.compile(r"[\[{,]\s*\"?(?:\.\.\.|…)")
_DEGREES = (Stated.NO, Stated.CONDITIONAL, Stated.YES)


@dataclass(frozen=True, slots=True)
class _Codes:
    """What is noted for the values of one location."""

    added: str
    added_required: str
    removed: str
    required: str
    optional: str
    type: str
    wider: str


_PARAMETERS = _Codes("DR202", "DR201", "DR203", "DR204", "DR205", "DR225", "DR226")
_SENT = _Codes("DR221", "DR220", "DR222", "DR223", "DR224", "DR225", "DR226")
_RECEIVED = _Codes("DR320", "DR320", "DR321", "DR323", "DR322", "DR324", "DR324")


@dataclass(frozen=True, slots=True)
class _Change:
    code: str
    family: str
    where: str
    old: Place
    new: Place
    before: str | None = None
    after: str | None = None


@dataclass(slots=True)
class _Cause:
    change: _Change
    operations: list[OperationFacts] = field(default_factory=list[OperationFacts])
    pages: dict[str, Place] = field(default_factory=dict[str, Place])


@dataclass(frozen=True, slots=True)
class PagesSide:
    """One side: what its pages document, by their names."""

    pages: Mapping[str, PageFacts]
    calls: Callable[[], Mapping[str, str]] = dict[str, str]


def compare_pages(
    provider: str,
    old: PagesSide,
    new: PagesSide,
    is_gone: Callable[[Place], bool] = lambda place: False,
) -> tuple[Finding, ...]:
    """Return what changed from some pages to others, in the old ones' order."""
    before, after = _by_template(old), _by_template(new)
    causes: dict[tuple[str, ...], _Cause] = {}

    def note(change: _Change, operation: OperationFacts, *alone: str) -> None:
        told = (change.before or "", change.after or "")
        key = (change.code, change.family, change.where, *told, *alone)
        cause = causes.setdefault(key, _Cause(change))
        if all(operation.key != known.key for known in cause.operations):
            cause.operations.append(operation)
        shown = change.old if change.code == "DR101" else change.new
        cause.pages.setdefault(shown.file, shown)

    moved = heirs(before, after)
    for template, olds in before.items():
        news = after.get(moved.get(template, template))
        if news is None:
            for operation in list(olds.values())[:1]:
                if not is_gone(operation.place):
                    place = operation.place
                    gone = _Change("DR101", "operation", operation.key, place, place)
                    note(gone, operation)
            continue
        for left, right in _matched(olds, news):
            if template in moved:
                note(_move(left, right), left)
            if not (_says_more(left) and _says_more(right)):
                continue
            for change in _changes(left, right):
                alone = (template,) if change.family == "deprecated" else ()
                note(change, right, *alone)
    for template, news in after.items():
        if template not in before and template not in moved.values():
            operation = next(iter(news.values()))
            place = operation.place
            added = _Change("DR102", "operation", operation.key, place, place)
            note(added, operation)
    return tuple(_finding(provider, cause, old, new) for cause in causes.values())


def _by_template(side: PagesSide) -> dict[str, dict[str, OperationFacts]]:
    """Return the operations by method and path, each by the pages that tell of it."""
    found: dict[str, dict[str, OperationFacts]] = {}
    for name, page in side.pages.items():
        for operation in page.operations:
            told = found.setdefault(template_of(operation.key), {})
            told.setdefault(name, operation)
    return found


def _matched(
    olds: Mapping[str, OperationFacts], news: Mapping[str, OperationFacts]
) -> Iterator[tuple[OperationFacts, OperationFacts]]:
    """Yield pairs to compare: page by page, else the pages that tell most."""
    common = [name for name in olds if name in news]
    for name in common:
        if olds[name] is not news[name]:
            yield olds[name], news[name]
    if not common:
        yield max(olds.values(), key=_richness), max(news.values(), key=_richness)


def _richness(operation: OperationFacts) -> int:
    values = (*operation.body_fields, *operation.query_params, *operation.headers)
    return len(values) + len(operation.response_fields) + len(operation.errors)


def _says_more(operation: OperationFacts) -> bool:
    """Return whether a page says more of an operation than that it is there."""
    return bool(
        _richness(operation)
        or operation.responses
        or operation.path_params
        or operation.auth
        or operation.deprecated
    )


def _changes(old: OperationFacts, new: OperationFacts) -> Iterator[_Change]:
    if old.deprecated != new.deprecated:
        code = "DR103" if new.deprecated else "DR104"
        yield _Change(code, "deprecated", new.key, old.place, new.place)
    yield from _path(old, new)
    pairs = (
        ("header", old.headers, new.headers, _PARAMETERS),
        ("path parameter", *_in_path(old, new), _PARAMETERS),
        ("query parameter", old.query_params, new.query_params, _PARAMETERS),
        ("request body", *_comparable(old, new, sent=True), _SENT),
        ("response body", *_comparable(old, new, sent=False), _RECEIVED),
    )
    places = old.place, new.place
    for where, before, after, codes in pairs:
        yield from _values(where, before, after, codes, places)
    yield from _statuses(old, new)
    auth = set(old.auth), set(new.auth)
    if all(auth) and auth[0] != auth[1]:
        code = "DR402" if auth[0] <= auth[1] else "DR401"
        told = " or ".join(sorted(auth[0])), " or ".join(sorted(auth[1]))
        yield _Change(code, "security", "authentication", old.place, new.place, *told)
    servers = set(old.servers), set(new.servers)
    if all(servers) and servers[0].isdisjoint(servers[1]):
        told = ", ".join(old.servers), ", ".join(new.servers)
        yield _Change("DR404", "servers", "servers", old.place, new.place, *told)


def _in_path(
    old: OperationFacts, new: OperationFacts
) -> tuple[Sequence[ValueFact], Sequence[ValueFact]]:
    """Return the parameters of both paths, none if the paths are not alike."""
    if template_of(old.path) != template_of(new.path):
        return (), ()
    return old.path_params, new.path_params


def _comparable(
    old: OperationFacts, new: OperationFacts, *, sent: bool
) -> tuple[list[ValueFact], list[ValueFact]]:
    """Return the fields of both sides, without those that one side only elides.

    An example that is cut short, or whose list is empty now, says nothing of what it
    leaves out.
    """
    before = old.body_fields if sent else old.response_fields
    after = new.body_fields if sent else new.response_fields

    def told(
        side: Sequence[ValueFact], other: Sequence[ValueFact], by: OperationFacts
    ) -> list[ValueFact]:
        names = {fact.name for fact in other}
        lacking = [f for f in side if f.name not in names and _is_shown(f)]
        if not lacking:
            return list(side)
        hollow = {fact.name for fact in other if fact.example in _HOLLOW}
        cut = _is_cut(by, sent=sent)
        elided = {f.name for f in lacking if cut or not hollow.isdisjoint(_above(f))}
        return [fact for fact in side if fact.name not in elided]

    return told(before, after, new), told(after, before, old)


def _is_shown(fact: ValueFact) -> bool:
    """Return whether only an example tells of a field."""
    return not fact.description and fact.required is Stated.UNSTATED


def _is_cut(operation: OperationFacts, *, sent: bool) -> bool:
    """Return whether an example leaves something out, or cannot be read at all."""
    replies = (f.example for f in operation.responses if not f.code)
    texts = (operation.body_example,) if sent else tuple(replies)
    for text in texts:
        if text and text.lstrip().startswith(("{", "[")):
            if _ELIDED.search(text):
                return True
            try:
                json.loads(text)
            except (ValueError, RecursionError):
                return True
    return False


def _above(fact: ValueFact) -> Iterator[str]:
    """Yield the names of the fields that a field is inside of."""
    name = fact.name
    while "." in name:
        name = name.rpartition(".")[0]
        yield name
        name = name.removesuffix("[]")
        yield name


def _move(old: OperationFacts, new: OperationFacts) -> _Change:
    way = way_between((old.method, old.path), (new.method, new.path))
    return _Change("DR107", "path", "path", old.place, new.place, *way)


def _path(old: OperationFacts, new: OperationFacts) -> Iterator[_Change]:
    if template_of(old.path) != template_of(new.path):
        return  # What the path holds has moved with it.
    names = (PARAMETER.findall(operation.path) for operation in (old, new))
    for before, after in zip(*names, strict=True):
        if before != after:
            told = before[1:-1], after[1:-1]
            where = f"path parameter {told[1]}"
            yield _Change("DR206", "parameter", where, old.place, new.place, *told)


def _values(
    where: str,
    before: Sequence[ValueFact],
    after: Sequence[ValueFact],
    codes: _Codes,
    places: tuple[Place, Place],
) -> Iterator[_Change]:
    fold = str.casefold if where == "header" else str
    olds = {fold(fact.name): fact for fact in before}
    news = {fold(fact.name): fact for fact in after}
    told = olds.keys() ^ news.keys()
    told |= {n for n in olds if n in news and _differ(olds[n].type, news[n].type)}
    for name, fact in olds.items():
        if not told.isdisjoint(_above(fact)):
            continue  # What it is in has gone as well, or is no object any more.
        if name not in news and where != "path parameter":
            at = _at(where, fact.name)
            yield _Change(codes.removed, "property", at, fact.place, places[1], name)
    for name, fact in news.items():
        if not told.isdisjoint(_above(fact)):
            continue
        at = _at(where, fact.name)
        old = olds.get(name)
        if old is not None:
            yield from _value(at, old, fact, codes)
        elif where != "path parameter":
            required = fact.required is Stated.YES
            code = codes.added_required if required else codes.added
            yield _Change(code, "property", at, places[0], fact.place, None, name)


def _at(where: str, name: str) -> str:
    if where.endswith("body"):
        return f"{where} /{name.replace('.', '/')}"
    return f"{where} {name}"


def _value(
    where: str, old: ValueFact, new: ValueFact, codes: _Codes
) -> Iterator[_Change]:
    places = old.place, new.place
    if old.required in _DEGREES and new.required in _DEGREES:
        before, after = map(_DEGREES.index, (old.required, new.required))
        if before != after:
            code = codes.required if after > before else codes.optional
            told = old.required.value, new.required.value
            yield _Change(code, "required", where, *places, *told)
    shown = _is_shown(old) and _is_shown(new)
    if shown and {old.type, new.type} == {"integer", "number"}:
        return  # Only the example's value changed.
    if _differ(old.type, new.type):
        wider = (old.type, new.type) == ("integer", "number")
        code = codes.wider if wider else codes.type
        yield _Change(code, "type", where, *places, old.type, new.type)
        return  # What limits one type says nothing of another.
    yield from _limits(where, old, new, received=codes is _RECEIVED)


def _differ(before: str, after: str) -> bool:
    silent = ("", "null", "any")
    return before != after and before not in silent and after not in silent


def _limits(
    where: str, old: ValueFact, new: ValueFact, *, received: bool
) -> Iterator[_Change]:
    left, right = dict(old.constraints), dict(new.constraints)
    for key in sorted({*left, *right}):
        before, after = left.get(key), right.get(key)
        if before == after:
            continue
        if key == "enum":
            if before is None or after is None:
                continue  # A list in prose may be told in other words.
            code = _enum_code(before, after, received=received)
        elif key == "default":
            code = "DR332" if received else "DR236" if before is None else "DR235"
        elif key == "format":
            code = "DR326" if received else "DR227"
        else:
            code = "DR331" if received else limit_code(key, before, after)
        told = (f"{key}: {v}" if v is not None else None for v in (before, after))
        yield _Change(code, f"limit {key}", where, old.place, new.place, *told)


def _enum_code(before: str | None, after: str | None, *, received: bool) -> str:
    left, right = _listed(before), _listed(after)
    if received:
        grows = left is not None and (right is None or not right <= left)
        return "DR327" if grows else "DR328"
    shrinks = right is not None and (left is None or not left <= right)
    return "DR228" if shrinks else "DR229"


def _listed(text: str | None) -> frozenset[str] | None:
    if text is None:
        return None
    try:
        values: object = json.loads(text)
    except (ValueError, RecursionError):
        values = text.split(",")
    if isinstance(values, list):
        listed = cast("list[object]", values)
        return frozenset(str(value).strip() for value in listed)
    return frozenset((str(values),))


def _statuses(old: OperationFacts, new: OperationFacts) -> Iterator[_Change]:
    before, after = _replies(old), _replies(new)
    good = [s for s in before if s[0].startswith("2")]
    for key in before.keys() - after.keys():
        status, code = key
        success = status.startswith("2") and not code
        if success and not any(s.startswith("2") for s, _ in after):
            continue  # the page no longer names one; nothing says that it changed
        place = before[key].place
        rule = "DR301" if success else "DR302"
        yield _Change(rule, "status", _reply(key), place, new.place, status)
    for key in after.keys() - before.keys():
        status, code = key
        success = status.startswith("2") and not code
        if success and not good:
            continue
        place = after[key].place
        rule = "DR303" if success else "DR304"
        yield _Change(rule, "status", _reply(key), old.place, place, None, status)


def _replies(operation: OperationFacts) -> dict[tuple[str, str], StatusFact]:
    facts: Iterable[StatusFact] = (*operation.responses, *operation.errors)
    return {(f.status, f.code): f for f in facts if f.status or f.code}


def _reply(key: tuple[str, str]) -> str:
    return " ".join(("response", *filter(None, key)))


def _finding(provider: str, cause: _Cause, old: PagesSide, new: PagesSide) -> Finding:
    change = cause.change
    rule = DRIFT_RULES[change.code]
    keys = [operation.key for operation in cause.operations]
    before, after = old.calls(), new.calls()
    calls = [before.get(key) or after.get(key, "") for key in keys]
    values = change.before, change.after
    return Finding(
        change.code,
        rule.level,
        provider,
        change.where,
        message_of(change.where, change.code, change.family, *values, keys),
        remedy_of(change.code, change.where),
        tuple(keys),
        tuple(calls) if any(calls) else (),
        tuple(cause.pages.values()),
        change.old if change.code != "DR102" else None,
        change.new if change.code != "DR101" else None,
        change.before,
        change.after,
    )
