"""`undrift show`: what a client does, and where each part of it was documented."""

from __future__ import annotations

import json
from pathlib import Path

from ..describe import Correction, ProviderInfo, as_json, as_text, describe
from ..project import understand
from ..sources import Opened, Stopped, open_provider
from .opening import UNUSABLE, open_project
from .terminal import Terminal


def run(provider: str | None, *, form: str, root: Path | None) -> int:
    """Describe one provider, or all, and return the exit code."""
    terminal = Terminal()
    opened = open_project(terminal, root, [provider] if provider else [])
    if opened is None:
        return UNUSABLE
    _, providers, incomplete = opened
    code = UNUSABLE if incomplete else 0
    infos: list[ProviderInfo] = []
    for found in providers:
        read = open_provider(found)
        info = _describe(read) if isinstance(read, Opened) else read
        if isinstance(info, Stopped):
            terminal.diagnostics(info.diagnostics)
            code = UNUSABLE
        else:
            infos.append(info)
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


def _describe(opened: Opened) -> ProviderInfo | Stopped:
    outcome = understand(opened)
    if isinstance(outcome, Stopped):
        return outcome
    understood, names = outcome
    manifest = opened.manifest
    return describe(
        manifest.provider,
        manifest.client,
        manifest.title or manifest.client,
        tuple(page.url or manifest.label(page.file) for page in manifest.pages),
        understood.lowered.client,
        names,
        understood.sources(),
        tuple(
            Correction(applied.target, applied.reason, str(applied.place))
            for applied in understood.corrections
        ),
    )
