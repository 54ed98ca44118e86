"""AsyncAPI in a fence: it describes messages, so that no operation is in it."""

from __future__ import annotations

import re

from .protocol import Candidate, Description, Dialect

_NAMED_FILE = re.compile(
    r"\S+\s+(?=\S*asyncapi)(?:https?://\S+|[^\s?]+\.(?:ya?ml|json)(?:\?\S*)?)(?!\S)"
)


class AsyncApi(Dialect):
    """Fences that hold an `asyncapi` key, or are said to."""

    kind = "asyncapi"

    def described(self, candidate: Candidate) -> Description | None:
        """Recognise the text by its keys, its file's name or the heading above it.

        Sites that publish fragments show channels in the same form as operations.
        """
        fence = candidate.fence
        said = "asyncapi" in candidate.section.casefold() or (
            _NAMED_FILE.match(fence.info) is not None
        )
        named = bool(fence.language) and said and "openapi" not in candidate.keys
        if "asyncapi" in candidate.keys or named:
            return Description(self.kind, is_openapi=False)
        return None

    def reason(self, kind: str) -> str:
        """Say what such a page describes instead."""
        if kind != self.kind:
            return ""
        return "describes messages (AsyncAPI), which are no operations"
