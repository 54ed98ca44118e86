"""A project's providers: open a folder, build its package, keep its names.

settings ─▶ providers ─▶ sources ─▶ pipeline ─▶ package ─▶ output
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from . import pipeline
from .config import (
    Manifest,
    Names,
    Provider,
    Recorded,
    Settings,
    read_manifest,
    read_names,
    render_names,
)
from .diagnostics import Diagnostic, errors
from .emit import Target
from .naming import ClientNames
from .output import Package, digest
from .pipeline import Sources, Stopped, Understood


@dataclass(frozen=True, slots=True)
class Opened:
    """A provider's folder, read once."""

    manifest: Manifest
    recorded: Recorded
    contents: Mapping[str, bytes]
    """Every file that makes the client, by its path in the folder."""

    @property
    def sources(self) -> Sources:
        """Return what the pipeline reads."""
        manifest, contents = self.manifest, self.contents

        def named(file: str) -> tuple[str, bytes] | None:
            return (file, contents[file]) if file else None

        return Sources(
            manifest.folder,
            manifest.shown,
            {page.file: contents[page.file] for page in manifest.pages},
            named(manifest.spec),
            named(manifest.overlay),
        )

    def digests(self, names: bytes | None = None) -> dict[str, str]:
        """Return the digests of the inputs; `names` is what names.yaml will hold."""
        contents = dict(self.contents)
        if names is not None:
            contents[self.manifest.names] = names
        return {file: digest(data) for file, data in sorted(contents.items())}


@dataclass(frozen=True, slots=True)
class Built:
    """A provider's package, ready to be compared or written."""

    understood: Understood
    names: ClientNames
    names_file: bytes
    package: Package
    diagnostics: tuple[Diagnostic, ...]


def open_provider(provider: Provider) -> Opened | Stopped:
    """Read a provider's manifest and every file that it names."""
    manifest = read_manifest(provider.folder, provider.shown)
    if not isinstance(manifest, Manifest):
        return Stopped(manifest)
    recorded = read_names(manifest.path(manifest.names), manifest.label(manifest.names))
    if not isinstance(recorded, Recorded):
        return Stopped(recorded)
    contents: dict[str, bytes] = {}
    problems: list[Diagnostic] = []
    for file in manifest.files():
        match manifest.read(file):
            case Diagnostic() as problem:
                problems.append(problem)
            case data:
                contents[file] = data
    return (
        Stopped(tuple(problems)) if problems else Opened(manifest, recorded, contents)
    )


def understand(opened: Opened) -> tuple[Understood, ClientNames] | Stopped:
    """Return what a provider's sources say, with Python names."""
    understood = pipeline.understand(opened.sources)
    if isinstance(understood, Stopped):
        return understood
    recorded = opened.recorded.names
    return understood, pipeline.name(understood, recorded.operations, recorded.types)


def build(settings: Settings, opened: Opened) -> Built | Stopped:
    """Return a provider's package, nothing written; an error anywhere stops it."""
    outcome = understand(opened)
    if isinstance(outcome, Stopped):
        return outcome
    understood, names = outcome
    if errors(understood.diagnostics):
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
    """Return recorded names and the new ones; a name once given is never dropped."""
    return Names(
        {**{str(k): str(v) for k, v in given.calls.items()}, **recorded.operations},
        {**{str(k): v for k, v in given.types.items()}, **recorded.types},
    )
