"""The effective document: plain values, and where each of them was documented."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from ..diagnostics import Diagnostic, Place
from .budget import REFERENCES
from .load import Loaded
from .pointer import escape, prefixes, split_pointer, step
from .refs import FILES_KEY, Folder, NoReference, read_reference, unresolved
from .source import Source
from .value import Value, quoted

OpenAPIVersion: TypeAlias = Literal["2.0", "3.0", "3.1", "3.2", ""]
"""The OpenAPI version, "" where the document states none that undrift knows."""


@dataclass(frozen=True, slots=True)
class Node:
    """A value and the pointer that names it in its document."""

    value: Value
    pointer: str

    def get(self, key: str) -> Node | None:
        """Return the member of an object, or None."""
        if isinstance(self.value, dict) and key in self.value:
            return Node(self.value[key], f"{self.pointer}/{escape(key)}")
        return None

    def items(self) -> Iterator[tuple[str, Node]]:
        """Yield the members of an object or array; anything else has none."""
        match self.value:
            case dict() as members:
                for key, item in members.items():
                    yield key, Node(item, f"{self.pointer}/{escape(key)}")
            case list() as items:
                for index, item in enumerate(items):
                    yield str(index), Node(item, f"{self.pointer}/{index}")
            case _:
                pass

    def text(self, key: str) -> str:
        """Return a member that is a string, else ""."""
        value = self.value.get(key) if isinstance(self.value, dict) else None
        return value if isinstance(value, str) else ""

    def flag(self, key: str) -> bool:
        """Tell whether a member is true."""
        return isinstance(self.value, dict) and self.value.get(key) is True


@dataclass(frozen=True, slots=True)
class Graft:
    """Where a subtree of the document was written: a source and a pointer in it."""

    source: Source
    pointer: str = ""


@dataclass(frozen=True, slots=True)
class ContestedVersion:
    """One version of a thing: where its parts were written, and when, if known.

    `grafts` are by member, "" is the thing itself; `files` are all that say so.
    """

    value: Value
    grafts: Mapping[str, Graft] = field(repr=False, compare=False)
    revision: str = ""
    files: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Document:
    """One document, merged and overlaid, with places that are found on demand.

    `contested` are the versions of what its pages describe differently, by pointer.
    `grafts` maps pointers to where their subtrees were written; "" is the main text.
    Files that references name are read through `folder` when first needed; their values
    stand under `/x-undrift-files/<file>`.
    """

    value: Value
    grafts: Mapping[str, Graft] = field(repr=False, compare=False)
    folder: Folder | None = field(default=None, repr=False, compare=False)
    contested: Mapping[str, tuple[ContestedVersion, ...]] = field(
        default_factory=dict[str, tuple[ContestedVersion, ...]],
        repr=False,
        compare=False,
    )

    @classmethod
    def of(cls, loaded: Loaded, folder: Folder | None = None) -> Document:
        """Return the document that one source holds."""
        return cls(loaded.value, {"": Graft(loaded.source)}, folder)

    @property
    def root(self) -> Node:
        """Return the whole document."""
        return Node(self.value, "")

    @property
    def size(self) -> int:
        """Return how many characters it was written in."""
        sources = {id(g.source): g.source for g in self.grafts.values()}
        return sum(len(source.text) for source in sources.values())

    @property
    def version(self) -> OpenAPIVersion:
        """Return the OpenAPI version that the document states."""
        match self.value:
            case {"openapi": stated} | {"swagger": stated}:
                text = str(stated)
            case _:
                return ""
        for version in _VERSIONS:
            if text == version or text.startswith(version + "."):
                return version
        return ""

    def at(self, pointer: str) -> Node | None:
        """Return the value that a pointer names, or None."""
        tokens = split_pointer(pointer)
        value = self.value
        if tokens and tokens[0] == FILES_KEY:
            loaded = self._file(tokens[1]) if len(tokens) > 1 else None
            if not isinstance(loaded, Loaded):
                return None
            value = loaded.value
            tokens = tokens[2:]
        for token in tokens:
            found = step(value, token)
            if found is None:
                return None
            (value,) = found
        return Node(value, pointer)

    def place(self, pointer: str) -> Place:
        """Return where a value was written, or the nearest parent that was."""
        source, inner = self.origin(pointer)
        place = source.locate(inner)
        return Place(place.file, place.line, place.column, pointer)

    def origin(self, pointer: str) -> tuple[Source, str]:
        """Return the source of a value, and its pointer there."""
        tokens = split_pointer(pointer)
        if tokens[:1] == [FILES_KEY] and len(tokens) > 1:
            loaded = self._file(tokens[1])
            if isinstance(loaded, Loaded):
                inner = "".join(f"/{escape(token)}" for token in tokens[2:])
                return loaded.source, inner
        for prefix in prefixes(pointer):
            if graft := self.grafts.get(prefix):
                return graft.source, graft.pointer + pointer[len(prefix) :]
        return self.grafts[""].source, ""

    def resolve(self, at: Node) -> Node | Diagnostic:
        """Follow `$ref` until a value is reached that is no reference.

        The result keeps the pointer of the target: that is its identity. A value that
        is no reference is returned as it is.
        """
        seen: list[str] = []
        while isinstance(at.value, dict) and isinstance(at.value.get("$ref"), str):
            if at.pointer in seen or len(seen) >= REFERENCES:
                return Diagnostic(
                    "UD016",
                    "references lead around in a circle",
                    self.place(seen[0]),
                    "let one of them describe something",
                )
            seen.append(at.pointer)
            target = self.follow(at.text("$ref"), at)
            if isinstance(target, Diagnostic):
                return target
            at = target
        return at

    def follow(self, reference: str, base: Node) -> Node | Diagnostic:
        """Return what a reference that stands in `base` names; no chain is followed."""
        main = self.folder.main if self.folder else ""
        parsed = read_reference(reference, self._file_of(base.pointer), main)
        if isinstance(parsed, NoReference):
            return Diagnostic(parsed.code, parsed.message, self.place(base.pointer))
        prefix = ""
        if parsed.file:
            loaded = self._file(parsed.file)
            if isinstance(loaded, Diagnostic):
                place = self.place(base.pointer)
                message = f"{quoted(reference)}: {loaded.message}"
                return Diagnostic(loaded.code, message, place, loaded.hint)
            prefix = f"/{FILES_KEY}/{escape(parsed.file)}"
        target = self.at(prefix + parsed.pointer) or self.at(prefix + parsed.raw)
        if target is None:
            start = self.at(prefix)
            assert start is not None
            return unresolved(
                reference, parsed.pointer, start.value, self.place(base.pointer)
            )
        return target

    def _file_of(self, pointer: str) -> str:
        """Return the file that a pointer stands in, "" for the document itself."""
        if not pointer.startswith(f"/{FILES_KEY}/"):
            return ""
        return split_pointer(pointer)[1]

    def _file(self, name: str) -> Loaded | Diagnostic:
        if self.folder is None:
            message = "this document has no folder, so it cannot refer to other files"
            return Diagnostic("UD017", message, self.place(""))
        return self.folder.load(name)


_VERSIONS: tuple[OpenAPIVersion, ...] = ("2.0", "3.0", "3.1", "3.2")
