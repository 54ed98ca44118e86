# SPDX-License-Identifier: MIT-0
"""Types of the Acme client, loaded on demand."""

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_attributes

if TYPE_CHECKING:
    from .buyer import BuyerClass
    from .buyer_params import BuyerAddressParams, BuyerParams
    from .line import Line
    from .line_params import LineParams
else:
    __getattr__ = lazy_attributes(
        __name__,
        {
            "BuyerAddressParams": ".buyer_params",
            "BuyerClass": ".buyer",
            "BuyerParams": ".buyer_params",
            "Line": ".line",
            "LineParams": ".line_params",
        },
    )

__all__ = [
    "BuyerAddressParams",
    "BuyerClass",
    "BuyerParams",
    "Line",
    "LineParams",
]
