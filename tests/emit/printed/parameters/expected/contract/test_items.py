# SPDX-License-Identifier: MIT-0
"""Contract of `acme.items`: what the documentation shows."""

from .. import Acme, AsyncAcme
from ..types import ItemsGetResponse
from ._provider import PROVIDER
from ._support import (
    ContentExample,
    Contract,
    ContractSuite,
    ExpectedRequest,
    ExpectedResponse,
    FieldCheck,
)

GET: Contract[Acme, AsyncAcme, ItemsGetResponse] = Contract(
    name="items.get",
    provider=PROVIDER,
    call=lambda client: client.items.get(
        "A-1", x_range={"low": 1, "high": 1}, session="example"
    ),
    call_async=lambda client: client.items.get(
        "A-1", x_range={"low": 1, "high": 1}, session="example"
    ),
    call_raw=lambda client: client.items.with_raw_response.get(
        "A-1", x_range={"low": 1, "high": 1}, session="example"
    ),
    call_raw_async=lambda client: client.items.with_raw_response.get(
        "A-1", x_range={"low": 1, "high": 1}, session="example"
    ),
    request=ExpectedRequest(
        method="GET",
        target="/v1/items/A-1",
        headers={
            "X-Tenant": "example",
            "X-Region": "example",
            "X-Range": "low=1,high=1",
            "Cookie": "session=example",
        },
    ),
    retry="safe",
    successes=(
        ExpectedResponse(
            status=200,
            holds="object",
            fields=(FieldCheck("/id", "id", "string", required=True),),
            examples=(
                ContentExample(
                    source="#/paths/~1items~1{item-id}/get/responses/200/content/application~1json",
                    content=("{\n" '  "id": "example"\n' "}"),
                    documented=False,
                ),
            ),
        ),
    ),
    failures=(ExpectedResponse(status=404, holds="any"),),
)

CONTRACTS = (GET,)


class TestGet(ContractSuite):
    """`GET /items/{item-id}`."""

    contract = GET
