"""Type-check what is printed in `printed`: mypy and pyright, as strict as everything.

usage: python -m tests.emit.check_printed [mypy] [pyright]

The packages are put together in a folder of their own. There the runtime and the
support of contract tests are undrift's own, which are checked where they stand.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.cases import folders

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
COPIED = {"_runtime": "undrift.runtime", "contract/_support": "undrift.contract"}


def assemble(folder: Path) -> None:
    """Put every printed package into `folder`, by the name of its case."""
    for case in folders(HERE / "printed"):
        package = folder / case.name
        shutil.copytree(case / "expected", package)
        for path, origin in COPIED.items():
            (package / path).mkdir()
            source = f'"""As in undrift."""\n\nfrom {origin} import *\n'
            (package / path / "__init__.py").write_text(source)
        lazy = "from undrift.runtime.lazy import lazy_attributes as lazy_attributes\n"
        (package / "_runtime" / "lazy.py").write_text(lazy)
    # Strictness is that of the repository; its paths are not.
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]
    mode = settings["pyright"]["typeCheckingMode"]
    version = settings["pyright"]["pythonVersion"]
    (folder / "pyproject.toml").write_text(
        f'[tool.mypy]\nstrict = true\npython_version = "{version}"\n'
        f'mypy_path = "{ROOT / "generator"}"\n'
        f'[tool.pyright]\ntypeCheckingMode = "{mode}"\npythonVersion = "{version}"\n'
        f'extraPaths = ["{ROOT / "generator"}"]\n'
    )


def main(tools: list[str]) -> int:
    """Return 0 if every printed package passes every tool."""
    commands = {
        "mypy": ["mypy", *(case.name for case in folders(HERE / "printed"))],
        "pyright": ["pyright", "--pythonpath", sys.executable],
    }
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        assemble(folder)
        codes = [
            subprocess.run(
                [sys.executable, "-m", *commands[tool]], cwd=folder, check=False
            ).returncode
            for tool in tools or commands
        ]
    return max(codes)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
