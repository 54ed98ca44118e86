"""One file by itself, and a folder that was not there: whole, or as before."""

import errno
import os
import stat
from collections.abc import Mapping
from pathlib import Path

import pytest

from undrift.output import create_folder, replace_file

FILES = {"docs/a.md": b"a", "docs/deep/b.md": b"b", "provider.yaml": b"c: 1\n"}


def no_room(*_: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def nameless(*_: object) -> None:
    raise OSError


def test_a_file_is_made_and_replaced(tmp_path: Path) -> None:
    file = tmp_path / "names.yaml"
    assert replace_file(file, b"one", "specs/names.yaml") is None
    assert file.read_bytes() == b"one"
    assert stat.S_IMODE(file.stat().st_mode) == 0o644
    file.chmod(0o600)
    assert replace_file(file, b"two", "specs/names.yaml") is None
    assert file.read_bytes() == b"two"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_that_holds_it_already_is_not_touched(tmp_path: Path) -> None:
    file = tmp_path / "names.yaml"
    file.write_bytes(b"one")
    before = file.stat().st_ino
    assert replace_file(file, b"one", "specs/names.yaml") is None
    assert file.stat().st_ino == before
    assert replace_file(file, b"two", "specs/names.yaml") is None
    assert file.stat().st_ino != before


@pytest.mark.parametrize(
    ("fault", "said"), [(no_room, "No space left on device"), (nameless, "OSError")]
)
def test_a_file_that_cannot_be_replaced_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: object, said: str
) -> None:
    file = tmp_path / "names.yaml"
    file.write_bytes(b"one")
    monkeypatch.setattr(Path, "replace", fault)
    problem = replace_file(file, b"two", "specs/names.yaml")
    assert str(problem) == (
        f"specs/names.yaml: error[UD062] {said}\n    nothing was changed"
    )
    assert file.read_bytes() == b"one"
    assert list(tmp_path.iterdir()) == [file]


def test_a_folder_in_a_file_s_place(tmp_path: Path) -> None:
    (tmp_path / "names.yaml").mkdir()
    problem = replace_file(tmp_path / "names.yaml", b"two", "specs/names.yaml")
    assert problem is not None
    assert [path.name for path in tmp_path.iterdir()] == ["names.yaml"]


def test_a_folder_is_made_with_those_above_it(tmp_path: Path) -> None:
    folder = tmp_path / "specs" / "acme"
    assert create_folder(folder, FILES, "specs/acme") is None
    made = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
    assert made == FILES.keys()
    assert (folder / "docs/deep/b.md").read_bytes() == b"b"
    assert list(folder.parent.iterdir()) == [folder]
    other = folder.with_name("other")
    assert create_folder(other, {"a": b""}, "specs/other") is None
    assert sorted(p.name for p in folder.parent.iterdir()) == ["acme", "other"]


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"../a": b""}, "the name '../a' is not a plain relative path"),
        ({"a": b"", "A": b""}, "the names 'A' and 'a' are one on some file systems"),
    ],
)
def test_a_folder_of_such_files_is_not_made(
    tmp_path: Path, files: Mapping[str, bytes], said: str
) -> None:
    problem = create_folder(tmp_path / "acme", files, "specs/acme")
    assert str(problem) == f"specs/acme: error[UD062] {said}"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kind", ["folder", "file", "dangling link"])
def test_what_is_there_is_not_replaced(tmp_path: Path, kind: str) -> None:
    folder = tmp_path / "acme"
    match kind:
        case "folder":
            folder.mkdir()
        case "file":
            folder.write_bytes(b"mine")
        case _:
            folder.symlink_to(tmp_path / "nowhere")
    problem = create_folder(folder, FILES, "specs/acme")
    assert str(problem) == "specs/acme: error[UD062] there is such a folder already"
    assert [path.name for path in tmp_path.iterdir()] == ["acme"]


@pytest.mark.parametrize(
    ("fault", "said"), [(no_room, "No space left on device"), (nameless, "OSError")]
)
def test_a_folder_that_cannot_be_made_whole_is_not_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: object, said: str
) -> None:
    monkeypatch.setattr(Path, "rename", fault)
    problem = create_folder(tmp_path / "acme", FILES, "specs/acme")
    assert str(problem) == f"specs/acme: error[UD062] {said}\n    nothing was changed"
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_another_run_has_filled_meanwhile_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "acme"
    write = Path.write_bytes

    def write_both(path: Path, data: bytes) -> int:
        folder.mkdir(exist_ok=True)
        write(folder / "mine", b"mine")
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", write_both)
    problem = create_folder(folder, FILES, "specs/acme")
    assert problem is not None
    assert [path.name for path in folder.iterdir()] == ["mine"]
    assert list(tmp_path.iterdir()) == [folder]
