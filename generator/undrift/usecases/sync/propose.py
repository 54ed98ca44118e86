"""Edits of a hand-written spec that make it say what its pages do, for review.

Edits are kept only if the spec, read again, lacks less for each of them and nothing
else is wrong with it that was not. Where many together fail, each half is tried.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from ... import pipeline
from ...diagnostics import Diagnostic, errors
from ...drift.client_facts import facts_of_client
from ...drift.conformance import conformance_problems
from ...facts import PageFacts
from ...reading.provider import ProviderSources, Stopped
from ...reading.reader import Reader
from .lacking import Lack, Spec, lacks_of
from .target import Target
from .yamltext import Editing

_MENDED = ("UD051", "UD052")
"""What pages say and the spec lacks, and what they say otherwise."""
_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A spec's text before and after; `left` is what has to be edited by hand."""

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
    target: Target, pages: Mapping[str, bytes], reader: Reader
) -> Proposal | tuple[Diagnostic, ...] | None:
    """Return what to add to a provider's spec so that it says what its pages say.

    None if there is no hand-written spec to edit, problems if it cannot be read.
    """
    manifest = target.manifest
    if not manifest.spec or manifest.publishes_spec:
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
    sources = ProviderSources(
        manifest.folder, manifest.shown, pages, (manifest.spec, before), overlay
    )
    analysis = pipeline.analyse(sources, reader)
    if isinstance(analysis, Stopped):
        return errors(analysis.diagnostics)
    text = before.decode("utf-8-sig")
    alone = replace(sources, pages={})
    reading = _read(alone, analysis.pages, text, reader)
    attempt = _Attempt(alone, analysis.pages, text, reading, reader)
    attempt.improve()
    mark = _BOM if before.startswith(_BOM.encode()) else ""
    after = (mark + attempt.text).encode()
    added = tuple(attempt.added)
    return Proposal(manifest.spec, before, after, added, attempt.reading.unsaid)


@dataclass(slots=True)
class _Attempt:
    """A text that is getting better, and how it came there."""

    sources: ProviderSources
    pages: tuple[PageFacts, ...]
    text: str
    reading: _Reading
    reader: Reader
    added: list[Lack] = field(default_factory=list[Lack])

    def improve(self) -> None:
        """Make every edit that can be made, and those that then can."""
        tried: set[str] = set()
        while lacks := [k for k in self.reading.lacks if _key(k) not in tried]:
            tried.update(map(_key, lacks))
            self._take(lacks)

    def _take(self, lacks: Sequence[Lack]) -> None:
        editing = Editing(self.text, self.reader)
        fitting = [k for k in lacks if k.edits and editing.add(k.edits)]
        if not fitting:
            return
        candidate = editing.result()
        if candidate is not None and self._keep(candidate, fitting):
            return
        if len(fitting) > 1:
            half = len(fitting) // 2
            self._take(fitting[:half])
            self._take(fitting[half:])

    def _keep(self, candidate: str, lacks: Sequence[Lack]) -> bool:
        again = _read(self.sources, self.pages, candidate, self.reader)
        less = len(self.reading.unsaid) - len(again.unsaid)
        if less < len(lacks) or not again.problems <= self.reading.problems:
            return False
        self.text, self.reading = candidate, again
        self.added += lacks
        return True


def _key(lack: Lack) -> str:
    """Return what tells one attempt from another: a later one may edit otherwise."""
    return f"{lack.place} {lack.message} {lack.edits!r}"


def _read(
    sources: ProviderSources,
    pages: tuple[PageFacts, ...],
    text: str,
    reader: Reader,
) -> _Reading:
    """Hold a text of the spec against pages that were read already."""
    assert sources.spec is not None
    file = sources.spec[0]
    analysis = pipeline.analyse(
        replace(sources, spec=(file, text.encode("utf-8", "surrogatepass"))), reader
    )
    if isinstance(analysis, Stopped):
        wrong = frozenset((d.code, d.message) for d in analysis.diagnostics)
        return _Reading((), wrong, ())
    document = analysis.document
    claims = facts_of_client(analysis.lowered.client, document.place)
    refused = {refusal.operation for refusal in analysis.lowered.refused}
    found = conformance_problems(claims, pages, refused)
    unsaid = tuple(d for d in found if d.code in _MENDED)
    wrong = frozenset(
        (d.code, d.message)
        for d in errors((*analysis.diagnostics, *found))
        if d.code not in _MENDED
    )
    spec = Spec(document, f"{sources.label}/{file}")
    return _Reading(tuple(lacks_of(spec, claims, pages)), wrong, unsaid)
