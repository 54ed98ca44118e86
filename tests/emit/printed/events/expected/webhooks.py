# SPDX-License-Identifier: MIT-0
"""What Acme sends to an address of yours.

    from acme import webhooks

    payload = webhooks.ORDER_LOST_4A8EDA26.parse(body)

Check first that a request is genuine, over the exact bytes of its body.
"""

from typing import Any

from ._runtime import Webhook
from .types.paid import Paid

ORDER_LOST_4A8EDA26: Webhook[Any] = Webhook("order.lost", Any, method="PUT")

ORDER_LOST: Webhook[Paid | str] = Webhook("order.lost", Paid | str)
"""An order was lost

It happens.
"""

PING: Webhook[Any] = Webhook("ping", Any, method="GET")
"""Nothing but a sign of life."""

RAW: Webhook[Any] = Webhook("raw", Any)
"""Deprecated."""

ORDER_PAID: Webhook[Paid] = Webhook("orderPaid", Paid)
"""An order was paid."""
