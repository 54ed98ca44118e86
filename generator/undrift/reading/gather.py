"""Reading every source that a user points at, whatever it is."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from .indexes import follow, index_in, parts_of
from .input_files import Inputs, gather_path
from .remote import Network, gather_url


def gather(sources: Sequence[str], network: Network) -> Inputs:
    """Read every source, in the order given; the network only for addresses."""
    found = Inputs()
    for source in sources:
        if source.startswith(("https://", "http://")):
            found += gather_url(source, network)
        else:
            found += gather_local(Path(source))
    return found


def gather_local(path: Path) -> Inputs:
    """Read a file or a folder; of a folder without pages its bundle or index."""
    gathered = gather_path(path)
    if os.path.isdir(path) and not gathered.pages and not gathered.specs:
        names = [left.name for left in gathered.left_out if left.kind == "index"]
        full = [name for name in names if name.lower().endswith("llms-full.txt")]
        return gather_local(path / (*full, *names)[0]) if names else gathered
    if os.path.isdir(path) or len(gathered.pages) != 1:
        return gathered
    (given,) = gathered.pages
    index = index_in(given)
    if index is not None:
        return follow(path, index, given.shown)
    return Inputs(pages=parts_of(given))
