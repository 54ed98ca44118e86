"""Accept pages and kill the run at the n-th thing it does to the file system.

    python -m tests.usecases.sync.faults FOLDER

One line of JSON for each n, until a run comes through: what was on disk right after the
kill, and what the next command, which only looks, makes of it.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys
from itertools import count
from pathlib import Path

from tests.output.faults import KILLED, UNHARMED, Fault
from tests.usecases.sync.project import NEW, TODAY, Project, explained, project
from undrift.cli.sync import run_sync

PAGES = {
    "docs/cancel.md": "https://docs.acme.example/cancel",
    "docs/create.md": "https://docs.acme.example/create",
    "docs/fresh/list.md": "https://docs.acme.example/list",
}


def sync(made: Project, saved: Path, *, accept: bool) -> int:
    with contextlib.redirect_stdout(io.StringIO()):
        return run_sync(
            [],
            accept=accept,
            source=saved,
            offline=True,
            root=made.root,
            explain=explained,
            today=TODAY,
        )


def attempt(made: Project, saved: Path, step: int) -> int:
    child = os.fork()
    if child == 0:
        fault = Fault(step, "kill")
        sys.addaudithook(fault.watch)
        sync(made, saved, accept=True)
        os._exit(UNHARMED)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def prepared(folder: Path) -> tuple[Project, Path]:
    made, saved = project(folder, PAGES), folder / "saved"
    (made.folder / "docs/fresh/list.md").unlink()
    (made.folder / "notes.txt").write_text("mine")
    for file in PAGES:
        path = saved / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(NEW)
    return made, saved


def main(parent: Path) -> None:
    made, saved = prepared(parent / "whole")
    old = made.files()
    sync(made, saved, accept=True)
    new = made.files()

    def state(made: Project) -> str:
        match made.files():
            case found if found == old:
                return "old"
            case found if found == new:
                return "new"
            case _:
                return "mixed"

    for step in count(1):
        made, saved = prepared(parent / str(step))
        code = attempt(made, saved, step)
        if code == UNHARMED:
            return
        line = {
            "killed": code == KILLED,
            "at": state(made),
            "looked": sync(made, saved, accept=False),
            "after": state(made),
            "again": sync(made, saved, accept=True),
            "end": state(made),
            "left": sorted(p.name for p in made.folder.parent.iterdir()),
        }
        print(json.dumps(line), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
