"""What a snapshot is made of, for whoever asks: one way for each kind of page."""

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from undrift.cli import undrift
from undrift.diagnostics import Place
from undrift.reading.reader import Reader
from undrift.reading.snapshot import Snapshot, files_of_folder, snapshot_of_files

FRAGMENT = """\
# Paid

````yaml openapi.yaml webhook paid
openapi: 3.1.0
info: {title: Acme, version: '1'}
servers: [{url: https://api.acme.example}]
webhooks:
  paid:
    post: {responses: {'200': {description: Seen}}}
paths:
  /orders:
    get: {operationId: listOrders, responses: {'204': {description: None}}}
````
"""
BOIL = """\
# Boil

```
POST https://api.acme.example/v1/boil
```

| Field | Type | Required |
|---|---|---|
| `cups` | integer | Yes |
"""
HTML = "<!DOCTYPE html><html><p>POST /v1/boil</p></html>"
BUNDLE = f"# One\nSource: https://docs.example/one\n\nText.\n\n{BOIL}".replace(
    "# Boil", "# Boil\nSource: https://docs.example/boil"
)


def read(**pages: str) -> Snapshot:
    named = {name.replace("__", "."): text.encode() for name, text in pages.items()}
    return snapshot_of_files(Reader(), files_of_folder(named, "docs"), "docs")


def run(*arguments: str) -> int:
    return CliRunner().invoke(undrift, arguments).exit_code


@pytest.mark.parametrize(
    ("named", "code"), [("webhook paid", 0), ("webhook refunded", 1)]
)
def test_a_webhook_s_page_is_held_against_its_fragment_everywhere(
    named: str, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for folder, text in (("old", FRAGMENT), ("new", FRAGMENT)):
        Path(folder).mkdir()
        name = named if folder == "new" else "webhook paid"
        Path(folder, "paid.md").write_text(text.replace("webhook paid", name))
    assert run("facts", "new") == (3 if code else 0)
    assert run("diff", "old", "new") == (3 if code else 0)
    assert run("add", "acme", "new") == code


def test_what_is_refused_is_named_and_tells_nothing() -> None:
    found = read(a__md=HTML, b__md=" \n", c__md=BOIL)
    assert [page.name for page in found.unread] == ["a.md", "b.md"]
    assert list(found.written) == ["c.md"]
    assert found.read_names == {"c.md"}
    assert [problem.code for problem in found.problems] == ["UD020"]


def test_pages_of_a_bundle_stand_where_the_bundle_has_them() -> None:
    found = read(**{"llms-full__txt": BUNDLE})
    assert [page.name for page in found.pages] == ["one.md", "boil.md"]
    (operation,) = found.written["boil.md"].operations
    assert operation.place == Place("docs/llms-full.txt", 10)
    assert found.name_at(operation.place) == "boil.md"
    assert found.name_at(Place("docs/llms-full.txt", 2)) == "one.md"


def test_an_index_is_no_page() -> None:
    found = read(llms__txt="# Acme\n\n- [Boil](/boil.md)\n", boil__md=BOIL)
    assert [page.kind for page in found.pages] == ["index", "tables"]
    assert len(found.facts) == 1


def test_facts_reads_what_add_and_diff_read(tmp_path: Path) -> None:
    (tmp_path / "boil.mdoc").write_text(BOIL)
    assert run("facts", str(tmp_path)) == 0


TOLD_BOTH = {
    "turned to prose": ("# Cancel invoice\n\nNot here any more.\n", {"DR101"}),
    "in a table": (
        "# Cancel\n\n```\nPOST https://api.meum.io/v1/invoices/{id}/cancel\n```\n\n"
        "| Field | Type | Required |\n|---|---|---|\n| `why` | string | No |\n",
        set[str](),
    ),
}


@pytest.mark.parametrize("change", TOLD_BOTH)
def test_diff_and_drift_say_the_same_of_a_change(
    change: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text, codes = TOLD_BOTH[change]
    kept = Path(__file__).parents[2] / "specs" / "meum"
    shutil.copytree(kept, tmp_path / "specs" / "meum")
    saved = tmp_path / "saved" / "docs"
    saved.mkdir(parents=True)
    (saved / "invoices-cancel.md").write_text(text)
    monkeypatch.chdir(tmp_path)
    for command in ("diff specs/meum/docs saved/docs", "drift meum --docs saved"):
        arguments = [*command.split(), "--format", "json"]
        output = CliRunner().invoke(undrift, arguments).stdout
        # What the overlay of a provider is worth is no change of its pages.
        found = set(re.findall(r'"code": "(DR[0-5]\d\d)"', output))
        assert found == codes, command


def test_a_page_beside_those_that_the_manifest_names_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = Path(__file__).parents[2] / "specs" / "storno"
    shutil.copytree(kept, tmp_path / "specs" / "storno")
    shutil.copytree(kept / "docs", tmp_path / "saved" / "docs")
    (tmp_path / "saved" / "boil.md").write_text(BOIL)
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(undrift, "drift storno --docs saved".split())
    assert "DR102" in done.stdout
    assert "saved/boil.md:4" in done.stdout
    assert "add it to provider.yaml" in done.stdout
