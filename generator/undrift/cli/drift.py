"""`undrift drift`: documentation now, against what the clients were made from."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from ..config import MANIFEST, Provider, Settings
from ..diagnostics import Diagnostic
from ..drift.finding import DriftReport, Unreachable
from ..drift.ignore import Unusable, apply_ignores, read_ignores
from ..drift.report import ReportContext, passages
from ..drift.state import (
    STATE,
    DriftState,
    PageState,
    mark_known,
    read_state,
    render_state,
    with_seen,
)
from ..output import replace_file
from ..reading.provider import ProviderFolder, Stopped, open_provider
from ..reading.reader import Reader
from ..usecases.drift import Age, Pages, check_drift, committed, fetched, unnamed_pages
from ..usecases.sync import (
    Comparison,
    Target,
    compare_with_kept,
    saved_files,
    saved_pages,
    sync_target,
)
from .fetching import fetch_target
from .opening import UNUSABLE, open_project
from .reporting import deliver
from .terminal import Terminal

_UNCHECKED = 3
_DURATION = re.compile(r"([1-9]\d{0,3})([hdw])")
_UNITS = {"h": "hours", "d": "days", "w": "weeks"}


def duration(text: str) -> timedelta | None:
    """Read `36h`, `7d` or `2w`; None if it is something else."""
    match = _DURATION.fullmatch(text)
    return timedelta(**{_UNITS[match[2]]: int(match[1])}) if match else None


def _day(stamp: str) -> date | None:
    try:
        return datetime.fromisoformat(stamp).date()
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Wanted:
    """How to check, and what to make of it."""

    snapshot: bool = False
    docs: Path | None = None
    offline: bool = False
    max_age: timedelta | None = None
    new_only: bool = False
    prose: bool = False
    state: Path | None = None
    form: str = "text"
    output: Path | None = None
    fail_on: str = "breaking"


def run_drift(providers: Sequence[str], wanted: Wanted, *, root: Path | None) -> int:
    """Check every provider, hand over one report, and return the exit code."""
    terminal = Terminal()
    if wanted.offline and not wanted.snapshot and wanted.docs is None:
        terminal.problem(
            "undrift: --offline: no page can be fetched; check the pages that are kept"
            " with --snapshot, or others with --docs DIR"
        )
        return _UNCHECKED
    opened = open_project(terminal, root, providers)
    if opened is None:
        return UNUSABLE
    settings, found, incomplete = opened
    file = wanted.state or settings.root / STATE
    state = read_state(file)
    if isinstance(state, Diagnostic):
        terminal.diagnostics([state])
        return UNUSABLE
    alone = len(found) == 1 and not incomplete
    run_ = _Run(terminal, settings, wanted, datetime.now(UTC).date(), state, alone)
    read = [(provider, run_.one(provider)) for provider in found]
    failed = incomplete or any(report is None for _, report in read)
    whole = [report or _not_checked(provider) for provider, report in read]
    findings = mark_known((f for report in whole for f in report.findings), state)
    report = DriftReport(
        findings,
        sum(report.checked for report in whole),
        tuple(page for report in whole for page in report.unreachable),
    )
    names = tuple(provider.name for provider in found)
    context = ReportContext(
        passages(run_.text_of), names, datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")
    )
    code = deliver(
        terminal,
        report,
        wanted.form,
        output=wanted.output,
        context=context,
        fail_on=wanted.fail_on,
        new_only=wanted.new_only,
    )
    # What nobody was told is not remembered as seen.
    if code == UNUSABLE:
        return code
    if problem := run_.remember(file, state, report, names):
        terminal.diagnostics([problem])
        return UNUSABLE
    return UNUSABLE if failed else code


def _not_checked(provider: Provider) -> DriftReport:
    """Return what a report says of a provider that stopped the check of it."""
    reason = "its files have errors"
    manifest = f"{provider.shown}/{MANIFEST}"
    return DriftReport((), 0, (Unreachable(provider.name, manifest, "", reason),))


@dataclass(slots=True)
class _Run:
    """One run of the command."""

    terminal: Terminal
    settings: Settings
    wanted: Wanted
    today: date
    state: DriftState
    alone: bool
    """Whether no other provider is checked."""
    reader: Reader = field(default_factory=Reader)
    texts: dict[str, bytes] = field(default_factory=dict[str, bytes])
    """Texts that are no files: pages as they were fetched, by what places call them."""
    saved: Mapping[str, str] = field(default_factory=dict[str, str])
    """Where pages of the provider at hand stand in a folder of saved ones."""
    checked: dict[str, list[str]] = field(default_factory=dict[str, list[str]])

    def one(self, provider: Provider) -> DriftReport | None:
        """Check one provider; None, after saying why, if that is not possible."""
        opened = open_provider(provider)
        if isinstance(opened, Stopped):
            self.terminal.diagnostics(opened.diagnostics)
            return None
        pages = self.pages(provider, opened)
        if pages is None:
            return None
        report = check_drift(opened, pages, self.reader, prose=self.wanted.prose)
        if isinstance(report, Stopped):
            self.terminal.diagnostics(report.diagnostics)
            return None
        ignores = read_ignores(provider.folder, provider.shown)
        if isinstance(ignores, Unusable):
            self.terminal.diagnostics(ignores.problems)
            return None
        self.checked[provider.name] = [f for f in pages.data if f not in pages.unasked]
        marked = apply_ignores(report.findings, ignores, self.today)
        return replace(report, findings=marked)

    def pages(self, provider: Provider, opened: ProviderFolder) -> Pages | None:
        """Return the pages to check: kept ones, those of a folder, or the live ones."""
        if self.wanted.snapshot:
            return committed(opened)
        target = sync_target(provider, opened.manifest)
        if isinstance(target, Stopped):
            self.terminal.diagnostics(target.diagnostics)
            return None
        folder = self.wanted.docs
        if folder is not None:
            self.saved = saved_files(folder, target.manifest.pages)
            results = saved_pages(folder, target.manifest.pages)
        else:
            live = fetch_target(self.terminal, self.settings, target)
            if live is None:
                return None
            results = live
        comparison = compare_with_kept(target, results)
        self.keep_texts(comparison)
        if folder is None:
            return fetched(comparison, self.age(target), self.origin)
        reason = f"it is not in {folder}"
        pages = fetched(comparison, self.age(target), self.origin, reason)
        if not self.alone:
            # Of several providers nobody knows whose page it is.
            return pages
        return replace(pages, unnamed=unnamed_pages(folder, self.saved.values()))

    def origin(self, file: str, url: str) -> str:
        """Return what places call a page that was fetched, or read elsewhere."""
        folder = self.wanted.docs
        if folder is None:
            return url or file
        return f"{folder.as_posix()}/{self.saved.get(file, file)}"

    def keep_texts(self, comparison: Comparison) -> None:
        """Remember what was fetched, for a report that shows passages."""
        for change in comparison.changed:
            page = change.page
            self.texts[self.origin(page.file, page.url)] = change.content.data

    def age(self, target: Target) -> Age:
        """Return when each page was last read: by a sync, or by a check like this."""
        checked = {file: page.checked for file, page in target.fetched.items()}
        provider = target.manifest.provider
        for file, page in self.state.pages.get(provider, {}).items():
            day = _day(page.checked)
            if day is not None:
                checked[file] = max(day, checked.get(file, day))
        return Age(self.today, self.wanted.max_age, checked)

    def text_of(self, file: str) -> str | None:
        """Return a file's text by the name that places have."""
        data = self.texts.get(file)
        try:
            if data is None:
                data = (self.settings.root / file).read_bytes()
            return data.decode("utf-8")
        except (OSError, ValueError):
            return None

    def remember(
        self, file: Path, state: DriftState, report: DriftReport, names: Sequence[str]
    ) -> Diagnostic | None:
        """Write what was seen, unless only kept pages were looked at."""
        if self.wanted.snapshot and not self.wanted.new_only:
            return None
        unread = {page.provider for page in report.unreachable}
        complete = [name for name in names if name not in unread]
        now = with_seen(state, report.findings, complete)
        stamp = datetime.now(UTC).isoformat(timespec="seconds")
        for provider, pages in self._read().items():
            for page in pages:
                now = now.with_page(provider, page, PageState(stamp))
        if now == state:
            return None
        return replace_file(file, render_state(now), str(file))

    def _read(self) -> Mapping[str, list[str]]:
        if self.wanted.snapshot or self.wanted.docs is not None:
            return {}
        return self.checked
