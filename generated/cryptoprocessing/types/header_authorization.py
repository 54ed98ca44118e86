# SPDX-License-Identifier: MIT-0
"""`HeaderAuthorizationCode`, `HeaderAuthorization`."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from .._runtime import OPEN, Maybe, Model

HeaderAuthorizationCode: TypeAlias = Annotated[
    Literal[
        "bad_header_signature",
        "required_header_signature",
        "bad_header_key",
        "required_header_key",
    ]
    | str,
    OPEN,
]
"""Error code."""


class HeaderAuthorization(Model):
    """Invalid or missing headers. Refer to [Errors](/api-reference/errors#403) for
    troubleshooting steps.
    """

    error: Maybe[str] = None
    """Human-readable error message."""

    code: Maybe[HeaderAuthorizationCode] = None
    """Error code."""
