"""One OpenAPI document straight to a client package, without a provider's folder."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from .. import pipeline
from ..config import read_file
from ..config.providers import name_problem
from ..diagnostics import Diagnostic, Place, Severity, errors
from ..naming import pascal, snake
from ..output import Package, digest
from ..pipeline import Analysis
from ..reading.provider import ProviderSources, Stopped
from ..reading.reader import Reader
from .rerun import maker

if TYPE_CHECKING:
    from .add import NewProvider


HOSTLESS = "UD029"


@dataclass(frozen=True, slots=True)
class Generated:
    """A document's package, not written yet, and the report about it.

    `package` is None where operations were refused and that was not allowed.
    """

    package: Package | None
    analysis: Analysis
    report: Mapping[str, object]
    diagnostics: tuple[Diagnostic, ...]


def generate_from(
    file: Path, into: Path, name: str = "", *, allow_skips: bool = False
) -> Generated | Stopped:
    """Return the package that a document describes, to be written to `into`/`name`."""
    data = read_file(file, str(file))
    if isinstance(data, Diagnostic):
        return Stopped((data,))
    sources = ProviderSources(file.parent, _label(file), {}, (file.name, data), None)
    analysis = pipeline.analyse(sources, Reader())
    if isinstance(analysis, Stopped):
        return analysis
    made = _Made(into, name, file, allow_skips)
    inputs = {file.name: digest(data), **_others(analysis)}
    # With something left out, the next run has to say so again.
    return made.package(analysis, inputs, "" if analysis.refused else maker(name))


def generate_from_pages(
    addition: NewProvider, source: str, into: Path, name: str = "", *, allow_skips: bool
) -> Generated | Stopped:
    """Return the package of what would be a provider's folder; that is not written."""
    # A host that nobody knows yet is asked for by the client: the caller tells of it.
    stopping = [p for p in errors(addition.problems) if p.code != HOSTLESS]
    if addition.analysis is None or stopping:
        return Stopped(addition.diagnostics)
    inputs = {file: digest(data) for file, data in addition.files.items()}
    made = _Made(into, name, Path(source), allow_skips)
    return made.package(addition.analysis, inputs, "")


@dataclass(frozen=True, slots=True)
class _Made:
    """What a package was asked for as, and where it goes."""

    into: Path
    name: str
    file: Path
    allow_skips: bool

    def package(
        self, analysis: Analysis, inputs: Mapping[str, str], made_by: str
    ) -> Generated | Stopped:
        """Return what the document describes, as a package."""
        client = analysis.lowered.client
        folder = self.name or folder_name(client.title, self.file)
        if problem := name_problem(folder):
            message = f"the name {folder!a} {problem}"
            hint = "give another one with --name"
            place = Place(str(self.file))
            return Stopped((Diagnostic("UD002", message, place, hint),))
        # A refused operation is a fact about the document, not an error of the whole.
        contained = analysis.lowered.contained
        if errors(d for d in analysis.findings if d not in contained):
            return Stopped(_without(analysis.diagnostics, contained))
        if analysis.refused and not self.allow_skips:
            found = _without(analysis.diagnostics, contained)
            return Generated(None, analysis, _report(analysis), found)
        from ..emit import PackageIdentity

        names = pipeline.name(analysis)
        target = PackageIdentity(
            folder, class_name(folder), client.title or class_name(folder)
        )
        rendered = pipeline.render(analysis, names, target)
        found = _without(analysis.diagnostics, contained) + rendered.diagnostics
        if errors(found):
            return Stopped(found)
        package = Package(
            self.into / folder,
            rendered.files,
            inputs,
            str(self.into / folder),
            made_by,
        )
        return Generated(package, analysis, _report(analysis), found)


def _without(
    found: tuple[Diagnostic, ...], contained: Collection[Diagnostic]
) -> tuple[Diagnostic, ...]:
    return tuple(d for d in found if d not in contained)


def _others(analysis: Analysis) -> dict[str, str]:
    """Return the digests of the files that the document refers to."""
    folder = analysis.document.folder
    if folder is None:
        return {}
    return {name: digest((folder.path / name).read_bytes()) for name in folder.read}


def folder_name(title: str, file: Path) -> str:
    """Return a package name from a document's title, else from its file."""
    for text in (title, file.stem):
        wanted = re.sub(r"_(open)?api(_spec(ification)?)?$", "", snake(text, "client"))
        wanted = wanted.rstrip("_")[:60].rstrip("_")
        if wanted and not name_problem(wanted):
            return wanted
    return "client"


def class_name(folder: str) -> str:
    """Return the client's class name for a package name."""
    return pascal(folder, "Client")


def _label(file: Path) -> str:
    return file.parent.as_posix()


def _report(analysis: Analysis) -> dict[str, object]:
    """Return the report in its published shape (see README)."""
    client, refused = analysis.lowered.client, analysis.refused
    return {
        "operations": {
            "documented": len(client.operations) + len(refused),
            "generated": len(client.operations),
            "refused": [
                {
                    "operation": refusal.operation,
                    "reason": refusal.reason.message,
                    "location": _location(refusal.reason),
                }
                for refusal in refused
            ],
        },
        "models": len(client.declarations),
        "diagnostics": [
            {
                "code": d.code,
                "severity": str(d.severity),
                "message": d.message,
                "location": _location(d),
            }
            for d in analysis.diagnostics
            if d.severity is not Severity.INFO
        ],
    }


def _location(diagnostic: Diagnostic) -> dict[str, object]:
    place = diagnostic.place
    return {
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "pointer": place.pointer,
    }
