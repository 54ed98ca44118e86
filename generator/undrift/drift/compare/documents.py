"""From changes to findings: one for each cause, with all that it concerns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from ...diagnostics import Place
from ...openapi import Document, join_pointer, same, unescape
from ..finding import Finding
from ..rules import DRIFT_RULES
from .affected import referenced_pointers, unaffected
from .change import Change, ComparedPair
from .described import Described, described
from .message import message_of, remedy_of
from .moving import way_between
from .operations import OperationComparison
from .schemas import SchemaComparison

_SCHEMAS = "/components/schemas/"
_INHERITED = ("/servers", "/security", "/components/securitySchemes")
"""What an operation takes from outside without referring to it."""

_DIRECTED = re.compile(r"(?<=\w)-(?:Input|Output)(?= |$)")
"""What tools add to the name of one model as it is sent and as it is received."""


@dataclass(frozen=True, slots=True)
class DocumentSide:
    """A document, and what its operations are called in Python, by their key.

    The names are asked for only if there is something to report.
    """

    document: Document
    calls: Callable[[], Mapping[str, str]] = dict[str, str]


@dataclass(slots=True)
class _Cause:
    changes: list[Change] = field(default_factory=list[Change])
    pairs: list[tuple[Described | None, Described | None]] = field(
        default_factory=list[tuple[Described | None, Described | None]]
    )


def compare_documents(
    provider: str,
    old: DocumentSide,
    new: DocumentSide,
    is_gone: Callable[[Place], bool] = lambda place: False,
    *,
    prose: bool = False,
) -> tuple[Finding, ...]:
    """Return what changed from one document to another, in the old one's order.

    An operation whose page `is_gone` tells nothing: its page is reported elsewhere.
    With `prose`, operations of which only the text changed are told as well.
    """
    alike = unaffected(old.document, new.document)
    schemas = SchemaComparison(old.document, new.document, alike.__contains__)
    operations = OperationComparison(old.document, new.document, schemas)
    causes: dict[tuple[str, ...], _Cause] = {}
    inherited = [
        [document.at(pointer) for pointer in _INHERITED]
        for document in (old.document, new.document)
    ]
    roots_alike = inherited[0] == inherited[1]
    for before, after in pairs(old.document, new.document):
        if before is None or after is None:
            lone = before or after
            assert lone is not None
            if before is not None and is_gone(old.document.place(before.at.pointer)):
                continue
            cause = _Cause(
                [_appearance(lone, is_new=before is None)], [(before, after)]
            )
            causes["", lone.key] = cause
            continue
        if roots_alike and _is_alike(before, after, alike) and not prose:
            continue
        changes = list(_reached(operations.compare(before, after)))
        if move := _move(old.document, new.document, before, after):
            changes.insert(0, move)
        if prose and not changes and not same(before.at.value, after.at.value):
            pointers = before.at.pointer, after.at.pointer
            text = Change("DR501", "text", after.key, *pointers)
            changes = [text]
        for change in changes:
            cause = causes.setdefault(_identity(change), _Cause())
            cause.changes.append(change)
            if (before, after) not in cause.pairs[-1:]:
                cause.pairs.append((before, after))
    report = _Report(provider, old, new)
    return tuple(report.finding(cause) for cause in causes.values())


def _is_alike(old: Described, new: Described, alike: frozenset[str]) -> bool:
    """Tell whether operations are the same, whatever they refer to included."""
    if old.path != new.path or not same(old.item.value, new.item.value):
        return False
    return referenced_pointers(new.item.value) <= alike


def pairs(
    old: Document, new: Document
) -> Iterator[tuple[Described | None, Described | None]]:
    """Yield operations with what has become of them, and those that are new.

    Parameters of a path may be renamed, a server's path may move into the paths, and
    what keeps its operationId may have another path altogether.
    """
    before, after = list(described(old)), list(described(new))
    twins: dict[str, Described] = {}
    free = {operation.key: operation for operation in after}
    for name in (_key, _template, _full_template):
        waiting = {name(new, operation): operation for operation in free.values()}
        for operation in before:
            twin = waiting.get(name(old, operation))
            if operation.key not in twins and twin is not None and twin.key in free:
                twins[operation.key] = free.pop(twin.key)
    heirs = _by_id(after)
    for identity, operation in _by_id(before).items():
        heir = heirs.get(identity)
        if operation.key in twins or heir is None or heir.key not in free:
            continue
        if operation.webhook == heir.webhook:
            twins[operation.key] = free.pop(heir.key)
    for operation in before:
        yield operation, twins.get(operation.key)
    for operation in free.values():
        yield None, operation


def _by_id(operations: Sequence[Described]) -> dict[str, Described]:
    """Return the operations whose operationId no other has."""
    named = [(operation.at.text("operationId"), operation) for operation in operations]
    counted = Counter(name for name, _ in named)
    return {name: found for name, found in named if name and counted[name] == 1}


def _move(
    before: Document, after: Document, old: Described, new: Described
) -> Change | None:
    """Return that an operation has another path, told by what differs in it."""
    if old.template == new.template:
        return None
    if _full_template(before, old) == _full_template(after, new):
        return None
    pointers = old.at.pointer, new.at.pointer
    way = way_between((old.method, old.path), (new.method, new.path))
    return Change("DR107", "path", "path", *pointers, *way)


def templates(document: Document) -> frozenset[str]:
    """Return every operation, with and without its server's path."""
    return frozenset(
        name(document, operation)
        for operation in described(document)
        for name in (_template, _full_template)
    )


def _key(document: Document, operation: Described) -> str:
    return operation.key


def _template(document: Document, operation: Described) -> str:
    return operation.template


def _full_template(document: Document, operation: Described) -> str:
    """Return the template after the origin: a server's path may move into the paths."""
    for at in (operation.at, operation.item, document.root):
        match at.get("servers"):
            case None:
                continue
            case servers:
                first = next((server for _, server in servers.items()), None)
                prefix = _path_of(first.text("url")) if first is not None else ""
                method, _, path = operation.template.partition(" ")
                return f"{method} {prefix.rstrip('/')}{path}"
    return operation.template


def _path_of(url: str) -> str:
    try:
        return urlsplit(url).path
    except ValueError:
        return ""


def _appearance(operation: Described, *, is_new: bool) -> Change:
    codes = ("DR106", "DR105") if operation.webhook else ("DR102", "DR101")
    pointer = operation.at.pointer
    old, new = ("", pointer) if is_new else (pointer, "")
    return Change(codes[0 if is_new else 1], "operation", operation.key, old, new)


def _reached(root: ComparedPair) -> Iterator[Change]:
    """Yield the changes of a node and of all that it leads to."""
    seen = {id(root)}
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield from node.changes
        for edge in node.edges:
            if id(edge) not in seen:
                seen.add(id(edge))
                waiting.append(edge)


def _identity(change: Change) -> tuple[str, ...]:
    """Return what makes changes one cause.

    A component is one thing wherever it is used, and so is the same change of the same
    thing in many operations, such as a header that all of them ask for.
    """
    told = (change.before or "", change.after or "")
    if _component(change):
        return (change.family, _DIRECTED.sub("", _subject(change)), *told)
    return (change.code, change.family, change.where, *told)


def _component(change: Change) -> bool:
    return all(pointer.startswith(_SCHEMAS) for pointer in change.there)


def _subject(change: Change) -> str:
    """Return what changed: in a component by its own name, whoever uses it."""
    if not _component(change):
        return change.where
    _, _, _, name, *rest = change.there[-1].split("/")
    path = ""
    steps = iter(rest)
    for step in steps:
        match step:
            case "properties":
                path += f"/{unescape(next(steps, ''))}"
            case "items":
                path = (path or "/") + "[]"
            case "additionalProperties":
                path = (path or "/") + "{}"
            case "oneOf" | "anyOf" | "allOf":
                next(steps, None)
            case _:
                pass
    subject = f"schema {unescape(name)}"
    return f"{subject} {path}" if path else subject


class _Report:
    def __init__(self, provider: str, old: DocumentSide, new: DocumentSide) -> None:
        self._provider = provider
        self._old = old
        self._new = new

    def finding(self, cause: _Cause) -> Finding:
        """Return a cause as people read it."""
        change = max(cause.changes, key=lambda c: DRIFT_RULES[c.code].level.rank)
        rule = DRIFT_RULES[change.code]
        # What has moved is known to callers by where it was.
        ordered = (
            old or new if change.code == "DR107" else new or old
            for old, new in cause.pairs
        )
        keys = [found.key for found in ordered if found]
        calls = [self._call(*pair) for pair in cause.pairs]
        subject, values = _subject(change), (change.before, change.after)
        return Finding(
            change.code,
            rule.level,
            self._provider,
            subject,
            message_of(subject, change.code, change.family, *values, keys),
            remedy_of(change.code, subject),
            tuple(keys),
            tuple(calls) if any(calls) else (),
            tuple(self._pages(change, cause.pairs)),
            _place(self._old.document, change.old, change.family),
            _place(self._new.document, change.new, change.family),
            change.before,
            change.after,
        )

    def _call(self, old: Described | None, new: Described | None) -> str:
        if old is not None:
            return self._old.calls().get(old.key, "")
        return self._new.calls().get(new.key, "") if new is not None else ""

    def _pages(
        self,
        change: Change,
        pairs: Sequence[tuple[Described | None, Described | None]],
    ) -> Iterator[Place]:
        """Yield each page that the cause shows on, once."""
        seen: set[str] = set()
        for old, new in pairs:
            if new is not None:
                place = _on_page(self._new.document, new, change.new)
            elif old is not None:
                place = _on_page(self._old.document, old, change.old)
            else:
                continue
            if place.file not in seen:
                seen.add(place.file)
                yield place


_KEYWORDS = frozenset(("type", "format", "enum", "default", "deprecated"))


def _place(document: Document, pointer: str, family: str) -> Place | None:
    """Return where a thing is described: the keyword that changed, if it is there."""
    if not pointer:
        return None
    keyword = family.removeprefix("limit ")
    if keyword in _KEYWORDS or keyword != family:
        stated = join_pointer(pointer, keyword)
        if document.at(stated) is not None:
            return document.place(stated)
    return document.place(pointer)


def _on_page(document: Document, operation: Described, pointer: str) -> Place:
    """Return where the page of an operation shows what a pointer names."""
    source, _ = document.origin(operation.at.pointer)
    _, inner = document.origin(pointer or operation.at.pointer)
    return source.locate(inner)
