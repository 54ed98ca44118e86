"""What an idempotency key allows."""

from __future__ import annotations

import asyncio

import pytest

from tests.runtime.sample import AsyncShop, Shop
from tests.runtime.server import Say, Server, json_reply
from undrift.runtime import APIConnectionError


def test_a_keyed_call_goes_again_with_the_same_key() -> None:
    replies = [Say(503), Say(drop=True), json_reply('{"id":"a"}')]
    with Server(replies) as server:
        with Shop(token="t", base_url=server.url) as client:
            client.feeds.pay()
            client.feeds.pay()
        keys = [seen.header("Idempotency-Key") for seen in server.seen]
        assert keys[0] == keys[1] == keys[2] != keys[3]
        assert all(len(key) == 1 and len(key[0]) == 36 for key in keys)


def test_a_keyed_call_goes_again_from_an_async_client() -> None:
    async def use(url: str) -> None:
        async with AsyncShop(token="t", base_url=url) as client:
            await client.feeds.pay(idempotency_key="mine")

    with Server([Say(drop=True), json_reply('{"id":"a"}')]) as server:
        asyncio.run(use(server.url))
        keys = [seen.header("Idempotency-Key") for seen in server.seen]
        assert keys == [["mine"], ["mine"]]


def test_without_its_key_a_call_is_sent_once() -> None:
    with Server([Say(drop=True), json_reply('{"id":"a"}')]) as server:
        with (
            Shop(token="t", base_url=server.url) as client,
            pytest.raises(APIConnectionError),
        ):
            client.feeds.pay(idempotency_key=None)
        assert len(server.seen) == 1
        assert server.seen[0].header("Idempotency-Key") == []
