"""What pages document, whatever holds it: OpenAPI fragments, tables, examples.

A page stands for itself here: what pages make up together is another question, which
`pipeline` answers for a provider.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from ..diagnostics import Diagnostic, errors
from ..drift.client_facts import facts_of_client
from ..facts import OperationFacts, PageFacts, StatusFact
from ..facts.render import DocumentedPage
from ..ir import Operation
from ..lower import lower
from ..openapi import Document, Part, Value, merge, upgraded
from ..reading.input_files import InputFile, gather_path
from ..reading.reader import Reader
from ..reading.snapshot import ReadPage, read_file_pages
from ..workers import spread

_NO_TARGET = "UD016"
_SERVER = re.compile(r"(?P<origin>[A-Za-z][\w+.-]*://[^/?#]*)?(?P<path>[^?#]*)")


_WORTH = 500_000
"""Bytes from which on several processes are quicker than one."""


def documented_pages(paths: Sequence[Path]) -> list[DocumentedPage]:
    """Return what the pages of files and folders document, in the order of names.

    Nothing is left out: an index is told as one, and what cannot be read as that.
    """
    reader = Reader()
    found = [file for path in paths for file in _files(path)]
    jobs = [partial(_documented, file, reader) for file in found]
    sizes = [len(f.data) if isinstance(f, InputFile) else 0 for f in found]
    # The largest first, where several processes share them.
    order = sorted(range(len(found)), key=lambda n: -sizes[n])
    done = spread([jobs[n] for n in order], worth=sum(sizes) > _WORTH)
    results = dict(zip(order, done, strict=True))
    return [page for n in range(len(found)) for page in results[n]]


def _files(path: Path) -> list[InputFile | Diagnostic]:
    """Return what a file or a folder holds, and what cannot be had."""
    inputs = gather_path(path)
    files = [*inputs.pages, *inputs.specs, *inputs.unfollowed]
    problems = [d for d in inputs.problems if files or not path.is_dir()]
    return [*sorted(files, key=_position), *problems]


def _position(file: InputFile) -> list[tuple[bool, str]]:
    """Return what sorts the files of a folder before those of folders in it."""
    *folders, name = file.name.split("/")
    return [*((True, folder) for folder in folders), (False, name)]


def _documented(
    file: InputFile | Diagnostic, reader: Reader
) -> tuple[DocumentedPage, ...]:
    if isinstance(file, Diagnostic):
        facts = PageFacts(file.place.file, "unreadable", "")
        return (DocumentedPage(facts, (file,)),)
    return _pages(file, reader)


def _pages(file: InputFile, reader: Reader) -> tuple[DocumentedPage, ...]:
    """Return what the pages of a file document: one page, or all of a bundle."""
    return tuple(map(_page, read_file_pages(reader, file)))


def _page(page: ReadPage) -> DocumentedPage:
    """Return what a page documents, and what is wrong with it."""
    contents = page.contents
    if contents is None:
        return _without_text(page)
    if not contents.fragments:
        # Why a page is refused stands among the problems of its contents.
        return DocumentedPage(contents.facts, contents.problems)
    found, problems = _fragment_facts(page.parts)
    facts = replace(contents.facts, operations=found)
    said = dict.fromkeys((*contents.problems, *page.problems, *problems))
    return DocumentedPage(facts, tuple(said))


def _without_text(page: ReadPage) -> DocumentedPage:
    """Return what a document or an index says, or that nothing can be read."""
    if page.index is not None:
        return DocumentedPage(PageFacts(page.file, page.kind, page.index.title), ())
    if not page.parts:
        return DocumentedPage(PageFacts(page.file, page.kind, ""), page.problems)
    read = _read(page.parts)
    facts = PageFacts(page.file, "openapi", read.title, read.facts)
    return DocumentedPage(facts, read.problems)


def _fragment_facts(
    parts: Sequence[Part],
) -> tuple[tuple[OperationFacts, ...], list[Diagnostic]]:
    """Return the facts of a page's fragments; of two about one call the first.

    One fragment may use what another describes; where they contradict each other, each
    is read by itself.
    """
    found: dict[tuple[str, str], OperationFacts] = {}
    problems: list[Diagnostic] = []
    together = _read(parts)
    single = len(parts) < 2 or not errors(together.problems)
    for read in [together] if single else [_read([part]) for part in parts]:
        problems += read.problems
        for operation in read.facts:
            found.setdefault((operation.method, operation.path), operation)
    return tuple(found.values()), problems


@dataclass(frozen=True, slots=True)
class _Read:
    """What fragments say."""

    facts: tuple[OperationFacts, ...]
    title: str
    problems: tuple[Diagnostic, ...]


def _read(parts: Sequence[Part]) -> _Read:
    document, problems = merge(parts, None)
    if document is None:
        return _Read((), "", problems)
    document = upgraded(document)
    info = document.at("/info")
    title = info.text("title") if info else ""
    facts, missing = _facts(document)
    return _Read(facts, title, (*problems, *missing))


def _facts(
    document: Document,
) -> tuple[tuple[OperationFacts, ...], tuple[Diagnostic, ...]]:
    """Return what a document claims, as a page would say it, and what it leaves out."""
    lowered = lower(document)
    refused = lowered.refused
    if any(refusal.reason.code == _NO_TARGET for refusal in refused):
        value = _without_missing(document.value, document)
        lowered = lower(replace(document, value=value))
    claims = facts_of_client(lowered.client, document.place)
    told = [
        _as_documented(claim, operation)
        for claim, operation in zip(claims, lowered.client.operations, strict=True)
    ]
    for refusal in lowered.refused:
        method, _, path = refusal.operation.partition(" ")
        told.append(OperationFacts(method, path, refusal.reason.place))
    missing = (
        Diagnostic(
            "UD024",
            f"not all of {refusal.operation} can be read: {refusal.reason.message}",
            refusal.reason.place,
            refusal.reason.hint,
        )
        for refusal in refused
    )
    return tuple(sorted(told, key=lambda o: o.place.line)), tuple(missing)


def _without_missing(value: Value, document: Document) -> Value:
    """Return a value in which references to nothing say nothing.

    Other pages may have what they name; all else that the page states still holds.
    """
    match value:
        case {"$ref": str() as reference} if reference.startswith("#/"):
            target = document.follow(reference, document.root)
            return {} if isinstance(target, Diagnostic) else value
        case dict():
            return {k: _without_missing(v, document) for k, v in value.items()}
        case list():
            return [_without_missing(v, document) for v in value]
        case _:
            return value


def _as_documented(claim: OperationFacts, operation: Operation) -> OperationFacts:
    """Return a claim with its path after the origin, and with what examples show."""
    servers = [match for url in claim.servers if (match := _SERVER.match(url))]
    prefix = servers[0]["path"].rstrip("/") if servers else ""
    examples = {
        response.status: example.text
        for response in reversed(operation.responses)
        for content in reversed(response.contents)
        for example in reversed(content.examples)
    }

    def shown(status: StatusFact) -> StatusFact:
        return replace(status, example=examples.get(status.status))

    return replace(
        claim,
        path=prefix + claim.path,
        servers=tuple(dict.fromkeys(s["origin"] for s in servers if s["origin"])),
        auth=(*claim.auth, *claim.assumed_auth),
        responses=tuple(map(shown, claim.responses)),
        errors=tuple(map(shown, claim.errors)),
    )
