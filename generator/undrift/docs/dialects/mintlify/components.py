"""Mintlify's components: `<ParamField path="id" type="string" required>`.

A page written for Mintlify says with them what others say in tables. One inside another
is about a field of it. What stands behind a component, in its line or as the next
paragraph, describes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ....facts import Stated, ValueFact
from ...statements.cells import read_constraints, read_remark, read_type
from ...text.blocks import Block, HtmlBlock, Paragraph, Span, Text
from ...text.page import PageText
from ...vocabulary.words import Concept
from ..protocol import DialectField

_TEXT = 20_000
_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>ParamField|ResponseField)\b"
    r"(?P<attributes>(?:[^<>\"'{}]++|\"[^\"]*+\"|'[^']*+'|\{[^{}]*+\})*+)>"
)
_ATTRIBUTE = re.compile(r"([A-Za-z]+)(?:=(?:\"([^\"]*+)\"|'([^']*+)'|\{([^{}]*+)\}))?+")
_PLACES = {
    "path": Concept.PATH,
    "query": Concept.QUERY,
    "header": Concept.HEADERS,
    "body": Concept.BODY,
    "name": Concept.RESPONSE,
}
_DEEPEST = 50


def component_fields(page: PageText, blocks: Sequence[Block]) -> Iterator[DialectField]:
    """Yield what the components of a section say."""
    still_open = _Open()
    for number, block in enumerate(blocks):
        if isinstance(block, HtmlBlock):
            after = blocks[number + 1] if number + 1 < len(blocks) else None
            behind = after.text if isinstance(after, Paragraph) else Text()
            for concept, fact in still_open.read(page, block, behind):
                yield number, concept, fact


@dataclass(slots=True)
class _Open:
    """The components that are open, from the outermost one."""

    names: list[str] = field(default_factory=list[str])

    def read(
        self, page: PageText, block: HtmlBlock, following: Text
    ) -> Iterator[tuple[Concept, ValueFact]]:
        """Yield what the components of a piece of markup say, and where it travels.

        `following` is the paragraph behind it.
        """
        text, line = block.text, block.line
        counted = 0
        for tag in _TAG.finditer(text[:_TEXT]):
            line += text.count("\n", counted, tag.start())
            counted = tag.start()
            if tag["close"]:
                self.names[-1:] = []
                continue
            attributes = {
                m[1]: m[2] or m[3] or m[4] or ""
                for m in _ATTRIBUTE.finditer(tag["attributes"])
            }
            place = next((key for key in _PLACES if attributes.get(key)), "")
            above = self.names[-1] if self.names else ""
            name = ".".join(filter(None, (above, attributes.get(place, ""))))
            kind, limits = read_type(attributes.get("type", ""))
            if not tag["attributes"].rstrip().endswith("/"):
                inner = f"{name}[]" if kind == "array" else name
                self.names[_DEEPEST:] = []
                self.names.append(inner)
            if place:
                said = _said(text[tag.end() : _TEXT]) or following
                constraints = dict(read_constraints(said, kind)) | dict(limits)
                if default := attributes.get("default", ""):
                    constraints["default"] = default
                concept = (
                    Concept.RESPONSE
                    if tag["name"] == "ResponseField"
                    else _PLACES[place]
                )
                named = tag.start("attributes") + tag["attributes"].find(
                    attributes[place]
                )
                yield concept, ValueFact(
                    name,
                    page.place(line + text.count("\n", tag.start(), named)),
                    kind,
                    _required(attributes, said),
                    tuple(constraints.items()),
                    " ".join(said.plain.split()),
                )


def _said(rest: str) -> Text | None:
    """Return what stands behind a component in its own markup, None if nothing does."""
    inner = rest.partition("<")[0].strip()
    parts = inner.split("`")
    if not inner:
        return None
    spans = (Span(part, code=n % 2 == 1) for n, part in enumerate(parts) if part)
    return Text(tuple(spans))


def _required(attributes: dict[str, str], said: Text) -> Stated:
    match attributes.get("required"):
        case None:
            return read_remark(said.plain)
        case "false":
            return Stated.NO
        case _:
            return Stated.YES
