"""What drafts leave open: `show --unconfirmed`, `generate --check --confirmed`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from ..config import Provider
from ..diagnostics import Diagnostic, counted
from ..draft import Unconfirmed, unconfirmed_in
from ..reading.provider import Stopped, open_provider
from ..usecases.export import export_document
from .opening import UNUSABLE, open_project
from .terminal import Terminal

_OPEN = 1


def run_unconfirmed(provider: str | None, *, form: str, root: Path | None) -> int:
    """List what is open, and return the exit code."""
    terminal = Terminal()
    told = _all(terminal, [provider] if provider else [], root)
    if told is None:
        return UNUSABLE
    if form == "json":
        listed = [
            {
                "provider": found.name,
                "page": f"{found.shown}/{item.page}",
                "line": item.line,
                "question": item.question,
                "pointer": item.pointer,
            }
            for found, items in told
            for item in items
        ]
        print(json.dumps({"unconfirmed": listed}, indent=2, ensure_ascii=True))
        return 0
    for found, items in told:
        for item in items:
            terminal.line(f"{found.shown}/{item.page}:{item.line}: {item.question}")
            terminal.line(f"    #{item.pointer}")
        terminal.line(f"{found.name}: {counted(len(items), 'thing')} unconfirmed")
    return 0


def check(providers: Sequence[str], *, root: Path | None) -> int:
    """Say which providers leave something open, and return the exit code."""
    terminal = Terminal()
    told = _all(terminal, providers, root)
    if told is None:
        return UNUSABLE
    for found, items in told:
        if items:
            terminal.line(
                f"{found.name}: {counted(len(items), 'thing')} unconfirmed;"
                f" `undrift show {found.name} --unconfirmed` lists them",
                "yellow",
            )
    return _OPEN if any(items for _, items in told) else 0


def _all(
    terminal: Terminal, asked: Sequence[str], root: Path | None
) -> list[tuple[Provider, tuple[Unconfirmed, ...]]] | None:
    opened = open_project(terminal, root, asked)
    if opened is None:
        return None
    told: list[tuple[Provider, tuple[Unconfirmed, ...]]] = []
    for provider in opened[1]:
        match _open(provider):
            case Stopped(diagnostics):
                problems: Sequence[Diagnostic] = diagnostics
                terminal.diagnostics(problems)
                return None
            case items:
                told.append((provider, items))
    return told


def _open(provider: Provider) -> tuple[Unconfirmed, ...] | Stopped:
    sources = open_provider(provider)
    if isinstance(sources, Stopped):
        return sources
    exported = export_document(sources.sources)
    if isinstance(exported, Stopped):
        return exported
    return unconfirmed_in(exported.value)
