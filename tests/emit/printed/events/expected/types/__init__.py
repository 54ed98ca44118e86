# SPDX-License-Identifier: MIT-0
"""Types of the Acme client, loaded on demand."""

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_attributes

if TYPE_CHECKING:
    from .event import Event
    from .events_messages import EventsMessagesResponse
    from .paid import Paid
else:
    __getattr__ = lazy_attributes(
        __name__,
        {
            "Event": ".event",
            "EventsMessagesResponse": ".events_messages",
            "Paid": ".paid",
        },
    )

__all__ = [
    "Event",
    "EventsMessagesResponse",
    "Paid",
]
