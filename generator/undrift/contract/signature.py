# SPDX-License-Identifier: MIT-0
"""Signatures computed anew from the bytes that arrived."""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Literal

from .contract import ExpectedHmac, ExpectedHttpSignature
from .server import ReceivedRequest

CLOCK_TOLERANCE = timedelta(minutes=2)

_PARAMETER = re.compile(r'(\w+)="([^"]*)"')


def signature_problems(
    request: ReceivedRequest, expected: ExpectedHmac | ExpectedHttpSignature
) -> list[str]:
    """Return what is wrong with the signature of a request; nothing if it holds."""
    match expected:
        case ExpectedHmac():
            return _hmac_problems(request, expected)
        case ExpectedHttpSignature():
            return _http_signature_problems(request, expected)


def derived_headers(
    expected: ExpectedHmac | ExpectedHttpSignature | None,
) -> tuple[str, ...]:
    """Return the headers, in lower case, that signing adds to a request."""
    match expected:
        case None:
            return ()
        case ExpectedHmac():
            return (expected.header.lower(),)
        case ExpectedHttpSignature():
            sent = {"date", "digest"} & set(expected.headers)
            return (expected.header.lower(), *sorted(sent))


def _hmac_problems(request: ReceivedRequest, expected: ExpectedHmac) -> list[str]:
    digest = _hmac(
        expected.secret, expected.key_encoding, expected.algorithm, request.body
    )
    encoded = digest.hex() if expected.encoding == "hex" else _base64(digest)
    return _difference(expected.header, request.values(expected.header), [encoded])


def _http_signature_problems(
    request: ReceivedRequest, expected: ExpectedHttpSignature
) -> list[str]:
    sent = request.values(expected.header)
    if len(sent) != 1:
        return [f"{expected.header} is sent {len(sent)} times"]
    parameters = dict(_PARAMETER.findall(sent[0]))
    signed = "\n".join(f"{name}: {_field(request, name)}" for name in expected.headers)
    digest = _hmac(
        expected.secret, expected.key_encoding, expected.algorithm, signed.encode()
    )
    wanted = {
        "keyid": expected.key_id,
        "algorithm": expected.algorithm_name,
        "headers": " ".join(expected.headers),
        "signature": _base64(digest),
    }
    problems = [
        f"{name} is {parameters.get(name)!r}, not {value!r}"
        for name, value in wanted.items()
        if parameters.get(name) != value
    ]
    if "digest" in expected.headers:
        body = "SHA-256=" + _base64(hashlib.sha256(request.body).digest())
        problems += _difference("Digest", request.values("Digest"), [body])
    if "date" in expected.headers:
        problems += _date_problems(request.values("Date"))
    return problems


def _field(request: ReceivedRequest, name: str) -> str:
    if name == "request-target":
        method, target, _ = request.line.split(" ")
        return f"{method.lower()} {target}"
    return ", ".join(request.values(name))


def _date_problems(sent: list[str]) -> list[str]:
    if len(sent) != 1 or not sent[0].endswith(" GMT"):
        return [f"Date is {sent!r}, not one date in GMT"]
    try:
        date = parsedate_to_datetime(sent[0])
    except ValueError:
        return [f"Date is {sent[0]!r}, which is no date"]
    age = abs(datetime.now(UTC) - date.replace(tzinfo=UTC))
    return [f"Date is off by {age}"] if age > CLOCK_TOLERANCE else []


def _difference(name: str, sent: list[str], wanted: list[str]) -> list[str]:
    return [] if sent == wanted else [f"{name} is {sent!r}, not {wanted!r}"]


def _hmac(
    secret: str,
    key_encoding: Literal["utf-8", "base64", "hex"],
    algorithm: Literal["sha256", "sha384", "sha512"],
    message: bytes,
) -> bytes:
    match key_encoding:
        case "utf-8":
            key = secret.encode()
        case "base64":
            key = base64.b64decode(secret, validate=True)
        case "hex":
            key = bytes.fromhex(secret)
    return hmac.digest(key, message, algorithm)


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")
