"""Printing: plain text when piped, colours on a terminal, never a raw control code."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from rich.console import Console
from rich.text import Text

from ..diagnostics import RULES, Diagnostic, Severity
from ..escaping import inert, inert_line

_STYLES = {
    Severity.ERROR: "bold red",
    Severity.WARNING: "yellow",
    Severity.INFO: "cyan",
}


_ALIKE = 10
"""Warnings of one kind that are printed at once."""

_LONGEST = 2_000
"""Characters of a line: what pages say may be longer than anybody reads."""


class Terminal:
    """Results to standard output, problems to standard error.

    rich drops styles where the stream is not a terminal. Of NO_COLOR it makes bold
    text without colours; who sets it wants plain text.
    """

    def __init__(self) -> None:
        """Print to this process's streams."""
        colours: Literal["auto"] | None = None if os.environ.get("NO_COLOR") else "auto"
        self._out = Console(soft_wrap=True, highlight=False, color_system=colours)
        self._problems = Console(
            stderr=True, soft_wrap=True, highlight=False, color_system=colours
        )

    def line(self, text: str = "", style: str = "") -> None:
        """Print one line of a result."""
        self._out.print(Text(_bounded(inert_line(text)), style=style))

    def parts(self, *parts: tuple[str, str]) -> None:
        """Print one line of a result, made of texts and their styles."""
        plain = "".join(text for text, _ in parts)
        shown = _bounded(inert_line(plain))
        # What had to be escaped is rare, and does without styles.
        self._out.print(Text.assemble(*parts) if shown == plain else Text(shown))

    def problem(self, text: str) -> None:
        """Print one line about what is wrong."""
        self._problems.print(Text(_bounded(inert_line(text))))

    def diagnostics(self, found: Iterable[Diagnostic]) -> None:
        """Print problems in the form that editors and CI read.

        Of warnings of one kind only the first few are printed, and the rest counted.
        """
        printed = Counter[str]()
        for diagnostic in found:
            printed[diagnostic.code] += 1
            minor = diagnostic.severity is not Severity.ERROR
            if minor and printed[diagnostic.code] > _ALIKE:
                continue
            first = _bounded(inert_line(str(replace(diagnostic, hint=""))))
            mark = f"{diagnostic.severity}[{diagnostic.code}]"
            before, _, after = first.partition(mark)
            self._problems.print(
                Text.assemble(
                    (before, "bold"), (mark, _STYLES[diagnostic.severity]), after
                )
            )
            if diagnostic.hint:
                hint = inert(f"    {diagnostic.hint}")
                self._problems.print(Text(_bounded(hint), style="dim"))
        for code, count in printed.items():
            rule = RULES[code]
            if rule.severity is not Severity.ERROR and count > _ALIKE:
                kind = f"{rule.severity}[{code}]"
                more = f"and {count - _ALIKE} more {kind}: {rule.title}"
                self._problems.print(Text(more, style="dim"))


def _bounded(text: str) -> str:
    """Return a text, or its beginning and how much there is more."""
    if len(text) <= _LONGEST:
        return text
    return f"{text[: _LONGEST - 40]} … ({len(text) - _LONGEST + 40:,} more characters)"
