"""IR and names → every file of a generated package, formatted and past the gate."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..diagnostics import Diagnostic, Place
from ..ir import Client
from ..naming import ClientNames
from .client_view import client_module, package_module
from .code import Code, docstring
from .contract_view import (
    contract_module,
    coverage_module,
    provider_module,
    test_module,
)
from .formatting import formatted
from .gate import objection
from .layout import layout
from .render import Renderer
from .resources_view import resource_classes, resource_module
from .types_view import types_module, types_package
from .webhooks_view import webhooks_module


@dataclass(frozen=True, slots=True)
class Target:
    """What a package is to be called."""

    folder: str
    """The package's folder, its import name, and the prefix of its variables."""
    class_name: str
    title: str


@dataclass(frozen=True, slots=True)
class DocView:
    """A module that holds nothing but its docstring."""

    doc: Code


@dataclass(frozen=True, slots=True)
class Rendered:
    """A package's files by relative path, and why they must not be written."""

    files: dict[str, bytes]
    diagnostics: tuple[Diagnostic, ...]


def render_package(client: Client, names: ClientNames, target: Target) -> Rendered:
    """Return a whole package as bytes; nothing is written."""
    files: dict[str, bytes] = {"py.typed": b""}
    problems: list[Diagnostic] = []
    for path, source in _modules(client, names, target):
        if reason := objection(path, source):
            problems.append(
                Diagnostic(
                    "UD060",
                    reason,
                    Place(f"{target.folder}/{path}"),
                    "this is a fault of undrift: please report it with the document",
                )
            )
            continue
        files[path] = formatted(source).encode()
    package = Path(__file__).resolve().parent.parent
    files |= _copied(package / "runtime", "_runtime")
    files |= _copied(package / "contract", "contract/_support")
    return Rendered(dict(sorted(files.items())), tuple(problems))


def _copied(folder: Path, target: str) -> dict[str, bytes]:
    """Return a folder's Python files under another name, byte for byte."""
    return {
        f"{target}/{path.relative_to(folder).as_posix()}": path.read_bytes()
        for path in sorted(folder.rglob("*.py"))
    }


def _modules(
    client: Client, names: ClientNames, target: Target
) -> Iterator[tuple[str, str]]:
    """Yield each generated module's path and unformatted source."""
    renderer = Renderer()
    where = layout(client, names)
    folder, class_name, title = target.folder, target.class_name, target.title
    classes = resource_classes(names, class_name)
    yield "__init__.py", renderer.render(
        "__init__.py.jinja", package_module(class_name, folder, title)
    )
    yield "_client.py", renderer.render(
        "client.py.jinja",
        client_module(client, names, classes, class_name, folder, title),
    )
    yield "types/__init__.py", renderer.render(
        "types/__init__.py.jinja", types_package(title, names, where)
    )
    for module, declarations in where.by_module.items():
        yield f"types/{module}.py", renderer.render(
            "types/module.py.jinja",
            types_module(client, names, where, module, declarations),
        )
    if client.webhooks:
        yield "webhooks.py", renderer.render(
            "webhooks.py.jinja", webhooks_module(client, names, where, folder, title)
        )
    yield "resources/__init__.py", renderer.render(
        "resources/__init__.py.jinja",
        DocView(docstring(f"The calls of the {title} client, by resource.", 0)),
    )
    provider = provider_module(client, class_name, folder)
    yield "contract/__init__.py", renderer.render(
        "contract/__init__.py.jinja", provider
    )
    yield "contract/_provider.py", renderer.render(
        "contract/provider.py.jinja", provider
    )
    yield "contract/test_coverage.py", renderer.render(
        "contract/test_coverage.py.jinja", coverage_module(client, names, folder)
    )
    for resource, name in classes.items():
        yield f"resources/{resource}.py", renderer.render(
            "resources/module.py.jinja",
            resource_module(client, names, where, resource, name, folder),
        )
        yield f"contract/{test_module(resource)}.py", renderer.render(
            "contract/test_resource.py.jinja",
            contract_module(client, names, where, resource, class_name, folder),
        )
