"""Facts against facts: documentation against a spec, old against new."""

from .claims import claims_of
from .needless import needless
from .support import Parting, call_of, page_places, partings, unsupported_claims

__all__ = [
    "Parting",
    "call_of",
    "claims_of",
    "needless",
    "page_places",
    "partings",
    "unsupported_claims",
]
