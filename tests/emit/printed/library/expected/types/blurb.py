# SPDX-License-Identifier: MIT-0
"""`Blurb`."""

from __future__ import annotations

from .._runtime import Maybe, Model


class Blurb(Model):
    """`Blurb`, as it arrives."""

    html: Maybe[str] = None
