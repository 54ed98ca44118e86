"""A provider's documentation, as it is now, against what its client was made from.

snapshot kept, snapshot now ─▶ compared ────────┐
spec and overlay ─▶ held against the newer one ─┴─▶ findings ─▶ ignored, known, new
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

from ..config import MANIFEST
from ..diagnostics import Place, errors
from ..drift.client_facts import facts_of_client
from ..drift.conformance import Mismatch, mismatches
from ..drift.finding import DriftReport, Finding, Unreachable
from ..drift.obsolete_overlay import obsolete_actions
from ..drift.rules import DRIFT_RULES, MOST_MISSING, noted
from ..facts import PageFacts
from ..fetch import Missed, State
from ..openapi import Applied, Document, same
from ..pipeline import Analysis, EffectiveDocument, analyse, correct
from ..reading.input_files import InputFile, gather_path
from ..reading.provider import ProviderFolder, ProviderSources, Stopped
from ..reading.reader import Reader
from ..reading.snapshot import (
    ReadPage,
    Snapshot,
    files_of_folder,
    snapshot_of_files,
)
from .diff import compare_snapshots, upgrade_both
from .generate import analyse_provider
from .sync import Comparison

_ADDS = "undrift sync --propose shows what to add"
_STATES = {
    State.GONE: "DR001",
    State.MOVED: "DR002",
    State.BLOCKED: "DR003",
    State.LOGIN: "DR004",
    State.UNREADABLE: "DR005",
}
_CONFORMANCE = {"UD050": "DR603", "UD051": "DR601", "UD052": "DR602"}


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
    unnamed: Mapping[str, bytes] = field(default_factory=dict[str, bytes])
    """Pages found beside them that the manifest does not name, by their paths."""


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


def unnamed_pages(folder: Path, named: Iterable[str]) -> dict[str, bytes]:
    """Return the pages of a folder but those `named`, by their whole paths."""
    known = frozenset(named)
    return {
        file.shown: file.data
        for file in gather_path(folder).pages
        if file.name not in known
    }


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
            f"{len(missed)} of {len(target.manifest.pages)} pages could not be"
            f" fetched: the site has changed or is down ({missed[0][1].reason})"
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


def check_drift(
    opened: ProviderFolder, pages: Pages, reader: Reader, *, prose: bool = False
) -> DriftReport | Stopped:
    """Return what differs between the pages now and what the client is made from."""
    outcome = analyse_provider(opened, reader)
    if isinstance(outcome, Stopped):
        return outcome
    analysis, names = outcome
    manifest = opened.manifest
    provider = manifest.provider
    calls = {str(k): f"{provider}.{call}" for k, call in names.calls.items()}
    old, new = _snapshots(opened, analysis, pages, reader)
    by_hand = bool(manifest.spec) and not manifest.publishes_spec
    overlay = _Overlay(opened.sources, reader, whole=not (pages.gone or new.unread))
    found = DriftReport((), 0)
    if pages.data and _differ(old, new):
        found = compare_snapshots(
            old,
            new,
            provider,
            calls=lambda: calls,
            prose=prose,
            finish=upgrade_both if by_hand else overlay.correct_both,
            reported=pages.gone,
        )
    elif pages.data and not by_hand:
        overlay.look_at(analysis.effective)
    changes = [_to_do(finding, by_hand, pages) for finding in found.findings]
    if by_hand and manifest.pages:
        changed = {key for change in changes for key in change.operations}
        named = (page for page in new.pages if page.file not in pages.unnamed)
        facts = [page.facts for page in named if page.facts is not None]
        silent = pages.gone | {page.name for page in new.unread}
        for mismatch in _apart(opened, analysis, facts, silent, changed):
            changes.append(_conformance(provider, mismatch, calls))
        changes += _obsolete(opened, analysis, facts, reader)
    else:
        changes = [*overlay.findings(provider), *changes]
    origins = {manifest.label(f): name for f, name in pages.origins.items()}
    findings = (*pages.findings, *changes)
    unread = (
        replace(
            page, page=manifest.label(page.page), reason=f"unreadable: {page.reason}"
        )
        for page in found.unreachable
    )
    return DriftReport(
        tuple(_with_origin(finding, origins) for finding in findings),
        len(pages.data.keys() - pages.unasked),
        (*pages.unreachable, *unread),
    )


def _snapshots(
    opened: ProviderFolder, analysis: Analysis, pages: Pages, reader: Reader
) -> tuple[Snapshot, Snapshot]:
    """Return the pages that are kept, and those that there are now.

    Of a provider that publishes its spec that is compared, and what indexes name.
    """
    manifest, read = opened.manifest, analysis.effective
    old, data = read.pages, dict(pages.data)
    if manifest.publishes_spec:
        indexes = tuple(page for page in old.pages if page.index is not None)
        old = replace(read.spec, pages=(*read.spec.pages, *indexes))
        files = {manifest.spec, *(page.name for page in indexes)}
        # A published spec that cannot be fetched now stands as it is kept.
        kept = {manifest.spec: opened.contents[manifest.spec]}
        data = {file: text for file, text in {**kept, **data}.items() if file in files}
    found = files_of_folder(data, manifest.shown)
    unnamed = dict[str, bytes]() if manifest.publishes_spec else pages.unnamed
    more = (InputFile(name, text, name) for name, text in unnamed.items())
    new = snapshot_of_files(
        reader,
        (*found, *more),
        manifest.shown,
        folder=old.folder,
        apart=old.apart,
    )
    return old, new


def _differ(old: Snapshot, new: Snapshot) -> bool:
    """Tell whether anything is not as it was, without looking into it."""
    return _said(old) != _said(new)


def _said(snapshot: Snapshot) -> dict[str, str]:
    return {page.name: _text_of(page) for page in snapshot.pages}


def _text_of(page: ReadPage) -> str:
    if page.text is not None:
        return page.text.text
    return "".join(part.loaded.source.text for part in page.parts) or page.unread


def _to_do(finding: Finding, by_hand: bool, pages: Pages) -> Finding:
    """Return a finding with what to do about it in a provider's folder."""
    if finding.code == "DR102" and all(p.file in pages.unnamed for p in finding.pages):
        return replace(finding, remedy=DRIFT_RULES["DR006"].remedy)
    if by_hand and not finding.code.startswith("DR00"):
        return replace(finding, remedy=f"edit the spec ({_ADDS}); {finding.remedy}")
    return finding


def _with_origin(finding: Finding, origins: Mapping[str, str]) -> Finding:
    """Return a finding whose newer places say where that text stands."""
    new = finding.new
    if new is None:
        return finding

    def stated(place: Place) -> Place:
        return replace(place, file=origins.get(place.file, place.file))

    return replace(finding, new=stated(new), pages=tuple(map(stated, finding.pages)))


@dataclass(slots=True)
class _Overlay:
    """The overlay's corrections, and which of them pages no longer need.

    `whole` says that no page is missing: only then an action that finds nothing is
    useless.
    """

    sources: ProviderSources
    reader: Reader
    whole: bool
    useless: list[tuple[Place, str]] = field(default_factory=list[tuple[Place, str]])

    def correct_both(self, old: Document, new: Document) -> tuple[Document, Document]:
        """Return two documents, corrected alike.

        Both are compared as they stand, if one alone can be corrected.
        """
        before, _, _ = correct(self.sources, old, self.reader)
        after, applied, problems = correct(self.sources, new, self.reader)
        if errors(problems):
            if self.whole:
                self.useless += ((p.place, p.message) for p in errors(problems))
            return upgrade_both(old, new)
        documents = upgrade_both(before, after)
        self.useless += _unnecessary(applied, new, documents[1])
        return documents

    def look_at(self, read: EffectiveDocument) -> None:
        """Note which actions change nothing of what the pages say."""
        self.useless += _unnecessary(read.corrections, read.plain, read.document)

    def findings(self, provider: str) -> Iterator[Finding]:
        """Yield a finding for each action that is of no use."""
        for place, message in self.useless:
            yield _useless(provider, place, message)


def _unnecessary(
    actions: Sequence[Applied], plain: Document, corrected: Document
) -> Iterator[tuple[Place, str]]:
    """Yield the overlay's actions that change nothing of what the pages say."""
    for action in actions:
        unchanged = all(
            (old := plain.at(pointer)) is not None
            and (new := corrected.at(pointer)) is not None
            and same(old.value, new.value)
            for pointer in action.pointers
        )
        if unchanged and action.pointers:
            yield action.place, _said_now(action)


def _said_now(action: Applied) -> str:
    return f"the pages now say so themselves: {action.reason}"


def _obsolete(
    opened: ProviderFolder,
    analysis: Analysis,
    facts: Sequence[PageFacts],
    reader: Reader,
) -> Iterator[Finding]:
    """Yield the overlay's actions that a hand-written spec no longer needs."""
    read = analysis.effective
    if not read.corrections:
        return
    provider = opened.manifest.provider
    for place, message in _unnecessary(read.corrections, read.plain, read.document):
        yield _useless(provider, place, message)
    alone = replace(opened.sources, pages={}, overlay=None)
    plain = analyse(alone, reader)
    if isinstance(plain, Stopped):
        return
    clients = plain.lowered.client, analysis.lowered.client
    for action in obsolete_actions(read.corrections, *clients, facts):
        found = _useless(provider, action.place, _said_now(action))
        yield replace(found, remedy=f"write it into the spec, then {found.remedy}")


def _useless(provider: str, place: Place, message: str) -> Finding:
    told = f"{DRIFT_RULES['DR604'].title}: {message}"
    return _at("DR604", provider, str(place.pointer or place), told, place)


def _apart(
    opened: ProviderFolder,
    analysis: Analysis,
    facts: Sequence[PageFacts],
    silent: frozenset[str],
    changed: Set[str],
) -> Iterator[Mismatch]:
    """Yield where spec and pages differ; pages that are `silent` say nothing now.

    What is so only since pages changed is told by those changes already: `changed` are
    the operations that they are about.
    """
    claims = facts_of_client(analysis.lowered.client, analysis.document.place)
    refused = {refusal.operation for refusal in analysis.lowered.refused}
    known = mismatches(claims, analysis.pages, refused) if changed else ()
    before = {mismatch.key for mismatch in known}
    missing = _documented_on(analysis.pages, silent, opened)
    there = [claim for claim in claims if claim.key not in missing]
    for mismatch in mismatches(there, facts, refused):
        if mismatch.key in before or mismatch.operation not in changed:
            yield mismatch


def _documented_on(
    pages: Sequence[PageFacts], silent: frozenset[str], opened: ProviderFolder
) -> frozenset[str]:
    """Return the operations that only pages tell of that are not there now."""
    labels = {opened.manifest.label(file) for file in silent}
    return frozenset(
        operation.key
        for page in pages
        if page.page in labels
        for operation in page.operations
    )


def _conformance(
    provider: str, mismatch: Mismatch, calls: Mapping[str, str]
) -> Finding:
    """Return what a mismatch is to whoever checks for drift."""
    call = calls.get(mismatch.operation)
    documented = f", but the page says {mismatch.documented}"
    return noted(
        _CONFORMANCE[mismatch.code],
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
