# SPDX-License-Identifier: MIT-0
"""The calls of `acme.pairs`."""

from collections.abc import Sequence

from .._runtime import (
    AsyncResource,
    BodyField,
    JsonBody,
    Omit,
    OperationSpec,
    ResponseSpec,
    RetryPolicy,
    SyncResource,
    omit,
    to_raw,
    to_raw_async,
)
from ..types.left import Left
from ..types.names import Names
from ..types.names_params import NamesClosedParams, NamesMaybeParams, NamesMoreParams
from ..types.tags_params import TagsParams

GET: OperationSpec[Left] = OperationSpec(
    name="pairs.get",
    method="GET",
    path="/pairs",
    responses=(ResponseSpec("200", Left),),
    retry=RetryPolicy.SAFE,
)

PUT_SHAPES: OperationSpec[Names] = OperationSpec(
    name="pairs.put_shapes",
    method="PUT",
    path="/pairs",
    body=JsonBody(
        fields=(
            BodyField("class_", "class", str, required=True),
            BodyField("import_", "import", str, required=True),
            BodyField("model_config", "model_config", str, required=True),
            BodyField("none", "None", str),
            BodyField("list", "list", Sequence[str]),
            BodyField("dict", "dict", TagsParams),
            BodyField("a_b", "a-b", str),
            BodyField("a_b_body", "a b", str),
            BodyField("argument_1st", "1st", str),
            BodyField("more", "more", NamesMoreParams),
            BodyField("closed", "closed", NamesClosedParams),
            BodyField("maybe", "maybe", NamesMaybeParams | None),
            BodyField("said", "said", str),
            BodyField("asked", "asked", str),
        )
    ),
    responses=(ResponseSpec("200", Names),),
    retry=RetryPolicy.SAFE,
)


class Pairs(SyncResource):
    """The calls under `client.pairs`."""

    def get(self) -> Left:
        """GET /pairs"""
        return self._call(GET, {})

    def put_shapes(
        self,
        *,
        class_: str,
        import_: str,
        model_config: str,
        none: str | Omit = omit,
        list: Sequence[str] | Omit = omit,
        dict: TagsParams | Omit = omit,
        a_b: str | Omit = omit,
        a_b_body: str | Omit = omit,
        argument_1st: str | Omit = omit,
        more: NamesMoreParams | Omit = omit,
        closed: NamesClosedParams | Omit = omit,
        maybe: NamesMaybeParams | Omit | None = omit,
        said: str | Omit = omit,
        asked: str | Omit = omit,
    ) -> Names:
        """PUT /pairs

        Args:
            import_: From where.
            dict: By name.
            said: Not on the provider's page: Seen in replies. (support)
            asked: Unconfirmed: Is it text? (a.md:3)
        """
        return self._call(
            PUT_SHAPES,
            {
                "class_": class_,
                "import_": import_,
                "model_config": model_config,
                "none": none,
                "list": list,
                "dict": dict,
                "a_b": a_b,
                "a_b_body": a_b_body,
                "argument_1st": argument_1st,
                "more": more,
                "closed": closed,
                "maybe": maybe,
                "said": said,
                "asked": asked,
            },
        )

    @property
    def with_raw_response(self) -> "PairsWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return PairsWithRawResponse(self._raw())


class AsyncPairs(AsyncResource):
    """The calls under `client.pairs`."""

    async def get(self) -> Left:
        """GET /pairs"""
        return await self._call(GET, {})

    async def put_shapes(
        self,
        *,
        class_: str,
        import_: str,
        model_config: str,
        none: str | Omit = omit,
        list: Sequence[str] | Omit = omit,
        dict: TagsParams | Omit = omit,
        a_b: str | Omit = omit,
        a_b_body: str | Omit = omit,
        argument_1st: str | Omit = omit,
        more: NamesMoreParams | Omit = omit,
        closed: NamesClosedParams | Omit = omit,
        maybe: NamesMaybeParams | Omit | None = omit,
        said: str | Omit = omit,
        asked: str | Omit = omit,
    ) -> Names:
        """PUT /pairs

        Args:
            import_: From where.
            dict: By name.
            said: Not on the provider's page: Seen in replies. (support)
            asked: Unconfirmed: Is it text? (a.md:3)
        """
        return await self._call(
            PUT_SHAPES,
            {
                "class_": class_,
                "import_": import_,
                "model_config": model_config,
                "none": none,
                "list": list,
                "dict": dict,
                "a_b": a_b,
                "a_b_body": a_b_body,
                "argument_1st": argument_1st,
                "more": more,
                "closed": closed,
                "maybe": maybe,
                "said": said,
                "asked": asked,
            },
        )

    @property
    def with_raw_response(self) -> "AsyncPairsWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return AsyncPairsWithRawResponse(self._raw())


class PairsWithRawResponse:
    """The calls of `Pairs`, each returning the reply as it arrived."""

    def __init__(self, resource: Pairs) -> None:
        self.get = to_raw(resource.get)
        self.put_shapes = to_raw(resource.put_shapes)


class AsyncPairsWithRawResponse:
    """The calls of `AsyncPairs`, each returning the reply as it arrived."""

    def __init__(self, resource: AsyncPairs) -> None:
        self.get = to_raw_async(resource.get)
        self.put_shapes = to_raw_async(resource.put_shapes)
