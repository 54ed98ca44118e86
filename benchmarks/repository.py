"""Decoding GitHub's repository object beside pydantic models with plain types.

    python -m benchmarks.repository

GitHub's client is generated, and its description's own example decoded, 24 KB with the
parent, source and template. The other side are models of the same members as a person
would write them: `str`, `int`, `datetime`, numbers exact.
"""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
import types
import typing
from decimal import Decimal
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, create_model

from benchmarks.corpus import CACHE, PACKAGES, download, folder
from benchmarks.runtime import ratio

OUT = CACHE / "repository"


class _Plain(BaseModel):
    model_config = ConfigDict(extra="allow")


def main() -> None:
    """Generate, measure and print."""
    for package in PACKAGES:
        download(package)
    document = folder("octokit-openapi") / "generated" / "api.github.com.json"
    name = _generated(document)
    model: Any = importlib.import_module(f"{name}.types").FullRepository
    decode: Any = importlib.import_module(f"{name}._runtime.decode").decode
    read: Any = importlib.import_module(f"{name}._runtime.jsontext").read
    content = _example(document)
    assert not decode(read(content), model).deviations, "the example is as documented"
    plain = _plain_model(model, {})
    mine, other, times = ratio(
        lambda: decode(read(content), model),
        lambda: plain.model_validate(json.loads(content, parse_float=Decimal)),
        20,
    )
    print(f"decoding {mine:8.1f} us against {other:8.1f} us: {times:.2f} x")


def _generated(document: Path) -> str:
    OUT.mkdir(parents=True, exist_ok=True)
    options = ["--from", str(document), "--into", str(OUT), "--name", "github"]
    command = [sys.executable, "-m", "undrift", "generate", *options, "--allow-skips"]
    subprocess.run(command, check=True, capture_output=True)
    sys.path.insert(0, str(OUT))
    return "github"


def _example(document: Path) -> bytes:
    components = json.loads(document.read_text("utf-8"))["components"]
    example = components["examples"]["full-repository-default-response"]["value"]
    # Documented as required, yet missing in the example.
    for repository in (example, example["source"]):
        repository.setdefault("language", "Python")
    return json.dumps(example).encode()


def _plain_model(model: Any, made: dict[Any, Any]) -> Any:
    if model not in made:
        model.model_rebuild()
        members: dict[str, Any] = {
            name: (_plain(field.annotation, made), ... if field.is_required() else None)
            for name, field in model.model_fields.items()
        }
        made[model] = create_model(model.__name__, __base__=_Plain, **members)
    return made[model]


def _plain(annotation: Any, made: dict[Any, Any]) -> Any:
    """Return an annotation without markers, and open enums as what they are, text."""
    arguments = typing.get_args(annotation)
    match typing.get_origin(annotation):
        case typing.Annotated:
            return _plain(arguments[0], made)
        case typing.Union | types.UnionType:
            kinds = [_plain(argument, made) for argument in arguments]
            if str in kinds:
                kinds = [k for k in kinds if typing.get_origin(k) is not typing.Literal]
            return typing.Union[tuple(kinds)]  # noqa: UP007
        case None if isinstance(annotation, type) and hasattr(
            annotation, "model_fields"
        ):
            return _plain_model(annotation, made)
        case None | typing.Literal:
            return annotation
        case kind:
            return kind[tuple(_plain(argument, made) for argument in arguments)]


if __name__ == "__main__":
    main()
