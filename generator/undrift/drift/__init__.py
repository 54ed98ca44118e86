"""Facts against facts: documentation against a spec, old against new."""

from .client_facts import facts_of_client
from .conformance import (
    Mismatch,
    call_of,
    conformance_problems,
    mismatches,
    page_places,
)
from .obsolete_overlay import obsolete_actions

__all__ = [
    "Mismatch",
    "call_of",
    "conformance_problems",
    "facts_of_client",
    "mismatches",
    "obsolete_actions",
    "page_places",
]
