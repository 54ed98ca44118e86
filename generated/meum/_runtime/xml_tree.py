# SPDX-License-Identifier: MIT-0
"""XML text → a tree of elements, safely: no doctype, no entities, bounded depth."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

MAX_XML_DEPTH = 128
MAX_XML_NODES = 1_000_000
"""So many elements and attributes one reply may have."""

XmlNames = tuple[str, str]
"""A namespace, "" for none, and a local name."""


class XmlTextError(ValueError):
    """Content that is not XML, or XML that is refused; or a value that XML cannot say.

    Its message never holds any of the content.
    """


@dataclass(slots=True)
class XmlElement:
    """One element. `text` is what stands directly inside of it, joined."""

    names: XmlNames
    attributes: dict[XmlNames, str]
    children: list[XmlElement] = field(default_factory=list["XmlElement"])
    pieces: list[str] = field(default_factory=list[str])

    @property
    def text(self) -> str:
        """Return the text that is not inside of children."""
        return "".join(self.pieces)


def parse_xml(content: bytes, charset: str = "") -> XmlElement:
    """Return the root element of XML content."""
    encoding = None
    if charset:
        # What HTTP says outranks the document's own word (RFC 7303, section 3).
        content, encoding = _recoded(content, charset), "utf-8"
    builder = _Builder()
    parser = expat.ParserCreate(encoding, namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.text
    problem = "the content is not well-formed XML"
    try:
        parser.Parse(content, True)
    except XmlTextError as error:
        problem = str(error)
    except (expat.ExpatError, LookupError, ValueError):
        pass
    else:
        if builder.root is not None:
            return builder.root
    raise XmlTextError(problem)


def _recoded(content: bytes, charset: str) -> bytes:
    try:
        return content.decode(charset).encode()
    except (LookupError, ValueError):
        pass
    raise XmlTextError("the content is not text in the encoding it should have")


def _refuse(*declared: object) -> None:
    raise XmlTextError("the XML declares a document type or entities, which is refused")


class _Builder:
    """Makes the tree as the parser goes on."""

    def __init__(self) -> None:
        self.root: XmlElement | None = None
        self._open: list[XmlElement] = []
        self._nodes = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Open an element."""
        self._nodes += 1 + len(attributes)
        if self._nodes > MAX_XML_NODES:
            raise XmlTextError(f"the XML has more than {MAX_XML_NODES} nodes")
        if len(self._open) == MAX_XML_DEPTH:
            raise XmlTextError(f"the XML nests deeper than {MAX_XML_DEPTH} levels")
        found = XmlElement(
            _names(name), {_names(key): value for key, value in attributes.items()}
        )
        if self._open:
            self._open[-1].children.append(found)
        else:
            self.root = found
        self._open.append(found)

    def end(self, name: str) -> None:
        """Close an element."""
        self._open.pop()

    def text(self, data: str) -> None:
        """Keep text."""
        self._open[-1].pieces.append(data)


def _names(name: str) -> XmlNames:
    namespace, _, local = name.rpartition(" ")
    return namespace, local


XSI = "http://www.w3.org/2001/XMLSchema-instance"
_NIL = (XSI, "nil")
_UNCOUNTED = frozenset({XSI, "http://www.w3.org/XML/1998/namespace"})


def is_nil(element: XmlElement) -> bool:
    """Tell whether an element says that it is null."""
    return element.attributes.get(_NIL, "").strip() in {"true", "1"}


def own_attributes(element: XmlElement) -> Iterator[tuple[XmlNames, str]]:
    """Yield the attributes that are data: none of XML's own."""
    for names, value in element.attributes.items():
        if names[0] not in _UNCOUNTED:
            yield names, value
