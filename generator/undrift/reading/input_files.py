"""Reading what a user points at: pages, folders of pages, indexes, whole specs."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from ..config import read_file
from ..diagnostics import Diagnostic, Place
from .coverage import LeftOut

PAGES = frozenset((".md", ".mdx", ".markdown", ".mdoc", ".txt"))
"""How files are called that a folder of documentation is searched for."""

_BROWSERS = frozenset((".html", ".htm"))
"""Pages as a browser shows them: looked at too, so that they are refused aloud."""

SPECS = frozenset((".yaml", ".yml", ".json"))
MOST_FILES = 20_000
"""Files of a folder; more is a mistake, such as a home directory."""

_NOT_DOCUMENTATION = frozenset(("node_modules", "__pycache__"))
_YAML_SPEC = re.compile(rb"^(?:openapi|swagger)[ \t]*:", re.MULTILINE)
_JSON_SPEC = re.compile(rb'"(?:openapi|swagger)"[ \t\r\n]*:')
_BEGINS = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:[ \t]*+(?:#[^\r\n]*+|---)?\r?\n)*+"
    # A page's metadata may name an operation so; a document names a version.
    rb"[ \t]*[\"']?(?:openapi|swagger)[\"']?[ \t]*:[ \t]*[\"']?\d"
)
_BEGINS_JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s*+\{\s*+\"")
_HEAD = 64 * 1024
_INDEX = re.compile(r"llms(?:-[\w-]+)?\.txt$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class InputFile:
    """One file as it was given.

    `name` is its path within the source, `shown` what messages call it. `folder` is
    where files that it refers to may stand, for a spec from the disk.
    """

    name: str
    data: bytes = field(repr=False)
    shown: str
    url: str = ""
    folder: Path | None = None
    line: int = 1
    """The line of the given file at which it begins, for a page of a bundle."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything that the sources hold, sorted by what it is."""

    pages: tuple[InputFile, ...] = ()
    specs: tuple[InputFile, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    notes: tuple[str, ...] = ()
    title: str = ""
    problems: tuple[Diagnostic, ...] = ()
    indexes: tuple[InputFile, ...] = ()
    """Indexes that have an address: read again later, they tell of new pages."""
    unfollowed: tuple[InputFile, ...] = ()
    """Indexes and bundles in a folder whose own pages are read instead."""

    def __add__(self, other: Inputs) -> Inputs:
        """Return what both hold."""
        return together([self, other])


def together(parts: Sequence[Inputs]) -> Inputs:
    """Return what all of these hold, in time that grows with that."""
    return Inputs(
        tuple(chain.from_iterable(part.pages for part in parts)),
        tuple(chain.from_iterable(part.specs for part in parts)),
        tuple(chain.from_iterable(part.left_out for part in parts)),
        tuple(chain.from_iterable(part.notes for part in parts)),
        next((part.title for part in parts if part.title), ""),
        tuple(chain.from_iterable(part.problems for part in parts)),
        tuple(chain.from_iterable(part.indexes for part in parts)),
        tuple(chain.from_iterable(part.unfollowed for part in parts)),
    )


def is_spec(name: str, data: bytes) -> bool:
    """Tell whether a file is a whole OpenAPI document.

    Pages hold fragments of it, so that what is not called a document has to begin as
    one.
    """
    if Path(name).suffix.lower() not in SPECS:
        if _BEGINS_JSON.match(data):
            return _JSON_SPEC.search(data) is not None
        return _BEGINS.match(data) is not None
    head = data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"{"):
        return _JSON_SPEC.search(data) is not None
    return _YAML_SPEC.search(data) is not None


def page_name(url: str) -> str:
    """Return what a page is called as a file, by its address."""
    try:
        path = unquote(urlsplit(url).path).strip("/") or "index"
    except ValueError:
        # A bundle may call anything an address, such as `https://[`.
        path = "page"
    return path if PurePosixPath(path).suffix.lower() in PAGES else f"{path}.md"


def spec_name(url: str) -> str:
    """Return what a whole document is called, by its address."""
    name = PurePosixPath(page_name(url)).name
    stem = name.removesuffix(".md")
    return stem if PurePosixPath(stem).suffix.lower() in SPECS else name


def gather_path(path: Path) -> Inputs:
    """Read a file or a folder."""
    return _folder(path) if os.path.isdir(path) else _file(path)


def _file(path: Path) -> Inputs:
    data = read_file(path, str(path))
    if isinstance(data, Diagnostic):
        return Inputs(problems=(data,))
    given = InputFile(path.name, data, str(path))
    if is_spec(path.name, data):
        return Inputs(specs=(replace(given, folder=path.parent),))
    if path.suffix.lower() in SPECS:
        message = "this file is neither an OpenAPI document nor a page"
        hint = "an OpenAPI document begins with `openapi:` or `swagger:`"
        problem = Diagnostic("UD020", message, Place(str(path)), hint)
        return Inputs(problems=(problem,))
    return Inputs(pages=(given,))


def _folder(folder: Path) -> Inputs:
    found: list[Inputs] = []
    for path in _walk(folder):
        if len(found) == MOST_FILES:
            message = f"the folder holds more than {MOST_FILES} files"
            hint = "give the folder that holds the documentation only"
            problem = Diagnostic("UD012", message, Place(str(folder)), hint)
            return Inputs(problems=(problem,))
        name = path.relative_to(folder).as_posix()
        found.append(_found(path, name))
    if not found:
        problem = Diagnostic("UD020", "the folder holds no files", Place(str(folder)))
        return Inputs(problems=(problem,))
    return together(found)


def _found(path: Path, name: str) -> Inputs:
    """Return what one file of a folder is."""
    suffix = path.suffix.lower()
    if path.is_symlink():
        return Inputs(left_out=(LeftOut(name, "link", "links are not followed"),))
    if suffix not in PAGES | SPECS | _BROWSERS:
        return Inputs(left_out=(LeftOut(name, "other", "not a page"),))
    data = read_file(path, str(path))
    if isinstance(data, Diagnostic):
        return Inputs(problems=(data,))
    given = InputFile(name, data, str(path))
    if _INDEX.fullmatch(path.name):
        reason = "the folder's own pages are read instead"
        left = LeftOut(name, "index", reason)
        return Inputs(left_out=(left,), unfollowed=(given,))
    if suffix not in SPECS:
        return Inputs(pages=(given,))
    if is_spec(name, data):
        return Inputs(specs=(replace(given, folder=path.parent),))
    return Inputs(left_out=(LeftOut(name, "other", "not an OpenAPI document"),))


def _walk(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder in a fixed order, hidden ones left out."""
    for above, folders, files in os.walk(folder):
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".") and name not in _NOT_DOCUMENTATION
        )
        for name in sorted(files):
            if not name.startswith("."):
                yield Path(above, name)
