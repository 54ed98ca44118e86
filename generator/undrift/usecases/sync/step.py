"""One step: what differs between the sites' pages and those kept, and taking it in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ...config import FETCHED, FetchedPage, Manifest, Page, render_fetched
from ...diagnostics import Diagnostic
from ...drift.finding import Finding
from ...fetch import Fetched, Missed, Moved, Ok, PageContent, Unchanged
from ...output import OutputRefused, Replaced, digest, replace_files
from ...reading.reader import Reader
from ...reading.snapshot import files_of_folder, snapshot_of_files
from ..diff import compare_snapshots
from .changes import CHANGES, with_entry
from .target import Target

Explain = Callable[
    [Manifest, Mapping[str, bytes], Mapping[str, bytes], Reader], Sequence[Finding]
]
"""Says what pages that changed mean for the API: manifest, pages before, pages now."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A page that is not what is kept; `before` is None where nothing is kept yet."""

    page: Page
    before: bytes | None
    content: PageContent


@dataclass(frozen=True, slots=True)
class Comparison:
    """What became of each page; `confirmed` are those that are what is kept."""

    target: Target
    changed: tuple[Changed, ...]
    confirmed: tuple[tuple[Page, PageContent | None], ...]
    moved: tuple[tuple[Page, str], ...]
    missed: tuple[tuple[Page, Missed], ...]

    @property
    def now(self) -> dict[str, bytes]:
        """Return every page's bytes once this comparison is accepted."""
        new = {change.page.file: change.content.data for change in self.changed}
        return {**self.target.held, **new}

    @property
    def asked(self) -> frozenset[str]:
        """Return the files of the pages of which something is known now."""
        known = [change.page for change in self.changed]
        known += [page for page, _ in (*self.confirmed, *self.missed)]
        return frozenset(page.file for page in known)

    def findings(self, explain: Explain, reader: Reader) -> tuple[Finding, ...]:
        """Return what the changes mean for the API."""
        if not self.changed:
            return ()
        manifest = self.target.manifest
        return tuple(explain(manifest, self.target.held, self.now, reader))


def compare_with_kept(target: Target, results: Mapping[str, Fetched]) -> Comparison:
    """Hold what was fetched, by page, against what is kept."""
    changed: list[Changed] = []
    confirmed: list[tuple[Page, PageContent | None]] = []
    moved: list[tuple[Page, str]] = []
    missed: list[tuple[Page, Missed]] = []
    for page in target.manifest.pages:
        match results.get(page.file):
            case None:
                continue
            case Missed() as result:
                missed.append((page, result))
                continue
            case Unchanged():
                confirmed.append((page, None))
                continue
            case Moved(_, to, content):
                moved.append((page, to))
            case Ok(_, content):
                pass
        before = target.held.get(page.file)
        if before == content.data:
            confirmed.append((page, content))
        else:
            changed.append(Changed(page, before, content))
    return Comparison(
        target, tuple(changed), tuple(confirmed), tuple(moved), tuple(missed)
    )


def explain_changes(
    manifest: Manifest,
    before: Mapping[str, bytes],
    now: Mapping[str, bytes],
    reader: Reader,
) -> Sequence[Finding]:
    """Return what pages that changed mean for the API, as `undrift diff` has it."""
    shown = manifest.shown
    old = snapshot_of_files(reader, files_of_folder(before, shown), shown)
    new = snapshot_of_files(reader, files_of_folder(now, shown), shown)
    return compare_snapshots(old, new, manifest.provider).findings


def store(
    comparison: Comparison,
    findings: Sequence[Finding],
    today: date,
    more: Mapping[str, bytes] | None = None,
) -> Replaced | OutputRefused:
    """Take in what was compared, with what is known of it, all or nothing.

    `more` are files of the folder that change with it.
    """
    target = comparison.target
    manifest = target.manifest
    files = {c.page.file: c.content.data for c in comparison.changed}
    pages = _recorded(comparison, today)
    if pages != target.fetched:
        files[FETCHED] = render_fetched(pages)
    if findings:
        before = _existing(target, CHANGES)
        if isinstance(before, Diagnostic):
            return OutputRefused((before,))
        files[CHANGES] = with_entry(before, manifest.provider, today, findings)
    return replace_files(manifest.folder, {**files, **(more or {})}, manifest.shown)


def _existing(target: Target, file: str) -> bytes | Diagnostic:
    manifest = target.manifest
    return manifest.read(file) if manifest.path(file).exists() else b""


def _recorded(comparison: Comparison, today: date) -> dict[str, FetchedPage]:
    """Return what is known now; pages that the manifest no longer names are dropped."""
    target = comparison.target
    named = {page.file for page in target.manifest.pages}
    pages = {file: page for file, page in target.fetched.items() if file in named}
    for change in comparison.changed:
        pages[change.page.file] = _entry(change.page, change.content, today)
    for page, content in comparison.confirmed:
        known, data = pages.get(page.file), target.held[page.file]
        if known is None or known.digest != digest(data):
            known = _entry(page, content or PageContent(data), today)
        elif content is not None:
            fetched = known.fetched
            known = replace(_entry(page, content, today), fetched=fetched)
        pages[page.file] = replace(known, checked=today)
    return pages


def _entry(page: Page, content: PageContent, today: date) -> FetchedPage:
    return FetchedPage(
        page.url,
        digest(content.data),
        today,
        today,
        content.etag,
        content.last_modified,
    )
