"""Fetching a provider's pages: with its settings, and a progress bar."""

from __future__ import annotations

import os
from collections.abc import Generator, Mapping
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from .. import __version__
from ..config import Settings
from ..fetch import Fetched, FetchPolicy, Progress as Tell, fetch_pages, user_agent
from ..usecases.sync import Target
from .terminal import Terminal


def fetch_target(
    terminal: Terminal, settings: Settings, target: Target
) -> Mapping[str, Fetched] | None:
    """Return what became of each page that has an address, by its file.

    None, after saying why, if the manifest's headers cannot be sent.
    """
    agent = user_agent(__version__, settings.contact)
    policy = target.policy(os.environ, agent)
    if not isinstance(policy, FetchPolicy):
        terminal.diagnostics(policy)
        return None
    pages = target.fetchable
    requests = [target.request(page) for page in pages]
    with progress_of(target.manifest.provider, len(set(requests))) as tell:
        fetched = fetch_pages(requests, policy, tell)
    return {page.file: f for page, f in zip(pages, fetched, strict=True)}


@contextmanager
def progress_of(provider: str, total: int) -> Generator[Tell]:
    """Show how far fetching is, on a terminal only."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    shown = console.is_terminal and not os.environ.get("NO_COLOR")
    with Progress(
        *columns, console=console, transient=True, disable=not shown
    ) as progress:
        task = progress.add_task(provider, total=total)
        yield lambda fetched: progress.advance(task)
