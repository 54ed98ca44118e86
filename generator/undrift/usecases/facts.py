"""What pages document, whatever holds it: OpenAPI fragments, tables, examples.

A page stands for itself here: what pages make up together is another question, which
`pipeline` answers for a provider.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..diagnostics import Diagnostic, errors
from ..docs import (
    Contents,
    Fragment,
    PageText,
    contents_of,
    is_bundle,
    is_index,
    read_index,
    read_page,
    split_bundle,
)
from ..drift.client_facts import facts_of_client
from ..facts import OperationFacts, PageFacts, StatusFact
from ..facts.render import DocumentedPage
from ..ir import Operation
from ..lower import lower
from ..openapi import Document, Part, Value, load_source, merge, upgraded

_NO_TARGET = "UD016"
_SERVER = re.compile(r"(?P<origin>[A-Za-z][\w+.-]*://[^/?#]*)?(?P<path>[^?#]*)")
_DOCUMENT = re.compile(
    r"""^[ \t]*\{?[ \t\r\n]*["']?(?:openapi|swagger)["']?[ \t]*:""", re.MULTILINE
)


def told_of_file(file: str, data: bytes) -> tuple[DocumentedPage, ...]:
    """Return what the pages of a file document: one page, or all of a bundle."""
    page = read_page(file, data)
    if isinstance(page, Diagnostic):
        return (DocumentedPage(PageFacts(file, "unreadable", ""), (page,)),)
    if is_bundle(page):
        return tuple(page_facts(part) for part in split_bundle(page))
    return (page_facts(page),)


def page_facts(page: PageText) -> DocumentedPage:
    """Return what a page documents, and what is wrong with it."""
    if page.file.endswith((".json", ".yaml", ".yml")):
        return _document_facts(page)
    if is_index(page):
        return DocumentedPage(PageFacts(page.file, "index", read_index(page).title), ())
    contents = contents_of(page)
    if not contents.fragments:
        return DocumentedPage(contents.facts, contents.problems)
    return _fragment_facts(contents)


def is_document(data: bytes) -> bool:
    """Return whether a YAML or JSON file looks like an OpenAPI document."""
    return _DOCUMENT.search(data[:4_000].decode("utf-8", "replace")) is not None


def _document_facts(page: PageText) -> DocumentedPage:
    read = _read(page.file, Fragment(page.text, 1, 1, ""))
    return DocumentedPage(
        PageFacts(page.file, "openapi", read.title, read.facts), read.problems
    )


def _fragment_facts(contents: Contents) -> DocumentedPage:
    """Return the facts of a page's fragments; of two about one call the first.

    One fragment may use what another describes; where they contradict each other, each
    is read by itself.
    """
    found: dict[tuple[str, str], OperationFacts] = {}
    problems = list(contents.problems)
    page = contents.facts.page
    together = _read(page, *contents.fragments)
    single = len(contents.fragments) == 1 or not errors(together.problems)
    reads = [together] if single else [_read(page, f) for f in contents.fragments]
    for read in reads:
        problems += read.problems
        for operation in read.facts:
            found.setdefault((operation.method, operation.path), operation)
    facts = replace(contents.facts, operations=tuple(found.values()))
    return DocumentedPage(facts, tuple(problems))


@dataclass(frozen=True, slots=True)
class _Read:
    """What fragments say."""

    facts: tuple[OperationFacts, ...]
    title: str
    problems: tuple[Diagnostic, ...]


def _read(file: str, *fragments: Fragment) -> _Read:
    parts: list[Part] = []
    faults: list[Diagnostic] = []
    for fragment in fragments:
        loaded = load_source(
            file,
            fragment.text,
            first_line=fragment.first_line,
            indent=fragment.column - 1,
        )
        if isinstance(loaded, Diagnostic):
            faults.append(loaded)
        else:
            method = "" if fragment.webhook else fragment.method
            parts.append(Part(loaded, method, fragment.path if method else ""))
    if faults:
        return _Read((), "", tuple(faults))
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
