"""Types that are nothing but themselves again: lists or unions of themselves.

An object may refer to itself, because its name stands for something. A list, map or
union that leads back to itself with no object on the way stands for nothing that Python
could name; it becomes "anything", and that is said.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ..ir import AliasType, AnyValue, Declaration, DeclarationId
from ..ir.walk import used_by
from .reading import Problems


def broken(
    problems: Problems, declarations: dict[DeclarationId, Declaration]
) -> dict[DeclarationId, Declaration]:
    """Return the declarations with every cycle of aliases opened."""
    aliases = {
        identity: declaration
        for identity, declaration in declarations.items()
        if isinstance(declaration, AliasType)
    }
    for identity, alias in sorted(aliases.items()):
        if _leads_back(identity, aliases):
            aliases[identity] = replace(alias, target=AnyValue())
            at = problems.document.at(identity)
            if at is not None:
                problems.report(
                    "UD043",
                    "this schema leads back to itself and to nothing else:"
                    " it is typed as anything",
                    at,
                )
    return {**declarations, **aliases}


def _leads_back(
    start: DeclarationId, aliases: Mapping[DeclarationId, AliasType]
) -> bool:
    """Return whether an alias reaches itself through aliases alone."""
    waiting, seen = [start], set[DeclarationId]()
    while waiting:
        for target in used_by(aliases[waiting.pop()]):
            if target == start:
                return True
            if target in aliases and target not in seen:
                seen.add(target)
                waiting.append(target)
    return False
