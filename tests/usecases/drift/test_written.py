"""Drift of providers whose spec was written by hand, from pages of tables."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from undrift.cli import undrift

SPECS = Path(__file__).parents[3] / "specs"
SEEDS = sorted(path.name for path in SPECS.iterdir() if path.is_dir())
WRITTEN = [name for name in SEEDS if (SPECS / name / "openapi.yaml").exists()]
PAGE = "docs/invoices-cancel.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(SPECS, tmp_path / "specs")
    return tmp_path


def drift(root: Path, *options: str) -> tuple[int, list[dict[str, str]]]:
    """Run the command; return its exit code and the findings."""
    arguments = ["drift", "--root", str(root), "--format", "json", *options]
    done = CliRunner().invoke(undrift, arguments)
    findings: list[dict[str, str]] = json.loads(done.stdout)["findings"]
    return done.exit_code, findings


def edit(text: str) -> str:
    """Document one more field, narrow a limit, drop a status, reword the prose."""
    reason = next(line for line in text.splitlines() if line.startswith("| `reason`"))
    note = "| `note` | string | Yes | Said to nobody |"
    text = text.replace(reason, f"{reason}\n{note}")
    return text.replace("minimum 10", "minimum 20")


def test_the_pages_here_are_what_the_clients_were_made_from(root: Path) -> None:
    assert drift(root, "--snapshot") == (0, [])
    assert len(SEEDS) == 5


def test_a_spec_is_held_against_the_pages_that_are_kept(root: Path) -> None:
    page = root / "specs" / "storno" / PAGE
    page.write_text(edit(page.read_text("utf-8")), "utf-8")
    code, findings = drift(root, "storno", "--snapshot", "--fail-on", "warning")
    assert code == 1
    assert {f["code"] for f in findings} == {"DR601", "DR602"}
    assert {f["call"] for f in findings} <= {"storno.invoices.cancel", ""}


def test_pages_that_changed_are_told_once(root: Path, tmp_path: Path) -> None:
    saved = tmp_path / "saved" / PAGE
    saved.parent.mkdir(parents=True)
    text = (root / "specs" / "storno" / PAGE).read_text("utf-8")
    saved.write_text(edit(text), "utf-8")
    code, findings = drift(root, "storno", "--docs", str(tmp_path / "saved"))
    assert code == 1
    assert sorted((f["code"], f["call"]) for f in findings) == [
        ("DR220", "storno.invoices.cancel"),
        ("DR232", "storno.invoices.cancel"),
    ]


def test_what_is_wrong_keeps_its_id_while_lines_move(root: Path) -> None:
    page = root / "specs" / "storno" / PAGE
    wrong = edit(page.read_text("utf-8"))
    page.write_text(wrong, "utf-8")
    _, before = drift(root, "storno", "--snapshot")
    page.write_text(wrong.replace("\n## ", "\n\n\n## "), "utf-8")
    _, after = drift(root, "storno", "--snapshot")
    assert [f["id"] for f in before] == [f["id"] for f in after]
    assert [f["new"] for f in before] != [f["new"] for f in after]


def test_a_change_elsewhere_hides_nothing(root: Path, tmp_path: Path) -> None:
    page = root / "specs" / "storno" / PAGE
    text = page.read_text("utf-8")
    page.write_text(text.replace("minimum 10", "minimum 20"), "utf-8")
    saved = tmp_path / "saved" / PAGE
    saved.parent.mkdir(parents=True)
    other = "\n# Close an invoice\n\n```\nPOST /api/v1/invoices/{uuid}/close\n```\n"
    saved.write_text(page.read_text("utf-8") + other, "utf-8")
    _, findings = drift(root, "storno", "--docs", str(tmp_path / "saved"))
    assert {f["code"] for f in findings} == {"DR102", "DR602"}


def reworded(text: str) -> str:
    text = text.replace("Cancelled invoices cannot", "Such invoices can hardly")
    return text.replace("1000.00", "999.00").replace("2675", "2676")


def turned(text: str) -> str:
    return text.replace("\n", "\r\n")


@pytest.mark.parametrize("change", [reworded, turned])
def test_prose_and_example_values_are_no_finding(
    root: Path, tmp_path: Path, change: Callable[[str], str]
) -> None:
    saved = tmp_path / "saved" / PAGE
    saved.parent.mkdir(parents=True)
    assert len(WRITTEN) == 3
    for name in WRITTEN:
        text = (root / "specs" / name / PAGE).read_text("utf-8")
        saved.write_bytes(change(text).encode())
        options = ("--docs", str(tmp_path / "saved"), "--fail-on", "info")
        assert drift(root, name, *options) == (0, [])


OVERLAY = """\
overlay: 1.0.0
info: {title: Corrections, version: '1'}
actions:
  - target: $.paths['/api/v1/invoices/{uuid}/cancel'].post.requestBody.content\
['application/json'].schema.properties.reason
    description: The server asks for 20 characters.
    update:
      minLength: 20
      x-undrift-undocumented: {reason: The page says 10., source: a reply}
"""


def test_an_overlay_action_is_needed_until_the_page_says_so(
    root: Path, tmp_path: Path
) -> None:
    folder = root / "specs" / "storno"
    (folder / "overlay.yaml").write_text(OVERLAY.replace("\\\n", ""), "utf-8")
    manifest = folder / "provider.yaml"
    manifest.write_text(
        f"{manifest.read_text('utf-8')}overlay: overlay.yaml\n", "utf-8"
    )
    assert drift(root, "storno", "--snapshot") == (0, [])

    page = folder / PAGE
    text = page.read_text("utf-8").replace("minimum 10", "minimum 20")
    saved = tmp_path / "saved" / PAGE
    saved.parent.mkdir(parents=True)
    saved.write_text(text, "utf-8")
    code, found = drift(root, "storno", "--docs", str(tmp_path / "saved"))
    assert "DR604" in {f["code"] for f in found}

    page.write_text(text, "utf-8")
    code, found = drift(root, "storno", "--snapshot")
    assert (code, [f["code"] for f in found]) == (0, ["DR604"])
    assert "write it into the spec" in found[0]["remedy"]
