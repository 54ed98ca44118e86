"""Works through one folder of attacks, watched; run by test_hostile.

An attack is a document, or a folder that is laid over `projects/base`. All of a folder
happens in this one process, under a limit of memory and an audit hook that refuses what
no attack may bring about. One JSON line is printed when an attack begins and one when
it is done, so that whoever waits knows which one hangs.
"""

from __future__ import annotations

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
from dataclasses import asdict, dataclass, field
from pathlib import Path

import click

from tests.waiting import limit_work
from undrift.cli import undrift

from .guard import SECRET, Forbidden, Guard
from .sources import BEYOND, CANARY, complaints

MEMORY = 2 * 1024**3
SECONDS = 60
"""How long one attack may keep a processor busy, generating and importing."""


@dataclass(slots=True)
class Run:
    """One run of the command."""

    code: int
    out: str
    err: str
    asked: tuple[str, ...] = ()


@dataclass(slots=True)
class Outcome:
    """What became of one attack."""

    attack: str
    runs: list[Run] = field(default_factory=list[Run])
    wrong: list[str] = field(default_factory=list[str])
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Work:
    """Where attacks are (`inside`), and where packages are made (`out`)."""

    root: Path
    inside: Path
    guard: Guard

    @property
    def out(self) -> Path:
        """Return the folder in which each attack's packages get one of their own."""
        return self.root / "out"


def main(attacks: Path, root: Path) -> None:
    """Work through a folder of attacks."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    sys.dont_write_bytecode = True
    stay_one_process()
    printed = os.fdopen(os.dup(1), "w", encoding="utf-8")
    work = Work(root, root / "in" / attacks.name, Guard())
    shutil.copytree(attacks, work.inside)
    _lay_traps(work.inside)
    sys.addaudithook(work.guard)
    setattr(builtins, CANARY, lambda: work.guard.noted.append("the canary was called"))
    sys.path.insert(0, str(work.out))
    os.chdir(work.inside)
    for number, attack in enumerate(sorted(filter(_is_attack, work.inside.iterdir()))):
        print(json.dumps({"begun": attack.name}), file=printed, flush=True)
        outcome = Outcome(attack.name)
        started = time.process_time()
        limit_work(SECONDS)
        _attack(work, attack, work.out / f"d{number}", outcome)
        limit_work(0)
        outcome.seconds = round(time.process_time() - started, 3)
        print(json.dumps(asdict(outcome)), file=printed, flush=True)


def stay_one_process() -> None:
    """Leave undrift one processor: it forks where there are more, out of our sight."""
    processors = sorted(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {processors[os.getpid() % len(processors)]})


def _is_attack(path: Path) -> bool:
    if path.is_symlink() or path.name in {"base", "inside"}:
        return False
    return path.is_dir() or path.suffix in {".yaml", ".json"}


def _lay_traps(folder: Path) -> None:
    """Put beside the attacks what they must not reach, and links that lead there."""
    secret = folder.parent / SECRET
    secret.write_text(f"Secret: {{type: object, properties: {{{BEYOND}: {{}}}}}}\n")
    if folder.name == "refs":
        (folder / "trap.yaml").symlink_to(secret)
        (folder / "trap-folder").symlink_to(folder.parent)
        (folder / "trap-loop.yaml").symlink_to("trap-loop.yaml")
        (folder / "trap.dat").write_bytes(bytes(range(256)))


def warm_up(root: Path) -> None:
    """Import what is imported when needed, so that only attacks are watched."""
    document, made = root / "warm.yaml", root / "warm"
    document.write_text(
        "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {/a: {get:"
        " {responses: {'200': {description: d}}}}}\n"
    )
    command("generate", "--from", str(document), "--into", str(made))
    command("generate", "--root", str(made))
    importlib.import_module("pytest")
    sys.path.insert(0, str(made))
    for module in pkgutil.walk_packages([str(made / "t")], "t."):
        importlib.import_module(module.name)
    sys.path.pop(0)
    shutil.rmtree(made)
    document.unlink()


def command(*arguments: str) -> Run:
    """Run undrift in this process; what it prints has to be UTF-8."""
    out, err = _Stream(), _Stream()
    code = 0
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            undrift(list(arguments), standalone_mode=False)
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else 99
        except click.UsageError as error:
            # What click does about it when it is left to itself.
            code = error.exit_code
            error.show()
    return Run(code, out.text(), err.text(), tuple(arguments))


class _Stream(io.TextIOWrapper):
    """A stream as a process has it: text that cannot be encoded is an error."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), "utf-8", newline="")

    def text(self) -> str:
        """Return what was printed."""
        self.seek(0)
        return self.read()


def _attack(work: Work, attack: Path, into: Path, outcome: Outcome) -> None:
    """Run one attack, look at what was made, and clear it away."""
    into.mkdir(parents=True)
    run = _generate_project if attack.is_dir() else _generate
    for package in run(work, attack, into, outcome):
        outcome.wrong += complaints(package)
        import_package(work, package, outcome)
    guard = work.guard
    outcome.wrong += [f"forbidden: {what}" for what in guard.noted]
    guard.noted.clear()
    if os.environ.pop(CANARY, None) is not None:
        outcome.wrong.append("text from the attack was executed")
    outcome.wrong += _strays(work)
    shutil.rmtree(into)


def _generate(work: Work, document: Path, into: Path, outcome: Outcome) -> list[Path]:
    """Run the command, once more with `--allow-skips` where operations are refused."""
    for extra in ([], ["--allow-skips"]):
        arguments = ["generate", "--from", document.name, "--into", str(into), *extra]
        run = watched(work, arguments, outcome, into)
        made = sorted(into.iterdir())
        if run is None:
            return []
        if (run.code == 0) != bool(made) or len(made) > 1:
            outcome.wrong.append(f"exit code {run.code}, yet written: {made}")
        if run.code != 1:
            return made
    outcome.wrong.append("refused even with --allow-skips")
    return []


def _generate_project(
    work: Work, attack: Path, into: Path, outcome: Outcome
) -> list[Path]:
    """Run the command over a project that holds the attack's files."""
    project = into / "project"
    shutil.copytree(work.inside / "base", project)
    shutil.copytree(attack, project, dirs_exist_ok=True)
    provider, generated = project / "specs" / "shop", project / "generated"
    (provider / "trap.yaml").symlink_to(work.inside.parent / SECRET)
    for folder in (provider, project):
        (folder / "trap-folder").symlink_to(work.inside.parent)
    watched(work, ["generate", "--root", str(project)], outcome, generated, provider)
    left = {p.name for p in provider.iterdir()} - {p.name for p in attack.rglob("*")}
    known = {"docs", "names.yaml", "provider.yaml", "trap.yaml", "trap-folder"}
    outcome.wrong += [f"written beside the spec: {name}" for name in left - known]
    return [p for p in sorted(generated.glob("*")) if p.is_dir()]


def watched(
    work: Work, arguments: list[str], outcome: Outcome, *writable: Path
) -> Run | None:
    """Run undrift watched; None, after noting why, if it did what it must not."""
    try:
        with work.guard.watch(*writable):
            run = command(*arguments)
    except Forbidden:
        return None
    except BaseException:  # noqa: BLE001  (whatever it is, it is reported)
        outcome.wrong.append(f"traceback:\n{traceback.format_exc(limit=-6)}")
        return None
    outcome.runs.append(run)
    return run


def import_package(work: Work, package: Path, outcome: Outcome) -> None:
    """Import every module, complete every model, with nothing allowed to be written."""
    name = ".".join(package.relative_to(work.out).parts)
    importlib.invalidate_caches()
    before = set(sys.modules)
    # The parts that are copied and not generated are the same in every package.
    for known, module in list(sys.modules.items()):
        if known.startswith(("t._runtime", "t.contract._support")):
            sys.modules[name + known[1:]] = module
    try:
        with work.guard.watch(), warnings.catch_warnings():
            warnings.simplefilter("error")
            root = importlib.import_module(name)
            for public in root.__all__:
                getattr(root, public)
            for found in pkgutil.walk_packages([str(package)], f"{name}."):
                importlib.import_module(found.name)
            types = importlib.import_module(f"{name}.types")
            for public in types.__all__:
                rebuild = getattr(getattr(types, public), "model_rebuild", None)
                if rebuild is not None:
                    rebuild()
    except BaseException:  # noqa: BLE001  (whatever it is, it is reported)
        outcome.wrong.append(f"cannot be imported:\n{traceback.format_exc(limit=-6)}")
    for loaded in set(sys.modules) - before:
        del sys.modules[loaded]


def _strays(work: Work) -> list[str]:
    """Return what was written beside the package."""
    found = {p.name for p in work.root.iterdir()} - {"in", "out"}
    found |= {p.name for p in work.inside.parent.iterdir()} - {work.inside.name, SECRET}
    found |= {p.name for p in work.inside.rglob("*") if "canary" in p.name.lower()}
    return [f"written outside: {name}" for name in sorted(found)]
