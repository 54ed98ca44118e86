# SPDX-License-Identifier: MIT-0
"""Contract of `acme.searches`: what the documentation shows."""

from .. import Acme, AsyncAcme
from ._provider import PROVIDER
from ._support import (
    ContentExample,
    Contract,
    ContractSuite,
    ExpectedRequest,
    ExpectedResponse,
    FieldCheck,
)

LIST: Contract[Acme, AsyncAcme, list[str]] = Contract(
    name="searches.list",
    provider=PROVIDER,
    call=lambda client: client.searches.list(q="a"),
    call_async=lambda client: client.searches.list(q="a"),
    call_raw=lambda client: client.searches.with_raw_response.list(q="a"),
    call_raw_async=lambda client: client.searches.with_raw_response.list(q="a"),
    request=ExpectedRequest(method="GET", target="/v1/search?q=a", headers={}),
    retry="safe",
    successes=(
        ExpectedResponse(
            status=200,
            holds="array",
            fields=(FieldCheck("/*", "*", "string"),),
            examples=(
                ContentExample(
                    source="#/paths/~1search/get/responses/200/content/application~1json",
                    content=("[\n" '  "example"\n' "]"),
                    documented=False,
                ),
            ),
        ),
    ),
)

CONTRACTS = (LIST,)


class TestList(ContractSuite):
    """`GET /search`."""

    contract = LIST
