"""Edits of a hand-written spec that add what its pages document, for review.

One edit after another is tried on the text; it is kept only if the spec, read again,
lacks less than before and nothing else is wrong with it that was not.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from .. import pipeline
from ..diagnostics import Diagnostic, errors
from ..drift import claims_of, unsupported_claims
from ..facts import PageFacts
from ..sources import Sources, Stopped
from .lacking import Lack, Spec, lacks_of
from .target import Target
from .yamltext import edited

_MOST = 200
"""Edits that are tried; who needs more writes the spec anew."""
_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A spec's text before and after; `left` is what has to be added by hand."""

    file: str
    before: bytes
    after: bytes
    added: tuple[Lack, ...]
    left: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a text of the spec lacks, and what is wrong with it."""

    lacks: tuple[Lack, ...]
    problems: frozenset[tuple[str, str]]
    unsaid: tuple[Diagnostic, ...]


def propose(
    target: Target, pages: Mapping[str, bytes]
) -> Proposal | tuple[Diagnostic, ...] | None:
    """Return what to add to a provider's spec so that it says what its pages say.

    None if there is no hand-written spec, problems if it cannot be read.
    """
    manifest = target.manifest
    if not manifest.spec:
        return None
    files: dict[str, bytes] = {}
    for file in filter(None, (manifest.spec, manifest.overlay)):
        match manifest.read(file):
            case Diagnostic() as problem:
                return (problem,)
            case data:
                files[file] = data
    before = files[manifest.spec]
    overlay = (manifest.overlay, files[manifest.overlay]) if manifest.overlay else None
    sources = Sources(
        manifest.folder, manifest.shown, pages, (manifest.spec, before), overlay
    )
    understood = pipeline.understand(sources)
    if isinstance(understood, Stopped):
        return errors(understood.diagnostics)
    text = before.decode("utf-8-sig")
    after, added, left = _tried(replace(sources, pages={}), understood.pages, text)
    mark = _BOM if before.startswith(_BOM.encode()) else ""
    return Proposal(manifest.spec, before, (mark + after).encode(), added, left)


def _tried(
    sources: Sources, pages: tuple[PageFacts, ...], text: str
) -> tuple[str, tuple[Lack, ...], tuple[Diagnostic, ...]]:
    reading = _read(sources, pages, text)
    added: list[Lack] = []
    tried: set[tuple[str, str]] = set()
    for _ in range(_MOST):
        lack = next((k for k in reading.lacks if _key(k) not in tried), None)
        if lack is None:
            break
        tried.add(_key(lack))
        candidate = edited(text, lack.edits) if lack.edits else None
        if candidate is None:
            continue
        again = _read(sources, pages, candidate)
        is_less = len(again.unsaid) < len(reading.unsaid)
        if is_less and again.problems <= reading.problems:
            text, reading = candidate, again
            added.append(lack)
    return text, tuple(added), reading.unsaid


def _key(lack: Lack) -> tuple[str, str]:
    return lack.message, str(lack.place)


def _read(sources: Sources, pages: tuple[PageFacts, ...], text: str) -> _Reading:
    """Hold a text of the spec against pages that were read already."""
    assert sources.spec is not None
    file = sources.spec[0]
    understood = pipeline.understand(
        replace(sources, spec=(file, text.encode("utf-8", "surrogatepass")))
    )
    if isinstance(understood, Stopped):
        wrong = frozenset((d.code, d.message) for d in understood.diagnostics)
        return _Reading((), wrong, ())
    document = understood.document
    claims = claims_of(understood.lowered.client, document.place)
    refused = {refusal.operation for refusal in understood.lowered.refused}
    found = unsupported_claims(claims, pages, refused)
    unsaid = tuple(d for d in found if d.code == "UD051")
    wrong = frozenset(
        (d.code, d.message)
        for d in errors((*understood.diagnostics, *found))
        if d.code != "UD051"
    )
    spec = Spec(document, f"{sources.label}/{file}")
    return _Reading(tuple(lacks_of(spec, claims, pages)), wrong, unsaid)
