"""What a client is made from, read once: the cheap part of every command."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..config import Manifest, Provider, Recorded, read_manifest, read_names
from ..diagnostics import Diagnostic
from ..output import digest


@dataclass(frozen=True, slots=True)
class ProviderSources:
    """Everything that a client is made from, as bytes, by path in `folder`.

    `label` is what messages call the folder. Without a `spec`, the pages' OpenAPI
    fragments are the spec.
    """

    folder: Path
    label: str
    pages: Mapping[str, bytes]
    spec: tuple[str, bytes] | None
    overlay: tuple[str, bytes] | None
    keep_apart: bool = False
    """Whether pages that contradict each other are both kept."""
    addresses: Mapping[str, str] = field(default_factory=dict[str, str])
    """Where whole documents came from, by what messages call them."""


@dataclass(frozen=True, slots=True)
class Stopped:
    """Nothing can be made of the sources, and why."""

    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class ProviderFolder:
    """A provider's folder, read once."""

    manifest: Manifest
    recorded: Recorded
    contents: Mapping[str, bytes]
    """Every file that makes the client, by its path in the folder."""

    @property
    def sources(self) -> ProviderSources:
        """Return what the pipeline reads."""
        manifest, contents = self.manifest, self.contents

        def named(file: str) -> tuple[str, bytes] | None:
            return (file, contents[file]) if file else None

        return ProviderSources(
            manifest.folder,
            manifest.shown,
            {
                page.file: contents[page.file]
                for page in manifest.pages
                if page.file != manifest.spec
            },
            named(manifest.spec),
            named(manifest.overlay),
            manifest.keep_apart,
            {
                manifest.label(page.file): page.url
                for page in manifest.pages
                if page.url and page.file.endswith((".json", ".yaml", ".yml"))
            },
        )

    def digests(self, names: bytes | None = None) -> dict[str, str]:
        """Return the digests of the inputs; `names` is what names.yaml will hold."""
        contents = dict(self.contents)
        if names is not None:
            contents[self.manifest.names] = names
        return {file: digest(data) for file, data in sorted(contents.items())}


def open_provider(provider: Provider) -> ProviderFolder | Stopped:
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
        Stopped(tuple(problems))
        if problems
        else ProviderFolder(manifest, recorded, contents)
    )
