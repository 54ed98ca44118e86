"""What pages document, whatever holds it: OpenAPI fragments, tables, examples.

A page's fragments are each a document of their own here: what they make up together is
another question, which `pipeline` answers for a provider.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from .diagnostics import Diagnostic
from .docs import (
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
from .drift import claims_of
from .facts import OperationFacts, PageFacts, StatusFact
from .facts.told import Told
from .ir import Operation
from .lower import Lowered, lower
from .spec import Document, Part, load_source, merge, upgraded

_SERVER = re.compile(r"(?P<origin>[A-Za-z][\w+.-]*://[^/?#]*)?(?P<path>[^?#]*)")
_DOCUMENT = re.compile(
    r"""^[ \t]*\{?[ \t\r\n]*["']?(?:openapi|swagger)["']?[ \t]*:""", re.MULTILINE
)


def told_of_file(file: str, data: bytes) -> tuple[Told, ...]:
    """Return what the pages of a file document: one page, or all of a bundle."""
    page = read_page(file, data)
    if isinstance(page, Diagnostic):
        return (Told(PageFacts(file, "unreadable", ""), (page,)),)
    if is_bundle(page):
        return tuple(page_facts(part) for part in split_bundle(page))
    return (page_facts(page),)


def page_facts(page: PageText) -> Told:
    """Return what a page documents, and what is wrong with it."""
    if page.file.endswith((".json", ".yaml", ".yml")):
        return _document_facts(page)
    if is_index(page):
        return Told(PageFacts(page.file, "index", read_index(page).title), ())
    contents = contents_of(page)
    if not contents.fragments:
        return Told(contents.facts, contents.problems)
    return _fragment_facts(contents)


def is_document(data: bytes) -> bool:
    """Return whether a YAML or JSON file looks like an OpenAPI document."""
    return _DOCUMENT.search(data[:4_000].decode("utf-8", "replace")) is not None


def _document_facts(page: PageText) -> Told:
    read = _read(page.file, Fragment(page.text, 1, 1, ""))
    return Told(PageFacts(page.file, "openapi", read.title, read.facts), read.problems)


def _fragment_facts(contents: Contents) -> Told:
    """Return the facts of a page's fragments; of two about one call the first."""
    found: dict[tuple[str, str], OperationFacts] = {}
    problems = list(contents.problems)
    for fragment in contents.fragments:
        read = _read(contents.facts.page, fragment)
        problems += read.problems
        for operation in read.facts:
            found.setdefault((operation.method, operation.path), operation)
    facts = replace(contents.facts, operations=tuple(found.values()))
    return Told(facts, tuple(problems))


@dataclass(frozen=True, slots=True)
class _Read:
    """What one fragment says."""

    facts: tuple[OperationFacts, ...]
    title: str
    problems: tuple[Diagnostic, ...]


def _read(file: str, fragment: Fragment) -> _Read:
    loaded = load_source(
        file,
        fragment.text,
        first_line=fragment.first_line,
        indent=fragment.column - 1,
    )
    if isinstance(loaded, Diagnostic):
        return _Read((), "", (loaded,))
    method = "" if fragment.webhook else fragment.method
    document, problems = merge(
        [Part(loaded, method, fragment.path if method else "")], None
    )
    if document is None:
        return _Read((), "", problems)
    document = upgraded(document)
    info = document.at("/info")
    title = info.text("title") if info else ""
    lowered = lower(document)
    return _Read(_facts(document, lowered), title, problems)


def _facts(document: Document, lowered: Lowered) -> tuple[OperationFacts, ...]:
    """Return what a document claims, as a page would say it."""
    claims = claims_of(lowered.client, document.place)
    told = [
        _as_documented(claim, operation)
        for claim, operation in zip(claims, lowered.client.operations, strict=True)
    ]
    for refusal in lowered.refused:
        method, _, path = refusal.operation.partition(" ")
        told.append(OperationFacts(method, path, refusal.reason.place))
    return tuple(sorted(told, key=lambda operation: operation.place.line))


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
