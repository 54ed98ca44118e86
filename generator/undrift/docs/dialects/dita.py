"""Markdown exported from DITA.

Underlined headings with an `{#anchor}`; an endpoint is one line in pieces of code and
emphasis, a host for each environment: `**Test:** `POST ``https://…``/path/`*{id}*`/…``.
"""

from __future__ import annotations

import re

from ..text.sections import Outline
from .protocol import Dialect

_UNDERLINED = re.compile(
    r"^[^\n]{1,300}\{#[\w-]+\}[ \t]*\n(?:={3,}|-{3,})[ \t]*$", re.MULTILINE
)


class Dita(Dialect):
    """DITA to Markdown."""

    kind = "dita"

    def recognises(self, outline: Outline) -> bool:
        """Return whether the page has underlined headings with anchors."""
        return _UNDERLINED.search(outline.text) is not None
