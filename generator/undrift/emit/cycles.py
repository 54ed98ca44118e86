"""Which nodes of a graph can reach each other."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TypeVar

N = TypeVar("N", bound=str)


def strongly_connected(graph: Mapping[N, Collection[N]]) -> dict[N, N]:
    """Return each node's strongly connected component, named by its least member.

    Tarjan's algorithm with an explicit stack: real documents nest a thousand deep.
    """
    index: dict[N, int] = {}
    low: dict[N, int] = {}
    stack: list[N] = []
    on_stack: set[N] = set()
    groups: dict[N, N] = {}
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
                    members: list[N] = []
                    while True:
                        member = stack.pop()
                        on_stack.discard(member)
                        members.append(member)
                        if member == node:
                            break
                    groups |= dict.fromkeys(members, min(members))
    return groups
