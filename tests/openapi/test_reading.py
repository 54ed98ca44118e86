"""What is written is what is read, and every value knows where it was written."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from tests.openapi.texts import VALUES, Writer, pointers
from undrift.openapi import Document, Loaded, Part, Value, load_source, merge, same

NEWLINES = st.sampled_from(["\n", "\r\n", "\r"])


def load(text: str, file: str = "file") -> Loaded:
    loaded = load_source(file, text.encode())
    assert isinstance(loaded, Loaded), loaded
    return loaded


def assert_reads_back(writer: Writer, value: Value, file: str) -> None:
    loaded = load(writer.text, file)
    assert same(loaded.value, value)
    document = Document.of(loaded)
    for pointer in pointers(value):
        place = document.place(pointer)
        assert (place.line, place.column) == writer.places[pointer], pointer
        found = document.at(pointer)
        assert found is not None
        assert found.pointer == place.pointer == pointer


@given(VALUES, st.sampled_from(["", " ", "\t", "\n", "\r\n  ", "\r\r"]))
def test_json_reads_back(value: Value, gap: str) -> None:
    assert_reads_back(Writer().json(value, gap=gap), value, "file.json")


@given(VALUES, NEWLINES)
def test_yaml_reads_back(value: Value, newline: str) -> None:
    assert_reads_back(Writer(newline).yaml(value), value, "file.yaml")


@given(VALUES)
def test_json_is_yaml(value: Value) -> None:
    text = "# a comment, so that no reader takes this for JSON\n"
    assert same(load(text + Writer().json(value, gap=" ").text).value, value)


def test_true_is_not_one() -> None:
    assert not same({"a": [True]}, {"a": [1]})
    assert not same([0], [False])
    assert same({"a": [True, 0, None]}, {"a": [True, 0, None]})


def test_place_of_a_fragment_is_in_its_page() -> None:
    loaded = load_source("page.md", "a:\n  b: [1]\n", first_line=14, indent=4)
    assert isinstance(loaded, Loaded)
    place = Document.of(loaded).place("/a/b/0")
    assert str(place) == "page.md:15:11"


def test_places_of_united_fragments_are_where_each_part_was_written() -> None:
    texts = {
        "a.md": "openapi: 3.1.0\npaths:\n  /a: {get: {}}\n"
        "components:\n  schemas:\n    A: {type: object}\n",
        "b.md": "openapi: 3.1.0\npaths: {}\ncomponents:\n  schemas:\n    B: {}\n",
        "c.md": "openapi: 3.1.0\npaths:\n  /c: {get: {}}\ncomponents:\n  schemas: {}\n",
    }
    document, _ = merge([Part(load(text, file)) for file, text in texts.items()])
    assert document is not None
    expected = {
        "/paths/~1a/get": "a.md:3:8",
        "/paths/~1c/get": "c.md:3:8",
        "/components/schemas/A/type": "a.md:6:9",
        "/components/schemas/B": "b.md:5:5",
    }
    assert {p: str(document.place(p)) for p in expected} == expected


def test_fault_of_a_fragment_is_in_its_page() -> None:
    fault = load_source("page.md", "a: 1\na: 2\n", first_line=14, indent=4)
    assert str(fault).startswith("page.md:15:5: error[UD011] the key 'a'")


@pytest.mark.parametrize(
    "text",
    ['{"a": {"b": 1, "c": [2]}}', "a:\n  b: 1\n  c:\n    - 2", "a: {b: 1, c: [2]}"],
)
def test_what_is_not_there_has_the_place_of_its_parent(text: str) -> None:
    document = Document.of(load(text))
    for missing, parent in (
        *(("/a/x", "/a"), ("/a/x/y", "/a"), ("/a/b/c", "/a/b")),
        *(("/a/c/1", "/a/c"), ("/a/c/-1", "/a/c"), ("/a/c/x", "/a/c")),
        *(("/a/c/00", "/a/c"), ("/a/c/0/0", "/a/c/0")),
    ):
        place, above = document.place(missing), document.place(parent)
        assert (place.line, place.column) == (above.line, above.column)
        assert document.at(missing) is None


def test_aliases_stand_where_they_are_used_and_their_parts_where_written() -> None:
    text = "base: &b\n  x: 1\nuse: *b\nmerged:\n  <<: *b\n  y: 2\n"
    document = Document.of(load(text))
    lines = {p: document.place(p).line for p in ("/use", "/use/x", "/merged/x")}
    assert lines == {"/use": 3, "/use/x": 2, "/merged/x": 2}


def test_byte_order_mark_is_no_text() -> None:
    for text in ("\ufeffa: 1", '\ufeff{"a": 1}'):
        assert load(text).value == {"a": 1}


@pytest.mark.parametrize(
    ("text", "version"),
    [
        ("openapi: 3.0.3", "3.0"),
        ("openapi: 3.1.1", "3.1"),
        ("openapi: 3.2.0", "3.2"),
        ("openapi: 3.1", "3.1"),
        ('swagger: "2.0"', "2.0"),
        ("openapi: 3.10.0", ""),
        ("asyncapi: 2.0.0", ""),
    ],
)
def test_version(text: str, version: str) -> None:
    assert Document.of(load(text)).version == version
