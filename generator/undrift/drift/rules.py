"""The one table of drift rules. A code is never reused.

`DR0xx` are about pages and the check itself, `DR1xx` about operations, `DR2xx` about
what a caller sends, `DR3xx` about what a caller receives, `DR4xx` about authentication
and servers, `DR5xx` about prose and examples, `DR6xx` about documentation held against
a hand-written spec and its overlay.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..diagnostics import Place
from .finding import Finding, Level

MOST_MISSING = 0.3
"""The share of a site's pages above which not pages are gone, but the site changed."""


@dataclass(frozen=True, slots=True)
class DriftRule:
    """One kind of finding: its level, what it is about, and what to do."""

    level: Level
    title: str
    remedy: str


_B, _W, _I = Level.BREAKING, Level.WARNING, Level.INFO
_LOOK = "look at the page, then correct its address in provider.yaml or remove it"
_SITE = (
    "look at the site, then correct addresses in provider.yaml or undrift add it anew"
)
_NAME_IT = "name it in provider.yaml, with its url; undrift sync --accept fetches it"
_GONE = "stop calling it, or ask the provider; the old client still calls it"
_REGENERATE = "take the pages in with undrift sync --accept, then undrift generate"
_LEAVE = "look for what replaces it"
_NONE = "nothing has to be done"
_SEND = "generate the client anew and pass it in every call"
_STOP = "generate the client anew and no longer pass it"
_NAMES = "generate the client anew; calls that name the argument change"
_VALUES = "look at the values that your code sends"
_DEFAULT = "look at the calls that leave it out"
_READ = "look at the code that reads it, then generate the client anew"
_AUTH = "look at the credentials that your client is given"
_SERVER = "look at base_url, then generate the client anew"
_PROPOSE = "undrift sync --propose shows an edit of the spec"
_CORRECT = "correct the spec, or mark it with x-undrift-undocumented and the reason"
_MARK = "mark it with x-undrift-undocumented and the reason, or remove it"
_OVERLAY = "remove the action from overlay.yaml"

DRIFT_RULES: dict[str, DriftRule] = {
    # 00x: pages
    "DR001": DriftRule(_W, "a page is gone", _LOOK),
    "DR002": DriftRule(_W, "a page has moved", "put the new address in provider.yaml"),
    "DR003": DriftRule(_W, "a page is blocked", "fetch it by hand: sync --from DIR"),
    "DR004": DriftRule(_W, "a page asks for a login", "name a header in provider.yaml"),
    "DR005": DriftRule(_W, "a page cannot be read any more", _LOOK),
    "DR006": DriftRule(_I, "a page is new", _NAME_IT),
    "DR007": DriftRule(_W, "the site has changed", _SITE),
    "DR008": DriftRule(_W, "a page was not checked for too long", _LOOK),
    "DR009": DriftRule(_W, "an ignored finding's time is over", "renew or remove it"),
    "DR010": DriftRule(_I, "an ignored finding's time is nearly over", "renew it"),
    # 10x: operations and webhooks
    "DR101": DriftRule(_B, "the operation is no longer documented", _GONE),
    "DR102": DriftRule(_I, "the operation is new", _REGENERATE),
    "DR103": DriftRule(_W, "the operation is deprecated", _LEAVE),
    "DR104": DriftRule(_I, "the operation is no longer deprecated", _NONE),
    "DR105": DriftRule(_B, "the webhook is no longer documented", _GONE),
    "DR106": DriftRule(_I, "the webhook is new", _REGENERATE),
    "DR107": DriftRule(_B, "the operation has another path or method", _REGENERATE),
    # 20x: parameters
    "DR201": DriftRule(_B, "a required parameter was added", _SEND),
    "DR202": DriftRule(_I, "an optional parameter was added", _REGENERATE),
    "DR203": DriftRule(_W, "a parameter was removed", _STOP),
    "DR204": DriftRule(_B, "a parameter is required now", _SEND),
    "DR205": DriftRule(_I, "a parameter is optional now", _REGENERATE),
    "DR206": DriftRule(_W, "a path parameter was renamed", _NAMES),
    "DR207": DriftRule(_B, "a parameter moved", _REGENERATE),
    "DR208": DriftRule(_B, "a parameter is written otherwise", _REGENERATE),
    "DR209": DriftRule(_W, "a parameter is deprecated", _LEAVE),
    # 21x: request bodies
    "DR210": DriftRule(_B, "a request body is required now", _SEND),
    "DR211": DriftRule(_I, "a request body is optional now", _REGENERATE),
    "DR212": DriftRule(_I, "a request body was added", _REGENERATE),
    "DR213": DriftRule(_W, "the request body was removed", _STOP),
    "DR214": DriftRule(_B, "a media type of the request was removed", _REGENERATE),
    "DR215": DriftRule(_I, "a media type of the request was added", _NONE),
    "DR216": DriftRule(_I, "a parameter is no longer deprecated", _NONE),
    # 22x and 23x: what is sent
    "DR220": DriftRule(_B, "a required property was added to what is sent", _SEND),
    "DR221": DriftRule(
        _I, "an optional property was added to what is sent", _REGENERATE
    ),
    "DR222": DriftRule(_W, "a property was removed from what is sent", _STOP),
    "DR223": DriftRule(_B, "a property that is sent is required now", _SEND),
    "DR224": DriftRule(_I, "a property that is sent is optional now", _REGENERATE),
    "DR225": DriftRule(_B, "the type of what is sent changed", _REGENERATE),
    "DR226": DriftRule(_I, "more types may be sent", _REGENERATE),
    "DR227": DriftRule(_W, "the format of what is sent changed", _REGENERATE),
    "DR228": DriftRule(_B, "a value may no longer be sent", _VALUES),
    "DR229": DriftRule(_I, "a value may be sent as well", _REGENERATE),
    "DR230": DriftRule(_B, "null may no longer be sent", _VALUES),
    "DR231": DriftRule(_I, "null may be sent as well", _REGENERATE),
    "DR232": DriftRule(_B, "a limit of what is sent is narrower", _VALUES),
    "DR233": DriftRule(_W, "a limit of what is sent was added", _VALUES),
    "DR234": DriftRule(_I, "a limit of what is sent is wider", _NONE),
    "DR235": DriftRule(_W, "the default of what is sent changed", _DEFAULT),
    "DR236": DriftRule(_I, "what is sent has a default now", _DEFAULT),
    "DR237": DriftRule(_B, "a variant may no longer be sent", _VALUES),
    "DR238": DriftRule(_I, "a variant may be sent as well", _REGENERATE),
    "DR239": DriftRule(_B, "further properties may no longer be sent", _STOP),
    "DR240": DriftRule(_I, "further properties may be sent", _NONE),
    "DR241": DriftRule(_W, "a property that is sent is deprecated", _LEAVE),
    "DR242": DriftRule(_W, "the pattern of what is sent changed", _VALUES),
    "DR243": DriftRule(_I, "a property that is sent is no longer deprecated", _NONE),
    # 30x: replies
    "DR301": DriftRule(_B, "a success status is no longer documented", _REGENERATE),
    "DR302": DriftRule(_I, "an error status is no longer documented", _NONE),
    "DR303": DriftRule(_I, "a success status was added", _REGENERATE),
    "DR304": DriftRule(_I, "an error status was added", _REGENERATE),
    "DR305": DriftRule(_B, "the success status changed", _REGENERATE),
    "DR306": DriftRule(_B, "a media type of the reply was removed", _REGENERATE),
    "DR307": DriftRule(_I, "a media type of the reply was added", _NONE),
    "DR308": DriftRule(_B, "the reply has no content any more", _REGENERATE),
    "DR309": DriftRule(_I, "the reply has content now", _REGENERATE),
    "DR310": DriftRule(_W, "a header of the reply was removed", _READ),
    "DR311": DriftRule(_I, "a header of the reply was added", _NONE),
    # 32x and 33x: what is received
    "DR320": DriftRule(_I, "a property was added to what is received", _REGENERATE),
    "DR321": DriftRule(_B, "a property was removed from what is received", _READ),
    "DR322": DriftRule(_B, "a property that is received may be missing now", _READ),
    "DR323": DriftRule(
        _I, "a property that is received is always there now", _REGENERATE
    ),
    "DR324": DriftRule(_B, "the type of what is received changed", _READ),
    "DR325": DriftRule(_I, "fewer types are received", _REGENERATE),
    "DR326": DriftRule(_W, "the format of what is received changed", _READ),
    "DR327": DriftRule(_W, "a value may be received as well", _READ),
    "DR328": DriftRule(_I, "a value is no longer received", _NONE),
    "DR329": DriftRule(_B, "null may be received now", _READ),
    "DR330": DriftRule(_I, "null is no longer received", _REGENERATE),
    "DR331": DriftRule(_I, "a limit of what is received changed", _NONE),
    "DR332": DriftRule(_I, "the default of what is received changed", _NONE),
    "DR333": DriftRule(_W, "a variant may be received as well", _READ),
    "DR334": DriftRule(_I, "a variant is no longer received", _NONE),
    "DR335": DriftRule(_I, "further properties may be received, or no longer", _NONE),
    "DR336": DriftRule(_W, "a property that is received is deprecated", _LEAVE),
    "DR337": DriftRule(
        _I, "a property that is received is no longer deprecated", _NONE
    ),
    # 40x: authentication and servers
    "DR401": DriftRule(_B, "an authentication is required now, or another one", _AUTH),
    "DR402": DriftRule(
        _I, "another authentication is possible, or none is needed", _NONE
    ),
    "DR403": DriftRule(_W, "the scopes that are needed changed", _AUTH),
    "DR404": DriftRule(_W, "the server changed", _SERVER),
    "DR405": DriftRule(_W, "a server was removed", _SERVER),
    "DR406": DriftRule(_I, "a server was added", _NONE),
    # 50x: prose and examples, only when asked for
    "DR501": DriftRule(_I, "a description changed", _NONE),
    "DR502": DriftRule(_I, "an example changed", _NONE),
    # 60x: pages against a hand-written spec and its overlay
    "DR601": DriftRule(_W, "the pages document what the spec lacks", _PROPOSE),
    "DR602": DriftRule(_B, "the pages contradict the spec", _CORRECT),
    "DR603": DriftRule(_W, "the spec states what no page does", _MARK),
    "DR604": DriftRule(_I, "an overlay action is no longer needed", _OVERLAY),
}


def noted(
    code: str,
    provider: str,
    subject: str,
    message: str,
    *,
    pages: tuple[Place, ...] = (),
    old: Place | None = None,
    new: Place | None = None,
    operations: tuple[str, ...] = (),
    calls: tuple[str, ...] = (),
) -> Finding:
    """Return a finding with its rule's level and remedy."""
    rule = DRIFT_RULES[code]
    return Finding(
        code,
        rule.level,
        provider,
        subject,
        message,
        rule.remedy,
        operations,
        calls,
        pages,
        old,
        new,
    )
