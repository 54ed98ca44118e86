"""A project's providers: open a folder, build its package, keep its names.

settings ─▶ providers ─▶ sources ─▶ pipeline ─▶ package ─▶ output
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from . import pipeline
from .config import Names, Recorded, Settings, render_names
from .diagnostics import Diagnostic, errors
from .emit import Target
from .naming import ClientNames, call_problem, type_problem
from .output import Package
from .pipeline import Understood
from .sources import Opened, Stopped


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
    if errors(understood.findings):
        return Stopped(understood.diagnostics)
    manifest = opened.manifest
    target = Target(
        manifest.provider, manifest.client, manifest.title or manifest.client
    )
    rendered = pipeline.render(understood, names, target)
    found = (*understood.diagnostics, *rendered.diagnostics)
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
