"""Works through one kind of hostile pages, watched; run by test_pages.

An attack is a page, or a folder of them, given to every command that reads pages: on
its own, as a new provider, against a harmless page, and in place of a page that a
provider has. As in `worker`, all of a kind happens in this one process.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from tests.waiting import limit_work

from .guard import SECRET, Guard
from .pages_judge import unfit, unfit_folder
from .pages_made import MADE
from .sources import BEYOND, CANARY, complaints
from .worker import (
    MEMORY,
    SECONDS,
    Outcome,
    Run,
    Work,
    command,
    import_package,
    stay_one_process,
    watched,
)

HERE = Path(__file__).parent / "pages"
CONTROL = HERE / "benign" / "tables.md"
FORMS = ("text", "json", "markdown", "github", "html")
_PAGE = "tables.md"
_BEYOND = "secret.md"
_LARGE = 20_000
_SERVER = ("--server", "https://api.example")
"""Pages here are about other things than a host that they do not name."""
"""Bytes, or tenths of files, from which on an attack is about size: no report shows."""


def main(kind: str, root: Path) -> None:
    """Work through one kind of attacks."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    sys.dont_write_bytecode = True
    stay_one_process()
    printed = os.fdopen(os.dup(1), "w", encoding="utf-8")
    work = Work(
        root, root / "in" / kind, Guard(hidden=frozenset({str(root / "in" / _BEYOND)}))
    )
    work.inside.mkdir(parents=True)
    attacks = sorted(_attacks(kind, work.inside))
    _lay_traps(work.inside.parent)
    make_base(_base(work))
    sys.addaudithook(work.guard)
    sys.path.insert(0, str(work.out))
    os.chdir(work.inside)
    for number, attack in enumerate(attacks):
        print(json.dumps({"begun": attack.name}), file=printed, flush=True)
        outcome = Outcome(attack.name)
        started = time.process_time()
        limit_work(SECONDS)
        _Attack(work, attack, work.out / f"d{number}", outcome).run()
        limit_work(0)
        outcome.seconds = round(time.process_time() - started, 3)
        print(json.dumps(asdict(outcome)), file=printed, flush=True)


def _attacks(kind: str, into: Path) -> Iterator[Path]:
    """Copy and make the attacks of a kind."""
    for kept in sorted(HERE.glob(f"{kind}/*")):
        if kept.is_dir():
            shutil.copytree(kept, into / kept.name)
        else:
            shutil.copy(kept, into / kept.name)
        yield into / kept.name
    for name, make in MADE.get(kind, {}).items():
        make(into / name)
        yield into / name


def _lay_traps(beside: Path) -> None:
    """Put beside the attacks what they must not reach."""
    (beside / SECRET).write_text(f"openapi: 3.1.0\ninfo: {{title: {BEYOND}}}\n")
    (beside / _BEYOND).write_text(f"# {BEYOND}\n\n`GET https://x.example/v1`\n")


def make_base(base: Path) -> None:
    """Make a project whose provider has the control page."""
    (base / "specs").mkdir(parents=True)
    command("add", "shop", str(CONTROL), "--root", str(base))


def warm_up_pages(root: Path) -> None:
    """Import what is imported when needed, so that only attacks are watched."""
    base = str(root / "warm-base")
    make_base(Path(base))
    for form in FORMS:
        command("diff", str(CONTROL), str(CONTROL), "--format", form)
        command("drift", "shop", "--snapshot", "--root", base, "--format", form)
    command("facts", str(CONTROL), "--format", "json")
    command("export", "shop", "--root", base)
    command("show", "shop", "--unconfirmed", "--root", base)
    command("sync", "shop", "--propose", "--from", str(CONTROL.parent), "--root", base)


def _base(work: Work) -> Path:
    return work.root / "base"


class _Attack:
    """One attack, and everything that is tried with it."""

    def __init__(self, work: Work, attack: Path, into: Path, outcome: Outcome) -> None:
        self.work = work
        self.attack = attack
        self.outcome = outcome
        self.into = into
        self.project = into / "project"
        self.given = str(attack.relative_to(work.inside))

    def run(self) -> None:
        """Try everything, look at what was made, and clear it away."""
        shutil.copytree(_base(self.work), self.project)
        files = self.files()
        large = sum(10 + p.lstat().st_size for p in files) > _LARGE
        self.read()
        self.add()
        self.compare(FORMS[:1] if large else FORMS)
        if not large:
            self.replace()
        self.outcome.wrong += [f"forbidden: {what}" for what in self.work.guard.noted]
        self.work.guard.noted.clear()
        if os.environ.pop(CANARY, None) is not None:
            self.outcome.wrong.append("text from the attack was executed")
        self.outcome.wrong += self.strays()
        shutil.rmtree(self.into)

    def files(self) -> list[Path]:
        """Return the files of the attack."""
        if not self.attack.is_dir():
            return [self.attack]
        return [Path(at, f) for at, _, files in os.walk(self.attack) for f in files]

    def undrift(self, *arguments: str, writable: tuple[Path, ...] = ()) -> Run | None:
        """Run one command, and judge how it ended and what it printed."""
        run = watched(self.work, list(arguments), self.outcome, *writable)
        if run is not None:
            told = f"{' '.join(arguments)[:120]}: "
            self.outcome.wrong += [told + what for what in unfit(run)]
        return run

    def read(self) -> None:
        """Let the facts be printed."""
        self.undrift("facts", self.given)
        self.undrift("facts", self.given, "--format", "json")

    def add(self) -> None:
        """Make a provider and its client of the attack."""
        root = ("--root", str(self.project))
        specs, new = self.project / "specs", self.project / "specs" / "x"
        run = self.undrift(
            "add", "x", self.given, *root, "--offline", *_SERVER, writable=(specs,)
        )
        if run is None:
            return
        if (run.code != 2) != new.is_dir():
            self.outcome.wrong.append(f"add: exit code {run.code}, yet: {new.is_dir()}")
        if not new.is_dir():
            return
        self.outcome.wrong += [f"add: {what}" for what in unfit_folder(new)]
        generated = self.project / "generated"
        made = self.undrift("generate", "x", *root, writable=(new, generated))
        if made is not None and run.code == 0 and made.code != 0:
            self.outcome.wrong.append(f"added, but not generated: {made.err[:500]}")
        self.undrift("show", "x", "--unconfirmed", *root)
        self.undrift("export", "x", *root)
        self.undrift("drift", "x", "--snapshot", *root)
        if (generated / "x").is_dir():
            self.outcome.wrong += complaints(generated / "x")
            import_package(self.work, generated / "x", self.outcome)

    def compare(self, forms: tuple[str, ...]) -> None:
        """Hold the attack against a harmless page, each form one way or the other."""
        for number, form in enumerate(forms):
            sides = (self.given, str(CONTROL))
            self.undrift("diff", *sides[:: 1 if number % 2 else -1], "--format", form)

    def replace(self) -> None:
        """Put the attack in the place of a page that a provider has."""
        root = ("--root", str(self.project))
        folder = self.attack
        if not folder.is_dir():
            folder = self.into / "taken"
            folder.mkdir()
            if self.attack.is_file():
                shutil.copy(self.attack, folder / _PAGE)
        drift = ("drift", "shop", "--docs", str(folder), *root)
        self.undrift(*drift, "--format", "html", writable=(self.project,))
        again = ("--new-only", "--format", "markdown")
        self.undrift(*drift, *again, writable=(self.project,))
        sync = ("sync", "shop", "--from", str(folder), *root)
        self.undrift(*sync, "--propose")
        specs = self.project / "specs"
        run = self.undrift(*sync, "--accept", writable=(specs,))
        if run is not None:
            self.outcome.wrong += [
                f"sync: {what}" for what in unfit_folder(specs / "shop")
            ]
            self.undrift("drift", "shop", "--snapshot", *root)

    def strays(self) -> list[str]:
        """Return what was written elsewhere."""
        found = {p.name for p in self.work.root.iterdir()} - {"in", "out", "base"}
        inside = {p.name for p in self.work.inside.parent.iterdir()}
        found |= inside - {self.work.inside.name, SECRET, _BEYOND}
        found |= {p.name for p in self.project.iterdir()} - {
            "specs",
            "generated",
            ".undrift-state.json",
        }
        found |= {p.name for p in (self.project / "specs").iterdir()} - {"shop", "x"}
        return [f"written outside: {name!a}" for name in sorted(found)]
