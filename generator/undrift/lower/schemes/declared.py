"""An entry of a document's `securitySchemes`, and what its credentials are called."""

from __future__ import annotations

from dataclasses import dataclass

from ...ir import Credential, Docs
from ...ir.types import Origin
from ...openapi import Node, Value
from ..reading import Problems, docs, mapping, origin, text


@dataclass(frozen=True, slots=True)
class DeclaredScheme:
    """A scheme that operations require, before it is known what it is."""

    problems: Problems
    id: str
    node: Node
    scopes: frozenset[str]
    """All that operations ask for."""
    is_alone: bool
    """No other scheme's credential has its usual word."""

    @property
    def stated(self) -> dict[str, Value]:
        """Return what the entry says."""
        return mapping(self.node)

    @property
    def origin(self) -> Origin:
        """Return where it stands."""
        return origin(self.node)

    @property
    def docs(self) -> Docs:
        """Return what it says to people."""
        return docs(self.node)

    @property
    def word(self) -> str:
        """Return what the document calls its credential, "" where it does not."""
        return text(self.node, "x-undrift-credential")

    def credential(self) -> Credential:
        """Return its one secret, called as stated, as usual, or by the scheme's id."""
        if self.word:
            stated = self.node.get("x-undrift-credential")
            where = origin(stated) if stated is not None else self.origin
            return Credential(self.word, True, where, self.docs)
        usual = usual_word(self.node) if self.is_alone else ""
        scheme = "" if usual else self.id
        return Credential(usual, True, self.origin, self.docs, scheme)


def usual_word(node: Node) -> str:
    """Return what the credential of such a scheme is usually called."""
    if "x-undrift-signing" in mapping(node):
        return "secret_key"
    match text(node, "type"), text(node, "scheme").lower():
        case "apiKey", _:
            return "api_key"
        case "http", "basic":
            return "username"
        case "http", _:
            return "token"
        case "oauth2" | "openIdConnect", _:
            return "access_token"
        case _:
            return ""
