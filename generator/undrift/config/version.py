"""`required-version`: a plain part of PEP 440's version specifiers.

    required  =  clause ("," clause)*
    clause    =  ("==" | "!=" | ">=" | "<=" | "~=" | ">" | "<") release
    release   =  digits ("." digits)*

A development or pre-release version of undrift counts as the release it leads to.
"""

from __future__ import annotations

import re
from itertools import zip_longest

_CLAUSE = re.compile(r"\s*(==|!=|>=|<=|~=|>|<)\s*([0-9]{1,9}(?:\.[0-9]{1,9}){0,9})\s*")
_RELEASE = re.compile(r"[0-9]+(?:\.[0-9]+)*")

Clause = tuple[str, tuple[int, ...]]


def parse_required(text: str) -> tuple[Clause, ...] | None:
    """Return the clauses of a specifier, None if it is not one."""
    clauses: list[Clause] = []
    for part in text.split(","):
        found = _CLAUSE.fullmatch(part)
        if found is None:
            return None
        release = _numbers(found[2])
        # `~= 1` would say nothing about where it ends.
        if found[1] == "~=" and len(release) < 2:
            return None
        clauses.append((found[1], release))
    return tuple(clauses)


def satisfies(version: str, required: tuple[Clause, ...]) -> bool:
    """Return whether a version meets every clause."""
    found = _RELEASE.match(version)
    mine = _numbers(found[0]) if found else ()
    return all(_meets(mine, operator, release) for operator, release in required)


def _meets(mine: tuple[int, ...], operator: str, release: tuple[int, ...]) -> bool:
    order = _compare(mine, release)
    match operator:
        case "==":
            return order == 0
        case "!=":
            return order != 0
        case ">=":
            return order >= 0
        case "<=":
            return order <= 0
        case ">":
            return order > 0
        case "<":
            return order < 0
        case _:
            series = release[:-1]
            same = _compare((*mine, *release)[: len(series)], series) == 0
            return order >= 0 and same


def _compare(left: tuple[int, ...], right: tuple[int, ...]) -> int:
    for one, other in zip_longest(left, right, fillvalue=0):
        if one != other:
            return 1 if one > other else -1
    return 0


def _numbers(release: str) -> tuple[int, ...]:
    return tuple(int(number) for number in release.split("."))
