"""`undrift export`: the document that a client is made of, for other tools."""

from __future__ import annotations

import sys
from pathlib import Path

from ..jsontext import dumps
from ..openapi import yaml_text
from ..output import replace_file
from ..reading.provider import Stopped, open_provider
from ..usecases.export import Exported, export_document
from .opening import UNUSABLE, open_project
from .terminal import Terminal


def run_export(
    provider: str, *, output: Path | None, form: str, root: Path | None
) -> int:
    """Write one provider's document, and return the exit code."""
    terminal = Terminal()
    opened = open_project(terminal, root, [provider])
    if opened is None:
        return UNUSABLE
    _, (found, *_), _ = opened
    sources = open_provider(found)
    exported = (
        sources if isinstance(sources, Stopped) else export_document(sources.sources)
    )
    terminal.diagnostics(exported.diagnostics)
    if not isinstance(exported, Exported):
        terminal.problem("nothing was written")
        return UNUSABLE
    if not form:
        form = "json" if output and output.suffix.lower() == ".json" else "yaml"
    is_json = form == "json"
    value = exported.value
    text = f"{dumps(value, indent=2)}\n" if is_json else yaml_text(value)
    data = text.encode()
    if output is None:
        # Not through the terminal: another program reads this, byte for byte.
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    elif problem := replace_file(output, data, str(output)):
        terminal.diagnostics([problem])
        return UNUSABLE
    else:
        terminal.line(f"{output}: {exported.summary}", "green")
    return 0
