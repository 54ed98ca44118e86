"""Sessions at a terminal, as text: `$ command`, and below it what it printed.

Standard error is marked `! `, an exit code that is not 0 is the last line. Beside
`undrift` there are a few commands that change the project between two runs:

    $ project NAME              copy a project of `projects` into the empty folder
    $ replace FILE OLD NEW      change a file; OLD must be there
    $ append FILE TEXT          add a line
    $ write FILE TEXT           make a file
    $ remove FILE
    $ older FILE OLD NEW        change a generated file and the digest recorded of it:
                                what an older undrift would have left
    $ cat FILE
    $ list FOLDER               every file below it, but for what is copied
    $ same FOLDER               say whether files are as they were at the last `same`

The files that every package has a copy of are left out, and numbers of files that count
them are `many`: a new module of the runtime changes no session.
"""

from __future__ import annotations

import hashlib
import json
import re
import shlex
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from click.testing import CliRunner

from undrift.cli import undrift

PROJECTS = Path(__file__).with_name("projects")
_COPIED = ("_runtime", "_support", "__pycache__")


def played(script: str, folder: Path) -> str:
    """Return a session as it goes now; what the script says was printed is ignored.

    The current folder must be `folder`.
    """
    session = Session(folder)
    heading, *commands = re.split(r"^\$ ", script, flags=re.MULTILINE)
    lines = [line for line in heading.splitlines() if line]
    for command in commands:
        line = command.partition("\n")[0]
        lines += ["", f"$ {line}", *session.run(line)]
    return "\n".join(lines) + "\n"


@dataclass
class Session:
    """One empty folder in which commands run."""

    folder: Path
    seen: dict[str, bytes] = field(default_factory=dict[str, bytes])

    def run(self, line: str) -> Iterator[str]:
        """Run a command and yield what it printed."""
        match shlex.split(line):
            case ["undrift", *arguments]:
                yield from self.undrift(arguments)
            case ["project", name]:
                shutil.copytree(PROJECTS / name, self.folder, dirs_exist_ok=True)
            case ["replace", file, old, new]:
                self.replace(file, decoded(old), decoded(new))
            case ["append", file, text]:
                path = self.folder / file
                path.write_text(path.read_text("utf-8") + decoded(text) + "\n", "utf-8")
            case ["write", file, text]:
                path = self.folder / file
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(decoded(text) + "\n", "utf-8")
            case ["remove", file]:
                (self.folder / file).unlink()
            case ["older", file, old, new]:
                self.replace(file, old, new)
                self.record(file)
            case ["cat", file]:
                yield from (self.folder / file).read_text("utf-8").splitlines()
            case ["list", folder]:
                yield from self.files(folder)
            case ["same", folder]:
                now = {
                    name: (self.folder / name).read_bytes()
                    for name in self.files(folder)
                }
                yield "the same" if now == self.seen else "not the same"
                self.seen = now
            case other:
                raise ValueError(f"there is no command {other}")

    def undrift(self, arguments: list[str]) -> Iterator[str]:
        result = CliRunner().invoke(undrift, arguments, catch_exceptions=False)
        yield from (
            _COUNT.sub("many", line)
            for line in result.stdout.splitlines()
            if "/_runtime/" not in line
        )
        yield from (f"! {line}" for line in result.stderr.splitlines())
        if result.exit_code:
            yield f"exit {result.exit_code}"

    def replace(self, file: str, old: str, new: str) -> None:
        path = self.folder / file
        text = path.read_text("utf-8")
        assert old in text, f"{file} does not hold {old!r}"
        path.write_text(text.replace(old, new), "utf-8", newline="")

    def record(self, file: str) -> None:
        path = self.folder / file
        package = self.folder.joinpath(*Path(file).parts[:2])
        record = package / ".undrift.json"
        text = record.read_text("utf-8")
        old = json.loads(text)["files"][path.relative_to(package).as_posix()]
        new = hashlib.sha256(path.read_bytes()).hexdigest()
        record.write_text(text.replace(old, new), "utf-8")

    def files(self, folder: str) -> list[str]:
        found = (p.relative_to(self.folder) for p in (self.folder / folder).rglob("*"))
        return sorted(
            p.as_posix()
            for p in found
            if (self.folder / p).is_file() and not set(p.parts) & {*_COPIED}
        )


# The files that are copied into a package: not what a session is about.
_COUNT = re.compile(r"\b\d\d+(?= files| added| more)|(?<=files )\d\d+\b")
_ESCAPE = re.compile(r"\\(\\|n|x[0-9a-f]{2}|u[0-9a-f]{4})")


def decoded(text: str) -> str:
    r"""Return text with `\n`, `\x1b`, `\u202e` and `\\` as what they stand for."""

    def char(found: re.Match[str]) -> str:
        escape = found[1]
        return {"n": "\n", "\\": "\\"}.get(escape) or chr(int(escape[1:], 16))

    return _ESCAPE.sub(char, text)
