"""Facts against facts: documentation against a spec, old against new."""

from .claims import claims_of
from .support import page_places, unsupported_claims

__all__ = ["claims_of", "page_places", "unsupported_claims"]
