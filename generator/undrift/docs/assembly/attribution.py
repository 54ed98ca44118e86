"""Which operation of a page a statement is about.

Mostly the last one stated before it. What stands outside every operation's own section
(headers of all requests, errors of all endpoints) is about all of them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from ..statements.endpoints import StatedEndpoint, path_parameters, prefix_of
from ..statements.requests import ExampleRequest
from ..statements.statement import (
    AddressStatement,
    AuthStatement,
    BodyStatement,
    FieldStatement,
    RequestStatement,
    ResponseStatement,
    ResponseText,
    Statement,
    StatusStatement,
)
from ..text.blocks import Paragraph
from ..text.sections import Section
from ..vocabulary.words import EVERYWHERE, Concept

_ASIDE = re.compile(r"\(([^()]{1,100})\)")
_WORD = re.compile(r"[^\W_]+")


OperationGroup = Sequence[StatedEndpoint]
"""All that states one operation."""


def by_operation(starts: Sequence[StatedEndpoint]) -> list[OperationGroup]:
    """Return the starts of each operation, in the page's order."""
    groups: dict[tuple[str, str], list[StatedEndpoint]] = {}
    for start in starts:
        key = (start.endpoint.method, start.endpoint.path)
        groups.setdefault(key, []).append(start)
    return list(groups.values())


def attribute(
    groups: Sequence[OperationGroup],
    statements: Sequence[Statement],
    sections: Sequence[Section],
) -> list[list[Statement]]:
    """Return the statements about each operation."""
    shares: list[list[Statement]] = [[] for _ in groups]
    if groups:
        attribution = _Attribution(groups, sections)
        for statement in statements:
            for n in attribution.owners(statement):
                shares[n].append(statement)
    return shares


class _Attribution:
    def __init__(
        self, groups: Sequence[OperationGroup], sections: Sequence[Section]
    ) -> None:
        self._groups = groups
        self._sections = sections
        self._section_lines = [section.line for section in sections]
        owning = [
            (start.line, n)
            for n, group in enumerate(groups)
            for start in group
            if not start.listed
        ]
        self._order = sorted(owning)
        self._lines = [line for line, _ in self._order]
        self._above = {section.line: section.parent for section in sections}
        self._common = set(self._shared_sections())

    def owners(self, statement: Statement) -> Sequence[int]:
        """Return the numbers of the operations that a statement is about."""
        everyone = range(len(self._groups))
        if len(self._groups) == 1:
            return everyone
        called = self._called(statement)
        if called is not None:
            return [called]
        if self._section_at(statement.line) in self._common and _is_common(statement):
            return self._naming(statement, everyone)
        if not self._order:
            # A table lists the operations and says no more about each.
            return self._naming(statement, everyone) if _is_common(statement) else []
        at = self._order[max(0, bisect_right(self._lines, statement.line) - 1)][1]
        together = {start.together for start in self._groups[at]} - {0}
        joint = [
            n
            for n, group in enumerate(self._groups)
            if any(start.together in together for start in group)
        ]
        if at not in joint:
            return [at]
        if isinstance(statement, RequestStatement | AddressStatement | BodyStatement):
            return [joint[0]]
        return self._naming(statement, self._titled(statement, joint))

    def _called(self, statement: Statement) -> int | None:
        """Return the operation that an example calls."""
        if not isinstance(statement, RequestStatement):
            return None
        fitting = [
            n for n, g in enumerate(self._groups) if _is_call_of(statement.call, g)
        ]
        before = max(0, bisect_right(self._lines, statement.line) - 1)
        if self._order and self._order[before][1] in fitting:
            return self._order[before][1]
        return fitting[0] if fitting else None

    def _naming(self, statement: Statement, owners: Sequence[int]) -> Sequence[int]:
        """Keep a path parameter for the operations that have it in their path."""
        if (
            not isinstance(statement, FieldStatement)
            or statement.concept is not Concept.PATH
        ):
            return owners
        return [
            n
            for n in owners
            if statement.fact.name in path_parameters(self._groups[n][0].endpoint.path)
        ]

    def _titled(self, statement: Statement, owners: Sequence[int]) -> Sequence[int]:
        """Keep those that the title names: *Body (`verify-all` only)*.

        An aside may name them by words of their paths: *Query (receipts and refunds)*.
        """
        section = self._section_at(statement.line)
        title = next((s.source for s in self._sections if s.line == section), "")
        lasts = {n: self._groups[n][0].endpoint.path.rpartition("/")[2] for n in owners}
        named = [n for n in owners if f"`{lasts[n]}`" in title]
        if not named:
            aside = _words(" ".join(_ASIDE.findall(title)))
            named = [n for n in owners if aside & _words(lasts[n])]
        return named or owners

    def _section_at(self, line: int) -> int:
        at = bisect_right(self._section_lines, line) - 1
        return self._section_lines[at] if at >= 0 else 0

    def _shared_sections(self) -> Iterator[int]:
        """Yield the lines of sections that belong to no single operation."""
        if not self._order:
            return
        first, last = self._lines[0], self._lines[-1]
        owned = {self._section_at(line) for line in self._lines}
        homes = [s for s in self._sections if s.line in owned]
        inner = {s.parent for s in self._sections}
        last_home = homes[-1] if homes else None
        for section in self._sections:
            outside = section.line not in owned and (
                section.line < first
                or (
                    last_home is not None
                    and section.line > last
                    and last_home.line in inner
                    and not self._is_below(section, last_home)
                )
            )
            if outside or _says_everywhere(section):
                yield section.line

    def _is_below(self, section: Section, other: Section) -> bool:
        line = section.line
        while line > other.line:
            up = self._above.get(line, 0)
            line = up if up < line else 0  # Two headings may stand on one line.
        return line == other.line


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))


def _is_common(statement: Statement) -> bool:
    """Return whether a statement can be about all operations of a page."""
    match statement:
        case StatusStatement() | ResponseText() | AuthStatement():
            return True
        case ResponseStatement(status=status):
            return status.startswith(("4", "5"))
        case FieldStatement(concept=concept):
            return concept in (Concept.HEADERS, Concept.PATH)
        case _:
            return False


def _says_everywhere(section: Section) -> bool:
    texts = [b.text.plain for b in section.blocks[:2] if isinstance(b, Paragraph)]
    return any(EVERYWHERE.search(text[:300]) for text in (section.title, *texts))


def _is_call_of(call: ExampleRequest, group: OperationGroup) -> bool:
    endpoint = group[0].endpoint
    return (
        call.method == endpoint.method
        and prefix_of(endpoint.path, call.target.path) is not None
    )
