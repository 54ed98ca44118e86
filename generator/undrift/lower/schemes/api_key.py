"""`type: apiKey`: a credential sent as it is."""

from __future__ import annotations

from ...ir import ApiKey, Location
from ...openapi import Node
from ..reading import text
from ..wire_syntax import parameter_name_problem
from .declared import DeclaredScheme

_LOCATIONS = {
    "header": Location.HEADER,
    "query": Location.QUERY,
    "cookie": Location.COOKIE,
}


def read_api_key(declared: DeclaredScheme) -> ApiKey | None:
    """Return the key that a scheme declares, None if it cannot be sent."""
    location = key_location(declared.node)
    if location is None:
        return None
    return ApiKey(
        declared.id,
        location,
        text(declared.node, "name"),
        declared.credential(),
        declared.origin,
        declared.docs,
    )


def key_location(node: Node) -> Location | None:
    """Return where a key travels, if it can under the name that is stated."""
    location, name = _LOCATIONS.get(text(node, "in")), text(node, "name")
    if location is None or not name or parameter_name_problem(name, location):
        return None
    return location
