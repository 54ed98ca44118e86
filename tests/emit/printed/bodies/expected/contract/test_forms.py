# SPDX-License-Identifier: MIT-0
"""Contract of `acme.forms`: what the documentation shows."""

from datetime import date

from .. import Acme, AsyncAcme
from ._provider import PROVIDER
from ._support import Contract, ContractSuite, ExpectedRequest, ExpectedResponse

SEND_PARTS: Contract[Acme, AsyncAcme, None] = Contract(
    name="forms.send_parts",
    provider=PROVIDER,
    call=lambda client: client.forms.send_parts(
        photo=b"example",
        caption="example",
        about={
            "name": "example",
            "class_": "gold",
            "address": {"city": "example", "since": date.fromisoformat("2024-02-29")},
            "self": "example",
        },
    ),
    call_async=lambda client: client.forms.send_parts(
        photo=b"example",
        caption="example",
        about={
            "name": "example",
            "class_": "gold",
            "address": {"city": "example", "since": date.fromisoformat("2024-02-29")},
            "self": "example",
        },
    ),
    call_raw=lambda client: client.forms.with_raw_response.send_parts(
        photo=b"example",
        caption="example",
        about={
            "name": "example",
            "class_": "gold",
            "address": {"city": "example", "since": date.fromisoformat("2024-02-29")},
            "self": "example",
        },
    ),
    call_raw_async=lambda client: client.forms.with_raw_response.send_parts(
        photo=b"example",
        caption="example",
        about={
            "name": "example",
            "class_": "gold",
            "address": {"city": "example", "since": date.fromisoformat("2024-02-29")},
            "self": "example",
        },
    ),
    request=ExpectedRequest(
        method="PUT",
        target="/forms",
        headers={},
        parts=(
            ("photo", "example"),
            ("caption", "example"),
            (
                "about",
                '{"name":"example","class":"gold","address":{"city":"example","since":"2024-02-29"},"self":"example"}',
            ),
        ),
    ),
    retry="safe",
    successes=(ExpectedResponse(status=204, holds="none", empty_is_none=True),),
)

SEND: Contract[Acme, AsyncAcme, None] = Contract(
    name="forms.send",
    provider=PROVIDER,
    call=lambda client: client.forms.send(name="example", pages=[1]),
    call_async=lambda client: client.forms.send(name="example", pages=[1]),
    call_raw=lambda client: client.forms.with_raw_response.send(
        name="example", pages=[1]
    ),
    call_raw_async=lambda client: client.forms.with_raw_response.send(
        name="example", pages=[1]
    ),
    request=ExpectedRequest(
        method="POST",
        target="/forms",
        headers={"Content-Type": "application/x-www-form-urlencoded"},
        body="name=example&pages=1",
    ),
    retry="unsent",
    successes=(ExpectedResponse(status=204, holds="none", empty_is_none=True),),
)

CONTRACTS = (
    SEND_PARTS,
    SEND,
)


class TestSendParts(ContractSuite):
    """`PUT /forms`."""

    contract = SEND_PARTS


class TestSend(ContractSuite):
    """`POST /forms`."""

    contract = SEND
