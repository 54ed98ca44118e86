"""ReadMe: a page's Markdown ends in the OpenAPI document that it is made from."""

from __future__ import annotations

from ..vocabulary.lookup import words_of
from .protocol import Candidate, Description, Dialect


class ReadMe(Dialect):
    """Fences under the heading *OpenAPI definition*."""

    kind = "readme"

    def described(self, candidate: Candidate) -> Description | None:
        """Recognise the document by its heading."""
        headed = words_of(candidate.section) == "openapi definition"
        return Description(self.kind) if headed and candidate.is_openapi else None
