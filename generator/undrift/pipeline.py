"""From a provider's folder to its client: the whole story, one call per stage.

    sources ─▶ snapshot ─▶ document, corrected ─▶ IR ─▶ names ─▶ package

Stages return values and problems; an error stops the provider between two stages, and
nothing is written before everything is known to be good.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING

from .diagnostics import Diagnostic, Place, errors
from .facts import PageFacts
from .naming import ClientNames, assign, constructor_problems
from .openapi import (
    Applied,
    Document,
    apply_overlay,
    check_frame,
    check_parts,
    upgraded,
)
from .reading.input_files import InputFile
from .reading.provider import ProviderSources, Stopped
from .reading.reader import Reader
from .reading.snapshot import (
    Snapshot,
    files_of_folder,
    read_document,
    snapshot_of_files,
)
from .workers import beside

if TYPE_CHECKING:
    from .emit import PackageIdentity, Rendered
    from .lower import Lowered, RefusedOperation


@dataclass(frozen=True, slots=True)
class EffectiveDocument:
    """The document that a client is made from, before it is analysed."""

    document: Document
    """Corrected, and Swagger read as OpenAPI."""
    written: Document
    """Corrected, in the form in which it was written."""
    plain: Document
    """As it was written, without the overlay's corrections."""
    corrections: tuple[Applied, ...]
    pages: Snapshot
    spec: Snapshot
    """What the document is made of: the pages, or a spec of its own."""
    diagnostics: tuple[Diagnostic, ...]


_MANY = 100
"""Operations from which on a process of its own holds their examples against them."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the sources say, before any Python is printed."""

    effective: EffectiveDocument
    lowered: Lowered
    pages: tuple[PageFacts, ...]
    """What the pages document, where the spec is hand-written."""
    _departures: Callable[[], tuple[Diagnostic, ...]]
    _meaning: tuple[Diagnostic, ...]
    _defects: Callable[[], tuple[Diagnostic, ...]]

    @property
    def document(self) -> Document:
        """Return the document that the client is made from."""
        return self.effective.document

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """Return what may stop the client: nothing of what is checked beside."""
        return (*self.effective.diagnostics, *self._meaning)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Return every problem; waits for the checks that run beside."""
        meaning = (*self._departures(), *self._meaning, *self._defects())
        return (*self.effective.diagnostics, *meaning)

    @property
    def refused(self) -> tuple[RefusedOperation, ...]:
        """Return the operations that cannot be generated."""
        return self.lowered.refused

    def sources(self) -> Callable[[str], tuple[Place, ...]]:
        """Return a function that tells where a pointer's part is documented.

        The page comes first where the spec is hand-written, then the spec itself.
        """
        from .drift.client_facts import facts_of_client
        from .drift.conformance import page_places

        claims = facts_of_client(self.lowered.client, self.document.place)
        pages = page_places(claims, self.pages)

        def places(pointer: str) -> tuple[Place, ...]:
            spec = self.document.place(pointer)
            return (pages[pointer], spec) if pointer in pages else (spec,)

        return places


def effective_document(
    sources: ProviderSources, reader: Reader
) -> EffectiveDocument | Stopped:
    """Read a provider's sources into the effective document."""
    pages = read_pages(sources, reader)
    by_hand = sources.spec is not None
    found = list(_page_problems(pages, by_hand=by_hand))
    if errors(found):
        return Stopped(tuple(found))

    spec = pages
    if sources.spec is not None:
        spec = read_spec(sources, sources.spec, reader)
        found += spec.pages[0].problems
    if errors(found):
        return Stopped(tuple(found))
    if not spec.parts:
        place = Place(pages.pages[0].file if pages.pages else sources.label)
        hint = "write openapi.yaml by hand and name it as `spec` in provider.yaml"
        message = "no page holds an OpenAPI fragment"
        return Stopped((*found, Diagnostic("UD020", message, place, hint)))

    plain = spec.document
    found += spec.conflicts
    if plain is None or errors(found):
        return Stopped(tuple(found))

    written, corrections, objections = correct(sources, plain, reader)
    found += objections
    document = upgraded(written)
    found += check_frame(document)
    return EffectiveDocument(
        document, written, plain, corrections, pages, spec, tuple(found)
    )


def analyse(sources: ProviderSources, reader: Reader) -> Analysis | Stopped:
    """Read a provider's sources into an effective document and a client's IR."""
    read = effective_document(sources, reader)
    if isinstance(read, Stopped):
        return read
    if errors(read.diagnostics):
        return Stopped(read.diagnostics)
    document, pages = read.document, read.pages
    departures = beside(partial(check_parts, document))
    # Imported while that process imports its models: a small document waits for them.
    from .drift.client_facts import facts_of_client
    from .drift.conformance import conformance_problems
    from .emit import defect_diagnostics
    from .lower import lower

    lowered = lower(document, sources.addresses)
    found = list(lowered.diagnostics)
    found += constructor_problems(lowered.client, document.place)
    facts: tuple[PageFacts, ...] = ()
    if sources.spec is not None and pages.facts:
        facts = pages.facts
        for page in pages.pages:
            found += page.contents.fact_problems if page.contents is not None else ()
        claims = facts_of_client(lowered.client, document.place)
        refused = {refusal.operation for refusal in lowered.refused}
        found += conformance_problems(claims, facts, refused)
    many = len(lowered.client.operations) > _MANY
    check_examples = partial(defect_diagnostics, lowered.client, document.place)
    defects = beside(check_examples, worth=many)
    meaning = tuple(found)
    return Analysis(read, lowered, facts, cache(departures), meaning, cache(defects))


def name(
    analysis: Analysis,
    operations: Mapping[str, str] | None = None,
    types: Mapping[str, str] | None = None,
) -> ClientNames:
    """Give everything public its Python name; recorded names win."""
    return assign(analysis.lowered.client, operations, types)


def names_of(document: Document) -> dict[str, str]:
    """Return what a document's operations are called, by `METHOD path`."""
    from .lower import lower

    calls = assign(lower(document).client).calls
    return {str(key): str(call) for key, call in calls.items()}


def render(analysis: Analysis, names: ClientNames, target: PackageIdentity) -> Rendered:
    """Return the package's files; nothing is written."""
    from .emit import render_package

    return render_package(analysis.lowered.client, names, target)


# The stages of `analyse`


def read_pages(sources: ProviderSources, reader: Reader) -> Snapshot:
    """Read the documentation pages."""
    return snapshot_of_files(
        reader,
        files_of_folder(sources.pages, sources.label),
        sources.label,
        folder=reader.folder(sources.folder, sources.label),
        apart=sources.keep_apart,
    )


def read_spec(
    sources: ProviderSources, spec: tuple[str, bytes], reader: Reader
) -> Snapshot:
    """Read a whole spec, hand-written or as the provider publishes it."""
    file, data = spec
    read = read_document(reader, InputFile(file, data, f"{sources.label}/{file}"))
    folder = reader.folder(sources.folder, sources.label, file)
    return Snapshot(sources.label, (read,), folder, sources.keep_apart)


def _page_problems(pages: Snapshot, *, by_hand: bool) -> Iterator[Diagnostic]:
    """Yield what is wrong with pages, as far as the client is made from them.

    Where the spec is written `by_hand`, they are only held against it.
    """
    for page in pages.pages:
        if page.contents is None:
            yield from page.problems
        elif not by_hand:
            yield from page.contents.text_problems
            yield from page.problems


def correct(
    sources: ProviderSources, document: Document, reader: Reader
) -> tuple[Document, tuple[Applied, ...], tuple[Diagnostic, ...]]:
    """Apply the overlay: corrections to what the documentation says."""
    if sources.overlay is None:
        return document, (), ()
    file, data = sources.overlay
    match reader.load(f"{sources.label}/{file}", data):
        case Diagnostic() as problem:
            return document, (), (problem,)
        case loaded:
            result = apply_overlay(document, loaded)
            return result.document, tuple(result.applied), tuple(result.diagnostics)
