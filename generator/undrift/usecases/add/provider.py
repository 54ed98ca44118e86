"""The files of a new provider's folder, made of what was given."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from ... import pipeline
from ...config import MANIFEST
from ...config.manifest import TITLE, URL
from ...diagnostics import Diagnostic, Place, errors
from ...openapi import Value, yaml_text
from ...pipeline import Analysis
from ...reading.coverage import Coverage, LeftOut, Taken
from ...reading.input_files import InputFile, Inputs
from ...reading.provider import ProviderSources, Stopped
from ...reading.reader import Reader
from ...reading.snapshot import read_file_pages
from .names import safe_names
from .pages import Sorted, sort_pages

_DOCS = "docs"
_SPEC = "openapi"


@dataclass(frozen=True, slots=True)
class NewProvider:
    """What `specs/NAME` will hold, and what became of everything given.

    `analysis` is None where something stops the client; the diagnostics say what.
    """

    files: Mapping[str, bytes] = field(repr=False)
    coverage: Coverage
    analysis: Analysis | None
    diagnostics: tuple[Diagnostic, ...]
    problems: tuple[Diagnostic, ...] = ()
    """Those of the diagnostics that concern what was given, not what it says."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Nothing can be made of what was given, and why."""

    coverage: Coverage
    diagnostics: tuple[Diagnostic, ...]


def new_provider(
    gathered: Inputs,
    reader: Reader,
    folder: Path,
    shown: str,
    client: str,
    *,
    server: str = "",
    kept: bool = False,
) -> NewProvider | Refusal:
    """Return the files of a provider's folder; nothing is written.

    `folder` is where they will stand and `shown` what messages call it, `client` the
    name of the client's class, `server` the host where no page names one. With `kept`,
    messages name the files of that folder, which are those to correct; otherwise the
    files that were given.
    """
    nothing = Coverage((), gathered.left_out, gathered.notes)
    if problems := errors(gathered.problems):
        return Refusal(nothing, problems)
    if len(gathered.specs) > 1:
        names = ", ".join(given.name for given in gathered.specs)
        message = f"there are several OpenAPI documents: {names}"
        hint = "give one of them; each is a client of its own"
        place = Place(gathered.specs[1].shown)
        return Refusal(nothing, (Diagnostic("UD020", message, place, hint),))
    if gathered.specs:
        return _from_spec(gathered, client, reader)
    pages = tuple(one for file in gathered.pages for one in _pages_of(file, reader))
    return _from_pages(
        replace(gathered, pages=pages),
        reader,
        folder,
        shown,
        client,
        server,
        kept=kept,
    )


# A whole OpenAPI document


def _from_spec(gathered: Inputs, client: str, reader: Reader) -> NewProvider | Refusal:
    (given,) = gathered.specs
    why = f"{given.name} describes the whole API"
    left = (*gathered.left_out, *(LeftOut(p.name, "page", why) for p in gathered.pages))
    notes = gathered.notes
    if gathered.pages:
        notes = (*notes, f"{given.name} is preferred: it describes the whole API")
    file = PurePosixPath(given.name).name
    home = given.folder or Path()
    sources = ProviderSources(home, home.as_posix(), {}, (file, given.data), None)
    analysis = pipeline.analyse(sources, reader)
    if isinstance(analysis, Stopped):
        return Refusal(Coverage((), left, notes), analysis.diagnostics)
    others = _referred(analysis, home)
    spec = file if others else _spec_file(given)
    files = {spec: given.data, **others}
    if len(files) == len(others) or MANIFEST in files:
        message = "a file that the document refers to has a name that undrift needs"
        return Refusal(
            Coverage((), left, notes),
            (Diagnostic("UD002", message, Place(given.shown), "rename it"),),
        )
    title = gathered.title or analysis.lowered.client.title
    refused = tuple(_refused(analysis))
    # One that has an address is a page: it is fetched again, and changes are told.
    listed = [(spec, given.url)] if URL.fits(given.url) else []
    files[MANIFEST] = _manifest(client, title, listed, spec, leave_out=bool(refused))
    left = (*left, *refused)
    operations = len(analysis.lowered.client.operations)
    taken = (Taken(given.name, spec, "openapi document", operations),)
    coverage = Coverage(taken, left, notes)
    return NewProvider(files, coverage, analysis, tuple(_others(analysis)))


def _spec_file(given: InputFile) -> str:
    is_json = given.data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")
    name = f"{_SPEC}.json" if is_json else f"{_SPEC}.yaml"
    return f"{_DOCS}/{name}" if URL.fits(given.url) else name


def _referred(analysis: Analysis, home: Path) -> dict[str, bytes]:
    """Return the files that a document refers to, under the same names."""
    folder = analysis.document.folder
    names = sorted(folder.read) if folder is not None else []
    return {name: (home / name).read_bytes() for name in names}


# Pages


def _pages_of(file: InputFile, reader: Reader) -> tuple[InputFile, ...]:
    """Return the pages of a bundle, each to be kept as a file, or the page itself."""
    pages = tuple(read_file_pages(reader, file))
    if [page.name for page in pages] == [file.name]:
        return (file,)
    return tuple(
        replace(
            file,
            name=page.name,
            data=page.text.text.encode(),
            url=page.text.url,
            line=page.first_line,
        )
        for page in pages
        if page.text is not None
    )


def _from_pages(
    gathered: Inputs,
    reader: Reader,
    folder: Path,
    shown: str,
    client: str,
    server: str,
    *,
    kept: bool,
) -> NewProvider | Refusal:
    given = (*gathered.pages, *gathered.indexes)
    files = [f"{_DOCS}/{file}" for file in safe_names([one.name for one in given])]
    every = dict(zip(files, given, strict=True))
    named = dict(list(every.items())[: len(gathered.pages)])
    indexes = dict(list(every.items())[len(gathered.pages) :])
    title = gathered.title
    found = sort_pages(named, reader, title or client, server)
    left = (*gathered.left_out, *found.left_out)
    notes = (*gathered.notes, *found.notes)
    if not found.taken:
        problems = tuple(_as_given(d, named, "") for d in found.problems)
        nothing = (_nothing(gathered),)
        return Refusal(Coverage((), left, notes), problems or nothing)
    pages = {file: named[file].data for file in found.taken}
    spec = (f"{_SPEC}.yaml", found.draft) if found.draft is not None else None
    sources = ProviderSources(folder, shown, pages, spec, None)
    analysis = pipeline.analyse(sources, reader)
    diagnostics = (
        *(_as_given(d, named, "") for d in found.problems),
        *(d if kept else _as_given(d, named, f"{shown}/") for d in _others(analysis)),
    )
    refused: tuple[LeftOut, ...] = ()
    if isinstance(analysis, Stopped):
        client_title, counts = "", dict[str, int]()
    else:
        refused = tuple(_refused(analysis))
        client_title = analysis.lowered.client.title
        counts = _operations(analysis, found, f"{shown}/")
    taken = tuple(
        Taken(named[file].name, file, kind, counts.get(file, 0))
        for file, kind in found.taken.items()
    )
    listed = [(file, every[file].url) for file in (*found.taken, *indexes)]
    contents = {**pages, **{file: index.data for file, index in indexes.items()}}
    if spec is not None:
        contents[spec[0]] = spec[1]
    contents[MANIFEST] = _manifest(
        client,
        title or client_title,
        listed,
        spec[0] if spec else "",
        leave_out=bool(refused),
    )
    coverage = Coverage(taken, (*left, *refused), notes)
    outcome = None if isinstance(analysis, Stopped) else analysis
    problems = diagnostics[: len(found.problems)]
    return NewProvider(contents, coverage, outcome, diagnostics, problems)


def _others(analysis: Analysis | Stopped) -> Iterator[Diagnostic]:
    """Yield problems but those of operations that the client is made without."""
    contained: Collection[Diagnostic] = ()
    if isinstance(analysis, Analysis):
        contained = analysis.lowered.contained
    yield from (d for d in analysis.diagnostics if d not in contained)


def _refused(analysis: Analysis) -> Iterator[LeftOut]:
    for refusal in analysis.refused:
        place, message = refusal.reason.place, refusal.reason.message
        yield LeftOut(str(refusal.operation), "operation", f"{message} ({place})")


def _nothing(gathered: Inputs) -> Diagnostic:
    place = Place(gathered.pages[0].shown if gathered.pages else "")
    hint = (
        "give pages as Markdown (on many sites the page's address and `.md`), the"
        " site's llms.txt, or an OpenAPI document"
    )
    return Diagnostic("UD020", "nothing given documents an operation", place, hint)


def _as_given(
    diagnostic: Diagnostic, named: Mapping[str, InputFile], prefix: str
) -> Diagnostic:
    """Let a problem in a page name the file that was given: it is still there."""
    given = named.get(diagnostic.place.file.removeprefix(prefix))
    if given is None:
        return diagnostic
    place = diagnostic.place
    line = place.line + given.line - 1 if place.line else 0
    return replace(diagnostic, place=replace(place, file=given.shown, line=line))


def _operations(analysis: Analysis, found: Sorted, prefix: str) -> dict[str, int]:
    """Return how many operations each page has, by its file."""
    if found.draft is not None:
        return {
            page.page.removeprefix(prefix): len(page.operations)
            for page in analysis.pages
        }
    counts: dict[str, int] = {}
    for operation in analysis.lowered.client.operations:
        source, _ = analysis.document.origin(operation.origin.pointer)
        file = source.file.removeprefix(prefix)
        counts[file] = counts.get(file, 0) + 1
    return counts


def _manifest(
    client: str,
    title: str,
    pages: Sequence[tuple[str, str]],
    spec: str,
    *,
    leave_out: bool = False,
) -> bytes:
    value: dict[str, Value] = {"client": client}
    title = re.sub(r"[\x00-\x1f\x7f]+", " ", title).strip()[: TITLE.longest]
    if TITLE.fits(title) and title != client:
        value["title"] = title
    if pages:
        value["pages"] = [
            {"file": file, "url": url} if URL.fits(url) else {"file": file}
            for file, url in pages
        ]
    if spec:
        value["spec"] = spec
    if leave_out:
        value["refused"] = "leave-out"
    return yaml_text(value).encode()
