"""What follows `add`: questions listed and checked, the document exported."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from undrift.cli import undrift
from undrift.openapi import Loaded, load_source, same
from undrift.output import create_folder

ROOT = Path(__file__).parents[3]
SOURCE = Path(__file__).parent / "cases" / "folder-of-tables" / "source"
SEEDS = ("cryptoprocessing", "firekassa", "meum", "storno", "visa_acceptance")


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(undrift, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.stdout


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_questions_are_listed_with_page_and_line() -> None:
    run("add", "acme", str(SOURCE))
    code, said = run("show", "acme", "--unconfirmed")
    assert code == 0
    assert (
        "specs/acme/docs/cancel.md:31: Is it required? The page does not say." in said
    )
    code, said = run("show", "acme", "--unconfirmed", "--format", "json")
    listed = json.loads(said)["unconfirmed"]
    assert {item["provider"] for item in listed} == {"acme"}
    assert all(item["line"] and item["question"] for item in listed)


def test_check_confirmed_fails_until_every_question_is_answered() -> None:
    run("add", "acme", str(SOURCE))
    assert run("generate", "acme")[0] == 0
    assert run("generate", "--check", "acme")[0] == 0
    code, said = run("generate", "--check", "--confirmed", "acme")
    assert code == 1
    assert "unconfirmed" in said
    assert "Unconfirmed: Is it required?" in "".join(
        path.read_text("utf-8") for path in Path("generated/acme").rglob("*.py")
    )


def test_an_edited_spec_is_never_written_over() -> None:
    run("add", "acme", str(SOURCE))
    spec = Path("specs/acme/openapi.yaml")
    spec.write_text("mine", "utf-8")
    assert run("add", "acme", str(SOURCE))[0] == 2
    assert spec.read_text("utf-8") == "mine"


@pytest.mark.parametrize("provider", SEEDS)
def test_every_seed_page_gives_a_client(provider: str) -> None:
    pages = str(ROOT / "specs" / provider / "docs")
    assert run("add", provider, pages)[0] == 0
    assert run("generate", provider)[0] == 0
    assert run("generate", "--from", pages, "--into", "out", "--name", "c")[0] == 0


@pytest.mark.parametrize("provider", SEEDS)
def test_yaml_and_json_export_the_same(provider: str) -> None:
    shutil.copytree(ROOT / "specs" / provider, Path("specs") / provider)
    assert run("export", provider, "--output", "all.yaml")[0] == 0
    assert run("export", provider, "--output", "all.json")[0] == 0
    written = load_source("all.yaml", Path("all.yaml").read_bytes())
    again = load_source("all.json", Path("all.json").read_bytes())
    assert isinstance(written, Loaded)
    assert isinstance(again, Loaded)
    assert same(written.value, again.value)
    assert run("export", provider)[1] == Path("all.yaml").read_text("utf-8")


def test_swagger_is_exported_as_swagger() -> None:
    source = SOURCE.parent.parent / "swagger-json" / "source" / "swagger.json"
    run("add", "acme", str(source))
    code, said = run("export", "acme", "--format", "json")
    assert code == 0
    assert json.loads(said) == json.loads(source.read_text("utf-8"))


def test_a_folder_is_made_whole_or_not_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "rename", fail)
    problem = create_folder(Path("specs/acme"), {"a/b.md": b"x"}, "specs/acme")
    assert problem is not None
    assert "No space left" in problem.message
    assert list(Path("specs").iterdir()) == []
