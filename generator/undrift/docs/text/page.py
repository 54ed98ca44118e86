"""A documentation page as text, and how bytes become one."""

from __future__ import annotations

from dataclasses import dataclass

from ...diagnostics import Diagnostic, Place

PAGE_SIZE = 5 * 1024 * 1024
"""Bytes of the largest page that is read; real pages stay far below."""

BUNDLE_SIZE = 64 * 1024 * 1024
"""Bytes of the largest text file, which may hold all pages of a site."""


@dataclass(frozen=True, slots=True)
class PageText:
    """One page. `file` is the name that people see, `text` what stands in it.

    A page of a bundle begins at a later line of its file; `url` is its own address.
    """

    file: str
    text: str
    first_line: int = 1
    url: str = ""

    def place(self, line: int, column: int = 0) -> Place:
        """Return the place of a line of this page."""
        return Place(self.file, line + self.first_line - 1, column)


def read_page(file: str, data: bytes) -> PageText | Diagnostic:
    """Decode a page; UTF-8 only, with or without a byte order mark."""
    limit = BUNDLE_SIZE if file.endswith(".txt") else PAGE_SIZE
    if len(data) > limit:
        message = f"the page has {len(data):,} bytes, the limit is {limit:,}"
        return Diagnostic("UD012", message, Place(file))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"byte {data[error.start]:#04x} is not UTF-8"
        hint = "fetch the page again, or save it as UTF-8"
        return Diagnostic("UD001", message, Place(file, line), hint)
    return PageText(file, text)


def line_breaks(text: str) -> str:
    """Return text in which every line ends as LF, which CRLF and CR do as well."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def excerpt(text: str, limit: int = 60) -> str:
    """Return page text as a diagnostic may show it: short, quoted, nothing active."""
    return repr(text if len(text) <= limit else text[: limit - 1] + "…")
