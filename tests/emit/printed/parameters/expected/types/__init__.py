# SPDX-License-Identifier: MIT-0
"""Types of the Acme client, loaded on demand."""

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_attributes

if TYPE_CHECKING:
    from .items_get import ItemsGetResponse
    from .range_params import RangeParams
    from .searches_list import SearchesListSortItem
else:
    __getattr__ = lazy_attributes(
        __name__,
        {
            "ItemsGetResponse": ".items_get",
            "RangeParams": ".range_params",
            "SearchesListSortItem": ".searches_list",
        },
    )

__all__ = [
    "ItemsGetResponse",
    "RangeParams",
    "SearchesListSortItem",
]
