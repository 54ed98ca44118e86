"""Printing: plain text when piped, colours on a terminal, never a raw control code."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from rich.console import Console
from rich.text import Text

from ..diagnostics import Diagnostic, Severity

_STYLES = {
    Severity.ERROR: "bold red",
    Severity.WARNING: "yellow",
    Severity.INFO: "cyan",
}


def inert(text: str) -> str:
    """Escape what a terminal would act on; documentation is hostile input."""
    return "".join(
        (
            char
            if char == "\n" or (char.isprintable() and char not in _BIDI)
            else char.encode("unicode_escape", "surrogatepass").decode()
        )
        for char in text
    )


_BIDI = frozenset(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x61C)))


class Terminal:
    """Results to standard output, problems to standard error.

    rich honours NO_COLOR and drops colours where the stream is not a terminal.
    """

    def __init__(self) -> None:
        """Print to this process's streams."""
        self._out = Console(soft_wrap=True, highlight=False)
        self._problems = Console(stderr=True, soft_wrap=True, highlight=False)

    def line(self, text: str = "", style: str = "") -> None:
        """Print one line of a result."""
        self._out.print(Text(inert(text), style=style))

    def problem(self, text: str) -> None:
        """Print one line about what is wrong."""
        self._problems.print(Text(inert(text)))

    def diagnostics(self, found: Iterable[Diagnostic]) -> None:
        """Print problems in the form that editors and CI read."""
        for diagnostic in found:
            # A line of a document's own would be a command to some CI systems.
            first = inert(str(replace(diagnostic, hint=""))).replace("\n", "\\n")
            mark = f"{diagnostic.severity}[{diagnostic.code}]"
            before, _, after = first.partition(mark)
            self._problems.print(
                Text.assemble(
                    (before, "bold"), (mark, _STYLES[diagnostic.severity]), after
                )
            )
            if diagnostic.hint:
                hint = inert(f"    {diagnostic.hint}")
                self._problems.print(Text(hint, style="dim"))
