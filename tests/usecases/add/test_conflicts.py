"""Pages of one spec that contradict each other: an error, or both are kept."""

import json
from pathlib import Path

from click.testing import CliRunner, Result

from undrift.cli import undrift

PAGE = """\
# {name}

````yaml openapi.yaml get /{name}
openapi: 3.1.0
info: {{title: Acme, version: '1'}}
servers: [{{url: 'https://api.acme.example'}}]
paths:
  /{name}:
    get:
      responses:
        '200':
          description: OK
          content:
            application/json:
              schema: {{$ref: '#/components/schemas/Item'}}
components:
  schemas:
    Item: {{type: object, properties: {{id: {{type: {kind}}}}}}}
````
"""


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(undrift, [*arguments, "--root", str(root)])


def test_a_contradiction_names_both_pages_until_both_are_to_be_kept(
    tmp_path: Path,
) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for name, kind in (("one", "string"), ("two", "integer")):
        (pages / f"{name}.md").write_text(PAGE.format(name=name, kind=kind))
    assert run(tmp_path, "add", "acme", str(pages)).exit_code == 1
    refused = run(tmp_path, "generate", "acme")
    assert refused.exit_code == 2
    assert "specs/acme/docs/two.md:18:5: error[UD023]" in refused.output
    assert "specs/acme/docs/one.md:18:5" in refused.output
    manifest = tmp_path / "specs" / "acme" / "provider.yaml"
    text = manifest.read_text("utf-8")
    manifest.write_text(f"{text}conflicts: keep-apart\n", "utf-8")
    assert run(tmp_path, "generate", "acme").exit_code == 0
    exported = run(tmp_path, "export", "acme", "--format", "json")
    schemas = json.loads(exported.stdout)["components"]["schemas"]
    assert set(schemas) == {"Item", "Item_2"}
    assert schemas["Item_2"]["properties"]["id"] == {"type": "integer"}


def test_an_operation_on_two_pages_is_taken_once_and_told(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for file in ("one.md", "again.md"):
        (pages / file).write_text(PAGE.format(name="one", kind="string"))
    added = run(tmp_path, "add", "acme", str(pages))
    assert added.exit_code == 0
    told = "GET /one (openapi.yaml) is on again.md, one.md: it is taken once"
    assert told in added.stdout


def test_pages_with_other_servers_are_told_and_so_is_where_a_call_goes(
    tmp_path: Path,
) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for name in ("one", "two", "three"):
        text = PAGE.format(name=name, kind="string")
        if name == "three":
            text = text.replace("//api.", "//eu.")
        (pages / f"{name}.md").write_text(text)
    assert run(tmp_path, "add", "acme", str(pages)).exit_code == 0
    generated = run(tmp_path, "generate", "acme")
    assert generated.exit_code == 0
    assert "specs/acme/docs/three.md:6:1: info[UD028]" in generated.stderr
    shown = run(tmp_path, "show", "acme").stdout
    place = "[specs/acme/docs/three.md:6:11]"
    assert shown.count(f"    host       https://eu.acme.example  {place}") == 1
