"""`undrift generate --from`: one document to one package, from any directory."""

from __future__ import annotations

import json
import os
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from .. import __version__
from ..config import read_file
from ..diagnostics import Severity, counted
from ..output import Package, WriteOutcome, replace_file, write_package
from ..reading.provider import Stopped
from ..usecases.rerun import unchanged
from .opening import UNUSABLE
from .terminal import Terminal

if TYPE_CHECKING:
    from ..usecases.add import NewProvider
    from ..usecases.standalone import Generated

_REFUSED = 1
_INCOMPLETE = 1
"""Exit code: there is a package, but nobody knows yet which host it is to call."""

_SITE = re.compile(r"https?://([^/:?#]+)")


def run_standalone(
    given: str,
    into: Path,
    name: str,
    report: Path | None,
    *,
    allow_skips: bool,
    server: str = "",
    offline: bool = False,
) -> int:
    """Generate, report, and return the exit code."""
    terminal = Terminal()
    if _holds_pages(given):
        from ..usecases.standalone import HOSTLESS, generate_from_pages

        addition = _added(terminal, given, name, server, offline=offline)
        if isinstance(addition, Stopped):
            return _finish(terminal, addition, report)
        folder, added = addition
        made = generate_from_pages(added, folder, into, name, allow_skips=allow_skips)
        code = _finish(terminal, made, report)
        hostless = [p for p in added.problems if p.code == HOSTLESS]
        if code or not hostless:
            return code
        terminal.diagnostics(hostless)
        return _INCOMPLETE
    source = Path(given)
    if report is None and (known := unchanged(source, into, name)) is not None:
        _tell(terminal, str(known[0]), known[1])
        return 0
    # Imported here: what is known already need not wait for it.
    from ..usecases.standalone import generate_from

    outcome = generate_from(source, into, name, allow_skips=allow_skips)
    return _finish(terminal, outcome, report)


def _holds_pages(source: str) -> bool:
    """Tell whether a source is anything else than one OpenAPI document on the disk."""
    path = Path(source)
    if source.startswith(("https://", "http://")) or os.path.isdir(path):
        return True
    if path.suffix.lower() not in (".md", ".mdx", ".markdown", ".mdoc", ".txt"):
        return False
    from ..reading.input_files import is_spec

    data = read_file(path, source)
    return isinstance(data, bytes) and not is_spec(path.name, data)


def _added(
    terminal: Terminal, source: str, name: str, server: str, *, offline: bool
) -> tuple[str, NewProvider] | Stopped:
    """Do what `add` would, without a provider's folder; return what it is called."""
    from ..fetch import user_agent
    from ..reading.reader import Reader
    from ..usecases.add import Network, Refusal, gather, new_provider
    from ..usecases.standalone import class_name, folder_name
    from .add import tell

    reader = Reader()
    gathered = gather([source], Network(user_agent(__version__), offline), reader)
    folder = name or folder_name(gathered.title or _called(source), Path(source))
    addition = new_provider(
        gathered, reader, Path(source), source, class_name(folder), server=server
    )
    tell(terminal, source, addition.coverage)
    if isinstance(addition, Refusal):
        return Stopped(addition.diagnostics)
    return folder, addition


def _called(source: str) -> str:
    """Return what a source without a title is called: a site's name, or the file's."""
    match = _SITE.match(source)
    if match:
        *_, name = match[1].split(".")[:-1] or [match[1]]
        return name
    return Path(source).resolve().stem


def _finish(
    terminal: Terminal, outcome: Generated | Stopped, report: Path | None
) -> int:
    """Write the report and the package, and return the exit code."""
    if isinstance(outcome, Stopped):
        terminal.diagnostics(outcome.diagnostics)
        terminal.problem("nothing was written")
        return UNUSABLE
    if report is not None:
        text = json.dumps(outcome.report, indent=2) + "\n"
        if problem := replace_file(report, text.encode(), str(report)):
            terminal.diagnostics([problem])
            return UNUSABLE
    refused = outcome.analysis.refused
    for refusal in refused:
        terminal.diagnostics([refusal.reason])
    if outcome.package is None:
        terminal.problem(
            f"{counted(len(refused), 'operation')} refused: nothing was written;"
            " --allow-skips leaves them out"
        )
        return _REFUSED
    package = replace(outcome.package, summary=_summary(outcome, outcome.package))
    written = write_package(package)
    if not isinstance(written, WriteOutcome):
        terminal.diagnostics(written.problems)
        return UNUSABLE
    terminal.diagnostics(written.warnings)
    _tell(terminal, package.shown, package.summary)
    return 0


def _summary(outcome: Generated, package: Package) -> str:
    """Return in one line what a package holds, in a second one what is doubtful."""
    client = outcome.analysis.lowered.client
    refused = len(outcome.analysis.refused)
    parts = [
        counted(len(client.operations), "call"),
        counted(len(client.declarations), "type"),
        counted(len(package.files), "file"),
    ]
    if refused:
        parts.append(f"{counted(refused, 'operation')} left out")
    warnings = [d for d in outcome.diagnostics if d.severity is Severity.WARNING]
    more = f"{counted(len(warnings), 'warning')}; --report FILE.json lists them"
    return ", ".join(parts) + (f"\n{more}" if warnings else "")


def _tell(terminal: Terminal, shown: str, summary: str) -> None:
    first, _, rest = summary.partition("\n")
    terminal.line(f"{shown}: {first}", "green")
    if rest:
        terminal.line(rest)
