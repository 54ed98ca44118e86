"""Settings: where they are found, what they may say, and whose version they want."""

from pathlib import Path

import pytest

from undrift.config import Settings, find_root, load_settings
from undrift.config.version import parse_required, satisfies


def problem(root: Path, version: str = "0.1.0") -> str:
    found = load_settings(root, version)
    assert isinstance(found, tuple), found
    return "\n".join(map(str, found))


def test_nothing_needs_to_be_set(tmp_path: Path) -> None:
    assert load_settings(tmp_path, "0.1.0") == Settings(tmp_path)
    (tmp_path / "pyproject.toml").write_text("[tool.ruff]\n")
    assert load_settings(tmp_path, "0.1.0") == Settings(tmp_path)


@pytest.mark.parametrize(
    ("name", "head"), [("undrift.toml", ""), ("pyproject.toml", "[tool.undrift]\n")]
)
def test_both_files_say_the_same(tmp_path: Path, name: str, head: str) -> None:
    text = (
        'specs = "api/./specs/"\noutput = "src/clients"\nrequired-version = ">=0.1"\n'
    )
    (tmp_path / name).write_text(head + text)
    settings = load_settings(tmp_path, "0.1.0")
    assert settings == Settings(tmp_path, "api/specs", "src/clients", name)
    assert isinstance(settings, Settings)
    assert settings.specs_folder() == tmp_path / "api/specs"
    assert settings.package_folder("acme") == tmp_path / "src/clients/acme"
    assert settings.package_label("acme") == "src/clients/acme"


@pytest.mark.parametrize("contact", ["https://acme.example/bots", "docs@acme.example"])
def test_a_contact(tmp_path: Path, contact: str) -> None:
    (tmp_path / "undrift.toml").write_text(f'contact = "{contact}"\n')
    settings = load_settings(tmp_path, "0.1.0")
    assert isinstance(settings, Settings)
    assert settings.contact == contact


def test_two_files_are_one_too_many(tmp_path: Path) -> None:
    (tmp_path / "undrift.toml").touch()
    (tmp_path / "pyproject.toml").write_text("[tool.undrift]\n")
    assert problem(tmp_path).startswith("undrift.toml: error[UD002] pyproject.toml")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('outptu = "x"', "unknown key 'outptu'\n    did you mean output?"),
        ('colour = "x"', "known keys are specs, output, required-version, contact"),
        ("output = 1", "the path of a folder is expected here"),
        ('output = ""', "the path of a folder is expected here"),
        ('output = "../x"', "'../x' leads out of the project"),
        ('output = "/etc"', "'/etc' leads out of the project"),
        ('output = "a\\\\b"', "holds a backslash"),
        ('output = "link/x"', "'link/x' leads out of the project"),
        ('output = "specs"', "must not be inside the folder of the specs"),
        ('output = "specs/x"', "must not be inside the folder of the specs"),
        ('specs = "generated"', "must not be inside the folder of the specs"),
        ("contact = 1", "no address by which somebody can be reached"),
        ('contact = "a)b"', "no address by which somebody can be reached"),
        ('contact = "a\\nb: c"', "no address by which somebody can be reached"),
        ("required-version = 1", "is not a version requirement"),
        ('required-version = "latest"', "is not a version requirement"),
        ("a =\n", "undrift.toml:1:4: error[UD002] not valid TOML"),
        ("a = 1\na = 2\n", "undrift.toml:2:6: error[UD002] not valid TOML"),
    ],
)
def test_what_is_refused(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "link").symlink_to("/")
    (tmp_path / "undrift.toml").write_text(text)
    assert message in problem(tmp_path)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    assert "error[UD001] there is no such folder" in problem(tmp_path / "none")
    (tmp_path / "undrift.toml").write_bytes(b"\n\xff")
    assert "undrift.toml:2: error[UD002] byte 0xff is not UTF-8" in problem(tmp_path)
    (tmp_path / "undrift.toml").unlink()
    (tmp_path / "undrift.toml").mkdir()
    assert "undrift.toml: error[UD001] this is a folder" in problem(tmp_path)


def test_another_version_is_all_there_is_to_say(tmp_path: Path) -> None:
    text = 'required-version = "~=0.2.1"\nkey-of-the-future = 1\n'
    (tmp_path / "undrift.toml").write_text(text)
    assert problem(tmp_path, "0.1.0") == (
        "undrift.toml: error[UD004] #/required-version: "
        "this project requires undrift ~=0.2.1, and this is 0.1.0\n"
        '    install "undrift~=0.2.1"'
    )
    assert "key-of-the-future" in problem(tmp_path, "0.2.7")


@pytest.mark.parametrize(
    ("required", "meets", "fails"),
    [
        (">=0.1", "0.1 0.1.0 0.1.5 1.0 0.1.0rc1", "0.0.9"),
        ("==0.1.2", "0.1.2 0.1.2.0", "0.1 0.1.3 0.1.20"),
        ("==1", "1 1.0 1.0.0", "1.0.1"),
        ("~=0.1.2", "0.1.2 0.1.9", "0.1.1 0.2 1.1.3"),
        ("~=1.2", "1.2 1.9.3", "1.1 2.0"),
        ("~=2.2.0", "2.2 2.2.1", "2 2.3"),
        (">=0.1, <0.3", "0.1 0.2.9", "0.3 0.0"),
        (">0.1,!=0.2,<=0.3", "0.1.1 0.3", "0.1 0.2 0.3.1"),
    ],
)
def test_versions(required: str, meets: str, fails: str) -> None:
    clauses = parse_required(required)
    assert clauses is not None
    assert [v for v in meets.split() if not satisfies(v, clauses)] == []
    assert [v for v in fails.split() if satisfies(v, clauses)] == []


@pytest.mark.parametrize(
    "text", ["", "1.0", ">=", ">=1.", "~=1", "==1.*", ">=1,", "=>1", ">=1rc1", ">=١"]
)
def test_what_is_no_version_requirement(text: str) -> None:
    assert parse_required(text) is None


def test_the_root_is_the_nearest_project(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b" / "c"
    inner.mkdir(parents=True)
    (tmp_path / "specs").mkdir()
    assert find_root(inner) == tmp_path
    (tmp_path / "a" / "pyproject.toml").write_text("not toml")
    assert find_root(inner) == tmp_path
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.undrift]\n")
    assert find_root(inner) == tmp_path / "a"
    (tmp_path / "a" / "b" / "undrift.toml").touch()
    assert find_root(inner) == tmp_path / "a" / "b"
    (inner / "specs").mkdir()
    assert find_root(inner) == inner
