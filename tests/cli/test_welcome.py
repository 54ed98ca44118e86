"""What undrift says without arguments, for names of any length."""

from pathlib import Path

import pytest

from undrift.cli.welcome import welcome


@pytest.mark.parametrize("name", ["acme", "a_provider_with_a_long_name"])
def test_what_can_be_done_is_aligned(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "specs" / name
    folder.mkdir(parents=True)
    (folder / "provider.yaml").touch()
    said = welcome(tmp_path)
    commands = [line for line in said.splitlines() if line.startswith("  undrift")]
    starts = {len(line) - len(line.split("   ", 1)[1].lstrip()) for line in commands}
    assert len(commands) == 5
    assert len(starts) == 1
    assert f"  undrift show {name}   " in said
