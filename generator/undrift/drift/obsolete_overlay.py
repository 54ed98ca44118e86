"""Corrections of a hand-written spec that its pages have made unnecessary.

An overlay's action is needed for as long as the pages do not say what it brings. Once
they do, spec and pages disagree without it and agree with it: what it says belongs
into the spec.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..diagnostics import Place
from ..facts import Fact, OperationFacts, PageFacts
from ..ir import Client
from ..openapi import Applied, join_pointer
from .client_facts import facts_of_client
from .conformance import Mismatch, mismatches


def obsolete_actions(
    actions: Sequence[Applied],
    plain: Client,
    corrected: Client,
    pages: Sequence[PageFacts],
) -> Iterator[Applied]:
    """Yield the actions of which the pages say by themselves what they bring.

    `plain` is the client without any action, `corrected` that with all of them.
    """
    without, left = _mismatches(plain, pages), _mismatches(corrected, pages)
    still = {mismatch.key for mismatch in left}
    settled = [mismatch for mismatch in without if mismatch.key not in still]
    for action in actions:
        brings = any(_concerns(action, m) for m in settled)
        disputed = any(_concerns(action, m) for m in left if m.in_spec is not None)
        if brings and not disputed:
            yield action


def _mismatches(client: Client, pages: Sequence[PageFacts]) -> list[Mismatch]:
    """Return where a client and the pages disagree; places are pointers.

    Marks are set aside: what a page says needs none, and none may hide that.
    """
    stated = facts_of_client(client, lambda pointer: Place("", pointer=pointer))
    return list(mismatches(map(_unmarked, stated), pages))


def _unmarked(operation: OperationFacts) -> OperationFacts:
    def unmarked(fact: Fact) -> Fact:
        return replace(fact, unsupported="")

    return replace(operation.map_facts(unmarked), unsupported="")


def _concerns(action: Applied, mismatch: Mismatch) -> bool:
    """Tell whether an action acts where spec and pages disagree."""
    if mismatch.in_spec is not None:
        at = mismatch.in_spec.pointer
        return any(_is_within(at, pointer) for pointer in action.pointers)
    method, _, path = mismatch.operation.partition(" ")
    at = join_pointer(join_pointer("/paths", path), method.casefold())
    return any(
        _is_within(pointer, at) or _is_within(at, pointer)
        for pointer in action.pointers
    )


def _is_within(pointer: str, outer: str) -> bool:
    return pointer == outer or pointer.startswith(f"{outer}/")
