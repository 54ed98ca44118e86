"""Rules that teach the Markdown parser what documentation sites write between lines.

CommonMark lets an HTML tag hide everything up to the next blank line, and knows no
`{% tags %}`. Documentation sites mean something else: a tag is a line of its own, and
what follows it is Markdown again, so that a fence right below `<details>`, `<Tab>` or
`{% tab %}` is a fence. Only comments, tables and verbatim elements span lines.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from markdown_it.rules_block import StateBlock, table

_COLUMNS = 200
_TAG_LINES = 20
# What repeats never gives back what it took: no page can make these slow.
_TEMPLATE_TAGS = re.compile(r"(?:\{%(?:[^%]|%(?!\}))*+%\}\s*+)++$")
_OPEN_OR_CLOSE = re.compile(r"</?([A-Za-z][\w.-]*)(?=[\s/>]|$)")
_TAGS_ONLY = re.compile(
    r"(?:</?[A-Za-z][\w.-]*(?:\s[^<>]*+)?>\s*+|</?[A-Za-z][\w.-]*/>\s*+)++$"
)
_UNTIL = {
    "table": "</table>",
    "pre": "</pre>",
    "script": "</script>",
    "style": "</style>",
    "textarea": "</textarea>",
}
_COMMENTS = {"<!--": "-->", "{/*": "*/}"}
_BLOCK_ELEMENTS = frozenset(
    "address article aside blockquote body center dd details dialog dir div dl dt "
    "fieldset figure footer form frame h1 h2 h3 h4 h5 h6 head header hr html iframe "
    "legend li link main menu nav ol option p param search section source summary "
    "tbody td tfoot th thead title tr ul".split()
)


def pipe_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Block rule: the parser's own tables, unless they are absurdly wide."""
    first, last = state.bMarks[start], state.eMarks[start]
    if state.src.count("|", first, last) > _COLUMNS:
        return False
    return table(state, start, end, silent)


def template_tag(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Block rule: lines that hold nothing but `{% … %}` tags."""
    if not _line(state, start).startswith("{%"):
        return False
    last = start
    while "%}" not in _line(state, last):
        last += 1
        if last >= min(end, start + _TAG_LINES) or state.isEmpty(last):
            return False
    text = "\n".join(_line(state, line) for line in range(start, last + 1))
    if not _TEMPLATE_TAGS.match(text):
        return False
    return silent or _push(state, "template_tag", start, last + 1)


class Markup:
    """Block rule: comments, tables, verbatim elements, and lines of other tags."""

    def __init__(self) -> None:
        """Start with no closing tag looked up."""
        self._next: dict[str, int] = {}

    def rule(self, state: StateBlock, start: int, end: int, silent: bool) -> bool:
        """Take one piece of markup, if one begins on this line."""
        text = _line(state, start)
        if not text.startswith(("<", "{/*")):
            return False
        for opening, closing in _COMMENTS.items():
            if text.startswith(opening):
                if silent:
                    return True
                after = self._after(state, start, end, closing)
                return _push(
                    state, "comment" if after else "open_comment", start, after or end
                )
        match = _OPEN_OR_CLOSE.match(text)
        if match is None:
            return False
        name = match[1].casefold()
        after = self._after(state, start, end, _UNTIL.get(name, ""))
        if after and text[1] != "/":
            kind = "html_table" if name == "table" else "html_block"
            return silent or _push(state, kind, start, after)
        stands_alone = match[1][0].isupper() or name in _BLOCK_ELEMENTS
        if not stands_alone and not _TAGS_ONLY.match(text):
            return False
        return silent or _push(state, "html_block", start, _tag_end(state, start, end))

    def _after(self, state: StateBlock, start: int, end: int, closing: str) -> int:
        """Return the line after the one that holds `closing`, or 0.

        The position is remembered: a page of a million `<pre>` is searched once.
        """
        if not closing:
            return 0
        begin = state.bMarks[start]
        found = self._next.get(closing, -1)
        if found < begin:
            match = re.compile(re.escape(closing), re.IGNORECASE).search(
                state.src, begin
            )
            found = match.start() if match else len(state.src)
            self._next[closing] = found
        if found >= state.eMarks[end - 1]:
            return 0
        return bisect_left(state.eMarks, found, start, end) + 1


class Budget:
    """Block rule that bounds the parser's work, whatever a page holds.

    The parser is linear, yet takes microseconds a line; a page made only of lines that
    each become a block is no documentation. It comes first in every chain: over
    budget, it ends whatever block is open and leaves the rest of the page unread.
    """

    def __init__(self, steps: int, tokens: int) -> None:
        """Allow that many lines looked at and that many tokens made."""
        self._steps = steps
        self._tokens = tokens
        self.stopped_at = 0
        """The first unread line, from 1, or 0."""

    def rule(self, state: StateBlock, start: int, end: int, silent: bool) -> bool:
        """Return False while there is budget left, then swallow everything."""
        self._steps -= 1
        if self._steps > 0 and len(state.tokens) < self._tokens:
            return False
        if not silent:
            self.stopped_at = self.stopped_at or start + 1
            state.line = end
        return True


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _tag_end(state: StateBlock, start: int, end: int) -> int:
    """Return the line after a tag that may go on over several lines."""
    last = start
    limit = min(end, start + _TAG_LINES)
    while ">" not in _line(state, last):
        if last + 1 >= limit or state.isEmpty(last + 1):
            break
        last += 1
    return last + 1


def _push(state: StateBlock, kind: str, start: int, after: int) -> bool:
    token = state.push(kind, "", 0)
    token.map = [start, after]
    token.content = state.getLines(start, after, state.blkIndent, False)
    state.line = after
    return True
