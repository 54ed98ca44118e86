# SPDX-License-Identifier: MIT-0
"""Contract of `acme.files`: what the documentation shows."""

from .. import Acme, AsyncAcme
from ._provider import PROVIDER
from ._support import (
    ContentExample,
    Contract,
    ContractSuite,
    ExpectedRequest,
    ExpectedResponse,
)

DOWNLOAD: Contract[Acme, AsyncAcme, bytes] = Contract(
    name="files.download",
    provider=PROVIDER,
    call=lambda client: client.files.download(1),
    call_async=lambda client: client.files.download(1),
    call_raw=lambda client: client.files.with_raw_response.download(1),
    call_raw_async=lambda client: client.files.with_raw_response.download(1),
    request=ExpectedRequest(
        method="GET",
        target="/v1/files/1",
        headers={"Authorization": "Bearer canary-acme-token"},
    ),
    retry="safe",
    successes=(
        ExpectedResponse(
            status=200,
            holds="octets",
            media_type="application/octet-stream",
            examples=(
                ContentExample(
                    source="#/paths/~1files~1{id}/get/responses/200/content/application~1octet-stream",
                    content="example",
                    documented=False,
                ),
            ),
        ),
    ),
)

UPLOAD: Contract[Acme, AsyncAcme, None] = Contract(
    name="files.upload",
    provider=PROVIDER,
    call=lambda client: client.files.upload(1),
    call_async=lambda client: client.files.upload(1),
    call_raw=lambda client: client.files.with_raw_response.upload(1),
    call_raw_async=lambda client: client.files.with_raw_response.upload(1),
    request=ExpectedRequest(
        method="PUT",
        target="/v1/files/1",
        headers={"Authorization": "Bearer canary-acme-token"},
    ),
    retry="safe",
    successes=(ExpectedResponse(status=204, holds="none", empty_is_none=True),),
)

CONTRACTS = (
    DOWNLOAD,
    UPLOAD,
)


class TestDownload(ContractSuite):
    """`GET /files/{id}`."""

    contract = DOWNLOAD


class TestUpload(ContractSuite):
    """`PUT /files/{id}`."""

    contract = UPLOAD
