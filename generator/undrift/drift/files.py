"""Reading the small files that a check keeps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ..diagnostics import Diagnostic, Place
from ..openapi import Loaded, Source, Value, load_source

_LARGEST = 16 * 1024 * 1024


def read_kept(
    path: Path, shown: str, *, comments: bool = False
) -> Loaded | Diagnostic | None:
    """Read a YAML or JSON file; None if there is none.

    With `comments`, a file that holds nothing else is none.
    """
    try:
        # Reading a pipe or a device might never end.
        if path.exists() and not path.is_file():
            return Diagnostic("UD001", "this is not a regular file", Place(shown))
        if path.stat().st_size > _LARGEST:
            message = f"the file has more than {_LARGEST} bytes"
            return Diagnostic("UD012", message, Place(shown))
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        message = error.strerror or type(error).__name__
        return Diagnostic("UD001", message, Place(shown))
    if comments and all(line.strip()[:1] in {b"", b"#"} for line in data.splitlines()):
        return None
    return load_source(shown, data)


@dataclass(slots=True)
class Kept:
    """Looks at a file's values, and notes what they should not be."""

    source: Source
    hint: str
    problems: list[Diagnostic] = field(default_factory=list[Diagnostic])

    def report(self, pointer: str, message: str) -> None:
        """Note a problem at a value."""
        place = self.source.locate(pointer)
        self.problems.append(Diagnostic("UD002", message, place, self.hint))

    def mapping(self, value: Value, pointer: str) -> dict[str, Value]:
        """Return a mapping, empty after noting that there is none."""
        if isinstance(value, dict):
            return value
        self.report(pointer, "a mapping is expected here")
        return {}

    def texts(self, value: Value, pointer: str) -> Sequence[str]:
        """Return a list of strings, empty after noting that there is none."""
        if isinstance(value, list):
            texts = [item for item in value if isinstance(item, str)]
            if len(texts) == len(value):
                return texts
        self.report(pointer, "a list of strings is expected here")
        return ()

    def text(self, value: Value, pointer: str) -> str:
        """Return a string, "" after noting that there is none."""
        if isinstance(value, str):
            return value
        self.report(pointer, "a string is expected here")
        return ""
