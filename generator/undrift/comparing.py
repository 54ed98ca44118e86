"""Documentation then and now: two snapshots, and what changed between them.

files ─▶ pages ─▶ one document, and facts ─▶ compared ─▶ findings
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from .adding import Gathered, Given, gather_local
from .adding.index import parts_of
from .diagnostics import Diagnostic, Place, errors
from .docs import Contents, PageText, contents_of, read_page, revision_of
from .drift.compare import (
    Side,
    Told,
    compare_documents,
    compare_pages,
    described,
    pairs,
)
from .drift.finding import DriftReport, Finding, Level, Unreachable
from .drift.rules import DRIFT_RULES
from .facts import PageFacts
from .facts.moving import moved_to
from .pipeline import names_of
from .spec import Document, Folder, Part, Pieces, load_source, merge, upgraded

_MOST_MISSING = 0.3
"""The share of a site's pages above which not pages are gone, but the site changed."""

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
        """Read pages by their names; `shown` is what messages call their folder."""
        given = tuple(Given(n, data, f"{shown}/{n}") for n, data in pages.items())
        return self.of_files(Gathered(pages=given), shown)

    def of_files(self, gathered: Gathered, shown: str) -> Snapshot:
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
    calls: Callable[[], Mapping[str, str]] | None = None,
    prose: bool = False,
) -> DriftReport:
    """Return what changed from one snapshot to the other.

    `calls` are the Python names of the old one's operations, if they are recorded.
    With `prose`, text that changed is told as well.

    A page that is gone, or cannot be read any more, is one finding and tells nothing
    of its operations.
    """
    missing = {name for name in old.pages if name not in new.pages}

    def is_gone(place: Place) -> bool:
        return old.names.get(place.file, place.file) in missing

    findings: list[Finding] = []
    if old.document is not None and new.document is not None:
        findings += compare_documents(
            provider,
            Side(old.document, calls or _calls(old, provider)),
            Side(new.document, _calls(new, provider)),
            is_gone,
            prose=prose,
        )
    before, after = _told(old, provider, calls), _told(new, provider, None)
    findings += compare_pages(provider, before, after, is_gone)
    findings += _pages_gone(old, new, missing, provider)
    unread = [
        Unreachable(provider, page.name, "", page.reason)
        for page in new.unread
        if page.name in old.pages
    ]
    return DriftReport(tuple(findings), len(new.pages), tuple(unread))


def _told(
    snapshot: Snapshot, provider: str, calls: Callable[[], Mapping[str, str]] | None
) -> Told:
    def name_of(file: str) -> str:
        return snapshot.names.get(file, file)

    return Told(snapshot.facts, name_of, calls or _calls(snapshot, provider))


def _calls(snapshot: Snapshot, provider: str) -> Callable[[], Mapping[str, str]]:
    @cache
    def calls() -> Mapping[str, str]:
        if snapshot.document is None:
            return {}
        prefix = f"{provider}." if provider else ""
        named = names_of(snapshot.document)
        return {key: f"{prefix}{call}" for key, call in named.items()}

    return calls


def _pages_gone(
    old: Snapshot, new: Snapshot, missing: set[str], provider: str
) -> Iterator[Finding]:
    """Yield a finding for each page that took operations with it."""
    unread = {page.name for page in new.unread}
    lost = _lost_operations(old, new, missing - unread)
    told = {name for name, operations in lost.items() if operations}
    if len(old.pages) > 2 and len(missing) > _MOST_MISSING * len(old.pages):
        if told or unread:
            message = (
                f"{len(missing)} of {len(old.pages)} pages are gone or cannot be read:"
                " the site has changed"
            )
            keys = tuple(key for keys in lost.values() for key in keys)
            yield _page_finding("DR007", provider, old.shown, message, keys, ())
        return
    for name, operations in sorted(lost.items()):
        if operations:
            file = next(f for f, n in old.names.items() if n == name)
            listed = ", ".join(operations)
            message = f"the page is gone, and {listed} with it"
            yield _page_finding(
                "DR001", provider, name, message, tuple(operations), (Place(file, 1),)
            )


def _lost_operations(
    old: Snapshot, new: Snapshot, missing: Iterable[str]
) -> dict[str, list[str]]:
    """Return, by page that is gone, the operations that no other page has."""
    kept = {key for key, _ in _operations(new)}
    if old.document is not None and new.document is not None:
        both = pairs(old.document, new.document)
        kept |= {before.key for before, after in both if before and after}
    lost: dict[str, list[str]] = {name: [] for name in missing}
    for key, file in _operations(old):
        name = old.names.get(file, file)
        if name in lost and key not in kept:
            lost[name].append(key)
    return lost


def _operations(snapshot: Snapshot) -> Iterator[tuple[str, str]]:
    """Yield every operation with the file that tells of it."""
    if snapshot.document is not None:
        for operation in described(snapshot.document):
            source, _ = snapshot.document.origin(operation.at.pointer)
            yield operation.key, source.file
    for page in snapshot.facts:
        for told in page.operations:
            yield f"{told.method} {told.path}", page.page


def _page_finding(
    code: str,
    provider: str,
    subject: str,
    message: str,
    operations: Sequence[str],
    places: tuple[Place, ...],
) -> Finding:
    rule = DRIFT_RULES[code]
    level: Level = rule.level
    old = places[0] if places else None
    return Finding(
        code,
        level,
        provider,
        subject,
        message,
        rule.remedy,
        tuple(operations),
        pages=places,
        old=old,
    )


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
