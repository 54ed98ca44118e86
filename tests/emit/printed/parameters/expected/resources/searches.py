# SPDX-License-Identifier: MIT-0
"""The calls of `acme.searches`."""

import builtins
from collections.abc import Sequence
from decimal import Decimal
from typing import Annotated

from .._runtime import (
    AsyncResource,
    Date,
    ExclusiveMaximum,
    ExclusiveMinimum,
    Maximum,
    MaxItems,
    MaxLength,
    Minimum,
    MinItems,
    MinLength,
    MultipleOf,
    Number,
    Omit,
    OperationSpec,
    Pattern,
    QueryParameter,
    ResponseSpec,
    RetryPolicy,
    SyncResource,
    UniqueItems,
    omit,
    to_raw,
    to_raw_async,
)
from ..types.range_params import RangeParams
from ..types.searches_list import SearchesListSortItem

LIST: OperationSpec[builtins.list[str]] = OperationSpec(
    name="searches.list",
    method="GET",
    path="/search",
    parameters=(
        QueryParameter(
            "q",
            "q",
            Annotated[str, MinLength(1), MaxLength(80), Pattern("^\\S")],
            required=True,
        ),
        QueryParameter("page", "page", Annotated[int, Minimum(1), Maximum(500)]),
        QueryParameter(
            "share",
            "share",
            Annotated[
                Number | int,
                ExclusiveMinimum(0),
                ExclusiveMaximum(Decimal("0.5")),
                MultipleOf(Decimal("0.05")),
            ],
        ),
        QueryParameter(
            "ids",
            "ids[]",
            Annotated[Sequence[int], MinItems(1), MaxItems(9), UniqueItems()],
        ),
        QueryParameter("sort", "sort", Sequence[SearchesListSortItem], explode=False),
        QueryParameter("spaced", "spaced", Sequence[str], style="spaceDelimited"),
        QueryParameter("piped", "piped", Sequence[str], style="pipeDelimited"),
        QueryParameter(
            "between", "between", RangeParams, style="deepObject", explode=True
        ),
        QueryParameter("filter", "filter", RangeParams, style="json", explode=True),
        QueryParameter("next", "next", str, allow_reserved=True),
        QueryParameter("from_", "from", Date),
        QueryParameter("active", "active", bool | None),
    ),
    responses=(ResponseSpec("200", builtins.list[str]),),
    retry=RetryPolicy.SAFE,
)


class Searches(SyncResource):
    """The calls under `client.searches`."""

    def list(
        self,
        *,
        q: str,
        page: int | Omit = omit,
        share: Number | int | Omit = omit,
        ids: Sequence[int] | Omit = omit,
        sort: Sequence[SearchesListSortItem] | Omit = omit,
        spaced: Sequence[str] | Omit = omit,
        piped: Sequence[str] | Omit = omit,
        between: RangeParams | Omit = omit,
        filter: RangeParams | Omit = omit,
        next: str | Omit = omit,
        from_: Date | Omit = omit,
        active: bool | Omit | None = omit,
    ) -> builtins.list[str]:
        """Search everything.

        Slowly, and in an order that is nowhere said.

        Args:
            q: What to look for.
            ids: Only these.
            from_: Use `between`.

                Deprecated.
        """
        return self._call(
            LIST,
            {
                "q": q,
                "page": page,
                "share": share,
                "ids": ids,
                "sort": sort,
                "spaced": spaced,
                "piped": piped,
                "between": between,
                "filter": filter,
                "next": next,
                "from_": from_,
                "active": active,
            },
        )

    @property
    def with_raw_response(self) -> "SearchesWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return SearchesWithRawResponse(self._raw())


class AsyncSearches(AsyncResource):
    """The calls under `client.searches`."""

    async def list(
        self,
        *,
        q: str,
        page: int | Omit = omit,
        share: Number | int | Omit = omit,
        ids: Sequence[int] | Omit = omit,
        sort: Sequence[SearchesListSortItem] | Omit = omit,
        spaced: Sequence[str] | Omit = omit,
        piped: Sequence[str] | Omit = omit,
        between: RangeParams | Omit = omit,
        filter: RangeParams | Omit = omit,
        next: str | Omit = omit,
        from_: Date | Omit = omit,
        active: bool | Omit | None = omit,
    ) -> builtins.list[str]:
        """Search everything.

        Slowly, and in an order that is nowhere said.

        Args:
            q: What to look for.
            ids: Only these.
            from_: Use `between`.

                Deprecated.
        """
        return await self._call(
            LIST,
            {
                "q": q,
                "page": page,
                "share": share,
                "ids": ids,
                "sort": sort,
                "spaced": spaced,
                "piped": piped,
                "between": between,
                "filter": filter,
                "next": next,
                "from_": from_,
                "active": active,
            },
        )

    @property
    def with_raw_response(self) -> "AsyncSearchesWithRawResponse":
        """The same calls, each returning the reply as it arrived."""
        return AsyncSearchesWithRawResponse(self._raw())


class SearchesWithRawResponse:
    """The calls of `Searches`, each returning the reply as it arrived."""

    def __init__(self, resource: Searches) -> None:
        self.list = to_raw(resource.list)


class AsyncSearchesWithRawResponse:
    """The calls of `AsyncSearches`, each returning the reply as it arrived."""

    def __init__(self, resource: AsyncSearches) -> None:
        self.list = to_raw_async(resource.list)
