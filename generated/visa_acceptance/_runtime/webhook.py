# SPDX-License-Identifier: MIT-0
"""What a provider sends to an address of yours, read as its documentation says."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar, cast

from . import jsontext
from .decode import decode
from .deviation import Deviation, OnDeviation, Validation
from .errors import PackageError

_R = TypeVar("_R")


class WebhookError(PackageError, ValueError):
    """What arrived is not what the webhook delivers; its text is not in the message."""

    def __init__(
        self, message: str, *, webhook: str, deviations: tuple[Deviation, ...] = ()
    ) -> None:
        super().__init__(message)
        self.webhook = webhook
        self.deviations = deviations


@dataclass(frozen=True, slots=True)
class WebhookSpec(Generic[_R]):
    """One webhook or callback: `parse` reads the body of a request that delivers it.

    Whether a request is genuine is for its receiver to check first, over the exact
    bytes, in the way that the provider documents.
    """

    name: str
    annotation: Any = field(repr=False)
    method: str = "POST"

    def parse(
        self,
        body: bytes | str,
        *,
        validation: Validation = "record",
        on_deviation: OnDeviation | None = None,
    ) -> _R:
        """Return the typed payload; raise `WebhookError` for what is no JSON.

        As in replies, what departs from the documentation is kept as it arrived, and
        each place is told to `on_deviation`; with `"strict"` it raises instead.
        """
        try:
            value = jsontext.read(body if isinstance(body, bytes) else body.encode())
        except jsontext.JsonTextError as error:
            message = f"the body of {self.name} is no JSON: {error}"
            raise WebhookError(message, webhook=self.name) from None
        found = decode(value, self.annotation)
        if found.deviations and validation == "strict":
            first = found.deviations[0]
            raise WebhookError(
                f'the body of {self.name} deviates at "{first.pointer}": expected '
                f"{first.expected}, got {first.got_type}",
                webhook=self.name,
                deviations=found.deviations,
            )
        for deviation in found.deviations if on_deviation is not None else ():
            cast("OnDeviation", on_deviation)(deviation)
        return cast("_R", found.value)
