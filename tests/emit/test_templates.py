"""A template prints Code from a frozen view, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import jinja2
import pytest
from jinja2 import nodes

from undrift.emit.code import Code, string
from undrift.emit.render import Renderer, templates_folder


@dataclass(frozen=True, slots=True)
class View:
    code: Code
    text: str
    items: tuple[str, ...]
    number: int


VIEW = View(string("safe"), "import os", ("a", "b"), 1)


def render(folder: Path, template: str) -> str:
    (folder / "t.jinja").write_text(template, "utf-8")
    return Renderer(folder).render("t.jinja", VIEW)


def test_code_is_printed(tmp_path: Path) -> None:
    assert render(tmp_path, "x = {{ code }}\n") == 'x = "safe"\n'


@pytest.mark.parametrize(
    "template",
    [
        "{{ text }}",
        "{{ items[0] }}",
        "{% for item in items %}{{ item }}{% endfor %}",
        "{{ number }}",
        "{{ code.upper() }}",
        "{{ code ~ text }}",
        "{{ code + text }}",
        "{{ code | replace('safe', text) }}",
        "{{ items | join(', ') }}",
        "{{ none }}",
    ],
)
def test_bare_text_is_refused(tmp_path: Path, template: str) -> None:
    with pytest.raises(TypeError, match="not Code"):
        render(tmp_path, template)


@pytest.mark.parametrize("template", ["{{ txet }}", "{% if txet %}{% endif %}"])
def test_what_a_view_lacks_is_an_error(tmp_path: Path, template: str) -> None:
    with pytest.raises(jinja2.UndefinedError):
        render(tmp_path, template)


def test_templates_hold_no_logic() -> None:
    """A loop and a plain `if`; no filter, no macro, no call, no comparison."""
    environment = jinja2.Environment()
    deciding = (
        nodes.Call, nodes.Filter, nodes.Macro, nodes.Compare, nodes.BinExpr,
        nodes.CallBlock, nodes.Assign, nodes.Include, nodes.Import, nodes.Test,
    )  # fmt: skip
    files = sorted(templates_folder().rglob("*.jinja"))
    assert files
    for file in files:
        tree = environment.parse(file.read_text("utf-8"))
        found = list(tree.find_all(deciding))
        assert not found, f"{file.name}: {found}"
