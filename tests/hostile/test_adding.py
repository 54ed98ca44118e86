"""`undrift add` where writing goes wrong: the folder is there whole or not at all."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.waiting import HANGS

PAGE = Path(__file__).parent / "pages" / "benign" / "tables.md"
ROOT = Path(__file__).parent.parent.parent
WHOLE = ["docs/tables.md", "openapi.yaml", "provider.yaml"]

_BEFORE = """
import os, resource, signal, sys
sys.dont_write_bytecode = True
import undrift.cli.add
from undrift.cli import undrift
{}
undrift(sys.argv[1:])
"""

_KILLED = """
left = [{}]
def judge(event, arguments):
    if event == "open" and isinstance(arguments[2], int):
        writes = arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
    else:
        writes = event in {{"os.mkdir", "os.rename", "os.rmdir", "os.remove"}}
    if writes:
        left[0] -= 1
        if not left[0]:
            os.kill(os.getpid(), signal.{})
sys.addaudithook(judge)
"""

# Whoever runs tests as root may write anywhere.
_DENIED = """
def judge(event, arguments):
    if event == "os.mkdir":
        raise PermissionError(13, "Permission denied")
sys.addaudithook(judge)
"""


def start(root: Path, before: str = "", name: str = "x") -> subprocess.Popen[str]:
    """Run `undrift add` after some Python of a test's own."""
    arguments: Sequence[str] = ("add", name, str(PAGE), "--root", str(root))
    return subprocess.Popen(
        [sys.executable, "-c", _BEFORE.format(before), *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "generator")},
    )


def written(root: Path) -> list[str] | None:
    """Return the files of the provider's folder, None if there is no such folder."""
    folder = root / "specs" / "x"
    if not folder.is_dir():
        return None
    files = (p for p in folder.rglob("*") if p.is_file())
    return sorted(p.relative_to(folder).as_posix() for p in files)


@pytest.mark.parametrize("sent", ["SIGKILL", "SIGINT", "SIGTERM"])
@pytest.mark.parametrize("at", [1, 2, 3, 4, 5, 6, 7, 8])
def test_interrupted_at_any_write(at: int, sent: str, tmp_path: Path) -> None:
    (tmp_path / "specs").mkdir()
    run = start(tmp_path, _KILLED.format(at, sent))
    _, told = run.communicate(timeout=HANGS)

    assert "Traceback" not in told
    assert written(tmp_path) in (None, WHOLE)
    if sent == "SIGINT" and run.returncode:
        assert not list((tmp_path / "specs").glob(".*"))

    again = start(tmp_path, name="y")
    again.communicate(timeout=HANGS)
    assert again.returncode == 0
    assert (tmp_path / "specs" / "y" / "provider.yaml").is_file()


def test_a_full_disk(tmp_path: Path) -> None:
    (tmp_path / "specs").mkdir()
    limit = (
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (500, 500))"
    )
    run = start(tmp_path, limit)
    _, told = run.communicate(timeout=HANGS)

    assert run.returncode == 2
    assert told.splitlines()[0].startswith("specs/x: error[UD062] File too large")
    assert "Traceback" not in told
    assert list((tmp_path / "specs").iterdir()) == []


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "specs").mkdir()
    run = start(tmp_path, _DENIED)
    _, told = run.communicate(timeout=HANGS)

    assert run.returncode == 2
    assert told.splitlines()[0].startswith("specs/x: error[UD062] Permission denied")
    assert "Traceback" not in told
    assert list((tmp_path / "specs").iterdir()) == []


def test_many_at_once(tmp_path: Path) -> None:
    (tmp_path / "specs").mkdir()
    runs = [start(tmp_path) for _ in range(4)]
    told = [run.communicate(timeout=HANGS)[1] for run in runs]

    assert sorted(run.returncode for run in runs) == [0, 2, 2, 2]
    assert sum("UD062" in text for text in told) == 3
    assert not any("Traceback" in text for text in told)
    assert written(tmp_path) == WHOLE
    assert list((tmp_path / "specs").glob(".*")) == []


@pytest.mark.parametrize(
    "name",
    [
        *("", ".", "..", "../x", "/x", "a/b", "a\\b", "c:", "~", "a b", "a\nb", "-x"),
        *("con", "COM1", "class", "json", "os", "Shop", "é", "a" * 500, "::error::x"),
        *("__init__", "$(id)", "a;b", "\x1b[31m", "<script>", "undrift", "\u202ex"),
    ],
)
def test_names_of_providers(name: str, tmp_path: Path) -> None:
    from tests.hostile.worker import command

    (tmp_path / "specs").mkdir()
    run = command("add", "--root", str(tmp_path), "--", name, str(PAGE))

    assert run.code == 2
    assert "error[UD002]" in run.err
    assert run.err.replace("\n", "").isprintable()
    assert not run.err.lstrip().startswith("::")
    assert list((tmp_path / "specs").iterdir()) == []


@pytest.mark.parametrize(
    "source",
    [
        *("", "a" * 5_000, "a/" * 3_000, "https://[::1", "https://", "http://x:99999"),
        *("file:///etc/passwd", "javascript:1", "\x1b[31m", "nowhere\n::error::x"),
        *("/dev/zero", "/dev/stdin", "-", "https://docs.shop.example/\r\nX: y"),
    ],
)
@pytest.mark.parametrize("verb", ["add", "facts", "diff", "generate"])
def test_sources_that_are_none(verb: str, source: str, tmp_path: Path) -> None:
    from tests.hostile.worker import command

    asked = {
        "add": ("add", "--offline", "--root", str(tmp_path), "--", "x", source),
        "facts": ("facts", "--", source),
        "diff": ("diff", "--", source, str(PAGE)),
        "generate": ("generate", f"--from={source}", "--into", str(tmp_path)),
    }
    if verb == "generate" and source.startswith(("https://docs", "http://x")):
        pytest.skip("it would be asked for")
    run = command(*asked[verb])

    assert run.code in {2, 3}
    assert run.err.replace("\n", "").isprintable()
    assert "::error" not in [line[:7] for line in run.err.split("\n")]
    assert max(map(len, run.err.split("\n"))) < 12_000
