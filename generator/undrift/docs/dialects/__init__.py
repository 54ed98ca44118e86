"""The dialects that pages are written in: one folder or file for each.

A dialect owns all that it knows: how it is recognised, its tags, components, info
strings and metadata. Blocks, sections, tables, lists and examples are read alike
everywhere. To add one, write a `Dialect` beside these, name it in `DIALECTS`, and
add a case folder to the tests.
"""

from __future__ import annotations

from .asyncapi import AsyncApi
from .dita import Dita
from .gitbook import GitBook
from .markdoc import Markdoc
from .mintlify import Mintlify
from .openapi import OpenApi
from .plain import Plain
from .protocol import Candidate, Description, Dialect
from .readme import ReadMe

DIALECTS: tuple[Dialect, ...] = (
    AsyncApi(),
    Mintlify(),
    ReadMe(),
    OpenApi(),
    GitBook(),
    Markdoc(),
    Dita(),
    Plain(),
)
"""In the order in which they are asked; the last one recognises any page."""

__all__ = ["DIALECTS", "Candidate", "Description", "Dialect"]
