"""What a provider sends by itself, read with the same tolerance as a reply."""

from __future__ import annotations

import pytest

from undrift.runtime import Deviation, Model, Number, WebhookError, WebhookSpec


class Paid(Model):
    """What arrives."""

    id: str
    amount: Number


PAID: WebhookSpec[Paid] = WebhookSpec("paid", Paid)


BODY = '{"id": "1", "amount": 9007199254740993.01}'


@pytest.mark.parametrize("body", [BODY, BODY.encode()])
def test_a_payload_is_typed_and_its_numbers_exact(body: str | bytes) -> None:
    paid = PAID.parse(body)
    assert isinstance(paid, Paid)
    assert str(paid.amount) == "9007199254740993.01"


def test_what_departs_is_kept_and_told() -> None:
    told: list[Deviation] = []
    paid = PAID.parse(b'{"id": 7, "more": 1}', on_deviation=told.append)
    assert paid.id == 7  # type: ignore[comparison-overlap]  # as it arrived
    assert [deviation.pointer for deviation in told] == ["/id", "/amount"]
    with pytest.raises(WebhookError) as caught:
        PAID.parse(b'{"id": 7}', validation="strict")
    assert [deviation.pointer for deviation in caught.value.deviations] == [
        "/id",
        "/amount",
    ]


@pytest.mark.parametrize("body", [b"", b"id=1", b"\xff", b'{"id": NaN}', b"[" * 9999])
def test_what_is_no_json_raises_one_error_without_the_text(body: bytes) -> None:
    with pytest.raises(WebhookError) as caught:
        PAID.parse(body)
    assert "id=1" not in str(caught.value)
    assert caught.value.webhook == "paid"
