"""Generates and imports one kind of hostile documents, watched; run by test_hostile.

    python worker.py <folder of documents> <empty folder>

Everything happens in this one process, under a limit of memory and an audit hook that
refuses whatever neither generating nor importing may do. One JSON line is printed for
each document as soon as it is done, so that whoever waits knows which one hangs.
"""

from __future__ import annotations

import ast
import builtins
import contextlib
import importlib
import io
import json
import os
import pkgutil
import resource
import shutil
import sys
import time
import traceback
import warnings
from collections.abc import Generator, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import cast

MEMORY = 2 * 1024**3
CANARY = "UNDRIFT_CANARY"
PASSWORD = "canary-password"
SECRET = "secret.yaml"

_REFUSED = (
    "ctypes.",
    "ftplib.",
    "http.client.",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.putenv",
    "os.spawn",
    "os.startfile",
    "os.system",
    "os.unsetenv",
    "pty.",
    "smtplib.",
    "socket.",
    "subprocess.",
    "urllib.Request",
    "webbrowser.",
)
_WRITING = {
    "os.chmod": 1,
    "os.chown": 1,
    "os.link": 2,
    "os.mkdir": 1,
    "os.remove": 1,
    "os.rename": 2,
    "os.rmdir": 1,
    "os.symlink": 2,
    "os.truncate": 1,
    "os.utime": 1,
    "shutil.rmtree": 1,
}
"""Events that change the disk, and how many of their arguments are paths."""

# `socket.gethostname` and the like are no connection; httpx2 asks at import.
_HARMLESS = frozenset({"socket.__new__", "socket.gethostname"})


class Forbidden(BaseException):
    """Something that no document may bring about; no `except Exception` hides it."""


@dataclass(slots=True)
class Guard:
    """Refuses and notes what must not happen; `writable` is the one folder to write."""

    documents: Path
    writable: Path | None = None
    active: bool = False
    noted: list[str] = field(default_factory=list[str])

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        """Judge one audit event."""
        if not self.active:
            return
        if event.startswith(_REFUSED) and event not in _HARMLESS:
            self._refuse(f"{event}{arguments!r:.200}")
        elif event == "open":
            self._opened(*arguments)
        elif event in _WRITING:
            for path in arguments[: _WRITING[event]]:
                self._written(event, path)

    def _opened(self, path: object, mode: object, flags: object) -> None:
        where = _named(path)
        if where is None:
            return
        writing = isinstance(flags, int) and flags & (
            os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
        )
        if writing:
            self._written("open", path)
        elif os.path.basename(where) in {SECRET, "passwd", "zero"}:
            self._refuse(f"read {where}")

    def _written(self, event: str, path: object) -> None:
        where = _named(path)
        if where is None:
            return
        # Not resolved: a link on the way would be the attack.
        target = Path(os.path.abspath(where))
        if self.writable is None or not target.is_relative_to(self.writable):
            self._refuse(f"{event} {target}")

    def _refuse(self, what: str) -> None:
        self.noted.append(what)
        raise Forbidden(what)

    @contextlib.contextmanager
    def watch(self, writable: Path | None) -> Generator[None]:
        """Refuse while this lasts."""
        self.writable, self.active = writable, True
        try:
            yield
        finally:
            self.active = False


def _named(path: object) -> str | None:
    """Return the path that an event is about; a file descriptor has none."""
    if isinstance(path, os.PathLike):
        path = str(cast("os.PathLike[str]", path))
    return os.fsdecode(path) if isinstance(path, str | bytes) else None


@dataclass(slots=True)
class Run:
    """One run of the command."""

    code: int
    out: str
    err: str


@dataclass(slots=True)
class Outcome:
    """What became of one document."""

    document: str
    runs: list[Run] = field(default_factory=list[Run])
    wrong: list[str] = field(default_factory=list[str])
    seconds: float = 0.0
    modules: int = 0


def main(documents: Path, work: Path) -> None:
    """Work through a folder of documents."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    sys.dont_write_bytecode = True
    printed = os.fdopen(os.dup(1), "w")
    inside = work / "in" / documents.name
    shutil.copytree(documents, inside)
    _lay_traps(inside)
    guard = Guard(inside)
    sys.addaudithook(guard)
    setattr(builtins, CANARY, lambda: guard.noted.append("the canary was called"))
    sys.path.insert(0, str(work / "out"))
    os.chdir(inside)
    from undrift.cli import undrift  # imported before anything is watched

    _warm_up(undrift, work)
    names = sorted(p for p in inside.iterdir() if _is_document(p))
    for number, path in enumerate(names):
        outcome = Outcome(path.name)
        print(json.dumps({"begun": path.name}), file=printed, flush=True)
        started = time.monotonic()
        into = work / "out" / f"d{number}"
        into.mkdir(parents=True)
        _generate(undrift, path, into, guard, outcome)
        made = sorted(p for p in into.iterdir())
        if len(made) > 1:
            outcome.wrong.append(f"more than one folder: {[p.name for p in made]}")
        for package in made:
            _read(package, outcome)
            _import(f"{into.name}.{package.name}", package, guard, outcome)
        outcome.wrong += [f"forbidden: {what}" for what in guard.noted]
        guard.noted.clear()
        if os.environ.pop(CANARY, None) is not None:
            outcome.wrong.append("text from the document was executed")
        outcome.wrong += _strays(work, inside)
        outcome.seconds = round(time.monotonic() - started, 3)
        print(json.dumps(asdict(outcome)), file=printed, flush=True)
        shutil.rmtree(into)


def _is_document(path: Path) -> bool:
    return path.suffix in {".yaml", ".json"} and not path.is_symlink()


def _lay_traps(folder: Path) -> None:
    """Put beside the documents what they must not reach, and links that lead there."""
    secret = folder.parent / SECRET
    secret.write_text("Secret: {type: object, title: canary-password}\n")
    if folder.name == "refs":
        (folder / "trap.yaml").symlink_to(secret)
        (folder / "trap-folder").symlink_to(folder.parent)
        (folder / "trap-loop.yaml").symlink_to("trap-loop.yaml")
        (folder / "trap.dat").write_bytes(bytes(range(256)))


def _warm_up(command: object, work: Path) -> None:
    """Import lazily imported modules, so that only documents are watched."""
    document = work / "warm.yaml"
    document.write_text(
        "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {/a: {get:"
        " {responses: {'200': {description: d}}}}}\n"
    )
    _command(command, [str(document), "--into", str(work / "warm")])
    importlib.import_module("pytest")
    importlib.import_module("httpx2")
    sys.path.insert(0, str(work / "warm"))
    importlib.import_module("t")
    sys.path.pop(0)
    shutil.rmtree(work / "warm")
    document.unlink()


def _command(command: object, arguments: list[str]) -> Run:
    out, err = io.StringIO(), io.StringIO()
    code = 0
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            assert callable(command)
            command(["generate", "--from", *arguments], standalone_mode=False)
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else 99
    return Run(code, out.getvalue(), err.getvalue())


def _generate(
    command: object, path: Path, into: Path, guard: Guard, outcome: Outcome
) -> None:
    """Run the command, once more with `--allow-skips` where operations are refused."""
    for extra in ([], ["--allow-skips"]):
        try:
            with guard.watch(into):
                run = _command(command, [path.name, "--into", str(into), *extra])
        except Forbidden:
            return
        except BaseException:  # noqa: BLE001  (whatever it is, it is reported)
            outcome.wrong.append(f"traceback:\n{traceback.format_exc(limit=-6)}")
            return
        outcome.runs.append(run)
        written = sorted(into.iterdir())
        if (run.code == 0) != bool(written):
            outcome.wrong.append(f"exit code {run.code}, yet written: {written}")
        if run.code != 1:
            return
    outcome.wrong.append("refused even with --allow-skips")


def _read(package: Path, outcome: Outcome) -> None:
    """Look at generated source: text from a document is only ever in literals."""
    for file in sorted(package.rglob("*")):
        parts = file.relative_to(package).parts
        if file.is_symlink():
            outcome.wrong.append(f"a link was written: {file.name}")
        if not file.is_file():
            continue
        data = file.read_bytes()
        if PASSWORD.encode() in data and package.parent.parent.parent.name == "refs":
            outcome.wrong.append(f"{file.name} holds the secret")
        if file.suffix != ".py" or parts[0] == "_runtime" or "_support" in parts:
            continue
        shown = "/".join(parts)
        text = data.decode("utf-8")
        if odd := sorted({c for c in text if c not in "\n" and not c.isprintable()}):
            outcome.wrong.append(f"{shown} holds {odd!a} as such")
        if not all(len(part) <= 100 and part.isascii() for part in parts):
            outcome.wrong.append(f"{shown!a} is no name for a file")
        try:
            tree = ast.parse(data)
            compile(data, str(file), "exec", dont_inherit=True)
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            outcome.wrong.append(f"{shown} does not compile: {error}")
            continue
        outcome.modules += 1
        outcome.wrong += [f"{shown}: {what}" for what in _payloads(tree)]


_NEVER = frozenset({"__import__", "compile", "eval", "exec", "globals", CANARY})


def _payloads(tree: ast.Module) -> Iterator[str]:
    """Yield what only an attack would bring into a module."""
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name) if name in _NEVER:
                yield f"line {node.lineno} names {name}"
            case ast.Call(func=ast.Name(id="open")):
                yield f"line {node.lineno} opens a file"
            case ast.Attribute(
                value=ast.Name(id="os" | "sys" | "builtins")
            ) if node.attr in {"environ", "system", "modules", "exec", "eval"}:
                yield f"line {node.lineno} reaches for {node.attr}"
            case ast.Attribute(attr="__globals__"):
                yield f"line {node.lineno} reaches for {node.attr}"
            case ast.JoinedStr():
                yield f"line {node.lineno} holds an f-string"
            case _:
                pass


def _import(name: str, package: Path, guard: Guard, outcome: Outcome) -> None:
    """Import every module, complete every model, with nothing allowed to be written."""
    importlib.invalidate_caches()
    before = set(sys.modules)
    try:
        with guard.watch(None), warnings.catch_warnings():
            warnings.simplefilter("error")
            root = importlib.import_module(name)
            for public in root.__all__:
                getattr(root, public)
            for module in pkgutil.walk_packages([str(package)], f"{name}."):
                if "._runtime" not in module.name and "._support" not in module.name:
                    importlib.import_module(module.name)
            types = importlib.import_module(f"{name}.types")
            for public in types.__all__:
                rebuild = getattr(getattr(types, public), "model_rebuild", None)
                if rebuild is not None:
                    rebuild()
    except BaseException:  # noqa: BLE001  (whatever it is, it is reported)
        outcome.wrong.append(f"cannot be imported:\n{traceback.format_exc(limit=-6)}")
    for loaded in set(sys.modules) - before:
        del sys.modules[loaded]


def _strays(work: Path, inside: Path) -> list[str]:
    """Return what was written beside the package."""
    found = {p.name for p in work.iterdir()} - {"in", "out"}
    found |= {p.name for p in (work / "in").iterdir()} - {inside.name, SECRET}
    found |= {p.name for p in inside.rglob("*") if "canary" in p.name.lower()}
    return [f"written outside: {name}" for name in sorted(found)]


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve())
