"""`llms.txt` names a site's pages; `llms-full.txt` holds them all."""

from __future__ import annotations

import time

import pytest

from undrift.docs import PageText, is_index, read_index, split_bundle
from undrift.docs.text.bundle import is_bundle

INDEX = """\
# Kettle API

> Brew tea
> over HTTPS.

## Docs

- [Create a brew](https://docs.kettle.example/brews/create.md): Starts a brew
- [GET /brews/{id} [beta]](https://docs.kettle.example/brews/get.md)
* [Brews (all)](/brews/list) - Every brew, see [states](/states)
- no link at all

## Optional

- [States](https://docs.kettle.example/openapi-states.md)

## OpenAPI Specs

- [openapi](https://api.kettle.example/v3/openapi)
"""


def test_an_index_names_pages_and_the_full_spec() -> None:
    index = read_index(PageText("llms.txt", INDEX))
    assert (index.title, index.summary) == ("Kettle API", "Brew tea over HTTPS.")
    assert [(e.title, e.url, e.description, e.section, e.line) for e in index.entries][
        :3
    ] == [
        (
            "Create a brew",
            "https://docs.kettle.example/brews/create.md",
            "Starts a brew",
            "Docs",
            8,
        ),
        (
            "GET /brews/{id} [beta]",
            "https://docs.kettle.example/brews/get.md",
            "",
            "Docs",
            9,
        ),
        ("Brews (all)", "/brews/list", "Every brew, see [states](/states)", "Docs", 10),
    ]
    assert index.entries[3].section == "Optional"
    assert [(e.title, e.url, e.line) for e in index.specs] == [
        ("openapi", "https://api.kettle.example/v3/openapi", 19)
    ]


def test_an_index_is_recognised_by_its_name_or_its_links() -> None:
    assert is_index(PageText("site/llms.txt", "# Nothing"))
    assert is_index(PageText("site.txt", INDEX))
    assert not is_index(PageText("page.md", INDEX))
    prose = "# A\n\n" + "- [a](/b)\n" * 5 + "words\n\n" * 3
    assert not is_index(PageText("site.txt", prose))
    assert not is_index(PageText("page.txt", "# Page\n\nText\n\n- [a](b)\n"))
    assert not is_index(PageText("page.txt", "- [a](/b)\n" * 2))
    assert is_index(PageText("page.txt", "- [a](/b)\n" * 3 + "words\n"))
    assert not is_index(PageText("page.txt", "- [a](/b)\n" * 4 + "words\n" * 2))
    assert is_index(PageText("C:\\site\\LLMS.txt", "# Nothing"))


@pytest.mark.parametrize(
    ("name", "bundle"),
    [
        ("site/llms-full.txt", True),
        ("site\\LLMS-small.TXT", True),
        ("llms-full.md", False),
        ("llms.txt", False),
        ("llms-x/page.txt", False),
    ],
)
def test_a_bundle_is_recognised_by_its_name(name: str, bundle: bool) -> None:
    assert is_bundle(PageText(name, "")) is bundle


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("~~~ a`b\n# T\nSource: /a\n~~~\n", []),
        ("``` a`b\n# T\nSource: /a\n", [("/a", 2)]),
        ("```\n# T\nSource: /a\n``\n```\n# U\nURL: /b\n", [("/b", 6)]),
        ("````\n```\n# T\nSource: /a\n`````\n", []),
        ("> ```\n# T\nSource: /a\n> ``` \n", []),
        ("```\n# T\nSource: /a\n~~~\n", [("/a", 2)]),
        ("```\n# T\nSource: /a\n``` x\n", [("/a", 2)]),
        ('<doc title="A">\nx\n</doc>', [("", 1)]),
        ('<doc id="A">\nx\n</doc>', []),
        ("<page href='/a'>\nx\n</page>", [("/a", 1)]),
        ('<document source="/a">\nx', [("/a", 1)]),
        ("## <https://a.example/b>\n\nx", [("https://a.example/b", 1)]),
        (
            "# T\n\n> a\n> b\n**Page URL:** <https://a.example/b>\n",
            [("https://a.example/b", 1)],
        ),
        ("# T\ncanonical: /a\n", [("/a", 1)]),
        ("# T\n\n\n\n\n\nSource: /a\n", [("/a", 1)]),
        ("# T\n\n\n\n\n\n\nSource: /a\n", []),
        ("# T\nwords\nSource: /a\n", []),
        ("### T\nSource: /a\n", []),
        ("# T\nSource: a\n", []),
    ],
)
def test_where_pages_of_a_bundle_begin(
    text: str, starts: list[tuple[str, int]]
) -> None:
    bundle = PageText("llms-full.txt", text)
    found = [(page.url, page.first_line) for page in split_bundle(bundle)]
    assert found == (starts or [("", 1)])
    assert (split_bundle(bundle) == (bundle,)) is (not starts)


MINTLIFY = """\
# Create
Source: https://docs.kettle.example/create

```md
# Not a page
Source: https://docs.kettle.example/inside
```
---
# Only a heading
text

# Get
Source: https://docs.kettle.example/get

`GET /v1/brews`
"""

MARKDOC = """\
# Kettle

---

## Create a brew

> Starts one

URL: https://kettle.example/create

# Create

---

more

---

## Get a brew

URL: https://kettle.example/get

# Get
"""

DOCUMENTS = """\
<doc title="Create" path="/create.md">
# Create
</doc>

<doc title="Get" path="/get.md">
# Get

```
open
</doc>
<doc title="Last" path="/last.md">
# Last
</doc>
"""

ADDRESSES = """\
## https://kettle.example/create

# Create

## https://kettle.example/get

# Get
"""


def pages(text: str) -> list[tuple[str, int, str]]:
    """Return each page's address, its first line and what the line after it says."""
    return [
        (page.url, page.first_line, page.text.strip().split("\n")[-1])
        for page in split_bundle(PageText("llms-full.txt", text))
    ]


def test_bundles_are_split_whatever_separates_their_pages() -> None:
    assert pages(MINTLIFY) == [
        ("https://docs.kettle.example/create", 1, "text"),
        ("https://docs.kettle.example/get", 12, "`GET /v1/brews`"),
    ]
    assert pages(MARKDOC) == [
        ("https://kettle.example/create", 5, "more"),
        ("https://kettle.example/get", 19, "# Get"),
    ]
    assert pages(DOCUMENTS) == [
        ("/create.md", 1, "# Create"),
        ("/get.md", 5, "open"),
        ("/last.md", 11, "# Last"),
    ]
    assert pages(ADDRESSES) == [
        ("https://kettle.example/create", 1, "# Create"),
        ("https://kettle.example/get", 5, "# Get"),
    ]


def test_any_other_text_is_one_page() -> None:
    page = PageText("page.md", "# Title\n\n---\n\n## Section\n")
    assert split_bundle(page) == (page,)


def test_places_are_those_of_the_bundle() -> None:
    second = split_bundle(PageText("llms-full.txt", MINTLIFY))[1]
    assert str(second.place(4)) == "llms-full.txt:15"


def test_hostile_bundles_take_no_long_time() -> None:
    started = time.process_time()
    for text in (
        "```a\n" * 50_000,
        "# T\n" * 50_000,
        "- [" * 50_000,
        "- [a](b): \n" * 50_000,
        "<doc a" * 30_000,
        "".join("`" * (3 + n % 200) + "x\n" for n in range(5_000)),
    ):
        page = PageText("llms-full.txt", text)
        split_bundle(page)
        read_index(page)
        is_index(page)
    assert time.process_time() - started < 5
