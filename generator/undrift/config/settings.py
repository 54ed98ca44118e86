"""Where a project keeps things: `undrift.toml`, or `[tool.undrift]` in pyproject.toml.

specs = "specs"                  # a folder for each provider
output = "generated"             # a package for each provider
required-version = "~=0.1.0"     # optional
contact = "docs@acme.example"    # optional: who fetches pages, told to their sites
"""

from __future__ import annotations

import os
import posixpath
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from ..diagnostics import Diagnostic, Place
from .files import did_you_mean, is_inside, read_file
from .version import parse_required, satisfies

OWN = "undrift.toml"
SHARED = "pyproject.toml"
_KEYS = ("specs", "output", "required-version", "contact")
_LARGEST = 1024 * 1024

# Part of a header, where parentheses mark it.
_CONTACT = re.compile(r"(?:https?://|mailto:)?[^\s()\\\x00-\x20\x7f-\U0010ffff]{3,200}")


@dataclass(frozen=True, slots=True)
class Settings:
    """A project's settings; `specs` and `output` are paths from `root`.

    `file` is where they were read, "" where everything is as usual. `contact` is an
    address that the sites of documentation are told when pages are fetched.
    """

    root: Path
    specs: str = "specs"
    output: str = "generated"
    file: str = ""
    contact: str = ""

    def specs_folder(self) -> Path:
        """Return the folder that holds a folder for each provider."""
        return self.root / self.specs

    def package_folder(self, provider: str) -> Path:
        """Return the folder of a provider's package."""
        return self.root / self.output / provider

    def package_label(self, provider: str) -> str:
        """Return what messages call that folder."""
        return joined(self.output, provider)


def find_root(start: Path) -> Path | None:
    """Return the nearest folder, from `start` upwards, that is an undrift project.

    That is one with settings of its own, or with a folder `specs`.
    """
    for folder in (start, *start.parents):
        if os.path.isdir(folder / "specs") or os.path.isfile(folder / OWN):
            return folder
        shared = _read_toml(folder / SHARED, SHARED)
        if isinstance(shared, dict) and _table(shared) is not None:
            return folder
    return None


def load_settings(root: Path, version: str) -> Settings | tuple[Diagnostic, ...]:
    """Read a project's settings, or return everything that is wrong with them.

    `version` is this undrift's.
    """
    if not os.path.isdir(root):
        return (Diagnostic("UD001", "there is no such folder", Place(str(root))),)
    found: dict[str, Mapping[str, object]] = {}
    for name in (OWN, SHARED):
        if not os.path.lexists(root / name):
            continue
        content = _read_toml(root / name, name)
        if isinstance(content, Diagnostic):
            # Even a broken pyproject.toml concerns undrift: it may configure it.
            return (content,)
        table = content if name == OWN else _table(content)
        if table is not None:
            found[name] = table
    if len(found) > 1:
        message = f"{SHARED} configures undrift too, under [tool.undrift]"
        return (Diagnostic("UD002", message, Place(OWN), "keep one of the two"),)
    for name, table in found.items():
        return _settings(root, name, table, version)
    return Settings(root)


def _table(content: Mapping[str, object]) -> Mapping[str, object] | None:
    tool = content.get("tool")
    if not isinstance(tool, dict):
        return None
    table = cast("dict[str, object]", tool).get("undrift")
    return cast("dict[str, object]", table) if isinstance(table, dict) else None


def _read_toml(path: Path, shown: str) -> dict[str, object] | Diagnostic:
    data = read_file(path, shown, _LARGEST)
    if isinstance(data, Diagnostic):
        return data
    try:
        return tomllib.loads(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"byte {data[error.start]:#04x} is not UTF-8"
        return Diagnostic("UD002", message, Place(shown, line))
    except tomllib.TOMLDecodeError as error:
        # Only Python 3.14 gives the position apart from the message.
        at = re.search(r"(.*) \(at line (\d+), column (\d+)\)$", str(error), re.DOTALL)
        if at is None:
            return Diagnostic("UD002", f"not valid TOML: {error}", Place(shown))
        place = Place(shown, int(at[2]), int(at[3]))
        return Diagnostic("UD002", f"not valid TOML: {at[1]}", place)
    except RecursionError:
        return Diagnostic("UD002", "not valid TOML: nested too deeply", Place(shown))


def _settings(
    root: Path, name: str, table: Mapping[str, object], version: str
) -> Settings | tuple[Diagnostic, ...]:
    prefix = "" if name == OWN else "/tool/undrift"
    if problem := _version_problem(name, table, version):
        # Another version may know other keys, so that this is the only thing to say.
        return (problem,)
    problems: list[Diagnostic] = []
    folders = {"specs": "specs", "output": "generated"}
    for key, value in table.items():
        place = Place(name, pointer=f"{prefix}/{key}")
        if key not in _KEYS:
            hint = did_you_mean(key, _KEYS) or f"known keys are {', '.join(_KEYS)}"
            problems.append(Diagnostic("UD002", f"unknown key {key!a}", place, hint))
        elif key == "contact":
            if not isinstance(value, str) or not _CONTACT.fullmatch(value):
                message = "this is no address by which somebody can be reached"
                hint = (
                    'such as "https://acme.example/bots" or "mailto:docs@acme.example"'
                )
                problems.append(Diagnostic("UD002", message, place, hint))
        elif key in folders:
            reason = _folder_problem(root, value)
            if reason:
                problems.append(Diagnostic("UD002", reason, place))
            else:
                folders[key] = posixpath.normpath(str(value))
    specs, output = root / folders["specs"], root / folders["output"]
    if not problems and is_inside(output, specs):
        message = "the output must not be inside the folder of the specs"
        place = Place(name, pointer=f"{prefix}/output")
        problems.append(Diagnostic("UD002", message, place))
    contact = str(table.get("contact", ""))
    return tuple(problems) or Settings(
        root, folders["specs"], folders["output"], name, contact
    )


def _version_problem(
    name: str, table: Mapping[str, object], version: str
) -> Diagnostic | None:
    text = table.get("required-version")
    if text is None:
        return None
    prefix = "" if name == OWN else "/tool/undrift"
    place = Place(name, pointer=f"{prefix}/required-version")
    required = parse_required(text) if isinstance(text, str) else None
    if required is None:
        hint = 'such as ">=0.1", "~=0.1.0", or "==0.1.2"'
        message = "this is not a version requirement that undrift understands"
        return Diagnostic("UD002", message, place, hint)
    if satisfies(version, required):
        return None
    message = f"this project requires undrift {text}, and this is {version}"
    return Diagnostic("UD004", message, place, f'install "undrift{text}"')


def _folder_problem(root: Path, value: object) -> str:
    if not isinstance(value, str) or not value or not value.isprintable():
        return "the path of a folder is expected here, as a string"
    if "\\" in value or ":" in value:
        return f"{value!a} holds a backslash or a colon; write a/b"
    if value.startswith("/") or not is_inside(root / value, root):
        return f"{value!a} leads out of the project"
    return ""


def joined(folder: str, name: str) -> str:
    """Return what messages call something in a folder of the project."""
    return name if folder == "." else f"{folder}/{name}"
