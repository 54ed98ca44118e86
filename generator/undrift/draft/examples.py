"""Documented examples that a draft may repeat: JSON, and nothing secret."""

from __future__ import annotations

import re

from ..diagnostics import Diagnostic
from ..openapi import Value, load_source

_LARGEST = 20_000
_SECRET_NAME = re.compile(
    r"passw|secret|token|api[-_]?key|authorization|credential|private|signature|\bcvv|"
    r"\bpin\b|session",
    re.IGNORECASE,
)
_SECRET_TEXT = re.compile(
    r"eyJ[\w-]{8,}\.|(?:sk|pk|rk|ghp|xox[bp])[-_]\w{8,}|-----BEGIN|"
    r"\b(?:Bearer|Basic) \S"
)
_CREDENTIAL = re.compile(
    r"eyJ[\w-]{8,}\.[\w.-]*|\b(?:sk|pk|rk|ghp|xox[bp])[-_][\w-]{8,}|"
    r"-----BEGIN.*|(?<=\bBearer )[\w.~+/=-]{16,}|(?<=\bBasic )[\w+/=]{12,}",
    re.DOTALL,
)
"""A credential within other text."""


def without_credentials(text: str) -> str:
    """Return a text of a page as a spec may repeat it."""
    return _CREDENTIAL.sub("…", text)


def example_value(text: str | None) -> tuple[Value] | None:
    """Return the value of a JSON text, in a tuple as it may be null."""
    if text is None or not text.strip():
        return None
    loaded = load_source("example.json", text)
    return None if isinstance(loaded, Diagnostic) else (loaded.value,)


def repeatable(text: str | None) -> tuple[Value] | None:
    """Return the value of an example that may stand in a spec."""
    if text is None or len(text) > _LARGEST:
        return None
    read = example_value(text)
    return None if read is None or _is_secret("", read[0]) else read


def is_secret_name(name: str) -> bool:
    """Tell whether what has this name is not for repeating."""
    return _SECRET_NAME.search(name) is not None


def _is_secret(name: str, value: Value) -> bool:
    match value:
        case dict():
            return any(_is_secret(key, item) for key, item in value.items())
        case list():
            return any(_is_secret(name, item) for item in value)
        case str():
            return is_secret_name(name) or _SECRET_TEXT.search(value) is not None
        case _:
            return value is not None and is_secret_name(name)
