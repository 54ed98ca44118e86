"""Whether a run would only repeat the last one: then it need not be made.

A package that was made from one document says in its record from which bytes, by which
undrift, and how it was asked for. If nothing of that differs and every file stands as
it was written, the result is known.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from ..output import RECORD_FILE, Checked, digest, quick_check, recorded

_PRINTERS = ("black", "jinja2")
"""Libraries whose versions can change what is printed."""


def maker(name: str) -> str:
    """Return a digest of undrift itself, and of the name that a package was asked for.

    `name` is "" where the document's title gave it.
    """
    found = hashlib.sha256(name.encode())
    for path in _own_files():
        found.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    for library in _PRINTERS:
        with suppress(PackageNotFoundError):
            found.update(f"{library} {version(library)}\0".encode())
    return found.hexdigest()


def unchanged(file: Path, into: Path, name: str) -> tuple[Path, str] | None:
    """Return the package that a run would make, and what it would say, if it stands."""
    folders = (
        [into / name]
        if name
        else sorted(p.parent for p in into.glob("*/" + RECORD_FILE))
    )
    for folder in folders:
        record = recorded(folder)
        if record is None or not record.summary or file.name not in record.inputs:
            continue
        if record.maker == maker(name) and _same_inputs(file.parent, record.inputs):
            checked = quick_check(folder, record.inputs)
            if isinstance(checked, Checked) and checked.untouched:
                return folder, record.summary
    return None


def _same_inputs(folder: Path, inputs: Mapping[str, str]) -> bool:
    home = folder.resolve()
    for name, stated in inputs.items():
        path = (folder / name).resolve()
        try:
            if not path.is_relative_to(home) or not path.is_file():
                return False
            if digest(path.read_bytes()) != stated:
                return False
        except OSError:
            return False
    return True


def _own_files() -> Iterator[Path]:
    package = Path(__file__).resolve().parent.parent
    packaged = package / "templates"
    templates = packaged if packaged.is_dir() else package.parent.parent / "templates"
    yield from sorted(package.rglob("*.py"))
    yield from sorted(templates.rglob("*.jinja"))
