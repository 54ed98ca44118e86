"""Streams come apart into the same items however their bytes are cut."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from undrift.runtime.events import (
    MAX_ITEM,
    ItemTooLarge,
    Splitter,
    StreamItem,
    StreamMedia,
)


def items(media: StreamMedia, *chunks: bytes) -> list[StreamItem]:
    splitter = Splitter(media)
    found = [item for chunk in chunks for item in splitter.feed(chunk)]
    return [*found, *splitter.finish()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (b"data: a\n\n", [StreamItem(b"a")]),
        (b"data:a\r\rdata:  b\r\n\r\n", [StreamItem(b"a"), StreamItem(b" b")]),
        (b"\xef\xbb\xbfdata: a\n\n", [StreamItem(b"a")]),
        (b": comment\ndata: a\ndata\ndata: b\n\n", [StreamItem(b"a\n\nb")]),
        (b"event: e\nid: 7\nretry: 20\ndata: a\n\n", [StreamItem(b"a", "e", "7", 20)]),
        (
            b"id: 1\ndata: a\n\ndata: b\n\n",
            [StreamItem(b"a", id="1"), StreamItem(b"b", id="1")],
        ),
        (b"id: a\0b\nretry: -1\nretry: 1_0\ndata: x\n\n", [StreamItem(b"x")]),
        (b"event: e\n\ndata: a\n\n", [StreamItem(b"a")]),
        (b"data:\n\n", [StreamItem(b"")]),
        (b"data: never ended\n", []),
        (b"unknown: x\nnothing\n\n", []),
    ],
)
def test_server_sent_events_are_what_the_standard_says(
    text: bytes, expected: list[StreamItem]
) -> None:
    assert items("sse", text) == expected
    assert items("sse", *(bytes([byte]) for byte in text)) == expected


@pytest.mark.parametrize(
    ("media", "text"),
    [
        ("jsonl", b'{"a":1}\n\r\n{"a":2}\r\n{"a":3}'),
        ("json-seq", b'\x1e{"a":1}\n\x1e\x1e{"a":2}\n\x1e{"a":3}\n'),
    ],
)
def test_json_texts_are_split_and_blanks_are_none(
    media: StreamMedia, text: bytes
) -> None:
    expected = [StreamItem(b'{"a":%d}' % number) for number in (1, 2, 3)]
    assert items(media, text) == expected
    assert items(media, *(bytes([byte]) for byte in text)) == expected


@given(
    st.lists(st.sampled_from([b"\r", b"\n", b"\r\n", b"data: a", b":", b"id: 1"])),
    st.lists(st.integers(0, 60)),
)
def test_where_chunks_end_means_nothing(parts: list[bytes], cuts: list[int]) -> None:
    text = b"".join(parts)
    ends = sorted({0, len(text), *(cut for cut in cuts if cut < len(text))})
    chunks = [text[a:b] for a, b in pairwise(ends)]
    assert items("sse", *chunks) == items("sse", text)


@pytest.mark.parametrize("media", ["sse", "jsonl", "json-seq"])
def test_an_item_without_end_is_refused(media: StreamMedia) -> None:
    splitter = Splitter(media)
    chunk = b"data: " + b"x" * (1 << 20)
    for _ in range(MAX_ITEM // (1 << 20) - 1):
        assert not list(splitter.feed(chunk))
    with pytest.raises(ItemTooLarge):
        list(splitter.feed(chunk + chunk))


def test_an_event_of_many_lines_is_bounded_too() -> None:
    splitter = Splitter("sse")
    chunk = b"data: " + b"x" * (1 << 20) + b"\n"
    for _ in range(MAX_ITEM // (1 << 20) - 1):
        assert not list(splitter.feed(chunk))
    with pytest.raises(ItemTooLarge):
        list(splitter.feed(chunk + chunk))


def test_the_ends_of_lines_count_as_well() -> None:
    splitter = Splitter("sse")
    lines = MAX_ITEM // (1 << 20)
    for _ in range(lines):
        assert not list(splitter.feed(b"data: " + b"x" * ((1 << 20) - 1) + b"\n"))
    with pytest.raises(ItemTooLarge):
        list(splitter.feed(b"data:\n"))
