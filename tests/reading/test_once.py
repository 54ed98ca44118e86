"""Whatever the command, each distinct text is decoded, parsed and loaded once."""

import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from undrift.cli import undrift
from undrift.config import manifest, names
from undrift.docs import contents
from undrift.docs.text import markdown, page
from undrift.openapi import load, refs
from undrift.reading import reader

SPECS = Path(__file__).parents[2] / "specs"
PAGE = "docs/invoices-cancel.md"
FRAGMENTS, WRITTEN = "meum", "storno"


class Counts(dict[str, Counter[object]]):
    """How often each text was decoded, parsed and loaded."""

    def repeated(self) -> list[tuple[str, str, int]]:
        """Return what was read more than once."""
        return [
            (what, repr(text)[:60], count)
            for what, texts in self.items()
            for text, count in texts.items()
            if count > 1
        ]


@pytest.fixture
def counts(monkeypatch: pytest.MonkeyPatch) -> Counts:
    """Count what the lowest functions are asked for, wherever they are imported."""
    found = Counts()

    def counted(
        what: str, function: Callable[..., object], at: int
    ) -> Callable[..., object]:
        texts = found.setdefault(what, Counter())

        def call(*arguments: object, **named: object) -> object:
            text = arguments[at]
            texts[text.encode() if isinstance(text, str) else text] += 1
            return function(*arguments, **named)

        return call

    decoding = counted("decoded", page.read_page, 1)
    monkeypatch.setattr(page, "read_page", decoding)
    monkeypatch.setattr("undrift.docs.read_page", decoding)
    parsing = counted("parsed", markdown.parse, 0)
    monkeypatch.setattr(contents, "parse", parsing)
    loading = counted("loaded", load.load_source, 1)
    # Not examples within pages: these are values, and no documents.
    for module in (load, refs, reader, manifest, names):
        monkeypatch.setattr(module, "load_source", loading)
    return found


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project of two providers: pages of fragments, and a spec by hand."""
    home = tmp_path / "project"
    for name in (FRAGMENTS, WRITTEN):
        shutil.copytree(SPECS / name, home / "specs" / name)
        saved = tmp_path / "saved" / name / PAGE
        saved.parent.mkdir(parents=True)
        text = (home / "specs" / name / PAGE).read_text("utf-8")
        changed = text.replace("format: uuid", "format: email")
        changed = changed.replace("minimum 10", "minimum 20")
        assert changed != text
        saved.write_text(changed, "utf-8")
    monkeypatch.chdir(home)
    return home


COMMANDS = {
    "generate": "generate {name}",
    "generate, checked": "generate {name} --check --full",
    "generate from a page": "generate --from specs/{name}/docs --into out --name acme",
    "facts": "facts specs/{name}/docs",
    "facts, twice": "facts specs/{name}/docs specs/{name}/docs/invoices-cancel.md",
    "add": "add acme specs/{name}/docs --server https://api.acme.example",
    "diff": "diff specs/{name}/docs ../saved/{name}/docs",
    "diff, nothing new": "diff specs/{name}/docs specs/{name}/docs",
    "drift, kept": "drift {name} --snapshot",
    "drift, changed": "drift {name} --docs ../saved/{name}",
    "sync": "sync {name} --from ../saved/{name} --propose",
    "export": "export {name}",
    "show": "show {name}",
}


@pytest.mark.parametrize("name", [FRAGMENTS, WRITTEN])
@pytest.mark.parametrize("command", COMMANDS)
def test_each_text_is_read_once(
    command: str, name: str, root: Path, counts: Counts
) -> None:
    arguments = COMMANDS[command].format(name=name).split()
    done = CliRunner().invoke(undrift, arguments)
    assert done.exit_code in (0, 1), done.output
    assert counts.repeated() == []
    # One page, and as it is now: what is counted is what is called.
    assert len(counts["decoded"]) == len(counts["parsed"]) in (1, 2)
    of_files = {"facts", "facts, twice", "diff", "diff, nothing new"}
    assert counts["loaded"] or (command in of_files and name == WRITTEN)
