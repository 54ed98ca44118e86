"""Make mutants of a module: one small change each, of what the module decides.

The changes are mutmut's, as far as each makes a decision go another way, and a few
that people make by mistake and mutmut does not know: a condition that always or never
holds, half of an `and`, a row that is missing from a table, a call that is not made.
What makes any run fail at once (a value replaced by `None`) says nothing of the tests.
"""

from __future__ import annotations

import ast
import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import libcst as cst
from libcst.metadata import CodeRange, MetadataWrapper, PositionProvider
from mutmut.mutation import mutators

from tests.mutation.exclusions import is_excluded, is_word, parts_left_out


@dataclass(frozen=True)
class Mutant:
    """A module's text with one stretch replaced."""

    path: str
    source: str
    begin: int
    end: int
    replacement: str

    @property
    def text(self) -> str:
        """Return the mutated module."""
        return self.source[: self.begin] + self.replacement + self.source[self.end :]

    @property
    def line(self) -> int:
        """Return the line in which the change begins."""
        return self.source.count("\n", 0, self.begin) + 1

    @property
    def last_line(self) -> int:
        """Return the line in which the change ends."""
        return self.source.count("\n", 0, self.end) + 1

    @cached_property
    def before(self) -> str:
        """Return the changed lines as they are."""
        return "\n".join(self.source.split("\n")[self.line - 1 : self.last_line])

    @cached_property
    def after(self) -> str:
        """Return the changed lines as they would be."""
        start = self.source.rfind("\n", 0, self.begin) + 1
        stop = self.source.find("\n", self.end)
        rest = self.source[self.end : stop if stop >= 0 else None]
        return self.source[start : self.begin] + self.replacement + rest

    def key(self, seed: int = 0) -> str:
        """Return a name that stays the same while the changed lines do."""
        repeated = self.source[: self.begin].count(self.before)
        parts = (str(seed), self.path, self.before, self.after, str(repeated))
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:10]

    @property
    def makes_sense(self) -> bool:
        """Return whether the mutant can be compiled and is another program."""
        try:
            return ast.dump(ast.parse(self.text)) != ast.dump(ast.parse(self.source))
        except SyntaxError:
            return False


def mutants_of(path: str, source: str) -> Iterator[Mutant]:
    """Yield the mutants of a module."""
    wrapper = MetadataWrapper(cst.parse_module(source), unsafe_skip_copy=True)
    visitor = _Visitor(source)
    wrapper.visit(visitor)
    for begin, end, replacement in visitor.edits:
        yield _trimmed(path, source, begin, end, replacement)


def sampled(mutants: Iterable[Mutant], count: int, seed: int) -> Iterator[Mutant]:
    """Yield a sample of mutants, at most one for each line.

    The choice hangs on each mutant alone: another change elsewhere in the room leaves
    the rest of the sample as it was.
    """
    by_line: dict[tuple[str, int], tuple[str, Mutant]] = {}
    for mutant in mutants:
        keyed = mutant.key(seed), mutant
        place = mutant.path, mutant.line
        if place not in by_line or keyed[0] < by_line[place][0]:
            by_line[place] = keyed
    taken = 0
    for _, mutant in sorted(by_line.values(), key=lambda keyed: keyed[0]):
        if taken == count:
            return
        if mutant.makes_sense:
            taken += 1
            yield mutant


def _trimmed(path: str, source: str, begin: int, end: int, replacement: str) -> Mutant:
    """Return the mutant whose stretch holds only what differs."""
    while begin < end and replacement and source[begin] == replacement[0]:
        begin, replacement = begin + 1, replacement[1:]
    while begin < end and replacement and source[end - 1] == replacement[-1]:
        end, replacement = end - 1, replacement[:-1]
    return Mutant(path, source, begin, end, replacement)


_MUTMUT: Sequence[tuple[type, Callable[[Any], Iterable[cst.CSTNode]]]] = (
    (cst.BaseNumber, mutators.operator_number),
    (cst.Name, mutators.operator_name),
    (cst.AugAssign, mutators.operator_augmented_assignment),
    (cst.UnaryOperation, mutators.operator_remove_unary_ops),
    (cst.Call, mutators.operator_symmetric_string_methods_swap),
    (cst.Call, mutators.operator_unsymmetrical_string_methods_swap),
    (cst.CSTNode, mutators.operator_keywords),
    (cst.CSTNode, mutators.operator_swap_op),
    (cst.IfExp, mutators.operator_if_exp),
)


class _Visitor(cst.CSTVisitor):
    """Collects edits: where each begins, where it ends, and the new text."""

    METADATA_DEPENDENCIES = (PositionProvider,)

    def __init__(self, source: str) -> None:
        super().__init__()
        self.edits: list[tuple[int, int, str]] = []
        self._left_out: set[cst.CSTNode] = set()
        self._starts = [0]
        for line in source.split("\n"):
            self._starts.append(self._starts[-1] + len(line) + 1)

    def on_visit(self, node: cst.CSTNode) -> bool:
        if node in self._left_out or is_excluded(node):
            return False
        self._left_out.update(parts_left_out(node))
        for kind, operator in _MUTMUT:
            if isinstance(node, kind):
                for mutated in operator(node):
                    self._replace(node, mutated)
        self._own(node)
        return True

    def _own(self, node: cst.CSTNode) -> None:
        match node:
            case cst.SimpleString() if is_word(node):
                for mutated in list(mutators.operator_string(node))[:1]:
                    self._replace(node, mutated)
            case cst.BooleanOperation(left=left, right=right):
                self._replace(node, left)
                self._replace(node, right)
            case cst.If(test=test) | cst.CompIf(test=test):
                self._replace(test, cst.Name("False"))
                self._replace(test, cst.Name("True"))
            case cst.MatchCase(guard=cst.BaseExpression() as guard):
                self._replace(guard, cst.Name("True"))
                self._replace(guard, cst.Name("False"))
            case cst.Match(cases=cases) if len(cases) > 1:
                for case in cases:
                    self._drop_lines(case)
            case cst.Tuple(elements=elements) if len(elements) > 2:
                self._drop_each(elements)
            case cst.List() | cst.Set() | cst.Dict():
                self._drop_each(node.elements)
            case cst.Call(args=args):
                named = [a for a in args if a.keyword and not is_excluded(a)]
                self._drop_each(args, named)
            case cst.Expr(value=cst.Call() | cst.Yield()):
                self._replace(node, cst.Pass())
            case _:
                pass

    def _replace(self, node: cst.CSTNode, mutated: cst.CSTNode) -> None:
        span = self._span(node)
        # A node's span leaves out its own brackets.
        bracketed = isinstance(node, cst.BaseExpression) and node.lpar
        if bracketed and isinstance(mutated, type(node)):
            mutated = mutated.with_changes(lpar=(), rpar=())
        self.edits.append((*span, cst.Module([]).code_for_node(mutated)))

    def _drop_lines(self, node: cst.CSTNode) -> None:
        """Leave out a compound statement's part, from its line's start."""
        begin, end = self._span(node)
        start = max(start for start in self._starts if start <= begin)
        self.edits.append((start, end, ""))

    def _drop_each(
        self, nodes: Sequence[cst.CSTNode], dropped: Sequence[cst.CSTNode] | None = None
    ) -> None:
        """Leave out one of several nodes that commas part."""
        spans = [self._span(node) for node in nodes]
        if len(spans) < 2 and dropped is None:
            return
        for index, node in enumerate(nodes):
            if dropped is not None and node not in dropped:
                continue
            begin, end = spans[index]
            if index + 1 < len(spans):
                self.edits.append((begin, spans[index + 1][0], ""))
            elif index:
                # The comma stays: a tuple of one needs it.
                self.edits.append((spans[index - 1][1], end, ","))
            else:
                self.edits.append((begin, end, ""))

    def _span(self, node: cst.CSTNode) -> tuple[int, int]:
        found = self.get_metadata(PositionProvider, node)
        assert isinstance(found, CodeRange)
        return (
            self._starts[found.start.line - 1] + found.start.column,
            self._starts[found.end.line - 1] + found.end.column,
        )
