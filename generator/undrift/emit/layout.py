"""Which module of `types/` holds which declaration.

A component and what is nested in it share a module. Components that refer to each other
in a circle share one too, so that modules import each other without cycles.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from graphlib import TopologicalSorter

from ..ir import Client, DeclarationId, EnumType, ObjectType
from ..ir.walk import reachable, received_types, sent_types, used_by
from ..naming import ClientNames, module_name, snake

_ROOT = re.compile(
    r"/components/[^/]+/[^/]+|/definitions/[^/]+|/paths/[^/]+/[a-z]+|/[^/]+/[^/]+"
)


@dataclass(frozen=True, slots=True)
class Layout:
    """The modules of `types/` and what each side of the wire needs."""

    modules: Mapping[DeclarationId, str]
    """The module of every declaration that is used."""
    received: frozenset[DeclarationId]
    sent: frozenset[DeclarationId]

    def declarations(self, module: str) -> list[DeclarationId]:
        """Return a module's declarations."""
        return [d for d, found in self.modules.items() if found == module]


def layout(client: Client, names: ClientNames) -> Layout:
    """Return where everything goes."""
    received = reachable(
        client, (t for o in client.operations for t in received_types(client, o))
    )
    sent = reachable(
        client, (t for o in client.operations for t in sent_types(client, o))
    )
    used = [d for d in client.declarations if d in received or d in sent]
    roots = {d: _root(d) for d in used}
    groups = _circles(
        {
            root: {
                roots[target]
                for declaration in used
                if roots[declaration] == root
                for target in used_by(client.declarations[declaration])
            }
            for root in dict.fromkeys(roots.values())
        }
    )
    bases = _module_names(client, names, groups)
    modules = {d: bases[groups[roots[d]]] for d in used}
    return Layout(modules, frozenset(received), frozenset(sent))


def _root(declaration: DeclarationId) -> str:
    found = _ROOT.match(declaration)
    return found[0] if found else str(declaration)


def _module_names(
    client: Client, names: ClientNames, groups: Mapping[str, str]
) -> dict[str, str]:
    """Name each group's module after its leading component, or after its call."""
    calls = {
        "/paths/"
        + o.origin.pointer.split("/")[2]
        + "/"
        + o.method.lower(): names.calls[o.id]
        for o in client.operations
    }
    taken: set[str] = set()
    found: dict[str, str] = {}
    for group in sorted(set(groups.values())):
        if (call := calls.get(group)) is not None:
            wanted = module_name(f"{call.resource}_{call.method}")
        elif (identity := DeclarationId(group)) in names.types:
            wanted = module_name(names.types[identity])
        else:
            wanted = module_name(snake(group.rsplit("/", 1)[-1]))
        name, n = wanted, 2
        while name in taken:
            name, n = f"{wanted}_{n}", n + 1
        taken.add(name)
        found[group] = name
    return found


def _circles(graph: Mapping[str, set[str]]) -> dict[str, str]:
    """Return each node's strongly connected component, named by its first member.

    Tarjan's algorithm with an explicit stack: real documents nest a thousand deep.
    """
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    on_stack: set[str] = set()
    groups: dict[str, str] = {}
    for start in graph:
        if start in index:
            continue
        work = [(start, iter(sorted(graph[start])))]
        index[start] = low[start] = len(index)
        stack.append(start)
        on_stack.add(start)
        while work:
            node, successors = work[-1]
            for successor in successors:
                if successor not in index:
                    index[successor] = low[successor] = len(index)
                    stack.append(successor)
                    on_stack.add(successor)
                    work.append((successor, iter(sorted(graph[successor]))))
                    break
                if successor in on_stack:
                    low[node] = min(low[node], index[successor])
            else:
                work.pop()
                if work:
                    parent = work[-1][0]
                    low[parent] = min(low[parent], low[node])
                if low[node] == index[node]:
                    members: list[str] = []
                    while True:
                        member = stack.pop()
                        on_stack.discard(member)
                        members.append(member)
                        if member == node:
                            break
                    groups |= dict.fromkeys(members, min(members))
    return groups


def ordered(client: Client, declarations: list[DeclarationId]) -> list[DeclarationId]:
    """Order one module's declarations: enums, then objects, then aliases.

    Within each, what is used comes before what uses it where there is no circle; names
    decide otherwise. Annotations are not evaluated while a class body runs, so only
    aliases need what they name to exist.
    """
    present = set(declarations)
    groups = _circles(
        {
            d: {u for u in used_by(client.declarations[d]) if u in present}
            for d in present
        }
    )
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for declaration in sorted(declarations):
        sorter.add(groups[declaration])
        for used in used_by(client.declarations[declaration]):
            if used in present and groups[used] != groups[declaration]:
                sorter.add(groups[declaration], groups[used])
    rank = {group: n for n, group in enumerate(sorter.static_order())}

    def key(declaration: DeclarationId) -> tuple[int, int, str]:
        match client.declarations[declaration]:
            case EnumType():
                kind = 0
            case ObjectType():
                kind = 1
            case _:
                kind = 2
        return (kind, rank[groups[declaration]], declaration)

    return sorted(declarations, key=key)
