# SPDX-License-Identifier: MIT-0
"""Support for contract tests: an independent judge of a generated client.

It needs the standard library and pytest, never the client's own runtime. A test module
describes an operation as a `Contract` and derives its tests:

    class TestCancel(ContractSuite):
        contract = CANCEL
"""

import pytest

from .contract import (
    ContentExample,
    Contract,
    Defect,
    Errors,
    ExpectedHmac,
    ExpectedHttpSignature,
    ExpectedRequest,
    ExpectedResponse,
    FieldCheck,
    Options,
    ProviderUnderTest,
)

# pytest explains a failed assertion only in modules it was told of before their import.
for _name in ("base", "coverage", "failures", "responses", "requests"):
    pytest.register_assert_rewrite(f"{__name__}.{_name}")

from .coverage import assert_every_operation_covered  # noqa: E402 (see above)
from .suite import ContractSuite  # noqa: E402 (see above)

__all__ = [
    "ContentExample",
    "Contract",
    "ContractSuite",
    "Defect",
    "Errors",
    "ExpectedHmac",
    "ExpectedHttpSignature",
    "ExpectedRequest",
    "ExpectedResponse",
    "FieldCheck",
    "Options",
    "ProviderUnderTest",
    "assert_every_operation_covered",
]
