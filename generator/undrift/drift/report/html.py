"""A report as one page that stands by itself: it fetches nothing.

Everything is there without scripts; `page.js` adds the filters and the switch between
light and dark. The policy names script and style by digest: nothing else may run.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Iterable, Iterator
from pathlib import Path

from ...diagnostics import Place, counted
from ..finding import DriftReport, Finding, Level, Seen, Unreachable
from .changes import WordSpan, changed_words
from .context import ReportContext
from .markup import Html, html_text, join_html, own, tag
from .outcome import (
    by_provider,
    first_place,
    heading_of,
    levels,
    subject_of,
    summary,
)

_DOCTYPE = Html("<!doctype html>\n")
_PAGES_IN_SIGHT = 1


def html_report(report: DriftReport, context: ReportContext) -> str:
    """Return the page."""
    style, script = _file("page.css"), _file("page.js")
    policy = (
        f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)};"
        " base-uri 'none'; form-action 'none'"
    )
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("title", html_text(f"API drift: {summary(report)}")),
        own("style", style),
    )
    body = tag(
        "body",
        tag("a", html_text("Skip to the findings"), class_="skip", href="#findings"),
        _header(report, context),
        _filters(),
        tag(
            "main", join_html(_providers(report, context)), id="findings", tabindex="-1"
        ),
        own("script", script),
    )
    return f"{_DOCTYPE}{tag('html', head, body, lang='en')}\n"


def _file(name: str) -> str:
    return Path(__file__).with_name(name).read_text("utf-8")


def _digest(source: str) -> str:
    digest = hashlib.sha256(source.encode()).digest()
    return f"'sha256-{b64encode(digest).decode()}'"


def _header(report: DriftReport, context: ReportContext) -> Html:
    counting = [f for f in report.findings if f.seen is not Seen.IGNORED]
    number = {level: sum(f.level is level for f in counting) for level in Level}
    warnings = number[Level.WARNING]
    tallies = [
        _tally(number[Level.BREAKING], "breaking", "breaking"),
        _tally(warnings, "warning" if warnings == 1 else "warnings", "warning"),
        _tally(number[Level.INFO], "info", "info"),
        _tally(report.checked, f"{_pages(report.checked)} checked", "checked"),
    ]
    if missing := len(report.unreachable):
        tallies.append(_tally(missing, f"{_pages(missing)} not checked", "warning"))
    when = [tag("p", html_text(context.checked_at), class_="when")]
    return tag(
        "header",
        tag("h1", html_text("API drift")),
        *(when if context.checked_at else ()),
        tag("ul", *tallies, class_="tallies"),
        tag(
            "button", html_text("Light or dark"), type="button", id="theme", hidden=True
        ),
    )


def _tally(number: int, word: str, kind: str) -> Html:
    kind = kind if number else f"{kind} none"
    return tag(
        "li", tag("b", html_text(str(number))), html_text(f" {word}"), class_=kind
    )


def _pages(number: int) -> str:
    return "page" if number == 1 else "pages"


def _filters() -> Html:
    boxes = [
        tag(
            "label",
            tag("input", type="checkbox", name="level", value=level, checked=True),
            html_text(f" {level}"),
            class_=level,
        )
        for level in ("breaking", "warning", "info")
    ]
    only = tag("input", type="checkbox", name="new")
    search = tag(
        "input",
        type="search",
        name="text",
        placeholder="call, field, page …",
        autocomplete="off",
        spellcheck="false",
    )
    return tag(
        "form",
        tag("fieldset", tag("legend", html_text("Levels")), *boxes),
        tag("label", only, html_text(" only new")),
        tag("label", html_text("Text "), search),
        tag("output", class_="shown", aria_live="polite"),
        id="filters",
        hidden=True,
    )


def _providers(report: DriftReport, context: ReportContext) -> Iterator[Html]:
    grouped = by_provider(report, context.providers)
    missing = {
        name: [u for u in report.unreachable if u.provider == name] for name in grouped
    }
    # One alone is told even when there is nothing to tell.
    told = [n for n in grouped if grouped[n] or missing[n] or len(grouped) == 1]
    anchors = {name: f"provider-{number}" for number, name in enumerate(told)}
    if len(grouped) > 1:
        links = [
            tag(
                "li",
                (
                    tag("a", html_text(name), href=f"#{anchors[name]}")
                    if name in anchors
                    else html_text(name)
                ),
                html_text(f" {_outcome(findings, missing[name])}"),
            )
            for name, findings in grouped.items()
        ]
        yield tag("nav", tag("ul", *links), aria_label="Providers")
    for name in told:
        yield _provider(anchors[name], name, grouped[name], missing[name], context)
    if not told:
        yield tag("p", html_text("No drift found."), class_="empty")
    yield tag("p", html_text("Nothing here fits the filters."), id="none", hidden=True)


def _outcome(findings: tuple[Finding, ...], missing: list[Unreachable]) -> str:
    return levels(findings) or ("not all checked" if missing else "no drift")


def _provider(
    anchor: str,
    provider: str,
    findings: tuple[Finding, ...],
    missing: list[Unreachable],
    context: ReportContext,
) -> Html:
    shown = [f for f in findings if f.seen is not Seen.IGNORED]
    ignored = [f for f in findings if f.seen is Seen.IGNORED]
    parts = [
        tag(
            "h2",
            html_text(heading_of(provider)),
            tag("small", html_text(levels(shown))),
            id=anchor,
        )
    ]
    if not shown:
        found = "No drift in what was checked." if missing else "No drift found."
        parts.append(tag("p", html_text(found), class_="empty"))
    parts += [_finding(finding, context) for finding in shown]
    if missing:
        parts.append(_missing(missing))
    if ignored:
        title = tag("summary", html_text(f"{counted(len(ignored), 'ignored finding')}"))
        inside = [_finding(finding, context) for finding in ignored]
        parts.append(tag("details", title, *inside, class_="ignored"))
    return tag("section", *parts, aria_labelledby=anchor)


def _finding(finding: Finding, context: ReportContext) -> Html:
    level, state = finding.level.value, finding.seen.value
    subject = subject_of(finding)
    heading = tag(
        "h3",
        tag("span", html_text(level), class_=f"level {level}"),
        *([tag("code", html_text(subject))] if subject else []),
        tag("span", html_text(finding.message), class_="message"),
        id=f"{finding.id}-title",
    )
    link = tag(
        "a", html_text(finding.id), href=f"#{finding.id}", title="A link to this"
    )
    states = {Seen.KNOWN: "seen before", Seen.IGNORED: "ignored", Seen.NEW: "new"}
    meta = [link, tag("span", html_text(states[finding.seen]), class_=f"state {state}")]
    if finding.subject not in {subject, finding.message}:
        meta.append(tag("span", html_text(finding.subject)))
    parts = [heading, tag("p", *meta, class_="meta"), *_change(finding)]
    parts += _sides(finding, context)
    if finding.remedy:
        what = tag("b", html_text("What to do: "))
        parts.append(tag("p", what, html_text(finding.remedy), class_="remedy"))
    parts += _lists(finding)
    return tag(
        "article",
        *parts,
        id=finding.id,
        class_=f"finding {level}",
        data_level=level,
        data_state=state,
        aria_labelledby=f"{finding.id}-title",
    )


def _change(finding: Finding) -> Iterator[Html]:
    old, new = changed_words(finding.before or "", finding.after or "")
    parts: tuple[Html, ...]
    match finding.before, finding.after:
        case None, None:
            return
        case None, str():
            parts = tag("i", html_text("added: ")), _value("ins", new)
        case str(), None:
            parts = tag("i", html_text("removed: ")), _value("del", old)
        case str(), str():
            arrow = tag("span", html_text("→"), class_="arrow", aria_label="is now")
            parts = _value("del", old), arrow, _value("ins", new)
    yield tag("p", *parts, class_="change")


def _value(name: str, parts: Iterable[WordSpan]) -> Html:
    marked = (
        tag("mark", html_text(w)) if changed else html_text(w) for w, changed in parts
    )
    return tag(name, *marked)


def _sides(finding: Finding, context: ReportContext) -> Iterator[Html]:
    new = first_place(finding)
    old = finding.old if finding.old != new else None
    places = [(word, p) for word, p in (("before", old), ("now", new)) if p is not None]
    sides = [
        # One alone is neither the one nor the other.
        _passage(word if len(places) > 1 else "", place, context)
        for word, place in places
    ]
    if sides:
        yield tag("div", *sides, class_="sides")


def _passage(word: str, place: Place, context: ReportContext) -> Html:
    label = [tag("b", html_text(word)), html_text(" ")] if word else []
    caption = tag("figcaption", *label, html_text(str(place)))
    passage = context.passage(place)
    if passage is None:
        return tag("figure", caption)
    first, lines = passage
    rows = [
        tag(
            "span",
            html_text(line or " "),
            class_="line hit" if number == place.line else "line",
            data_line=str(number),
        )
        for number, line in enumerate(lines, first)
    ]
    # A region that scrolls must be reachable by keyboard.
    return tag(
        "figure", caption, tag("pre", *rows, tabindex="0", aria_label=str(place))
    )


def _lists(finding: Finding) -> Iterator[Html]:
    if len(finding.pages) > _PAGES_IN_SIGHT:
        pages = [tag("li", tag("code", html_text(str(page)))) for page in finding.pages]
        title = tag("summary", html_text(f"Shows on {len(pages)} pages"))
        yield tag("details", title, tag("ul", *pages))
    if finding.operations:
        calls = [*finding.calls, *[""] * len(finding.operations)]
        operations = [
            tag("li", tag("code", html_text(operation)), html_text(f" {call}".rstrip()))
            for operation, call in zip(finding.operations, calls, strict=False)
        ]
        title = tag("summary", html_text(counted(len(operations), "operation")))
        yield tag("details", title, tag("ul", *operations))
    if not finding.provider:
        return
    command = (
        f"undrift ignore {finding.id} --provider {finding.provider} --until DATE"
        ' --reason "…"'
    )
    title = tag("summary", html_text("Set aside"))
    yield tag(
        "details", title, tag("p", tag("code", html_text(command))), class_="aside"
    )


def _missing(missing: list[Unreachable]) -> Html:
    names = [tag("th", html_text(name), scope="col") for name in _COLUMNS]
    rows = [
        tag(
            "tr",
            tag("td", tag("code", html_text(page.page))),
            tag("td", html_text(page.reason)),
            tag("td", html_text(page.last_checked or "never")),
            tag("td", html_text(page.url)),
        )
        for page in missing
    ]
    title = f"{counted(len(missing), 'page')} not checked"
    return tag(
        "table",
        tag("caption", html_text(title)),
        tag("thead", tag("tr", *names)),
        tag("tbody", *rows),
        class_="missing",
    )


_COLUMNS = ("Page", "Why", "Last checked", "Address")
