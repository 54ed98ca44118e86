# SPDX-License-Identifier: MIT-0
"""`InvoicesCancelResponse`."""

from __future__ import annotations

from .._runtime import Model


class InvoicesCancelResponse(Model):
    """`InvoicesCancelResponse`, as it arrives."""
