"""`provider.yaml`: what a provider's folder holds and what its client is called.

    client: Storno                 # the class; AsyncStorno follows
    title: storno.ro               # for people; optional
    pages:                         # documentation, as fetched
      - file: docs/invoices-cancel.md
        url: https://docs.storno.ro/api-reference/invoices/cancel    # optional
    spec: openapi.yaml             # hand-written, or a page: one that the provider
                                   # publishes; left out, the pages' fragments are it
    overlay: overlay.yaml          # corrections; optional
    names: names.yaml              # recorded names; this is the default
    hosts: [docs.storno.ro]        # hosts that a page may have moved to; optional
    headers:                       # sent to those hosts and to the pages' own:
      Authorization: STORNO_DOCS   # a header, and the variable that holds its value
    conflicts: keep-apart          # where pages contradict each other, keep both; else
                                   # that is an error
    refused: leave-out             # operations that cannot be generated are left out;
                                   # else they stop the client

`provider.schema.json` says the same to editors; a test holds the two together.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from ..diagnostics import Diagnostic, Place
from ..openapi import Source, Value, join_pointer, load_source
from .files import did_you_mean, is_inside, neighbours, read_file
from .reading import Form, FormReader

MANIFEST = "provider.yaml"
"""The manifest's name in a provider's folder."""

_LARGEST = 1024 * 1024
"""Bytes of a manifest."""

MANIFEST_KEYS = (
    "client",
    "title",
    "pages",
    "spec",
    "overlay",
    "names",
    "hosts",
    "headers",
    "conflicts",
    "refused",
)
PAGE_KEYS = ("file", "url")

CLIENT = Form(
    "a class name",
    r"^[A-Z][A-Za-z0-9]*$",
    "ASCII letters and digits, the first a capital: Storno, VisaAcceptance",
    60,
    ("False", "None", "True"),
)
TITLE = Form(
    "a title", r"^[^\x00-\x1f\x7f]+$", "one line of at most 200 characters", 200
)
FILE = Form(
    "a file in this folder",
    r"^(?!\.{1,2}(?:/|$))[^/\\:\x00-\x1f\x7f]+"
    r"(?:/(?!\.{1,2}(?:/|$))[^/\\:\x00-\x1f\x7f]+)*$",
    "a path from here, with forward slashes: docs/invoices-cancel.md",
    300,
)
URL = Form(
    "a web address",
    r"^https?://[^\x00-\x20\x7f]+$",
    "starting with https:// or http://, without spaces",
    2000,
)
HOST = Form(
    "a host",
    r"^[a-z0-9][a-z0-9.-]*(?::[0-9]{1,5})?$",
    "lower-case, with its port only if that is not the usual one: docs.acme.example",
    260,
)
REFUSED = Form("leave-out", r"^leave-out$", "leave it out for an error", 20)
CONFLICTS = Form("keep-apart", r"^keep-apart$", "leave it out for an error", 20)
HEADER_FORM = Form(
    "the name of a header", r"^[A-Za-z0-9_-]+$", "such as Authorization or Cookie", 100
)
VARIABLE = Form(
    "the name of an environment variable",
    r"^[A-Za-z_][A-Za-z0-9_]*$",
    "such as ACME_DOCS_TOKEN; the variable holds the header's whole value",
    100,
)


@dataclass(frozen=True, slots=True)
class Page:
    """One documentation page; `url` is "" where nobody said whence it came."""

    file: str
    url: str
    place: Place


@dataclass(frozen=True, slots=True)
class Manifest:
    """A provider's manifest, checked; "" stands for what was left out.

    `shown` is what messages call the folder, such as `specs/storno`.
    """

    folder: Path
    shown: str
    client: str
    title: str
    pages: tuple[Page, ...]
    spec: str
    overlay: str
    names: str
    hosts: tuple[str, ...]
    headers: tuple[tuple[str, str], ...]
    """Names of headers, each with the environment variable that holds its value."""
    keep_apart: bool
    """Whether pages that contradict each other are both kept."""
    leave_out: bool
    """Whether operations that cannot be generated are left out."""
    source: Source = field(repr=False, compare=False)

    @property
    def provider(self) -> str:
        """Return the provider's name: that of its folder."""
        return self.folder.name

    @property
    def publishes_spec(self) -> bool:
        """Tell whether the spec is a page, as the provider publishes it."""
        return bool(self.spec) and any(page.file == self.spec for page in self.pages)

    def place(self, key: str = "") -> Place:
        """Return where the manifest says a thing."""
        return self.source.locate(f"/{key}" if key else "")

    def path(self, file: str) -> Path:
        """Return the path of one of the files named here."""
        return self.folder / file

    def label(self, file: str) -> str:
        """Return what messages call one of the files named here."""
        return f"{self.shown}/{file}"

    def read(self, file: str) -> bytes | Diagnostic:
        """Read one of the files named here."""
        return read_file(self.path(file), self.label(file))

    def files(self) -> tuple[str, ...]:
        """Return the files that make the client, this one first; all exist."""
        named = (MANIFEST, *(p.file for p in self.pages), self.spec, self.overlay)
        files = list(dict.fromkeys(file for file in named if file))
        if os.path.exists(self.path(self.names)):
            files.append(self.names)
        return tuple(files)


def schema_path() -> Path:
    """Return the JSON Schema for manifests, for editors."""
    return Path(__file__).with_name("provider.schema.json")


def read_manifest(
    folder: Path, shown: str, *, unfetched: bool = False
) -> Manifest | tuple[Diagnostic, ...]:
    """Read a provider's manifest, or return everything that is wrong with it.

    With `unfetched` a page that has an address need not be there yet.
    """
    label = f"{shown}/{MANIFEST}"
    data = read_file(folder / MANIFEST, label, _LARGEST)
    if isinstance(data, Diagnostic):
        return (data,)
    loaded = load_source(label, data)
    if isinstance(loaded, Diagnostic):
        return (loaded,)
    reader = FormReader("UD002", loaded.source)
    manifest = structure(loaded.value, reader, folder, shown)
    if not reader.problems:
        _check_files(manifest, reader, unfetched=unfetched)
    return tuple(reader.problems) or manifest


def structure(value: Value, reader: FormReader, folder: Path, shown: str) -> Manifest:
    """Take a manifest from a value, without looking at the files it names.

    What it returns means something only if the reader noted no problem.
    """
    members = reader.mapping(value, "", MANIFEST_KEYS)
    if isinstance(value, dict):
        if "client" not in members:
            hint = "such as client: Storno"
            reader.report("", "the name of the client is missing", hint)
        if "pages" not in members and "spec" not in members:
            hint = "name the documentation under pages, or a spec"
            reader.report("", "there is nothing to make a client from", hint)

    def text(key: str, form: Form, default: str = "") -> str:
        if key not in members:
            return default
        return reader.text(members[key], f"/{key}", form)

    return Manifest(
        folder=folder,
        shown=shown,
        client=text("client", CLIENT),
        title=text("title", TITLE),
        pages=_pages(members["pages"], reader) if "pages" in members else (),
        spec=text("spec", FILE),
        overlay=text("overlay", FILE),
        names=text("names", FILE, "names.yaml"),
        hosts=_hosts(members["hosts"], reader) if "hosts" in members else (),
        headers=_headers(members["headers"], reader) if "headers" in members else (),
        keep_apart=bool(text("conflicts", CONFLICTS)),
        leave_out=bool(text("refused", REFUSED)),
        source=reader.source,
    )


def _pages(value: Value, reader: FormReader) -> tuple[Page, ...]:
    if not isinstance(value, list) or not value:
        hint = "such as\n    pages:\n      - file: docs/invoices-cancel.md"
        reader.report("/pages", "a list of pages is expected here", hint)
        return ()
    pages: list[Page] = []
    for number, item in enumerate(value):
        pointer = f"/pages/{number}"
        members = reader.mapping(item, pointer, PAGE_KEYS)
        if "file" not in members:
            if isinstance(item, dict):
                reader.report(pointer, "the page's file is missing")
            continue
        file = reader.text(members["file"], f"{pointer}/file", FILE)
        url = ""
        if "url" in members:
            url = reader.text(members["url"], f"{pointer}/url", URL)
        pages.append(Page(file, url, reader.source.locate(f"{pointer}/file")))
    return tuple(pages)


def _hosts(value: Value, reader: FormReader) -> tuple[str, ...]:
    if not isinstance(value, list) or not value:
        reader.report("/hosts", "a list of hosts is expected here")
        return ()
    return tuple(
        reader.text(item, f"/hosts/{number}", HOST) for number, item in enumerate(value)
    )


def _headers(value: Value, reader: FormReader) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, dict) or not value:
        hint = "such as\n    headers:\n      Authorization: ACME_DOCS_TOKEN"
        reader.report("/headers", "a mapping of headers is expected here", hint)
        return ()
    found: list[tuple[str, str]] = []
    for name, variable in value.items():
        pointer = join_pointer("/headers", name)
        reader.text(name, pointer, HEADER_FORM)
        found.append((name, reader.text(variable, pointer, VARIABLE)))
    return tuple(found)


def _check_files(manifest: Manifest, reader: FormReader, *, unfetched: bool) -> None:
    """Note files that are not there, not in the folder, or named by nobody."""
    named = [(f"/pages/{n}/file", page.file) for n, page in enumerate(manifest.pages)]
    if not manifest.publishes_spec:
        named.append(("/spec", manifest.spec))
    named.append(("/overlay", manifest.overlay))
    fetchable = {page.file for page in manifest.pages if page.url}
    seen: set[str] = set()
    for pointer, file in [*named, ("/names", manifest.names)]:
        if not file:
            continue
        if file in seen or file == MANIFEST:
            reader.report(pointer, f"{file} is named twice")
            continue
        seen.add(file)
        optional = pointer == "/names" or (unfetched and file in fetchable)
        _check_file(manifest, reader, pointer, file, optional)
    for key, file in (("spec", manifest.spec), ("overlay", manifest.overlay)):
        usual = "openapi.yaml" if key == "spec" else "overlay.yaml"
        unnamed = not file and usual not in seen
        # Forgetting to name it would otherwise look as if it had no effect.
        if unnamed and os.path.exists(manifest.path(usual)):
            message = f"{usual} is in the folder, but nothing here names it"
            reader.report("", message, f"add {key}: {usual}, or remove the file")


def _check_file(
    manifest: Manifest, reader: FormReader, pointer: str, file: str, optional: bool
) -> None:
    path = manifest.path(file)
    if not is_inside(path, manifest.folder):
        message = f"{file} leads out of the provider's folder"
        reader.report(pointer, message, "copy the file into the folder")
    elif os.path.isfile(path) or (optional and not os.path.lexists(path)):
        return
    else:
        exists = os.path.exists(path)
        place = reader.source.locate(pointer)
        message = f"{file} is not a file" if exists else f"there is no file {file}"
        hint = "" if exists else did_you_mean(path.name, neighbours(path))
        reader.problems.append(Diagnostic("UD001", message, place, hint))
