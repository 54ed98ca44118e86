"""One small reader for each format of hand-written pages.

A reader knows how its format is recognised and where it says which method and path a
page is about; tables, examples and curl commands are read alike everywhere. To add a
format, write a module beside these with a `Reader`, name it in `READERS`, and copy a
case folder of the tests.
"""

from __future__ import annotations

from ..assembly.stated_endpoints import TABLES
from ..dialects.dita import DITA
from ..dialects.gitbook.dialect import GITBOOK
from ..dialects.mintlify.dialect import MDX
from ..dialects.protocol import Outline, Reader

READERS: tuple[Reader, ...] = (MDX, GITBOOK, DITA, TABLES)
"""In the order in which they are asked; the last one takes any page."""

__all__ = ["READERS", "Outline", "Reader"]
