"""`undrift show`: what a client does, and where each part of it was documented."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from ..config import Provider
from ..diagnostics import Diagnostic, errors
from ..reading.provider import Stopped, open_provider
from ..reading.reader import Reader
from ..usecases.generate import analyse_provider
from ..usecases.show import Correction, ProviderInfo, as_json, as_text, describe
from .opening import UNUSABLE, open_project
from .terminal import Terminal


def run_show(provider: str | None, *, form: str, root: Path | None) -> int:
    """Describe one provider, or all, and return the exit code."""
    terminal = Terminal()
    opened = open_project(terminal, root, [provider] if provider else [])
    if opened is None:
        return UNUSABLE
    _, providers, incomplete = opened
    code = UNUSABLE if incomplete else 0
    infos: list[ProviderInfo] = []
    for found in providers:
        told = _describe(found)
        if told.info is not None:
            infos.append(told.info)
        terminal.diagnostics(told.problems)
        if told.problems:
            code = UNUSABLE
    if form == "json":
        document = {"providers": [as_json(info) for info in infos]}
        print(json.dumps(document, indent=2, ensure_ascii=True))
    else:
        for info in infos:
            for line in as_text(info).splitlines():
                terminal.line(line)
            if info is not infos[-1]:
                terminal.line()
    return code


@dataclass(frozen=True, slots=True)
class _Told:
    """What can be told of a provider, and the errors that stop its client."""

    info: ProviderInfo | None
    problems: tuple[Diagnostic, ...]


def _describe(provider: Provider) -> _Told:
    opened = open_provider(provider)
    if isinstance(opened, Stopped):
        return _Told(None, opened.diagnostics)
    outcome = analyse_provider(opened, Reader())
    if isinstance(outcome, Stopped):
        return _Told(None, outcome.diagnostics)
    analysis, names = outcome
    manifest = opened.manifest
    info = describe(
        manifest.provider,
        manifest.client,
        manifest.title or manifest.client,
        tuple(page.url or manifest.label(page.file) for page in manifest.pages),
        analysis.lowered.client,
        names,
        analysis.sources(),
        tuple(
            Correction(applied.target, applied.reason, str(applied.place))
            for applied in analysis.effective.corrections
        ),
    )
    contained = analysis.lowered.contained if manifest.leave_out else ()
    return _Told(info, errors(d for d in analysis.diagnostics if d not in contained))
