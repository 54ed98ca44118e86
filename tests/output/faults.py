"""Run the writer and stop it at the n-th thing it does to the file system.

    python -m tests.output.faults FOLDER kill|fail|broken
    python -m tests.output.faults FOLDER half|loop

An audit hook sees every file that Python opens for writing, renames, links or removes,
so that the writer itself needs no hooks for tests. `kill` ends the process there and
then, `fail` makes that one step fail as a full disk does, `broken` that one and all
that follow. One line of JSON for each n, until a run comes through unharmed.

`half` leaves what a run leaves that was killed when its first new file was in place;
`loop` writes for ever.
"""

import errno
import json
import os
import sys
from itertools import count
from pathlib import Path

from tests.output.samples import INPUTS, NEW, OLD, beside, on_disk, package
from undrift.output import Checked, OutputRefused, quick_check, recover, write_package

CHANGING = {
    "os.link",
    "os.mkdir",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.truncate",
    "shutil.copyfile",
}
UNHARMED, WRITTEN, REFUSED, KILLED = 0, 1, 2, 9


class Fault:
    """Strikes at one step, or at that and all that follow."""

    def __init__(self, step: int, mode: str) -> None:
        self.step = step
        self.mode = mode
        self.seen = 0

    def watch(self, event: str, arguments: tuple[object, ...]) -> None:
        match event, arguments:
            case "open", (_, _, int() as flags) if flags & (os.O_WRONLY | os.O_RDWR):
                pass
            case _ if event in CHANGING:
                pass
            case _:
                return
        self.seen += 1
        if self.seen == self.step or (self.seen > self.step and self.mode == "broken"):
            if self.mode == "kill":
                os._exit(KILLED)
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def state(directory: Path) -> str:
    match on_disk(directory) if directory.exists() else None:
        case None:
            return "none"
        case found if found == OLD:
            return "old"
        case found if found == NEW:
            return "new"
        case _:
            return "mixed"


def attempt(directory: Path, mode: str, step: int) -> tuple[int, str]:
    """Write the new package in a process of its own, with a fault at one step."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        fault = Fault(step, mode)
        sys.addaudithook(fault.watch)
        outcome = write_package(package(directory, NEW))
        if isinstance(outcome, OutputRefused):
            os.write(writing, "\n".join(map(str, outcome.problems)).encode())
            os._exit(REFUSED)
        os._exit(WRITTEN if fault.seen >= step else UNHARMED)
    os.close(writing)
    with open(reading, encoding="utf-8") as pipe:
        said = pipe.read()
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), said


def report(parent: Path, mode: str, existing: bool) -> None:
    for step in count(1):
        directory = parent / f"{mode}-{step}-{existing}" / "acme"
        directory.parent.mkdir(parents=True)
        if existing:
            write_package(package(directory))
        code, said = attempt(directory, mode, step)
        if code == UNHARMED:
            return
        interrupted = directory.with_name(".undrift-acme").exists()
        checked = quick_check(directory, INPUTS)
        line = {
            "step": step,
            "existing": existing,
            "code": code,
            "said": said,
            "before": state(directory),
            "interrupted": interrupted,
            "noticed": isinstance(checked, Checked) and checked.interrupted,
            "recovered": str(recover(directory)),
            "after": state(directory),
            "left": beside(directory),
            "again": write_package(package(directory, NEW)) and state(directory),
        }
        print(json.dumps(line), flush=True)


def half(directory: Path) -> None:
    for step in count(1):
        recover(directory)
        write_package(package(directory))
        attempt(directory, "kill", step)
        if (directory / "__init__.py").read_bytes() == NEW["__init__.py"]:
            return


def loop(directory: Path) -> None:
    print("ready", flush=True)
    for number in count():
        write_package(package(directory, NEW if number % 2 else OLD))


if __name__ == "__main__":
    where = Path(sys.argv[1])
    match sys.argv[2]:
        case "half":
            half(where)
        case "loop":
            loop(where)
        case kind:
            report(where, kind, existing=True)
            report(where, kind, existing=False)
