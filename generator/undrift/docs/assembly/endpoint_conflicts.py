"""What a page's statements of its endpoints come to, where several disagree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...diagnostics import Diagnostic
from ..statements.endpoints import (
    PATH_PARAMETER,
    Endpoint,
    StatedEndpoint,
    path_parameters,
    prefix_of,
)
from ..statements.requests import ExampleRequest
from ..statements.statement import RequestStatement, Statement
from ..text.page import PageText

_EXAMPLE = ("…", "...")
_COMPARED = 400
"""Statements of which each is held against each other; real pages have fewer."""


def resolve_conflicts(
    page: PageText,
    starts: Sequence[StatedEndpoint],
    metadata: int,
    statements: Sequence[Statement],
) -> tuple[tuple[StatedEndpoint, ...], tuple[Diagnostic, ...]]:
    """Return the endpoints that stand, and where the page contradicts itself.

    `metadata` is the line of the page's metadata, or 0. What it says of the method and
    the path wins, unless the text and an example call agree on something else.
    """
    calls = [
        statement.call
        for statement in statements
        if isinstance(statement, RequestStatement)
    ]
    front = [s for s in starts if metadata and s.line == metadata]
    stated = [s for s in starts if s not in front]
    problems: list[Diagnostic] = []
    own = {(s.endpoint.method, _shape(s.endpoint)) for s in stated if not s.listed}
    if len(front) == len(own) == 1:
        told = front[0].endpoint
        said = next(s.endpoint for s in stated if not s.listed)
        if _differ(told, said):
            wins = _is_called(said, calls) and not _is_called(told, calls)
            winner, loser = (said, told) if wins else (told, said)
            if _shape(told) == _shape(said):
                # Only the method is in question.
                winner = replace(winner, path=told.path)
            problems.append(_contradiction(page, winner, loser))
            front = [replace(s, endpoint=_as(s.endpoint, winner)) for s in front]
            stated = [replace(s, endpoint=_as(s.endpoint, winner)) for s in stated]
    kept = [*front, *stated]
    return tuple(_united(kept)), tuple(problems)


def _shape(endpoint: Endpoint) -> str:
    """Return a path without the names of its parameters."""
    return PATH_PARAMETER.sub("{}", endpoint.path)


def _differ(told: Endpoint, said: Endpoint) -> bool:
    """Return whether two statements are about one operation and disagree on it."""
    same_path = _shape(told) == _shape(said) or _one_ends_other(told, said)
    return same_path != (told.method == said.method)


def _one_ends_other(one: Endpoint, other: Endpoint) -> bool:
    return _shape(one).endswith(_shape(other)) or _shape(other).endswith(_shape(one))


def _is_called(endpoint: Endpoint, calls: Sequence[ExampleRequest]) -> bool:
    return any(
        call.method == endpoint.method
        and prefix_of(endpoint.path, call.target.path) is not None
        for call in calls
    )


def _contradiction(page: PageText, winner: Endpoint, loser: Endpoint) -> Diagnostic:
    message = (
        f"the page says {winner.method} {winner.path} (line {winner.line}) and"
        f" {loser.method} {loser.path}"
    )
    hint = f"{winner.method} {winner.path} is taken; correct the page"
    return Diagnostic("UD027", message, page.place(loser.line), hint)


def _as(endpoint: Endpoint, winner: Endpoint) -> Endpoint:
    return replace(
        endpoint, method=winner.method, path=winner.path, server=winner.server
    )


def _united(starts: Sequence[StatedEndpoint]) -> Iterator[StatedEndpoint]:
    """Yield starts under one path for each operation, examples of one left out."""
    if len(starts) > _COMPARED:
        yield from starts
        return
    for start in starts:
        same = [s for s in starts if s.endpoint.method == start.endpoint.method]
        if any(_shows(start.endpoint, s.endpoint) for s in same):
            continue
        first = next(s for s in same if _is_same(s.endpoint, start.endpoint))
        longest = max(
            (s.endpoint.path for s in same if _is_same(s.endpoint, first.endpoint)),
            key=lambda path: path.count("/"),
        )
        path = first.endpoint.path if _is_as_long(first, longest) else longest
        yield replace(start, endpoint=replace(start.endpoint, path=path))


def _is_as_long(start: StatedEndpoint, path: str) -> bool:
    return start.endpoint.path.count("/") == path.count("/")


def _is_same(one: Endpoint, other: Endpoint) -> bool:
    """Return whether two paths are one, perhaps by other names of parameters."""
    shapes = _shape(one), _shape(other)
    if shapes[0] == shapes[1]:
        return True
    shorter, longer = sorted(shapes, key=len)
    # `/v1/x` in the text and `/api/v1/x` elsewhere; a short path says too little.
    return shorter.count("/") > 1 and longer.endswith(shorter)


def _shows(endpoint: Endpoint, other: Endpoint) -> bool:
    """Return whether an endpoint is only an example of another: `/v1/x/2675`."""
    if endpoint.path == other.path:
        return False
    if not path_parameters(other.path):
        return False
    if any(mark in endpoint.path for mark in _EXAMPLE):
        return prefix_of(other.path, endpoint.path) is not None
    return (
        not path_parameters(endpoint.path)
        and any(map(_is_value, endpoint.path.split("/")))
        and prefix_of(other.path, endpoint.path) is not None
    )


def _is_value(segment: str) -> bool:
    """Return whether a segment is an identifier's value and no word of the path."""
    return any(c.isdigit() for c in segment) and not segment.startswith("v")
