"""Grade the contract tests: break each client in every way, and see each way caught.

python -m tests.mutants [generated] [provider ...]
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path

from tests.mutants.mutations import MUTATIONS
from tests.mutants.run import ControlError, Pair, Verdict, packages_in, run


def main(arguments: Sequence[str]) -> int:
    """Run all mutants, print a table and what went wrong; 1 if anything did."""
    folder = Path(arguments[0] if arguments else "generated")
    packages = packages_in(folder)
    if arguments[1:]:
        packages = [p for p in packages if p.name in arguments[1:]]
    if not packages:
        print(f"{folder} holds no generated package", file=sys.stderr)
        return 2
    started = time.monotonic()
    try:
        pairs = run(packages)
    except ControlError as error:
        print(error, file=sys.stderr)
        return 1
    print(table(pairs))
    failed = [pair for pair in pairs if pair.failed]
    for pair in failed:
        print(details(pair), file=sys.stderr)
    mutants = sum(len(pair.tried) for pair in pairs)
    state = f"{len(failed)} pairs need attention" if failed else "all caught"
    print(f"\n{mutants} mutants in {time.monotonic() - started:.0f} s: {state}")
    return 1 if failed else 0


def table(pairs: Sequence[Pair]) -> str:
    """Return providers against mutations, and below it why some do not apply."""
    providers = sorted({pair.provider for pair in pairs})
    words = {(pair.provider, pair.mutation): pair.word for pair in pairs}
    width = max(map(len, MUTATIONS))
    rows = [f"{'':{width}}  {'  '.join(f'{name:16}' for name in providers)}".rstrip()]
    for mutation in MUTATIONS:
        cells = "  ".join(f"{words[name, mutation]:16}" for name in providers)
        rows.append(f"{mutation:{width}}  {cells}".rstrip())
    reasons = [
        f"n.a.: {pair.provider}, {pair.mutation}: {pair.inapplicable}"
        for pair in pairs
        if pair.inapplicable and not pair.error
    ]
    return "\n".join([*rows, "", *reasons])


def details(pair: Pair) -> str:
    """Return what went wrong with one pair."""
    where = f"{pair.provider}, {pair.mutation}"
    lines = [f"ERROR: {where}: {pair.error}"] if pair.error else []
    for tried in pair.tried:
        if tried.verdict is not Verdict.CAUGHT:
            lines.append(f"{tried.verdict.value}: {where}: {tried.what}")
        if tried.verdict is Verdict.BROKEN:
            lines.append(tried.output)
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
