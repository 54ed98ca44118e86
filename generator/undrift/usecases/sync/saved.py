"""Pages that somebody saved by hand, found by name in a folder."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from ...config import Page, is_inside, read_file
from ...diagnostics import Diagnostic
from ...fetch import Fetched, Missed, Ok, PageContent, State, content_problem, host_of


def saved_pages(folder: Path, pages: tuple[Page, ...]) -> Mapping[str, Fetched]:
    """Return those pages that a folder holds, by the manifest's file.

    A page is looked for as the manifest calls it, then by the path of its address, with
    or without the host, then by its last name alone, if no other page has that.
    """
    files = saved_files(folder, pages)
    return {
        page.file: _read(page, folder / files[page.file])
        for page in pages
        if page.file in files
    }


def saved_files(folder: Path, pages: tuple[Page, ...]) -> Mapping[str, str]:
    """Return where in a folder those pages stand that it holds."""
    names = Counter(name for page in pages for name in set(_last_names(page)))
    found: dict[str, str] = {}
    for page in pages:
        whole = [page.file, *_address_names(page)]
        last = [name for name in _last_names(page) if names[name] == 1]
        for name in dict.fromkeys([*whole, *last]):
            path = folder / name
            # A link may lead anywhere, and what is read here is stored.
            if os.path.isfile(path) and is_inside(path, folder):
                found[page.file] = name
                break
    return found


def _address_names(page: Page) -> Iterator[str]:
    try:
        path = unquote(urlsplit(page.url).path).strip("/")
    except ValueError:
        return
    parts = PurePosixPath(path).parts
    if not parts or any(part in ("..", "/") or "\0" in part for part in parts):
        return
    for prefix in (f"{host_of(page.url)}/", ""):
        yield f"{prefix}{path}"
        if not path.endswith(".md"):
            yield f"{prefix}{path}.md"


def _last_names(page: Page) -> tuple[str, ...]:
    named = [PurePosixPath(name).name for name in (page.file, *_address_names(page))]
    return tuple(dict.fromkeys(named))


def _read(page: Page, path: Path) -> Fetched:
    url = page.url or page.file
    data = read_file(path, path.as_posix())
    if isinstance(data, Diagnostic):
        return Missed(url, State.UNREADABLE, data.message)
    html = page.file.endswith((".html", ".htm"))
    if problem := content_problem("", data, html=html):
        return Missed(url, *problem)
    return Ok(url, PageContent(data))
