"""IR and names → every file of a generated package, formatted and past the gate."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ..diagnostics import Diagnostic, Place
from ..ir import Client, Operation
from ..ir.media import streams
from ..naming import ClientNames
from ..workers import spread
from .client.client import client_module, package_module
from .client.layout import layout
from .client.models import types_module, types_package
from .client.resources import resource_classes, resource_module
from .client.webhooks import webhooks_module
from .client.xml import xml_keys, xml_module
from .code import Code, docstring
from .contract.modules import (
    contract_module,
    coverage_module,
    provider_module,
    test_module,
)
from .format.formatting import formatted
from .gate import objection
from .render import Renderer

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


@dataclass(frozen=True, slots=True)
class PackageIdentity:
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


@dataclass(frozen=True, slots=True)
class _Module:
    """A module to be made: its template, and its view once somebody asks for it."""

    path: str
    template: str
    view: Callable[[], DataclassInstance]


@dataclass(frozen=True, slots=True)
class _Made:
    """A module's bytes, or why it must not be written."""

    content: bytes
    objection: str = ""


_MANY = 60
"""Modules from which on several processes make them."""


def render_package(
    client: Client, names: ClientNames, target: PackageIdentity
) -> Rendered:
    """Return a whole package as bytes; nothing is written."""
    renderer = Renderer()
    modules = list(_modules(client, names, target))
    jobs = [partial(_make, renderer, module) for module in modules]
    made = spread(jobs, worth=len(jobs) > _MANY)
    files: dict[str, bytes] = {"py.typed": b""}
    problems: list[Diagnostic] = []
    for module, result in zip(modules, made, strict=True):
        if result.objection:
            problems.append(
                Diagnostic(
                    "UD060",
                    result.objection,
                    Place(f"{target.folder}/{module.path}"),
                    "this is a fault of undrift: please report it with the document",
                )
            )
            continue
        files[module.path] = result.content
    package = Path(__file__).resolve().parent.parent
    files |= _copied(package / "runtime", "_runtime")
    files |= _copied(package / "contract", "contract/_support")
    return Rendered(dict(sorted(files.items())), tuple(problems))


def _make(renderer: Renderer, module: _Module) -> _Made:
    source = renderer.render(module.template, module.view())
    if reason := objection(module.path, source):
        return _Made(b"", reason)
    return _Made(formatted(source).encode())


def _copied(folder: Path, target: str) -> dict[str, bytes]:
    """Return a folder's Python files under another name, byte for byte."""
    return {
        f"{target}/{path.relative_to(folder).as_posix()}": path.read_bytes()
        for path in sorted(folder.rglob("*.py"))
    }


def _modules(
    client: Client, names: ClientNames, target: PackageIdentity
) -> Iterator[_Module]:
    """Yield the modules to be made, those that take longest first."""
    where = layout(client, names)
    folder, class_name, title = target.folder, target.class_name, target.title
    classes = resource_classes(names, class_name)
    calls: dict[str, list[Operation]] = {resource: [] for resource in classes}
    for operation in client.operations:
        calls[names.calls[operation.id].resource].append(operation)
    for resource in sorted(classes, key=lambda name: (-len(calls[name]), name)):
        own = tuple(calls[resource])
        held = tuple(o for o in own if not streams(o))
        if held:
            yield _Module(
                f"contract/{test_module(resource)}.py",
                "contract/test_resource.py.jinja",
                partial(
                    contract_module, client, held, names, resource, class_name, folder
                ),
            )
        name = classes[resource]
        yield _Module(
            f"resources/{resource}.py",
            "resources/module.py.jinja",
            partial(resource_module, client, own, names, where, resource, name, folder),
        )
    for module, declarations in where.by_module.items():
        yield _Module(
            f"types/{module}.py",
            "types/module.py.jinja",
            partial(types_module, client, names, where, module, declarations),
        )
    yield _Module(
        "__init__.py",
        "__init__.py.jinja",
        partial(package_module, class_name, folder, title),
    )
    yield _Module(
        "_client.py",
        "client.py.jinja",
        partial(client_module, client, names, classes, class_name, folder, title),
    )
    if xml_keys(client):
        yield _Module("_xml.py", "xml.py.jinja", partial(xml_module, client, title))
    if client.webhooks:
        yield _Module(
            "webhooks.py",
            "webhooks.py.jinja",
            partial(webhooks_module, client, names, where, folder, title),
        )
    yield _Module(
        "types/__init__.py",
        "types/__init__.py.jinja",
        partial(types_package, title, names, where),
    )
    about = f"The calls of the {title} client, by resource."
    yield _Module(
        "resources/__init__.py",
        "resources/__init__.py.jinja",
        partial(DocView, docstring(about, 0)),
    )
    provider = partial(provider_module, client, class_name, folder)
    yield _Module("contract/__init__.py", "contract/__init__.py.jinja", provider)
    yield _Module("contract/_provider.py", "contract/provider.py.jinja", provider)
    yield _Module(
        "contract/test_coverage.py",
        "contract/test_coverage.py.jinja",
        partial(coverage_module, client, names, folder),
    )
