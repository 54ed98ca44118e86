"""`undrift facts`: what pages document, each fact with its line."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from ..config import is_inside, read_file
from ..diagnostics import Diagnostic, Place, errors
from ..facts import PageFacts
from ..facts.render import DocumentedPage, facts_json, facts_lines
from ..usecases.facts import is_document, told_of_file
from ..workers import spread
from .terminal import Terminal

UNREADABLE_INPUT = 2
UNREADABLE_PAGE = 3

_PAGES = (".md", ".mdx", ".markdown", ".txt", ".html", ".htm")
_DOCUMENTS = (".json", ".yaml", ".yml")
_WORTH = 500_000
"""Bytes from which on several processes are quicker than one."""


def run(given: Sequence[Path], *, form: str) -> int:
    """Print the facts of files and folders, and return the exit code."""
    terminal = Terminal()
    missing = [path for path in given if not os.path.exists(path)]
    for path in missing:
        problem = Diagnostic("UD001", "there is no such file", Place(str(path)))
        terminal.diagnostics([problem])
    if missing:
        return UNREADABLE_INPUT
    files = [file for path in given for file in _files(path)]
    if not files:
        terminal.problem("undrift: no page in what was given (.md, .mdx, .txt, .html)")
        return UNREADABLE_INPUT
    pages = _read_all(files)
    if form == "json":
        print(json.dumps(facts_json(pages), indent=2, ensure_ascii=True))
    else:
        for line in facts_lines(pages):
            terminal.line(line)
        for page in pages:
            terminal.diagnostics(page.problems)
    unreadable = any(errors(page.problems) for page in pages)
    return UNREADABLE_PAGE if unreadable else 0


def _files(path: Path) -> Iterator[Path]:
    """Yield a file, or the pages of a folder in the order of their names."""
    if not os.path.isdir(path):
        yield path
        return
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(folder, name)
            suffix = file.suffix.casefold()
            if file.is_symlink() and not is_inside(file, path):
                continue
            if suffix in _PAGES or (suffix in _DOCUMENTS and _holds_openapi(file)):
                yield file


def _holds_openapi(file: Path) -> bool:
    # Opening a pipe or a device might never end.
    if not os.path.isfile(file):
        return False
    try:
        with file.open("rb") as opened:
            return is_document(opened.read(4_000))
    except OSError:
        return False


def _read_all(files: Sequence[Path]) -> list[DocumentedPage]:
    """Read pages, the largest first where several processes share them."""
    sizes = {file: file.stat().st_size for file in files if file.is_file()}
    order = sorted(range(len(files)), key=lambda n: -sizes.get(files[n], 0))
    jobs = [partial(_read, files[n]) for n in order]
    done = spread(jobs, worth=sum(sizes.values()) > _WORTH)
    results = dict(zip(order, done, strict=True))
    return [told for n in range(len(files)) for told in results[n]]


def _read(file: Path) -> tuple[DocumentedPage, ...]:
    label = file.as_posix()
    data = read_file(file, label)
    if isinstance(data, Diagnostic):
        return (DocumentedPage(PageFacts(label, "unreadable", ""), (data,)),)
    return told_of_file(label, data)
