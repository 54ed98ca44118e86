"""Entries of `drift-ignore.yaml`: read, applied, and written without harm."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from undrift.drift.finding import Finding, Level, Seen
from undrift.drift.ignore import (
    IGNORE,
    IGNORE_HEADER,
    LONGEST_REASON,
    Ignore,
    Unusable,
    apply_ignores,
    id_problem,
    parse_day,
    read_ignores,
    reason_problem,
    until_problem,
    with_ignore,
    without_ignore,
)

TODAY = date(2026, 3, 1)
FOUND = Finding("DR202", Level.BREAKING, "acme", "request body /reason", "required")
OTHER = Finding("DR203", Level.BREAKING, "acme", "parameter query limit", "gone")
ONE, TWO, THREE = "DR201-0000000001", "DR201-0000000002", "DR201-0000000003"


def read(folder: Path, text: str | bytes) -> tuple[Ignore, ...]:
    found = tried(folder, text)
    assert not isinstance(found, Unusable), found
    return found


def tried(folder: Path, text: str | bytes) -> tuple[Ignore, ...] | Unusable:
    data = text if isinstance(text, bytes) else text.encode()
    (folder / IGNORE).write_bytes(data)
    return read_ignores(folder, "specs/acme")


def entry(id_: str = ONE, days: int = 100, reason: str = "as agreed") -> Ignore:
    return Ignore(id_, TODAY + timedelta(days=days), reason, "acme")


def test_no_file_is_no_entry(tmp_path: Path) -> None:
    assert read_ignores(tmp_path, "specs/acme") == ()
    for text in (IGNORE_HEADER, "", "ignore:\n", "ignore: {}\n"):
        assert read(tmp_path, text) == ()


def test_what_an_entry_holds(tmp_path: Path) -> None:
    folder = tmp_path / "acme"
    folder.mkdir()
    (found,) = read(folder, with_ignore(None, (), entry()))
    assert (found.id, found.until, found.reason) == (ONE, date(2026, 6, 9), "as agreed")
    assert found.provider == "acme"
    assert str(found.place).startswith(f"specs/acme/{IGNORE}:4")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- a", "error[UD002] a mapping is expected here"),
        ("ignored: {}", ":1:1: error[UD002] #/ignored: unknown key 'ignored'"),
        ("ignore: []", ":1:1: error[UD002] #/ignore: a mapping is expected here"),
        ("ignore:\n  x: {}", "'x' is not the id of a finding"),
        (f"ignore:\n  {ONE}: soon", "a mapping is expected here"),
        (f"ignore:\n  {ONE}: {{reason: r}}", "the key until is missing"),
        (f"ignore:\n  {ONE}: {{until: 2026-05-01}}", "the key reason is missing"),
        (f"ignore:\n  {ONE}: {{until: soon, reason: r}}", "'soon' is not a day"),
        (f"ignore:\n  {ONE}: {{until: 1, reason: r}}", "a string is expected"),
        (f"ignore:\n  {ONE}: {{until: 2026-05-01, reason: ' '}}", "reason is empty"),
        (
            f"ignore:\n  {ONE}: {{until: 2026-05-01, reason: r, x: 1}}",
            "unknown key 'x'",
        ),
        (f"ignore:\n  {ONE}: {{}}\n  {ONE}: {{}}", "error[UD011]"),
        ("ignore: {", "error[UD010]"),
        (b"\xff", "error[UD010]"),
    ],
)
def test_what_is_refused(tmp_path: Path, text: str | bytes, expected: str) -> None:
    found = tried(tmp_path, text)
    assert isinstance(found, Unusable)
    assert expected in "\n".join(map(str, found.problems))


def test_a_folder_in_the_files_place(tmp_path: Path) -> None:
    (tmp_path / IGNORE).mkdir()
    found = read_ignores(tmp_path, "specs/acme")
    assert isinstance(found, Unusable)
    assert "not a regular file" in str(found.problems[0])


@pytest.mark.parametrize(
    ("days", "states", "codes"),
    [
        (100, [Seen.IGNORED, Seen.NEW], []),
        (15, [Seen.IGNORED, Seen.NEW], []),
        (14, [Seen.IGNORED, Seen.NEW], ["DR010"]),
        (0, [Seen.IGNORED, Seen.NEW], ["DR010"]),
        (-1, [Seen.NEW, Seen.NEW], ["DR009"]),
    ],
)
def test_what_is_ignored(days: int, states: list[Seen], codes: list[str]) -> None:
    applied = apply_ignores((FOUND, OTHER), (entry(FOUND.id, days),), TODAY)
    assert [f.seen for f in applied[:2]] == states
    assert [f.code for f in applied[2:]] == codes
    for more in applied[2:]:
        assert FOUND.id in more.message
        assert more.provider == "acme"
        assert more.new is not None


def test_an_entry_that_fits_nothing_is_silent() -> None:
    assert apply_ignores((FOUND,), (entry(ONE),), TODAY) == (FOUND,)


def test_limits() -> None:
    assert "not in the future" in until_problem(TODAY, TODAY)
    assert not until_problem(TODAY + timedelta(days=1), TODAY)
    assert not until_problem(date(2028, 3, 1), TODAY)
    assert "two years" in until_problem(date(2028, 4, 1), TODAY)
    assert id_problem(FOUND.id) == ""
    assert id_problem("DR202")
    assert id_problem(f"{FOUND.id}\n")
    assert id_problem("")
    assert "renew" in id_problem("DR009-0000000000")
    assert reason_problem(" ")
    assert reason_problem("a\nb")
    assert reason_problem("x" * (LONGEST_REASON + 1))
    assert not reason_problem('it is "known": {yes} # no')
    for text in ("20261231", "2026-W01-1", "2026-02-30", "", "٢٠٢٦-٠١-٠١"):
        assert parse_day(text) is None


WRITTEN = f"""\
# Ours.

ignore:  # agreed with Kim
  # first
  "{ONE}":
    until: "2026-06-01"  # before the audit
    reason: one

  # second
  {TWO}: {{until: 2026-07-01, reason: 'two'}}
"""


def test_what_people_wrote_stays(tmp_path: Path) -> None:
    entries = read(tmp_path, WRITTEN)
    replaced = with_ignore(WRITTEN.encode(), entries, entry(ONE, 1, "uno"))
    assert replaced.decode() == WRITTEN.replace(
        '    until: "2026-06-01"  # before the audit\n    reason: one\n',
        '    until: "2026-03-02"\n    reason: "uno"\n',
    )
    added = with_ignore(WRITTEN.encode(), entries, entry(THREE, 1))
    assert added.decode().startswith(WRITTEN)
    assert [e.id for e in read(tmp_path, added)] == [ONE, TWO, THREE]
    removed = without_ignore(added, read(tmp_path, added), TWO)
    assert [e.id for e in read(tmp_path, removed)] == [ONE, THREE]
    assert b"# first" in removed
    left = removed
    for id_ in (ONE, THREE):
        left = without_ignore(left, read(tmp_path, left), id_)
    assert read(tmp_path, left) == ()
    again = with_ignore(left, (), entry(TWO))
    assert [e.id for e in read(tmp_path, again)] == [TWO]


@pytest.mark.parametrize(
    "text",
    [
        f"ignore: {{{ONE}: {{until: 2026-05-01, reason: a}}}}\n",
        f'{{"ignore": {{"{ONE}": {{"until": "2026-05-01", "reason": "a"}}}}}}',
        f"ignore:\r\n  {ONE}:\r\n    until: 2026-05-01\r\n    reason: a\r\n",
        f"\ufeffignore:\n    {ONE}:\n        until: 2026-05-01\n        reason: a",
        f"ignore:\n  {ONE}:\n    until: 2026-05-01\n    reason: >\n      a\n...\n",
        f"--- !!map\nignore:\n  ? {ONE}\n  : until: 2026-05-01\n    reason: a\n",
    ],
)
def test_other_layouts_lose_no_entry(tmp_path: Path, text: str) -> None:
    (before,) = read(tmp_path, text)
    added = read(tmp_path, with_ignore(text.encode(), (before,), entry(TWO)))
    assert [(e.id, e.reason.strip()) for e in added] == [(ONE, "a"), (TWO, "as agreed")]
    replaced = read(tmp_path, with_ignore(text.encode(), (before,), entry(ONE)))
    assert [(e.id, e.reason) for e in replaced] == [(ONE, "as agreed")]
    assert read(tmp_path, without_ignore(text.encode(), (before,), ONE)) == ()


reasons = st.text(min_size=1).filter(
    lambda t: not reason_problem(t) and t == " ".join(t.split())
)
entries_of_a_file = st.dictionaries(
    st.integers(0, 6).map(lambda n: f"DR201-{n:010x}"),
    st.tuples(st.integers(1, 700), reasons),
)


@given(entries_of_a_file, st.integers(0, 6))
def test_every_reason_comes_back(
    tmp_path_factory: pytest.TempPathFactory,
    wanted: dict[str, tuple[int, str]],
    gone: int,
) -> None:
    folder = tmp_path_factory.mktemp("acme", numbered=True)
    data: bytes | None = None
    for id_, (days, reason) in wanted.items():
        entries = read_ignores(folder, "acme")
        assert not isinstance(entries, Unusable)
        data = with_ignore(data, entries, entry(id_, days, reason))
        (folder / IGNORE).write_bytes(data)
    known = read_ignores(folder, "acme")
    assert not isinstance(known, Unusable)
    assert {e.id: e.reason for e in known} == {i: r for i, (_, r) in wanted.items()}
    id_ = f"DR201-{gone:010x}"
    if id_ in wanted:
        left = read(folder, without_ignore(data, known, id_))
        assert {e.id for e in left} == wanted.keys() - {id_}
