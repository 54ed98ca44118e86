"""What each form prints, and that no page's text becomes more than text."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, strategies as st
from markdown_it import MarkdownIt

from tests.cases import expect
from tests.drift.report.sample import HARM, HOSTILE, NOTHING, REPORT, SNAPSHOTS
from undrift.diagnostics import Place
from undrift.drift.finding import DriftReport, Finding, Level
from undrift.drift.forms import FORMS
from undrift.drift.report import render_report, report_lines, report_schema_path
from undrift.drift.report.markdown import escape_markdown

# Imported by name, because jsonschema comes without types.
DRAFT: Any = import_module("jsonschema").Draft202012Validator
EXPECTED = Path(__file__).with_name("expected")
ENDINGS = {"text": "txt", "json": "json", "markdown": "md", "github": "github.txt"}


@pytest.mark.parametrize(("form", "ending"), ENDINGS.items())
@pytest.mark.parametrize(
    ("name", "report"),
    [
        ("report", REPORT),
        ("nothing", NOTHING),
        ("hostile", HOSTILE),
        ("snapshots", SNAPSHOTS),
    ],
)
def test_what_is_printed(
    form: str, ending: str, name: str, report: DriftReport
) -> None:
    expect(render_report(report, form), EXPECTED / f"{name}.{ending}")


def test_there_is_no_other_form() -> None:
    assert set(FORMS) == {*ENDINGS, "html"}
    with pytest.raises(ValueError, match="not a form"):
        render_report(REPORT, "xml")


@pytest.mark.parametrize("report", [REPORT, NOTHING, HOSTILE])
def test_json_is_as_its_schema_says(report: DriftReport) -> None:
    schema = json.loads(report_schema_path().read_bytes())
    DRAFT.check_schema(schema)
    text = render_report(report, "json")
    assert text.isascii()
    document = json.loads(text)
    DRAFT(schema).validate(document)
    assert len(document["findings"]) == len(report.findings)
    # The schema names every key, and no other: it is what people program against.
    for kind, key in (("finding", "findings"), ("unreachable", "unreachable")):
        for item in document[key]:
            assert set(item) == set(schema["$defs"][kind]["properties"])


@pytest.mark.parametrize("form", ["text", "github"])
def test_a_page_cannot_write_lines_or_commands(form: str) -> None:
    lines = render_report(HOSTILE, form).split("\n")
    assert all(char.isprintable() for line in lines for char in line)
    assert not any("##" in line for line in lines)
    if form == "text":
        assert not any(line.lstrip().startswith("::") for line in lines)
        return
    commands = [line for line in lines if line.startswith("::")]
    assert len(commands) == 2 * len(HARM)
    assert len(lines) == len(commands) + 2


def unescaped(text: str) -> str:
    """Read a message as GitHub's runner does."""
    for code, char in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ",")):
        text = text.replace(code, char)
    return text.replace("%25", "%")


COMMAND = re.compile(r"::(error|warning|notice) ([^:]*?)::(.*)")


@given(st.text(min_size=1))
@example("a,line=1,b:c::d %0A%3A")
def test_github_reads_what_was_meant(text: str) -> None:
    place = Place(f"f{text}", 7)
    finding = Finding("DR201", Level.BREAKING, "p", f"s{text}", text, new=place)
    first, last, end = render_report(DriftReport((finding,), 1), "github").split("\n")
    assert (last[:14], end) == ("undrift drift:", "")
    found = COMMAND.fullmatch(first)
    assert found is not None
    properties = dict(part.split("=", 1) for part in found[2].split(","))
    assert set(properties) == {"file", "line", "title"}
    assert properties["line"] == "7"
    if text.isprintable() and "##" not in text:
        assert unescaped(properties["file"]) == f"f{text}"
        assert unescaped(found[3]) == f"s{text}: {text}\n{finding.id}"


class Seen(HTMLParser):
    """What a browser would make of a page: its elements, links and text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        assert not attrs

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)


def shown(markdown: str) -> Seen:
    seen = Seen()
    seen.feed(MarkdownIt("commonmark").enable("table").render(markdown))
    return seen


def test_markdown_holds_nothing_that_a_page_brought() -> None:
    markdown = render_report(HOSTILE, "markdown")
    seen = shown(markdown)
    table = {"table", "thead", "tbody", "tr", "th", "td"}
    assert seen.tags == {"p", "strong", "h3", "code", "br", "ul", "li", *table}
    rows = [line for line in markdown.split("\n") if line.startswith("| **")]
    assert len(rows) == len(HARM)
    assert {line.count("|") for line in rows} == {6}
    assert not re.search(r"@\w|#\d|://|www\.|GH-\d", seen.text)


@given(st.text())
def test_escaped_text_is_read_as_it_was(text: str) -> None:
    seen = shown(f"x {escape_markdown(text)}")
    assert seen.tags == {"p"}
    if text.isprintable():
        words = seen.text.replace("\u200b", "").split()
        assert words == ["x", *text.split()]


def test_markdown_fits_into_a_comment() -> None:
    many = tuple(
        Finding("DR201", Level.INFO, "p", str(n), "changed" * 20) for n in range(900)
    )
    text = render_report(DriftReport(many, 900), "markdown")
    assert len(text) < 65_536
    assert text.endswith("_More did not fit here; `--format html` shows all._\n")
    assert shown(text).tags >= {"table", "em"}


def test_lines_have_styles_and_the_same_text() -> None:
    lines = report_lines(REPORT)
    assert ("breaking[DR202]", "bold red") in {part for line in lines for part in line}
    texts = ["".join(text for text, _ in line) for line in lines]
    assert "\n".join([*texts, ""]) == render_report(REPORT, "text")
