"""The HTML report as text: what can be said of it without a browser."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from tests.cases import expect
from tests.drift.report.sample import FILES, HARM, HOSTILE, NOTHING, REPORT, SNAPSHOTS
from undrift.diagnostics import Place
from undrift.drift.finding import DriftReport, Finding, Level, Unreachable
from undrift.drift.report import ReportContext, passages, render_report
from undrift.drift.report.markup import html_text, tag

CONTEXT = ReportContext(passages(FILES.get), ("acme", "meum", "storno"), "on a day")
VOID = {"meta", "input"}
ELEMENTS = {
    *("html", "head", "meta", "title", "style", "script", "body", "main", "header"),
    *("nav", "section", "article", "h1", "h2", "h3", "p", "ul", "li", "a", "b", "i"),
    *("small", "span", "code", "pre", "del", "ins", "div", "figure", "figcaption"),
    *(
        "details",
        "summary",
        "mark",
        "table",
        "caption",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    ),
    *("form", "fieldset", "legend", "label", "input", "output", "button"),
}
ATTRIBUTES = {
    *("id", "class", "href", "lang", "title", "hidden", "tabindex", "type", "name"),
    *("value", "checked", "placeholder", "autocomplete", "spellcheck", "scope"),
    *("charset", "content", "http-equiv"),
}


EXPECTED = Path(__file__).with_name("expected")
MIXED = DriftReport(
    (
        Finding("DR103", Level.WARNING, "acme", "a", "one\tcolumn", after="new"),
        Finding("DR103", Level.INFO, "acme", "b", "no place at all", before="old"),
    ),
    1,
    (Unreachable("meum", "docs/a.md", "https://a.example", "gone"),),
)


@pytest.mark.parametrize(
    ("name", "report"),
    [
        ("report", REPORT),
        ("nothing", NOTHING),
        ("snapshots", SNAPSHOTS),
        ("mixed", MIXED),
    ],
)
def test_what_the_page_holds(name: str, report: DriftReport) -> None:
    page = render_report(report, "html", CONTEXT)
    for own in ("script", "style"):
        page = re.sub(rf"<{own}>.*?</{own}>", f"<{own}></{own}>", page, flags=re.DOTALL)
    page = re.sub(r"sha256-[\w+/=]+", "sha256-…", page)
    expect(page.replace("><", ">\n<"), EXPECTED / f"{name}.html")


class Outline(HTMLParser):
    """Elements, text, and the sources of scripts and styles; complains of the rest."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.words: list[str] = []
        self.own: dict[str, list[str]] = {"script": [], "style": []}
        self.ids: list[str] = []
        self.links: list[str] = []
        self.policy = ""
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ELEMENTS
        found = dict(attrs)
        assert len(found) == len(attrs)
        for name in found:
            assert name in ATTRIBUTES or re.fullmatch("(aria|data)-[a-z]+", name), name
        if tag not in VOID:
            self.open.append(tag)
        if "id" in found:
            self.ids.append(found["id"] or "")
        if "href" in found:
            self.links.append(found["href"] or "")
        if "http-equiv" in found:
            self.policy = found["content"] or ""

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in self.own:
            self.own[self.open[-1]].append(data)
        else:
            self.words.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)


@pytest.mark.parametrize("report", [REPORT, NOTHING, HOSTILE, DriftReport((), 0)])
def test_the_page_is_whole(report: DriftReport) -> None:
    outline = Outline(render_report(report, "html", CONTEXT))
    assert len(outline.ids) == len(set(outline.ids))
    anchors = {link.removeprefix("#") for link in outline.links}
    assert all(link.startswith("#") for link in outline.links)
    assert anchors <= set(outline.ids)
    for name, sources in outline.own.items():
        (source,) = sources
        digest = b64encode(hashlib.sha256(source.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in outline.policy
        assert not re.search(r"https?:|@import|url\(|fetch|XMLHttp", source)
    assert outline.policy.startswith("default-src 'none'; ")
    assert "unsafe" not in outline.policy


def test_every_word_of_a_page_is_text() -> None:
    words = "".join(Outline(render_report(HOSTILE, "html", CONTEXT)).words)
    for harm in HARM:
        if harm.isprintable():
            # Message, remedy, before, after, operation, place …
            assert words.count(harm) >= 8
    assert all(char.isprintable() or char == "\n" for char in words)


def test_lines_stand_side_by_side() -> None:
    html = render_report(REPORT, "html", CONTEXT)
    assert '<span class="line hit" data-line="9">| reason | string | yes |' in html
    assert '<span class="line hit" data-line="11">    ' in html
    assert html.count("<figure>") == 5
    words = "".join(Outline(html).words)
    assert "No drift found." not in words
    assert "meum no drift" in words


def test_nothing_found_is_said() -> None:
    words = "".join(Outline(render_report(NOTHING, "html")).words)
    assert "No drift found." in words
    one = ReportContext(providers=("acme",))
    words = "".join(Outline(render_report(NOTHING, "html", one)).words)
    assert "acme" in words
    assert "No drift found." in words
    missing = DriftReport((), 0, REPORT.unreachable)
    words = "".join(Outline(render_report(missing, "html", one)).words)
    assert "No drift in what was checked." in words
    assert "503 Service Unavailable" in words


def test_two_folders_have_no_provider() -> None:
    words = "".join(Outline(render_report(SNAPSHOTS, "html", CONTEXT)).words)
    assert "changes1 warning, 1 info" in words
    assert words.count("the spec lacks PUT /invoices/{uuid}") == 1
    assert "undrift ignore" not in words
    assert "before" not in words


@given(st.text(), st.text())
def test_markup_is_never_made_of_text(one: str, other: str) -> None:
    outline = Outline(tag("p", html_text(one), title=other, hidden=False))
    assert outline.ids == []
    if one.isprintable():
        assert "".join(outline.words) == one


@given(st.lists(st.text(), min_size=9, max_size=9))
def test_no_finding_breaks_the_page(texts: list[str]) -> None:
    a, b, c, d, e, f, g, h, i = texts
    finding = Finding(
        *("DR201", Level.INFO, a, b, c, d),
        operations=(e,),
        calls=(f,),
        pages=(Place(g, 1),),
        before=h,
        after=i,
    )
    context = ReportContext(lambda _: (1, (a, b, c)), (d,), e)
    for form in ("html", "text", "markdown", "github", "json"):
        render_report(DriftReport((finding,), 1), form, context).encode("utf-8")
    Outline(render_report(DriftReport((finding,), 1), "html", context))


def test_passages() -> None:
    asked: list[str] = []

    def read(name: str) -> str | None:
        asked.append(name)
        return "1\r\n2\x0c\r3\n4" if name == "a" else None

    passage = passages(read, around=1)
    assert passage(Place("a", 1)) == (1, ("1", "2\x0c"))
    assert passage(Place("a", 3)) == (2, ("2\x0c", "3", "4"))
    assert passage(Place("a", 5)) is None
    assert passage(Place("a")) is None
    assert passage(Place("b", 1)) is None
    assert passage(Place("b", 2)) is None
    assert asked == ["a", "b"]
    long = passages(lambda _: "x" * 10_000)(Place("a", 1))
    assert long is not None
    assert len(long[1][0]) < 500
