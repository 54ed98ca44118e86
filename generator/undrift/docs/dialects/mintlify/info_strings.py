"""Mintlify's fences of OpenAPI: `yaml [SPEC] [webhook] METHOD PATH`.

SPEC is a URL or ends in .yaml, .yml or .json.
"""

from __future__ import annotations

import re

from ...vocabulary.words import METHODS
from ..protocol import NamedCall

_SPEC_FILE = re.compile(r"(?:https?://\S+|[^\s?]+\.(?:ya?ml|json)(?:\?\S*)?)$")


def read_info_string(text: str) -> NamedCall:
    """Return what an info string names behind its language."""
    words = text.split()[1:]
    spec_file = ""
    if words and _SPEC_FILE.match(words[0]):
        spec_file, words = words[0], words[1:]
    webhook = bool(words) and words[0].casefold() == "webhook"
    if webhook:
        words = words[1:]
    method = words[0].upper() if words else ""
    if method in METHODS and len(words) > 1:
        path = words[1] if webhook or words[1].startswith("/") else f"/{words[1]}"
        return NamedCall(spec_file, webhook, method, path)
    if webhook and words:
        return NamedCall(spec_file, webhook, "", words[0])
    return NamedCall(spec_file)
