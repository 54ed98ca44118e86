"""Formatting: the owner of black, and of what saves asking it about every line.

Templates print one statement a line and open a bracket only at the end of one. So
nearly every line is as black would have it already, and the others have few shapes
(`shape`, `statements`). black formats what remains, each statement by itself.
"""

from __future__ import annotations

import re

from .shape import STEP, WIDTH, Unsure, laid_out, width
from .statements import opening, statement

_OPENERS = ("(", "[", "{")
_CLOSERS = (")", "]", "}")
_MAGIC = re.compile(r",[\])}]")
_STRING = re.compile(r""" *(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')""")
_BLOCKS = ("class ", "def ", "async def ")
_IMPORTS = ("import ", "from ")


def formatted(source: str) -> str:
    """Return a rendered module as black's stable style has it."""
    return _Module(source.split("\n")).formatted()


def normalised(content: bytes) -> bytes:
    """Return a Python file as black would leave it; as it came if that cannot be."""
    from black.parsing import InvalidInput

    try:
        return black_formatted(content.decode()).encode()
    except (UnicodeDecodeError, InvalidInput):
        return content


def black_formatted(source: str) -> str:
    """Return Python source as black has it, whoever wrote it."""
    # Imported here: it takes long, and most runs never need it.
    import black
    from black.mode import TargetVersion

    mode = black.Mode(
        target_versions={
            TargetVersion.PY311,
            TargetVersion.PY312,
            TargetVersion.PY313,
            TargetVersion.PY314,
        },
        line_length=WIDTH,
    )
    return black.format_str(source, mode=mode)


class _Module:
    """Goes through a module's lines once."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self._position = 0
        self._done: list[str] = []
        self._after = ""

    def formatted(self) -> str:
        """Return the module as black has it."""
        while self._position < len(self._lines):
            line = self._lines[self._position]
            text = line.lstrip(" ")
            indent = len(line) - len(text)
            if text:
                self._set_off(text, indent)
            count = self._statement(line, text, indent)
            self._position += count
        return "\n".join(self._done)

    def _set_off(self, text: str, indent: int) -> None:
        """Leave as many blank lines before a statement as black does."""
        blank = 0
        while self._done and not self._done[-1]:
            self._done.pop()
            blank += 1
        if indent:
            blank = min(blank, 1)
        else:
            is_block = text.startswith(_BLOCKS)
            if is_block or self._after.startswith(_BLOCKS):
                blank = 2
            elif self._after.startswith(_IMPORTS) and not text.startswith(_IMPORTS):
                blank = 1
            self._after = text
        if self._done:
            self._done += [""] * min(blank, 2)

    def _statement(self, line: str, text: str, indent: int) -> int:
        """Add the statement that begins here; return how many lines it had."""
        if not text or text[0] == "#":
            lines = [line]
            self._done += lines
        elif text.startswith('"""'):
            lines = self._string(line, indent)
            is_prose = self._begins_block()
            self._done += _docstring(lines, indent) if is_prose else lines
        elif line.endswith(_OPENERS):
            lines = self._opened(indent)
            self._done += _split_already(lines, indent)
        else:
            lines = [line]
            self._done += lines if _fits(line) else _alone(line, indent)
        return len(lines)

    def _string(self, line: str, indent: int) -> list[str]:
        """Return the lines of a string in triple quotes; those within are escaped."""
        first = last = self._position
        if len(line) < indent + 6 or not line.endswith('"""'):
            last += 1
            while not self._lines[last].endswith('"""'):
                last += 1
        return self._lines[first : last + 1]

    def _begins_block(self) -> bool:
        """Tell whether a string here is a docstring, which black takes for prose."""
        for line in reversed(self._done):
            if line and line[0] != "#":
                return line.endswith(":")
        return True

    def _opened(self, indent: int) -> list[str]:
        """Return the lines up to that which closes the bracket opened here."""
        closers = tuple(" " * indent + closer for closer in _CLOSERS)
        for number in range(self._position + 1, len(self._lines)):
            line = self._lines[number]
            if line.startswith(closers) and not line.endswith(_OPENERS):
                return self._lines[self._position : number + 1]
        raise ValueError("a template leaves a bracket open")


def _fits(line: str) -> bool:
    columns = len(line) if line.isascii() else width(line)
    return columns <= WIDTH and not _MAGIC.search(line)


def _alone(line: str, indent: int) -> list[str]:
    """Return a statement of one line that is not as black would have it."""
    try:
        return statement(line, indent)
    except Unsure:
        return _by_black([line], indent)


def _docstring(lines: list[str], indent: int) -> list[str]:
    """Return a docstring as black has it, closing quotes of a single line beside it."""
    quotes = " " * indent + '"""'
    joined = lines
    if len(lines) == 2 and lines[1] == quotes != lines[0]:
        joined = [f'{lines[0]}"""']
    first, *inner = joined
    text = first.removesuffix('"""') if not inner else first
    settled = (
        first[indent + 3 : indent + 4] not in {"", " ", '"'}
        and not text.endswith((" ", "\\", '"'))
        and not any("\t" in line or line.endswith((" ", "\\")) for line in joined)
        and (not inner or inner.pop() == quotes)
        and all(line.startswith(" " * indent) for line in inner if line)
        # What all lines are indented by beyond the quotes would be removed.
        and (not inner or any(line[indent] != " " for line in inner if line))
    )
    return joined if settled else _by_black(lines, indent)


def _split_already(lines: list[str], indent: int) -> list[str]:
    """Return a statement whose brackets its template has split."""
    try:
        if width(lines[0]) <= WIDTH:
            return _parts(lines)
        head, call = opening(lines[0])
        if call:
            inner = [f"    {line}" for line in (call, *lines[1:])]
            return [*head, *_parts(inner), ")"]
        return [*head, *_parts(["(", *lines[1:]])[1:]]
    except Unsure:
        return _by_black(lines, indent)


def _parts(lines: list[str]) -> list[str]:
    """Lay out lines of which each opens a bracket, closes one or is a part of one."""
    done: list[str] = []
    opened: list[tuple[int, int]] = []
    parts = 0
    for line in lines:
        if line.lstrip(" ").startswith(_CLOSERS):
            first, before = opened.pop()
            done[first:] = _closed(done[first], done[first + 1 :], line, parts)
            parts = before + 1
        elif line.endswith(_OPENERS):
            if not _fits(line):
                raise Unsure(line)
            opened.append((len(done), parts))
            done.append(line)
            parts = 0
        else:
            done += [line] if _fits(line) or _STRING.fullmatch(line) else laid_out(line)
            parts += 1
    return done


def _closed(head: str, inner: list[str], tail: str, parts: int) -> list[str]:
    """Return a bracket that is closed; what a comma does not keep apart is joined."""
    if not inner:
        joined = head + tail.lstrip(" ")
        if not _fits(joined):
            raise Unsure(joined)
        return [joined]
    # One thing and a comma is a tuple, which may fit on a line.
    is_tuple = head.endswith(("=(", " (")) and " import " not in head
    if parts == 1 and is_tuple and len(inner) == 1:
        if not _fits(inner[0]):
            raise Unsure(head)
        joined = head + inner[0].lstrip(" ") + tail.lstrip(" ")
        if width(joined) <= WIDTH:
            return [joined]
    is_kept = inner[-1].endswith(",") or _are_strings(inner)
    if not is_kept or width(tail) > WIDTH:
        raise Unsure(tail)
    return [head, *inner, tail]


def _are_strings(lines: list[str]) -> bool:
    """Tell whether lines are adjacent strings that do not fit on one."""
    text = " ".join(line.lstrip(" ") for line in lines)
    indent = len(lines[0]) - len(lines[0].lstrip(" "))
    return indent + width(text) > WIDTH and all(map(_STRING.fullmatch, lines))


def _by_black(lines: list[str], indent: int) -> list[str]:
    """Let black format one statement where it stands."""
    around = [" " * STEP * level + "if _:" for level in range(indent // STEP)]
    body = [" " * (indent + STEP) + "pass"] if lines[-1].endswith(":") else []
    text = black_formatted("\n".join([*around, *lines, *body]) + "\n")
    done = text.rstrip("\n").split("\n")[len(around) :]
    while not done[0]:
        done.pop(0)
    return done[:-1] if body else done
