"""`undrift sync`: pages as their sites have them now, shown and, if wanted, stored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Literal

from ..config import Provider, Settings
from ..diagnostics import counted
from ..drift.finding import Finding, Level
from ..fetch import Fetched, shown_address
from ..output import OutputRefused
from ..reading.provider import Stopped
from ..reading.reader import Reader
from ..usecases.sync import (
    MOST_LINES,
    Changed,
    Comparison,
    Explain,
    Proposal,
    Target,
    compare_with_kept,
    difference,
    explain_changes,
    propose,
    saved_pages,
    store,
    sync_target,
)
from .fetching import fetch_target
from .opening import UNUSABLE, open_project
from .terminal import Terminal

_DIFFERS, _UNCHECKED = 1, 3
_PROPOSED = 1000
"""Lines of a proposal that are shown: all of them, as far as anybody reads."""
_LISTED = 20
"""How many pages that could not be fetched are named before the rest is counted."""
_LEVELS = {Level.BREAKING: "red", Level.WARNING: "yellow", Level.INFO: "cyan"}


def run_sync(
    providers: Sequence[str],
    *,
    accept: bool,
    source: Path | None,
    offline: bool,
    root: Path | None,
    proposing: bool = False,
    explain: Explain = explain_changes,
    today: date | None = None,
) -> int:
    """Fetch, show, and store if that is wanted; return the exit code."""
    terminal = Terminal()
    if offline and source is None and not proposing:
        terminal.problem(
            "undrift: --offline: no page can be fetched; give pages with --from DIR"
        )
        return _UNCHECKED
    opened = open_project(terminal, root, providers)
    if opened is None:
        return UNUSABLE
    settings, found, incomplete = opened
    day = today or datetime.now(UTC).date()
    width = max(len(provider.name) for provider in found)
    step = _Step(
        terminal,
        settings,
        accept,
        proposing,
        source,
        offline,
        explain,
        day,
        width,
        Reader(),
    )
    outcomes = [step.one(provider) for provider in found]
    codes = [outcome.code for outcome in outcomes if outcome is not None]
    if source is not None and not codes:
        names = ", ".join(provider.name for provider in found)
        terminal.problem(f"undrift: {source} holds no page of {names}")
        return UNUSABLE
    if incomplete:
        codes.append(UNUSABLE)
    code = next((c for c in (UNUSABLE, _DIFFERS, _UNCHECKED) if c in codes), 0)
    stored = any(outcome.stored for outcome in outcomes if outcome is not None)
    step.advise(code, stored=stored)
    return code


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What became of one provider; `stored`: its sources are not what they were."""

    code: int
    stored: bool = False


@dataclass(frozen=True, slots=True)
class _Step:
    """One run of the command."""

    terminal: Terminal
    settings: Settings
    accept: bool
    proposing: bool
    source: Path | None
    offline: bool
    explain: Explain
    today: date
    width: int
    reader: Reader

    def one(self, provider: Provider) -> _Outcome | None:
        """Bring one provider into step.

        None if pages were given by hand, and none of this provider.
        """
        target = sync_target(provider)
        if isinstance(target, Stopped):
            self.terminal.diagnostics(target.diagnostics)
            self.say(provider, "cannot be read", "red")
            return _Outcome(UNUSABLE)
        results = self.results(target)
        if results is None:
            self.say(provider, "cannot be fetched", "red")
            return _Outcome(UNUSABLE)
        if self.source is not None and not results:
            return None
        comparison = compare_with_kept(target, results)
        findings = comparison.findings(self.explain, self.reader)
        self.show(provider, comparison, findings)
        proposal = self.proposal(provider, comparison) if self.proposing else None
        if proposal is False:
            return _Outcome(UNUSABLE)
        code = _UNCHECKED if comparison.missed else 0
        if not self.accept:
            return _Outcome(_DIFFERS if comparison.changed or proposal else code)
        stored = store(comparison, findings, self.today, proposal or {})
        if isinstance(stored, OutputRefused):
            self.terminal.diagnostics(stored.problems)
            return _Outcome(UNUSABLE)
        for name in stored.names:
            self.terminal.line(f"    stored {target.manifest.label(name)}", "green")
        return _Outcome(code, bool(comparison.changed or proposal))

    def proposal(
        self, provider: Provider, comparison: Comparison
    ) -> Mapping[str, bytes] | Literal[False]:
        """Show what the spec could say; return the files that would change.

        False, after saying why, if the spec cannot be read.
        """
        found = propose(comparison.target, comparison.now, self.reader)
        if found is None:
            return {}
        if not isinstance(found, Proposal):
            self.terminal.diagnostics(found)
            self.say(provider, "nothing can be proposed", "red")
            return False
        for problem in found.left:
            self.terminal.line(
                f"    {problem.place}: {problem.message}: edit it by hand", "yellow"
            )
        if found.after == found.before:
            return {}
        count = counted(len(found.added), "edit")
        self.terminal.line(f"    {found.file}: {count} proposed", "bold")
        self.diff(found.before, found.after, _PROPOSED)
        return {found.file: found.after}

    def results(self, target: Target) -> Mapping[str, Fetched] | None:
        """Return what became of each page that could be had, by its file."""
        if self.offline and self.source is None:
            return {}
        if self.source is not None:
            return saved_pages(self.source, target.manifest.pages)
        return fetch_target(self.terminal, self.settings, target)

    def show(
        self,
        provider: Provider,
        comparison: Comparison,
        findings: Sequence[Finding],
    ) -> None:
        """Say what became of each page, and print what changed."""
        pages = comparison.target.manifest.pages
        looked_at = (
            len(comparison.changed) + len(comparison.confirmed) + len(comparison.missed)
        )
        counts = (
            (len(comparison.changed), "changed"),
            (len(comparison.confirmed), "unchanged"),
            (len(comparison.missed), "could not be fetched"),
            (len(pages) - looked_at, self._left_out),
        )
        said = ", ".join(f"{number} {what}" for number, what in counts if number)
        style = "yellow" if comparison.changed or comparison.missed else "green"
        self.say(provider, f"{counted(len(pages), 'page')}: {said or 'none'}", style)
        for page, to in comparison.moved:
            self.terminal.line(f"    {page.file} has moved to {shown_address(to)}")
        for page, missed in comparison.missed[:_LISTED]:
            self.terminal.line(f"    {page.file}: {missed.state}: {missed.reason}")
        if len(comparison.missed) > _LISTED:
            self.terminal.line(f"    and {len(comparison.missed) - _LISTED} more")
        for change in comparison.changed:
            self._change(change)
        for finding in findings:
            style = _LEVELS[finding.level]
            self.terminal.line(f"    {finding.level}: {finding.message}", style)

    @property
    def _left_out(self) -> str:
        if self.offline and self.source is None:
            return "as kept"
        return "without an address" if self.source is None else f"not in {self.source}"

    def _change(self, change: Changed) -> None:
        what = "is new" if change.before is None else "has changed"
        self.terminal.line(f"    {change.page.file} {what}", "bold")
        self.diff(change.before or b"", change.content.data, MOST_LINES)

    def diff(self, before: bytes, after: bytes, most: int) -> None:
        """Print how a text differs."""
        for line in difference(before, after, most):
            style = {"+": "green", "-": "red", "@": "cyan"}.get(line[0], "")
            self.terminal.line(f"        {line}", style)

    def say(self, provider: Provider, text: str, style: str) -> None:
        self.terminal.line(f"{provider.name:<{self.width}}  {text}", style)

    def advise(self, code: int, *, stored: bool) -> None:
        """Say what to do next, in one line."""
        self.terminal.line()
        match code:
            case 0 if stored:
                line = "Next: `undrift generate` makes the clients from these pages."
            case 0:
                line = "No page that was looked at has changed."
            case 1:
                again = "undrift sync --propose" if self.proposing else "undrift sync"
                line = f"Next: `{again} --accept` stores what is shown above."
            case 2:
                line = "Next: correct what is reported above and run this again."
            case _:
                line = "Next: save the missing pages by hand, then give --from DIR."
        self.terminal.line(line)
