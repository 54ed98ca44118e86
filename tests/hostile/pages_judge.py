"""What undrift may print and write, whatever pages say."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from .sources import BEYOND
from .worker import Run

SECRET_VALUE = "sk_live_UNDRIFT0000SECRET1111"
"""A credential in an example: it belongs to whoever wrote the page."""

CODES = {
    "facts": {0, 2, 3},
    "add": {0, 1, 2},
    "generate": {0, 1, 2},
    "export": {0, 2},
    "show": {0, 2},
    "diff": {0, 1, 2, 3},
    "drift": {0, 1, 2, 3},
    "sync": {0, 1, 2, 3},
    "ignore": {0, 2},
}
_LONGEST = 2_000
_TAGS = frozenset(
    "html head meta title style script body a header h1 h2 h3 h4 p ul li div span code"
    " form fieldset legend label input button main section article details summary"
    " table thead tbody tr th td dl dt dd ins del mark strong em small time br output"
    " nav footer pre kbd b i ol figure figcaption caption".split()
)


def unfit(run: Run) -> Iterator[str]:
    """Yield what is wrong with how a run ended and what it printed."""
    verb = run.asked[0]
    if run.code not in CODES[verb]:
        yield f"exit code {run.code}: {run.err[-500:]}"
    if run.code >= 2 and not (run.err + run.out).strip():
        yield f"exit code {run.code}, and nothing is said"
    if run.code == 2 and not re.search(r"error\[|undrift: |Error: ", run.err):
        yield f"no problem is named: {run.err[:200]!a}"
    if "UD060" in run.err:
        yield f"generated code did not pass the gate: {run.err[:500]}"
    if BEYOND in run.out or BEYOND in run.err:
        yield "it reached beyond its folder"
    yield from _unfit_lines(run.err)
    asked = dict(zip(run.asked, run.asked[1:], strict=False))
    match asked.get("--format", "yaml" if verb == "export" else "text"):
        case "text":
            yield from _unfit_lines(run.out)
        case _ if run.code == 2:
            pass
        case "json":
            yield from _unfit_json(run.out)
        case "markdown":
            yield from _unfit_markdown(run.out)
        case "github":
            yield from _unfit_commands(run.out)
        case "html":
            yield from _unfit_html(run.out)
        case _:
            pass


def _unfit_lines(text: str) -> Iterator[str]:
    for line in text.removesuffix("\n").split("\n"):
        if not line.isprintable():
            yield f"a message holds what a terminal acts on: {line[:200]!a}"
        if line.lstrip().startswith("::") or "##[" in line:
            yield f"a line is a command to a CI system: {line[:200]!a}"
        if len(line) > _LONGEST:
            yield f"a message of {len(line)} characters: {line[:200]!a}"
        if "Traceback" in line:
            yield "a traceback is printed"


def _refuse(word: str) -> object:
    raise ValueError(f"{word} is not JSON")


def _unfit_json(text: str) -> Iterator[str]:
    try:
        json.loads(text, parse_constant=_refuse)
    except ValueError as error:
        yield f"the report is not JSON: {error}"
    if not text.replace("\n", "").isprintable():
        yield "the JSON holds what a terminal acts on"


def _unfit_markdown(text: str) -> Iterator[str]:
    if found := re.search(r"<(?!/?code>|br>)[^\n]{0,80}|\]\(|://|(?<!\w)@\w", text):
        yield f"Markdown from a page is active: {found[0]!a}"
    if not text.replace("\n", "").isprintable():
        yield "the Markdown holds what a terminal acts on"
    rows = [line for line in text.split("\n") if line.startswith("|")]
    if odd := [row for row in rows if row.count("|") != 6]:
        yield f"a row of another width: {odd[0][:200]!a}"


def _unfit_commands(text: str) -> Iterator[str]:
    for line in text.removesuffix("\n").split("\n"):
        if not line.isprintable() or "##[" in line:
            yield f"an annotation holds what a runner acts on: {line[:200]!a}"
        if line and not re.match(
            r"::(error|warning|notice) [a-z]+=|undrift drift: ", line
        ):
            yield f"this is no annotation: {line[:200]!a}"


class _Page(HTMLParser):
    """Notes what a page holds that no report does."""

    def __init__(self) -> None:
        super().__init__()
        self.wrong: list[str] = []
        self.scripts = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.scripts += tag == "script"
        if tag not in _TAGS:
            self.wrong.append(f"the report holds a <{tag}>")
        for name, value in attrs:
            if name.startswith("on") or name in {"src", "action", "style", "srcdoc"}:
                self.wrong.append(f"the report holds {name}={value!a}")
            if name == "href" and not (value or "").startswith("#"):
                self.wrong.append(f"the report links to {value!a}")


def _unfit_html(text: str) -> Iterator[str]:
    page = _Page()
    page.feed(text)
    page.close()
    yield from page.wrong
    if page.scripts != 1:
        yield f"the report holds {page.scripts} scripts"
    odd = {c for c in text if not c.isprintable() and c != "\n"}
    if odd:
        yield f"the report holds {sorted(odd)!a} as such"


def unfit_folder(folder: Path) -> Iterator[str]:
    """Yield what is wrong with a provider's folder that was made from pages."""
    taken: set[str] = set()
    for file in sorted(folder.rglob("*")):
        name = file.relative_to(folder).as_posix()
        if file.is_symlink() or not (file.is_file() or file.is_dir()):
            yield f"{name!a} is neither a file nor a folder"
            continue
        if not name.isprintable() or re.search(r'[\\:*?"<>|%$`;]', name):
            yield f"{name!a} is no name for a file"
        # File systems take 255 bytes; a tool beside may add some of its own.
        if max(len(part.encode()) for part in name.split("/")) > 200 or len(name) > 600:
            yield f"a name of {len(name)} characters"
        if name.casefold() in taken:
            yield f"{name!a} collides"
        taken.add(name.casefold())
        if not file.is_file():
            continue
        data = file.read_bytes()
        if BEYOND.encode() in data:
            yield f"{name!a} holds what stands elsewhere"
        if SECRET_VALUE.encode() in data and not name.startswith("docs/"):
            yield f"{name!a} repeats a credential"
