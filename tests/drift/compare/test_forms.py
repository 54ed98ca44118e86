"""Pages that change form or are silent for a day: no operation comes or goes."""

import pytest

from undrift.drift.finding import DriftReport

from .folders import compare_folders

FRAGMENT = """\
# Lend

## OpenAPI

````yaml /openapi.json post /v1/{name}
openapi: 3.0.0
info: {{title: Library, version: '1'}}
servers: [{{url: https://api.library.example}}]
paths:
  /v1/{name}:
    post:
      requestBody:
        content:
          application/json:
            schema: {{type: object, properties: {{reader: {{type: string}}}}}}
      responses: {{'201': {{description: Lent}}}}
````
"""
WRITTEN = """\
# Lend

```
POST https://api.library.example/v1/{name}
```

| Field | Type | Required | Description |
|---|---|---|---|
| `reader` | string | Yes | Who takes it |
"""
OLDER = """\
# Lend

````yaml openapi.yaml post /v1/{name}
paths:
  path: /v1/{name}
  method: post
  servers: [{{url: https://api.library.example}}]
````
"""
PROSE = "# Lend\n\nAsk at the desk.\n"
GUIDE = """\
# Guide

```bash
curl -X POST https://api.library.example/v1/a -d '{{"reader": "x"}}'
```
"""
TELLING = {"fragment": FRAGMENT, "written": WRITTEN, "older": OLDER}
SILENT = {
    "empty": " \n",
    "broken": FRAGMENT.replace("paths:", "paths: [}}"),
    "no object": FRAGMENT.partition("openapi: ")[0] + "- 1\n````\n",
    "a login": "<html><body><form>Sign in</form></body></html>",
}
NAMES = ("a", "b", "c", "d", "e")


def site(**pages: str) -> dict[str, bytes]:
    """Return a page for each name, one of them, or all, in another form."""
    all_alike = pages.get("all", FRAGMENT)
    return {
        f"{name}.md": pages.get(name, all_alike).format(name=name).encode()
        for name in (*NAMES, *(n for n in pages if n not in (*NAMES, "all")))
    }


def report(old: dict[str, bytes], new: dict[str, bytes]) -> DriftReport:
    """Compare two folders of pages."""
    return compare_folders(old, new)


@pytest.mark.parametrize("new", TELLING)
@pytest.mark.parametrize("old", TELLING)
def test_a_page_in_another_form_is_no_finding(old: str, new: str) -> None:
    one = report(site(a=TELLING[old]), site(a=TELLING[new]))
    every = report(site(all=TELLING[old]), site(all=TELLING[new]))
    assert (one.findings, every.findings) == ((), ())


@pytest.mark.parametrize("silent", SILENT)
def test_a_page_that_cannot_be_read_for_a_day_is_not_new_then(silent: str) -> None:
    fine, ill = site(), site(a=SILENT[silent])
    lost, found = report(fine, ill), report(ill, fine)
    assert (lost.findings, found.findings) == ((), ())
    assert [page.page for page in lost.unreachable] == ["a.md"]


def test_pages_that_tell_nothing_any_more_are_one_finding() -> None:
    (finding,) = report(site(), site(all=PROSE)).findings
    assert finding.code == "DR007"
    assert len(finding.operations) == len(NAMES)


def test_a_page_that_tells_nothing_any_more_has_lost_its_operation() -> None:
    (finding,) = report(site(), site(a=PROSE)).findings
    assert (finding.code, finding.operations) == ("DR101", ("POST /v1/a",))
    (alone,) = report(
        {"a.md": FRAGMENT.format(name="a").encode()}, {"a.md": PROSE.encode()}
    ).findings
    assert alone.code == "DR101"


def test_a_guide_that_calls_an_operation_does_not_keep_it() -> None:
    old, new = site(guide=GUIDE), site(guide=GUIDE)
    del new["a.md"]
    assert [f.code for f in report(old, new).findings] == ["DR001"]
    assert [f.code for f in report(new, old).findings] == ["DR102"]
