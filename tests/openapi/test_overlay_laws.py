"""What holds for every overlay, whatever document it is applied to."""

from __future__ import annotations

import copy
import json

from hypothesis import given, strategies as st

from tests.openapi.texts import Writer
from undrift.openapi import (
    Document,
    Loaded,
    Node,
    OverlayResult,
    Value,
    apply_overlay,
    join_pointer,
    load_source,
    same,
)

KEYS = st.sampled_from(["a", "b", "x/y", "~", "é", "'"])
SHAPES: st.SearchStrategy[Value] = st.recursive(
    st.none(),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)
"""Documents without leaves; `numbered` gives each leaf a number of its own."""

OBJECTS = st.dictionaries(KEYS, SHAPES, max_size=4)


def numbered(shape: Value, start: int) -> Value:
    count = start

    def fill(value: Value) -> Value:
        nonlocal count
        match value:
            case dict():
                return {key: fill(item) for key, item in value.items()}
            case list():
                return [fill(item) for item in value]
            case _:
                count += 1
                return count

    return fill(shape)


def written(value: Value, file: str) -> Loaded:
    loaded = load_source(file, Writer().yaml(value).text)
    assert isinstance(loaded, Loaded)
    return loaded


def overlaid(document: Document, *actions: Value) -> OverlayResult:
    overlay: Value = {
        "overlay": "1.1.0",
        "info": {"title": "T", "version": "1"},
        "actions": list(actions),
    }
    return apply_overlay(document, written(overlay, "overlay.yaml"))


def paths(at: Node, path: str = "$") -> list[str]:
    """Return the normalized path of every value below the root."""
    found: list[str] = []
    for key, member in at.items():
        quoted = json.dumps(key, ensure_ascii=False)
        step = f"[{key if isinstance(at.value, list) else quoted}]"
        found += [path + step, *paths(member, path + step)]
    return found


def assert_places_true(document: Document, *sources: Loaded) -> None:
    """Every leaf is a number that stands once in one text: look whether it is there."""
    texts = {loaded.source.file: loaded.source.text for loaded in sources}

    def look(value: Value, pointer: str) -> None:
        if isinstance(value, int):
            place = document.place(pointer)
            line = texts[place.file].split("\n")[place.line - 1]
            assert line.split()[-1] == str(value), (pointer, place)
        for key, member in Node(value, "").items():
            look(member.value, join_pointer(pointer, key))

    look(document.value, "")


@given(OBJECTS, st.data())
def test_remove_leaves_no_match_and_right_places(
    shape: Value, data: st.DataObject
) -> None:
    loaded = written(numbered(shape, 1000), "document.yaml")
    before = copy.deepcopy(loaded.value)
    document = Document.of(loaded)
    for _ in range(3):
        targets = paths(document.root)
        if not targets:
            break
        target = data.draw(st.sampled_from(targets))
        result = overlaid(
            document, {"target": target, "description": "why", "remove": True}
        )
        assert not result.diagnostics
        assert len(paths(result.document.root)) < len(targets)
        document = result.document
        assert_places_true(document, loaded)
    assert same(loaded.value, before)


@given(OBJECTS)
def test_remove_of_a_wildcard_leaves_nothing(shape: Value) -> None:
    document = Document.of(written(numbered(shape, 1000), "document.yaml"))
    action: Value = {"target": "$..*", "description": "all", "remove": True}
    result = overlaid(document, action)
    assert result.document.value == {}
    again = overlaid(result.document, action)
    assert [problem.code for problem in again.diagnostics] == ["UD031"]


@given(OBJECTS)
def test_no_actions_change_nothing(shape: Value) -> None:
    document = Document.of(written(numbered(shape, 1000), "document.yaml"))
    result = overlaid(document)
    assert same(result.document.value, document.value)
    assert (result.diagnostics, result.applied) == ((), ())


@given(OBJECTS, OBJECTS)
def test_update_merges_or_changes_nothing(shape: Value, more: Value) -> None:
    loaded = written(numbered(shape, 1000), "document.yaml")
    before = copy.deepcopy(loaded.value)
    update = numbered(more, 5000)
    action: Value = {"target": "$", "description": "why", "update": update}
    overlay = written(
        {"overlay": "1.1.0", "info": {"title": "T"}, "actions": [action]},
        "overlay.yaml",
    )
    result = apply_overlay(Document.of(loaded), overlay)
    if result.diagnostics:
        assert [problem.code for problem in result.diagnostics] == ["UD033"]
        assert same(result.document.value, before)
    else:
        assert same(result.document.value, merged(before, update))
    assert_places_true(result.document, loaded, overlay)
    assert same(loaded.value, before)


def merged(old: Value, new: Value) -> Value:
    """Say what the Overlay Specification says about merging, in three lines."""
    if isinstance(old, dict) and isinstance(new, dict):
        both = {key: merged(old[key], new[key]) for key in old.keys() & new.keys()}
        return {**old, **new, **both}
    return [*old, *new] if isinstance(old, list) and isinstance(new, list) else new


@given(OBJECTS, st.data())
def test_copy_brings_the_places_along(shape: Value, data: st.DataObject) -> None:
    loaded = written(numbered(shape, 1000), "document.yaml")
    document = Document.of(loaded)
    targets = paths(document.root)
    if targets:
        source = data.draw(st.sampled_from(targets))
        value: Value = {"a new key": {}}
        result = overlaid(
            document,
            {"target": "$", "description": "why", "update": value},
            {"target": "$['a new key']", "description": "why", "copy": source},
        )
        assert_places_true(result.document, loaded)
        for problem in result.diagnostics:  # something that is no object
            assert problem.code == "UD033"
