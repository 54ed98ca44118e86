"""Pages as a browser shows them: no Markdown, so nothing to read with any certainty.

They are told apart by what only a browser's page has (a document type, a path broken
into one word a line) and refused with the advice that helps.
"""

from __future__ import annotations

import re

from ...diagnostics import Diagnostic
from ..vocabulary.words import METHODS
from .page import PageText, line_breaks

_HEAD = 5_000
_HTML = re.compile(
    r"\s*(?:<!--.{0,500}?-->\s*|<\?xml[^<>]{0,200}>\s*)?<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_METHOD = "|".join(sorted(METHODS))
_BROKEN_PATH = re.compile(
    rf"^(?:{_METHOD})\n{{1,3}}/\n{{1,3}}[\w{{}}.:-]{{1,80}}\n{{1,3}}(?:/\n|[\w{{]|$)",
    re.MULTILINE,
)
_GLUED = re.compile(
    r"^[A-Za-z_]\w{0,60}(?:required)?(?:string|integer|number|boolean|object|array)"
    r"(?:required|<[\w-]+>| format: [\w-]+| \| null)?$",
    re.MULTILINE,
)
_GLUED_REQUIRED = re.compile(
    r"^[A-Za-z_]\w{0,60}required(?:string|integer|number|boolean|object|array)\b"
    r"(?: format: [\w-]+)?",
    re.MULTILINE,
)
_HINT = (
    "fetch the page as Markdown: most sites answer at <url>.md, and list their pages at"
    " /llms.txt; or use the site's own OpenAPI document"
)


def refused(page: PageText) -> tuple[str, Diagnostic] | None:
    """Return the kind of a page that cannot be read, and why; None for all others."""
    text = line_breaks(page.text)
    if _HTML.match(text[:_HEAD]):
        message = "this is an HTML page, not its Markdown"
        return "html", Diagnostic("UD020", message, page.place(1), _HINT)
    tabled = "```" in text or "|--" in text or "| --" in text
    marked = tabled or "\n## " in text
    broken = _BROKEN_PATH.search(text)
    glued = None if marked else next(iter(_third(text)), None)
    if found := broken or glued or (not tabled and _GLUED_REQUIRED.search(text)):
        line = text.count("\n", 0, found.start()) + 1
        message = "this is text taken from a rendered page, not its Markdown"
        return "rendered", Diagnostic("UD020", message, page.place(line), _HINT)
    return None


def _third(text: str) -> list[re.Match[str]]:
    """Return the first glued name and type, if there are three of them."""
    found = [match for match, _ in zip(_GLUED.finditer(text), range(3), strict=False)]
    return found[:1] if len(found) == 3 else []
