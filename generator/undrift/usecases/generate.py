"""A project's providers: open a folder, build its package, keep its names.

settings ─▶ provider's folder ─▶ pipeline ─▶ package ─▶ output
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from .. import pipeline
from ..config import Manifest, Names, Recorded, Settings, render_names
from ..diagnostics import Diagnostic, errors
from ..emit import PackageIdentity
from ..naming import ClientNames, call_problem, type_problem
from ..output import Package
from ..pipeline import Analysis
from ..reading.provider import ProviderFolder, Stopped
from ..reading.reader import Reader


@dataclass(frozen=True, slots=True)
class BuiltPackage:
    """A provider's package, ready to be compared or written."""

    analysis: Analysis
    names: ClientNames
    names_file: bytes
    package: Package
    diagnostics: tuple[Diagnostic, ...]


def analyse_provider(
    opened: ProviderFolder, reader: Reader
) -> tuple[Analysis, ClientNames] | Stopped:
    """Return what a provider's sources say, with Python names."""
    analysis = pipeline.analyse(opened.sources, reader)
    if isinstance(analysis, Stopped):
        return analysis
    recorded = opened.recorded.names
    if problems := tuple(_hiding(opened.recorded)):
        return Stopped(problems)
    return analysis, pipeline.name(analysis, recorded.operations, recorded.types)


def _hiding(recorded: Recorded) -> Iterator[Diagnostic]:
    """Complain about recorded names that would hide a part of the package."""
    for section, names in (
        ("operations", recorded.names.operations),
        ("types", recorded.names.types),
    ):
        for key, name in names.items():
            resource, dot, method = name.partition(".")
            reason = call_problem(resource, method) if dot else type_problem(name)
            if reason:
                place = recorded.place(section, key)
                yield Diagnostic("UD005", reason, place, "choose another name")


def build(settings: Settings, opened: ProviderFolder) -> BuiltPackage | Stopped:
    """Return a provider's package, nothing written; an error anywhere stops it."""
    outcome = analyse_provider(opened, Reader())
    if isinstance(outcome, Stopped):
        return outcome
    analysis, names = outcome
    manifest = opened.manifest
    contained = analysis.lowered.contained
    if errors(d for d in analysis.findings if d not in contained):
        return Stopped(analysis.diagnostics)
    if analysis.refused and not manifest.leave_out:
        others = bool(analysis.lowered.client.operations)
        advice = (_advice(analysis, manifest),) if others else ()
        return Stopped((*analysis.diagnostics, *advice))
    target = PackageIdentity(
        manifest.provider, manifest.client, manifest.title or manifest.client
    )
    rendered = pipeline.render(analysis, names, target)
    said = (d for d in analysis.diagnostics if d not in contained)
    found = (*said, *left_out(analysis), *rendered.diagnostics)
    if errors(found):
        return Stopped(found)
    names_file = render_names(_kept(opened.recorded.names, names), opened.recorded)
    package = Package(
        settings.package_folder(manifest.provider),
        rendered.files,
        opened.digests(names_file),
        settings.package_label(manifest.provider),
    )
    return BuiltPackage(analysis, names, names_file, package, found)


def left_out(analysis: Analysis) -> Iterator[Diagnostic]:
    """Yield a warning for each operation that the client does not have."""
    for refusal in analysis.refused:
        reason = refusal.reason
        message = f"{refusal.operation} is left out: {reason.message}"
        yield Diagnostic("UD046", message, reason.place, reason.hint)


def _advice(analysis: Analysis, manifest: Manifest) -> Diagnostic:
    count = len(analysis.refused)
    message = f"{count} of the operations cannot be generated; all others can"
    hint = "correct them with an overlay, or say `refused: leave-out` here"
    return Diagnostic("UD047", message, manifest.place(), hint)


def _kept(recorded: Names, given: ClientNames) -> Names:
    """Return the names to record: those in use, and those of what is gone for now.

    What is gone keeps its name, should it come back, unless another has taken it.
    """
    return Names(
        _with_gone(
            {str(k): str(v) for k, v in given.calls.items()}, recorded.operations
        ),
        _with_gone({str(k): v for k, v in given.types.items()}, recorded.types),
    )


def _with_gone(used: dict[str, str], recorded: Mapping[str, str]) -> dict[str, str]:
    taken = {name.lower() for name in used.values()}
    gone = {k: name for k, name in recorded.items() if name.lower() not in taken}
    return {**gone, **used}
