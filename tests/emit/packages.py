"""From a document's text to a rendered package, without a folder or a file."""

from __future__ import annotations

import textwrap

from undrift.diagnostics import errors
from undrift.emit import PackageIdentity, Rendered, render_package
from undrift.lower import lower
from undrift.naming import assign
from undrift.openapi import Document, Loaded, load_source

TARGET = PackageIdentity("acme", "Acme", "Acme")


def rendered(document: str) -> Rendered:
    loaded = load_source("openapi.yaml", textwrap.dedent(document).encode())
    assert isinstance(loaded, Loaded), loaded
    lowered = lower(Document.of(loaded))
    assert not errors(lowered.diagnostics), lowered.diagnostics
    return render_package(lowered.client, assign(lowered.client), TARGET)


def files(document: str) -> dict[str, str]:
    """Return a package's own modules; what is copied into it is not of interest."""
    found = rendered(document)
    assert not found.diagnostics
    return {
        path: content.decode()
        for path, content in found.files.items()
        if not path.startswith(("_runtime/", "contract/_support/"))
    }
