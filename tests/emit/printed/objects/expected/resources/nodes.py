# SPDX-License-Identifier: MIT-0
"""The calls of `acme.nodes`."""

from collections.abc import Sequence
from typing import Literal

from .._runtime import (
    AsyncResource,
    BodyField,
    JsonBody,
    Number,
    Omit,
    OperationSpec,
    ResponseSpec,
    RetryPolicy,
    SyncResource,
    omit,
    to_raw,
    to_raw_async,
)
from ..types.kind import Kind
from ..types.leaf import (
    Leaf,
    LeafOption3Colour,
    LeafOption3Half,
    LeafOption3Mixed,
    LeafOption3Scale,
    LeafOption3Size,
)
from ..types.node_params import NodeParams
from ..types.nodes_list import NodesListResponse

LIST: OperationSpec[NodesListResponse] = OperationSpec(
    name="nodes.list",
    method="GET",
    path="/nodes",
    responses=(ResponseSpec("200", NodesListResponse),),
    retry=RetryPolicy.SAFE,
)

ADD: OperationSpec[Leaf] = OperationSpec(
    name="nodes.add",
    method="POST",
    path="/nodes",
    body=JsonBody(
        fields=(
            BodyField("id", "id", int, required=True),
            BodyField("name", "name", str, required=True),
            BodyField("colour", "colour", LeafOption3Colour | None, required=True),
            BodyField("kind", "kind", Kind),
            BodyField("children", "children", Sequence[NodeParams]),
            BodyField("size", "size", LeafOption3Size),
            BodyField("scale", "scale", LeafOption3Scale),
            BodyField("mixed", "mixed", LeafOption3Mixed),
            BodyField("half", "half", LeafOption3Half),
            BodyField("old", "old", str),
            BodyField("fixed", "fixed", Literal["leaf"]),
            BodyField("version", "version", Literal[2]),
            BodyField("always", "always", Literal[True]),
            BodyField("rate", "rate", Number),
        )
    ),
    responses=(ResponseSpec("200", Leaf),),
    retry=RetryPolicy.UNSENT,
)


class Nodes(SyncResource):
    """The calls under `client.nodes`."""

    def list(self) -> NodesListResponse:
        """GET /nodes"""
        return self._call(LIST, {})

    def add(
        self,
        *,
        id: int,
        name: str,
        colour: LeafOption3Colour | None,
        kind: Kind | Omit = omit,
        children: Sequence[NodeParams] | Omit = omit,
        size: LeafOption3Size | Omit = omit,
        scale: LeafOption3Scale | Omit = omit,
        mixed: LeafOption3Mixed | Omit = omit,
        half: LeafOption3Half | Omit = omit,
        old: str | Omit = omit,
        fixed: Literal["leaf"] | Omit = omit,
        version: Literal[2] | Omit = omit,
        always: Literal[True] | Omit = omit,
        rate: Number | Omit = omit,
    ) -> Leaf:
        """Deprecated.

        Args:
            id: Its number.
            kind: What a node is.
            old: Not used any more.

                Deprecated.
        """
        return self._call(
            ADD,
            {
                "id": id,
                "name": name,
                "colour": colour,
                "kind": kind,
                "children": children,
                "size": size,
                "scale": scale,
                "mixed": mixed,
                "half": half,
                "old": old,
                "fixed": fixed,
                "version": version,
                "always": always,
                "rate": rate,
            },
        )

    @property
    def with_raw_response(self) -> "NodesWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return NodesWithRawResponse(self._raw())


class AsyncNodes(AsyncResource):
    """The calls under `client.nodes`."""

    async def list(self) -> NodesListResponse:
        """GET /nodes"""
        return await self._call(LIST, {})

    async def add(
        self,
        *,
        id: int,
        name: str,
        colour: LeafOption3Colour | None,
        kind: Kind | Omit = omit,
        children: Sequence[NodeParams] | Omit = omit,
        size: LeafOption3Size | Omit = omit,
        scale: LeafOption3Scale | Omit = omit,
        mixed: LeafOption3Mixed | Omit = omit,
        half: LeafOption3Half | Omit = omit,
        old: str | Omit = omit,
        fixed: Literal["leaf"] | Omit = omit,
        version: Literal[2] | Omit = omit,
        always: Literal[True] | Omit = omit,
        rate: Number | Omit = omit,
    ) -> Leaf:
        """Deprecated.

        Args:
            id: Its number.
            kind: What a node is.
            old: Not used any more.

                Deprecated.
        """
        return await self._call(
            ADD,
            {
                "id": id,
                "name": name,
                "colour": colour,
                "kind": kind,
                "children": children,
                "size": size,
                "scale": scale,
                "mixed": mixed,
                "half": half,
                "old": old,
                "fixed": fixed,
                "version": version,
                "always": always,
                "rate": rate,
            },
        )

    @property
    def with_raw_response(self) -> "AsyncNodesWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return AsyncNodesWithRawResponse(self._raw())


class NodesWithRawResponse:
    """The calls of `Nodes`, each returning the reply as it arrived."""

    def __init__(self, resource: Nodes) -> None:
        self.list = to_raw(resource.list)
        self.add = to_raw(resource.add)


class AsyncNodesWithRawResponse:
    """The calls of `AsyncNodes`, each returning the reply as it arrived."""

    def __init__(self, resource: AsyncNodes) -> None:
        self.list = to_raw_async(resource.list)
        self.add = to_raw_async(resource.add)
