"""Several fragments of one API, as its pages show them, to one document.

Documentation tools print the same components on every page that needs them, so that
equal parts meet often. Parts that differ are a contradiction of two pages, reported
with both places; nothing is chosen in silence.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..diagnostics import Diagnostic, Place
from .document import Document, Graft
from .load import Loaded
from .pointer import join_pointer
from .refs import Folder
from .source import Source
from .value import Value, kind_of, same

METHODS = (
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

_UNITED = {"paths": 2, "webhooks": 2, "components": 2}
"""The root's members that are united, and how many levels of them."""


@dataclass(frozen=True, slots=True)
class Part:
    """One fragment, or a whole spec; method and path if its page states them."""

    loaded: Loaded
    method: str = ""
    path: str = ""


def merge(
    parts: Sequence[Part], folder: Folder | None = None
) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """Return the document that the parts make up, and what contradicts in them."""
    problems = [problem for part in parts if (problem := _broken_promise(part))]
    roots = [part.loaded for part in parts if isinstance(part.loaded.value, dict)]
    if len(roots) < len(parts) or not roots:
        return None, tuple(problems)
    if len(roots) == 1:
        return Document.of(roots[0], folder), tuple(problems)
    union = _Union(roots[0].source)
    for loaded in roots:
        union.add(loaded)
    document = Document(union.value, union.grafts, folder)
    return document, (*problems, *union.problems)


def _broken_promise(part: Part) -> Diagnostic | None:
    """Hold a fragment against the method and path of its page."""
    root, source = part.loaded
    if not isinstance(root, dict):
        message = f"an OpenAPI document is an object, not {kind_of(root)}"
        return Diagnostic("UD014", message, source.locate(""))
    if not part.path:
        return None
    held: list[str] = []
    for key in ("paths", "webhooks"):
        paths = root.get(key)
        for path, item in paths.items() if isinstance(paths, dict) else ():
            for method in METHODS:
                if isinstance(item, dict) and method in item:
                    held.append(f"{method.upper()} {path}")
    method = part.method.upper()
    if f"{method} {part.path}" in held or f"{method} /{part.path}" in held:
        return None
    message = f"the page says {method} {part.path}, its fragment does not"
    hint = f"the fragment has {', '.join(held[:5]) or 'no operation'}"
    return Diagnostic("UD022", message, source.locate("/paths"), hint)


class _Union:
    """The document so far; only its own containers are ever changed."""

    def __init__(self, source: Source) -> None:
        self.value: dict[str, Value] = {}
        self.grafts: dict[str, Graft] = {"": Graft(source)}
        self.problems: list[Diagnostic] = []

    def add(self, loaded: Loaded) -> None:
        """Unite one more root object with what is there."""
        root, source = loaded
        assert isinstance(root, dict)
        first = not self.value
        if not first:
            root = self._with_own_defaults(root, source)
        for key, value in root.items():
            pointer = join_pointer("", key)
            levels = _UNITED.get(key, 0)
            if key not in self.value:
                if first or key not in ("servers", "security"):
                    self._take(self.value, key, value, pointer, source, levels)
            elif levels:
                self._unite(self.value[key], value, pointer, source, levels)
            elif key == "tags":
                self._unite_tags(value, source)
            elif key == "openapi":
                self._hold_equal(_minor(self.value[key]), _minor(value), "", source)
            elif key == "info":
                self._hold_equal(
                    _title(self.value[key]), _title(value), "/info/title", source
                )

    def _take(
        self,
        into: dict[str, Value],
        key: str,
        value: Value,
        pointer: str,
        source: Source,
        levels: int,
    ) -> None:
        """Take a value over, copying the levels that later parts may add to."""
        self._graft(pointer, source)
        if levels and isinstance(value, dict):
            own: dict[str, Value] = {}
            into[key] = own
            for name, member in value.items():
                inner = join_pointer(pointer, name)
                self._take(own, name, member, inner, source, levels - 1)
        else:
            into[key] = value

    def _unite(
        self, left: Value, right: Value, pointer: str, source: Source, levels: int
    ) -> None:
        if not (levels and isinstance(left, dict) and isinstance(right, dict)):
            self._hold_equal(left, right, pointer, source)
            return
        for key, value in right.items():
            inner = join_pointer(pointer, key)
            if key in left:
                self._unite(left[key], value, inner, source, levels - 1)
            else:
                self._take(left, key, value, inner, source, levels - 1)

    def _unite_tags(self, value: Value, source: Source) -> None:
        tags = self.value["tags"]
        if not isinstance(tags, list) or not isinstance(value, list):
            return
        names = {_name(tag) for tag in tags}
        for index, tag in enumerate(value):
            if _name(tag) not in names:
                self.value["tags"] = tags = [*tags, tag]
                pointer = f"/tags/{len(tags) - 1}"
                self.grafts[pointer] = Graft(source, f"/tags/{index}")

    def _with_own_defaults(
        self, root: dict[str, Value], source: Source
    ) -> dict[str, Value]:
        """Write the root's servers and security at its operations if they differ."""
        moved: dict[str, Value] = {}
        if not same(self.value.get("security") or [], root.get("security") or []):
            moved["security"] = root.get("security") or []
        if "servers" in root and not same(self.value.get("servers"), root["servers"]):
            moved["servers"] = root["servers"]
        paths = root.get("paths")
        if not moved or not isinstance(paths, dict):
            return root
        changed: dict[str, Value] = {}
        for path, item in paths.items():
            changed[path] = item
            if not isinstance(item, dict):
                continue
            copy: dict[str, Value] = dict(item)
            changed[path] = copy
            for method in METHODS:
                operation = item.get(method)
                if not isinstance(operation, dict):
                    continue
                added = {
                    key: value
                    for key, value in moved.items()
                    if key not in operation and (key == "security" or key not in item)
                }
                copy[method] = {**operation, **added}
                for key in added:
                    pointer = join_pointer("", "paths", path, method, key)
                    self.grafts[pointer] = Graft(source, f"/{key}")
        return {**root, "paths": changed}

    def _hold_equal(
        self, left: Value, right: Value, pointer: str, source: Source
    ) -> None:
        if not same(left, right):
            other = self._place(pointer)
            self.problems.append(
                Diagnostic(
                    "UD023",
                    f"this differs from what {other} says",
                    source.locate(pointer),
                    "correct one of the pages, or leave one of them out",
                )
            )

    def _graft(self, pointer: str, source: Source) -> None:
        if source is not self.grafts[""].source:
            self.grafts[pointer] = Graft(source, pointer)

    def _place(self, pointer: str) -> Place:
        return Document(self.value, self.grafts).place(pointer)


def _name(tag: Value) -> str:
    return str(tag.get("name")) if isinstance(tag, dict) else ""


def _title(info: Value) -> Value:
    return info.get("title") if isinstance(info, Mapping) else None


def _minor(version: Value) -> Value:
    return str(version)[:3]
