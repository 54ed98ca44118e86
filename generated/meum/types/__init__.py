# SPDX-License-Identifier: MIT-0
"""Types of the meum.io client, loaded on demand."""

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_attributes

if TYPE_CHECKING:
    from .invoice_status import InvoiceStatus
    from .public_api_error import (
        PublicApiError,
        PublicApiErrorError,
        PublicApiErrorErrorType,
    )
    from .public_invoice import PublicInvoice
else:
    __getattr__ = lazy_attributes(
        __name__,
        {
            "InvoiceStatus": ".invoice_status",
            "PublicApiError": ".public_api_error",
            "PublicApiErrorError": ".public_api_error",
            "PublicApiErrorErrorType": ".public_api_error",
            "PublicInvoice": ".public_invoice",
        },
    )

__all__ = [
    "InvoiceStatus",
    "PublicApiError",
    "PublicApiErrorError",
    "PublicApiErrorErrorType",
    "PublicInvoice",
]
