"""Which module of `types/` holds which declaration.

A component and what is nested in it share a module. Components that refer to each other
in a cycle share one too, so that modules import each other without cycles.

What is sent is written by hand, what arrives is read: an object is a model in one
direction and a `TypedDict` in the other, in a module beside the model's. An enum, which
is the same in both, stands with the models.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from graphlib import TopologicalSorter

from ...ir import (
    AliasType,
    Client,
    DeclarationId,
    EnumType,
    ListOf,
    MapOf,
    Nullable,
    ObjectType,
    OneOf,
    Type,
)
from ...ir.media import all_received, sent_types
from ...ir.walk import reachable, used_by
from ...naming import ClientNames, module_name, snake
from ..cycles import strongly_connected

_ROOT = re.compile(
    r"/components/[^/]+/[^/]+|/definitions/[^/]+|/(?:paths|webhooks)/[^/]+/[a-z]+"
    r"|/[^/]+/[^/]+"
)


@dataclass(frozen=True, slots=True)
class Layout:
    """The modules of `types/`."""

    received: Mapping[DeclarationId, str]
    """The module of each declaration as it arrives; of enums, whichever way they go."""
    sent: Mapping[DeclarationId, str]
    """The module of each declaration that is another one where it is sent."""

    @property
    def by_module(self) -> dict[str, list[DeclarationId]]:
        """Return what each module holds, modules in order."""
        found: dict[str, list[DeclarationId]] = defaultdict(list)
        for modules in (self.received, self.sent):
            for declaration, module in modules.items():
                found[module].append(declaration)
        return dict(sorted(found.items()))


def layout(client: Client, names: ClientNames) -> Layout:
    """Return where everything goes."""
    received = reachable(client, all_received(client))
    sent = reachable(
        client, (t for o in client.operations for t in sent_types(client, o))
    )
    differing = _differing(client)
    used = [d for d in client.declarations if d in received or d in sent]
    roots = {d: _root(d) for d in used}
    graph: dict[str, set[str]] = {root: set() for root in roots.values()}
    for declaration in used:
        graph[roots[declaration]] |= {
            roots[target] for target in used_by(client.declarations[declaration])
        }
    groups = strongly_connected(graph)
    bases = _module_names(client, names, groups)
    homes = {d: bases[groups[roots[d]]] for d in used}
    taken = set(bases.values())
    beside = {base: _free(f"{base}_params", taken) for base in sorted(taken)}
    return Layout(
        {d: m for d, m in homes.items() if d in received or d not in differing},
        {d: beside[m] for d, m in homes.items() if d in sent and d in differing},
    )


def _differing(client: Client) -> set[DeclarationId]:
    """Return the declarations that are not the same where they are sent."""
    users: dict[DeclarationId, list[DeclarationId]] = defaultdict(list)
    waiting: list[DeclarationId] = []
    for identity, declaration in client.declarations.items():
        match declaration:
            case ObjectType():
                waiting.append(identity)
            case AliasType(target=target):
                if _holds_container(target):
                    waiting.append(identity)
                for used in used_by(declaration):
                    users[used].append(identity)
            case EnumType():
                pass
    found: set[DeclarationId] = set()
    while waiting:
        identity = waiting.pop()
        if identity not in found:
            found.add(identity)
            waiting += users[identity]
    return found


def _holds_container(type_: Type) -> bool:
    match type_:
        case ListOf() | MapOf():
            return True
        case Nullable(inner):
            return _holds_container(inner)
        case OneOf(variants):
            return any(map(_holds_container, variants))
        case _:
            return False


def _root(declaration: DeclarationId) -> str:
    found = _ROOT.match(declaration)
    return found[0] if found else str(declaration)


def _module_names(
    client: Client, names: ClientNames, groups: Mapping[str, str]
) -> dict[str, str]:
    """Name each group's module after its leading component, or after its call."""
    calls: dict[str, str] = {}
    for operation in client.operations:
        name = names.calls[operation.id]
        calls[operation.origin.pointer] = f"{name.resource}_{name.method}"
    taken: set[str] = set()
    found: dict[str, str] = {}
    for group in sorted(set(groups.values())):
        if group in calls:
            wanted = module_name(calls[group])
        elif (identity := DeclarationId(group)) in names.types:
            wanted = module_name(names.types[identity])
        else:
            wanted = module_name(snake(group.rsplit("/", 1)[-1]))
        found[group] = _free(wanted, taken)
        taken.add(found[group])
    return found


def _free(wanted: str, taken: set[str]) -> str:
    """Return a module's name, numbered where it is taken."""
    name, n = wanted, 2
    while name in taken:
        name, n = f"{wanted}_{n}", n + 1
    return name


def ordered(client: Client, declarations: list[DeclarationId]) -> list[DeclarationId]:
    """Order one module's declarations: enums, then objects, then aliases.

    Within each, what is used comes before what uses it where there is no cycle; names
    decide otherwise. Annotations are not evaluated while a class body runs, so only
    aliases need what they name to exist; they are in no cycle with each other.
    """
    present = set(declarations)
    uses = {
        d: [u for u in used_by(client.declarations[d]) if u in present]
        for d in sorted(present)
    }
    aliases = {d for d in uses if isinstance(client.declarations[d], AliasType)}
    ranks = _ranks(uses) | _ranks(
        {d: [u for u in uses[d] if u in aliases] for d in uses if d in aliases}
    )

    def key(declaration: DeclarationId) -> tuple[int, int, str]:
        match client.declarations[declaration]:
            case EnumType():
                kind = 0
            case ObjectType():
                kind = 1
            case AliasType():
                kind = 2
        return (kind, ranks[declaration], declaration)

    return sorted(declarations, key=key)


def _ranks(
    uses: Mapping[DeclarationId, list[DeclarationId]],
) -> dict[DeclarationId, int]:
    """Number declarations so that what is used comes first, cycles as one."""
    groups = strongly_connected(uses)
    sorter: TopologicalSorter[DeclarationId] = TopologicalSorter()
    for declaration in uses:
        group = groups[declaration]
        sorter.add(group)
        for used in uses[declaration]:
            if groups[used] != group:
                sorter.add(group, groups[used])
    rank = {group: n for n, group in enumerate(sorter.static_order())}
    return {declaration: rank[groups[declaration]] for declaration in uses}
