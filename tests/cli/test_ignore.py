"""`undrift ignore`, as a command."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from undrift.cli import undrift
from undrift.drift.finding import Finding, Level
from undrift.drift.ignore import IGNORE
from undrift.drift.state import STATE, DriftState, render_state, with_seen

PROJECT = Path(__file__).parent / "projects" / "acme"
FOUND = Finding("DR202", Level.BREAKING, "acme", "request body /reason", "required")
TOMORROW = str(date.today() + timedelta(days=1))
LATER = str(date.today() + timedelta(days=90))
FILE = f"specs/acme/{IGNORE}"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(PROJECT, tmp_path, dirs_exist_ok=True)
    (tmp_path / STATE).write_bytes(render_state(with_seen(DriftState(), [FOUND])))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(undrift, ["ignore", *arguments], catch_exceptions=False)
    return result.exit_code, result.output


def asked(until: str = TOMORROW, reason: str = "as agreed") -> tuple[str, ...]:
    return (FOUND.id, "--until", until, "--reason", reason)


def test_an_entry_from_beginning_to_end(project: Path) -> None:
    assert run(*asked()) == (0, f"{FILE}: {FOUND.id} is ignored until {TOMORROW}\n")
    lines = (project / FILE).read_text("utf-8").splitlines()
    written = [
        f'  "{FOUND.id}":',
        f'    until: "{TOMORROW}"',
        '    reason: "as agreed"',
    ]
    assert lines[-4:] == ["ignore:", *written]
    # What is there already can be renewed and removed when no check remembers it.
    (project / STATE).unlink()
    code, said = run(*asked(LATER, "once more"))
    assert (code, f"(it was until {TOMORROW})" in said) == (0, True)
    text = (project / FILE).read_text("utf-8")
    assert text.count(FOUND.id) == 1
    assert "once more" in text
    assert run("--remove", FOUND.id) == (
        0,
        f"{FILE}: {FOUND.id} is no longer ignored\n",
    )
    assert FOUND.id not in (project / FILE).read_text("utf-8")
    assert run("--remove", "--provider", "acme", FOUND.id)[0] == 2


def test_a_provider_may_be_named(project: Path) -> None:
    (project / STATE).unlink()
    code, said = run(*asked())
    assert (code, "the last drift check saw no finding" in said) == (2, True)
    assert not (project / FILE).exists()
    assert run(*asked(), "--provider", "acme")[0] == 0
    code, said = run(*asked(), "--provider", "nobody")
    assert (code, "UD003" in said) == (2, True)


def test_another_state_file(project: Path) -> None:
    (project / STATE).rename(project / "other.json")
    assert run(*asked())[0] == 2
    assert run(*asked(), "--state", "other.json")[0] == 0


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ((FOUND.id,), "--until DATE and --reason TEXT are needed"),
        ((FOUND.id, "--until", LATER), "--until DATE and --reason TEXT are needed"),
        ((*asked(), "--remove"), "--remove goes with neither"),
        (("DR202", *asked()[1:]), "'DR202' is not the id of a finding"),
        (("DR009-0000000000", *asked()[1:]), "renew or remove that one"),
        (asked(until="soon"), "--until 'soon' is not a day such as"),
        (asked(until=str(date.today())), "is not in the future"),
        (asked(until="2999-01-01"), "is more than two years ahead"),
        (asked(reason=" "), "--reason is empty"),
        (asked(reason="a\nb"), "--reason holds characters that cannot be printed"),
    ],
)
def test_what_is_refused(arguments: tuple[str, ...], expected: str) -> None:
    code, said = run(*arguments)
    assert code == 2
    assert expected in said
    assert not Path(FILE).exists()


@pytest.mark.parametrize("file", [STATE, FILE])
def test_a_damaged_file_is_left_alone(project: Path, file: str) -> None:
    (project / file).write_bytes(b"{")
    code, said = run(*asked())
    assert (code, f"{file}:1:" in said) == (2, True)
    assert (project / file).read_bytes() == b"{"
