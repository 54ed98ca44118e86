"""Which fragments describe one API."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence
from dataclasses import dataclass

from .load import Loaded
from .structure import canonical

OPERATION_METHODS = (
    "get",
    "put",
    "post",
    "delete",
    "options",
    "head",
    "patch",
    "trace",
    "query",
)
"""The operations of a path item, in the order of the OpenAPI Specification."""

_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9]+")


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """One fragment, or a whole spec.

    `method` and `path` are what its page states, `spec_file` the spec that the page
    names, `revision` when the page was last changed (ISO 8601); "" where unknown.
    """

    loaded: Loaded
    method: str = ""
    path: str = ""
    spec_file: str = ""
    revision: str = ""


def parts_by_spec(parts: Sequence[Part]) -> list[list[Part]]:
    """Return the parts of each spec, in the order in which pages name them.

    One spec file, or, where pages name none, one title together with the same servers:
    two APIs may well share a title.
    """
    named: dict[str, list[Part]] = {}
    for part in parts:
        if part.spec_file:
            named.setdefault(_file(part), []).append(part)
    homes: dict[str, set[str]] = {}
    for file, members in named.items():
        for part in members:
            homes.setdefault(_identity(part), set()).add(file)
    groups: dict[tuple[str, str], list[Part]] = {}
    for part in parts:
        file = _file(part)
        identity = _identity(part)
        if not file and len(homes.get(identity, ())) == 1:
            (file,) = homes[identity]
        key = (file, "") if file else ("", identity)
        groups.setdefault(key, []).append(part)
    return list(groups.values())


def label_of(parts: Sequence[Part]) -> str:
    """Return a short word for a spec: its file's name without what they all have."""
    file = next((_file(part) for part in parts if part.spec_file), "")
    stem = posixpath.splitext(posixpath.basename(file))[0]
    words = [w for w in _NOT_IN_NAMES.split(stem) if w.lower() not in _USUAL]
    return "_".join(words)[:40]


def version_of(part: Part) -> str:
    """Return the version that a part states of itself."""
    root = part.loaded.value
    info = root.get("info") if isinstance(root, dict) else None
    return str(info.get("version")) if isinstance(info, dict) else ""


def _file(part: Part) -> str:
    return part.spec_file.partition("?")[0].lstrip("/")


def _identity(part: Part) -> str:
    root = part.loaded.value
    assert isinstance(root, dict)
    info = root.get("info")
    title = info.get("title") if isinstance(info, dict) else None
    return canonical([title, root.get("servers")])


_USUAL = frozenset(("", "openapi", "swagger", "api", "spec", "json", "yaml"))
