# SPDX-License-Identifier: MIT-0
"""Types of the storno.ro client, loaded on demand."""

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_attributes

if TYPE_CHECKING:
    from .invoice import (
        Invoice,
        InvoiceCancelledBy,
        InvoiceEvent,
        InvoiceEventMetadata,
        InvoiceStatus,
    )
else:
    __getattr__ = lazy_attributes(
        __name__,
        {
            "Invoice": ".invoice",
            "InvoiceCancelledBy": ".invoice",
            "InvoiceEvent": ".invoice",
            "InvoiceEventMetadata": ".invoice",
            "InvoiceStatus": ".invoice",
        },
    )

__all__ = [
    "Invoice",
    "InvoiceCancelledBy",
    "InvoiceEvent",
    "InvoiceEventMetadata",
    "InvoiceStatus",
]
