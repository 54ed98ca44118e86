# SPDX-License-Identifier: MIT-0
"""Types of the Acme client, loaded on demand."""

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_attributes

if TYPE_CHECKING:
    from .kind import Kind
    from .leaf import (
        Leaf,
        LeafOption3Colour,
        LeafOption3Half,
        LeafOption3Mixed,
        LeafOption3Scale,
        LeafOption3Size,
    )
    from .left import Left, Right
    from .lists import Lists, ListsBox, ListsBoxLid
    from .lists_params import ListsBoxLidParams, ListsBoxParams
    from .names import Names, NamesClosed, NamesMaybe, NamesMore, NamesMoreDeep
    from .names_params import (
        NamesClosedParams,
        NamesMaybeParams,
        NamesMoreDeepParams,
        NamesMoreParams,
    )
    from .node import Node
    from .node_params import NodeParams
    from .nodes_list import NodesListResponse
    from .tags import Tags
    from .tags_params import TagsParams
    from .values import Values
else:
    __getattr__ = lazy_attributes(
        __name__,
        {
            "Kind": ".kind",
            "Leaf": ".leaf",
            "LeafOption3Colour": ".leaf",
            "LeafOption3Half": ".leaf",
            "LeafOption3Mixed": ".leaf",
            "LeafOption3Scale": ".leaf",
            "LeafOption3Size": ".leaf",
            "Left": ".left",
            "Lists": ".lists",
            "ListsBox": ".lists",
            "ListsBoxLid": ".lists",
            "ListsBoxLidParams": ".lists_params",
            "ListsBoxParams": ".lists_params",
            "Names": ".names",
            "NamesClosed": ".names",
            "NamesClosedParams": ".names_params",
            "NamesMaybe": ".names",
            "NamesMaybeParams": ".names_params",
            "NamesMore": ".names",
            "NamesMoreDeep": ".names",
            "NamesMoreDeepParams": ".names_params",
            "NamesMoreParams": ".names_params",
            "Node": ".node",
            "NodeParams": ".node_params",
            "NodesListResponse": ".nodes_list",
            "Right": ".left",
            "Tags": ".tags",
            "TagsParams": ".tags_params",
            "Values": ".values",
        },
    )

__all__ = [
    "Kind",
    "Leaf",
    "LeafOption3Colour",
    "LeafOption3Half",
    "LeafOption3Mixed",
    "LeafOption3Scale",
    "LeafOption3Size",
    "Left",
    "Lists",
    "ListsBox",
    "ListsBoxLid",
    "ListsBoxLidParams",
    "ListsBoxParams",
    "Names",
    "NamesClosed",
    "NamesClosedParams",
    "NamesMaybe",
    "NamesMaybeParams",
    "NamesMore",
    "NamesMoreDeep",
    "NamesMoreDeepParams",
    "NamesMoreParams",
    "Node",
    "NodeParams",
    "NodesListResponse",
    "Right",
    "Tags",
    "TagsParams",
    "Values",
]
