"""Documentation then and now: two snapshots, and what changed between them.

snapshot, snapshot ─▶ documents, settled and finished ─▶ compared ─┐
                   └─▶ what is stated by hand ──────────▶ compared ─┴─▶ findings
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from ..diagnostics import Diagnostic, Place, errors
from ..drift.compare import (
    DocumentSide,
    PagesSide,
    compare_documents,
    compare_pages,
    described,
    pairs,
    template_of,
    templates,
)
from ..drift.finding import DriftReport, Finding, Unreachable
from ..drift.rules import MOST_MISSING, noted
from ..openapi import Document, settled_versions, upgraded
from ..pipeline import names_of
from ..reading.gather import gather_local
from ..reading.reader import Reader
from ..reading.snapshot import Snapshot, snapshot_of_inputs

Calls = Callable[[], Mapping[str, str]]
"""Gives the Python names of operations, by `METHOD path`."""

Finish = Callable[[Document, Document], tuple[Document, Document]]
"""Makes two documents, as they were written, what they are compared as."""

_CONTRADICTION = "UD023"
"""Pages contradict each other, as sites that are renewed page by page do for a day."""


def snapshot_of_path(reader: Reader, path: Path) -> Snapshot:
    """Read a document, a page, or a folder of pages."""
    return snapshot_of_inputs(reader, gather_local(path, reader), str(path))


def upgrade_both(old: Document, new: Document) -> tuple[Document, Document]:
    """Return two documents in OpenAPI, whichever version they are in."""
    return upgraded(old), upgraded(new)


def compare_snapshots(
    old: Snapshot,
    new: Snapshot,
    provider: str = "",
    *,
    calls: Calls | None = None,
    prose: bool = False,
    finish: Finish = upgrade_both,
    reported: frozenset[str] = frozenset(),
) -> DriftReport:
    """Return what changed from one snapshot to the other.

    `calls` are the Python names of the old one's operations, if they are recorded.
    With `prose`, text that changed is told as well. That a page is missing that is
    `reported` as such, by its name, is known to whoever asks.

    A page that is gone, or cannot be read any more, is one finding and tells nothing
    of its operations.
    """
    before, after = _documents(old, new, finish)
    named = calls or calls_of(before, provider), calls_of(after, provider)
    pages = _PagesThen(_Telling(old, before), _Telling(new, after), reported)
    findings: list[Finding] = []
    if before is not None and after is not None:
        found = compare_documents(
            provider,
            DocumentSide(before, named[0]),
            DocumentSide(after, named[1]),
            pages.is_gone,
            prose=prose,
        )
        findings += (f for f in found if not pages.explain(f, by_hand=False))
    stated = PagesSide(old.written, named[0]), PagesSide(new.written, named[1])
    found = compare_pages(provider, *stated, pages.is_gone)
    findings += (f for f in found if not pages.explain(f, by_hand=True))
    findings += pages.findings(provider)
    findings += _new_entries(old, new, provider)
    unread = *_unread(old, new, provider), *pages.unread(provider)
    return DriftReport(tuple(findings), len(new.read_names), unread)


def _documents(
    old: Snapshot, new: Snapshot, finish: Finish
) -> tuple[Document, Document] | tuple[None, None]:
    """Return what is compared: an empty document where only the other has any."""
    before, after = old.document, new.document
    if before is None and after is not None:
        before = Document({}, after.grafts)
    elif after is None and before is not None:
        after = Document({}, before.grafts)
    if before is None or after is None:
        return None, None
    homes = {page.name: page.file for page in reversed(old.pages) if not page.unread}

    def former(file: str) -> str:
        """Return which file a page was in before, "" if it was not there."""
        return next((homes[n] for n in new.names_in(file) if n in homes), "")

    return finish(*settled_versions(before, after, former))


def _unread(old: Snapshot, new: Snapshot, provider: str) -> Iterator[Unreachable]:
    """Yield the pages that could be read before."""
    for page in new.unread:
        if page.name in old.read_names:
            yield Unreachable(provider, page.name, "", page.unread)
    known = {(problem.code, problem.message) for problem in old.conflicts}
    for problem in errors(new.conflicts):
        name = new.name_at(problem.place)
        is_new = (problem.code, problem.message) not in known
        if is_new and problem.code != _CONTRADICTION and name in old.read_names:
            yield Unreachable(provider, name, "", problem.message)


def _new_entries(old: Snapshot, new: Snapshot, provider: str) -> Iterator[Finding]:
    """Yield a finding for each index that names pages it did not name before."""
    before = {page.name: page.index for page in old.pages if page.index is not None}
    for page in new.pages:
        former = before.get(page.name)
        if page.index is None or former is None:
            continue
        known = {entry.url for entry in former.entries}
        entries = [entry for entry in page.index.entries if entry.url not in known]
        if entries:
            listed = ", ".join(f"{entry.title} ({entry.url})" for entry in entries[:10])
            more = f" and {len(entries) - 10} more" if len(entries) > 10 else ""
            message = f"the index names new pages: {listed}{more}"
            place = Place(page.file, entries[0].line)
            yield noted(
                "DR006", provider, page.file, message, pages=(place,), new=place
            )


def calls_of(document: Document | None, provider: str) -> Calls:
    """Return a function that gives what a document's operations are called."""

    @cache
    def calls() -> Mapping[str, str]:
        if document is None:
            return {}
        prefix = f"{provider}." if provider else ""
        return {key: f"{prefix}{call}" for key, call in names_of(document).items()}

    return calls


class _Telling:
    """Which page of a snapshot tells of which operation."""

    def __init__(self, snapshot: Snapshot, document: Document | None) -> None:
        self.snapshot = snapshot
        self.document = document
        self.operations = tuple(_operations(snapshot, document))
        self.unread = {page.name for page in snapshot.unread}
        self.described: frozenset[str] = (
            templates(document) if document is not None else frozenset[str]()
        )
        self.written: dict[str, set[str]] = {}
        for key, page, by_hand in self.operations:
            if by_hand:
                self.written.setdefault(template_of(key), set()).add(page)

    def name_of(self, place: Place) -> str:
        """Return the name of a place's page."""
        return self.snapshot.name_at(place)


class _PagesThen:
    """What has become of the pages of a snapshot, and of what they told."""

    def __init__(self, old: _Telling, new: _Telling, reported: frozenset[str]) -> None:
        self._old, self._new, self._reported = old, new, reported
        names, now = old.snapshot.read_names, new.snapshot.read_names
        self._missing = names - now
        self._lost = self._lost_operations(old.document, new.document)
        telling = {name for _, name, _ in new.operations}
        hollow = {n for n in self._lost if n in now and n not in telling}
        fewer = len(self._missing | hollow)
        self._many = len(names) > 2 and fewer > MOST_MISSING * len(names)
        self._hollow = frozenset(hollow if self._many else ())
        self._silent = self._missing | self._hollow

    def is_gone(self, place: Place) -> bool:
        """Tell whether the page of an old place tells nothing any more."""
        return self._old.name_of(place) in self._silent

    def explain(self, finding: Finding, *, by_hand: bool) -> bool:
        """Tell whether an operation comes or goes only as its page is told otherwise.

        It may have been on a page that could not be read, or in another form: in an
        OpenAPI fragment, or written `by_hand`.
        """
        match finding.code:
            case "DR101":
                here, there = self._old, self._new
            case "DR102":
                here, there = self._new, self._old
            case _:
                return False
        pages = {here.name_of(page) for page in finding.pages}
        return not pages.isdisjoint(there.unread) or all(
            _stays(operation, page, by_hand, here, there)
            for operation in finding.operations
            for page in pages
        )

    def unread(self, provider: str) -> Iterator[Unreachable]:
        """Yield the pages of a site that changed of which nothing can be said."""
        reason = "the page documents no operation any more"
        for name in sorted(self._hollow):
            yield Unreachable(provider, name, "", reason)

    def findings(self, provider: str) -> Iterator[Finding]:
        """Yield a finding for each page that took operations with it."""
        old = self._old.snapshot
        lost = {
            name: keys
            for name, keys in self._lost.items()
            if name in self._silent and name not in self._reported
        }
        if self._many:
            if lost or self._new.unread:
                message = (
                    f"{len(self._silent)} of {len(old.read_names)} pages are gone,"
                    " cannot be read or document nothing any more: the site has changed"
                )
                told = tuple(key for keys in lost.values() for key in keys)
                yield noted("DR007", provider, old.shown, message, operations=told)
            return
        for name, operations in sorted(lost.items()):
            if name not in self._new.unread:
                page = next(page for page in old.pages if page.name == name)
                message = f"the page is gone, and {', '.join(operations)} with it"
                place = Place(page.file, page.first_line)
                found = noted(
                    "DR001", provider, name, message, pages=(place,), old=place
                )
                yield replace(found, operations=tuple(operations))

    def _lost_operations(
        self, old: Document | None, new: Document | None
    ) -> dict[str, list[str]]:
        """Return, by page, the operations that no page has any more."""
        kept: set[str] = set()
        if old is not None and new is not None:
            kept = {left.key for left, right in pairs(old, new) if left and right}
        lost: dict[str, list[str]] = {}
        for key, page, by_hand in self._old.operations:
            known = template_of(key) in self._new.written if by_hand else key in kept
            if not known and not _stays(key, page, by_hand, self._old, self._new):
                lost.setdefault(page, []).append(key)
        return lost


def _stays(key: str, page: str, by_hand: bool, here: _Telling, there: _Telling) -> bool:
    """Tell whether an operation of a page is there in the other form.

    A guide that calls it all along does not document it.
    """
    template = template_of(key)
    if by_hand:
        return template in there.described
    others = there.written.get(template, set())
    return page in others or not others <= here.written.get(template, set())


def _operations(
    snapshot: Snapshot, document: Document | None
) -> Iterator[tuple[str, str, bool]]:
    """Yield every operation, the page that tells of it, and whether by hand."""
    if document is not None:
        for operation in described(document):
            source, _ = document.origin(operation.at.pointer)
            place = Place(source.file, source.first_line)
            yield operation.key, snapshot.name_at(place), False
    for name, page in snapshot.written.items():
        for told in page.operations:
            yield f"{told.method} {told.path}", name, True


def unusable(snapshot: Snapshot) -> tuple[Diagnostic, ...]:
    """Return why nothing at all can be said of a snapshot, if so."""
    if snapshot.document is not None or snapshot.written or snapshot.read_names:
        return ()
    found = errors(snapshot.problems)
    if found:
        return found
    reasons = "; ".join(f"{page.name}: {page.unread}" for page in snapshot.unread[:3])
    message = reasons or "there is nothing here to compare"
    return (Diagnostic("UD020", message, Place(snapshot.shown)),)
