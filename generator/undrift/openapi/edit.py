"""Changes to a document that leave the original as it is and keep every place right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..jsontext import kind_of
from .budget import GRAFTS
from .document import Document, Graft
from .jsonpath import ValuePath
from .pointer import is_under, join_pointer, pointer_to
from .value import Value


class IncompatibleError(Exception):
    """A value that cannot be merged into the one that stands there."""


@dataclass(frozen=True, slots=True)
class Written:
    """A value to put into a document, and where it was written.

    With `within`, the value stands in that document at `pointer`, and its parts may
    have origins of their own; otherwise it stands in `graft`.
    """

    value: Value
    graft: Graft
    within: Document | None = None
    pointer: str = ""

    def member(self, key: str | int, value: Value) -> Written:
        """Return a member of this value."""
        graft = Graft(self.graft.source, join_pointer(self.graft.pointer, key))
        pointer = join_pointer(self.pointer, key)
        if self.within is not None:
            graft = Graft(*self.within.origin(pointer))
        return Written(value, graft, self.within, pointer)


class Editor:
    """Edits one document by copying the containers on the way to each change."""

    def __init__(self, document: Document) -> None:
        """Start from a document, which stays untouched."""
        self._document = document
        self._root = document.value
        self._grafts = dict(document.grafts)
        # Containers made by this editor, by identity: only these may change. Keeping
        # them here keeps their identities from being used again.
        self._own: dict[int, Value] = {}

    def document(self) -> Document:
        """Return the edited document; the editor is not used after this."""
        return Document(self._root, self._grafts, self._document.folder)

    def merge(self, path: ValuePath, new: Written) -> None:
        """Merge a value into the one at `path` (Overlay 1.1, Action Object).

        An array takes what is no array as one more item, but only here at the top.
        """
        old = self._value_at(path)
        if isinstance(old, list) and not isinstance(new.value, list):
            self._append(path, new)
        else:
            self._combine(path, old, new)

    def _combine(self, path: ValuePath, old: Value, new: Written) -> None:
        match old, new.value:
            case dict(), dict() as update:
                for key, value in update.items():
                    if key in old:
                        self._combine((*path, key), old[key], new.member(key, value))
                    else:
                        owned = self._owned(path)
                        assert isinstance(owned, dict)
                        owned[key] = value
                        self._graft((*path, key), new.member(key, value))
            case list(), list() as update:
                for index, value in enumerate(update):
                    self._append(path, new.member(index, value))
            case (dict() | list(), _) | (_, dict() | list()):
                raise IncompatibleError(
                    f"{kind_of(new.value)} cannot be merged into {kind_of(old)}"
                    f" at #{pointer_to(path)}"
                )
            case _:
                self._set(path, new.value)
                self._graft(path, new)

    def remove(self, path: ValuePath) -> None:
        """Take the value at `path` out of the array or object that holds it."""
        *parents, key = path
        owned = self._owned(tuple(parents))
        pointer = pointer_to(path)
        if isinstance(owned, list) and isinstance(key, int):
            self._close_gap(pointer_to(tuple(parents)), key, len(owned))
            del owned[key]
        elif isinstance(owned, dict) and isinstance(key, str):
            del owned[key]
            for graft in [g for g in self._grafts if is_under(g, pointer)]:
                del self._grafts[graft]

    def _append(self, path: ValuePath, new: Written) -> None:
        owned = self._owned(path)
        assert isinstance(owned, list)
        owned.append(new.value)
        self._graft((*path, len(owned) - 1), new)

    def _graft(self, path: ValuePath, new: Written) -> None:
        pointer = pointer_to(path)
        self._grafts[pointer] = new.graft
        if new.within is not None:
            for inner, graft in new.within.grafts.items():
                if inner != new.pointer and is_under(inner, new.pointer):
                    self._grafts[pointer + inner[len(new.pointer) :]] = graft
        if len(self._grafts) > GRAFTS:
            raise IncompatibleError(f"more than {GRAFTS} places would change")

    def _close_gap(self, array: str, gone: int, length: int) -> None:
        """Let the origins of the items behind a removed one move up with them."""
        before = Document(self._root, dict(self._grafts))
        for index in range(gone, length):
            pointer = f"{array}/{index}"
            for inner in [g for g in self._grafts if is_under(g, pointer)]:
                del self._grafts[inner]
        for index in range(gone + 1, length):
            old, new = f"{array}/{index}", f"{array}/{index - 1}"
            self._grafts[new] = Graft(*before.origin(old))
            for inner, graft in before.grafts.items():
                if inner != old and is_under(inner, old):
                    self._grafts[new + inner[len(old) :]] = graft

    def _value_at(self, path: Sequence[str | int]) -> Value:
        value = self._root
        for key in path:
            value = _member(value, key)
        return value

    def _owned(self, path: ValuePath) -> Value:
        """Return the container at `path`, copied if it is not this editor's own."""
        self._root = value = self._mine(self._root)
        for key in path:
            member = self._mine(_member(value, key))
            _put(value, key, member)
            value = member
        return value

    def _mine(self, value: Value) -> Value:
        if id(value) in self._own or not isinstance(value, (dict, list)):
            return value
        copy = value.copy()
        self._own[id(copy)] = copy
        return copy

    def _set(self, path: ValuePath, value: Value) -> None:
        if path:
            _put(self._owned(path[:-1]), path[-1], value)
        else:
            self._root = value


def _member(value: Value, key: str | int) -> Value:
    match value, key:
        case dict(), str():
            return value[key]
        case list(), int():
            return value[key]
        case _:
            raise AssertionError("a path leads through what it was found in")


def _put(container: Value, key: str | int, value: Value) -> None:
    match container, key:
        case dict(), str():
            container[key] = value
        case list(), int():
            container[key] = value
        case _:
            raise AssertionError("a path leads through what it was found in")
