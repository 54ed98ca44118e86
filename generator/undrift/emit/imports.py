"""What a generated module imports, gathered while its views are made."""

from __future__ import annotations

from dataclasses import dataclass, field

from .code import Code, dotted, identifier


@dataclass(slots=True)
class Imports:
    """Names by module; relative modules are written with their leading dots."""

    _names: dict[str, set[str]] = field(default_factory=dict[str, set[str]])
    _modules: set[str] = field(default_factory=set[str])
    _owners: dict[str, tuple[str, str]] = field(
        default_factory=dict[str, tuple[str, str]]
    )
    """What each name of the module stands for: first come, first served."""

    def reserve(self, *names: str) -> None:
        """Keep names for what the module defines itself."""
        for name in names:
            self._owners[name] = ("", name)

    def name(self, module: str, name: str) -> Code:
        """Import a name, under another one where it is taken, and return that."""
        alias = name
        while self._owners.setdefault(alias, (module, name)) != (module, name):
            alias = f"{alias}_"
        if alias != name:
            return self.renamed(module, name, alias)
        self._names.setdefault(module, set()).add(name)
        return identifier(name)

    def renamed(self, module: str, name: str, alias: str) -> Code:
        """Import a name under another one and return that."""
        self._names.setdefault(module, set()).add(f"{name} as {alias}")
        return identifier(alias)

    def module(self, module: str) -> None:
        """Import a whole module."""
        self._modules.add(module)

    def statements(self) -> tuple[Code, ...]:
        """Return the imports one statement a line, for an indented block."""
        return tuple(
            _flat(module, names)
            for module, names in sorted(self._names.items(), key=_order)
        )

    def lines(self) -> tuple[Code, ...]:
        """Return the import block's groups, as isort orders them."""
        groups: list[list[Code]] = [[], [], [], []]
        for module in sorted(self._modules):
            groups[_group(module)].append(Code(f"import {dotted(module)}"))
        for module, names in sorted(self._names.items(), key=_order):
            groups[_group(module)].append(_from(module, names))
        blocks = ["\n".join(group) for group in groups if group]
        return tuple(Code(block) for block in blocks)


_STANDARD = frozenset(
    {
        "builtins",
        "collections.abc",
        "datetime",
        "decimal",
        "functools",
        "typing",
        "uuid",
    }
)


def _group(module: str) -> int:
    if module == "__future__":
        return 0
    if module.startswith("."):
        return 3
    return 1 if module in _STANDARD else 2


def _order(item: tuple[str, set[str]]) -> tuple[int, str]:
    module = item[0]
    # Farther packages first, as isort has it: `...a`, `..a`, `.a`.
    return (-(len(module) - len(module.lstrip("."))), module)


def _printed(names: set[str]) -> list[Code]:
    ordered = sorted(names, key=_name_order)
    return [Code(" as ".join(map(identifier, n.split(" as ")))) for n in ordered]


def _flat(module: str, names: set[str]) -> Code:
    return Code(f"from {dotted(module)} import {', '.join(_printed(names))}")


def _from(module: str, names: set[str]) -> Code:
    line = _flat(module, names)
    if len(line) <= 88:
        return line
    inner = "".join(f"    {name},\n" for name in _printed(names))
    return Code(f"from {dotted(module)} import (\n{inner})")


def _name_order(name: str) -> tuple[int, str, str]:
    """Order as isort does by default: CONSTANTS, then Classes, then functions."""
    if name.isupper() and len(name) > 1:
        return (0, name.lower(), name)
    return (1 if name[0].isupper() else 2, name.lower(), name)
