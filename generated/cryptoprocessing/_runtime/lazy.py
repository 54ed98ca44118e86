# SPDX-License-Identifier: MIT-0
"""Package attributes that are imported when they are first asked for (PEP 562)."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module


def lazy_attributes(
    package: str, modules: Mapping[str, str]
) -> Callable[[str], object]:
    """Return a module `__getattr__` that finds each name in its relative module.

    What was found is kept on the package, so that it is looked up only once.
    """

    def getattribute(name: str) -> object:
        if (module := modules.get(name)) is None:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value: object = getattr(import_module(module, package), name)
        setattr(sys.modules[package], name, value)
        return value

    return getattribute
