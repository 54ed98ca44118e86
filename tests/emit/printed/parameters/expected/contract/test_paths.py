# SPDX-License-Identifier: MIT-0
"""Contract of `acme.paths`: what the documentation shows."""

from .. import Acme, AsyncAcme
from ._provider import PROVIDER
from ._support import Contract, ContractSuite, ExpectedRequest, ExpectedResponse

STYLES: Contract[Acme, AsyncAcme, None] = Contract(
    name="paths.styles",
    provider=PROVIDER,
    call=lambda client: client.paths.styles(
        ["example"],
        [1],
        {"low": 1, "high": 1},
        ["example"],
        ["example"],
        {"low": 1, "high": 1},
    ),
    call_async=lambda client: client.paths.styles(
        ["example"],
        [1],
        {"low": 1, "high": 1},
        ["example"],
        ["example"],
        {"low": 1, "high": 1},
    ),
    call_raw=lambda client: client.paths.with_raw_response.styles(
        ["example"],
        [1],
        {"low": 1, "high": 1},
        ["example"],
        ["example"],
        {"low": 1, "high": 1},
    ),
    call_raw_async=lambda client: client.paths.with_raw_response.styles(
        ["example"],
        [1],
        {"low": 1, "high": 1},
        ["example"],
        ["example"],
        {"low": 1, "high": 1},
    ),
    request=ExpectedRequest(
        method="GET",
        target="/v1/matrix/;whole=example/;each=1/;low=1;high=1/label/.example/.example/low=1,high=1",
        headers={},
    ),
    retry="safe",
    successes=(ExpectedResponse(status=204, holds="none", empty_is_none=True),),
)

CONTRACTS = (STYLES,)


class TestStyles(ContractSuite):
    """`GET /matrix/{whole}/{each}/{members}/label/{dotted}/{apart}/{object}`."""

    contract = STYLES
