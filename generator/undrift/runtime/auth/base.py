# SPDX-License-Identifier: MIT-0
"""What every security scheme can be asked."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import ClassVar

from ..request import RequestDraft
from ..secret import Secret

Credentials = Mapping[str, Secret]
"""What a client was given, by the name of its argument."""


class SchemeBase(ABC):
    """One way to say who calls; `arguments` are the client arguments that it uses."""

    __slots__ = ()

    signs: ClassVar[bool] = False
    """Whether it covers what other schemes add, so that it comes after them."""

    @property
    @abstractmethod
    def arguments(self) -> tuple[str, ...]:
        """The client arguments that the scheme uses."""

    @abstractmethod
    def apply(
        self, draft: RequestDraft, credentials: Credentials, now: float
    ) -> RequestDraft:
        """Return the request with this scheme's part; `now` is in Unix seconds."""

    @property
    def verbatim(self) -> tuple[str, ...]:
        """The arguments that are sent as they are, so that they must fit a header."""
        return self.arguments

    def missing(self, credentials: Credentials) -> tuple[str, ...]:
        """Return the arguments that the scheme needs and that are not given."""
        return tuple(name for name in self.arguments if name not in credentials)

    def problem(self, credentials: Credentials) -> str:
        """Return what is wrong with a credential that is given, "" if nothing is."""
        return ""

    def echoes(self, credentials: Credentials) -> tuple[str, ...]:
        """Return what holds secrets in another form, to be masked like these."""
        return ()
