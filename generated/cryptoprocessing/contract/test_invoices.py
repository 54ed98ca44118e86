# SPDX-License-Identifier: MIT-0
"""Contract of `cryptoprocessing.invoices`: what the documentation shows."""

from typing import Any

from .. import AsyncCryptoprocessing, Cryptoprocessing
from ._provider import PROVIDER
from ._support import (
    ContentExample,
    Contract,
    ContractSuite,
    ExpectedHmac,
    ExpectedRequest,
    ExpectedResponse,
    FieldCheck,
)

CANCEL: Contract[Cryptoprocessing, AsyncCryptoprocessing, Any] = Contract(
    name="invoices.cancel",
    provider=PROVIDER,
    call=lambda client: client.invoices.cancel("test_foreign_id_0344"),
    call_async=lambda client: client.invoices.cancel("test_foreign_id_0344"),
    call_raw=lambda client: client.invoices.with_raw_response.cancel(
        "test_foreign_id_0344"
    ),
    call_raw_async=lambda client: client.invoices.with_raw_response.cancel(
        "test_foreign_id_0344"
    ),
    request=ExpectedRequest(
        method="POST",
        target="/api/v2/invoices/test_foreign_id_0344/cancel/",
        headers={
            "X-Processing-Key": "canary-cryptoprocessing-api-key",
            "Content-Type": "application/json",
        },
        body="{}",
        signature=ExpectedHmac(
            header="X-Processing-Signature",
            secret="canary-cryptoprocessing-secret-key",
            algorithm="sha512",
            encoding="hex",
            key_encoding="utf-8",
        ),
    ),
    retry="unsent",
    successes=(
        ExpectedResponse(
            status=200,
            holds="any",
            examples=(
                ContentExample(
                    source="#/paths/~1invoices~1{foreign_id}~1cancel~1/post/responses/200/content/application~1json/examples/Basic example/value",
                    content="[]",
                ),
            ),
            empty_is_none=True,
        ),
    ),
    failures=(
        ExpectedResponse(
            status=400,
            holds="object",
            media_type="text/html",
            fields=(
                FieldCheck("/errors", "errors", "map", variant=True),
                FieldCheck("/errors/*", "errors.*", "string", variant=True),
                FieldCheck("/error", "error", "string", variant=True),
                FieldCheck(
                    "/code",
                    "code",
                    "enum",
                    known=("invalid_invoice_state", "bad_content_format"),
                    variant=True,
                ),
                FieldCheck("/message", "message", "string", variant=True),
            ),
            examples=(
                ContentExample(
                    source="#/paths/~1invoices~1{foreign_id}~1cancel~1/post/responses/400/content/text~1html/examples/Invoice not found/value",
                    content=(
                        "{\n"
                        '  "errors": {\n'
                        '    "foreign_id": "Invoice not found."\n'
                        "  }\n"
                        "}"
                    ),
                ),
                ContentExample(
                    source="#/paths/~1invoices~1{foreign_id}~1cancel~1/post/responses/400/content/text~1html/examples/Invalid state/value",
                    content=(
                        "{\n"
                        '  "error": "Invoice cannot be failed in its current state.",\n'
                        '  "code": "invalid_invoice_state"\n'
                        "}"
                    ),
                ),
                ContentExample(
                    source="#/paths/~1invoices~1{foreign_id}~1cancel~1/post/responses/400/content/text~1html/examples/Feature not enabled/value",
                    content=(
                        "{\n"
                        '  "message": "Required features [invoices_enabled] not enabled."\n'
                        "}"
                    ),
                ),
                ContentExample(
                    source="#/paths/~1invoices~1{foreign_id}~1cancel~1/post/responses/400/content/text~1html/examples/Malformed JSON/value",
                    content=(
                        "{\n"
                        '  "error": "Bad content format",\n'
                        '  "code": "bad_content_format"\n'
                        "}"
                    ),
                ),
            ),
        ),
        ExpectedResponse(
            status=403,
            holds="object",
            fields=(
                FieldCheck("/error", "error", "string"),
                FieldCheck(
                    "/code",
                    "code",
                    "enum",
                    known=(
                        "bad_header_signature",
                        "required_header_signature",
                        "bad_header_key",
                        "required_header_key",
                    ),
                ),
            ),
            examples=(
                ContentExample(
                    source="#/components/responses/HeaderAuthorization/content/application~1json/examples/Bad signature header/value",
                    content=(
                        "{\n"
                        '  "error": "Bad signature header",\n'
                        '  "code": "bad_header_signature"\n'
                        "}"
                    ),
                ),
                ContentExample(
                    source="#/components/responses/HeaderAuthorization/content/application~1json/examples/No signature header/value",
                    content=(
                        "{\n"
                        '  "error": "No signature header",\n'
                        '  "code": "required_header_signature"\n'
                        "}"
                    ),
                ),
                ContentExample(
                    source="#/components/responses/HeaderAuthorization/content/application~1json/examples/Bad key header/value",
                    content=(
                        "{\n"
                        '  "error": "Bad key header",\n'
                        '  "code": "bad_header_key"\n'
                        "}"
                    ),
                ),
                ContentExample(
                    source="#/components/responses/HeaderAuthorization/content/application~1json/examples/No key header/value",
                    content=(
                        "{\n"
                        '  "error": "No key header",\n'
                        '  "code": "required_header_key"\n'
                        "}"
                    ),
                ),
            ),
        ),
    ),
)

CONTRACTS = (CANCEL,)


class TestCancel(ContractSuite):
    """`POST /invoices/{foreign_id}/cancel/`."""

    contract = CANCEL
