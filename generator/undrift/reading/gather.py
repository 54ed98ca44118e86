"""Reading every source that a user points at, whatever it is."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from .indexes import follow, index_in
from .input_files import Inputs, gather_path
from .reader import Reader
from .remote import Network, gather_url


def gather(sources: Sequence[str], network: Network, reader: Reader) -> Inputs:
    """Read every source, in the order given; the network only for addresses."""
    found = Inputs()
    for source in sources:
        if source.startswith(("https://", "http://")):
            found += gather_url(source, network, reader)
        else:
            found += gather_local(Path(source), reader)
    return found


def gather_local(path: Path, reader: Reader) -> Inputs:
    """Read a file or a folder; of a folder without pages its bundle or index."""
    gathered = gather_path(path)
    if os.path.isdir(path) and not gathered.pages and not gathered.specs:
        names = [left.name for left in gathered.left_out if left.kind == "index"]
        full = [name for name in names if name.lower().endswith("llms-full.txt")]
        if not names:
            return gathered
        return gather_local(path / (*full, *names)[0], reader)
    if os.path.isdir(path) or len(gathered.pages) != 1:
        return gathered
    (file,) = gathered.pages
    index = index_in(file, reader)
    return gathered if index is None else follow(path, index, file.shown)
