# SPDX-License-Identifier: MIT-0
"""Types of the Acme client, loaded on demand."""

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_attributes

if TYPE_CHECKING:
    pass
else:
    __getattr__ = lazy_attributes(
        __name__,
        {},
    )

__all__ = []
