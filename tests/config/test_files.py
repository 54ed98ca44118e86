"""Reading files: one problem each, and never a traceback or a wait."""

import os
from pathlib import Path

import pytest

from undrift.config import read_file, read_manifest, read_names
from undrift.diagnostics import Diagnostic


def said(path: Path, largest: int = 100) -> str:
    found = read_file(path, "specs/acme/page.md", largest)
    assert isinstance(found, Diagnostic), found
    return str(found)


def test_a_file(tmp_path: Path) -> None:
    file = tmp_path / "page.md"
    file.write_bytes(b"\xff\r\n")
    assert read_file(file, "page.md") == b"\xff\r\n"


def test_no_file(tmp_path: Path) -> None:
    (tmp_path / "pages.md").touch()
    assert said(tmp_path / "page.md") == (
        "specs/acme/page.md: error[UD001] there is no such file\n"
        "    did you mean pages.md?"
    )
    assert "there is no such file" in said(tmp_path / "none" / "page.md")


def test_a_folder(tmp_path: Path) -> None:
    assert "this is a folder, not a file" in said(tmp_path)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "this is not a regular file" in said(tmp_path / "pipe")


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "huge.md"
    with file.open("wb") as handle:
        handle.truncate(2**40)
    assert "error[UD012] the file has 1099511627776 bytes, more than 100" in said(file)


@pytest.mark.parametrize("name", ["x" * 300, "a\0b"])
def test_impossible_names(tmp_path: Path, name: str) -> None:
    assert "error[UD001]" in said(tmp_path / name)


def test_a_link_to_itself(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    assert "error[UD001]" in said(tmp_path / "loop")


def test_a_file_that_may_not_be_read() -> None:
    # A parent that root may not enter either: a file is no folder.
    assert "error[UD001]" in said(Path(__file__) / "page.md")


@pytest.mark.parametrize("kind", ["missing", "folder", "huge", "not text"])
def test_manifests_and_names(tmp_path: Path, kind: str) -> None:
    manifest, names = tmp_path / "provider.yaml", tmp_path / "names.yaml"
    for file in (manifest, names):
        match kind:
            case "folder":
                file.mkdir()
            case "huge":
                with file.open("wb") as handle:
                    handle.truncate(2**40)
            case "not text":
                file.write_bytes(b"a: \xff")
            case _:
                pass
    read = read_manifest(tmp_path, "specs/acme")
    assert isinstance(read, tuple)
    assert len(read) == 1
    if kind != "missing":
        recorded = read_names(names, "specs/acme/names.yaml")
        assert isinstance(recorded, tuple)
        assert len(recorded) == 1
