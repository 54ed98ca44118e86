"""`undrift ignore`: set a finding aside until a day, with a reason."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from ..config import Provider, Settings
from ..diagnostics import Diagnostic, Place
from ..drift.ignore import (
    IGNORE,
    Ignore,
    Unusable,
    id_problem,
    parse_day,
    read_ignores,
    reason_problem,
    until_problem,
    with_ignore,
    without_ignore,
)
from ..drift.state import STATE, DriftState, read_state
from ..output import replace_file
from .opening import UNUSABLE, open_project
from .terminal import Terminal


def run_ignore(
    id_: str,
    *,
    until: str,
    reason: str,
    remove: bool,
    provider: str,
    state: Path | None,
    root: Path | None,
) -> int:
    """Add, replace or remove an entry, and return the exit code."""
    terminal = Terminal()
    today = date.today()
    problem = id_problem(id_)
    if problem:
        terminal.problem(f"undrift: {id_!a} {problem}")
        return UNUSABLE
    entry = None if remove else _entry(terminal, id_, until, reason, today)
    if entry is None and not remove:
        return UNUSABLE
    opened = open_project(terminal, root, [provider] if provider else [])
    if opened is None:
        return UNUSABLE
    settings, providers, _ = opened
    if provider:
        found: Provider | None = providers[0]
    else:
        found = _listed_in(id_, providers) or _seen_in(
            terminal, id_, settings, providers, state
        )
    return UNUSABLE if found is None else _change(terminal, found, id_, entry)


def _entry(
    terminal: Terminal, id_: str, until: str, reason: str, today: date
) -> Ignore | None:
    """Return what was asked for, None after saying what is wrong with it."""
    day = parse_day(until)
    if day is None:
        problem = f"--until {until!a} is not a day such as {today.year + 1}-01-31"
    elif wrong := until_problem(day, today):
        problem = f"--until {until} {wrong}"
    elif wrong := reason_problem(reason):
        problem = f"--reason {wrong}"
    else:
        return Ignore(id_, day, " ".join(reason.split()))
    terminal.problem(f"undrift: {problem}")
    return None


def _listed_in(id_: str, providers: tuple[Provider, ...]) -> Provider | None:
    """Return the provider that has an entry for a finding already."""
    for provider in providers:
        entries = read_ignores(provider.folder, provider.shown)
        if not isinstance(entries, Unusable) and any(e.id == id_ for e in entries):
            return provider
    return None


def _seen_in(
    terminal: Terminal,
    id_: str,
    settings: Settings,
    providers: tuple[Provider, ...],
    file: Path | None,
) -> Provider | None:
    """Return the provider in which the last check saw a finding."""
    path = file if file is not None else settings.root / STATE
    state = read_state(path, str(file) if file is not None else STATE)
    if not isinstance(state, DriftState):
        terminal.diagnostics([state])
        return None
    seen = state.providers_of(id_)
    for provider in providers:
        if provider.name in seen:
            return provider
    terminal.problem(
        f"undrift: the last drift check saw no finding {id_}; look at its report, or"
        " give --provider NAME"
    )
    return None


def _change(
    terminal: Terminal, provider: Provider, id_: str, entry: Ignore | None
) -> int:
    path, shown = provider.folder / IGNORE, f"{provider.shown}/{IGNORE}"
    entries = read_ignores(provider.folder, provider.shown)
    if isinstance(entries, Unusable):
        terminal.diagnostics(entries.problems)
        return UNUSABLE
    before = next((e for e in entries if e.id == id_), None)
    if entry is None and before is None:
        terminal.problem(f"undrift: {shown} does not ignore {id_}")
        return UNUSABLE
    try:
        data = path.read_bytes() if path.exists() else None
    except OSError as error:
        message = error.strerror or type(error).__name__
        terminal.diagnostics([Diagnostic("UD001", message, Place(shown))])
        return UNUSABLE
    if entry is None:
        text, said = without_ignore(data, entries, id_), "is no longer ignored"
    else:
        text = with_ignore(data, entries, entry)
        said = f"is ignored until {entry.until}"
        said += f" (it was until {before.until})" if before is not None else ""
    if problem := replace_file(path, text, shown):
        terminal.diagnostics([problem])
        return UNUSABLE
    terminal.line(f"{shown}: {id_} {said}", "green")
    return 0
