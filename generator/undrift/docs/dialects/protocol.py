"""What a reader is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..assembly.attribution import StatedEndpoint
from ..text.blocks import Block, Frontmatter
from ..text.sections import Section


@dataclass(frozen=True, slots=True)
class Outline:
    """A page as readers see it; sections that are no documentation are left out."""

    text: str
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]

    @property
    def frontmatter(self) -> Frontmatter | None:
        """Return the page's metadata, if it has any."""
        first = self.blocks[0] if self.blocks else None
        return first if isinstance(first, Frontmatter) else None


@dataclass(frozen=True, slots=True)
class Reader:
    """A page format."""

    kind: str
    recognises: Callable[[Outline], bool]
    endpoints: Callable[[Outline], tuple[StatedEndpoint, ...]]
