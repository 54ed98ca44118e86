"""Every folder of `sent` is a document and the requests that its calls make.

`expected.txt` is what the printed contracts expect on the wire, for a person to review;
running them shows that the clients send it, sync and async. To add a case, copy a
folder and run with `UPDATE_EXPECTED=1`.
"""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cases import expect, folders
from tests.emit.packages import files, rendered

CASES = Path(__file__).with_name("sent")
SELECTED = ("-p", "no:cacheprovider", "-k", "request_")


@pytest.mark.parametrize("case", folders(CASES), ids=lambda path: path.name)
def test_case(case: Path) -> None:
    modules = files((case / "openapi.yaml").read_text("utf-8"))
    lines = [line for path in sorted(modules) for line in requests(modules[path])]
    expect("\n".join(lines) + "\n", case / "expected.txt")


def requests(source: str) -> Iterator[str]:
    """Yield what each contract of a module expects, one line for each thing sent."""
    for call in ast.walk(ast.parse(source)):
        if not isinstance(call, ast.Call) or name_of(call) != "ExpectedRequest":
            continue
        sent = {k.arg: ast.literal_eval(k.value) for k in call.keywords}
        yield f"{sent['method']} {sent['target']}"
        for name, value in sent["headers"].items():
            yield f"  {name}: {value}"
        if sent.get("body") is not None:
            yield f"  {sent['body']}"
        for name, value in sent.get("parts", ()):
            yield f"  {name} = {json.dumps(value, ensure_ascii=False)}"


def name_of(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def test_clients_send_what_is_expected(tmp_path: Path) -> None:
    for case in folders(CASES):
        package = tmp_path / case.name
        document = (case / "openapi.yaml").read_text("utf-8")
        for path, content in rendered(document).files.items():
            (package / path).parent.mkdir(parents=True, exist_ok=True)
            (package / path).write_bytes(content)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", *SELECTED, str(tmp_path)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-4000:]
    assert "skipped" not in done.stdout
