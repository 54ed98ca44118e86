"""Corrections of a hand-written spec that its pages have made unnecessary.

An overlay's action is needed for as long as the pages do not say what it brings. Once
they do, spec and pages part company without it and agree with it: what it says belongs
into the spec.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..diagnostics import Place
from ..facts import OperationFacts, PageFacts, StatusFact, ValueFact
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
    without, left = _partings(plain, pages), _partings(corrected, pages)
    still = {parting.key for parting in left}
    settled = [parting for parting in without if parting.key not in still]
    for action in actions:
        brings = any(_concerns(action, p) for p in settled)
        disputed = any(_concerns(action, p) for p in left if p.claimed is not None)
        if brings and not disputed:
            yield action


def _partings(client: Client, pages: Sequence[PageFacts]) -> list[Mismatch]:
    """Return where a client and the pages part, marks set aside; places are pointers.

    What a page says needs no mark, and a mark must not hide that it does not.
    """
    claims = facts_of_client(client, lambda pointer: Place("", pointer=pointer))
    return list(mismatches([_unmarked(claim) for claim in claims], pages))


def _unmarked(claim: OperationFacts) -> OperationFacts:
    def values(facts: Sequence[ValueFact]) -> tuple[ValueFact, ...]:
        return tuple(replace(fact, unsupported="") for fact in facts)

    def statuses(facts: Sequence[StatusFact]) -> tuple[StatusFact, ...]:
        return tuple(replace(fact, unsupported="") for fact in facts)

    return replace(
        claim,
        unsupported="",
        headers=values(claim.headers),
        path_params=values(claim.path_params),
        query_params=values(claim.query_params),
        body_fields=values(claim.body_fields),
        response_fields=values(claim.response_fields),
        responses=statuses(claim.responses),
        errors=statuses(claim.errors),
    )


def _concerns(action: Applied, parting: Mismatch) -> bool:
    """Tell whether an action acts where spec and pages part."""
    if parting.claimed is not None:
        at = parting.claimed.pointer
        return any(_is_within(at, pointer) for pointer in action.pointers)
    method, _, path = parting.operation.partition(" ")
    at = join_pointer(join_pointer("/paths", path), method.casefold())
    return any(
        _is_within(pointer, at) or _is_within(at, pointer)
        for pointer in action.pointers
    )


def _is_within(pointer: str, outer: str) -> bool:
    return pointer == outer or pointer.startswith(f"{outer}/")
