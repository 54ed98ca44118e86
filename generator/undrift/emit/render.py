"""Templates: the owner of jinja2.

A template prints frozen views and decides nothing. Whatever it prints must be `Code`.
"""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2

from .code import Code

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def templates_folder() -> Path:
    """Return where the templates are: in the wheel beside the package's modules.

    An editable install may leave a stale copy of force-included folders elsewhere, so
    only the folder beside the module counts, and otherwise the repository's own.
    """
    package = Path(__file__).resolve().parent.parent
    packaged = package / "templates"
    return packaged if packaged.is_dir() else package.parent.parent / "templates"


_PRINTED = (Code, jinja2.Undefined)


def _only_code(value: object) -> object:
    if isinstance(value, _PRINTED):
        return value
    raise TypeError(f"a template printed {type(value).__name__}, not Code")


@cache
def _environment(folder: Path) -> jinja2.Environment:
    """Return what compiles each template once, for all packages of a run."""
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder),
        undefined=jinja2.StrictUndefined,
        finalize=_only_code,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
    )


class Renderer:
    """Renders views with their templates."""

    def __init__(self, folder: Path | None = None) -> None:
        """Read templates from `folder`, or from where undrift keeps them."""
        self._environment = _environment(folder or templates_folder())

    def render(self, template: str, view: DataclassInstance) -> str:
        """Return one file's text: `template` printed with the view's fields."""
        context: dict[str, Any] = {f.name: getattr(view, f.name) for f in fields(view)}
        return self._environment.get_template(template).render(context)
