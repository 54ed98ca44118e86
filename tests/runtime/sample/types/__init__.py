from .invoice import (
    Invoice as Invoice,
    InvoiceEvent as InvoiceEvent,
    InvoiceStatus as InvoiceStatus,
    ShopFault as ShopFault,
)
from .order_params import LineParams as LineParams, OrderParams as OrderParams
