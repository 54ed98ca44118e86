"""Operations that have moved: which became which, and what differs in their paths."""

from __future__ import annotations

from collections.abc import Mapping

from ...facts import OperationFacts
from .described import template_of

ByPage = Mapping[str, OperationFacts]
"""What the pages tell of an operation, by the page's name."""


def way_between(old: tuple[str, str], new: tuple[str, str]) -> tuple[str, str]:
    """Return what was there and what is there now, of two methods and paths.

    The steps that both end with are left out: one step of many paths may be one change.
    """
    if old[0] != new[0]:
        return " ".join(old), " ".join(new)
    told = old[1].split("/"), new[1].split("/")
    while min(map(len, told)) > 2 and len({template_of(t[-1]) for t in told}) == 1:
        told = told[0][:-1], told[1][:-1]
    return "/".join(told[0]), "/".join(told[1])


def heirs(before: Mapping[str, ByPage], after: Mapping[str, ByPage]) -> dict[str, str]:
    """Return which operations of pages written by hand have become which, by template.

    A page's only operation stays the same one if it keeps its method or its path. Those
    of a page that tells of several keep a path's end as well.
    """
    found: dict[str, str] = {}
    olds, news = _on_pages(before), _on_pages(after)
    for name, told in olds.items():
        fresh = news.get(name, {})
        alone = len(told) == len(fresh) == 1
        for old, operation in told.items():
            free = (key for key in fresh if key not in before.keys() | found.values())
            heir = next(
                (k for k in free if _succeeds(operation, fresh[k], alone)), None
            )
            if heir is not None and old not in after.keys() | found.keys():
                found[old] = heir
    return found


def _on_pages(told: Mapping[str, ByPage]) -> dict[str, dict[str, OperationFacts]]:
    pages: dict[str, dict[str, OperationFacts]] = {}
    for template, by_page in told.items():
        for name, operation in by_page.items():
            pages.setdefault(name, {})[template] = operation
    return pages


def _succeeds(old: OperationFacts, new: OperationFacts, alone: bool) -> bool:
    paths = template_of(old.path), template_of(new.path)
    if old.method != new.method:
        return alone and paths[0] == paths[1]
    ends = [path.rpartition("/")[2] for path in paths]
    return alone or ends[0] == ends[1]
