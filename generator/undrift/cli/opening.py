"""What every command does first: find the project and the providers it is about."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from .. import __version__
from ..config import Provider, Settings, find_root, load_settings, select_providers
from ..output import OutputRefused, recover, recovery_notice
from .terminal import Terminal

UNUSABLE = 2
"""Exit code: wrong usage, configuration or input; nothing written."""


def open_project(
    terminal: Terminal, root: Path | None, asked: Sequence[str]
) -> tuple[Settings, tuple[Provider, ...], bool] | None:
    """Return settings, providers, and whether some of them cannot be worked on.

    None, after saying why, if there is nothing to work on.
    """
    folder = root if root is not None else find_root(Path.cwd())
    if folder is None:
        terminal.problem(
            "undrift: there is no specs/ folder here or above; give --root, or run"
            " `undrift` for how to start"
        )
        return None
    settings = load_settings(folder, __version__)
    if not isinstance(settings, Settings):
        terminal.diagnostics(settings)
        return None
    selected = select_providers(settings, asked)
    terminal.diagnostics(selected.problems)
    if not selected.found:
        if not selected.problems:
            terminal.problem(
                f"undrift: {settings.specs}/ holds no provider; run `undrift` for how"
                " to start"
            )
        return None
    mended = [_mend(terminal, provider) for provider in selected.found]
    whole = tuple(p for p, good in zip(selected.found, mended, strict=True) if good)
    if not whole:
        return None
    return settings, whole, len(whole) < len(mended) or bool(selected.problems)


def _mend(terminal: Terminal, provider: Provider) -> bool:
    """Complete or undo what an interrupted run left of a provider's folder.

    Returns whether the folder is whole.
    """
    recovered = recover(provider.folder, provider.shown)
    if isinstance(recovered, OutputRefused):
        terminal.diagnostics(recovered.problems)
        return False
    if recovered is not None:
        notice = recovery_notice(provider.folder, recovered, provider.shown)
        terminal.diagnostics([notice])
    return True
