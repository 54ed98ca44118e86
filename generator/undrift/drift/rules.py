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
    """One kind of finding: its level, what it is about, and what to do.

    `{it}` in the remedy stands for the name of what a finding is about.
    """

    level: Level
    title: str
    remedy: str


_B, _W, _I = Level.BREAKING, Level.WARNING, Level.INFO
_LOOK = "check the page, then correct its address in provider.yaml or remove the entry"
_SITE = (
    "check that the site is up; if it has moved, correct the addresses in"
    " provider.yaml or run undrift add again"
)
_NAME_IT = "add it to provider.yaml with its url, then run undrift sync --accept"
_GONE = "stop calling it, or ask the provider; existing clients still call it"
_REGENERATE = "accept it with undrift sync --accept, then run undrift generate"
_LEAVE = "find its replacement"
_NONE = "nothing to do"
_SEND = "regenerate the client, then pass {it} in every call"
_STOP = "regenerate the client, then stop passing {it}"
_NAMES = "regenerate the client, then update calls that pass it by name"
_VALUES = "check the values that your code sends"
_DEFAULT = "check the calls that leave it out"
_READ = "check the code that reads it, then regenerate the client"
_AUTH = "check the credentials that your client uses"
_SERVER = "check base_url, then regenerate the client"
_PROPOSE = "run undrift sync --propose to see an edit of the spec"
_CORRECT = "correct the spec, or mark it with x-undrift-undocumented and a reason"
_MARK = "mark it with x-undrift-undocumented and a reason, or remove it"
_OVERLAY = "remove the action from overlay.yaml"
_FROM = "save it by hand, then run undrift sync --from DIR"

DRIFT_RULES: dict[str, DriftRule] = {
    # 00x: pages
    "DR001": DriftRule(_W, "page is gone", _LOOK),
    "DR002": DriftRule(_W, "page has moved", "update its address in provider.yaml"),
    "DR003": DriftRule(_W, "page is blocked", _FROM),
    "DR004": DriftRule(_W, "page requires a login", "name a header in provider.yaml"),
    "DR005": DriftRule(_W, "page can no longer be read", _LOOK),
    "DR006": DriftRule(_I, "new page", _NAME_IT),
    "DR007": DriftRule(_W, "site has changed or is unavailable", _SITE),
    "DR008": DriftRule(_W, "page has not been checked for too long", _LOOK),
    "DR009": DriftRule(_W, "ignored finding has expired", "renew or remove the entry"),
    "DR010": DriftRule(_I, "ignored finding expires soon", "renew the entry"),
    # 10x: operations and webhooks
    "DR101": DriftRule(_B, "operation is no longer documented", _GONE),
    "DR102": DriftRule(_I, "new operation", _REGENERATE),
    "DR103": DriftRule(_W, "operation is now deprecated", _LEAVE),
    "DR104": DriftRule(_I, "operation is no longer deprecated", _NONE),
    "DR105": DriftRule(_B, "webhook is no longer documented", _GONE),
    "DR106": DriftRule(_I, "new webhook", _REGENERATE),
    "DR107": DriftRule(_B, "path or method changed", _REGENERATE),
    # 20x: parameters
    "DR201": DriftRule(_B, "required parameter added", _SEND),
    "DR202": DriftRule(_I, "optional parameter added", _REGENERATE),
    "DR203": DriftRule(_W, "parameter removed", _STOP),
    "DR204": DriftRule(_B, "parameter is now required", _SEND),
    "DR205": DriftRule(_I, "parameter is now optional", _REGENERATE),
    "DR206": DriftRule(_W, "parameter renamed", _NAMES),
    "DR207": DriftRule(_B, "parameter moved", _REGENERATE),
    "DR208": DriftRule(_B, "parameter is serialized differently", _REGENERATE),
    "DR209": DriftRule(_W, "parameter is now deprecated", _LEAVE),
    # 21x: request bodies
    "DR210": DriftRule(_B, "request body is now required", _SEND),
    "DR211": DriftRule(_I, "request body is now optional", _REGENERATE),
    "DR212": DriftRule(_I, "request body added", _REGENERATE),
    "DR213": DriftRule(_W, "request body removed", _STOP),
    "DR214": DriftRule(_B, "request media type removed", _REGENERATE),
    "DR215": DriftRule(_I, "new request media type", _NONE),
    "DR216": DriftRule(_I, "parameter is no longer deprecated", _NONE),
    # 22x and 23x: what is sent
    "DR220": DriftRule(_B, "required request property added", _SEND),
    "DR221": DriftRule(_I, "optional request property added", _REGENERATE),
    "DR222": DriftRule(_W, "request property removed", _STOP),
    "DR223": DriftRule(_B, "request property is now required", _SEND),
    "DR224": DriftRule(_I, "request property is now optional", _REGENERATE),
    "DR225": DriftRule(_B, "request type changed", _REGENERATE),
    "DR226": DriftRule(_I, "request type is now wider", _REGENERATE),
    "DR227": DriftRule(_W, "request format changed", _REGENERATE),
    "DR228": DriftRule(_B, "request value is no longer allowed", _VALUES),
    "DR229": DriftRule(_I, "new request value", _REGENERATE),
    "DR230": DriftRule(_B, "null is no longer allowed in requests", _VALUES),
    "DR231": DriftRule(_I, "null is now allowed in requests", _REGENERATE),
    "DR232": DriftRule(_B, "request limit is now stricter", _VALUES),
    "DR233": DriftRule(_W, "new request limit", _VALUES),
    "DR234": DriftRule(_I, "request limit is now looser", _NONE),
    "DR235": DriftRule(_W, "request default changed", _DEFAULT),
    "DR236": DriftRule(_I, "new request default", _DEFAULT),
    "DR237": DriftRule(_B, "request variant is no longer allowed", _VALUES),
    "DR238": DriftRule(_I, "new request variant", _REGENERATE),
    "DR239": DriftRule(
        _B, "additional properties are no longer allowed in requests", _VALUES
    ),
    "DR240": DriftRule(_I, "additional properties are now allowed in requests", _NONE),
    "DR241": DriftRule(_W, "request property is now deprecated", _LEAVE),
    "DR242": DriftRule(_W, "request pattern changed", _VALUES),
    "DR243": DriftRule(_I, "request property is no longer deprecated", _NONE),
    "DR244": DriftRule(_B, "request XML changed", _REGENERATE),
    # 30x: responses
    "DR301": DriftRule(_B, "success status is no longer documented", _REGENERATE),
    "DR302": DriftRule(_I, "error status is no longer documented", _NONE),
    "DR303": DriftRule(_I, "new success status", _REGENERATE),
    "DR304": DriftRule(_I, "new error status", _REGENERATE),
    "DR305": DriftRule(_B, "success status changed", _REGENERATE),
    "DR306": DriftRule(_B, "response media type removed", _REGENERATE),
    "DR307": DriftRule(_I, "new response media type", _NONE),
    "DR308": DriftRule(_B, "response no longer has a body", _REGENERATE),
    "DR309": DriftRule(_I, "response now has a body", _REGENERATE),
    "DR310": DriftRule(_W, "response header removed", _READ),
    "DR311": DriftRule(_I, "new response header", _NONE),
    # 32x and 33x: what is received
    "DR320": DriftRule(_I, "new response property", _REGENERATE),
    "DR321": DriftRule(_B, "response property removed", _READ),
    "DR322": DriftRule(_B, "response property may now be missing", _READ),
    "DR323": DriftRule(_I, "response property is now always present", _REGENERATE),
    "DR324": DriftRule(_B, "response type changed", _READ),
    "DR325": DriftRule(_I, "response type is now narrower", _REGENERATE),
    "DR326": DriftRule(_W, "response format changed", _READ),
    "DR327": DriftRule(_W, "new response value", _READ),
    "DR328": DriftRule(_I, "response value is no longer documented", _NONE),
    "DR329": DriftRule(_B, "response value may now be null", _READ),
    "DR330": DriftRule(_I, "response value is no longer null", _REGENERATE),
    "DR331": DriftRule(_I, "response limit changed", _NONE),
    "DR332": DriftRule(_I, "response default changed", _NONE),
    "DR333": DriftRule(_W, "new response variant", _READ),
    "DR334": DriftRule(_I, "response variant is no longer documented", _NONE),
    "DR335": DriftRule(_I, "additional response properties changed", _NONE),
    "DR336": DriftRule(_W, "response property is now deprecated", _LEAVE),
    "DR337": DriftRule(_I, "response property is no longer deprecated", _NONE),
    "DR338": DriftRule(_B, "response XML changed", _REGENERATE),
    # 40x: authentication and servers
    "DR401": DriftRule(_B, "authentication changed", _AUTH),
    "DR402": DriftRule(_I, "authentication relaxed", _NONE),
    "DR403": DriftRule(_W, "authentication scopes changed", _AUTH),
    "DR404": DriftRule(_W, "servers changed", _SERVER),
    "DR405": DriftRule(_W, "servers removed", _SERVER),
    "DR406": DriftRule(_I, "servers added", _NONE),
    # 50x: prose and examples, only when asked for
    "DR501": DriftRule(_I, "description changed", _NONE),
    "DR502": DriftRule(_I, "example changed", _NONE),
    # 60x: pages against a hand-written spec and its overlay
    "DR601": DriftRule(_W, "documented, but missing from the spec", _PROPOSE),
    "DR602": DriftRule(_B, "the pages contradict the spec", _CORRECT),
    "DR603": DriftRule(_W, "in the spec, but on no page", _MARK),
    "DR604": DriftRule(_I, "overlay action is no longer needed", _OVERLAY),
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
