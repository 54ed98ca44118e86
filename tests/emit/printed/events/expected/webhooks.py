# SPDX-License-Identifier: MIT-0
"""What Acme sends to an address of yours.

    from acme import webhooks

    payload = webhooks.ORDER_LOST_4A8EDA26.parse(body)

Check first that a request is genuine, over the exact bytes of its body.
"""

from typing import Any

from ._runtime import WebhookSpec
from .types.paid import Paid

ORDER_LOST_4A8EDA26: WebhookSpec[Any] = WebhookSpec("order.lost", Any, method="PUT")

ORDER_LOST: WebhookSpec[Paid | str] = WebhookSpec("order.lost", Paid | str)
"""An order was lost

It happens.
"""

PING: WebhookSpec[Any] = WebhookSpec("ping", Any, method="GET")
"""Nothing but a sign of life."""

RAW: WebhookSpec[Any] = WebhookSpec("raw", Any)
"""Deprecated."""

ORDER_PAID: WebhookSpec[Paid] = WebhookSpec("orderPaid", Paid)
"""An order was paid."""
