"""OpenAPI Overlay 1.0 and 1.1: corrections to a document, each with its reason.

undrift is stricter than the Overlay Specification in three ways, because a correction
that silently does nothing is worse than none: an action must match something, must say
why it is needed (`description`), and must have an effect that is possible.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches

from ..diagnostics import Diagnostic, Place
from ..jsontext import kind_of
from .document import Document, Graft, Node
from .edit import Editor, IncompatibleError, Written
from .jsonpath import PathError, ValuePath, find_paths, nearest_match, value_at
from .load import Loaded
from .pointer import join_pointer, pointer_to
from .source import Source
from .value import Value, quoted

_ROOT_KEYS = frozenset({"overlay", "info", "extends", "actions"})
_ACTION_KEYS = frozenset({"target", "description", "update", "remove", "copy"})
_EFFECTS = ("update", "remove", "copy")


@dataclass(frozen=True, slots=True)
class Applied:
    """One action that took effect: on what, why, and where it says so."""

    target: str
    reason: str
    pointers: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class OverlayResult:
    """The corrected document, what was met on the way, and what was applied.

    An action with an error leaves the document as it was.
    """

    document: Document
    diagnostics: tuple[Diagnostic, ...] = ()
    applied: tuple[Applied, ...] = ()


def apply_overlay(document: Document, overlay: Loaded) -> OverlayResult:
    """Return the document with the overlay's actions applied, in order."""
    root = Node(overlay.value, "")
    problems, minor = _check_root(root, overlay.source)
    if problems:
        return OverlayResult(document, tuple(problems))
    applied: list[Applied] = []
    actions = root.get("actions")
    assert actions is not None
    for _, at in actions.items():
        action = _Action(at, overlay.source, minor)
        found = action.check()
        if not found:
            outcome = action.apply(document)
            if isinstance(outcome, Diagnostic):
                found = [outcome]
            else:
                document, done = outcome
                applied.append(done)
                found = action.reasonless()
        problems += found
    return OverlayResult(document, tuple(problems), tuple(applied))


def _check_root(root: Node, source: Source) -> tuple[list[Diagnostic], str]:
    """Return what is wrong with an overlay as a whole, and its minor version."""

    def invalid(pointer: str, message: str, hint: str = "") -> list[Diagnostic]:
        return [Diagnostic("UD030", message, source.locate(pointer), hint)]

    if not isinstance(root.value, dict):
        return invalid("", f"an overlay is an object, not {kind_of(root.value)}"), ""
    version = re.match(r"1\.([01])(\.|$)", str(root.value.get("overlay")))
    if version is None:
        message = "this is not an overlay of version 1.0 or 1.1"
        return invalid("/overlay", message, "write `overlay: 1.1.0`"), ""
    if not isinstance(root.value.get("actions"), list):
        return invalid("/actions", "an overlay has a list of actions"), ""
    info = root.get("info")
    if info is None or not isinstance(info.value, dict):
        message = "an overlay has an info object with a title and a version"
        return invalid("/info", message), ""
    return _unknown(root, _ROOT_KEYS, source), version[1]


def _unknown(at: Node, known: frozenset[str], source: Source) -> list[Diagnostic]:
    """Complain about keys that would be ignored in silence."""
    problems: list[Diagnostic] = []
    for key, member in at.items():
        if key not in known and not key.startswith("x-"):
            close = get_close_matches(key, known, 1)
            hint = f"did you mean {close[0]}?" if close else ""
            place = source.locate(member.pointer)
            message = f"{quoted(key)} means nothing in an overlay"
            problems.append(Diagnostic("UD030", message, place, hint))
    return problems


@dataclass(frozen=True, slots=True)
class _Action:
    """One action of an overlay."""

    at: Node
    source: Source
    minor: str

    def check(self) -> list[Diagnostic]:
        """Return what is wrong with the action by itself."""
        if not isinstance(self.at.value, dict):
            message = f"an action is an object, not {kind_of(self.at.value)}"
            return [self._problem("UD030", "", message)]
        problems = _unknown(self.at, _ACTION_KEYS, self.source)
        effects = [e for e in _EFFECTS if e in self.at.value]
        if "remove" in effects and self.at.value["remove"] is False:
            effects.remove("remove")
        if not self.at.text("target"):
            problems.append(
                self._problem("UD030", "target", "the action has no target")
            )
        if len(effects) != 1:
            said = " and ".join(effects) or "nothing to do"
            message = f"an action says one of update, remove and copy, not {said}"
            problems.append(self._problem("UD030", "", message))
        elif effects == ["remove"] and not self.at.flag("remove"):
            problems.append(self._problem("UD030", "remove", "remove is true or false"))
        elif effects == ["copy"] and (self.minor == "0" or not self.at.text("copy")):
            message = "copy is a JSONPath expression, and new in Overlay 1.1"
            hint = "write `overlay: 1.1.0`" if self.minor == "0" else ""
            problems.append(self._problem("UD030", "copy", message, hint))
        return problems

    def reasonless(self) -> list[Diagnostic]:
        """Complain if the action does not say why it is needed."""
        if self.at.text("description").strip():
            return []
        message = f"nothing says why {self.at.text('target')} must be corrected"
        hint = "give the reason and its source as the action's description"
        return [self._problem("UD032", "description", message, hint)]

    def apply(self, document: Document) -> tuple[Document, Applied] | Diagnostic:
        """Return the changed document, or why it cannot be changed."""
        target = self.at.text("target")
        paths = self._find("target", document)
        if isinstance(paths, Diagnostic):
            return paths
        if not paths:
            hint = nearest_match(target, document)
            return self._problem("UD031", "target", f"{target} matches nothing", hint)
        editor = Editor(document)
        if self.at.flag("remove"):
            if () in paths:
                message = "the whole document cannot be removed"
                return self._problem("UD033", "target", message)
            for path in _removable(paths):
                editor.remove(path)
        else:
            new = self._written(document)
            if isinstance(new, Diagnostic):
                return new
            values = [value_at(document, path) for path in paths]
            if clash := self._clash(values):
                return clash
            try:
                for path in paths:
                    editor.merge(path, new)
            except IncompatibleError as error:
                hint = "remove what stands there in an action before this one"
                return self._problem("UD033", self._effect, str(error), hint)
        pointers = tuple(pointer_to(path) for path in paths)
        reason = self.at.text("description").strip()
        place = self.source.locate(self.at.pointer)
        return editor.document(), Applied(target, reason, pointers, place)

    @property
    def _effect(self) -> str:
        return "copy" if self.at.get("copy") else "update"

    def _written(self, document: Document) -> Written | Diagnostic:
        """Return the value that the action brings, and where it was written."""
        if update := self.at.get("update"):
            return Written(update.value, Graft(self.source, update.pointer))
        paths = self._find("copy", document)
        if isinstance(paths, Diagnostic):
            return paths
        if len(paths) != 1:
            message = f"copy selects {len(paths)} values instead of one"
            hint = nearest_match(self.at.text("copy"), document) if not paths else ""
            return self._problem("UD031" if hint else "UD033", "copy", message, hint)
        pointer = pointer_to(paths[0])
        value = value_at(document, paths[0])
        return Written(value, Graft(*document.origin(pointer)), document, pointer)

    def _clash(self, values: list[Value]) -> Diagnostic | None:
        kinds = {type(v) if isinstance(v, (dict, list)) else str for v in values}
        if len(kinds) > 1:
            message = "the target selects objects, arrays and plain values together"
            return self._problem("UD033", "target", message)
        if self.minor == "0" and kinds == {str}:
            message = "Overlay 1.0 updates objects and arrays only"
            hint = "write `overlay: 1.1.0`, or target the object that holds the value"
            return self._problem("UD033", "target", message, hint)
        return None

    def _find(self, key: str, document: Document) -> list[ValuePath] | Diagnostic:
        expression = self.at.text(key)
        try:
            return find_paths(expression, document.value)
        except PathError as error:
            return self._problem("UD030", key, f"{quoted(expression)}: {error}")

    def _problem(self, code: str, key: str, message: str, hint: str = "") -> Diagnostic:
        pointer = join_pointer(self.at.pointer, key) if key else self.at.pointer
        return Diagnostic(code, message, self.source.locate(pointer), hint)


def _removable(paths: list[ValuePath]) -> list[ValuePath]:
    """Return the outermost paths in an order in which no removal moves another."""
    chosen = set(paths)
    return sorted(
        (
            path
            for path in chosen
            if not any(path[:length] in chosen for length in range(len(path)))
        ),
        reverse=True,
    )
