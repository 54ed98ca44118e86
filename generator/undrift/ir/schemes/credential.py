"""What a client is given so that it can say who calls."""

from __future__ import annotations

from dataclasses import dataclass

from ..types import NO_DOCS, Docs, Origin


@dataclass(frozen=True, slots=True)
class Credential:
    """One secret, or one name such as a merchant id, which is no secret.

    It is called by `word`, which the document states or the field uses, and by the
    scheme's id where the word alone could mean another scheme's; either may be "".
    """

    word: str
    secret: bool
    origin: Origin
    docs: Docs = NO_DOCS
    scheme: str = ""
