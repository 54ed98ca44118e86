# SPDX-License-Identifier: MIT-0
"""What a header field can hold."""

from __future__ import annotations

from .errors import RequestError


def checked_header(text: str, what: str) -> str:
    """Return the text if a header field can hold it; never name it if not."""
    if any(ord(char) < 0x20 or 0x7F <= ord(char) < 0xA0 for char in text):
        raise RequestError(f"{what} must not hold control characters")
    if any(ord(char) > 0xFF for char in text):
        raise RequestError(f"{what} must hold Latin-1 characters only")
    if text != text.strip(" \xa0"):
        raise RequestError(f"{what} must not begin or end with a blank")
    return text
