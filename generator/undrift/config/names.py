"""`names.yaml`: the Python names that were given once, and stay.

    operations:
      "POST /invoices/{id}/cancel": invoices.cancel
    types:
      "/components/schemas/Invoice": Invoice

undrift adds what is new. Everything else in the file is its readers': a name that they
change, and their comments.
"""

from __future__ import annotations

import keyword
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..diagnostics import Diagnostic, Place
from ..openapi import Source, Value, join_pointer, load_source
from .files import read_file
from .reading import Form, FormReader

SECTIONS = ("operations", "types")

OPERATION = Form("METHOD /path", r"[A-Z]+ /[^\x00-\x1f]*", "", 10_000)
POINTER = Form("a JSON pointer", r"(/[^\x00-\x1f]*)?", "", 10_000)
CALL = Form(
    "resource.method",
    r"[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*",
    "lower-case ASCII letters, digits and underscores: invoices.cancel",
    200,
)
TYPE = Form(
    "a class name",
    r"[A-Z][A-Za-z0-9_]*",
    "ASCII letters, digits and underscores, the first a capital: Invoice",
    150,
)

_PREAMBLE = """\
# The Python names of this client's calls and types.
# undrift adds new ones and never renames what stands here; to rename something,
# change it here and generate again.
"""

_LINE_END = re.compile(r"\r\n?|\n")

# Words that YAML takes for something else than text, in this or an older version.
_QUOTED = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})


@dataclass(frozen=True, slots=True)
class Names:
    """Recorded names: of calls by `METHOD path`, of types by JSON pointer."""

    operations: Mapping[str, str] = field(default_factory=dict[str, str])
    types: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class Recorded:
    """Names as a file has them, with places; `data` is None if there is no file."""

    names: Names
    file: str
    data: bytes | None = field(default=None, repr=False)
    source: Source | None = field(default=None, repr=False, compare=False)

    def place(self, section: str, key: str) -> Place:
        """Return where a name is recorded."""
        if self.source is None:
            return Place(self.file)
        return self.source.locate(join_pointer(f"/{section}", key))


def read_names(path: Path, shown: str) -> Recorded | tuple[Diagnostic, ...]:
    """Read recorded names; a file that is not there has none."""
    if not os.path.lexists(path):
        return Recorded(Names(), shown)
    data = read_file(path, shown)
    if isinstance(data, Diagnostic):
        return (data,)
    if not any(_is_content(line) for line in _lines(data)):
        return Recorded(Names(), shown, data)
    loaded = load_source(shown, data)
    if isinstance(loaded, Diagnostic):
        return (loaded,)
    reader = FormReader("UD005", loaded.source)
    members = reader.mapping(loaded.value, "", SECTIONS)
    operations = _section(members.get("operations"), "operations", reader)
    types = _section(members.get("types"), "types", reader)
    names = Names(operations, types)
    return tuple(reader.problems) or Recorded(names, shown, data, loaded.source)


def render_names(names: Names, recorded: Recorded | None = None) -> bytes:
    """Return the file for some names, sorted; comments in `recorded` stay.

    A file that says the same already is returned as it is.
    """
    if recorded is not None and recorded.data is not None and recorded.names == names:
        return recorded.data
    comments = _Comments.of(recorded)
    lines = comments.above.get("", [])
    for section, entries in (("operations", names.operations), ("types", names.types)):
        if not entries:
            continue
        lines = [*lines, *comments.above.get(f"/{section}", ())]
        lines.append(f"{section}:{comments.after.get(f'/{section}', '')}")
        for key, name in sorted(entries.items()):
            pointer = join_pointer(f"/{section}", key)
            lines += comments.above.get(pointer, ())
            value = f'"{name}"' if name.lower() in _QUOTED else name
            lines.append(f"  {_quoted(key)}: {value}{comments.after.get(pointer, '')}")
    return "".join(f"{line}\n" for line in [*lines, *comments.end]).encode()


def _section(value: Value, section: str, reader: FormReader) -> dict[str, str]:
    if value is None:
        return {}
    pointer = f"/{section}"
    if not isinstance(value, dict):
        reader.report(pointer, "a mapping is expected here")
        return {}
    of_calls = section == "operations"
    key_form, form = (OPERATION, CALL) if of_calls else (POINTER, TYPE)
    found: dict[str, str] = {}
    taken: dict[str, str] = {}
    for key, item in value.items():
        at = join_pointer(pointer, key)
        if not key_form.fits(key):
            reader.report(at, f"{key!a} is not {key_form.noun}")
            continue
        name = reader.text(item, at, form)
        if not name:
            continue
        for part in name.split("."):
            if keyword.iskeyword(part):
                reader.report(at, f"{part} is a keyword of Python")
        # Some file systems, and all readers, take names that differ by case for one.
        first = taken.setdefault(name.lower(), key)
        if first != key:
            reader.report(at, f"{name} is already the name of {first!a}")
        found[key] = name
    return found


@dataclass(frozen=True, slots=True)
class _Comments:
    """A file's comments, by the pointer of the key that they belong to."""

    above: Mapping[str, list[str]]
    after: Mapping[str, str]
    end: list[str]

    @classmethod
    def of(cls, recorded: Recorded | None) -> _Comments:
        """Find the comments of a file that people may have edited."""
        if recorded is None or recorded.data is None:
            head: list[str] = [*_PREAMBLE.splitlines()]
            return cls({"": head}, {}, [])
        lines = _lines(recorded.data)
        above: dict[str, list[str]] = {}
        after: dict[str, str] = {}
        reached = 0
        for line, pointer, name in sorted(_entries(recorded)):
            block = _comment_lines(lines[reached : line - 1])
            if reached == 0 and block:
                # The file's head: ours, or what they made of it.
                above[""] = block
            elif block:
                above[pointer] = block
            written = rf"[\"']?{re.escape(name)}[\"']?\s+" if name else ""
            if found := re.search(rf":\s+{written}(#.*)$", lines[line - 1]):
                after[pointer] = f"  {found[1]}"
            reached = max(reached, line)
        rest = _comment_lines(lines[reached:])
        return cls(above, after, rest) if reached else cls({"": rest}, {}, [])


def _entries(recorded: Recorded) -> list[tuple[int, str, str]]:
    entries: list[tuple[int, str, str]] = []
    names, source = recorded.names, recorded.source
    for section, members in (("operations", names.operations), ("types", names.types)):
        if source is None or not members:
            continue
        entries.append((source.locate(f"/{section}").line, f"/{section}", ""))
        for key, name in members.items():
            pointer = join_pointer(f"/{section}", key)
            entries.append((source.locate(pointer).line, pointer, name))
    return entries


def _lines(data: bytes) -> list[str]:
    return _LINE_END.split(data.decode("utf-8", "replace").removeprefix("\ufeff"))


def _is_content(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _comment_lines(lines: list[str]) -> list[str]:
    return [line for line in lines if line.lstrip().startswith("#")]


def _quoted(text: str) -> str:
    """Write a string as YAML's double-quoted style has it."""
    parts: list[str] = []
    for char in text:
        if char in '"\\':
            parts.append(f"\\{char}")
        elif char.isprintable():
            parts.append(char)
        else:
            parts.append(f"\\U{ord(char):08X}")
    return f'"{"".join(parts)}"'
