"""Folders of pages compared: pages come, go and move; operations may stay."""

import json
from collections.abc import Mapping
from typing import cast

from undrift.comparing import Reading, compare
from undrift.drift.finding import Finding

from .editing import shop

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
    reading = Reading()
    return compare(reading.of_pages(old, "old"), reading.of_pages(new, "new")).findings


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


def test_pages_that_contradict_one_another_are_no_finding_in_any_order() -> None:
    pages = pages_of(shop())
    stale = {
        name: text.replace(b'"draft"', b'"new"') if "cancel" in name else text
        for name, text in pages.items()
    }
    assert stale != pages
    turned = {f"{9 - n}.md": text for n, text in enumerate(stale.values())}
    assert compared(stale, turned) == ()
    assert compared(pages, stale) == ()
