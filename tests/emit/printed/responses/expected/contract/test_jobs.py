# SPDX-License-Identifier: MIT-0
"""Contract of `acme.jobs`: what the documentation shows."""

from typing import Any

from .. import Acme, AsyncAcme
from ..types import Job
from ._provider import PROVIDER
from ._support import (
    ContentExample,
    Contract,
    ContractSuite,
    Defect,
    ExpectedRequest,
    ExpectedResponse,
    FieldCheck,
)

LIST: Contract[Acme, AsyncAcme, list[Job]] = Contract(
    name="jobs.list",
    provider=PROVIDER,
    call=lambda client: client.jobs.list(),
    call_async=lambda client: client.jobs.list(),
    call_raw=lambda client: client.jobs.with_raw_response.list(),
    call_raw_async=lambda client: client.jobs.with_raw_response.list(),
    request=ExpectedRequest(method="GET", target="/jobs", headers={}),
    retry="safe",
    successes=(
        ExpectedResponse(
            status=200,
            holds="array",
            fields=(
                FieldCheck("/*", "*", "object"),
                FieldCheck("/*/id", "*.id", "string", required=True),
                FieldCheck("/*/state", "*.state", "enum", known=("open", "done")),
            ),
            examples=(
                ContentExample(
                    source="#/paths/~1jobs/get/responses/default/content/application~1json",
                    content=(
                        "[\n"
                        "  {\n"
                        '    "id": "example",\n'
                        '    "state": "open"\n'
                        "  }\n"
                        "]"
                    ),
                    documented=False,
                ),
            ),
        ),
    ),
    failures=(ExpectedResponse(status=404, holds="any"),),
)

FIND: Contract[Acme, AsyncAcme, Job | None] = Contract(
    name="jobs.find",
    provider=PROVIDER,
    call=lambda client: client.jobs.find(),
    call_async=lambda client: client.jobs.find(),
    call_raw=lambda client: client.jobs.with_raw_response.find(),
    call_raw_async=lambda client: client.jobs.with_raw_response.find(),
    request=ExpectedRequest(method="PUT", target="/jobs", headers={}),
    retry="safe",
    successes=(
        ExpectedResponse(
            status=299,
            holds="object",
            fields=(
                FieldCheck("/id", "id", "string", required=True),
                FieldCheck("/state", "state", "enum", known=("open", "done")),
            ),
            examples=(
                ContentExample(
                    source="#/paths/~1jobs/put/responses/2XX/content/application~1json",
                    content=("{\n" '  "id": "example",\n' '  "state": "open"\n' "}"),
                    documented=False,
                ),
            ),
            empty_is_none=True,
        ),
    ),
    failures=(
        ExpectedResponse(
            status=599,
            holds="string",
            media_type="text/plain",
            examples=(
                ContentExample(
                    source="#/paths/~1jobs/put/responses/5XX/content/text~1plain",
                    content='"example"',
                    documented=False,
                ),
            ),
        ),
    ),
)

START: Contract[Acme, AsyncAcme, Job | str | None] = Contract(
    name="jobs.start",
    provider=PROVIDER,
    call=lambda client: client.jobs.start(),
    call_async=lambda client: client.jobs.start(),
    call_raw=lambda client: client.jobs.with_raw_response.start(),
    call_raw_async=lambda client: client.jobs.with_raw_response.start(),
    request=ExpectedRequest(method="POST", target="/jobs", headers={}),
    retry="unsent",
    successes=(
        ExpectedResponse(
            status=200,
            holds="object",
            fields=(
                FieldCheck("/id", "id", "string", required=True),
                FieldCheck("/state", "state", "enum", known=("open", "done")),
            ),
            examples=(
                ContentExample(
                    source="#/paths/~1jobs/post/responses/200/content/application~1json/examples/one/value",
                    content=("{\n" '  "id": "1",\n' '  "state": "done"\n' "}"),
                ),
                ContentExample(
                    source="#/paths/~1jobs/post/responses/200/content/application~1json/examples/wrong/value",
                    content=("{\n" '  "id": 1\n' "}"),
                    defects=(Defect("/id", "should be a string and is a number"),),
                ),
            ),
        ),
        ExpectedResponse(
            status=202,
            holds="string",
            examples=(
                ContentExample(
                    source="#/paths/~1jobs/post/responses/202/content/application~1json",
                    content='"example"',
                    documented=False,
                ),
            ),
        ),
        ExpectedResponse(status=204, holds="none", empty_is_none=True),
    ),
    failures=(
        ExpectedResponse(
            status=400,
            holds="object",
            fields=(
                FieldCheck("/title", "title", "string"),
                FieldCheck("/fields", "fields", "map"),
                FieldCheck("/fields/*", "fields.*", "array"),
                FieldCheck("/fields/*/*", "fields.*.*", "string"),
            ),
            examples=(
                ContentExample(
                    source="#/components/schemas/Problem/example",
                    content=(
                        "{\n"
                        '  "title": "Wrong",\n'
                        '  "fields": {\n'
                        '    "a": [\n'
                        '      "b"\n'
                        "    ]\n"
                        "  }\n"
                        "}"
                    ),
                ),
            ),
        ),
        ExpectedResponse(status=401, holds="any"),
        ExpectedResponse(
            status=409,
            holds="object",
            media_type="application/problem+json",
            fields=(
                FieldCheck("/title", "title", "string"),
                FieldCheck("/fields", "fields", "map"),
                FieldCheck("/fields/*", "fields.*", "array"),
                FieldCheck("/fields/*/*", "fields.*.*", "string"),
            ),
            examples=(
                ContentExample(
                    source="#/components/schemas/Problem/example",
                    content=(
                        "{\n"
                        '  "title": "Wrong",\n'
                        '  "fields": {\n'
                        '    "a": [\n'
                        '      "b"\n'
                        "    ]\n"
                        "  }\n"
                        "}"
                    ),
                ),
            ),
        ),
        ExpectedResponse(status=418, holds="any"),
        ExpectedResponse(status=499, holds="any"),
        ExpectedResponse(status=503, holds="any"),
    ),
)

CLEAR: Contract[Acme, AsyncAcme, dict[str, Any] | None] = Contract(
    name="jobs.clear",
    provider=PROVIDER,
    call=lambda client: client.jobs.clear(),
    call_async=lambda client: client.jobs.clear(),
    call_raw=lambda client: client.jobs.with_raw_response.clear(),
    call_raw_async=lambda client: client.jobs.with_raw_response.clear(),
    request=ExpectedRequest(method="DELETE", target="/jobs", headers={}),
    retry="safe",
    successes=(
        ExpectedResponse(
            status=200,
            holds="map",
            fields=(FieldCheck("/*", "*", "any", nullable=True),),
            examples=(
                ContentExample(
                    source="#/paths/~1jobs/delete/responses/200/content/application~1json",
                    content=("{\n" '  "key": "example"\n' "}"),
                    documented=False,
                ),
            ),
            empty_is_none=True,
        ),
    ),
)

RETRY: Contract[Acme, AsyncAcme, Job | None] = Contract(
    name="jobs.retry",
    provider=PROVIDER,
    call=lambda client: client.jobs.retry(),
    call_async=lambda client: client.jobs.retry(),
    call_raw=lambda client: client.jobs.with_raw_response.retry(),
    call_raw_async=lambda client: client.jobs.with_raw_response.retry(),
    request=ExpectedRequest(method="PATCH", target="/jobs", headers={}),
    retry="unsent",
    successes=(
        ExpectedResponse(status=202, holds="none", empty_is_none=True),
        ExpectedResponse(
            status=203,
            holds="object",
            fields=(
                FieldCheck("/id", "id", "string", required=True),
                FieldCheck("/state", "state", "enum", known=("open", "done")),
            ),
            examples=(
                ContentExample(
                    source="#/paths/~1jobs/patch/responses/203/content/application~1json",
                    content=("{\n" '  "id": "example",\n' '  "state": "open"\n' "}"),
                    documented=False,
                ),
            ),
        ),
        ExpectedResponse(
            status=206,
            holds="none",
            examples=(
                ContentExample(
                    source="#/paths/~1jobs/patch/responses/206/content/application~1json",
                    content="{}",
                    documented=False,
                ),
            ),
            empty_is_none=True,
        ),
    ),
    failures=(
        ExpectedResponse(
            status=423,
            holds="object",
            fields=(
                FieldCheck("/title", "title", "string"),
                FieldCheck("/fields", "fields", "map"),
                FieldCheck("/fields/*", "fields.*", "array"),
                FieldCheck("/fields/*/*", "fields.*.*", "string"),
            ),
            examples=(
                ContentExample(
                    source="#/components/schemas/Problem/example",
                    content=(
                        "{\n"
                        '  "title": "Wrong",\n'
                        '  "fields": {\n'
                        '    "a": [\n'
                        '      "b"\n'
                        "    ]\n"
                        "  }\n"
                        "}"
                    ),
                ),
            ),
        ),
        ExpectedResponse(
            status=412,
            holds="object",
            fields=(FieldCheck("/why", "why", "any", nullable=True),),
            examples=(
                ContentExample(
                    source="#/paths/~1jobs/patch/responses/412/content/application~1json/schema/example",
                    content=(
                        "{\n"
                        '  "why": {\n'
                        '    "code": 1,\n'
                        '    "more": [\n'
                        '      "a",\n'
                        "      2.5\n"
                        "    ]\n"
                        "  }\n"
                        "}"
                    ),
                ),
            ),
        ),
    ),
)

CONTRACTS = (
    LIST,
    FIND,
    START,
    CLEAR,
    RETRY,
)


class TestList(ContractSuite):
    """`GET /jobs`."""

    contract = LIST


class TestFind(ContractSuite):
    """`PUT /jobs`."""

    contract = FIND


class TestStart(ContractSuite):
    """`POST /jobs`."""

    contract = START


class TestClear(ContractSuite):
    """`DELETE /jobs`."""

    contract = CLEAR


class TestRetry(ContractSuite):
    """`PATCH /jobs`."""

    contract = RETRY
