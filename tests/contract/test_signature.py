"""The judge computes the published signatures, and sees any byte that is off."""

from dataclasses import replace

import pytest

from undrift.contract import ExpectedHmac, ExpectedHttpSignature
from undrift.contract.server import ReceivedRequest
from undrift.contract.signature import derived_headers, signature_problems

HMAC = ExpectedHmac(
    header="X-Processing-Signature",
    secret="AbCdEfG123456",
    algorithm="sha512",
    encoding="hex",
    key_encoding="utf-8",
)
HMAC_REQUEST = ReceivedRequest(
    line="POST /api/v2/invoices/create HTTP/1.1",
    headers=(
        (
            "x-processing-signature",
            "03c25fcf7cd35e7d995e402cd5d51edd72d48e1471e865907967809a0c189ba5"
            "5b90815f20e2bb10f82c7a9e9d865546fda58989c2ae9e8e2ff7bc29195fa1ec",
        ),
    ),
    body=b'{"currency":"BTC","foreign_id":"123456"}',
)

HTTP = ExpectedHttpSignature(
    header="Signature",
    key_id="key-1",
    secret="AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
    algorithm="sha256",
    algorithm_name="HmacSHA256",
    headers=("host", "date", "request-target", "digest", "v-c-merchant-id"),
    key_encoding="base64",
)
HTTP_SIGNATURE = (
    'keyid="key-1", algorithm="HmacSHA256", '
    'headers="host date request-target digest v-c-merchant-id", '
    'signature="i+mgeEmzW2VEuo6zJNKHbomFEAK5fY3JhB7RLw6BMI4="'
)
HTTP_REQUEST = ReceivedRequest(
    line="POST /invoicing/v2/invoices/2675/cancelation HTTP/1.1",
    headers=(
        ("Host", "apitest.visaacceptance.com"),
        ("Date", "Thu, 18 Jul 2024 00:18:03 GMT"),
        ("Digest", "SHA-256=RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o="),
        ("v-c-merchant-id", "testmerchant"),
        ("Signature", HTTP_SIGNATURE),
    ),
    body=b"{}",
)


def test_hmac_vector_holds() -> None:
    assert signature_problems(HMAC_REQUEST, HMAC) == []


@pytest.mark.parametrize(
    "request_",
    [
        replace(HMAC_REQUEST, body=b'{"currency": "BTC","foreign_id":"123456"}'),
        replace(HMAC_REQUEST, headers=()),
        replace(HMAC_REQUEST, headers=HMAC_REQUEST.headers * 2),
        replace(
            HMAC_REQUEST,
            headers=tuple((n, v.upper()) for n, v in HMAC_REQUEST.headers),
        ),
    ],
    ids=["body", "missing", "twice", "upper case"],
)
def test_hmac_difference_is_told(request_: ReceivedRequest) -> None:
    assert len(signature_problems(request_, HMAC)) == 1


def test_http_signature_vector_holds_but_for_its_age() -> None:
    (problem,) = signature_problems(HTTP_REQUEST, HTTP)
    assert problem.startswith("Date is off by")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("apitest.visaacceptance.com", "api.visaacceptance.com"),
        ("testmerchant", "othermerchant"),
        ("key-1", "key-2"),
        ("HmacSHA256", "hmac-sha256"),
        ("host date ", "date host "),
        ("i+mgeEmz", "i+mgeEmy"),
        ("SHA-256=RBNv", "SHA-256=RBNw"),
        ("00:18:03 GMT", "00:18:04 GMT"),
    ],
)
def test_http_signature_difference_is_told(old: str, new: str) -> None:
    headers = tuple((n, v.replace(old, new)) for n, v in HTTP_REQUEST.headers)
    assert headers != HTTP_REQUEST.headers
    problems = signature_problems(replace(HTTP_REQUEST, headers=headers), HTTP)
    assert [p for p in problems if not p.startswith("Date is off by")]


def test_derived_headers_are_known() -> None:
    assert derived_headers(None) == ()
    assert derived_headers(HMAC) == ("x-processing-signature",)
    assert derived_headers(HTTP) == ("signature", "date", "digest")
