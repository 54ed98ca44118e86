"""`x-undrift-signing`: how requests are signed, which OpenAPI cannot say.

Its two shapes are documented in specs/README.md and checked here, key by key.
"""

from __future__ import annotations

from dataclasses import dataclass

from ...ir import NO_DOCS, Credential, Docs, Location
from ...openapi import Node
from ..reading import is_snake_case, origin, text
from .api_key import key_location
from .declared import DeclaredScheme

_HASHES = ("sha256", "sha384", "sha512")
_KEY_ENCODINGS = ("utf-8", "base64", "hex")
_KEYS = frozenset(
    {
        "algorithm",
        "algorithm-name",
        "bodiless-headers",
        "encoding",
        "header-credentials",
        "headers",
        "key-encoding",
        "key-id",
        "scheme",
        "secret",
    }
)


@dataclass(frozen=True, slots=True)
class SigningDeclaration:
    """What a scheme's extension states; `header` carries the signature."""

    declared: DeclaredScheme
    node: Node
    header: str

    @property
    def docs(self) -> Docs:
        """Return what the scheme says to people."""
        return self.declared.docs

    @property
    def algorithm(self) -> str:
        """Return the hash of the HMAC."""
        return self.choice("algorithm", _HASHES, "sha256")

    @property
    def key_encoding(self) -> str:
        """Return how the secret becomes key bytes."""
        return self.choice("key-encoding", _KEY_ENCODINGS, "utf-8")

    def choice(self, key: str, allowed: tuple[str, ...], default: str) -> str:
        """Return one of the allowed words; another is reported."""
        stated, found = self.node.get(key), text(self.node, key)
        if stated is None or not found:
            return default
        if found not in allowed:
            self.declared.problems.report(
                "UD042",
                f"`{key}` is {found!r}, which undrift does not know",
                stated,
                f"one of: {', '.join(allowed)}",
            )
            return allowed[0]
        return found

    def secret(self) -> Credential:
        """Return the key that signs."""
        return self.credential("secret", "secret_key", secret=True)

    def credential(self, key: str, default: str, *, secret: bool) -> Credential:
        """Return a credential, called as a key of the extension says."""
        word = text(self.node, key) or default
        stated = self.node.get(key)
        if not is_snake_case(word):
            self.declared.problems.report(
                "UD042",
                f"`{key}` must name a constructor argument in snake_case",
                stated or self.node,
                "for example: secret_key",
            )
        where = origin(stated) if stated is not None else self.declared.origin
        about = self.docs if secret else NO_DOCS
        return Credential(word, secret, where, about)

    def report_unknown(self, scheme: str) -> None:
        """Report a way to sign that is not known."""
        self.declared.problems.report(
            "UD042",
            f"`scheme` is {scheme!r}, which undrift does not know",
            self.node,
            "one of: hmac, http-signature",
        )


def read_signing(declared: DeclaredScheme) -> SigningDeclaration | None:
    """Return how a scheme says that requests are signed, if it does."""
    signing = declared.node.get("x-undrift-signing")
    if signing is None:
        return None
    is_key = text(declared.node, "type") == "apiKey"
    if not is_key or key_location(declared.node) is not Location.HEADER:
        declared.problems.report(
            "UD042",
            "`x-undrift-signing` belongs on a scheme of `type: apiKey, in: header`",
            declared.node,
        )
        return None
    for key, item in signing.items():
        if key not in _KEYS:
            declared.problems.report(
                "UD042",
                f"`x-undrift-signing` has no `{key}`",
                item,
                f"known: {', '.join(sorted(_KEYS))}",
            )
    return SigningDeclaration(declared, signing, text(declared.node, "name"))
