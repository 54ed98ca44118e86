"""The files that serve other people's CI: what they promise is what they do.

Schemas come with the validators, which are packages: nothing is fetched.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.waiting import HANGS
from undrift.cli import undrift
from undrift.openapi import Loaded, Value, load_source

ROOT = Path(__file__).parent.parent
ACTION, HOOKS, GUIDE = (
    ROOT / name for name in ("action.yml", ".pre-commit-hooks.yaml", "docs/ci.md")
)
BLOCKS = re.findall(
    r"^```yaml\n(.*?)^```$", GUIDE.read_text("utf-8"), re.MULTILINE | re.DOTALL
)
CONFIG, *WORKFLOWS = BLOCKS


def read(text: str) -> Value:
    loaded = load_source("x.yaml", text)
    assert isinstance(loaded, Loaded), loaded
    return loaded.value


def mapping(value: Value) -> dict[str, Value]:
    assert isinstance(value, dict)
    return value


def sequence(value: Value) -> list[Value]:
    assert isinstance(value, list)
    return value


def validated(*command: str | Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *command],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=HANGS,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def steps() -> list[dict[str, Value]]:
    runs = mapping(mapping(read(ACTION.read_text("utf-8")))["runs"])
    return [mapping(step) for step in sequence(runs["steps"])]


def inputs() -> dict[str, Value]:
    return mapping(mapping(read(ACTION.read_text("utf-8")))["inputs"])


def hooks() -> list[dict[str, Value]]:
    return [mapping(hook) for hook in sequence(read(HOOKS.read_text("utf-8")))]


def test_the_action_is_as_its_schema_says() -> None:
    validated("check_jsonschema", "--builtin-schema", "vendor.github-actions", ACTION)


def test_the_hooks_are_as_pre_commit_wants_them() -> None:
    validated("pre_commit", "validate-manifest", HOOKS)


def test_what_the_guide_shows_is_valid(tmp_path: Path) -> None:
    config = tmp_path / ".pre-commit-config.yaml"
    config.write_text(CONFIG, "utf-8")
    validated("pre_commit", "validate-config", config)
    assert len(WORKFLOWS) == 2
    for number, workflow in enumerate(WORKFLOWS):
        file = tmp_path / f"{number}.yml"
        file.write_text(workflow, "utf-8")
        schema = "vendor.github-workflows"
        validated("check_jsonschema", "--builtin-schema", schema, file)


def test_a_validator_notices(tmp_path: Path) -> None:
    file = tmp_path / "action.yml"
    file.write_text("name: x\nruns: {using: composite}\n", "utf-8")
    with pytest.raises(AssertionError, match="description' is a required property"):
        validated("check_jsonschema", "--builtin-schema", "vendor.github-actions", file)


@pytest.mark.parametrize("workflow", WORKFLOWS)
def test_workflows_may_do_little(workflow: str) -> None:
    assert mapping(read(workflow))["permissions"] == {"contents": "read"}
    assert "secrets." not in workflow
    assert "run:" not in workflow
    (job,) = mapping(mapping(read(workflow))["jobs"]).values()
    used = [mapping(step) for step in sequence(mapping(job)["steps"])]
    assert used[0]["with"] == {"persist-credentials": False}
    (own,) = (s for s in used if str(s["uses"]).startswith("OWNER/undrift@"))
    assert mapping(own["with"]).keys() <= inputs().keys()


def test_the_guide_tells_every_input_and_hook() -> None:
    told = re.findall(r"^\| `([a-z-]+)` \|([^|]*)\|", GUIDE.read_text("utf-8"), re.M)
    defaults = {
        name: f"`{default}`" if (default := mapping(of)["default"]) else ""
        for name, of in inputs().items()
    }
    assert {name: shown.strip() for name, shown in told} == {
        **defaults,
        "providers": "all",
    }
    repositories = sequence(mapping(read(CONFIG))["repos"])
    used = sequence(mapping(repositories[0])["hooks"])
    assert [mapping(h)["id"] for h in used] == [h["id"] for h in hooks()]


def test_nothing_from_outside_is_put_into_a_script() -> None:
    scripts = [str(step["run"]) for step in steps() if "run" in step]
    assert len(scripts) == 3
    assert not any("${{" in script for script in scripts)


def play(step: dict[str, Value], given: dict[str, str], folder: Path) -> list[str]:
    """Run a step as a runner would; a stand-in for undrift tells its words."""
    programs = folder / "undrift" / "bin"
    programs.mkdir(parents=True, exist_ok=True)
    for name in ("undrift", "python"):
        program = programs / name
        program.write_text('#!/bin/sh\nfor a in "$@"; do echo "<$a>"; done\n', "utf-8")
        program.chmod(0o755)
    known = {
        f"inputs.{name}": str(mapping(of)["default"]) for name, of in inputs().items()
    }
    known |= {f"inputs.{name}": text for name, text in given.items()}
    known |= {
        "github.action_path": "/at/action",
        "steps.python.outputs.python-path": "true",
    }
    environment = {
        name: known[str(value).removeprefix("${{ ").removesuffix(" }}")]
        for name, value in mapping(step["env"]).items()
    }
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", str(step["run"])],
        env={"PATH": os.environ["PATH"], "RUNNER_TEMP": str(folder), **environment},
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=HANGS,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return re.findall(r"^<(.*?)>$", done.stdout, re.MULTILINE | re.DOTALL)


HOSTILE = "$(touch taken) `touch taken` ; touch taken #"


def test_what_the_action_runs(tmp_path: Path) -> None:
    _, install, generate, drift = steps()
    pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    assert play(install, {}, tmp_path) == [*pip, "/at/action"]
    assert play(install, {"version": "0.1.0"}, tmp_path) == [*pip, "undrift==0.1.0"]
    assert play(generate, {}, tmp_path) == ["generate", "--check", "--root", ".", "--"]
    usual = ["--fail-on", "breaking", "--format", "github"]
    assert play(drift, {}, tmp_path) == ["drift", "--root", ".", *usual, "--"]
    given = {
        "providers": "acme  storno\n",
        "root": "a b",
        "fail-on": "info",
        "format": "html",
        "args": "--new-only\n--output drift.html",
    }
    assert play(generate, given, tmp_path)[2:] == [
        "--root",
        "a b",
        "--",
        "acme",
        "storno",
    ]
    assert play(drift, given, tmp_path) == [
        *("drift", "--root", "a b", "--fail-on", "info", "--format", "html"),
        *("--new-only", "--output", "drift.html", "--", "acme", "storno"),
    ]


def test_inputs_are_only_words(tmp_path: Path) -> None:
    given = dict.fromkeys(inputs(), HOSTILE)
    for step in steps()[1:]:
        words = play(step, given, tmp_path)
        assert any("touch" in word for word in words)
    assert not (tmp_path / "taken").exists()


def commands() -> list[str]:
    """Return every command that these files and the guide have undrift run."""
    found = [str(hook["entry"]) for hook in hooks()]
    found += re.findall(r"^    (undrift .*)$", GUIDE.read_text("utf-8"), re.MULTILINE)
    found += re.findall(r"`(undrift [^`]*)`", GUIDE.read_text("utf-8"))
    for workflow in WORKFLOWS:
        found += [f"undrift drift {a}" for a in re.findall(r"args: (.*)", workflow)]
    for step in steps():
        script = str(step.get("run", "")).replace("\\\n", "")
        found += [f"undrift {words}" for words in re.findall(r'/undrift" (.*)', script)]
    return found


@pytest.mark.parametrize("command", sorted(set(commands())))
def test_every_command_and_option_is_there(command: str) -> None:
    _, name, *words = command.split()
    known = {o for p in undrift.commands[name].params for o in p.opts}
    options = {word for word in words if re.fullmatch("--[a-z-]+", word)}
    assert options <= known
