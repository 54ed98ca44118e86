# SPDX-License-Identifier: MIT-0
"""Contract of `acme.signed`: what the documentation shows."""

from .. import Acme, AsyncAcme
from ._provider import PROVIDER
from ._support import (
    Contract,
    ContractSuite,
    ExpectedHmac,
    ExpectedHttpSignature,
    ExpectedRequest,
    ExpectedResponse,
)

SIGNATURE: Contract[Acme, AsyncAcme, None] = Contract(
    name="signed.signature",
    provider=PROVIDER,
    call=lambda client: client.signed.signature(),
    call_async=lambda client: client.signed.signature(),
    call_raw=lambda client: client.signed.with_raw_response.signature(),
    call_raw_async=lambda client: client.signed.with_raw_response.signature(),
    request=ExpectedRequest(
        method="GET",
        target="/v2/signed",
        headers={"v-merchant": "test-acme-merchant-id"},
        signature=ExpectedHttpSignature(
            header="Signature",
            key_id="test-acme-key-id",
            secret="63616e6172792d7365637265742d6b6579",
            algorithm="sha256",
            algorithm_name="hmac-sha256",
            headers=(
                "host",
                "date",
                "request-target",
                "v-merchant",
            ),
            key_encoding="hex",
        ),
    ),
    retry="safe",
    successes=(ExpectedResponse(status=204, holds="none", empty_is_none=True),),
)

SIGNATURE_OF_BODY: Contract[Acme, AsyncAcme, None] = Contract(
    name="signed.signature_of_body",
    provider=PROVIDER,
    call=lambda client: client.signed.signature_of_body(),
    call_async=lambda client: client.signed.signature_of_body(),
    call_raw=lambda client: client.signed.with_raw_response.signature_of_body(),
    call_raw_async=lambda client: client.signed.with_raw_response.signature_of_body(),
    request=ExpectedRequest(
        method="PUT",
        target="/v2/signed",
        headers={
            "v-merchant": "test-acme-merchant-id",
            "Content-Type": "application/json",
        },
        body="{}",
        signature=ExpectedHttpSignature(
            header="Signature",
            key_id="test-acme-key-id",
            secret="63616e6172792d7365637265742d6b6579",
            algorithm="sha256",
            algorithm_name="hmac-sha256",
            headers=(
                "host",
                "date",
                "request-target",
                "digest",
                "v-merchant",
            ),
            key_encoding="hex",
        ),
    ),
    retry="safe",
    successes=(ExpectedResponse(status=204, holds="none", empty_is_none=True),),
)

HMAC: Contract[Acme, AsyncAcme, None] = Contract(
    name="signed.hmac",
    provider=PROVIDER,
    call=lambda client: client.signed.hmac(),
    call_async=lambda client: client.signed.hmac(),
    call_raw=lambda client: client.signed.with_raw_response.hmac(),
    call_raw_async=lambda client: client.signed.with_raw_response.hmac(),
    request=ExpectedRequest(
        method="POST",
        target="/v2/signed",
        headers={},
        signature=ExpectedHmac(
            header="X-Signature",
            secret="Y2FuYXJ5LXNlY3JldC1rZXktb2YtdGhlLXRlc3RzLTA=",
            algorithm="sha512",
            encoding="base64",
            key_encoding="base64",
        ),
    ),
    retry="unsent",
    successes=(ExpectedResponse(status=204, holds="none", empty_is_none=True),),
)

CONTRACTS = (
    SIGNATURE,
    SIGNATURE_OF_BODY,
    HMAC,
)


class TestSignature(ContractSuite):
    """`GET /signed`."""

    contract = SIGNATURE


class TestSignatureOfBody(ContractSuite):
    """`PUT /signed`."""

    contract = SIGNATURE_OF_BODY


class TestHmac(ContractSuite):
    """`POST /signed`."""

    contract = HMAC
