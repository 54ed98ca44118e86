"""A provider's document as other tools can read it: merged, corrected, nothing lost.

It is what the sources say, before undrift takes any meaning from it: Swagger stays
Swagger, and no reference is followed.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ..diagnostics import Diagnostic, Place, Severity, errors
from ..openapi import OPERATION_METHODS, Value
from ..pipeline import effective_document
from ..reading.provider import ProviderSources, Stopped
from ..reading.reader import Reader


@dataclass(frozen=True, slots=True)
class Exported:
    """A document, and what is to be said about it."""

    value: Value = field(repr=False)
    diagnostics: tuple[Diagnostic, ...]

    @property
    def summary(self) -> str:
        """Return in a few words what the document is."""
        root = self.value if isinstance(self.value, dict) else {}
        form = "Swagger" if "swagger" in root else "OpenAPI"
        stated = root.get("openapi") or root.get("swagger")
        paths = root.get("paths")
        operations = [
            method
            for item in (paths.values() if isinstance(paths, dict) else ())
            for method in (item if isinstance(item, dict) else ())
            if method in OPERATION_METHODS
        ]
        return f"{form} {stated}, operations: {len(operations)}"


def export_document(sources: ProviderSources) -> Exported | Stopped:
    """Return a provider's merged and corrected document."""
    read = effective_document(sources, Reader())
    if isinstance(read, Stopped):
        return read
    document, found = read.written, list(read.diagnostics)
    if errors(found):
        return Stopped(tuple(found))
    if outside := sorted(_files(document.value)):
        message = f"the document refers to files beside it: {', '.join(outside[:5])}"
        hint = f"keep it in {sources.label}, or give these files along with it"
        found.append(Diagnostic("UD043", message, Place(sources.label), hint))
    told = [d for d in found if d.severity is not Severity.INFO]
    return Exported(document.value, tuple(told))


def _files(root: Value) -> set[str]:
    """Return the other files that references name."""
    found: set[str] = set()
    waiting = [root]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            match value.get("$ref"):
                case str(reference) if not reference.startswith(("#", "http")):
                    found.add(reference.partition("#")[0])
                case _:
                    pass
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value
    return found - {""}
