"""The parts of a step: differences, the list of changes, what is known of pages."""

from __future__ import annotations

import time
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from tests.usecases.sync.project import NEW, OLD, TODAY, finding, project
from undrift.config import FetchedPage, Page, read_fetched, render_fetched
from undrift.diagnostics import Diagnostic, Place
from undrift.fetch import Fetched, Missed, Ok, PageContent, State, Unchanged
from undrift.output import Replaced, digest
from undrift.usecases.sync import (
    compare_with_kept,
    difference,
    saved_pages,
    store,
    with_entry,
)

DAY = timedelta(days=1)
URL = "https://docs.acme.example/cancel"


def numbered(*lines: object) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()


def test_a_difference_has_line_numbers_and_context() -> None:
    before = numbered(*range(1, 21))
    after = numbered(*range(1, 10), "ten", *range(11, 21), 21)
    assert difference(before, after) == (
        *("@@ -7,7 +7,7 @@", " 7", " 8", " 9", "-10", "+ten", " 11", " 12", " 13"),
        *("@@ -18,3 +18,4 @@", " 18", " 19", " 20", "+21"),
    )


def test_a_difference_is_bounded() -> None:
    found = difference(b"", numbered(*range(100)), 10)
    assert len(found) == 11
    assert found[-1] == "… and 92 more lines"
    assert len(difference(b"a", b"b" * 9999)[-1]) < 300


def test_a_difference_takes_no_time_of_its_own() -> None:
    before, after = b"a\nb\n" * 100_000, b"b\na\n" * 100_000
    start = time.process_time()
    assert difference(before, after) == (
        "from line 1: 200000 lines make way for 200000",
    )
    difference(b"x\n" + b"a\n" * 1999, b"a\n" * 1999 + b"x\n")
    assert time.process_time() - start < 5


@pytest.mark.parametrize("after", [b"\xef\xbb\xbfa\nb\n", b"a\r\nb\r\n", b"a\nb"])
def test_bytes_that_differ_are_never_no_difference(after: bytes) -> None:
    assert difference(b"a\nb\n", after)[0].startswith("only line ends")


LINES = st.lists(st.sampled_from(["a", "b", "c", ""]), max_size=12)


@given(LINES, LINES)
def test_a_difference_says_what_comes_and_goes(old: list[str], new: list[str]) -> None:
    before, after = numbered(*old, "end"), numbered(*new, "end")
    lines = [line for line in difference(before, after, 999) if line[0] in "+-"]
    gone = sorted(line[1:] for line in lines if line[0] == "-")
    come = sorted(line[1:] for line in lines if line[0] == "+")
    assert sorted([*old, *come]) == sorted([*new, *gone])


def test_changes_are_listed_newest_first() -> None:
    first = with_entry(b"", "acme", TODAY - DAY, [finding("one")])
    second = with_entry(first, "acme", TODAY, [finding("two")])
    third = with_entry(second, "acme", TODAY, [finding("three")])
    assert third.decode() == (
        "# API changes of acme\n\n"
        "## 2026-11-21\n\n"
        "- **breaking** docs/cancel.md: three (`acme.invoices.cancel`)\n"
        "- **breaking** docs/cancel.md: two (`acme.invoices.cancel`)\n\n"
        "## 2026-11-20\n\n"
        "- **breaking** docs/cancel.md: one (`acme.invoices.cancel`)\n"
    )


def test_what_people_wrote_there_stays() -> None:
    ours = b"# Ours\r\n\r\nText.\r\n"
    found = with_entry(ours, "acme", TODAY, [finding("one")])
    assert found.startswith(ours)
    both = ours + b"\n## 2020-01-01\n\n- by hand\n"
    found = with_entry(both, "acme", TODAY, [finding("one")])
    assert found.startswith(ours)
    assert found.endswith(b"\n## 2020-01-01\n\n- by hand\n")


def test_documentation_is_text_in_the_list() -> None:
    text = "x\n## 2099-01-01 <img src=x onerror=a()> [a](javascript:b) `c` @all\x1b[0m"
    found = with_entry(b"", "acme", TODAY, [finding(text)]).decode()
    (line,) = [line for line in found.splitlines() if line.startswith("- ")]
    for active in ("<", "[", "](", "@all", "\x1b", "`c`"):
        assert active not in line
    assert found.count("\n## ") == 1


def test_what_is_known_of_pages_reads_as_it_was_written(tmp_path: Path) -> None:
    pages = {
        "docs/b.md": FetchedPage(URL, "0" * 64, TODAY - DAY, TODAY, '"7"', "Mon"),
        "docs/a.md": FetchedPage(URL, "f" * 64, TODAY, TODAY),
    }
    data = render_fetched(pages)
    assert data == render_fetched(dict(reversed(pages.items())))
    (tmp_path / "fetched.json").write_bytes(data)
    assert read_fetched(tmp_path, "specs/acme") == pages
    assert read_fetched(tmp_path / "none", "specs/acme") == {}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"format": 2, "pages": {}}',
        '{"format": 1}',
        "[" * 99999,
        "\xff",
    ],
)
def test_what_is_no_record(tmp_path: Path, text: str) -> None:
    (tmp_path / "fetched.json").write_bytes(text.encode("latin-1"))
    assert isinstance(read_fetched(tmp_path, "specs/acme"), Diagnostic)


@pytest.mark.parametrize(
    "damage",
    [("digest", '"x"'), ("fetched", '"soon"'), ("checked", "1"), ("url", "{}")],
)
def test_a_damaged_entry_counts_as_not_there(
    tmp_path: Path, damage: tuple[str, str]
) -> None:
    entry = {
        "url": f'"{URL}"',
        "digest": f'"{"0" * 64}"',
        "fetched": '"2026-11-21"',
        "checked": '"2026-11-21"',
        "etag": '"a\\r\\nX: 1"',
    }
    for changes, expected in (({}, 1), (dict([damage]), 0)):
        members = ", ".join(f'"{k}": {v}' for k, v in {**entry, **changes}.items())
        text = f'{{"format": 1, "pages": {{"a.md": {{{members}}}}}}}'
        (tmp_path / "fetched.json").write_text(text)
        found = read_fetched(tmp_path, "specs/acme")
        assert not isinstance(found, Diagnostic)
        assert len(found) == expected
        assert all(page.etag == "" for page in found.values())


def test_the_days_of_a_page(tmp_path: Path) -> None:
    """The day of its bytes stays while they stay; the day of the check moves."""
    made = project(tmp_path, {"docs/cancel.md": URL})

    def step(fetched: Fetched, day: date) -> tuple[str, str, str] | None:
        comparison = compare_with_kept(made.target(), {"docs/cancel.md": fetched})
        assert isinstance(store(comparison, (), day), Replaced)
        if not (made.folder / "fetched.json").exists():
            return None
        entry = made.fetched()["docs/cancel.md"]
        return entry["fetched"], entry["checked"], entry.get("etag", "")

    missed = Missed(URL, State.GONE, "HTTP 404")
    assert step(missed, TODAY) is None
    assert step(Ok(URL, PageContent(OLD, etag='"1"')), TODAY) == (
        "2026-11-21",
        "2026-11-21",
        '"1"',
    )
    assert step(Unchanged(URL), TODAY + DAY) == ("2026-11-21", "2026-11-22", '"1"')
    again = Ok(URL, PageContent(OLD, etag='"2"'))
    assert step(again, TODAY + 2 * DAY) == ("2026-11-21", "2026-11-23", '"2"')
    assert step(missed, TODAY + 3 * DAY) == ("2026-11-21", "2026-11-23", '"2"')
    changed = Ok(URL, PageContent(NEW))
    assert step(changed, TODAY + 4 * DAY) == ("2026-11-25", "2026-11-25", "")
    assert made.fetched()["docs/cancel.md"]["digest"] == digest(NEW)


def test_what_the_manifest_no_longer_names_is_forgotten(tmp_path: Path) -> None:
    urls = {"docs/cancel.md": URL, "docs/list.md": f"{URL}/list"}
    made = project(tmp_path, urls)
    found: dict[str, Fetched] = {
        file: Ok(url, PageContent(NEW)) for file, url in urls.items()
    }
    store(compare_with_kept(made.target(), found), (), TODAY)
    assert [*made.fetched()] == [*urls]
    made = project(tmp_path, {"docs/list.md": f"{URL}/list"})
    store(compare_with_kept(made.target(), found), (), TODAY)
    assert [*made.fetched()] == ["docs/list.md"]


def test_saved_pages_are_found_by_one_name_only(tmp_path: Path) -> None:
    pages = (
        Page("docs/a/cancel.md", "https://x.example/../../etc/passwd", Place("")),
        Page("docs/b/cancel.md", "https://x.example/%2e%2e/secret", Place("")),
        Page("docs/c.md", "https://x.example/c/", Place("")),
    )
    (tmp_path / "in").mkdir()
    (tmp_path / "secret").write_bytes(NEW)
    (tmp_path / "in/cancel.md").write_bytes(NEW)
    assert saved_pages(tmp_path / "in", pages) == {}
    (tmp_path / "in/c").write_bytes(NEW)
    assert [*saved_pages(tmp_path / "in", pages)] == ["docs/c.md"]
