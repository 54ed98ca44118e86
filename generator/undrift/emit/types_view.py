"""Declarations → the modules of `types/`."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..ir import (
    AliasType,
    Client,
    DeclarationId,
    Docs,
    EnumType,
    Field,
    ObjectType,
    Required,
)
from ..naming import ClientNames, fields
from .annotations import Annotator
from .code import Code, docstring, identifier, join, literal, string
from .imports import Imports
from .layout import Layout, ordered


@dataclass(frozen=True, slots=True)
class FieldView:
    """One attribute of a model: its whole statement, and its docstring or ""."""

    statement: Code
    doc: Code
    spaced: bool = False
    """Whether a blank line sets it off from what stands above."""


@dataclass(frozen=True, slots=True)
class DeclarationView:
    """A model, or an alias of which `value` is the right side."""

    is_model: bool
    name: Code
    doc: Code
    fields: tuple[FieldView, ...] = ()
    value: Code = Code("")


@dataclass(frozen=True, slots=True)
class TypesModuleView:
    """One module of `types/`."""

    doc: Code
    imports: tuple[Code, ...]
    declarations: tuple[DeclarationView, ...]


@dataclass(frozen=True, slots=True)
class ExportView:
    """One public type and the module that holds it, as string literals."""

    name: Code
    module: Code


@dataclass(frozen=True, slots=True)
class TypesPackageView:
    """`types/__init__.py`."""

    doc: Code
    imports: tuple[Code, ...]
    """What type checkers see; at run time modules load on demand."""
    exports: tuple[ExportView, ...]


def types_package(title: str, names: ClientNames, layout: Layout) -> TypesPackageView:
    """Return the view of the package that exports every type, on demand."""
    exports = sorted(
        (names.types[declaration], module)
        for declaration, module in layout.modules.items()
    )
    imports = Imports()
    for name, module in exports:
        imports.name(f".{module}", name)
    return TypesPackageView(
        docstring(f"Types of the {title} client, loaded on demand.", 0),
        imports.statements(),
        tuple(
            ExportView(string(name), string(f".{module}")) for name, module in exports
        ),
    )


def types_module(
    client: Client, names: ClientNames, layout: Layout, module: str
) -> TypesModuleView:
    """Return the view of one module of types."""
    imports = Imports()
    imports.name("__future__", "annotations")

    def refer(target: DeclarationId) -> Code:
        name, home = names.types[target], layout.modules[target]
        if home == module:
            return identifier(name)
        return imports.name(f".{home}", name)

    imports.reserve(*(names.types[d] for d in layout.declarations(module)))
    annotator = Annotator(imports, ".._runtime", refer)
    views: list[DeclarationView] = []
    for declaration in ordered(client, layout.declarations(module)):
        name = identifier(names.types[declaration])
        match client.declarations[declaration]:
            case ObjectType() as found:
                views.append(_model(annotator, imports, name, found))
            case EnumType() as found:
                views.append(_enum(annotator, imports, name, found))
            case AliasType() as found:
                imports.name("typing", "TypeAlias")
                value = annotator.response(found.target)
                views.append(
                    DeclarationView(False, name, _doc(found.docs, 0), value=value)
                )
    titles = [str(view.name) for view in views]
    shown = ", ".join(f"`{title}`" for title in titles[:3])
    more = f" and {len(titles) - 3} more" if len(titles) > 3 else ""
    return TypesModuleView(
        docstring(f"{shown}{more}.", 0), imports.lines(), tuple(views)
    )


def _model(
    annotator: Annotator, imports: Imports, name: Code, found: ObjectType
) -> DeclarationView:
    annotator.runtime("Model")
    attributes = fields(found)
    views: list[FieldView] = []
    for field in found.fields:
        view = _field(annotator, imports, field, attributes[field.name])
        # A docstring belongs to the line above it: keep such pairs apart.
        spaced = not views or bool(view.doc) or bool(views[-1].doc)
        views.append(replace(view, spaced=spaced))
    about = _doc(found.docs, 4) or docstring(f"`{name}`, as it arrives.", 4)
    return DeclarationView(True, name, about, tuple(views))


def _field(
    annotator: Annotator, imports: Imports, field: Field, attribute: str
) -> FieldView:
    annotation = annotator.response(field.type)
    required = isinstance(field.presence, Required)
    takes_none = annotation in {"Any", "None"} or annotation.endswith("| None")
    if not required and not takes_none:
        annotation = Code(f"{annotation} | None")
    value = ""
    if attribute != field.name:
        imports.name("pydantic", "Field")
        absent = "" if required else "default=None, "
        value = f" = Field({absent}alias={string(field.name)})"
    elif not required:
        value = " = None"
    statement = Code(f"{identifier(attribute)}: {annotation}{value}")
    return FieldView(statement, _doc(field.docs, 4))


def _enum(
    annotator: Annotator, imports: Imports, name: Code, found: EnumType
) -> DeclarationView:
    imports.name("typing", "TypeAlias")
    kinds = {type(value) for value in found.values}
    plain = [v for v in found.values if isinstance(v, str | int | bool)]
    annotated = imports.name("typing", "Annotated")
    choice = imports.name("typing", "Literal")
    base = {str: "str", int: "int", bool: "bool"}
    opened = " | ".join(sorted({base[kind] for kind in kinds if kind in base}))
    values = join(literal(value) for value in plain)
    if not plain:
        return DeclarationView(
            False, name, _doc(found.docs, 0), value=annotator.runtime("Number")
        )
    value = Code(
        f"{annotated}[{choice}[{values}] | {opened}, {annotator.runtime('OPEN')}]"
    )
    return DeclarationView(False, name, _doc(found.docs, 0), value=value)


def _doc(docs: Docs, indent: int) -> Code:
    """Return a docstring of what the documentation says, "" if it says nothing."""
    text = prose(docs)
    return docstring(text, indent) if text else Code("")


def prose(docs: Docs) -> str:
    """Return a thing's documentation as one text, deprecation and doubts included."""
    parts = [docs.summary, docs.description]
    if docs.description.startswith(docs.summary):
        parts = [docs.description]
    if docs.deprecated:
        parts.append("Deprecated.")
    if docs.unconfirmed:
        parts.append(f"Not on the provider's page: {docs.unconfirmed}")
    return "\n\n".join(part for part in parts if part)
