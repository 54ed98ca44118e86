"""Contract tests are collected where a contract has something to show; none skips."""

from dataclasses import replace
from typing import Any

import pytest

from undrift.contract import (
    ContentExample,
    Contract,
    ContractSuite,
    ExpectedResponse,
    FieldCheck,
    ProviderUnderTest,
)
from undrift.contract.applicability import inapplicable
from undrift.contract.contract import Errors, ExpectedHmac, ExpectedRequest

ERRORS = Errors(
    base=Exception,
    connection=Exception,
    decoding=Exception,
    validation=Exception,
    status=Exception,
    server=Exception,
    by_status={},
)
NOTHING = ExpectedResponse(status=204, holds="none", empty_is_none=True)
VALUE = ExpectedResponse(
    status=200,
    holds="object",
    fields=(
        FieldCheck("/a", "a", "amount", required=True),
        FieldCheck("/b", "b", "enum"),
    ),
    examples=(ContentExample(source="#", content='{"a": 1, "b": "c"}'),),
)
SIGNATURE = ExpectedHmac(
    header="X", secret="s", algorithm="sha256", encoding="hex", key_encoding="utf-8"
)


def unused(*_: object) -> Any:
    raise AssertionError


CONTRACT: Contract[Any, Any, Any] = Contract(
    name="a.b",
    provider=ProviderUnderTest(
        open=unused, open_async=unused, errors=ERRORS, secrets=()
    ),
    call=unused,
    call_async=unused,
    call_raw=unused,
    call_raw_async=unused,
    request=ExpectedRequest(method="POST", target="/", headers={}),
    retry="unsent",
    successes=(NOTHING,),
)

OF_VALUES = {
    "test_amount_text_exact",
    "test_missing_optional_tolerated",
    "test_missing_required_recorded",
    "test_null_optional_tolerated",
    "test_number_exact",
    "test_response_example_roundtrip",
    "test_strict_accepts_example",
    "test_unknown_enum_tolerated",
    "test_unknown_field_tolerated",
    "test_wrong_type_recorded",
    "test_wrong_type_refused_when_strict",
}
OF_CONTENT = {"test_cut_off_transfer_handled", "test_empty_body_handled"} | {
    "test_not_json_handled"
}
OF_FAILURES = {
    "test_error_null_optional_typed",
    "test_error_unknown_enum_typed",
    "test_error_unknown_field_typed",
    "test_error_wrong_type_typed",
}
UNSAFE = {"test_post_not_resent", "test_post_not_resent_when_dropped"}
SIGNED, SAFE = {"test_request_signature_vector"}, {"test_safe_is_resent"}
RAW, NONE = {"test_content_kept"}, {"test_no_value_ignored"}
XML = {"test_xml_refused", "test_xml_roundtrip"}
AS_XML = replace(
    VALUE,
    xml=True,
    examples=(ContentExample(source="#", content="<a/>", value='{"a": 1}'),),
)


@pytest.mark.parametrize(
    ("contract", "left_out"),
    [
        (CONTRACT, OF_VALUES | OF_CONTENT | OF_FAILURES | SIGNED | SAFE | RAW | XML),
        (
            replace(CONTRACT, successes=(VALUE,), failures=(VALUE,)),
            SIGNED | SAFE | RAW | NONE | XML,
        ),
        (
            replace(
                CONTRACT,
                retry="safe",
                request=replace(CONTRACT.request, signature=SIGNATURE),
                successes=(ExpectedResponse(status=200, holds="text"),),
            ),
            OF_VALUES | OF_CONTENT | OF_FAILURES | UNSAFE | NONE | XML,
        ),
        (
            replace(CONTRACT, successes=(replace(NOTHING, status=200),)),
            OF_VALUES | OF_FAILURES | SIGNED | SAFE | RAW | XML,
        ),
        (
            replace(CONTRACT, successes=(AS_XML,), failures=(AS_XML,)),
            OF_VALUES | OF_FAILURES | SIGNED | SAFE | RAW | NONE,
        ),
    ],
    ids=["no content", "values", "text", "content that is nothing", "XML"],
)
def test_tests_apply(contract: Contract[Any, Any, Any], left_out: set[str]) -> None:
    assert set(inapplicable(ContractSuite, contract)) == left_out


def test_what_does_not_apply_is_not_collected() -> None:
    class Suite(ContractSuite):
        contract = CONTRACT

    assert not callable(Suite.test_number_exact)
    assert callable(Suite.test_no_value_ignored)
    assert callable(ContractSuite.test_number_exact)
