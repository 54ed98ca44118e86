"""A project's providers: open a folder, build its package, keep its names.

settings ─▶ providers ─▶ sources ─▶ pipeline ─▶ package ─▶ output
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
from ..pipeline import Understood
from ..reading.provider import Opened, Stopped


@dataclass(frozen=True, slots=True)
class Built:
    """A provider's package, ready to be compared or written."""

    understood: Understood
    names: ClientNames
    names_file: bytes
    package: Package
    diagnostics: tuple[Diagnostic, ...]


def understand(opened: Opened) -> tuple[Understood, ClientNames] | Stopped:
    """Return what a provider's sources say, with Python names."""
    understood = pipeline.understand(opened.sources)
    if isinstance(understood, Stopped):
        return understood
    recorded = opened.recorded.names
    if problems := tuple(_hiding(opened.recorded)):
        return Stopped(problems)
    return understood, pipeline.name(understood, recorded.operations, recorded.types)


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


def build(settings: Settings, opened: Opened) -> Built | Stopped:
    """Return a provider's package, nothing written; an error anywhere stops it."""
    outcome = understand(opened)
    if isinstance(outcome, Stopped):
        return outcome
    understood, names = outcome
    manifest = opened.manifest
    contained = understood.lowered.contained
    if errors(d for d in understood.findings if d not in contained):
        return Stopped(understood.diagnostics)
    if understood.refused and not manifest.leave_out:
        others = bool(understood.lowered.client.operations)
        advice = (_advice(understood, manifest),) if others else ()
        return Stopped((*understood.diagnostics, *advice))
    target = PackageIdentity(
        manifest.provider, manifest.client, manifest.title or manifest.client
    )
    rendered = pipeline.render(understood, names, target)
    said = (d for d in understood.diagnostics if d not in contained)
    found = (*said, *left_out(understood), *rendered.diagnostics)
    if errors(found):
        return Stopped(found)
    names_file = render_names(_kept(opened.recorded.names, names), opened.recorded)
    package = Package(
        settings.package_folder(manifest.provider),
        rendered.files,
        opened.digests(names_file),
        settings.package_label(manifest.provider),
    )
    return Built(understood, names, names_file, package, found)


def left_out(understood: Understood) -> Iterator[Diagnostic]:
    """Yield a warning for each operation that the client does not have."""
    for refusal in understood.refused:
        reason = refusal.reason
        message = f"{refusal.operation} is left out: {reason.message}"
        yield Diagnostic("UD046", message, reason.place, reason.hint)


def _advice(understood: Understood, manifest: Manifest) -> Diagnostic:
    count = len(understood.refused)
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
