"""`undrift add`: a provider's folder from documentation as somebody has it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from .. import __version__
from ..config import Settings, find_root, load_settings
from ..config.providers import name_problem
from ..diagnostics import Diagnostic, Place, Severity, counted, errors
from ..fetch import user_agent
from ..naming import pascal
from ..output import create_folder
from ..reading.reader import Reader
from ..usecases.add import (
    Coverage,
    LeftOut,
    Network,
    NewProvider,
    Refusal,
    Taken,
    gather,
    new_provider,
)
from .opening import UNUSABLE
from .terminal import Terminal

_STOPPED = 1
"""Exit code: the folder was written, but `generate` will stop."""

_LISTED = 20
"""How many pages are told one by one; more are told by kind."""


def run_add(
    name: str,
    sources: Sequence[str],
    *,
    root: Path | None,
    client: str,
    server: str,
    dry_run: bool,
    offline: bool,
) -> int:
    """Add a provider, and return the exit code."""
    terminal = Terminal()
    home = root if root is not None else find_root(Path.cwd()) or Path.cwd()
    settings = load_settings(home, __version__)
    if not isinstance(settings, Settings):
        terminal.diagnostics(settings)
        return UNUSABLE
    shown = f"{settings.specs}/{name}"
    folder = settings.specs_folder() / name
    if problem := _unusable(name, folder, shown):
        terminal.diagnostics([problem])
        return UNUSABLE
    network = Network(user_agent(__version__, settings.contact), offline)
    reader = Reader()
    outcome = new_provider(
        gather(sources, network, reader),
        reader,
        folder,
        shown,
        client or pascal(name, "Client"),
        server=server,
        kept=not dry_run,
    )
    terminal.diagnostics(_worth_telling(outcome.diagnostics))
    if isinstance(outcome, Refusal):
        tell(terminal, shown, outcome.coverage)
        terminal.problem("nothing was written")
        return UNUSABLE
    if not dry_run and (problem := create_folder(folder, outcome.files, shown)):
        terminal.diagnostics([problem])
        return UNUSABLE
    tell(terminal, shown, outcome.coverage)
    return _advise(terminal, name, outcome, dry_run=dry_run)


def _unusable(name: str, folder: Path, shown: str) -> Diagnostic | None:
    if reason := name_problem(name):
        message = f"{name!a} cannot be the name of a provider: it {reason}"
        hint = "it names the folder and the Python package, such as storno"
        return Diagnostic("UD002", message, Place("specs"), hint)
    if os.path.lexists(folder):
        message = "there is such a provider already; nothing of it was touched"
        hint = "choose another name, or remove the folder first"
        return Diagnostic("UD062", message, Place(shown), hint)
    return None


def _worth_telling(found: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield errors; of warnings `generate` tells."""
    return (d for d in found if d.severity is Severity.ERROR)


def tell(terminal: Terminal, shown: str, coverage: Coverage) -> None:
    """Print what became of everything that was given."""
    if not coverage.taken and not coverage.left_out:
        return
    pages, operations = len(coverage.taken), coverage.operations
    terminal.line(
        f"{shown}: {counted(pages, 'file')} taken, {counted(operations, 'operation')},"
        f" {len(coverage.left_out)} left out"
    )
    if coverage.taken:
        terminal.line()
        _table(terminal, list(_rows(coverage)))
    if coverage.left_out:
        terminal.line()
        terminal.line("left out")
        _table(terminal, [_without(left) for left in coverage.left_out])
    for note in coverage.notes:
        terminal.line()
        terminal.line(f"note: {note}")


def _rows(coverage: Coverage) -> Iterator[tuple[str, ...]]:
    if len(coverage.taken) <= _LISTED:
        yield "read", "kind", "operations"
        yield from map(_row, coverage.taken)
        return
    yield "kind", "files", "operations"
    for kind, (files, operations) in coverage.kinds().items():
        yield kind, str(files), str(operations)


def _row(taken: Taken) -> tuple[str, ...]:
    return taken.name, taken.kind, str(taken.operations)


def _without(left: LeftOut) -> tuple[str, ...]:
    return left.name, left.kind, left.reason


def _table(terminal: Terminal, rows: list[tuple[str, ...]]) -> None:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [
            cell.ljust(min(width, 60)) for cell, width in zip(row, widths, strict=True)
        ]
        terminal.line(f"  {'  '.join(cells)}".rstrip())


def _advise(
    terminal: Terminal, name: str, addition: NewProvider, *, dry_run: bool
) -> int:
    """Say what to do next, in one line, and return the exit code."""
    terminal.line()
    analysis = addition.analysis
    stops = analysis is None or not analysis.lowered.client.operations
    stops = stops or bool(errors(addition.diagnostics))
    if dry_run:
        terminal.line("Nothing was written: --dry-run.")
    elif stops:
        terminal.line(
            f"Next: correct what is reported above, then `undrift generate {name}`."
        )
    else:
        terminal.line(f"Next: `undrift generate {name}` writes the client.")
    return _STOPPED if stops else 0
