"""One warm process for all folders of attacks."""

from __future__ import annotations

from collections.abc import Generator

import pytest

from .watching import Watcher, watcher


@pytest.fixture(scope="session")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Generator[Watcher]:
    """Return what has attacks worked through."""
    with watcher(tmp_path_factory.mktemp("watched")) as found:
        yield found
