"""Following a site's index of its pages (llms.txt) on the disk."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from ..config import read_file
from ..diagnostics import Diagnostic, Place
from ..docs import Index, IndexEntry, is_bundle, is_index, read_index
from .coverage import LeftOut
from .input_files import PAGES, InputFile, Inputs, is_spec
from .reader import Reader


def index_in(file: InputFile, reader: Reader) -> Index | None:
    """Return the index that a file is, None if it is a page."""
    page = reader.text(file.name, file.data)
    if isinstance(page, Diagnostic) or is_bundle(page) or not is_index(page):
        return None
    return read_index(page)


def follow(path: Path, index: Index, shown: str) -> Inputs:
    """Return the pages that a local index names and that stand beside it."""
    found = Inputs(title=index.title)
    for entry in index.specs:
        spec = _beside(path.parent, entry)
        if spec is not None and is_spec(spec.name, spec.data):
            note = f"the index names the full spec, {spec.name}: it is preferred"
            return replace(found, specs=(spec,), notes=(note,))
        reason = "the full spec; it does not stand beside the index"
        found += Inputs(left_out=(LeftOut(entry.url, "spec", reason),))
    reason = "the index names it, but it does not stand beside the index"
    named = [(entry, _beside(path.parent, entry)) for entry in index.entries]
    pages = tuple(page for _, page in named if page is not None)
    left = (LeftOut(entry.url, "link", reason) for entry, page in named if page is None)
    found += Inputs(pages=pages, left_out=tuple(left))
    if not found.pages:
        message = "nothing that this index names stands beside it"
        hint = "give the index by its address, or the folder that holds the pages"
        problem = Diagnostic("UD020", message, Place(shown), hint)
        found += Inputs(problems=(problem,))
    return found


def _beside(folder: Path, entry: IndexEntry) -> InputFile | None:
    is_address = entry.url.startswith(("https://", "http://"))
    for name in _candidates(entry.url):
        path = folder / name
        # A link, or a folder that is one, may lead anywhere.
        if os.path.isfile(path) and _is_plain(folder, name):
            data = read_file(path, str(path))
            if isinstance(data, bytes):
                url = entry.url if is_address else ""
                return InputFile(name, data, str(path), url, path.parent)
    return None


def _is_plain(folder: Path, name: str) -> bool:
    """Tell whether neither a file nor a folder that it stands in is a link."""
    parts = name.split("/")
    ways = ("/".join(parts[:end]) for end in range(1, len(parts) + 1))
    return not any(os.path.islink(folder / way) for way in ways)


def _candidates(url: str) -> Iterator[str]:
    """Yield the names that a page may have beside the index, the longest first."""
    try:
        path = unquote(urlsplit(url).path)
    except ValueError:
        return
    parts = [part for part in path.split("/") if part not in ("", ".")]
    if ".." in parts or any("\0" in part or "\\" in part for part in parts):
        return
    for start in range(len(parts)):
        name = "/".join(parts[start:])
        yield name
        if PurePosixPath(name).suffix.lower() not in PAGES:
            yield f"{name}.md"
