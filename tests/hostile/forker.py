"""Forks a warm process for each folder of attacks; run by `watching`.

    python -m tests.hostile.forker <empty folder>

A line of standard input asks for one: where it prints to, the worker's name and its
arguments, as JSON. A line with the exit code answers when it has ended. What limits and
watches a worker is set up in its own process.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from pathlib import Path

from . import pages_worker, worker


def main(root: Path) -> None:
    """Warm up, then fork as asked until the input ends."""
    sys.dont_write_bytecode = True
    processors = os.sched_getaffinity(0)
    worker.stay_one_process()
    worker.warm_up(root)
    pages_worker.warm_up_pages(root)
    os.sched_setaffinity(0, processors)
    for line in sys.stdin:
        child = os.fork()
        if not child:
            _work(*json.loads(line))
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


def _work(out: str, err: str, name: str, *arguments: str) -> None:
    """Be a worker; nothing of the process that forks is run afterwards."""
    code = 1
    try:
        for file, stream in ((os.devnull, 0), (out, 1), (err, 2)):
            flags = os.O_RDWR | os.O_CREAT | os.O_TRUNC
            os.dup2(os.open(file, flags, 0o600), stream)
        match name:
            case "worker":
                worker.main(*(Path(a).resolve() for a in arguments))
            case "pages_worker":
                pages_worker.main(arguments[0], Path(arguments[1]).resolve())
            case _:
                raise ValueError(name)
        code = 0
    except BaseException:  # noqa: BLE001  (as where a process ends)
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
