"""Types that are nothing but themselves again: lists or unions of themselves.

An object may refer to itself, because its name stands for something. A list, map or
union that leads back to itself with no object on the way stands for nothing that Python
could name; it becomes "anything", and that is said.
"""

from __future__ import annotations

from dataclasses import replace

from ..ir import AliasType, AnyValue, Declaration, DeclarationId
from ..ir.walk import used_by
from .reading import Problems


def broken(
    problems: Problems, declarations: dict[DeclarationId, Declaration]
) -> dict[DeclarationId, Declaration]:
    """Return the declarations with every circle of aliases opened."""
    found = dict(declarations)
    for identity, declaration in sorted(declarations.items()):
        if isinstance(declaration, AliasType) and _leads_back(identity, found):
            found[identity] = replace(declaration, target=AnyValue())
            at = problems.document.at(identity)
            if at is not None:
                problems.report(
                    "UD043",
                    "this schema leads back to itself and to nothing else:"
                    " it is typed as anything",
                    at,
                )
    return found


def _leads_back(
    start: DeclarationId, declarations: dict[DeclarationId, Declaration]
) -> bool:
    """Return whether an alias reaches itself through aliases alone."""
    waiting, seen = [start], set[DeclarationId]()
    while waiting:
        current = declarations[waiting.pop()]
        if not isinstance(current, AliasType):
            continue
        for target in used_by(current):
            if target == start:
                return True
            if target not in seen:
                seen.add(target)
                waiting.append(target)
    return False
