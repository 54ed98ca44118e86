"""OpenAPI in a fence of any page, which needs no word beside it."""

from __future__ import annotations

from .protocol import Candidate, Description, Dialect


class OpenApi(Dialect):
    """Fences that say themselves that they are OpenAPI or Swagger."""

    kind = "openapi"

    def described(self, candidate: Candidate) -> Description | None:
        """Recognise the text by its keys."""
        return Description(self.kind) if candidate.is_openapi else None
