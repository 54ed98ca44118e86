"""Documentation then and now: two snapshots, and what changed between them.

files ─▶ pages ─▶ one document, and facts ─▶ compared ─▶ findings
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from ..diagnostics import Diagnostic, Place, errors
from ..docs import Contents, PageText, contents_of, read_page, revision_of
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
from ..facts import PageFacts
from ..facts.moving import moved_to
from ..openapi import (
    Document,
    Folder,
    Part,
    Pieces,
    load_source,
    merge,
    settled_versions,
    upgraded,
)
from ..pipeline import names_of
from ..reading.indexes import parts_of
from ..reading.input_files import is_spec
from .add import InputFile, Inputs, gather_local

Calls = Callable[[], Mapping[str, str]]
"""Gives the Python names of operations, by `METHOD path`."""

_REFUSED = frozenset(("html", "rendered", "login"))
"""Kinds of pages that are not documentation as it was written."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A page that cannot be read, and why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What some files document, all together.

    `pages` are the names of the pages that were read, `facts` what hand-written ones
    say; `names` gives a page's name for the name that places have.
    """

    shown: str
    document: Document | None
    facts: tuple[PageFacts, ...] = ()
    pages: frozenset[str] = frozenset()
    names: Mapping[str, str] = field(default_factory=dict[str, str])
    unread: tuple[Unread, ...] = ()
    problems: tuple[Diagnostic, ...] = ()


class Reading:
    """What was read before, so that what two snapshots share is read once."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._pieces = Pieces()
        self._contents: dict[str, Contents] = {}

    def of_path(self, path: Path) -> Snapshot:
        """Read a document, a page, or a folder of pages."""
        return self.of_files(gather_local(path), str(path))

    def of_pages(self, pages: Mapping[str, bytes], shown: str) -> Snapshot:
        """Read pages by their names; `shown` is what messages call their folder.

        A page may be a whole document that a provider publishes.
        """
        given = [InputFile(n, data, f"{shown}/{n}") for n, data in pages.items()]
        whole = tuple(one for one in given if is_spec(one.name, one.data))
        others = tuple(one for one in given if one not in whole)
        return self.of_files(Inputs(others, whole), shown)

    def of_files(self, gathered: Inputs, shown: str) -> Snapshot:
        """Read what was gathered."""
        problems = list(gathered.problems)
        parts: list[Part] = []
        facts: list[PageFacts] = []
        names: dict[str, str] = {}
        unread: list[Unread] = []
        folder: Folder | None = None
        for given in gathered.specs:
            names[given.shown] = given.name
            loaded = load_source(given.shown, given.data)
            if isinstance(loaded, Diagnostic):
                problems.append(loaded)
                unread.append(Unread(given.name, loaded.message))
                continue
            parts.append(Part(loaded, spec_file=given.name))
            if given.folder is not None and len(gathered.specs) == 1:
                folder = Folder(given.folder, shown, given.name)
        for given in (part for page in gathered.pages for part in parts_of(page)):
            file = given.shown if given.line == 1 else f"{given.shown} ({given.name})"
            names[file] = given.name
            match self._page(file, given.data):
                case str(reason):
                    unread.append(Unread(given.name, reason))
                case page, contents:
                    for part in self._parts(page, contents):
                        if isinstance(part, Diagnostic):
                            problems.append(part)
                            unread.append(Unread(given.name, part.message))
                        else:
                            parts.append(part)
                    if not contents.fragments and contents.facts.operations:
                        facts.append(contents.facts)
        document = None
        if parts:
            document, found = merge(parts, folder)
            problems += found
        missing = {page.name for page in unread}
        return Snapshot(
            shown,
            upgraded(document) if document is not None else None,
            tuple(facts),
            frozenset(name for name in names.values() if name not in missing),
            names,
            tuple(unread),
            tuple(problems),
        )

    def _page(self, file: str, data: bytes) -> tuple[PageText, Contents] | str:
        """Return a page and what it holds, or why it cannot be read."""
        page = read_page(file, data)
        if isinstance(page, Diagnostic):
            return page.message
        if not page.text.strip():
            return "the page is empty"
        known = self._contents.get(page.text)
        if known is None:
            contents = contents_of(page)
            self._contents[page.text] = contents
        else:
            contents = replace(known, facts=moved_to(known.facts, file))
        if contents.facts.kind in _REFUSED:
            told = next((p.message for p in contents.problems), "")
            return told or "this is no documentation page but what a browser shows"
        return page, contents

    def _parts(self, page: PageText, contents: Contents) -> Iterator[Part | Diagnostic]:
        for fragment in contents.fragments:
            loaded = load_source(
                page.file,
                fragment.text,
                first_line=fragment.first_line,
                indent=fragment.column - 1,
                pieces=self._pieces,
            )
            if isinstance(loaded, Diagnostic):
                yield loaded
            elif not isinstance(loaded.value, dict):
                place = loaded.source.locate("")
                yield Diagnostic("UD014", "an OpenAPI document is an object", place)
            else:
                yield Part(
                    loaded,
                    "" if fragment.webhook else fragment.method,
                    "" if fragment.webhook else fragment.path,
                    fragment.spec_file,
                    revision_of(page),
                )


def compare(
    old: Snapshot,
    new: Snapshot,
    provider: str = "",
    *,
    calls: Calls | None = None,
    prose: bool = False,
) -> DriftReport:
    """Return what changed from one snapshot to the other.

    `calls` are the Python names of the old one's operations, if they are recorded.
    With `prose`, text that changed is told as well.

    A page that is gone, or cannot be read any more, is one finding and tells nothing
    of its operations.
    """
    pages = _PagesThen(old, new)
    named = (
        calls or calls_of(old.document, provider),
        calls_of(new.document, provider),
    )
    findings: list[Finding] = []
    before, after = _document(old, new), _document(new, old)
    if before is not None and after is not None:
        before, after = settled_versions(before, after, pages.former)
        found = compare_documents(
            provider,
            DocumentSide(before, named[0]),
            DocumentSide(after, named[1]),
            pages.is_gone,
            prose=prose,
        )
        findings += (f for f in found if not pages.explain(f, by_hand=False))
    told = _told(old, named[0]), _told(new, named[1])
    found = compare_pages(provider, *told, pages.is_gone)
    findings += (f for f in found if not pages.explain(f, by_hand=True))
    findings += pages.findings(provider)
    unread = [
        Unreachable(provider, page.name, "", page.reason)
        for page in new.unread
        if page.name in old.pages
    ]
    return DriftReport(tuple(findings), len(new.pages), tuple(unread))


def _document(snapshot: Snapshot, other: Snapshot) -> Document | None:
    """Return a snapshot's document: an empty one if only the other has any."""
    if snapshot.document is not None or other.document is None:
        return snapshot.document
    return Document({}, other.document.grafts)


def _told(snapshot: Snapshot, calls: Calls) -> PagesSide:
    def name_of(file: str) -> str:
        return snapshot.names.get(file, file)

    return PagesSide(snapshot.facts, name_of, calls)


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

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.operations = tuple(_operations(snapshot))
        self.unread = {page.name for page in snapshot.unread}
        document = snapshot.document
        self.described: frozenset[str] = (
            templates(document) if document is not None else frozenset[str]()
        )
        self.written: dict[str, set[str]] = {}
        for key, page, by_hand in self.operations:
            if by_hand:
                self.written.setdefault(template_of(key), set()).add(page)

    def name_of(self, place: Place) -> str:
        """Return the name of a place's page."""
        return self.snapshot.names.get(place.file, place.file)


class _PagesThen:
    """What has become of the pages of a snapshot, and of what they told."""

    def __init__(self, old: Snapshot, new: Snapshot) -> None:
        self._old = _Telling(old)
        self._new = _Telling(new)
        self._files = {n: f for f, n in old.names.items() if n in old.pages}
        self._missing = old.pages - new.pages
        self._lost = self._lost_operations(old.document, new.document)
        telling = {name for _, name, _ in self._new.operations}
        hollow = {n for n in self._lost if n in new.pages and n not in telling}
        fewer = len(self._missing | hollow)
        self._many = len(old.pages) > 2 and fewer > MOST_MISSING * len(old.pages)
        self._silent = self._missing | hollow if self._many else self._missing

    def is_gone(self, place: Place) -> bool:
        """Tell whether the page of an old place tells nothing any more."""
        return self._old.name_of(place) in self._silent

    def former(self, file: str) -> str:
        """Return which file a page was before, "" if it was not there."""
        return self._files.get(self._new.snapshot.names.get(file, file), "")

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

    def findings(self, provider: str) -> Iterator[Finding]:
        """Yield a finding for each page that took operations with it."""
        old = self._old.snapshot
        lost = {n: keys for n, keys in self._lost.items() if n in self._silent}
        if self._many:
            if lost or self._new.unread:
                message = (
                    f"{len(self._silent)} of {len(old.pages)} pages are gone, cannot be"
                    " read or tell nothing any more: the site has changed"
                )
                told = tuple(key for keys in lost.values() for key in keys)
                yield noted("DR007", provider, old.shown, message, operations=told)
            return
        for name, operations in sorted(lost.items()):
            if name not in self._new.unread:
                file = next(f for f, n in old.names.items() if n == name)
                message = f"the page is gone, and {', '.join(operations)} with it"
                place = Place(file, 1)
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


def _operations(snapshot: Snapshot) -> Iterator[tuple[str, str, bool]]:
    """Yield every operation, the page that tells of it, and whether by hand."""
    if snapshot.document is not None:
        for operation in described(snapshot.document):
            source, _ = snapshot.document.origin(operation.at.pointer)
            yield operation.key, snapshot.names.get(source.file, source.file), False
    for page in snapshot.facts:
        for told in page.operations:
            name = snapshot.names.get(page.page, page.page)
            yield f"{told.method} {told.path}", name, True


def unusable(snapshot: Snapshot) -> tuple[Diagnostic, ...]:
    """Return why nothing at all can be said of a snapshot, if so."""
    if snapshot.document is not None or snapshot.facts or snapshot.pages:
        return ()
    found = errors(snapshot.problems)
    if found:
        return found
    reasons = "; ".join(f"{page.name}: {page.reason}" for page in snapshot.unread[:3])
    message = reasons or "there is nothing here to compare"
    return (Diagnostic("UD020", message, Place(snapshot.shown)),)
