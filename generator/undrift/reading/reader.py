"""What a command reads, each text once, whoever asks for it and under which name.

bytes ─▶ text ─▶ contents (one parse) ─▶ fragments, loaded ─▶ parts
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ..diagnostics import Diagnostic
from ..facts.moving import moved_to, place_moved_to
from ..jsontext import kind_of
from ..openapi import Folder, Loaded, Part, Pieces, load_source

if TYPE_CHECKING:
    # A run on one document reads no page, and does not wait for what pages need.
    from ..docs import Contents, Fragment, PageText


class Reader:
    """Remembers by text what was read; one for each run of a command."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._pieces = Pieces()
        self._folders: dict[tuple[Path, str, str], Folder] = {}
        self._texts: dict[tuple[bytes, bool], PageText | Diagnostic] = {}
        self._contents: dict[str, Contents] = {}
        self._loaded: dict[
            tuple[str | bytes, bool], tuple[Loaded | Diagnostic, int, int]
        ] = {}

    def text(self, file: str, data: bytes) -> PageText | Diagnostic:
        """Decode a page."""
        key = data, file.endswith(".txt")  # a text file may be larger
        known = self._texts.get(key)
        if known is None:
            from ..docs import read_page

            known = self._texts[key] = read_page(file, data)
        if isinstance(known, Diagnostic):
            return replace(known, place=replace(known.place, file=file))
        return known if known.file == file else replace(known, file=file)

    def contents(self, page: PageText) -> Contents:
        """Return all that a page holds."""
        known = self._contents.get(page.text)
        if known is None:
            from ..docs import contents_of

            # As if it began its file: a bundle's page may be met alone as well.
            known = contents_of(replace(page, first_line=1))
            self._contents[page.text] = known
        return _moved(known, page.file, page.first_line - 1)

    def folder(self, path: Path, label: str, main: str = "") -> Folder:
        """Return the folder that a document's references may lead to."""
        return self._folders.setdefault((path, label, main), Folder(path, label, main))

    def load(self, file: str, data: str | bytes) -> Loaded | Diagnostic:
        """Read a JSON or YAML file."""
        return self._load(file, data, 1, 0)

    def parts(self, page: PageText) -> Iterator[Part | Diagnostic]:
        """Yield a page's fragments, or why one cannot be read."""
        from ..docs import revision_of

        for fragment in self.contents(page).fragments:
            loaded = self._fragment(page.file, fragment)
            if isinstance(loaded, Diagnostic):
                yield loaded
            else:
                stated = fragment.method, fragment.path, fragment.spec_file
                yield Part(loaded, *stated, revision_of(page))

    def _fragment(self, file: str, fragment: Fragment) -> Loaded | Diagnostic:
        line, indent = fragment.first_line, fragment.column - 1
        loaded = self._load(file, fragment.text, line, indent, self._pieces)
        if isinstance(loaded, Diagnostic):
            return loaded
        return unusable_root(loaded) or loaded

    def _load(
        self,
        file: str,
        data: str | bytes,
        line: int,
        indent: int,
        pieces: Pieces | None = None,
    ) -> Loaded | Diagnostic:
        key = data, file.endswith(".json")  # a file named so must be JSON
        known = self._loaded.get(key)
        if known is None:
            read = load_source(
                file, data, first_line=line, indent=indent, pieces=pieces
            )
            self._loaded[key] = read, line, indent
            return read
        read, first, before = known
        if isinstance(read, Loaded):
            return _placed(read, file, line, indent)
        place = place_moved_to(read.place, file, line - first)
        return replace(
            read, place=replace(place, column=place.column + indent - before)
        )


def unusable_root(loaded: Loaded) -> Diagnostic | None:
    """Return why a text cannot be an OpenAPI document, whatever it says."""
    if isinstance(loaded.value, dict):
        return None
    message = f"an OpenAPI document is an object, not {kind_of(loaded.value)}"
    return Diagnostic("UD014", message, loaded.source.locate(""))


def _placed(loaded: Loaded, file: str, line: int, indent: int) -> Loaded:
    source = loaded.source
    if (source.file, source.first_line, source.indent) == (file, line, indent):
        return loaded
    return Loaded(
        loaded.value, replace(source, file=file, first_line=line, indent=indent)
    )


def _moved(known: Contents, file: str, lines: int) -> Contents:
    if known.facts.page == file and not lines:
        return known

    def moved(problems: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
        return tuple(
            replace(d, place=place_moved_to(d.place, file, lines)) for d in problems
        )

    return replace(
        known,
        facts=moved_to(known.facts, file, lines),
        fragments=tuple(
            replace(fragment, first_line=fragment.first_line + lines)
            for fragment in known.fragments
        ),
        text_problems=moved(known.text_problems),
        fact_problems=moved(known.fact_problems),
    )
