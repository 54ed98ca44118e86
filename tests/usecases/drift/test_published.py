"""Providers that publish their whole spec: it is a page, fetched and compared."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.fetch.server import Answer, page, site
from undrift.cli import undrift

SPEC = """\
openapi: 3.1.0
info: {title: Acme, version: '1'}
servers: [{url: https://api.acme.example}]
paths:
  /orders:
    get:
      operationId: list-orders
      responses:
        '200': {description: Done}
"""
INDEX = "# Acme\n\n- [Get](/get.md)\n\n## OpenAPI Specs\n\n- [api](/openapi.yaml)\n"
YAML = "application/yaml"


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(undrift, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.stdout


def codes(*options: str) -> tuple[int, list[str]]:
    code, report = run("drift", "--format", "json", *options)
    return code, [finding["code"] for finding in json.loads(report)["findings"]]


def test_the_spec_that_an_index_names_is_checked_and_taken_in() -> None:
    answers: dict[str, Answer] = {
        "/llms.txt": page(INDEX, "text/plain"),
        "/openapi.yaml": page(SPEC, YAML),
    }
    with site(answers) as docs:
        assert run("add", "acme", f"{docs.url}/llms.txt")[0] == 0
        assert codes() == (0, [])
        assert codes("--snapshot") == (0, [])

        answers["/openapi.yaml"] = page(SPEC.replace("/orders:", "/bills:"), YAML)
        assert codes() == (1, ["DR107"])
        code, said = run("sync")
        assert code == 1
        assert "breaking: path or method changed: /orders → /bills" in said
        assert run("sync", "--accept")[0] == 0
        assert b"/bills:" in Path("specs/acme/docs/openapi.yaml").read_bytes()
        assert "/bills" in Path("specs/acme/CHANGES.md").read_text("utf-8")
        assert codes() == (0, [])

        del answers["/openapi.yaml"]
        assert codes() == (0, ["DR001"])


def test_a_published_spec_is_corrected_by_an_overlay_and_not_edited() -> None:
    answers: dict[str, Answer] = {"/openapi.yaml": page(SPEC, YAML)}
    with site(answers) as docs:
        run("add", "acme", f"{docs.url}/openapi.yaml")
        manifest = Path("specs/acme/provider.yaml")
        text = f"{manifest.read_text('utf-8')}overlay: overlay.yaml\n"
        manifest.write_text(text, "utf-8")
        Path("specs/acme/overlay.yaml").write_text(
            "overlay: 1.0.0\ninfo: {title: Corrections, version: '1'}\nactions:\n"
            "  - target: $.paths['/orders'].get\n"
            "    description: The page forgets that it is deprecated.\n"
            "    update: {deprecated: true}\n",
            "utf-8",
        )
        assert codes() == (0, [])
        before = Path("specs/acme/docs/openapi.yaml").read_bytes()
        assert run("sync", "--propose", "--accept")[0] == 0
        assert Path("specs/acme/docs/openapi.yaml").read_bytes() == before

        stated = SPEC.replace("orders\n", "orders\n      deprecated: true\n")
        answers["/openapi.yaml"] = page(stated, YAML)
        assert "DR604" in codes()[1]


def test_a_spec_without_pages_has_nothing_to_be_held_against() -> None:
    Path("openapi.yaml").write_text(SPEC, "utf-8")
    run("add", "acme", "openapi.yaml")
    code, report = run("drift", "--format", "json")
    found = json.loads(report)
    assert (code, found["findings"]) == (3, [])
    assert "names no page" in found["unreachable"][0]["reason"]
    assert codes("--snapshot") == (0, [])
