"""Folders of pages compared: pages come, go and move; operations may stay."""

import json
from collections.abc import Mapping
from typing import cast

import pytest

from undrift.drift.finding import Finding

from .editing import shop
from .folders import compare_folders

_METHODS = ("get", "post")


def pages_of(document: Mapping[str, object]) -> dict[str, bytes]:
    """Return a page for each operation, as documentation sites print them."""
    pages: dict[str, bytes] = {}
    for path, item in cast("dict[str, dict[str, object]]", document["paths"]).items():
        for method in (m for m in _METHODS if m in item):
            kept = {k: v for k, v in item.items() if k == method or k not in _METHODS}
            text = json.dumps({**document, "paths": {path: kept}}, indent=1)
            name = f"{method}{path.replace('/', '-')}.md"
            fence = f"````yaml /openapi.json {method} {path}\n{text}\n````"
            pages[name] = f"# {name}\n\n## OpenAPI\n\n{fence}\n".encode()
    return pages


def compared(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> tuple[Finding, ...]:
    """Compare two folders of pages."""
    return compare_folders(old, new).findings


def moved(document: Mapping[str, object], prefix: str) -> dict[str, object]:
    """Return the document with another beginning of all paths."""
    paths = cast("dict[str, object]", document["paths"])
    return {**document, "paths": {f"{prefix}{p}": item for p, item in paths.items()}}


def test_a_page_gone_takes_its_operation() -> None:
    pages = {**pages_of(shop()), "about.md": b"# About\n"}
    rest = {name: text for name, text in pages.items() if "cancel" not in name}
    (finding,) = compared(pages, rest)
    assert finding.code == "DR001"
    assert finding.operations == ("POST /invoices/{id}/cancel",)


def test_pages_elsewhere_are_no_finding() -> None:
    pages = pages_of(shop())
    assert compared(pages, {f"v2/{n}": text for n, text in pages.items()}) == ()


def test_a_path_s_parameter_renamed_renames_its_page_too() -> None:
    new = json.loads(json.dumps(shop()).replace("{id}", "{uuid}"))
    new["paths"]["/invoices/{uuid}/cancel"]["parameters"][0]["name"] = "uuid"
    (finding,) = compared(pages_of(shop()), pages_of(new))
    assert finding.code == "DR206"


def test_the_server_s_path_moved_into_the_paths_moves_all_pages() -> None:
    new = {**shop(), "servers": [{"url": "https://api.shop.example"}]}
    (finding,) = compared(pages_of(shop()), pages_of(moved(new, "/v1")))
    assert finding.code == "DR404"


def test_all_paths_that_begin_otherwise_are_one_finding() -> None:
    (finding,) = compared(
        pages_of(moved(shop(), "/v1")), pages_of(moved(shop(), "/v2"))
    )
    assert finding.code == "DR107"
    assert (finding.before, finding.after) == ("/v1", "/v2")
    assert len(finding.operations) == 3
    assert "GET /v1/invoices" in finding.operations


def _stale(pages: Mapping[str, bytes], *names: str) -> dict[str, bytes]:
    """Return the pages; those with such a name show an older component."""
    return {
        name: (
            text.replace(b'"draft"', b'"new"')
            if any(part in name for part in names)
            else text
        )
        for name, text in pages.items()
    }


def test_pages_that_contradict_one_another_are_no_finding_in_any_order() -> None:
    stale = _stale(pages_of(shop()), "cancel")
    turned = {f"{9 - n}.md": text for n, text in enumerate(stale.values())}
    assert compared(stale, turned) == ()


@pytest.mark.parametrize("dates", [False, True])
def test_a_component_that_pages_show_one_by_one_is_one_finding_on_the_first_day(
    dates: bool,
) -> None:
    pages = pages_of(shop())
    assert len(pages) == 3
    days = [
        _stale(pages, "get", "post"),
        _stale(pages, "get", "post-invoices.md"),
        _stale(pages, "get-invoices"),
        _stale(pages, "cancel"),
        _stale(pages, "get-invoices"),
        pages,
    ]
    found: list[str] = []
    shown, last, since = days[0], days[0], dict.fromkeys(pages, 1)
    for number, day in enumerate(days, start=1):
        since = {n: since[n] if day[n] == shown[n] else number for n in day}
        before = {
            n: _dated(text, since[n]) if dates else text for n, text in day.items()
        }
        if number > 1:
            found += [f"{number}: {f.code}" for f in compared(last, before)]
        shown, last = day, before
    assert found == ["2: DR228"]


def _dated(text: bytes, day: int) -> bytes:
    return f"---\nlastmod: 2026-03-0{day}\n---\n".encode() + text


def test_a_page_that_is_older_than_its_twin_hides_no_change_of_either() -> None:
    pages = pages_of(shop())
    name = "post-invoices-{id}-cancel.md"
    older = pages[name].replace(b'"maxLength": 100', b'"maxLength": 9')
    twins = {**pages, "twin.md": older, "twin-2.md": older}
    for file in twins:
        if file.startswith("twin"):
            changed = {**twins, file: older.replace(b'"cancel-', b'"void-')}
            assert compared(twins, changed) == ()
    changed = {
        **twins,
        name: pages[name].replace(b'"maxLength": 100', b'"maxLength": 50'),
    }
    (finding,) = compared(twins, changed)
    assert (finding.code, finding.subject) == ("DR232", "request body /reason")


def test_a_new_page_may_show_an_older_component() -> None:
    pages = pages_of(shop())
    more = {**pages, "old.md": _stale(pages, "cancel")["post-invoices-{id}-cancel.md"]}
    assert compared(pages, more) == ()
    assert compared(more, pages) == ()
