# SPDX-License-Identifier: MIT-0
"""Types of the cryptoprocessing.com client, loaded on demand."""

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_attributes

if TYPE_CHECKING:
    from .header_authorization import HeaderAuthorization, HeaderAuthorizationCode
    from .validation_or_malformed_json import (
        FeatureNotEnabled,
        MalformedJson,
        MalformedJsonCode,
        ValidationError,
        ValidationOrMalformedJson,
    )
else:
    __getattr__ = lazy_attributes(
        __name__,
        {
            "FeatureNotEnabled": ".validation_or_malformed_json",
            "HeaderAuthorization": ".header_authorization",
            "HeaderAuthorizationCode": ".header_authorization",
            "MalformedJson": ".validation_or_malformed_json",
            "MalformedJsonCode": ".validation_or_malformed_json",
            "ValidationError": ".validation_or_malformed_json",
            "ValidationOrMalformedJson": ".validation_or_malformed_json",
        },
    )

__all__ = [
    "FeatureNotEnabled",
    "HeaderAuthorization",
    "HeaderAuthorizationCode",
    "MalformedJson",
    "MalformedJsonCode",
    "ValidationError",
    "ValidationOrMalformedJson",
]
