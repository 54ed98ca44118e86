"""`undrift facts`: what pages document, each fact with its line."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path

from ..diagnostics import Diagnostic, Place, errors
from ..facts.render import facts_json, facts_lines
from ..usecases.facts import documented_pages
from .terminal import Terminal

UNREADABLE_INPUT = 2
UNREADABLE_PAGE = 3


def run_facts(given: Sequence[Path], *, form: str) -> int:
    """Print the facts of files and folders, and return the exit code."""
    terminal = Terminal()
    missing = [path for path in given if not os.path.exists(path)]
    for path in missing:
        problem = Diagnostic("UD001", "there is no such file", Place(str(path)))
        terminal.diagnostics([problem])
    if missing:
        return UNREADABLE_INPUT
    pages = documented_pages(given)
    if not pages:
        terminal.problem("undrift: no page in what was given (.md, .mdx, .txt, .html)")
        return UNREADABLE_INPUT
    if form == "json":
        print(json.dumps(facts_json(pages), indent=2, ensure_ascii=True))
    else:
        for line in facts_lines(pages):
            terminal.line(line)
        for page in pages:
            terminal.diagnostics(page.problems)
    unreadable = any(errors(page.problems) for page in pages)
    return UNREADABLE_PAGE if unreadable else 0
