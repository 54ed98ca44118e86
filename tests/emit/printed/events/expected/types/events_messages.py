# SPDX-License-Identifier: MIT-0
"""`EventsMessagesResponse`."""

from __future__ import annotations

from .._runtime import Maybe, Model


class EventsMessagesResponse(Model):
    """`EventsMessagesResponse`, as it arrives."""

    event: Maybe[str] = None
    data: str
