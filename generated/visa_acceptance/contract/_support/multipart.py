# SPDX-License-Identifier: MIT-0
"""What a multipart body holds (RFC 7578)."""

from __future__ import annotations

from email import policy
from email.parser import BytesParser

from .server import ReceivedRequest


def multipart_parts(received: ReceivedRequest) -> tuple[tuple[str, str], ...]:
    """Return a multipart request's fields in order, each name and its text."""
    (kind,) = received.values("Content-Type")
    head = f"Content-Type: {kind}\r\n\r\n".encode()
    message = BytesParser(policy=policy.HTTP).parsebytes(head + received.body)
    assert message.get_content_type() == "multipart/form-data", kind
    found: list[tuple[str, str]] = []
    for part in message.iter_parts():
        name = part.get_param("name", header="content-disposition")
        payload = part.get_payload(decode=True)
        assert isinstance(name, str), "a part has no name"
        assert isinstance(payload, bytes), "a part holds parts"
        found.append((name, payload.decode()))
    return tuple(found)
