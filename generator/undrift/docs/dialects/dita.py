"""Markdown exported from DITA.

Underlined headings with an `{#anchor}`; an endpoint is one line in pieces of code and
emphasis, a host for each environment: `**Test:** `POST ``https://…``/path/`*{id}*`/…``.
"""

from __future__ import annotations

import re

from ..assembly import stated_endpoints as tables
from .protocol import Outline, Reader

_UNDERLINED = re.compile(
    r"^[^\n]{1,300}\{#[\w-]+\}[ \t]*\n(?:={3,}|-{3,})[ \t]*$", re.MULTILINE
)


def recognises(outline: Outline) -> bool:
    """Return whether the page has underlined headings with anchors."""
    return _UNDERLINED.search(outline.text) is not None


DITA = Reader("dita", recognises, tables.endpoints)
"""DITA to Markdown."""
