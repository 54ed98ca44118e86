"""Reports to render: one as it comes in practice, one from pages that mean harm."""

from __future__ import annotations

from undrift.diagnostics import Place
from undrift.drift.finding import DriftReport, Finding, Level, Seen, Unreachable

CANCEL = "specs/storno/docs/cancel.md"
SPEC = "specs/storno/openapi.yaml"

FILES = {
    CANCEL: "\n".join(
        [
            "# Cancel an invoice",
            "",
            "POST /invoices/{uuid}/cancel",
            "",
            "## Body",
            "",
            "| Field | Type | Required |",
            "|---|---|---|",
            "| reason | string | yes |",
            "",
            "## Responses",
            "",
            "| Status | Meaning |",
            "|---|---|",
            "| 200 | the cancelled invoice |",
        ]
    ),
    SPEC: "\n".join(
        [
            "openapi: 3.1.0",
            "paths:",
            "  /invoices/{uuid}/cancel:",
            "    post:",
            "      requestBody:",
            "        content:",
            "          application/json:",
            "            schema:",
            "              type: object",
            "              properties:",
            "                reason: {type: string}",
        ]
    ),
}

REPORT = DriftReport(
    (
        Finding(
            "DR201",
            Level.WARNING,
            "storno",
            "response 200 /status",
            "status may now be `void`",
            "handle the new value",
            ("GET /invoices/{uuid}", "POST /invoices/{uuid}/cancel"),
            ("storno.invoices.retrieve", "storno.invoices.cancel"),
            tuple(Place(f"specs/storno/docs/page-{n}.md", 40 + n) for n in range(6)),
            before='["draft", "paid"]',
            after='["draft", "paid", "void"]',
            seen=Seen.KNOWN,
        ),
        Finding(
            "DR202",
            Level.BREAKING,
            "storno",
            "request body /reason",
            "the field reason is now required",
            "run undrift sync --accept and undrift generate, then look at the calls",
            ("POST /invoices/{uuid}/cancel",),
            ("storno.invoices.cancel",),
            (Place(CANCEL, 9),),
            Place(SPEC, 11),
            Place(CANCEL, 9, 3),
            "optional",
            "required",
        ),
        Finding(
            "DR006",
            Level.INFO,
            "acme",
            "page docs/refunds.md",
            "a page is new: docs/refunds.md",
            pages=(Place("specs/acme/docs/refunds.md"),),
        ),
        Finding(
            "DR203",
            Level.BREAKING,
            "acme",
            "parameter query limit",
            "the parameter limit is gone",
            operations=("GET /refunds",),
            old=Place("specs/acme/openapi.yaml", 7),
            before='{"type": "integer"}',
            seen=Seen.IGNORED,
        ),
    ),
    14,
    (
        Unreachable(
            "acme",
            "specs/acme/docs/charges.md",
            "https://docs.acme.example/charges.md",
            "503 Service Unavailable",
            "2026-03-01T04:00:00+00:00",
        ),
    ),
)

NOTHING = DriftReport((), 3)

SCRIPT = "<script>document.title='taken over'</script>"
IMAGE = '"><img src=x onerror="document.title=\'taken over\'">'
HARM = (
    SCRIPT,
    IMAGE,
    "</td></table></main></html>",
    "<!-- ",
    "]]>",
    "::error file=a.py::taken over",
    "\n::warning::taken over",
    "##[error]taken over",
    "%0A::error::taken over",
    "\x1b[31mred\x1b[0m\x07",
    "a \u202egnp.exe",
    "| a | b |\n|---|---|",
    "`code` ``` ```` fence",
    "@octocat and @acme/owners",
    "fixes #12, acme/api#3, GH-7",
    "[a link](https://evil.example/) <https://evil.example/>",
    "https://evil.example/ www.evil.example me@evil.example",
    "javascript:alert(1)",
    "\ud800 \x00 \u2028",
    "&lt;b&gt; &#60;b&#62; &amp;",
)

HOSTILE = DriftReport(
    tuple(
        Finding(
            "DR201",
            Level.BREAKING,
            "storno",
            f"{number}: {text}",
            text,
            text,
            (f"POST /{text}", text),
            (f"{text}()",),
            (Place(text, 3), Place(CANCEL, 9)),
            Place(text, 4),
            Place(CANCEL, 9),
            text,
            text,
        )
        for number, text in enumerate(HARM)
    ),
    1,
    tuple(Unreachable("storno", text, text, text, text) for text in HARM),
)

SNAPSHOTS = DriftReport(
    (
        Finding(
            "DR601",
            Level.WARNING,
            "",
            "the spec lacks PUT /invoices/{uuid}",
            "the spec lacks PUT /invoices/{uuid}",
            pages=(Place(CANCEL, 3),),
        ),
        Finding("DR601", Level.INFO, "", "POST /refunds", "the operation is new"),
    ),
    2,
)
"""Two folders compared: no provider, and nothing to ignore anything in."""
