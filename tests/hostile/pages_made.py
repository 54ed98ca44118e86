"""Attacks that are better made than kept: large, odd, or no plain files at all."""

from __future__ import annotations

import os
import socket
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path

Maker = Callable[[Path], None]

_HEAD = "# Cancel\n\n```\nPOST https://api.shop.example/v1/orders/{id}/cancel\n```\n\n"
_BODY = "## Body parameters\n\n| Name | Type | Required |\n|---|---|---|\n"
_REPLY = "## Response\n\n```json\n{}\n```\n"
_SIZE = 30_000


def _call(path: str) -> str:
    return _HEAD.replace("/v1/orders/{id}/cancel", path) + _REPLY.format("{}")


def _page(text: str) -> Maker:
    def make(path: Path) -> None:
        path.write_text(text, encoding="utf-8")

    return make


def _fill(unit: str, before: str = "", after: str = "", size: int = _SIZE) -> Maker:
    return _page(before + unit * (size // len(unit)) + after)


def _folder(files: Mapping[str | bytes, str]) -> Maker:
    """Return what makes a folder of files, whatever these are called."""

    def make(path: Path) -> None:
        path.mkdir()
        for name, text in files.items():
            file = os.path.join(os.fsencode(path), os.fsencode(name))
            os.makedirs(os.path.dirname(file), exist_ok=True)
            with open(file, "w", encoding="utf-8") as opened:
                opened.write(text)

    return make


def _numbered(*names: str | bytes) -> Maker:
    """Return what makes a folder of pages that are about one operation each."""
    return _folder({name: _call(f"/v1/o{n}/{{id}}") for n, name in enumerate(names)})


def _beside(make: Maker) -> Maker:
    """Return what makes a folder of a good page and whatever `make` makes in it."""

    def made(path: Path) -> None:
        path.mkdir()
        (path / "page.md").write_text(_call("/v1/orders/{id}"), encoding="utf-8")
        make(path)

    return made


def _link(name: str, target: str) -> Maker:
    return _beside(lambda path: (path / name).symlink_to(target))


def _links_everywhere(path: Path) -> None:
    for name in ("tables.md", "docs", "openapi.yaml", "x.json", "provider.yaml"):
        (path / name).symlink_to("../../secret.md")


def _pipe(name: str) -> Maker:
    return _beside(lambda path: os.mkfifo(path / name))


def _socket(path: Path) -> None:
    here = os.getcwd()
    os.chdir(path)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("page2.md")
    os.chdir(here)


def _sparse(name: str, size: int) -> Maker:
    def make(path: Path) -> None:
        with (path / name).open("wb") as opened:
            opened.truncate(size)

    return _beside(make)


def _many(path: Path) -> None:
    for number in range(25_000):
        (path / f"{number}.bin").touch()


def _deep(path: Path) -> None:
    for _ in range(60):
        path /= "a" * 40
    path.mkdir(parents=True)
    (path / "deep.md").write_text(_call("/v1/deep/{id}"), encoding="utf-8")


def _forwards(path: Path) -> None:
    """Two folders that lead to one another."""
    for one, other in (("a", "b"), ("b", "a")):
        (path / one).mkdir()
        (path / one / other).symlink_to(path / other)
        (path / one / "up").symlink_to("..")


_ROW = "| a | string | yes |\n"
_INDEX = "- [a](https://docs.shop.example/a.md)\n"

MADE: Mapping[str, Mapping[str, Maker]] = {
    "size": {
        "fences.md": _fill("```\n", _HEAD),
        "open-fences.md": _fill("````yaml get /v1/x\n", _HEAD),
        "fences-growing.md": _page("".join("`" * n + "\n" for n in range(3, 500))),
        "fragments.md": _fill(
            "````yaml get /x\nopenapi: 3.1.0\npaths: {}\n````\n", size=9_000
        ),
        "columns.md": _page(f"{_HEAD}{'|a' * 10_000}|\n{'|-' * 10_000}|\n"),
        "rows.md": _fill(_ROW, _HEAD + _BODY, size=2_000 * len(_ROW)),
        "html-columns.md": _fill("<td>a", _HEAD + "<table><tr>", "</table>"),
        "html-depth.md": _fill("<table><tr><td>", _HEAD),
        "html-attributes.md": _fill(" a=b", _HEAD + "<table><tr><td", "></table>"),
        "frontmatter-keys.md": _page(
            "---\n" + "".join(f"k{n}: v\n" for n in range(10_000)) + "---\n" + _HEAD
        ),
        "frontmatter-depth.md": _fill("[", "---\ntitle: ", f"\n---\n{_HEAD}"),
        "frontmatter-line.md": _fill("a", "---\ntitle: ", f"\n---\n{_HEAD}"),
        "json-lists.md": _fill("[", _HEAD + "## Response\n\n```json\n", "\n```\n"),
        "json-line.md": _fill(
            '{"a":', _HEAD + "## Response\n\n```json\n", "1\n```\n", size=200_000
        ),
        "yaml-flow.md": _fill(
            "[", "````yaml get /x\nopenapi: 3.1.0\npaths: ", "\n````", 20_000
        ),
        "yaml-depth.md": _page(
            "````yaml get /x\nopenapi: 3.1.0\npaths:\n"
            + "".join(f"{' ' * n}a:\n" for n in range(1, 1_000))
            + "````\n"
        ),
        "operations.md": _page(
            "".join(f"## GET /v1/o{n}/{{id}}\n\n{_BODY}{_ROW}\n" for n in range(40))
        ),
        "titles.md": _fill("# a\n\n"),
        "one-line.md": _fill("x", _HEAD, size=300_000),
        "six-megabytes.md": _fill("x\n", _HEAD, size=6_000_000),
        "quotes.md": _fill("> ", "", "a"),
        "lists.md": _page("".join(f"{' ' * 2 * n}- a\n" for n in range(200))),
        "tags.md": _fill("{% tab %}\n", _HEAD),
        "index.txt": _fill(_INDEX, "# Shop\n\n", size=60_000),
        "llms-pages.txt": _fill("# a\nSource: https://docs.shop.example/a\n\nx\n"),
        "llms-rules.txt": _fill("---\n## a\n> b\n"),
    },
    "regex": {
        "name-spaces.md": _fill(" ", f"{_HEAD}{_BODY}| `a", "b` | string | yes |\n"),
        "name-dashes.md": _fill("-", f"{_HEAD}{_BODY}| ", "! | string | yes |\n"),
        "endpoints.md": _fill(" ", "---\nmethod: GET\nendpoint: /a", "b\n---\n"),
        "types.md": _fill("string(", f"{_HEAD}{_BODY}| a | ", " | yes |\n"),
        "words.md": _fill("minimum 1 ", f"{_HEAD}{_BODY}| a | string | ", " |\n"),
        "ranges.md": _fill("1-", f"{_HEAD}{_BODY}| a | string(", ") | yes |\n"),
        "curl.md": _fill("-H 'a: b' ", f"{_HEAD}```sh\ncurl ", "'\n```\n"),
        "curl-escapes.md": _fill("\\", f"{_HEAD}```sh\ncurl '", "\n```\n"),
        "paths.md": _fill("{a}/", "```\nGET /", "\n```\n"),
        "braces.md": _fill("{", "```\nGET /", "\n```\n"),
        "emphasis.md": _fill("*_", _HEAD),
        "links.md": _fill("[a](", _HEAD),
        "entities.md": _fill("&#x", _HEAD),
        "statuses.md": _fill("404 ", f"{_HEAD}## Errors\n\n"),
        "headers.md": _fill("n-", f"{_HEAD}```http\nHTTP/1.1 200 OK\n", "\n```\n"),
        "index-titles.txt": _fill("- [" + "](a" * 1_300 + "\n", "# S\n", size=100_000),
        "index-headings.txt": _fill("# " * 2_000 + "x\n", _INDEX * 9, size=100_000),
        "glued.txt": _fill("astring", size=20_000),
        "broken.txt": _fill("GET\n\n\n/\n"),
        "comments.md": _fill("<!--", "", _HEAD),
        "doc.txt": _fill("<doc ", "# a\n"),
        "components.md": _fill(" a={", f"{_HEAD}<ParamField"),
        "colons.md": _fill(":\n", _HEAD, size=9_000),
    },
    "names": {
        "case": _numbered("Page.md", "page.md", "PAGE.md", "a/x.md", "A/x.md"),
        "unicode": _numbered(
            *(unicodedata.normalize(form, "café.md") for form in ("NFC", "NFD")),
            "ﬁ.md",
            "fi.md",
        ),
        "devices": _numbered(
            "con.md", "AUX.md", "nul", "com1.x.md", "lpt9.md", "prn/a.md"
        ),
        "control": _numbered(
            "a\nb.md", "a\x1b[31m.md", "a\rb.md", "\x7f.md", "::error::.md"
        ),
        "not-utf-8": _numbered(b"\xff\xfe.md", b"a\xed\xa0\x80.md", "good.md"),
        "bidi": _numbered("\u202egnp.md", "a\u200b.md", "a.md"),
        "shell": _numbered(
            "$(touch canary).md", "`id`.md", "a;b.md", "-rf.md", "'\".md"
        ),
        "dots": _numbered(
            "...md", "..md", "a..md", "a ./b.md", " .md", "~.md", "%2e%2e.md"
        ),
        "long": _numbered(
            "a" * 250 + ".md", "a" * 249 + "b.md", *["b" * 200 + "/c" * 20]
        ),
        "backslashes": _numbered("..\\..\\canary.md", "c:\\x.md", "\\\\host\\share.md"),
        "undrifts-own": _numbered(
            "provider.yaml.md", "openapi.yaml", "names.yaml", "fetched.json"
        ),
        "markup": _numbered(
            "<script>.md", "a|b.md", "[x](y).md", "@octocat.md", "::error.md"
        ),
        "file-and-folder": _numbered("a.md", "a-md/b.md", "a/b.md", "a-b.md"),
    },
    "files": {
        "link-to-itself.md": lambda path: path.symlink_to("link-to-itself.md"),
        "nowhere.md": lambda path: path.symlink_to("/nowhere"),
        "zero.md": lambda path: path.symlink_to("/dev/zero"),
        "pipe.md": os.mkfifo,
        "pipe.yaml": os.mkfifo,
        "llms.txt": os.mkfifo,
        "pipe-inside": _pipe("page2.md"),
        "pipe-spec": _pipe("openapi.yaml"),
        "pipe-json": _pipe("a.json"),
        "pipe-taken": _pipe("tables.md"),
        "link-page": _link("page2.md", "../../secret.md"),
        "link-taken": _link("tables.md", "../../secret.md"),
        "link-spec": _link("openapi.yaml", "../../secret.yaml"),
        "link-folder": _link("docs", "../.."),
        "link-device": _link("page2.md", "/dev/zero"),
        "link-absolute": _link("page2.md", "/etc/passwd"),
        "links": _beside(_links_everywhere),
        "loop": _beside(_forwards),
        "socket": _beside(_socket),
        "sparse-page": _sparse("page2.md", 4 * 1024**3),
        "sparse-bundle": _sparse("llms-full.txt", 4 * 1024**3),
        "sparse-spec": _sparse("openapi.yaml", 4 * 1024**3),
        "folder-called-page.md": _folder({"a.md/b.md": _call("/v1/a/{id}")}),
        "many": _beside(_many),
        "deep": _beside(_deep),
        "nothing": lambda path: path.mkdir(),
        "hidden": _folder({".git/page.md": _HEAD, ".hidden.md": _HEAD}),
    },
}
