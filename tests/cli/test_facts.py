"""`undrift facts`: the published shape, folders, and what the exit code says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from undrift.cli import undrift

PAGE = """\
# Boil

```
POST /v1/boil
```

## Body

| Name | Type | Required | Description |
|---|---|---|---|
| `reason` | string | Yes | Why (minimum 10 characters) |

## Response

Returns `201 Created`.

```json
{"id": 1}
```

## Errors

| Status | Code | Description |
|---|---|---|
| 409 | `hot` | Boiling already |
"""

FRAGMENT = """\
# Get

````yaml openapi.yaml get /cups/{id}
openapi: 3.1.0
info: {title: Cups, version: "1"}
servers: [{url: "https://api.cups.example/v1/"}]
paths:
  /cups/{id}:
    get:
      deprecated: true
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
      responses:
        "200":
          description: A cup
          content:
            application/json:
              schema: {type: object, properties: {id: {type: string}}}
              example: {id: a}
        "404": {description: None}
````
"""


def run(*arguments: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(undrift, ["facts", *map(str, arguments)])
    return result.exit_code, result.output


def test_the_published_shape(tmp_path: Path) -> None:
    page = tmp_path / "boil.md"
    page.write_text(PAGE, "utf-8")
    code, output = run(page, "--format", "json")
    assert code == 0
    assert json.loads(output) == {
        "pages": [
            {
                "page": page.as_posix(),
                "kind": "tables",
                "title": "Boil",
                "operations": [
                    {
                        "method": "POST",
                        "path": "/v1/boil",
                        "servers": [],
                        "line": 4,
                        "deprecated": False,
                        "auth": [],
                        "headers": [],
                        "path_params": [],
                        "query_params": [],
                        "body_fields": [
                            {
                                "name": "reason",
                                "type": "string",
                                "required": "yes",
                                "constraints": {"minLength": 10},
                                "line": 11,
                            }
                        ],
                        "responses": [
                            {"status": "201", "example_keys": ["id"], "line": 15}
                        ],
                        "errors": [
                            {
                                "status": "409",
                                "code": "hot",
                                "description": "Boiling already",
                                "line": 25,
                            }
                        ],
                    }
                ],
                "problems": [],
            }
        ]
    }


def test_a_fragment_is_told_as_a_page_would_say_it(tmp_path: Path) -> None:
    (tmp_path / "get.md").write_text(FRAGMENT, "utf-8")
    code, output = run(tmp_path, "--format", "json")
    assert code == 0
    (operation,) = json.loads(output)["pages"][0]["operations"]
    assert operation["path"] == "/v1/cups/{id}"
    assert operation["servers"] == ["https://api.cups.example"]
    assert operation["deprecated"]
    assert operation["responses"] == [
        {"status": "200", "example_keys": ["id"], "line": 14}
    ]
    assert [error["status"] for error in operation["errors"]] == ["404"]


def test_a_bundle_keeps_its_lines(tmp_path: Path) -> None:
    start = "# One\nSource: https://docs.example/one\n\n# Two\n"
    text = f"{start}Source: https://docs.example/two\n\n{PAGE}"
    (tmp_path / "llms-full.txt").write_text(text, "utf-8")
    (tmp_path / "llms.txt").write_text("# Site\n\n- [a](b)\n", "utf-8")
    code, output = run(tmp_path, "--format", "json")
    pages = json.loads(output)["pages"]
    assert code == 0
    assert [page["kind"] for page in pages] == ["prose", "tables", "index"]
    (operation,) = pages[1]["operations"]
    assert operation["line"] == 10
    assert operation["body_fields"][0]["line"] == 17
    assert operation["errors"][0]["line"] == 31


@pytest.mark.parametrize(
    ("text", "code"), [("<!DOCTYPE html><p>", 3), ("# Fine", 0), (b"\xff", 3)]
)
def test_the_exit_code(tmp_path: Path, text: str | bytes, code: int) -> None:
    data = text if isinstance(text, bytes) else text.encode()
    (tmp_path / "page.md").write_bytes(data)
    assert run(tmp_path)[0] == code


def test_what_is_not_there_is_unreadable_input(tmp_path: Path) -> None:
    assert run(tmp_path / "none.md")[0] == 2
    assert run(tmp_path)[0] == 2


GITBOOK = """\
# Images

## POST /images

>
```json
{"openapi":"3.0.0","info":{"title":"Pixo","version":"1"},"servers":[{"url":"https://api.pixo.example"}],"paths":{"/images":{"post":{"requestBody":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/NewImage"}}}},"responses":{"201":{"description":"made"}}}}}}
```
"""
MODEL = """
## The NewImage object

```json
{"openapi":"3.0.0","info":{"title":"Pixo","version":"1"},"components":{"schemas":{"NewImage":{"type":"object","properties":{"prompt":{"type":"string"}}}}}}
```
"""


def test_a_block_uses_what_another_block_of_its_page_describes(tmp_path: Path) -> None:
    (tmp_path / "images.md").write_text(GITBOOK + MODEL)
    done = CliRunner().invoke(undrift, ["facts", str(tmp_path), "--format", "json"])
    (page,) = json.loads(done.stdout)["pages"]
    (operation,) = page["operations"]
    assert (page["problems"], done.exit_code) == ([], 0)
    assert [(f["name"], f["line"]) for f in operation["body_fields"]] == [
        ("prompt", 13)
    ]


def test_what_stands_on_another_page_costs_no_other_fact(tmp_path: Path) -> None:
    (tmp_path / "images.md").write_text(GITBOOK)
    (tmp_path / "models.md").write_text(MODEL)
    done = CliRunner().invoke(undrift, ["facts", str(tmp_path), "--format", "json"])
    page, _ = json.loads(done.stdout)["pages"]
    (operation,) = page["operations"]
    assert operation["servers"] == ["https://api.pixo.example"]
    assert [r["status"] for r in operation["responses"]] == ["201"]
    assert [p["code"] for p in page["problems"]] == ["UD024"]
    assert done.exit_code == 0
