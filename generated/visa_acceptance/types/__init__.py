# SPDX-License-Identifier: MIT-0
"""Types of the Visa Acceptance client, loaded on demand."""

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_attributes

if TYPE_CHECKING:
    from .error_response import ErrorResponse, ErrorResponseDetail
    from .invoice import (
        Invoice,
        InvoiceCustomerInformation,
        InvoiceCustomerInformationCompany,
        InvoiceInformation,
        InvoiceLinks,
        InvoiceLinksSelf,
        InvoiceOrderInformation,
        InvoiceOrderInformationAmountDetails,
        InvoiceOrderInformationAmountDetailsFreight,
        InvoiceOrderInformationAmountDetailsTaxDetails,
        InvoiceOrderInformationLineItem,
        InvoiceProcessingInformation,
        InvoiceStatus,
    )
else:
    __getattr__ = lazy_attributes(
        __name__,
        {
            "ErrorResponse": ".error_response",
            "ErrorResponseDetail": ".error_response",
            "Invoice": ".invoice",
            "InvoiceCustomerInformation": ".invoice",
            "InvoiceCustomerInformationCompany": ".invoice",
            "InvoiceInformation": ".invoice",
            "InvoiceLinks": ".invoice",
            "InvoiceLinksSelf": ".invoice",
            "InvoiceOrderInformation": ".invoice",
            "InvoiceOrderInformationAmountDetails": ".invoice",
            "InvoiceOrderInformationAmountDetailsFreight": ".invoice",
            "InvoiceOrderInformationAmountDetailsTaxDetails": ".invoice",
            "InvoiceOrderInformationLineItem": ".invoice",
            "InvoiceProcessingInformation": ".invoice",
            "InvoiceStatus": ".invoice",
        },
    )

__all__ = [
    "ErrorResponse",
    "ErrorResponseDetail",
    "Invoice",
    "InvoiceCustomerInformation",
    "InvoiceCustomerInformationCompany",
    "InvoiceInformation",
    "InvoiceLinks",
    "InvoiceLinksSelf",
    "InvoiceOrderInformation",
    "InvoiceOrderInformationAmountDetails",
    "InvoiceOrderInformationAmountDetailsFreight",
    "InvoiceOrderInformationAmountDetailsTaxDetails",
    "InvoiceOrderInformationLineItem",
    "InvoiceProcessingInformation",
    "InvoiceStatus",
]
