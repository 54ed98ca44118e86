# SPDX-License-Identifier: MIT-0
"""`JobsRetryError412`."""

from __future__ import annotations

from typing import Any

from .._runtime import Model


class JobsRetryError412(Model):
    """`JobsRetryError412`, as it arrives."""

    why: Any = None
