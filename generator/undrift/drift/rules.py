"""The one table of drift rules. A code is never reused.

`DR0xx` are about pages and the check itself, `DR1xx` about operations, `DR2xx` about
what a caller sends, `DR3xx` about what a caller receives, `DR4xx` about authentication
and servers, `DR5xx` about prose and examples, `DR6xx` about documentation held against
a hand-written spec and its overlay.
"""

from __future__ import annotations

from dataclasses import dataclass

from .finding import Level


@dataclass(frozen=True, slots=True)
class DriftRule:
    """One kind of finding: its level, what it is about, and what to do."""

    level: Level
    title: str
    remedy: str


_B, _W, _I = Level.BREAKING, Level.WARNING, Level.INFO
_REGENERATE = "run undrift sync --accept and undrift generate, then look at the calls"
_LOOK = "look at the page, then correct its address in provider.yaml or remove it"

DRIFT_RULES: dict[str, DriftRule] = {
    # 00x: pages
    "DR001": DriftRule(_W, "a page is gone", _LOOK),
    "DR002": DriftRule(_W, "a page has moved", "put the new address in provider.yaml"),
    "DR003": DriftRule(_W, "a page is blocked", "fetch it by hand: sync --from DIR"),
    "DR004": DriftRule(_W, "a page asks for a login", "name a header in provider.yaml"),
    "DR005": DriftRule(_W, "a page cannot be read any more", _LOOK),
    "DR006": DriftRule(_I, "a page is new", "run undrift sync --accept to take it in"),
    "DR007": DriftRule(_W, "the site has changed", "look at the site; undrift add"),
    "DR008": DriftRule(_W, "a page was not checked for too long", _LOOK),
    "DR009": DriftRule(_W, "an ignored finding's time is over", "renew or remove it"),
    "DR010": DriftRule(_I, "an ignored finding's time is nearly over", "renew it"),
}
