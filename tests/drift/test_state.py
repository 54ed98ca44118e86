"""What a check remembers of earlier ones."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from undrift.diagnostics import Diagnostic
from undrift.drift.finding import Finding, Level, Seen
from undrift.drift.state import (
    DriftState,
    PageState,
    mark_known,
    read_state,
    render_state,
    with_seen,
)

ONE = Finding("DR202", Level.BREAKING, "acme", "request body /reason", "required")
TWO = Finding("DR203", Level.BREAKING, "acme", "parameter query limit", "gone")
ELSEWHERE = replace(ONE, provider="storno")


def stored(path: Path, state: DriftState) -> DriftState:
    path.write_bytes(render_state(state))
    found = read_state(path)
    assert isinstance(found, DriftState), found
    return found


def test_no_file_has_seen_nothing(tmp_path: Path) -> None:
    assert read_state(tmp_path / "state.json") == DriftState()


def test_what_was_seen_is_known(tmp_path: Path) -> None:
    state = stored(tmp_path / "state.json", with_seen(DriftState(), [ONE]))
    found = mark_known([ONE, TWO, ELSEWHERE, replace(ONE, seen=Seen.IGNORED)], state)
    expected = [Seen.KNOWN, Seen.NEW, Seen.NEW, Seen.IGNORED]
    assert [f.seen for f in found] == expected
    assert state.providers_of(ONE.id) == ("acme",)
    assert state.providers_of(TWO.id) == ()


def test_a_complete_check_forgets_what_is_gone() -> None:
    state = with_seen(DriftState(), [ONE, ELSEWHERE])
    partly = with_seen(state, [TWO])
    assert partly.seen["acme"] == {ONE.id, TWO.id}
    complete = with_seen(state, [TWO], ["acme"])
    assert complete.seen == {"acme": {TWO.id}, "storno": {ELSEWHERE.id}}
    assert with_seen(state, [], ["acme"]).seen == {"storno": {ELSEWHERE.id}}


def test_pages(tmp_path: Path) -> None:
    page = PageState("2026-03-01T04:00:00+00:00", '"a1"')
    state = DriftState().with_page("acme", "docs/a.md", page)
    state = stored(
        tmp_path / "state.json", state.with_page("acme", "b", PageState("x"))
    )
    assert state.page("acme", "docs/a.md") == page
    assert state.page("acme", "b") == PageState("x")
    assert state.page("acme", "c") == state.page("storno", "a") == PageState()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "error[UD010]"),
        (b'{"seen": {', "error[UD010]"),
        (b"\xff", "error[UD010]"),
        (b"[]", "a mapping is expected here"),
        (b'{"seen": []}', "#/seen: a mapping is expected here"),
        (b'{"seen": {"acme": [1]}}', "#/seen/acme: a list of strings"),
        (b'{"seen": {"acme": "x"}}', "#/seen/acme: a list of strings"),
        (b'{"pages": {"acme": []}}', "#/pages/acme: a mapping is expected here"),
        (b'{"pages": {"acme": {"a": 1}}}', "#/pages/acme/a: a mapping is expected"),
        (b'{"pages": {"acme": {"a": {"etag": 1}}}}', "a string is expected here"),
    ],
)
def test_a_damaged_file_is_an_error(tmp_path: Path, data: bytes, expected: str) -> None:
    path = tmp_path / "state.json"
    path.write_bytes(data)
    found = read_state(path, "state.json")
    assert isinstance(found, Diagnostic)
    assert expected in str(found)
    assert str(found.place).startswith("state.json")


def test_what_a_later_undrift_adds_is_let_pass(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    path.write_bytes(b'{"more": 1, "pages": {"acme": {"a": {"sha": 1}}}}')
    assert read_state(path) == DriftState({}, {"acme": {"a": PageState()}})


texts = st.text(st.characters(codec="utf-8"))
states = st.builds(
    DriftState,
    st.dictionaries(texts, st.frozensets(texts, min_size=1)),
    st.dictionaries(
        texts,
        st.dictionaries(texts, st.builds(PageState, texts, texts, texts), min_size=1),
    ),
)


@given(states)
def test_a_state_comes_back(
    tmp_path_factory: pytest.TempPathFactory, state: DriftState
) -> None:
    assert stored(tmp_path_factory.mktemp("state") / "state.json", state) == state
