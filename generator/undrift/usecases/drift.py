"""A provider's documentation, as it is now, against what its client was made from.

pages now ─▶ documents, facts ─▶ compared ─┐
spec and overlay ─▶ held against pages ────┴─▶ findings ─▶ ignored, known, new
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from .. import pipeline
from ..config import MANIFEST, Manifest
from ..diagnostics import Diagnostic, Place
from ..docs import IndexEntry, is_index, read_index, read_page
from ..drift.client_facts import facts_of_client
from ..drift.compare import DocumentSide, compare_documents
from ..drift.conformance import Mismatch, mismatches
from ..drift.finding import DriftReport, Finding, Unreachable
from ..drift.obsolete_overlay import obsolete_actions
from ..drift.rules import DRIFT_RULES, MOST_MISSING, noted
from ..facts import PageFacts
from ..fetch import Missed, State
from ..openapi import same, settled_versions, upgraded
from ..pipeline import Analysis, EffectiveDocument
from ..reading.provider import ProviderFolder, ProviderSources, Stopped
from . import generate as project
from .diff import Reading, calls_of, compare
from .sync import Comparison

_ADDS = "undrift sync --propose shows what to add"
_STATES = {
    State.GONE: "DR001",
    State.MOVED: "DR002",
    State.BLOCKED: "DR003",
    State.LOGIN: "DR004",
    State.UNREADABLE: "DR005",
}
_SUPPORT = {"UD050": "DR603", "UD051": "DR601", "UD052": "DR602"}


@dataclass(frozen=True, slots=True)
class Pages:
    """A provider's pages as they are now, by the manifest's file.

    `gone`, `moved` and `missed` tell of those that are not simply there: `missed` are
    pages of which nothing is known now.
    """

    data: Mapping[str, bytes]
    gone: frozenset[str] = frozenset()
    findings: tuple[Finding, ...] = ()
    unreachable: tuple[Unreachable, ...] = ()
    origins: Mapping[str, str] = field(default_factory=dict[str, str])
    """Where a page's text comes from if that is not the file that is kept."""
    unasked: frozenset[str] = frozenset()
    """Pages that there was no way to ask for: what is kept stands for them."""


@dataclass(frozen=True, slots=True)
class Age:
    """How long a page may go unchecked before that is a fault of its own."""

    today: date
    most: timedelta | None = None
    checked: Mapping[str, date] = field(default_factory=dict[str, date])

    def tolerates(self, file: str) -> bool:
        """Return whether a page's last check is recent enough."""
        last = self.checked.get(file)
        return (
            self.most is not None
            and last is not None
            and self.today - last <= self.most
        )


def committed(opened: ProviderFolder) -> Pages:
    """Return the pages that are kept with the spec."""
    return Pages(opened.sources.pages)


def fetched(
    comparison: Comparison,
    age: Age,
    origin_of: Callable[[str, str], str],
    unasked: str = "provider.yaml gives it no address",
) -> Pages:
    """Return the pages as they were fetched, and what is wrong with the others.

    `unasked` says why a page was not even looked for.
    """
    target = comparison.target
    provider = target.manifest.provider
    missed = comparison.missed
    data = {
        page.file: found
        for page in target.manifest.pages
        if (found := comparison.now.get(page.file)) is not None
    }
    findings = list(_moves(comparison))
    unreachable: list[Unreachable] = []
    gone = {page.file for page, _ in missed}
    many = len(missed) > max(1, MOST_MISSING * len(target.manifest.pages))
    if many:
        message = (
            f"{len(missed)} of {len(target.manifest.pages)} pages are not to be had:"
            f" the site has changed ({missed[0][1].reason})"
        )
        shown, place = target.manifest.shown, replace(target.manifest.place(), line=1)
        findings.append(_at("DR007", provider, shown, message, place))
    for page, result in missed:
        label = target.manifest.label(page.file)
        last = age.checked.get(page.file)
        if not many:
            findings.append(_missed(provider, label, page.url, result))
        if result.state is State.GONE:
            continue
        checked = last.isoformat() if last is not None else ""
        reason = f"{result.state}: {result.reason}"
        tolerated = age.tolerates(page.file)
        unreachable.append(
            Unreachable(provider, label, page.url, reason, checked, tolerated)
        )
        if age.most is not None and not tolerated and not many:
            said = f"since {last}" if last is not None else "as far as is known"
            message = f"the page was not checked {said}"
            place = Place(label, 1)
            findings.append(_at("DR008", provider, label, message, place))
    held = {file: found for file, found in data.items() if file not in gone}
    origins = {
        change.page.file: origin_of(change.page.file, change.page.url)
        for change in comparison.changed
    }
    if not target.manifest.pages:
        shown, reason = target.manifest.shown, "provider.yaml names no page"
        unreachable.append(Unreachable(provider, f"{shown}/{MANIFEST}", "", reason))
    others = [p for p in target.manifest.pages if p.file not in comparison.asked]
    for page in others:
        label = target.manifest.label(page.file)
        # A page among others may be one that is kept by hand. Where there is nothing
        # else, nothing at all was checked.
        some = bool(comparison.asked)
        unreachable.append(
            Unreachable(provider, label, page.url, unasked, tolerated=some)
        )
    return Pages(
        held,
        frozenset(gone),
        tuple(findings),
        tuple(unreachable),
        origins,
        frozenset(page.file for page in others),
    )


def _moves(comparison: Comparison) -> Iterator[Finding]:
    manifest = comparison.target.manifest
    for page, to in comparison.moved:
        label = manifest.label(page.file)
        message = f"the page has moved to {to}"
        yield _at("DR002", manifest.provider, label, message, page.place)


def _missed(provider: str, label: str, url: str, result: Missed) -> Finding:
    code = _STATES.get(result.state, "DR005")
    address = f" ({url})" if url else ""
    message = f"{DRIFT_RULES[code].title}: {result.reason}{address}"
    return _at(code, provider, label, message, Place(label, 1))


def check(
    opened: ProviderFolder, pages: Pages, *, prose: bool = False
) -> DriftReport | Stopped:
    """Return what differs between the pages now and what the client is made from."""
    outcome = project.analyse_provider(opened)
    if isinstance(outcome, Stopped):
        return outcome
    analysis, names = outcome
    provider = opened.manifest.provider
    calls = {str(k): f"{provider}.{call}" for k, call in names.calls.items()}
    sources = _now(opened, pages)
    findings = list(pages.findings)
    unreachable = list(pages.unreachable)
    findings += new_pages(opened.manifest, opened.sources.pages, sources.pages)
    if opened.sources.spec is None or opened.manifest.publishes_spec:
        read = analysis.effective
        told, stopped = _fragments(opened, read, sources, pages, calls, prose)
        findings += told
        for problem in stopped:
            reason = f"unreadable: {problem.message}"
            page = problem.place.file
            unreachable.append(Unreachable(provider, page, "", reason))
    elif opened.manifest.pages:
        changes = _written(opened, sources, pages, calls, prose)
        findings += changes
        changed = {key for change in changes for key in change.operations}
        read_now, _ = pipeline.read_pages(sources)
        facts, _ = pipeline.read_facts(read_now)
        for parting in _apart(opened, analysis, facts, pages.gone, changed):
            findings.append(_support(provider, parting, calls))
        findings += _needless(opened, analysis, facts)
    origins = {opened.manifest.label(f): name for f, name in pages.origins.items()}
    shown = tuple(_with_origin(finding, origins) for finding in findings)
    checked = len(pages.data.keys() - pages.unasked)
    return DriftReport(shown, checked, tuple(unreachable))


def _now(opened: ProviderFolder, pages: Pages) -> ProviderSources:
    """Return what the client would be made from by the pages as they are now."""
    kept, spec = opened.sources, opened.manifest.spec
    data = {file: text for file, text in pages.data.items() if file != spec}
    if opened.manifest.publishes_spec and spec in pages.data:
        return replace(kept, pages=data, spec=(spec, pages.data[spec]))
    return replace(kept, pages=data)


def _with_origin(finding: Finding, origins: Mapping[str, str]) -> Finding:
    """Return a finding whose newer places say where that text stands."""
    new = finding.new
    if new is None:
        return finding

    def stated(place: Place) -> Place:
        return replace(place, file=origins.get(place.file, place.file))

    return replace(finding, new=stated(new), pages=tuple(map(stated, finding.pages)))


def new_pages(
    manifest: Manifest, before: Mapping[str, bytes], now: Mapping[str, bytes]
) -> Iterator[Finding]:
    """Yield a finding for each index that names pages it did not name before."""
    for file, data in now.items():
        old = before.get(file)
        if old is None or old == data:
            continue
        label = manifest.label(file)
        known = {entry.url for entry in _entries(label, old)}
        new = [entry for entry in _entries(label, data) if entry.url not in known]
        if new:
            listed = ", ".join(f"{entry.title} ({entry.url})" for entry in new[:10])
            more = f" and {len(new) - 10} more" if len(new) > 10 else ""
            message = f"the index names new pages: {listed}{more}"
            place = Place(label, new[0].line)
            finding = _at("DR006", manifest.provider, label, message, place)
            yield replace(finding, old=None, new=place)


def _entries(file: str, data: bytes) -> Sequence[IndexEntry]:
    page = read_page(file, data)
    if isinstance(page, Diagnostic) or not is_index(page):
        return ()
    return read_index(page).entries


def _fragments(
    opened: ProviderFolder,
    before: EffectiveDocument,
    sources: ProviderSources,
    pages: Pages,
    calls: Mapping[str, str],
    prose: bool,
) -> tuple[list[Finding], tuple[Diagnostic, ...]]:
    """Compare the documents that fragments make up, both corrected alike."""
    provider = opened.manifest.provider
    if not pages.data:
        return [], ()
    if sources == opened.sources:
        return list(_unnecessary(provider, before)), ()
    then = opened.sources
    after = pipeline.effective_document(sources, before.pieces, mixed=True)
    overlay: list[Finding] = []
    if isinstance(after, Stopped):
        useless = [d for d in after.diagnostics if d.code == "UD031"]
        others = [d for d in after.diagnostics if d not in useless]
        overlay = [_useless(provider, d.place, d.message) for d in useless]
        then, sources = (replace(s, overlay=None) for s in (then, sources))
        after = pipeline.effective_document(sources, before.pieces, mixed=True)
        if isinstance(after, Stopped):
            return overlay, tuple(others)
        # Both are compared as they stand, if one alone can be corrected.
        before = replace(before, document=upgraded(before.plain))
    plain = settled_versions(before.plain, after.plain)
    before = pipeline.told_as(before, plain[0], then)
    after = pipeline.told_as(after, plain[1], sources)
    overlay += _unnecessary(provider, after)
    label = opened.manifest.label

    def is_gone(place: Place) -> bool:
        return any(label(file) == place.file for file in pages.gone)

    found = compare_documents(
        provider,
        DocumentSide(before.document, lambda: calls),
        DocumentSide(after.document, calls_of(after.document, provider)),
        is_gone,
        prose=prose,
    )
    return [*overlay, *found], ()


def _unnecessary(provider: str, read: EffectiveDocument) -> Iterator[Finding]:
    """Yield the overlay's actions that change nothing of what the pages say."""
    for action in read.corrections:
        unchanged = all(
            (old := read.plain.at(pointer)) is not None
            and (new := read.document.at(pointer)) is not None
            and same(old.value, new.value)
            for pointer in action.pointers
        )
        if unchanged and action.pointers:
            message = f"the pages say so themselves now: {action.reason}"
            yield _useless(provider, action.place, message)


def _needless(
    opened: ProviderFolder, analysis: Analysis, facts: Sequence[PageFacts]
) -> Iterator[Finding]:
    """Yield the overlay's actions that a hand-written spec no longer needs."""
    actions = analysis.effective.corrections
    if not actions:
        return
    provider = opened.manifest.provider
    yield from _unnecessary(provider, analysis.effective)
    alone = replace(opened.sources, pages={}, overlay=None)
    plain = pipeline.analyse(alone)
    if isinstance(plain, Stopped):
        return
    clients = plain.lowered.client, analysis.lowered.client
    for action in obsolete_actions(actions, *clients, facts):
        message = f"the pages say so themselves now: {action.reason}"
        found = _useless(provider, action.place, message)
        yield replace(found, remedy=f"write it into the spec, then {found.remedy}")


def _useless(provider: str, place: Place, message: str) -> Finding:
    told = f"{DRIFT_RULES['DR604'].title}: {message}"
    return _at("DR604", provider, str(place.pointer or place), told, place)


def _written(
    opened: ProviderFolder,
    sources: ProviderSources,
    pages: Pages,
    calls: Mapping[str, str],
    prose: bool,
) -> Sequence[Finding]:
    """Compare hand-written pages with those that the spec was written from."""
    reading = Reading()
    label = opened.manifest.shown
    before = {f: d for f, d in opened.sources.pages.items() if f not in pages.gone}
    old = reading.of_pages(before, label)
    new = reading.of_pages(sources.pages, label)
    found = compare(
        old, new, opened.manifest.provider, calls=lambda: calls, prose=prose
    )
    return [
        replace(finding, remedy=f"edit the spec ({_ADDS}); {finding.remedy}")
        for finding in found.findings
    ]


def _apart(
    opened: ProviderFolder,
    analysis: Analysis,
    facts: Sequence[PageFacts],
    gone: frozenset[str],
    changed: Set[str],
) -> Iterator[Mismatch]:
    """Yield where spec and pages part company.

    What is so only since pages changed is told by those changes already: `changed` are
    the operations that they are about.
    """
    claims = facts_of_client(analysis.lowered.client, analysis.document.place)
    refused = {refusal.operation for refusal in analysis.lowered.refused}
    before = {p.key for p in mismatches(claims, analysis.pages, refused)}
    missing = _documented_on(analysis.pages, gone, opened)
    there = [claim for claim in claims if claim.key not in missing]
    for parting in mismatches(there, facts, refused):
        if parting.key in before or parting.operation not in changed:
            yield parting


def _documented_on(
    pages: Sequence[PageFacts], gone: frozenset[str], opened: ProviderFolder
) -> frozenset[str]:
    """Return the operations that only pages tell of that are not there now."""
    labels = {opened.manifest.label(file) for file in gone}
    return frozenset(
        operation.key
        for page in pages
        if page.page in labels
        for operation in page.operations
    )


def _support(provider: str, mismatch: Mismatch, calls: Mapping[str, str]) -> Finding:
    """Return what a mismatch is to whoever checks for drift."""
    call = calls.get(mismatch.operation)
    documented = f", but the page says {mismatch.documented}"
    return noted(
        _SUPPORT[mismatch.code],
        provider,
        mismatch.message,
        mismatch.message + (documented if mismatch.documented else ""),
        pages=(_line(mismatch.on_page or mismatch.place),),
        old=mismatch.in_spec,
        new=mismatch.on_page,
        operations=(mismatch.operation,),
        calls=(call,) if call else (),
    )


def _line(place: Place) -> Place:
    return replace(place, pointer="")


def _at(code: str, provider: str, subject: str, message: str, place: Place) -> Finding:
    """Return a finding about one place."""
    return noted(code, provider, subject, message, pages=(_line(place),), old=place)
