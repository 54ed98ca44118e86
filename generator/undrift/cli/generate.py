"""`undrift generate`: write packages, or tell whether they would change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ..config import Provider, Settings
from ..diagnostics import counted
from ..output import (
    Checked,
    Difference,
    DifferenceKind,
    OutputRefused,
    Reason,
    quick_check,
    recover,
    recovery_notice,
)
from ..reading.provider import ProviderFolder, Stopped, open_provider
from .opening import UNUSABLE, open_project
from .terminal import Terminal

if TYPE_CHECKING:
    from ..usecases.generate import BuiltPackage

_DIFFERS = 1
_LISTED = 12
"""How many differing files are named before the rest is counted."""


def run_generate(
    providers: Sequence[str], *, check: bool, full: bool, root: Path | None
) -> int:
    """Generate or check, and return the exit code."""
    terminal = Terminal()
    opened = open_project(terminal, root, providers)
    if opened is None:
        return UNUSABLE
    settings, found, incomplete = opened
    width = max(len(provider.name) for provider in found)
    codes = [
        _one(_Run(terminal, settings, provider, width), check=check, full=full)
        for provider in found
    ]
    if incomplete:
        codes.append(UNUSABLE)
    _advise(terminal, settings, max(codes), check=check, names=[p.name for p in found])
    return max(codes)


@dataclass(frozen=True, slots=True)
class _Run:
    """One provider's turn."""

    terminal: Terminal
    settings: Settings
    provider: Provider
    width: int

    def say(self, text: str, style: str = "") -> None:
        self.terminal.line(f"{self.provider.name:<{self.width}}  {text}", style)


def _one(run: _Run, *, check: bool, full: bool) -> int:
    """Return one provider's exit code; what goes wrong here stops no other provider."""
    if check and not full:
        return _check_digests(run)
    if not check:
        _recover(run)
    return _render(run, check=check)


def _recover(run: _Run) -> None:
    """Mend what an interrupted run left, even where nothing new can be written."""
    folder = run.settings.package_folder(run.provider.name)
    label = run.settings.package_label(run.provider.name)
    recovered = recover(folder, label)
    if isinstance(recovered, OutputRefused):
        run.terminal.diagnostics(recovered.problems)
    elif recovered is not None:
        run.terminal.diagnostics([recovery_notice(folder, recovered, label)])


def _check_digests(run: _Run) -> int:
    """Compare digests; only where an input changed is anything rendered."""
    opened = open_provider(run.provider)
    if isinstance(opened, Stopped):
        run.terminal.diagnostics(opened.diagnostics)
        run.say("cannot be read", "red")
        return UNUSABLE
    checked = quick_check(
        run.settings.package_folder(run.provider.name),
        opened.digests(),
        run.settings.package_label(run.provider.name),
    )
    if isinstance(checked, OutputRefused):
        run.terminal.diagnostics(checked.problems)
        return UNUSABLE
    if checked.up_to_date:
        run.say("up to date", "green")
        return 0
    return _render(run, check=True)


def _render(run: _Run, *, check: bool) -> int:
    from ..usecases.generate import build

    opened = open_provider(run.provider)
    if isinstance(opened, Stopped):
        run.terminal.diagnostics(opened.diagnostics)
        run.say("cannot be read: nothing was written", "red")
        return UNUSABLE
    built = build(run.settings, opened)
    run.terminal.diagnostics(built.diagnostics)
    if isinstance(built, Stopped):
        run.say("has errors: nothing was written", "red")
        return UNUSABLE
    return _compare(run, opened, built) if check else _write(run, opened, built)


def _compare(run: _Run, opened: ProviderFolder, built: BuiltPackage) -> int:
    from ..emit import normalised
    from ..output import check_package

    checked = check_package(built.package, normalised)
    if isinstance(checked, OutputRefused):
        run.terminal.diagnostics(checked.problems)
        return UNUSABLE
    names = opened.manifest.names
    names_differ = opened.contents.get(names) != built.names_file
    if checked.up_to_date and not names_differ:
        run.say("up to date", "green")
        return 0
    run.say(_headline(checked), "yellow")
    if names_differ:
        run.terminal.line(f"    {opened.manifest.label(names)}: new names to record")
    for path in checked.inputs:
        run.terminal.line(f"    {opened.manifest.label(path)}: changed since generated")
    _list(run, checked.differences)
    return _DIFFERS


def _headline(checked: Checked) -> str:
    if checked.interrupted:
        return "an interrupted run left it half written; `undrift generate` mends it"
    reasons = {
        d.reason.value: None
        for d in checked.differences
        if d.kind is not DifferenceKind.FOREIGN
    }
    counted = sum(d.kind is not DifferenceKind.FOREIGN for d in checked.differences)
    if not counted:
        return "its sources changed, its code does not"
    files = "1 file differs" if counted == 1 else f"{counted} files differ"
    return f"{files}: {', '.join(reasons)}"


def _list(run: _Run, differences: tuple[Difference, ...]) -> None:
    label = run.settings.package_label(run.provider.name)
    for difference in differences[:_LISTED]:
        what = difference.kind.value
        if difference.reason not in {Reason.FOREIGN}:
            what = f"{what} ({difference.reason.value})"
        else:
            what = "not undrift's: left alone"
        run.terminal.line(f"    {label}/{difference.path}: {what}")
    if len(differences) > _LISTED:
        run.terminal.line(f"    and {len(differences) - _LISTED} more")


def _write(run: _Run, opened: ProviderFolder, built: BuiltPackage) -> int:
    from ..output import WriteOutcome, replace_file, write_package

    manifest = opened.manifest
    problem = replace_file(
        manifest.path(manifest.names), built.names_file, manifest.label(manifest.names)
    )
    if problem is not None:
        run.terminal.diagnostics([problem])
        return UNUSABLE
    written = write_package(built.package)
    if not isinstance(written, WriteOutcome):
        run.terminal.diagnostics(written.problems)
        run.say("cannot be written", "red")
        return UNUSABLE
    run.terminal.diagnostics(written.warnings)
    client = built.analysis.lowered.client
    calls, types = len(client.operations), len(built.names.types)
    contents = f"{counted(calls, 'call')}, {counted(types, 'type')}"
    if written.unchanged:
        run.say(f"{contents}: nothing to change", "green")
        return 0
    done = [
        f"{len(files)} {what}"
        for files, what in (
            (written.added, "added"),
            (written.changed, "changed"),
            (written.removed, "removed"),
        )
        if files
    ]
    run.say(f"{contents}: files {', '.join(done)}", "green")
    return 0


def _advise(
    terminal: Terminal, settings: Settings, code: int, *, check: bool, names: list[str]
) -> None:
    """Say what to do next, in one line."""
    terminal.line()
    if code == UNUSABLE:
        terminal.line("Next: correct what is reported above and run this again.")
    elif check and code:
        terminal.line("Next: `undrift generate` writes what differs.")
    elif check:
        terminal.line("Everything is as `undrift generate` would write it.")
    elif code:
        terminal.line("Next: correct the operations that were refused.")
    else:
        name = names[0]
        folder = settings.package_label(name)
        terminal.line(
            f"Next: `undrift show {name}` shows what a client does; `pytest {folder}`"
            " runs its contract tests."
        )
