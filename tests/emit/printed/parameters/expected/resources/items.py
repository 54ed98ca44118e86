# SPDX-License-Identifier: MIT-0
"""The calls of `acme.items`."""

from collections.abc import Sequence
from typing import Any

from .._runtime import (
    AsyncResource,
    CookieParameter,
    HeaderParameter,
    Omit,
    OperationSpec,
    PathParameter,
    ResponseSpec,
    RetryPolicy,
    SyncResource,
    omit,
    to_raw,
    to_raw_async,
)
from ..types.items_get import ItemsGetResponse
from ..types.range_params import RangeParams

GET: OperationSpec[ItemsGetResponse] = OperationSpec(
    name="items.get",
    method="GET",
    path="/items/{item-id}",
    parameters=(
        PathParameter("item_id", "item-id", str),
        HeaderParameter("x_range", "X-Range", RangeParams, required=True, explode=True),
        CookieParameter("session", "session", str, required=True),
        HeaderParameter("tenant", "X-Tenant", str, required=True, default="tenant"),
        HeaderParameter("region", "X-Region", str, default="region"),
        HeaderParameter("x_tags", "X-Tags", Sequence[str]),
        HeaderParameter("x_json", "X-Json", Sequence[int], style="json"),
        CookieParameter("colours", "colours", Sequence[str], explode=False),
        CookieParameter("prefs", "prefs", RangeParams, style="json", explode=True),
    ),
    responses=(ResponseSpec("200", ItemsGetResponse),),
    errors=(ResponseSpec("404", Any),),
    retry=RetryPolicy.SAFE,
)


class Items(SyncResource):
    """The calls under `client.items`."""

    def get(
        self,
        item_id: str,
        *,
        x_range: RangeParams,
        session: str,
        tenant: str | Omit = omit,
        region: str | Omit = omit,
        x_tags: Sequence[str] | Omit = omit,
        x_json: Sequence[int] | Omit = omit,
        colours: Sequence[str] | Omit = omit,
        prefs: RangeParams | Omit = omit,
    ) -> ItemsGetResponse:
        """GET /items/{item-id}

        Args:
            item_id: Its number.
            tenant: Whose items. By default what the client was given as `tenant`.
            region: By default what the client was given as `region`.

        Raises:
            NotFoundError: 404. No such item.
        """
        return self._call(
            GET,
            {
                "item_id": item_id,
                "x_range": x_range,
                "session": session,
                "tenant": tenant,
                "region": region,
                "x_tags": x_tags,
                "x_json": x_json,
                "colours": colours,
                "prefs": prefs,
            },
        )

    @property
    def with_raw_response(self) -> "ItemsWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return ItemsWithRawResponse(self._raw())


class AsyncItems(AsyncResource):
    """The calls under `client.items`."""

    async def get(
        self,
        item_id: str,
        *,
        x_range: RangeParams,
        session: str,
        tenant: str | Omit = omit,
        region: str | Omit = omit,
        x_tags: Sequence[str] | Omit = omit,
        x_json: Sequence[int] | Omit = omit,
        colours: Sequence[str] | Omit = omit,
        prefs: RangeParams | Omit = omit,
    ) -> ItemsGetResponse:
        """GET /items/{item-id}

        Args:
            item_id: Its number.
            tenant: Whose items. By default what the client was given as `tenant`.
            region: By default what the client was given as `region`.

        Raises:
            NotFoundError: 404. No such item.
        """
        return await self._call(
            GET,
            {
                "item_id": item_id,
                "x_range": x_range,
                "session": session,
                "tenant": tenant,
                "region": region,
                "x_tags": x_tags,
                "x_json": x_json,
                "colours": colours,
                "prefs": prefs,
            },
        )

    @property
    def with_raw_response(self) -> "AsyncItemsWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return AsyncItemsWithRawResponse(self._raw())


class ItemsWithRawResponse:
    """The calls of `Items`, each returning the reply as it arrived."""

    def __init__(self, resource: Items) -> None:
        self.get = to_raw(resource.get)


class AsyncItemsWithRawResponse:
    """The calls of `AsyncItems`, each returning the reply as it arrived."""

    def __init__(self, resource: AsyncItems) -> None:
        self.get = to_raw_async(resource.get)
