"""Files that undrift keeps beside a provider, as a cloned repository may bring them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from .pages_judge import unfit
from .worker import command

PAGE = Path(__file__).parent / "pages" / "benign" / "tables.md"
ID = "DR202-c2e75e4785"

_IGNORED = 'ignore:\n  "{}":\n    until: "{}"\n    reason: {}\n'
_ALIASES = "a: &a [x, x]\nb: &b [*a, *a]\n" + "c: [*b, *b, *b, *b]\n" * 2
_URLS = {
    "up": "https://docs.shop.example/../../../../etc/passwd",
    "encoded": "https://docs.shop.example/%2e%2e/%2e%2e/etc/passwd",
    "no-address": "https://[::1/x.md",
    "long": f"https://docs.shop.example/{'a' * 1_500}",
    "long-part": f"https://docs.shop.example/{'%61' * 300}.md",
    "nul": "https://docs.shop.example/%00.md",
    "port": "https://docs.shop.example:99999/x.md",
    "user": "https://a:b@docs.shop.example/x.md",
}
_MANIFEST = "client: Shop\nspec: openapi.yaml\npages:\n  - file: docs/tables.md\n"

KEPT: dict[str, tuple[str, str | bytes]] = {
    "ignore-code": (
        "drift-ignore.yaml",
        _IGNORED.format(ID, "2020-01-01", "'</script>\x1b ::error::x | ` @a <b>'"),
    ),
    "ignore-markup": (
        "drift-ignore.yaml",
        _IGNORED.format(
            ID, "2020-01-01", "'</script> ::error::x | ` @a <b> ##[x] %0A'"
        ),
    ),
    "ignore-escapes": (
        "drift-ignore.yaml",
        _IGNORED.format(ID, "2020-01-01", '"a\\e[31m\\u202e\\u2028"'),
    ),
    "ignore-id": ("drift-ignore.yaml", _IGNORED.format("../x", "2020-01-01", "a")),
    "ignore-day": ("drift-ignore.yaml", _IGNORED.format(ID, "9999-99-99", "a")),
    "ignore-forever": ("drift-ignore.yaml", _IGNORED.format(ID, "9999-12-31", "a")),
    "ignore-aliases": ("drift-ignore.yaml", _ALIASES),
    "ignore-tag": ("drift-ignore.yaml", "ignore: !!python/name:os.system\n"),
    "ignore-list": ("drift-ignore.yaml", "- ignore\n"),
    "ignore-depth": ("drift-ignore.yaml", "[" * 5_000),
    "ignore-long": (
        "drift-ignore.yaml",
        _IGNORED.format(ID, "2020-01-01", "a" * 100_000),
    ),
    "ignore-bytes": ("drift-ignore.yaml", b"\xff\xfe\x00"),
    "ignore-folder": ("drift-ignore.yaml/x", ""),
    "fetched-list": ("fetched.json", "[]"),
    "fetched-depth": ("fetched.json", "[" * 100_000),
    "fetched-number": (
        "fetched.json",
        '{"pages": {"docs/tables.md": {"checked": 1e400}}}',
    ),
    "fetched-nan": ("fetched.json", "NaN"),
    "fetched-name": (
        "fetched.json",
        '{"pages": {"../../x": {"url": "file:///etc/passwd", "digest": "::error::"}}}',
    ),
    "fetched-lines": (
        "fetched.json",
        '{"pages": {"docs/tables.md": {"url": "https://x.example/", "digest": "x",'
        ' "etag": "a\\r\\nX: y", "checked": "9999-99-99"}}}',
    ),
    "fetched-bytes": ("fetched.json", b"\xff"),
    "state-list": ("../../.undrift-state.json", "[]"),
    "state-depth": ("../../.undrift-state.json", "[" * 100_000),
    "state-names": (
        "../../.undrift-state.json",
        '{"seen": {"../x": ["\\u001b[31m", "::error::x"]}, "pages": {"shop": {"../x":'
        ' {"checked": "<script>", "etag": "a\\r\\nb"}}}}',
    ),
    "state-types": ("../../.undrift-state.json", '{"seen": {"shop": {"a": NaN}}}'),
    "state-folder": ("../../.undrift-state.json/x", ""),
    "manifest-aliases": ("provider.yaml", _ALIASES),
    "manifest-file": ("provider.yaml", _MANIFEST + "  - file: docs/../../x.md\n"),
    **{
        f"manifest-{name}": ("provider.yaml", f"{_MANIFEST}    url: {url!r}\n")
        for name, url in _URLS.items()
    },
}


@pytest.mark.parametrize("name", KEPT)
def test_kept(name: str, tmp_path: Path) -> None:
    (tmp_path / "specs").mkdir()
    root = ("--root", str(tmp_path))
    assert command("add", "shop", str(PAGE), *root).code == 0
    saved = tmp_path / "saved"
    saved.mkdir()
    page = PAGE.read_text("utf-8").replace("`notify`", "`notify2`")
    (saved / "tables.md").write_text(page, "utf-8")
    file, data = KEPT[name]
    path = Path(os.path.normpath(tmp_path / "specs" / "shop" / file))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    before = _files(tmp_path)

    drift = ("drift", "shop", *root)
    runs = [
        command(*drift, "--snapshot", "--format", form)
        for form in ("text", "json", "markdown", "github", "html")
    ]
    runs.append(command(*drift, "--docs", str(saved), "--format", "html"))
    runs.append(command("sync", "shop", "--from", str(saved), *root))
    runs.append(command("sync", "shop", "--offline", *root))
    until = ("--until", "2027-01-01", "--reason", "a <b> | c", "--provider", "shop")
    runs.append(command("ignore", ID, *until, *root))
    runs.append(command("ignore", ID, "--remove", "--provider", "shop", *root))

    wrong = [f"{run.asked[0]}: {what}" for run in runs for what in unfit(run)]
    assert not wrong, "\n".join(wrong)
    made = _files(tmp_path) - before
    assert made <= {"specs/shop/drift-ignore.yaml", ".undrift-state.json"}


def _files(root: Path) -> set[str]:
    return {p.relative_to(root).as_posix() for p in root.rglob("*") if p.is_file()}
