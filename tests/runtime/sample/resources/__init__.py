from .invoices import AsyncInvoices as AsyncInvoices, Invoices as Invoices
