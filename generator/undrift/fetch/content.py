"""Whether a reply's content is a page that can be kept, and if not, what it is."""

from __future__ import annotations

import re
import zlib

from .model import State

ACCEPT = (
    "text/markdown, text/plain;q=0.9, application/yaml;q=0.9, application/json;q=0.9,"
    " */*;q=0.1"
)
CODING = "gzip"

_TEXT = re.compile(r"text/.+|application/(?:.+\+)?(?:json|yaml|x-yaml|markdown)")
_UNTYPED = ("", "application/octet-stream", "binary/octet-stream")
_HTML_TYPES = ("text/html", "application/xhtml+xml")
_HTML_START = re.compile(
    rb"(?:\s|<!--.*?-->)*+<(?:!doctype\s+html|html)\b", re.I | re.S
)
_CHALLENGE = re.compile(
    rb"cf-chl|cf_chl_opt|<title>\s*just a moment|are you (?:a )?human|not a robot|"
    rb"verify(?:ing)? (?:that )?you are (?:a )?human",
    re.I,
)
_CAPTCHA = re.compile(rb"captcha", re.I)
_PASSWORD = re.compile(rb"<input\b[^>]*\btype\s*=\s*[\"']?password\b", re.I)
_LOGIN_FORM = re.compile(
    rb"<form\b[^>]*\b(?:action|id|class)\s*=\s*[\"']?[^\"'>]*(?:log|sign)-?_?in", re.I
)
_NO_SUCH_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*+(?:---\n[^#]*?\n---\s*+)?"
    rb"#\s+(?:404\b|(?:page )?not found\b)",
    re.I,
)
_LOOKED_AT = 256 * 1024
_SHORT = 20 * 1024
"""A longer page may load a captcha for its own forms; a challenge is short."""

_NOTICE = 4 * 1024
"""A longer page that begins so, or one with a table, is about errors."""

Problem = tuple[State, str]


class TooLarge(Exception):
    """Content is larger than allowed."""


class Garbled(Exception):
    """Content is not in the coding that its reply names."""


class BoundedBody:
    """Content as it arrives: decoded piece by piece, and never more than `largest`.

    The bound holds inside a piece too, since a few bytes of gzip may stand for
    gigabytes.
    """

    def __init__(self, coding: str, largest: int) -> None:
        name = coding.strip().lower()
        if name not in ("", "identity", "gzip", "x-gzip"):
            raise Garbled
        self._inflate = zlib.decompressobj(31) if "gzip" in name else None
        self._room = largest
        self._pieces: list[bytes] = []

    def feed(self, data: bytes) -> None:
        """Take the next bytes."""
        while self._inflate is not None and data:
            if self._inflate.eof:
                self._inflate = zlib.decompressobj(31)
            try:
                piece = self._inflate.decompress(data, self._room + 1)
            except zlib.error:
                raise Garbled from None
            self._keep(piece)
            data = self._inflate.unconsumed_tail or self._inflate.unused_data
        if self._inflate is None:
            self._keep(data)

    def _keep(self, piece: bytes) -> None:
        self._room -= len(piece)
        if self._room < 0:
            raise TooLarge
        self._pieces.append(piece)

    def whole(self) -> bytes:
        """Return all of it, now that the reply has ended."""
        if self._inflate is not None and self._pieces and not self._inflate.eof:
            raise Garbled
        return b"".join(self._pieces)


def media_type(header: str) -> str:
    """Return the type of a Content-Type, without parameters."""
    return header.partition(";")[0].strip().lower()


def says_gone(data: bytes) -> bool:
    """Tell whether a page is nothing but the notice that there is none."""
    if len(data) > _NOTICE or b"```" in data or b"|--" in data or b"| --" in data:
        return False
    return _NO_SUCH_PAGE.match(data) is not None


def content_problem(kind: str, data: bytes, *, html: bool) -> Problem | None:
    """Return why content is not a page, or None. `html`: an HTML page is one too."""
    if not data.strip():
        return State.UNREADABLE, "the page is empty"
    is_html = kind in _HTML_TYPES or bool(_HTML_START.match(data[:_LOOKED_AT]))
    if is_html and (problem := _barrier(data[:_LOOKED_AT])):
        return problem
    if is_html and not html:
        advice = "try the address with .md at its end, or the site's /llms.txt"
        return State.UNREADABLE, f"HTML, where a page as text was expected; {advice}"
    if not is_html and kind not in _UNTYPED and not _TEXT.fullmatch(kind):
        return State.UNREADABLE, f"{kind:.60} is not a type of text"
    return _encoding_problem(data)


def _barrier(data: bytes) -> Problem | None:
    """Tell a page that asks who or what is there from one that documents."""
    if _PASSWORD.search(data) or _LOGIN_FORM.search(data):
        return State.LOGIN, "a form to log in with stands where the page was"
    if _CHALLENGE.search(data) or (len(data) < _SHORT and _CAPTCHA.search(data)):
        return State.BLOCKED, "a captcha stands where the page was"
    return None


def _encoding_problem(data: bytes) -> Problem | None:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        reason = f"byte {data[error.start]:#04x} in line {line} is not UTF-8"
        return State.UNREADABLE, reason
    if "\0" in text:
        return State.UNREADABLE, "the page holds NUL: it is not text"
    return None
