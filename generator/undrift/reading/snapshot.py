"""What some pages and documents say at one time, all together: the start of every way.

bytes ─▶ snapshot ─▶ document, facts ─▶ a client
         snapshot, snapshot ─▶ findings
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from ..diagnostics import Diagnostic, Place
from ..facts import PageFacts
from ..openapi import Document, Folder, Part, merge
from .input_files import InputFile, Inputs, is_spec, page_name
from .reader import Reader, unusable_root

if TYPE_CHECKING:
    # A run on one document reads no page, and does not wait for what pages need.
    from ..docs import Contents, Index, PageText

_REFUSED = frozenset(("html", "rendered"))
"""Kinds of pages that are not documentation as it was written."""


@dataclass(frozen=True, slots=True)
class ReadPage:
    """One page, or one whole document, read.

    `name` is what it is called among others, `file` what places call the file that
    holds it, `first_line` where it begins there. `unread` says why it tells nothing.
    """

    name: str
    file: str
    kind: str
    first_line: int = 1
    text: PageText | None = None
    contents: Contents | None = None
    index: Index | None = None
    parts: tuple[Part, ...] = ()
    problems: tuple[Diagnostic, ...] = ()
    """Why it cannot be read, or a part of it cannot."""
    unread: str = ""

    @property
    def facts(self) -> PageFacts | None:
        """Return what is stated by hand; an index or a document states nothing so."""
        return self.contents.facts if self.contents is not None else None


@dataclass(frozen=True)
class Snapshot:
    """Pages and documents as they are at one time; `shown` is what messages call them.

    `folder` is where files that a single document refers to may stand. With `apart`,
    pages that contradict each other are both kept.
    """

    shown: str
    pages: tuple[ReadPage, ...]
    folder: Folder | None = None
    apart: bool = False
    input_problems: tuple[Diagnostic, ...] = ()

    @property
    def parts(self) -> tuple[Part, ...]:
        """Return the fragments and documents that make up the document."""
        return tuple(part for page in self.pages for part in page.parts)

    @property
    def facts(self) -> tuple[PageFacts, ...]:
        """Return what each page states by hand, or that it states nothing."""
        found = (page.facts for page in self.pages)
        return tuple(facts for facts in found if facts is not None)

    @cached_property
    def written(self) -> Mapping[str, PageFacts]:
        """Return what pages state that hold no OpenAPI, by their names."""
        return {
            page.name: page.facts
            for page in self.pages
            if page.facts is not None and page.facts.operations
            if page.contents is not None and not page.contents.fragments
            if not page.unread
        }

    @cached_property
    def read_names(self) -> frozenset[str]:
        """Return the names of the pages that could be read."""
        return frozenset(page.name for page in self.pages if not page.unread)

    @property
    def unread(self) -> tuple[ReadPage, ...]:
        """Return the pages that cannot be read, or not all of them."""
        return tuple(page for page in self.pages if page.unread)

    @cached_property
    def _merged(self) -> tuple[Document | None, tuple[Diagnostic, ...]]:
        parts = self.parts
        if not parts:
            return None, ()
        return merge(parts, self.folder, apart=self.apart)

    @property
    def document(self) -> Document | None:
        """Return the document that all parts make up, as they were written."""
        return self._merged[0]

    @property
    def conflicts(self) -> tuple[Diagnostic, ...]:
        """Return what contradicts in the parts."""
        return self._merged[1]

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        """Return everything that is wrong, but for what pages state by hand."""
        of_pages = (problem for page in self.pages for problem in page.problems)
        return (*self.input_problems, *of_pages, *self.conflicts)

    @cached_property
    def _starts(self) -> Mapping[str, list[tuple[int, str]]]:
        starts: dict[str, list[tuple[int, str]]] = {}
        for page in self.pages:
            starts.setdefault(page.file, []).append((page.first_line, page.name))
        return {file: sorted(found) for file, found in starts.items()}

    def name_at(self, place: Place) -> str:
        """Return the name of the page that a place is on."""
        starts = self._starts.get(place.file)
        if starts is None:
            return place.file
        after = bisect_right(starts, place.line, key=lambda start: start[0])
        return starts[max(after - 1, 0)][1]

    def names_in(self, file: str) -> Iterator[str]:
        """Yield the names of the pages that a file holds."""
        yield from (name for _, name in self._starts.get(file, ()))


def snapshot_of_inputs(reader: Reader, inputs: Inputs, shown: str) -> Snapshot:
    """Read everything that was given."""
    specs = [read_document(reader, file) for file in inputs.specs]
    pages = [page for file in inputs.pages for page in read_file_pages(reader, file)]
    folder = None
    if len(inputs.specs) == 1 and (home := inputs.specs[0].folder) is not None:
        folder = Folder(home, shown, inputs.specs[0].name)
    return Snapshot(shown, (*specs, *pages), folder, input_problems=inputs.problems)


def snapshot_of_files(
    reader: Reader,
    files: Iterable[InputFile],
    shown: str,
    *,
    folder: Folder | None = None,
    apart: bool = False,
) -> Snapshot:
    """Read pages and documents, whichever each file is."""
    pages = (page for file in files for page in read_file_pages(reader, file))
    return Snapshot(shown, tuple(pages), folder, apart)


def files_of_folder(pages: Mapping[str, bytes], shown: str) -> Iterator[InputFile]:
    """Yield pages that are known by their names in a folder that is called so."""
    for name, data in pages.items():
        yield InputFile(name, data, f"{shown}/{name}")


def read_file_pages(reader: Reader, file: InputFile) -> Iterator[ReadPage]:
    """Yield what a file holds: a page, a bundle of pages, an index or a document."""
    if is_spec(file.name, file.data):
        yield read_document(reader, file)
        return
    text = reader.text(file.shown, file.data)
    if isinstance(text, Diagnostic):
        yield _unreadable(file.name, text)
        return
    from ..docs import is_bundle, is_index, read_index, split_bundle

    named = replace(text, file=file.name)
    if is_bundle(named):
        parts = split_bundle(text)
        if [part.text for part in parts] != [text.text]:
            for number, part in enumerate(parts, 1):
                name = page_name(part.url) if part.url else f"page-{number}.md"
                yield _page(reader, name, part)
            return
    elif is_index(named):
        index = read_index(text)
        yield ReadPage(file.name, file.shown, "index", text=text, index=index)
        return
    yield _page(reader, file.name, text)


def read_single_page(reader: Reader, name: str, file: str, data: bytes) -> ReadPage:
    """Read one page, which is neither a document nor an index nor a bundle."""
    text = reader.text(file, data)
    if isinstance(text, Diagnostic):
        return _unreadable(name, text)
    return _page(reader, name, text)


def _unreadable(name: str, problem: Diagnostic) -> ReadPage:
    return ReadPage(
        name,
        problem.place.file,
        "unreadable",
        problems=(problem,),
        unread=problem.message,
    )


def read_document(reader: Reader, file: InputFile) -> ReadPage:
    """Read a whole OpenAPI document."""
    loaded = reader.load(file.shown, file.data)
    problem = loaded if isinstance(loaded, Diagnostic) else unusable_root(loaded)
    if problem is not None or isinstance(loaded, Diagnostic):
        assert problem is not None
        return ReadPage(
            file.name,
            file.shown,
            "openapi document",
            problems=(problem,),
            unread=problem.message,
        )
    part = Part(loaded, spec_file=file.name)
    return ReadPage(file.name, file.shown, "openapi document", parts=(part,))


def _page(reader: Reader, name: str, text: PageText) -> ReadPage:
    contents = reader.contents(text)
    parts: list[Part] = []
    problems: list[Diagnostic] = []
    for part in reader.parts(text):
        if isinstance(part, Diagnostic):
            problems.append(part)
        else:
            parts.append(part)
    kind = contents.facts.kind
    unread = problems[0].message if problems else ""
    if kind in _REFUSED:
        problems += contents.fact_problems
        unread = contents.fact_problems[0].message
    elif not text.text.strip():
        unread = "the page is empty"
    return ReadPage(
        name,
        text.file,
        kind,
        text.first_line,
        text,
        contents,
        None,
        tuple(parts),
        tuple(problems),
        unread,
    )
