"""Problems are values with a place.

Every stage returns what it could make together with the `Diagnostic`s it met; nothing
below `cli` prints, and an exception is only ever undrift's own bug. `RULES` is the one
table of codes: a code is never reused, and a message never carries what the table says.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem matters: errors stop the provider they belong to."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands in a file that a person can open.

    `line` and `column` count from 1; 0 means that the whole file is meant. `pointer` is
    the JSON pointer (RFC 6901) in the document that the text belongs to, or "".
    """

    file: str
    line: int = 0
    column: int = 0
    pointer: str = ""

    def __str__(self) -> str:
        """Return `file:line:column`, leaving out what is not known."""
        parts = [self.file]
        if self.line:
            parts.append(str(self.line))
            if self.column:
                parts.append(str(self.column))
        return ":".join(parts)


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of problem: its severity and what it is about."""

    severity: Severity
    title: str


RULES: dict[str, Rule] = {
    # 00x: files and configuration
    "UD001": Rule(Severity.ERROR, "a file cannot be read"),
    "UD002": Rule(Severity.ERROR, "a manifest or configuration is not valid"),
    "UD003": Rule(Severity.ERROR, "an unknown provider was asked for"),
    "UD004": Rule(Severity.ERROR, "this undrift is not the required version"),
    "UD005": Rule(Severity.ERROR, "recorded names are not valid"),
    # 01x: documents as text
    "UD010": Rule(Severity.ERROR, "the text is not valid YAML or JSON"),
    "UD011": Rule(Severity.ERROR, "a key is given twice"),
    "UD012": Rule(Severity.ERROR, "the document is larger than the budget allows"),
    "UD013": Rule(Severity.ERROR, "a value is outside JSON's data model"),
    "UD014": Rule(Severity.ERROR, "the document is not valid OpenAPI"),
    "UD015": Rule(Severity.WARNING, "the document departs from OpenAPI"),
    "UD016": Rule(Severity.ERROR, "a reference cannot be followed"),
    "UD017": Rule(Severity.ERROR, "a reference leads outside the provider's folder"),
    # 02x: pages
    "UD020": Rule(Severity.ERROR, "a page documents nothing that can be used"),
    "UD021": Rule(Severity.ERROR, "a fence is not closed"),
    "UD022": Rule(Severity.ERROR, "a fragment and its info string disagree"),
    "UD023": Rule(Severity.ERROR, "two pages contradict each other"),
    "UD024": Rule(Severity.WARNING, "part of a page cannot be read"),
    "UD025": Rule(Severity.WARNING, "a page is older than others"),
    "UD026": Rule(Severity.INFO, "two specs name different things alike"),
    "UD027": Rule(Severity.WARNING, "a page contradicts itself"),
    "UD028": Rule(Severity.INFO, "pages of one spec name different servers"),
    "UD029": Rule(Severity.ERROR, "no page names the host"),
    # 03x: overlays
    "UD030": Rule(Severity.ERROR, "the overlay is not valid"),
    "UD031": Rule(Severity.ERROR, "an overlay action matches nothing"),
    "UD032": Rule(Severity.ERROR, "an overlay action gives no reason"),
    "UD033": Rule(Severity.ERROR, "an overlay action cannot be applied"),
    # 04x: meaning
    "UD040": Rule(Severity.ERROR, "an operation cannot be generated"),
    "UD041": Rule(Severity.ERROR, "a schema cannot be generated"),
    "UD042": Rule(Severity.ERROR, "an undrift extension is not valid"),
    "UD043": Rule(Severity.WARNING, "something documented has no effect"),
    "UD044": Rule(Severity.ERROR, "names collide"),
    "UD045": Rule(Severity.WARNING, "a documented example contradicts its own schema"),
    "UD046": Rule(Severity.WARNING, "an operation is left out"),
    "UD047": Rule(Severity.INFO, "operations that are refused stop the client"),
    # 05x: documentation against a hand-written spec
    "UD050": Rule(Severity.ERROR, "the spec states what the documentation does not"),
    "UD051": Rule(Severity.ERROR, "the documentation states what the spec lacks"),
    "UD052": Rule(Severity.ERROR, "the spec contradicts the documentation"),
    # 06x: output
    "UD060": Rule(Severity.ERROR, "generated code does not pass the gate"),
    "UD061": Rule(Severity.WARNING, "a file in the output folder is not undrift's"),
    "UD062": Rule(Severity.ERROR, "the output cannot be written"),
    "UD063": Rule(Severity.WARNING, "an interrupted run was completed or undone"),
}


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem: which rule, where, what exactly, and what to do about it."""

    code: str
    message: str
    place: Place
    hint: str = ""

    @property
    def severity(self) -> Severity:
        """Return the severity that `RULES` gives to this code."""
        return RULES[self.code].severity

    def __str__(self) -> str:
        """Return the printed form, the hint indented below."""
        pointer = f" #{self.place.pointer}:" if self.place.pointer else ""
        line = f"{self.place}: {self.severity}[{self.code}]{pointer} {self.message}"
        return f"{line}\n    {self.hint}" if self.hint else line


def errors(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return those diagnostics that stop the work, in order."""
    return tuple(d for d in diagnostics if d.severity is Severity.ERROR)


def counted(number: int, noun: str) -> str:
    """Return a number of things in English."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
