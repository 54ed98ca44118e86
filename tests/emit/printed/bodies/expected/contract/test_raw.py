# SPDX-License-Identifier: MIT-0
"""Contract of `acme.raw`: what the documentation shows."""

from .. import Acme, AsyncAcme
from ._provider import PROVIDER
from ._support import Contract, ContractSuite, ExpectedRequest, ExpectedResponse

PUT_OCTETS: Contract[Acme, AsyncAcme, None] = Contract(
    name="raw.put_octets",
    provider=PROVIDER,
    call=lambda client: client.raw.put_octets(body=b"example"),
    call_async=lambda client: client.raw.put_octets(body=b"example"),
    call_raw=lambda client: client.raw.with_raw_response.put_octets(body=b"example"),
    call_raw_async=lambda client: client.raw.with_raw_response.put_octets(
        body=b"example"
    ),
    request=ExpectedRequest(
        method="PUT",
        target="/raw",
        headers={"Content-Type": "application/pdf"},
        body="example",
    ),
    retry="safe",
    successes=(ExpectedResponse(status=204, holds="none", empty_is_none=True),),
)

PUT_TEXT: Contract[Acme, AsyncAcme, None] = Contract(
    name="raw.put_text",
    provider=PROVIDER,
    call=lambda client: client.raw.put_text(),
    call_async=lambda client: client.raw.put_text(),
    call_raw=lambda client: client.raw.with_raw_response.put_text(),
    call_raw_async=lambda client: client.raw.with_raw_response.put_text(),
    request=ExpectedRequest(method="POST", target="/raw", headers={}),
    retry="unsent",
    successes=(ExpectedResponse(status=204, holds="none", empty_is_none=True),),
)

PUT_PICTURE: Contract[Acme, AsyncAcme, None] = Contract(
    name="raw.put_picture",
    provider=PROVIDER,
    call=lambda client: client.raw.put_picture(
        content_type="image/png", body=b"example"
    ),
    call_async=lambda client: client.raw.put_picture(
        content_type="image/png", body=b"example"
    ),
    call_raw=lambda client: client.raw.with_raw_response.put_picture(
        content_type="image/png", body=b"example"
    ),
    call_raw_async=lambda client: client.raw.with_raw_response.put_picture(
        content_type="image/png", body=b"example"
    ),
    request=ExpectedRequest(
        method="PATCH",
        target="/raw",
        headers={"Content-Type": "image/png"},
        body="example",
    ),
    retry="unsent",
    successes=(ExpectedResponse(status=204, holds="none", empty_is_none=True),),
)

SCAN: Contract[Acme, AsyncAcme, None] = Contract(
    name="raw.scan",
    provider=PROVIDER,
    call=lambda client: client.raw.scan(),
    call_async=lambda client: client.raw.scan(),
    call_raw=lambda client: client.raw.with_raw_response.scan(),
    call_raw_async=lambda client: client.raw.with_raw_response.scan(),
    request=ExpectedRequest(method="POST", target="/scans", headers={}),
    retry="unsent",
    successes=(ExpectedResponse(status=204, holds="none", empty_is_none=True),),
)

CONTRACTS = (
    PUT_OCTETS,
    PUT_TEXT,
    PUT_PICTURE,
    SCAN,
)


class TestPutOctets(ContractSuite):
    """`PUT /raw`."""

    contract = PUT_OCTETS


class TestPutText(ContractSuite):
    """`POST /raw`."""

    contract = PUT_TEXT


class TestPutPicture(ContractSuite):
    """`PATCH /raw`."""

    contract = PUT_PICTURE


class TestScan(ContractSuite):
    """`POST /scans`."""

    contract = SCAN
