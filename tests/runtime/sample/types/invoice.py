from __future__ import annotations

from typing import Annotated, Literal

from undrift.runtime import (
    OPEN,
    Amount,
    Date,
    DateTime,
    Discriminated,
    Field,
    Float,
    Model,
    Number,
    Uuid,
)

InvoiceStatus = Annotated[Literal["draft", "issued", "cancelled"] | str, OPEN]


class InvoiceEvent(Model):
    """Something that happened."""

    kind: str
    at: DateTime | None = None


class CardPayment(Model):
    method: Literal["card"]
    last_four: str = Field(alias="lastFour")


class BankPayment(Model):
    method: Literal["bank"]
    iban: str
    name: str | None = None


Payment = Annotated[
    CardPayment | BankPayment, Discriminated("method", (("card",), ("bank",)))
]


class Invoice(Model):
    """An invoice."""

    id: str
    number: int | None = None
    issue_date: Date | None = Field(default=None, alias="issueDate")
    paid_at: DateTime | None = Field(default=None, alias="paidAt")
    owner: Uuid | None = None
    subtotal: Amount | None = None
    rate: Number | None = None
    weight: Float | None = None
    closed: bool | None = None
    status: InvoiceStatus | None = None
    events: list[InvoiceEvent] | None = None
    labels: dict[str, str] | None = None
    payment: Payment | None = None
    parent: Invoice | None = None


class ShopFault(Model):
    """What the API says when it refuses."""

    message: str
    code: str | None = None
    fields: dict[str, str] | None = None
