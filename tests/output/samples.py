"""One package before and after a change of everything that can change."""

from collections.abc import Mapping
from pathlib import Path

from undrift.output import Package, digest

INPUTS = {"specs/acme/docs/cancel.md": digest(b"page")}
OLD = {
    "__init__.py": b"old = 1\n",
    "py.typed": b"",
    "resources/invoices.py": b"old = 2\n",
    "resources/orders.py": b"old = 3\n",
    "types/gone/deep.py": b"old = 4\n",
}
NEW = {
    "__init__.py": b"new = 1\n",
    "py.typed": b"",
    "resources/invoices.py": b"new = 2\n",
    "resources/orders.py": b"old = 3\n",
    "types/fresh/deep.py": b"new = 4\n",
}


def package(
    directory: Path,
    files: Mapping[str, bytes] = OLD,
    inputs: Mapping[str, str] = INPUTS,
) -> Package:
    return Package(directory, files, inputs, "generated/acme")


def on_disk(directory: Path) -> dict[str, bytes]:
    """Every file of a package but its record."""
    return {
        path.relative_to(directory).as_posix(): path.read_bytes()
        for path in sorted(directory.rglob("*"))
        if path.is_file() and path.name != ".undrift.json"
    }


def beside(directory: Path) -> list[str]:
    """What a run left beside the package."""
    return sorted(p.name for p in directory.parent.iterdir() if p != directory)
