"""From a provider's folder to its client: the whole story, one call per stage.

    pages, spec, overlay ─▶ document ─▶ IR ─▶ names ─▶ package

Stages return values and problems; an error stops the provider between two stages, and
nothing is written before everything is known to be good.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import TYPE_CHECKING

from .diagnostics import Diagnostic, Place, errors
from .facts import PageFacts
from .naming import ClientNames, assign, constructor_problems
from .openapi import (
    Applied,
    Document,
    Folder,
    Part,
    Pieces,
    apply_overlay,
    check_frame,
    check_parts,
    load_source,
    merge,
    upgraded,
)
from .reading.provider import ProviderSources, Stopped
from .workers import beside

if TYPE_CHECKING:
    from .docs import PageText
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
    pages: tuple[PageText, ...]
    diagnostics: tuple[Diagnostic, ...]
    pieces: Pieces
    """What was read of fragments, so that others like them are read sooner."""


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
    sources: ProviderSources, pieces: Pieces | None = None, *, mixed: bool = False
) -> EffectiveDocument | Stopped:
    """Read a provider's sources into the effective document.

    `pieces` are those of an earlier reading that these sources resemble. A `mixed` site
    may be renewed page by page just now: most pages settle what they contradict in.
    """
    pieces = Pieces() if pieces is None else pieces
    pages, found = read_pages(sources)
    if errors(found):
        return Stopped(tuple(found))

    parts, problems = read_parts(sources, pages, pieces)
    found += problems
    if errors(found):
        return Stopped(tuple(found))

    main = sources.spec[0] if sources.spec else ""
    folder = Folder(sources.folder, sources.label, main)
    plain, conflicts = merge(parts, folder, apart=sources.keep_apart)
    found += (c for c in conflicts if not (mixed and c.code == "UD023"))
    if plain is None or errors(found):
        return Stopped(tuple(found))

    written, corrections, objections = correct(sources, plain)
    found += objections
    document = upgraded(written)
    found += check_frame(document)
    read = tuple(pages)
    return EffectiveDocument(
        document, written, plain, corrections, read, tuple(found), pieces
    )


def told_as(
    read: EffectiveDocument, plain: Document, sources: ProviderSources
) -> EffectiveDocument:
    """Return the same with other versions of what pages describe differently."""
    if plain is read.plain:
        return read
    written, corrections, _ = correct(sources, plain)
    document = upgraded(written)
    return replace(
        read,
        document=document,
        written=written,
        plain=plain,
        corrections=corrections,
    )


def analyse(sources: ProviderSources) -> Analysis | Stopped:
    """Read a provider's sources into an effective document and a client's IR."""
    read = effective_document(sources)
    if isinstance(read, Stopped):
        return read
    if errors(read.diagnostics):
        return Stopped(read.diagnostics)
    document, pages = read.document, list(read.pages)
    departures = beside(partial(check_parts, document))
    # Imported while that process imports its models: a small document waits for them.
    from .drift.client_facts import facts_of_client
    from .drift.conformance import conformance_problems
    from .emit import defect_diagnostics
    from .lower import lower

    lowered = lower(document)
    found = list(lowered.diagnostics)
    found += constructor_problems(lowered.client, document.place)
    facts: tuple[PageFacts, ...] = ()
    if sources.spec is not None and pages:
        facts, problems = read_facts(pages)
        found += problems
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


def read_pages(sources: ProviderSources) -> tuple[list[PageText], list[Diagnostic]]:
    """Decode the documentation pages."""
    if not sources.pages:
        return [], []
    # Imported where pages are read: a run on one document reads none.
    from .docs import is_index, read_page

    pages: list[PageText] = []
    problems: list[Diagnostic] = []
    for file, data in sources.pages.items():
        match read_page(f"{sources.label}/{file}", data):
            case Diagnostic() as problem:
                problems.append(problem)
            case page if not is_index(page):
                pages.append(page)
            case _:
                pass  # an index is kept to tell which pages are new
    return pages, problems


def read_parts(
    sources: ProviderSources, pages: list[PageText], pieces: Pieces
) -> tuple[list[Part], list[Diagnostic]]:
    """Return the hand-written spec, or else the fragments that pages hold."""
    if sources.spec is not None:
        file, data = sources.spec
        match load_source(f"{sources.label}/{file}", data):
            case Diagnostic() as problem:
                return [], [problem]
            case loaded:
                return [Part(loaded)], []
    from .docs import fragments_of, revision_of

    parts: list[Part] = []
    problems: list[Diagnostic] = []
    for page in pages:
        fragments, found = fragments_of(page)
        problems += found
        for fragment in fragments:
            loaded = load_source(
                page.file,
                fragment.text,
                first_line=fragment.first_line,
                indent=fragment.column - 1,
                pieces=pieces,
            )
            if isinstance(loaded, Diagnostic):
                problems.append(loaded)
            else:
                promise = fragment.method, fragment.path, fragment.spec_file
                parts.append(Part(loaded, *promise, revision_of(page)))
    if not parts and not errors(problems):
        problems.append(
            Diagnostic(
                "UD020",
                "no page holds an OpenAPI fragment",
                Place(pages[0].file if pages else sources.label),
                "write openapi.yaml by hand and name it as `spec` in provider.yaml",
            )
        )
    return parts, problems


def correct(
    sources: ProviderSources, document: Document
) -> tuple[Document, tuple[Applied, ...], tuple[Diagnostic, ...]]:
    """Apply the overlay: corrections to what the documentation says."""
    if sources.overlay is None:
        return document, (), ()
    file, data = sources.overlay
    match load_source(f"{sources.label}/{file}", data):
        case Diagnostic() as problem:
            return document, (), (problem,)
        case loaded:
            result = apply_overlay(document, loaded)
            return result.document, tuple(result.applied), tuple(result.diagnostics)


def read_facts(
    pages: list[PageText],
) -> tuple[tuple[PageFacts, ...], list[Diagnostic]]:
    """Return what markdown-only pages document."""
    from .docs import facts_of_page

    facts: list[PageFacts] = []
    problems: list[Diagnostic] = []
    for page in pages:
        read, found = facts_of_page(page)
        facts.append(read)
        problems += found
    return tuple(facts), problems
