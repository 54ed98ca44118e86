"""References: what they say, and the files that they may lead to.

A reference leads inside the document or to a file below its folder, links resolved.
Nothing is ever fetched.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote

from ..diagnostics import Diagnostic, Place
from . import budget
from .load import Loaded, load_source
from .pointer import escape, join_pointer, split_pointer, step
from .value import Value, quoted

FILES_KEY = "x-undrift-files"
"""The reserved key under which the values of other files stand."""

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|\\\\")


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference, parsed: a file below the folder ("" is the document), a pointer.

    `raw` is the pointer before percent-decoding, for keys that hold a `%` themselves.
    """

    file: str
    pointer: str
    raw: str


@dataclass(frozen=True, slots=True)
class NoReference:
    """A text that is no reference undrift follows, and why."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Folder:
    """The folder that references may lead to; each file is read once.

    `label` is what people see in place of `path`. `main` is the document itself, so
    that references from other files back to it find the merged and overlaid one.
    """

    path: Path
    label: str = ""
    main: str = ""
    _read: dict[str, Loaded | Diagnostic] = field(
        default_factory=dict[str, Loaded | Diagnostic], repr=False, compare=False
    )

    @property
    def read(self) -> tuple[str, ...]:
        """Return the files that were read, by name relative to the folder."""
        return tuple(n for n, found in self._read.items() if isinstance(found, Loaded))

    def load(self, file: str) -> Loaded | Diagnostic:
        """Return the value of a file, named relative to the folder."""
        if file not in self._read:
            if len(self._read) >= budget.FILE_COUNT:
                place = Place(posixpath.join(self.label, file))
                message = f"more than {budget.FILE_COUNT} files are referred to"
                return Diagnostic("UD012", message, place)
            self._read[file] = self._load(file)
        return self._read[file]

    def _load(self, file: str) -> Loaded | Diagnostic:
        shown = posixpath.join(self.label, file)
        try:
            path = (self.path / file).resolve()
            if not path.is_relative_to(self.path.resolve()):
                message = f"{quoted(file)} leads outside the folder"
                return Diagnostic("UD017", message, Place(shown))
            if not path.is_file():
                return Diagnostic(
                    "UD016",
                    f"there is no file {quoted(file)}",
                    Place(shown),
                    self._hint(file),
                )
            if path.stat().st_size > 4 * budget.JSON_SIZE:
                return Diagnostic("UD012", f"{quoted(file)} is too large", Place(shown))
            data = path.read_bytes()
        except (OSError, ValueError, RuntimeError) as error:
            reason = error.strerror if isinstance(error, OSError) else ""
            message = f"{quoted(file)} cannot be read: {reason or type(error).__name__}"
            return Diagnostic("UD016", message, Place(shown))
        return load_source(shown, data)

    def _hint(self, file: str) -> str:
        """Return which neighbour of a missing file was probably meant."""
        parent, name = posixpath.split(file)
        try:
            names = [p.name for p in (self.path / parent).iterdir() if p.is_file()]
        except OSError:
            return ""
        close = get_close_matches(name, names, 1)
        return f"did you mean {posixpath.join(parent, close[0])}?" if close else ""


@lru_cache(maxsize=1 << 12)
def read_reference(text: str, base: str, main: str = "") -> Reference | NoReference:
    """Parse a reference that stands in the file `base` ("" is the document)."""
    if _SCHEME.match(text):
        return NoReference(
            "UD017", f"{quoted(text)} is an address; undrift fetches nothing"
        )
    path, _, fragment = text.partition("#")
    decoded = unquote(fragment)
    if decoded and not decoded.startswith("/"):
        return NoReference("UD016", f"{quoted(text)} is no JSON pointer")
    pointer = join_pointer("", *split_pointer(decoded))
    if not path:
        return Reference(base, pointer, fragment)
    path = unquote(path)
    file = posixpath.normpath(posixpath.join(posixpath.dirname(base or main), path))
    if path.startswith("/") or "\\" in path or "\0" in path or file.startswith(".."):
        return NoReference("UD017", f"{quoted(text)} leads outside the folder")
    return Reference("" if file == main else file, pointer, fragment)


def unresolved(text: str, pointer: str, root: Value, place: Place) -> Diagnostic:
    """Say that a pointer names nothing, and what was probably meant."""
    value, found = root, ""
    hint = ""
    for token in split_pointer(pointer):
        member = step(value, token)
        if member is None:
            hint = _nearest(found, value, token)
            break
        (value,) = member
        found = f"{found}/{escape(token)}"
    return Diagnostic("UD016", f"{quoted(text)} names nothing", place, hint)


def _nearest(parent: str, value: Value, token: str) -> str:
    if isinstance(value, dict) and len(token) < 200:
        close = get_close_matches(token, value, 1)
        if close:
            return f"did you mean #{join_pointer(parent, close[0])}?"
    return f"#{parent or '/'} exists, but it has no member {quoted(token)}"
